// Looks that add to each other: a name of several is made when it is first asked for, from what each was written with.

#include <algorithm>

#include "base/message.h"
#include "compose/style_reader.h"
#include "evaluate/binding.h"

namespace compose {

namespace {

std::vector<std::string_view> words_of(std::string_view name) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        if (end > at) words.push_back(name.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string with_hyphens(std::string name) {
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

/// Where a word of a name is written; the whole of what asks where a binding made it.
base::Span place_of(std::string_view word, const AskedLook& asked) {
    for (const base::Value* scalar : {asked.written, asked.added}) {
        if (scalar == nullptr) continue;
        for (const std::string_view written : words_of(scalar->text)) {
            if (written != word) continue;
            const auto at = static_cast<std::size_t>(written.data() - scalar->text.data());
            return evaluate::Locator(scalar->text, scalar->span).locate(at, word.size());
        }
    }
    return asked.span;
}

/// The look of one name and what it was written as; the end where there is none.
template <typename T>
typename Named<T>::const_iterator find_one(const Looks<T>& looks, std::string_view word) {
    const auto found = looks.named.find(word);
    if (found != looks.named.end() || word.find(hole) == std::string_view::npos) return found;
    return std::find_if(looks.named.begin(), looks.named.end(),
                        [&](const auto& look) { return may_be_same(word, look.first); });
}

bool is_open(std::string_view word) { return word.find_first_not_of(hole) == std::string_view::npos; }

/// The names that a name of several is made of, each as it is in the style file; none after a report of the unknown.
template <typename T>
std::vector<std::string_view> parts_of(const Looks<T>& looks, const AskedLook& asked, const char* what,
                                       base::Diagnostics& diagnostics) {
    std::vector<std::string_view> words = words_of(asked.name);
    if (words.empty()) words.emplace_back();
    // A binding that stands alone may add anything or nothing.
    if (words.size() > 1) std::erase_if(words, is_open);
    std::vector<std::string_view> parts;
    for (const std::string_view word : words) {
        if (const auto found = find_one(looks, word); found != looks.named.end()) {
            parts.push_back(found->first);
            continue;
        }
        std::vector<std::string_view> known;
        for (const auto& [name, look] : looks.named) known.push_back(name);
        base::report_unknown(what, with_holes_shown(word), place_of(word, asked), known, diagnostics);
    }
    if (parts.size() < words.size()) parts.clear();
    return parts;
}

/// Faults were told when the looks were read, each alone.
template <typename T>
void add(Stylesheet& sheet, const base::Value& written, T& look) {
    base::Diagnostics told;
    base::Fields fields(written, told);
    fields.optional("like");
    read_look(StyleReader{sheet, told}, fields, look);
}

}  // namespace

template <typename T>
const T* find_look(Stylesheet& sheet, Looks<T>& looks, const AskedLook& asked, const char* what,
                   base::Diagnostics& diagnostics) {
    if (const auto named = looks.named.find(asked.name); named != looks.named.end()) return &named->second;
    if (const auto made = looks.composed.find(asked.name); made != looks.composed.end()) return &made->second;
    const std::vector<std::string_view> parts = parts_of(looks, asked, what, diagnostics);
    if (parts.empty()) return nullptr;
    T look = looks.named.find(parts.front())->second;
    for (std::size_t at = 1; at < parts.size(); ++at) {
        for (const base::Value* written : looks.written.find(parts[at])->second) add(sheet, *written, look);
    }
    return &looks.composed.insert_or_assign(asked.name, std::move(look)).first->second;
}

template <typename T>
const T* find_look(Stylesheet& sheet, Looks<T>& looks, const base::Value& written, const char* what,
                   base::Diagnostics& diagnostics) {
    const std::optional<std::string> name = base::as_text(written, diagnostics);
    return name ? find_look(sheet, looks, {*name, written.span, &written}, what, diagnostics) : nullptr;
}

template <typename T>
void StyleReader::section(base::Fields& root, std::string_view key, Looks<T>& looks, const T& plain,
                          const char* what) const {
    for (const base::Value::Entry& entry : root.map(key)) {
        if (entry.key.find(' ') != std::string::npos) {
            diagnostics.error(entry.key_span, base::say("a blank stands between names of looks, in none of them"),
                              base::say("for instance: {}", with_hyphens(entry.key)));
            continue;
        }
        base::Fields fields(entry.value, diagnostics);
        T look = plain;
        std::vector<const base::Value*> written;
        const base::Value* like = fields.optional("like");
        const T* other = like == nullptr ? nullptr : find_look(sheet, looks, *like, what, diagnostics);
        if (other != nullptr) {
            look = *other;
            for (const std::string_view part : parts_of(looks, {like->text, like->span}, what, diagnostics)) {
                const auto& of_part = looks.written.find(part)->second;
                written.insert(written.end(), of_part.begin(), of_part.end());
            }
        }
        read_look(*this, fields, look);
        if (const base::Value* role = entry.value.is_map() ? entry.value.find("role") : nullptr) {
            if (role->is_scalar()) sheet.roles.emplace_back(role->text, role->span);
        }
        written.push_back(&entry.value);
        looks.named.insert_or_assign(entry.key, std::move(look));
        looks.written.insert_or_assign(entry.key, std::move(written));
    }
}

template const CharacterStyle* const* find_look(Stylesheet&, Looks<const CharacterStyle*>&, const AskedLook&,
                                                const char*, base::Diagnostics&);
template const CharacterStyle* const* find_look(Stylesheet&, Looks<const CharacterStyle*>&, const base::Value&,
                                                const char*, base::Diagnostics&);
template void StyleReader::section(base::Fields&, std::string_view, Looks<const CharacterStyle*>&,
                                   const CharacterStyle* const&, const char*) const;
template const ParagraphLook* find_look(Stylesheet&, Looks<ParagraphLook>&, const AskedLook&, const char*,
                                        base::Diagnostics&);
template const ParagraphLook* find_look(Stylesheet&, Looks<ParagraphLook>&, const base::Value&, const char*,
                                        base::Diagnostics&);
template void StyleReader::section(base::Fields&, std::string_view, Looks<ParagraphLook>&, const ParagraphLook&,
                                   const char*) const;
template const BoxLook* find_look(Stylesheet&, Looks<BoxLook>&, const AskedLook&, const char*, base::Diagnostics&);
template const BoxLook* find_look(Stylesheet&, Looks<BoxLook>&, const base::Value&, const char*, base::Diagnostics&);
template void StyleReader::section(base::Fields&, std::string_view, Looks<BoxLook>&, const BoxLook&, const char*) const;
template const CellLook* find_look(Stylesheet&, Looks<CellLook>&, const AskedLook&, const char*, base::Diagnostics&);
template const CellLook* find_look(Stylesheet&, Looks<CellLook>&, const base::Value&, const char*, base::Diagnostics&);
template void StyleReader::section(base::Fields&, std::string_view, Looks<CellLook>&, const CellLook&,
                                   const char*) const;

}  // namespace compose
