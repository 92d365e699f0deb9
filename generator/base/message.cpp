#include "base/message.h"

#include <libintl.h>

#include <clocale>
#include <cstdlib>
#include <string_view>

namespace base {

namespace {

std::string_view wanted_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') return value;
    }
    return "";
}

}  // namespace

void choose_language(const std::filesystem::path& catalogues) {
    // gettext reads catalogues for any locale but "C"; C.UTF-8 exists on every machine, ja_JP often does not.
    if (!wanted_locale().starts_with("ja")) return;
    if (std::setlocale(LC_MESSAGES, "C.UTF-8") == nullptr) return;
    setenv("LANGUAGE", "ja", 1);
    bindtextdomain("kensho", catalogues.c_str());
    bind_textdomain_codeset("kensho", "UTF-8");
    textdomain("kensho");
}

const char* translated(const char* english) { return gettext(english); }

}  // namespace base
