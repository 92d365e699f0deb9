// 変更の印: a bar in the margin and a tint under what changed since an earlier edition.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/page.h"

namespace layout {

/// A line, or a drawing, that holds a change.
struct Changed {
    int page = 0;  ///< from 0
    Rect rect;
};

/// Of the volumes, by name.
using Changes = std::map<std::string, std::vector<Changed>>;

/// Draws the marks into pages that are laid out; nothing on them moves. What is changed is spoken of once in each
/// paragraph, cell or drawing: 変更.
void mark_changes(const std::vector<Changed>& changes, Pages& pages);

}  // namespace layout
