// Each stretch becomes a copy of the piece with its own letters; what stands in a note goes to the document's notes.
#include "compose/marked.h"

#include "base/author_marks.h"
#include "base/message.h"
#include "base/utf8.h"
#include "compose/compose.h"
#include "compose/signs.h"

namespace compose {

namespace {

using base::Marked;

constexpr int deepest = 4;                ///< marks within marks
constexpr std::size_t told_letters = 12;  ///< of what stands before ［注］, in a message

// A mark beside its text: three fifths of its size, its top level with the text's.
constexpr std::int64_t mark_size = 60, mark_raise = 36;
// A line under the text: a sixteenth of its size.
constexpr std::int64_t line_weight = 6;

const CharacterStyle* keep(Composer& composer, CharacterStyle style) {
    composer.document.styles.push_back(std::make_unique<CharacterStyle>(std::move(style)));
    return composer.document.styles.back().get();
}

const CharacterStyle* underlined(Composer& composer, const CharacterStyle* style) {
    const CharacterStyle*& made = composer.underlined[style];
    if (made != nullptr) return made;
    CharacterStyle with_line = *style;
    if (with_line.underlined.value == 0) {
        with_line.underlined = scaled(style->size, line_weight, 100);
        with_line.line_colour = style->colour;
    }
    return made = keep(composer, std::move(with_line));
}

const CharacterStyle* raised(Composer& composer, const CharacterStyle* style) {
    const CharacterStyle*& made = composer.raised[style];
    if (made != nullptr) return made;
    CharacterStyle mark = *style;
    mark.size = scaled(style->size, mark_size, 100);
    mark.raise = style->raise + scaled(style->size, mark_raise, 100);
    mark.letterspace = {};
    return made = keep(composer, std::move(mark));
}

/// A term of the glossary and what is said of it.
struct Entry {
    const base::Value* node = nullptr;
    const base::Value* text = nullptr;
    std::string_view term;
};

/// The longest term of the narrative's `glossary` that a text ends with, a closing bracket apart.
Entry entry_for(const base::Value& narrative, std::string_view before) {
    for (const std::string_view bracket : {"」", "』", "”"}) {
        if (before.ends_with(bracket)) before.remove_suffix(bracket.size());
    }
    const base::Value* glossary = narrative.is_map() ? narrative.find("glossary") : nullptr;
    Entry best;
    if (glossary == nullptr) return best;
    for (const base::Value& item : glossary->items) {
        const base::Value* term = item.is_map() ? item.find("term") : nullptr;
        const base::Value* text = item.is_map() ? item.find("text") : nullptr;
        if (term == nullptr || text == nullptr || term->text.size() <= best.term.size()) continue;
        if (before.ends_with(term->text)) best = {&item, text, term->text};
    }
    return best;
}

void mark_read(Composer& composer, const Entry& entry) {
    if (composer.world.use == nullptr) return;
    composer.world.use->read.insert(composer.world.inputs.narrative.find("glossary"));
    composer.world.use->read.insert(entry.node->find("term"));
    composer.world.use->read.insert(entry.text);
}

class Parting {
   public:
    Parting(Composer& composer, std::vector<Inline>& out, int depth, bool in_note)
        : composer_(composer), out_(out), depth_(depth), in_note_(in_note) {}

    void part(const Inline& whole) {
        for (const Marked& mark : base::marked(whole.text)) {
            switch (mark.is) {
                case Marked::Is::letters: add(stretch(whole, mark.begin, mark.end)); break;
                case Marked::Is::ruby: ruby(whole, mark); break;
                case Marked::Is::underlined: underline(whole, mark); break;
                case Marked::Is::note: note(whole, mark); break;
                case Marked::Is::term: term(whole, mark); break;
            }
        }
    }

   private:
    void add(Inline piece) {
        if (!piece.text.empty()) out_.push_back(std::move(piece));
    }

    /// The bytes [begin, end) of the piece, with the facts that begin in them.
    static Inline stretch(const Inline& whole, std::size_t begin, std::size_t end) {
        Inline piece = whole;
        piece.text = whole.text.substr(begin, end - begin);
        std::erase_if(piece.facts,
                      [&](const ShownFact& fact) { return fact.begin < begin || fact.begin + fact.length > end; });
        for (ShownFact& fact : piece.facts) fact.begin -= static_cast<std::uint32_t>(begin);
        return piece;
    }

    void ruby(const Inline& whole, const Marked& mark) {
        Inline piece = stretch(whole, mark.begin, mark.end);
        for (const std::string_view reading : mark.readings) piece.aloud.own().ruby.emplace_back(reading);
        add(std::move(piece));
    }

    void underline(const Inline& whole, const Marked& mark) {
        Inline piece = stretch(whole, mark.begin, mark.end);
        piece.style = underlined(composer_, piece.style);
        if (depth_ == deepest) return add(std::move(piece));
        Parting(composer_, out_, depth_ + 1, in_note_).part(piece);
    }

    void note(const Inline& whole, const Marked& mark) {
        if (in_note_) return add(stretch(whole, mark.from, mark.to));
        Inline piece = stretch(whole, mark.begin, mark.end);
        piece.style = composer_.styles.notes.text;
        refer(whole, add_note(piece));
    }

    void term(const Inline& whole, const Marked& mark) {
        if (in_note_) return add(stretch(whole, mark.from, mark.to));
        const Entry entry = entry_for(composer_.world.inputs.narrative,
                                      base::unmarked(std::string_view(whole.text).substr(0, mark.from)));
        if (entry.text == nullptr) return no_term(whole, mark);
        mark_read(composer_, entry);
        const auto [found, fresh] = composer_.glossary_notes.try_emplace(entry.text, 0);
        if (fresh) {
            Inline piece;
            piece.text = std::string(entry.term) + "　" + entry.text->text;
            piece.style = composer_.styles.notes.text;
            piece.span = entry.text->span;
            found->second = add_note(piece);
        }
        refer(whole, found->second);
    }

    void no_term(const Inline& whole, const Marked& mark) {
        if (composer_.world.checking) return;
        std::u32string before = base::decode(base::unmarked(std::string_view(whole.text).substr(0, mark.from)));
        if (before.size() > told_letters) before.erase(0, before.size() - told_letters);
        composer_.diagnostics.error(
            whole.span, base::say("the glossary explains nothing that `{}` ends with", base::encode(before)),
            base::say("write the word and its text under `glossary`, or ［注：…］ here"));
    }

    std::uint32_t add_note(const Inline& piece) {
        std::vector<Inline> content;
        Parting(composer_, content, depth_ + 1, true).part(piece);
        say_signs(composer_.world, composer_.letters, content);
        composer_.document.notes.push_back(std::move(content));
        return static_cast<std::uint32_t>(composer_.document.notes.size() - 1);
    }

    void refer(const Inline& whole, std::uint32_t note) {
        Inline mark;
        mark.note = NoteReference{note};
        mark.style = raised(composer_, whole.style);
        mark.span = whole.span;
        out_.push_back(std::move(mark));
    }

    Composer& composer_;
    std::vector<Inline>& out_;
    int depth_;
    bool in_note_;
};

}  // namespace

bool may_hold_marks(std::string_view text) {
    return text.find("［") != std::string_view::npos || text.find("｜") != std::string_view::npos;
}

bool is_parted_at_marks(const Inline& piece) {
    const bool plain = piece.exact || !piece.aloud->spoken.empty() || !piece.aloud->expansion.empty();
    return !plain && may_hold_marks(piece.text);
}

std::vector<Inline> part_at_marks(Composer& composer, Inline piece) {
    std::vector<Inline> out;
    if (is_parted_at_marks(piece)) {
        Parting(composer, out, 1, false).part(piece);
    } else if (!piece.text.empty()) {
        out.push_back(std::move(piece));
    }
    return out;
}

void report_marks(Composer& composer, std::string_view text, base::Span span) {
    if (!may_hold_marks(text)) return;
    evaluate::Locator locator(text, span);
    for (const base::MarkupFault& fault : base::markup_faults(text)) {
        const std::string sign(text.substr(fault.begin, fault.length));
        const base::Span place = locator.locate(fault.begin, fault.length);
        switch (fault.is) {
            case base::MarkupFault::Is::open:
                composer.diagnostics.error(place, base::say("`{}` is not closed", sign),
                                           base::say("a note ends with ］, a reading with 》"));
                break;
            case base::MarkupFault::Is::readings:
                composer.diagnostics.error(place, base::say("`{}` has not one reading for each character", sign),
                                           base::say("｜厚木《あつ｜ぎ》, or one for all: ｜厚木《あつぎ》"));
                break;
            case base::MarkupFault::Is::empty:
                composer.diagnostics.error(place, base::say("`{}` says nothing", sign));
                break;
        }
    }
}

}  // namespace compose
