// Texts cut into sentences, each letter with its place in the city's file.
#include "check/prose.h"

#include <algorithm>

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

void part(const Assessment& assessment, Passage& passage) {
    const std::string_view text = passage.text;
    Builder builder(passage);
    for (std::size_t at = 0; at < text.size();) {
        const Stretch stretch = stretch_at(text, at);
        const std::size_t end = at + stretch.length;
        if (stretch.binding)
            builder.insert(filled(assessment, text.substr(at, stretch.length)), at, end);
        else
            builder.add(stretch.letter, at, end);
        at = end;
    }
    builder.finish();
}

std::optional<std::size_t> goal_of_number(const input::Strategy& strategy, std::string_view number) {
    for (std::size_t at = 0; at < strategy.goals.size(); ++at) {
        if (std::to_string(strategy.goals[at].number) == number) return at;
    }
    return std::nullopt;
}

class Gatherer {
   public:
    Gatherer(const Assessment& assessment, const base::Sources& sources) : assessment_(assessment), sources_(sources) {}

    std::vector<Passage> passages;

    void narrative(const base::Value& tree, const std::string& path, std::optional<std::size_t> goal) {
        if (tree.is_scalar()) add({path, tree.text, tree.span, goal, nullptr, {}});
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

    void project(const input::Project& project) {
        const input::Strategy& strategy = assessment_.inputs->strategy;
        const std::size_t goal = strategy.initiatives[project.initiative].goal;
        searched_ = project.span.begin;
        const auto line = [&](const std::string& text, const char* key) {
            add({"projects." + project.id + "." + key, text, found(project, text), goal, &project, {}});
        };
        for (const std::string& text : project.content) line(text, "content");
        for (const input::ResultLine& result : project.results) {
            line(result.text, "results");
            for (const std::string& detail : result.details) line(detail, "results");
        }
    }

   private:
    void add(Passage passage) {
        part(assessment_, passage);
        if (!passage.sentences.empty()) passages.push_back(std::move(passage));
    }
    /// Texts of a project are kept without their places; they stand behind its id in the order of reading.
    base::Span found(const input::Project& project, const std::string& text) {
        if (!project.span.known()) return project.span;
        const std::size_t at = sources_.text(project.span.file).find(text, searched_);
        if (at == std::string::npos) return project.span;
        searched_ = at + text.size();
        return {project.span.file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(searched_)};
    }

    const Assessment& assessment_;
    const base::Sources& sources_;
    std::size_t searched_ = 0;
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
    if (letter >= 0xFF01 && letter <= 0xFF5E) return letter - 0xFEE0;
    if (letter == U'\u3000') return U' ';
    return letter;
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

std::vector<Passage> passages_of(const Assessment& assessment, const base::Sources& sources) {
    Gatherer gatherer(assessment, sources);
    gatherer.narrative(assessment.inputs->narrative, "", std::nullopt);
    for (const input::Project& project : assessment.inputs->projects) {
        if (!project.reprint_of) gatherer.project(project);
    }
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
