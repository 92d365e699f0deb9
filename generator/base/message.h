// Messages in the reader's language (gettext). English is the key.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <string>

namespace base {

/// Chooses the language of messages from LC_ALL, LC_MESSAGES or LANG; `catalogues` holds LANG/LC_MESSAGES/kensho.mo.
void choose_language(const std::filesystem::path& catalogues);

/// The message in the reader's language; the English one where there is no translation.
const char* translated(const char* english);

/// Marks an English text that is handed to say() or translated() elsewhere, so that the catalogue's test finds it.
constexpr const char* to_translate(const char* english) { return english; }

/// say("unknown key `{}`", key): translated first, filled in then. Translations may reorder with {0} {1}.
template <typename... Arguments>
std::string say(const char* english, const Arguments&... arguments) {
    return fmt::format(fmt::runtime(translated(english)), arguments...);
}

}  // namespace base
