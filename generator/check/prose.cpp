// Texts cut into sentences, each letter with its place in the city's file.
#include "check/prose.h"

#include <algorithm>
#include <map>

#include "base/author_marks.h"
#include "base/utf8.h"

namespace check {

namespace {

using evaluate::Assessment;

/// A printed placeholder, or the letters as written where it cannot be printed.
struct Filled {
    std::string letters;
    std::string path;
};

Filled filled(const Assessment& assessment, std::string_view whole) {
    std::string_view inside = whole.substr(1, whole.size() - 2);
    std::string path(inside.substr(0, inside.find('|')));
    while (!path.empty() && path.back() == ' ') path.pop_back();
    while (!path.empty() && path.front() == ' ') path.erase(0, 1);
    const auto printed = evaluate::placeholder(assessment, inside);
    return {printed.value_or(""), path};
}

/// Puts sentences together letter by letter.
class Builder {
   public:
    explicit Builder(Passage& passage) : passage_(passage) {}

    void add(char32_t letter, std::size_t from, std::size_t to) {
        const char32_t narrow = narrowed(letter);
        if (narrow == U'\n') return finish();
        if (narrow == U'（' || narrow == U'「' || narrow == U'『') ++depth_;
        if ((narrow == U'）' || narrow == U'」' || narrow == U'』') && depth_ > 0) --depth_;
        sentence_.letters += narrow;
        sentence_.from.push_back(static_cast<std::uint32_t>(from));
        sentence_.to.push_back(static_cast<std::uint32_t>(to));
        if (narrow == U'。' && depth_ == 0) finish();
    }
    void insert(const Filled& filled, std::size_t from, std::size_t to) {
        const auto begin = static_cast<std::uint32_t>(sentence_.letters.size());
        for (char32_t letter : base::decode(filled.letters)) add(letter, from, to);
        sentence_.inserts.push_back({begin, static_cast<std::uint32_t>(sentence_.letters.size()), filled.path});
    }
    void finish() {
        if (!sentence_.letters.empty()) passage_.sentences.push_back(std::move(sentence_));
        sentence_ = {};
        depth_ = 0;
    }

   private:
    Passage& passage_;
    Sentence sentence_;
    int depth_ = 0;
};

/// The letters of [begin, end) of the passage, without readings; its notes are kept for later.
void part(const Assessment& assessment, std::string_view text, std::size_t begin, std::size_t end, Builder& builder,
          std::vector<base::Marked>& notes, int depth = 0) {
    const auto letters = [&](std::size_t at, std::size_t to) {
        while (at < to) {
            const Stretch stretch = stretch_at(text, at);
            if (stretch.binding)
                builder.insert(filled(assessment, text.substr(at, stretch.length)), at, at + stretch.length);
            else
                builder.add(stretch.letter, at, at + stretch.length);
            at += stretch.length;
        }
    };
    for (base::Marked mark : base::marked(text.substr(begin, end - begin))) {
        mark.begin += begin;
        mark.end += begin;
        if (mark.is == base::Marked::Is::note) {
            notes.push_back(mark);
        } else if (mark.is == base::Marked::Is::underlined && depth < 4) {
            part(assessment, text, mark.begin, mark.end, builder, notes, depth + 1);
        } else {
            letters(mark.begin, mark.end);
        }
    }
}

/// A note's sentences come behind those of the text it belongs to.
void part(const Assessment& assessment, Passage& passage) {
    Builder builder(passage);
    std::vector<base::Marked> notes;
    part(assessment, passage.text, 0, passage.text.size(), builder, notes);
    builder.finish();
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const base::Marked note = notes[i];
        part(assessment, passage.text, note.begin, note.end, builder, notes);
        builder.finish();
    }
}

std::optional<std::size_t> goal_of_number(const input::Strategy& strategy, std::string_view number) {
    for (std::size_t at = 0; at < strategy.goals.size(); ++at) {
        if (std::to_string(strategy.goals[at].number) == number) return at;
    }
    return std::nullopt;
}

class Gatherer {
   public:
    explicit Gatherer(const Assessment& assessment) : assessment_(assessment) {}

    std::vector<Passage> passages;

    void narrative(const base::Value& tree, const std::string& path, std::optional<std::size_t> goal) {
        if (tree.is_scalar()) add({path, tree.text, tree.span, goal, nullptr, "", 0, {}});
        for (std::size_t at = 0; at < tree.items.size(); ++at) {
            narrative(tree.items[at], path + "[" + std::to_string(at + 1) + "]", goal);
        }
        for (const base::Value::Entry& entry : tree.entries) {
            if (path.empty() && (entry.key == "silence" || entry.key == "style")) continue;
            const bool goals = path == "goals" || path.ends_with(".goals");
            const auto below = goals ? goal_of_number(assessment_.inputs->strategy, entry.key) : goal;
            narrative(entry.value, path.empty() ? entry.key : path + "." + entry.key, below);
        }
    }

    /// What was typed for a project, reprints too; what a reprint takes over is read where it was typed.
    void projects() {
        const input::Inputs& inputs = *assessment_.inputs;
        std::map<std::string_view, const input::Project*> by_id;
        for (const input::Project& project : inputs.projects) by_id.emplace(project.id, &project);
        std::string line, above;
        std::size_t number = 0;
        for (const input::TypedText& text : inputs.texts) {
            if (!text.path.starts_with("projects.")) continue;
            const std::string_view rest = std::string_view(text.path).substr(9);
            const std::size_t dot = rest.find('.');
            const auto found = by_id.find(rest.substr(0, dot));
            if (dot == std::string_view::npos || found == by_id.end()) continue;
            const input::Project& project = *found->second;
            // results[2].text and results[2].details[0] belong together.
            const std::string head = text.path.substr(0, text.path.find(']', 9 + dot));
            const bool detail = head == line && text.path.find(".details") != std::string::npos;
            if (head != line) ++number, above.clear();
            line = head;
            const std::size_t goal = inputs.strategy.initiatives[project.initiative].goal;
            add({text.path, text.text, text.span, goal, &project, detail ? above : "", number, {}});
            if (!detail) above = text.text;
        }
    }

   private:
    void add(Passage passage) {
        part(assessment_, passage);
        if (!passage.sentences.empty()) passages.push_back(std::move(passage));
    }
    const Assessment& assessment_;
};

}  // namespace

const Insert* Sentence::insert_at(std::size_t letter) const {
    const auto found = std::find_if(inserts.begin(), inserts.end(),
                                    [&](const Insert& i) { return i.begin <= letter && letter < i.end; });
    return found == inserts.end() ? nullptr : &*found;
}

char32_t narrowed(char32_t letter) {
    if (letter == U'（' || letter == U'）') return letter;
    if (letter == U'(') return U'（';
    if (letter == U')') return U'）';
    if (letter == U'，' || letter == U'．') return letter == U'，' ? U',' : U'.';
    if (letter == U'−' || letter == U'－' || letter == U'▲') return U'△';
    return letter == U'\u3000' ? U' ' : base::half_width(letter);
}

std::u32string narrowed(std::string_view text) {
    std::u32string out;
    for (char32_t letter : base::decode(text)) out += narrowed(letter);
    return out;
}

Stretch stretch_at(std::string_view text, std::size_t at) {
    const bool brace = text.substr(at, 2) == "{{" || text.substr(at, 2) == "}}";
    const std::size_t close = text[at] == '{' && !brace ? text.find('}', at) : std::string_view::npos;
    if (close != std::string_view::npos) return {close + 1 - at, true, 0};
    const base::Decoded decoded = base::decode_at(text, at);
    return {brace ? 2 : decoded.length, false, decoded.character};
}

std::vector<Passage> passages_of(const Assessment& assessment) {
    Gatherer gatherer(assessment);
    gatherer.narrative(assessment.inputs->narrative, "", std::nullopt);
    gatherer.projects();
    return std::move(gatherer.passages);
}

base::Span place_of(const Passage& passage, std::size_t begin, std::size_t end, const base::Sources& sources) {
    const base::Span& span = passage.span;
    if (!span.known()) return span;
    const std::size_t size = span.end - span.begin;
    const auto part = [&](std::size_t from) {
        const auto first = static_cast<std::uint32_t>(span.begin + from);
        return base::Span{span.file, first, first + static_cast<std::uint32_t>(end - begin)};
    };
    if (size == passage.text.size()) return part(begin);
    if (size == passage.text.size() + 2) return part(begin + 1);
    // Folded or escaped: the same words, as often as they stand before.
    const std::string_view written = std::string_view(sources.text(span.file)).substr(span.begin, size);
    const std::string_view words = std::string_view(passage.text).substr(begin, end - begin);
    std::size_t found = written.find(words);
    for (std::size_t at = passage.text.find(words); at < begin && found != std::string_view::npos;
         at = passage.text.find(words, at + 1)) {
        found = written.find(words, found + 1);
    }
    return found == std::string_view::npos ? span : part(found);
}

}  // namespace check
