// 変わったところ of the review page: the working state beside a kept edition, compared once for each state.
#pragma once

#include <memory>
#include <string>

#include "commands/two_editions.h"
#include "serve/guard.h"

namespace commands {

/// A comparison, and the edition's own pages.
struct Compared {
    std::string edition;
    int build = 0;     ///< whose files it was compared with
    std::string json;  ///< for the page
    State before;
};

/// Compares the edition of that name with the files as they are, both as drafts, so that values may still be missing.
/// Where one of them cannot be made `json` is empty and `why` says so.
std::shared_ptr<const Compared> compare_with(const std::string& edition, int build, kensho::Request request,
                                             serve::Answer& why);

/// A page of the edition as SVG; empty when there is none of that number.
std::string page_before(const Compared& compared, std::size_t volume, std::size_t page);

}  // namespace commands
