// 版を残す, 正誤表を作る and 回答を取り込む of the review page: the commands of the same names, shown before they
// write.
#pragma once

#include <string>
#include <vector>

#include "commands/review_answer.h"

namespace commands {

/// Told name, date, reason, final, draft; `write`.
serve::Answer keep_version(const kensho::Request& request, const ToldPairs& told);

/// Corrects the edition of that name; told date; `write`. What is made lies in the project's folder 訂正.
serve::Answer correct(const kensho::Request& request, const std::string& edition, const ToldPairs& told);

/// What correct() has made, by number; 404 where there is none.
serve::Answer made_correction(const kensho::Request& request, std::size_t number);

/// Takes in forms of the project's folder, told by their numbers in `known`, and those in the body, whose names and
/// sizes are told; `partial`, `write`.
serve::Answer collect_forms(const kensho::Request& request, const std::vector<std::string>& known,
                            const ToldPairs& told, const std::string& body);

/// Adds the forms that lie in the project's folder now to those that are known, which keep their numbers.
void find_forms(const kensho::Request& request, const std::vector<std::string>& outputs,
                std::vector<std::string>& known);

/// The largest body of collect_forms(), in bytes.
inline constexpr std::size_t longest_upload = std::size_t{64} << 20U;

}  // namespace commands
