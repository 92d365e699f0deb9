// What the answers of the review page have in common: what was told, and why something is refused.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline.h"
#include "serve/guard.h"

namespace commands {

/// The pairs of a form of the page.
using ToldPairs = std::map<std::string, std::string>;

/// With the reason, in Japanese.
serve::Answer refused(const std::string& why);

/// With what a run has found: messages, places and hints, line by line.
serve::Answer refused(const kensho::Run& run, const std::filesystem::path& project);

/// Empty where nothing was told.
std::string told_of(const ToldPairs& told, const char* name);

/// Whether a box was ticked, or a question answered with yes.
bool is_told(const ToldPairs& told, const char* name);

/// What stands between strokes; nothing in an empty text.
std::vector<std::string> parts_of(std::string_view text);

/// A number of the request; what is none is SIZE_MAX, which leads nowhere.
std::size_t number_of(std::string_view text);

}  // namespace commands
