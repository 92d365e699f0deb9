// Messages in the reader's language (gettext). English is the key. Every file speaks, so this header includes no
// formatter.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace base {

/// Chooses the language of messages from LC_ALL, LC_MESSAGES or LANG; `catalogues` holds LANG/LC_MESSAGES/kensho.mo.
void choose_language(const std::string& catalogues);

/// The message in the reader's language; the English one where there is no translation.
const char* translated(const char* english);

/// Marks an English text that is handed to say() or translated() elsewhere, so that the catalogue's test finds it.
constexpr const char* to_translate(const char* english) { return english; }

/// What a message may be filled in with: letters or a whole number. Letters are not copied: it lives as long as the
/// call.
class Filling {
   public:
    Filling(std::string_view text) : value(text) {}
    Filling(const std::string& text) : value(std::string_view(text)) {}
    Filling(const char* text) : value(std::string_view(text)) {}
    Filling(char letter) : value(letter) {}
    template <std::signed_integral Whole>
    Filling(Whole whole) : value(std::int64_t{whole}) {}
    template <std::unsigned_integral Whole>
    Filling(Whole whole) : value(std::uint64_t{whole}) {}
    Filling(char32_t letter) : value(std::uint64_t{letter}) {}

    std::variant<std::string_view, char, std::int64_t, std::uint64_t> value;
};

/// The translation of `english`, filled in in the manner of std::format. Throws std::exception on a wrong format.
std::string filled_in(const char* english, std::initializer_list<Filling> fillings);

/// say("unknown key `{}`", key): translated first, filled in then. Translations may reorder with {0} {1}.
template <typename... Arguments>
std::string say(const char* english, const Arguments&... arguments) {
    return filled_in(english, {Filling(arguments)...});
}

}  // namespace base
