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

constexpr std::size_t most_maps = 200;  ///< that a look is made of, its own and those of the looks it names

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

/// The maps that the parts were written as, one after the other; none after a report that they are too many.
template <typename T>
std::vector<const base::Value*> maps_of(const Looks<T>& looks, const std::vector<std::string_view>& parts,
                                        base::Span span, base::Diagnostics& diagnostics) {
    std::vector<const base::Value*> maps;
    for (const std::string_view part : parts) {
        const auto& written = looks.written.find(part)->second;
        maps.insert(maps.end(), written.begin(), written.end());
        if (maps.size() < most_maps) continue;
        diagnostics.error(span, base::say("a look is made of at most {} others", most_maps));
        return {};
    }
    return maps;
}

template <typename T>
void add(Stylesheet& sheet, const base::Value& written, T& look, base::Diagnostics& diagnostics) {
    base::Fields fields(written, diagnostics);
    fields.optional("like");
    read_look(StyleReader{sheet, diagnostics}, fields, look);
}

/// A face is asked for once, however often a loop comes by.
void note_role(Stylesheet& sheet, const base::Value& written) {
    const base::Value* role = written.is_map() ? written.find("role") : nullptr;
    if (role == nullptr || !role->is_scalar()) return;
    const bool noted = std::any_of(sheet.roles.begin(), sheet.roles.end(),
                                   [&](const auto& other) { return other.second == role->span; });
    if (!noted) sheet.roles.emplace_back(role->text, role->span);
}

}  // namespace

template <typename T>
void add_look(Stylesheet& sheet, Looks<T>& looks, const AskedLook& asked, T& look, const char* what,
              base::Diagnostics& diagnostics) {
    const std::vector<std::string_view> parts = parts_of(looks, asked, what, diagnostics);
    base::Diagnostics told;  // when the looks were read, each alone
    for (const base::Value* map : maps_of(looks, parts, asked.span, diagnostics)) add(sheet, *map, look, told);
}

template <typename T>
void add_keys(Stylesheet& sheet, const base::Value& keys, T& look, base::Diagnostics& diagnostics) {
    add(sheet, keys, look, diagnostics);
    note_role(sheet, keys);
}

template <typename T>
const T* find_look(Stylesheet& sheet, Looks<T>& looks, const AskedLook& asked, const char* what,
                   base::Diagnostics& diagnostics) {
    if (const auto named = looks.named.find(asked.name); named != looks.named.end()) return &named->second;
    if (const auto made = looks.composed.find(asked.name); made != looks.composed.end()) return &made->second;
    const std::vector<std::string_view> parts = parts_of(looks, asked, what, diagnostics);
    if (parts.empty()) return nullptr;
    T look = looks.named.find(parts.front())->second;
    const std::vector<std::string_view> more(parts.begin() + 1, parts.end());
    base::Diagnostics told;  // when the looks were read, each alone
    for (const base::Value* map : maps_of(looks, more, asked.span, diagnostics)) add(sheet, *map, look, told);
    return &looks.composed.insert_or_assign(asked.name, std::move(look)).first->second;
}

template <typename T>
const T* find_look(Stylesheet& sheet, Looks<T>& looks, const base::Value& written, const char* what,
                   base::Diagnostics& diagnostics) {
    const std::optional<std::string> name = base::as_text(written, diagnostics);
    return name ? find_look(sheet, looks, {*name, written.span, &written}, what, diagnostics) : nullptr;
}

namespace {

/// One section of a style file, whose looks may be like others that stand further down or in the usual style.
template <typename T>
class Section {
   public:
    Section(const StyleReader& reader, Looks<T>& looks, const T& plain, const char* what)
        : reader_(reader), looks_(looks), plain_(plain), what_(what) {}

    void read(const std::vector<base::Value::Entry>& entries) {
        for (const base::Value::Entry& entry : entries) unread_.emplace(entry.key, &entry);
        for (const base::Value::Entry& entry : entries) read(entry.key);
    }

   private:
    void read(std::string_view name) {
        const auto found = unread_.find(name);
        if (found == unread_.end()) return;
        const base::Value::Entry& entry = *found->second;
        unread_.erase(found);
        if (entry.key.find(' ') != std::string::npos) return report_blank(entry);
        base::Fields fields(entry.value, reader_.diagnostics);
        T look = plain_;
        std::vector<const base::Value*> written;
        if (const base::Value* like = fields.optional("like")) begin(*like, look, written);
        read_look(reader_, fields, look);
        note_role(reader_.sheet, entry.value);
        written.push_back(&entry.value);
        looks_.named.insert_or_assign(entry.key, std::move(look));
        looks_.written.insert_or_assign(entry.key, std::move(written));
    }

    void begin(const base::Value& like, T& look, std::vector<const base::Value*>& written) {
        if (++depth_ < most_maps) {
            for (const std::string_view word : words_of(like.text)) read(word);
        }
        --depth_;
        const T* other = find_look(reader_.sheet, looks_, like, what_, reader_.diagnostics);
        if (other == nullptr) return;
        look = *other;
        const auto parts = parts_of(looks_, {like.text, like.span}, what_, reader_.diagnostics);
        written = maps_of(looks_, parts, like.span, reader_.diagnostics);
    }

    void report_blank(const base::Value::Entry& entry) {
        reader_.diagnostics.error(entry.key_span, base::say("a blank stands between names of looks, in none of them"),
                                  base::say("for instance: {}", with_hyphens(entry.key)));
    }

    const StyleReader& reader_;
    Looks<T>& looks_;
    const T& plain_;
    const char* what_;
    std::size_t depth_ = 0;
    std::map<std::string_view, const base::Value::Entry*, std::less<>> unread_;
};

}  // namespace

template <typename T>
void StyleReader::section(base::Fields& root, std::string_view key, Looks<T>& looks, const T& plain,
                          const char* what) const {
    Section<T>(*this, looks, plain, what).read(root.map(key));
}

template const CharacterStyle* const* find_look(Stylesheet&, Looks<const CharacterStyle*>&, const AskedLook&,
                                                const char*, base::Diagnostics&);
template const CharacterStyle* const* find_look(Stylesheet&, Looks<const CharacterStyle*>&, const base::Value&,
                                                const char*, base::Diagnostics&);
template void add_look(Stylesheet&, Looks<const CharacterStyle*>&, const AskedLook&, const CharacterStyle*&,
                       const char*, base::Diagnostics&);
template void add_keys(Stylesheet&, const base::Value&, const CharacterStyle*&, base::Diagnostics&);
template void StyleReader::section(base::Fields&, std::string_view, Looks<const CharacterStyle*>&,
                                   const CharacterStyle* const&, const char*) const;
template const ParagraphLook* find_look(Stylesheet&, Looks<ParagraphLook>&, const AskedLook&, const char*,
                                        base::Diagnostics&);
template const ParagraphLook* find_look(Stylesheet&, Looks<ParagraphLook>&, const base::Value&, const char*,
                                        base::Diagnostics&);
template void add_look(Stylesheet&, Looks<ParagraphLook>&, const AskedLook&, ParagraphLook&, const char*,
                       base::Diagnostics&);
template void add_keys(Stylesheet&, const base::Value&, ParagraphLook&, base::Diagnostics&);
template void StyleReader::section(base::Fields&, std::string_view, Looks<ParagraphLook>&, const ParagraphLook&,
                                   const char*) const;
template const FrameLook* find_look(Stylesheet&, Looks<FrameLook>&, const AskedLook&, const char*, base::Diagnostics&);
template const FrameLook* find_look(Stylesheet&, Looks<FrameLook>&, const base::Value&, const char*,
                                    base::Diagnostics&);
template void add_look(Stylesheet&, Looks<FrameLook>&, const AskedLook&, FrameLook&, const char*, base::Diagnostics&);
template void add_keys(Stylesheet&, const base::Value&, FrameLook&, base::Diagnostics&);
template void StyleReader::section(base::Fields&, std::string_view, Looks<FrameLook>&, const FrameLook&,
                                   const char*) const;
template const CellLook* find_look(Stylesheet&, Looks<CellLook>&, const AskedLook&, const char*, base::Diagnostics&);
template const CellLook* find_look(Stylesheet&, Looks<CellLook>&, const base::Value&, const char*, base::Diagnostics&);
template void add_look(Stylesheet&, Looks<CellLook>&, const AskedLook&, CellLook&, const char*, base::Diagnostics&);
template void add_keys(Stylesheet&, const base::Value&, CellLook&, base::Diagnostics&);
template void StyleReader::section(base::Fields&, std::string_view, Looks<CellLook>&, const CellLook&,
                                   const char*) const;

}  // namespace compose
