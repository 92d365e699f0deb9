// Neighbours alike in style and speech become one run; the places of their facts in the text move with them.
#include "compose/inlines.h"

#include <algorithm>
#include <utility>

#include "base/message.h"
#include "compose/looks.h"
#include "compose/marked.h"
#include "compose/signs.h"

namespace compose {

namespace {

using evaluate::Form;

/// Puts a fact on the list of the document, once.
std::uint32_t listed(Composer& composer, const evaluate::Address& address) {
    auto& facts = composer.document.facts;
    const auto next = static_cast<std::uint32_t>(facts.size());
    const auto [found, added] =
        composer.fact_places.emplace(evaluate::text_of(composer.world.context(), address), next);
    if (added) facts.push_back(address);
    return found->second;
}

void add_fact(Composer& composer, const evaluate::Address& address, ShownFact where, Inline& piece) {
    where.fact = listed(composer, address);
    piece.facts.push_back(where);
}

/// The facts of `next`, whose text is about to be put behind that of `first`.
void join_facts(Inline& first, const Inline& next) {
    for (ShownFact fact : next.facts) {
        fact.begin += static_cast<std::uint32_t>(first.text.size());
        first.facts.push_back(fact);
    }
    if (first.origin == 0) first.origin = next.origin;
}

/// As its letters say.
bool is_read_plainly(const Inline& piece) {
    return piece.aloud->spoken.empty() && piece.aloud->expansion.empty() && piece.aloud->ruby.empty();
}

void append(std::vector<Inline>& out, Inline&& piece) {
    if (piece.text.empty() && !piece.note) return;
    const bool joins = !out.empty() && !out.back().text.empty() && !piece.note && out.back().style == piece.style &&
                       out.back().exact == piece.exact && is_read_plainly(out.back()) && is_read_plainly(piece);
    if (joins) {
        join_facts(out.back(), piece);
        out.back().text += piece.text;
    } else {
        out.push_back(std::move(piece));
    }
}

void append_all(std::vector<Inline>& out, std::vector<Inline> pieces) {
    for (Inline& piece : pieces) append(out, std::move(piece));
}

void add_binding(Composer& composer, const evaluate::Piece& part, const CharacterStyle* style,
                 std::vector<Inline>& out) {
    const Thing thing = printed(composer.world, composer.variables, part, composer.diagnostics);
    Inline piece;
    piece.style = style;
    piece.span = part.span;
    if (const auto* node = std::get_if<NarrativeThing>(&thing.is)) {
        std::vector<Inline> made;
        add_narrative(composer, *node, std::move(piece), made);
        return append_all(out, std::move(made));
    }
    Shown letters = shown(composer.world, thing, part, composer.diagnostics);
    if (is_unreported(thing) && composer.world.draft) piece.style = composer.styles.missing_style;
    piece.text = std::move(letters.text);
    if (!letters.spoken.empty()) piece.aloud.own().spoken = std::move(letters.spoken);
    if (!letters.expansion.empty()) piece.aloud.own().expansion = std::move(letters.expansion);
    piece.exact = letters.exact;
    add_fact(composer, thing, piece, letters.digits);
    if (!is_parted_at_marks(piece)) return append(out, std::move(piece));
    append_all(out, part_at_marks(composer, std::move(piece)));
}

/// A part of a text of the template, which stands at `span`.
void add_part(Composer& composer, const evaluate::Piece& part, base::Span span, const CharacterStyle* style,
              std::vector<Inline>& out) {
    if (!part.path.names.empty()) return add_binding(composer, part, style, out);
    Inline piece;
    piece.text = part.literal;
    piece.style = style;
    piece.span = span;
    append(out, std::move(piece));
}

/// What has a scheme is an address (https:, mailto:); what names a file leads out of the volume (annex.pdf,
/// annex.pdf#goal-1); all others name an anchor of the volume. None where there is no text.
std::optional<base::LinkTarget> link_target(std::string text) {
    if (text.empty()) return std::nullopt;
    if (text.find(':') != std::string::npos) return base::UriLink{std::move(text)};
    const std::size_t hash = text.find('#');
    if (hash != std::string::npos) return base::VolumeLink{text.substr(0, hash), text.substr(hash + 1)};
    if (text.ends_with(".pdf")) return base::VolumeLink{std::move(text), {}};
    return base::AnchorLink{std::move(text)};
}

/// What the maps {text|chip|trend|page: …} share.
struct Common {
    const CharacterStyle* style;
    std::optional<base::LinkTarget> link;
    std::string spoken, expansion, language;
    bool exact, keep;
};

Common read_common(Composer& composer, base::Fields& fields, const CharacterStyle* style) {
    Common common{style, std::nullopt, {}, {}, {}, fields.flag("exact", false), fields.flag("keep", false)};
    if (const base::Value* named = fields.optional("style")) {
        if (style == nullptr) style = composer.styles.plain.text;
        common.style = look_of(composer, composer.styles.text, *named, style, "unknown text style `{}`");
    }
    const auto take = [&](std::string_view key, std::string& text) {
        if (const base::Value* value = fields.optional(key)) text = plain_text(composer, *value);
    };
    if (const base::Value* link = fields.optional("link")) common.link = link_target(plain_text(composer, *link));
    if (const base::Value* spoken = fields.optional("spoken")) common.spoken = spoken_text(composer, *spoken);
    take("expansion", common.expansion);
    take("language", common.language);
    return common;
}

void apply(const Common& common, Inline& piece) {
    if (piece.style == nullptr) piece.style = common.style;
    if (common.link) piece.link = *common.link;
    if (!common.spoken.empty()) piece.aloud.own().spoken = common.spoken;
    if (!common.expansion.empty()) piece.aloud.own().expansion = common.expansion;
    if (!common.language.empty()) piece.aloud.own().language = common.language;
    piece.exact = piece.exact || common.exact;
    piece.keep_together = common.keep;
}

/// What is spoken as one is one piece, else it would be heard once a piece.
void join(std::vector<Inline>& pieces) {
    for (const Inline& piece : pieces) {
        if (piece.text.empty() || !piece.aloud->ruby.empty()) return;
    }
    while (pieces.size() > 1) {
        join_facts(pieces.front(), pieces[1]);
        pieces.front().text += pieces[1].text;
        pieces.front().exact = pieces.front().exact || pieces[1].exact;
        pieces.erase(pieces.begin() + 1);
    }
}

/// The thing itself, or what it has under the name `last`: the rating of a goal, the trend of a result.
Thing reached(Composer& composer, const base::Value& value, Form wanted, const char* last) {
    Thing thing = thing_at(composer, value);
    auto* from = std::get_if<evaluate::Reached>(&thing.is);
    const bool has = from != nullptr && from->form != wanted && !from->form.list &&
                     from->form.is == Form::Is::subject && evaluate::fact(from->form.topic, last) != nullptr;
    if (!has) return thing;
    evaluate::follow(composer.world.context(), *from, {{last}, ""});
    return thing;
}

/// A check reports what could never be drawn: it is of the wrong form.
void expect(Composer& composer, const base::Value& value, const Thing& thing, Form form, const char* fault) {
    if (composer.world.checking && !is_a(thing, form.is, form.topic)) {
        composer.diagnostics.error(value.span, base::say(fault, value.text));
    }
}

}  // namespace

Thing rating_at(Composer& composer, const base::Value& value) {
    constexpr Form band_form{Form::Is::subject, evaluate::Topic::band, false};
    Thing thing = reached(composer, value, band_form, "rating");
    expect(composer, value, thing, band_form, base::to_translate("`{}` has no rating"));
    return thing;
}

const input::Band* band_of(const Thing& thing) {
    const evaluate::Subject* rated = subject_of(thing);
    return rated != nullptr && rated->topic == evaluate::Topic::band ? rated->band : nullptr;
}

namespace {

std::vector<Inline> pieces_of(Composer& composer, const base::Value& content, const CharacterStyle* style);

std::optional<Inline> chip(Composer& composer, const base::Value& value, base::Fields& fields) {
    const std::string wanted = fields.optional_text("look").value_or("chip");
    const auto* look =
        find_look(composer.styles.chips, wanted, fields.span(), "unknown chip `{}`", composer.diagnostics);
    const Thing thing = rating_at(composer, value);
    if (look == nullptr) return std::nullopt;
    Inline piece;
    piece.span = value.span;
    add_fact(composer, thing, piece);
    if (const input::Band* rated = band_of(thing)) {
        const input::Band& band = *rated;
        // Never a bare colour, and nothing twice: without a symbol the word stands, and a word that is the symbol not.
        const bool worded = (look->word || band.symbol.empty()) && band.word != band.symbol;
        piece.chip = Chip{band.symbol, worded ? band.word : "", band.colour, band.on_colour, look->height, look->text};
        piece.aloud.own().spoken = band.word;
        return piece;
    }
    if (look->empty_symbol.empty()) return std::nullopt;
    piece.chip = Chip{look->empty_symbol, "", look->empty_colour, look->empty_on_colour, look->height, look->text};
    piece.aloud.own().spoken = composer.world.words.missing_spoken;
    return piece;
}

std::optional<Inline> trend(Composer& composer, const base::Value& value, base::Fields& fields) {
    const std::string wanted = fields.optional_text("look").value_or("trend");
    const auto* look =
        find_look(composer.styles.marks, wanted, fields.span(), "unknown mark `{}`", composer.diagnostics);
    if (look == nullptr) return std::nullopt;
    Inline piece;
    piece.span = value.span;
    const auto written = [&](std::string_view word, Trend is) {
        if (value.is_scalar() && value.text == word) piece.mark = TrendMark{is, look->size, look->colour};
    };
    written("up", Trend::up);
    written("level", Trend::level);
    written("down", Trend::down);
    if (!piece.mark) {
        const Thing thing = reached(composer, value, {Form::Is::trend}, "trend");
        expect(composer, value, thing, {Form::Is::trend}, base::to_translate("`{}` has no trend"));
        const auto* from = std::get_if<evaluate::Reached>(&thing.is);
        const auto* is = from == nullptr || !from->content ? nullptr : std::get_if<Trend>(&from->content->is);
        if (is == nullptr) return std::nullopt;
        piece.mark = TrendMark{*is, look->size, look->colour};
        add_fact(composer, thing, piece);
    }
    const Words& words = composer.world.words;
    piece.aloud.own().spoken = piece.mark->trend == Trend::up     ? words.up
                               : piece.mark->trend == Trend::down ? words.down
                                                                  : words.level;
    return piece;
}

void add_map(Composer& composer, const base::Value& item, const CharacterStyle* style, std::vector<Inline>& out) {
    base::Fields fields(item, composer.diagnostics);
    constexpr std::string_view kinds[] = {"text", "chip", "trend", "page"};
    const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](auto key) { return fields.has(key); });
    if (kind == std::end(kinds)) {
        composer.diagnostics.error(item.span, base::say("expected one of: {}", "text, chip, trend, page"));
        return fields.accept_rest();
    }
    const base::Value& value = *fields.optional(*kind);  // a second one of them is a key too many
    const Common common = read_common(composer, fields, style);
    std::vector<Inline> made;
    if (*kind == "text") {
        made = pieces_of(composer, value, common.style);
    } else if (*kind == "chip") {
        if (auto piece = chip(composer, value, fields)) made.push_back(std::move(*piece));
    } else if (*kind == "trend") {
        if (auto piece = trend(composer, value, fields)) made.push_back(std::move(*piece));
    } else {
        Inline piece;
        piece.page = PageReference{plain_text(composer, value)};
        piece.span = value.span;
        made.push_back(std::move(piece));
    }
    if (!common.spoken.empty() || !common.expansion.empty()) join(made);
    for (Inline& piece : made) {
        apply(common, piece);
        out.push_back(std::move(piece));
    }
}

}  // namespace

std::optional<std::uint32_t> fact_of(Composer& composer, const Thing& thing) {
    const auto* reached = std::get_if<evaluate::Reached>(&thing.is);
    if (reached == nullptr || reached->address.name.empty()) return std::nullopt;
    return listed(composer, reached->address);
}

void add_fact(Composer& composer, const Thing& thing, Inline& piece, base::Digits digits) {
    const std::optional<std::uint32_t> fact = fact_of(composer, thing);
    if (fact) piece.facts.push_back({0, static_cast<std::uint32_t>(piece.text.size()), *fact, digits});
}

void add_narrative(Composer& composer, const NarrativeThing& node, Inline piece, std::vector<Inline>& out) {
    bool marked = false;
    evaluate::Filled filled = narrative_text(composer, node, piece.span, marked);
    piece.text = std::move(filled.text);
    for (const evaluate::FilledIn& one : filled.facts) {
        add_fact(composer, one.fact, {static_cast<std::uint32_t>(one.begin), static_cast<std::uint32_t>(one.length)},
                 piece);
    }
    if (marked) piece.style = composer.styles.missing_style;
    if (node.value != nullptr) {
        report_marks(composer, node.value->text, node.value->span);
        piece.span = node.value->span;
        piece.origin = static_cast<std::uint32_t>(composer.document.origins.size());
        composer.document.origins.push_back({node.path, node.value->span});
    }
    for (Inline& part : part_at_marks(composer, std::move(piece))) out.push_back(std::move(part));
}

void add_text(Composer& composer, const base::Value& scalar, const CharacterStyle* style, std::vector<Inline>& out) {
    report_marks(composer, scalar.text, scalar.span);
    const std::vector<evaluate::Piece>& parts = parts_of(composer, scalar);
    if (!may_hold_marks(scalar.text)) {
        for (const evaluate::Piece& part : parts) add_part(composer, part, scalar.span, style, out);
        return;
    }
    // A mark may hold bindings: what stands between two pieces that are spoken of their own is read as one.
    Inline whole;
    const auto end_whole = [&] { append_all(out, part_at_marks(composer, std::exchange(whole, {}))); };
    for (const evaluate::Piece& part : parts) {
        std::vector<Inline> made;
        add_part(composer, part, scalar.span, style, made);
        const bool joins = made.size() == 1 && is_read_plainly(made[0]) && made[0].style == style && !made[0].note;
        if (!joins) {
            end_whole();
            append_all(out, std::move(made));
        } else if (whole.text.empty()) {
            whole = std::move(made[0]);
            whole.exact = false;
        } else {
            join_facts(whole, made[0]);
            whole.text += made[0].text;
        }
    }
    end_whole();
}

namespace {

/// What is written, before its signs are parted from it.
std::vector<Inline> pieces_of(Composer& composer, const base::Value& content, const CharacterStyle* style) {
    std::vector<Inline> out;
    for_each_item(composer, content, [&](const base::Value& item) {
        if (item.is_scalar()) {
            add_text(composer, item, style, out);
        } else {
            add_map(composer, item, style, out);
        }
    });
    return out;
}

}  // namespace

std::vector<Inline> inlines(Composer& composer, const base::Value& content, const CharacterStyle* style) {
    std::vector<Inline> out = pieces_of(composer, content, style);
    say_signs(composer.world, composer.letters, out);
    return out;
}

std::string flat_text(const std::vector<Inline>& content) {
    std::string out;
    for (const Inline& piece : content) {
        const bool drawn = piece.chip || piece.mark;
        out += drawn ? piece.aloud->spoken : piece.text;
    }
    return out;
}

std::string flat_text(Composer& composer, const base::Value& content) {
    return flat_text(inlines(composer, content, composer.styles.plain.text));
}

std::string spoken_text(Composer& composer, const base::Value& content) {
    std::string out;
    for (const Inline& piece : inlines(composer, content, composer.styles.plain.text)) out += words_aloud(piece);
    return out;
}

}  // namespace compose
