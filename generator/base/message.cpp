// The catalogue of translations, and the one place that fills messages in.
#include "base/message.h"

#include <fmt/args.h>
#include <fmt/format.h>
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

/// LANGUAGE comes before the locale, except where the locale is that of machines.
bool is_japanese_wanted() {
    const std::string_view locale = wanted_locale();
    const char* languages = std::getenv("LANGUAGE");
    if (languages == nullptr || *languages == '\0' || locale.empty() || locale == "C" || locale == "POSIX") {
        return locale.starts_with("ja");
    }
    return std::string_view(languages).starts_with("ja");
}

}  // namespace

void choose_language(const std::string& catalogues) {
    // gettext reads catalogues for any locale but "C"; C.UTF-8 exists on every machine, ja_JP often does not.
    if (!is_japanese_wanted()) return;
    if (std::setlocale(LC_MESSAGES, "C.UTF-8") == nullptr) return;
    setenv("LANGUAGE", "ja", 1);
    bindtextdomain("kensho", catalogues.c_str());
    bind_textdomain_codeset("kensho", "UTF-8");
    textdomain("kensho");
}

const char* translated(const char* english) { return gettext(english); }

std::string filled_in(const char* english, std::initializer_list<Filling> fillings) {
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const Filling& filling : fillings)
        std::visit([&](const auto& value) { arguments.push_back(value); }, filling.value);
    return fmt::vformat(translated(english), arguments);
}

}  // namespace base
