// What kensho has made in a folder, so that it never writes over what others have made or changed.
#pragma once

#include <filesystem>
#include <vector>

#include "base/file.h"

namespace base {

/// Puts outputs into a folder as one exchange (base/exchange.h), together with the list of what kensho has made there:
/// the file `.kensho`, in the format of sha256sum. A file that is not on the list, or was changed since, is not
/// replaced, unless `force` is given or it holds the new bytes already; one of the `inputs` never is. Throws FileError
/// before anything is changed.
void put_outputs(const std::filesystem::path& folder, std::vector<OutputFile> files,
                 const std::vector<std::filesystem::path>& inputs, bool force);

/// Whether the two paths lead to one file that exists.
bool is_same_file(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace base
