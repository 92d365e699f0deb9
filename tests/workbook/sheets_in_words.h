// What is to be seen in a book, as text: the sheets, how they are printed, and of every cell what it holds and its
// look.
#pragma once

#include <map>
#include <string>

namespace in_words {

/// `parts`: the XML of an xlsx by its names. Of the rows of a sheet no more than `rows`.
std::string book(const std::map<std::string, std::string>& parts, int rows);

}  // namespace in_words
