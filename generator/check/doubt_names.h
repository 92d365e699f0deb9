// The names by which doubts are silenced.
#pragma once

#include <string_view>
#include <vector>

namespace check {

/// What a doubt is about. Values and files are looked at when they have been evaluated, sentences once they are read.
/// What is lost on the way is doubted by those who lose it: YAML's traps while reading, unread texts by the pages.
enum class About { files, sentences, lost };

const std::vector<std::string_view>& doubt_names(About about);

}  // namespace check
