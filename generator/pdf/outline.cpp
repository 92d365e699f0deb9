// The flat list of bookmarks becomes a tree along a path of open levels; numbers are reserved before any is set.
#include "pdf/outline.h"

#include <fmt/format.h>

#include <algorithm>

namespace pdf {
namespace {

/// An item of the outline; the first is the root. Indices point into the list of items, 0 means none.
struct Item {
    const layout::Bookmark* bookmark = nullptr;
    std::size_t parent = 0, previous = 0, next = 0, first = 0, last = 0;
    int depth = 0;
    int children = 0;
};

/// A bookmark goes under the nearest one before it of a lower level.
std::vector<Item> arrange(const std::vector<layout::Bookmark>& bookmarks) {
    std::vector<Item> items(1);
    std::vector<std::size_t> path = {0};
    for (const layout::Bookmark& bookmark : bookmarks) {
        while (path.size() > 1 && items[path.back()].bookmark->level >= bookmark.level) path.pop_back();
        const std::size_t self = items.size();
        Item item{&bookmark, path.back(), items[path.back()].last};
        item.depth = static_cast<int>(path.size());
        items.push_back(item);
        Item& parent = items[item.parent];
        if (item.previous != 0) items[item.previous].next = self;
        if (parent.first == 0) parent.first = self;
        parent.last = self;
        ++parent.children;
        path.push_back(self);
    }
    return items;
}

/// Count is what shows below an open item; below a closed one the same with a minus. Items of depth 1 are open and
/// show their children; all deeper ones are closed.
int count(const std::vector<Item>& items, const Item& item) {
    if (item.depth == 1) return item.children;
    if (item.depth > 1) return -item.children;
    int shown = 0;
    for (std::size_t child = item.first; child != 0; child = items[child].next) shown += 1 + items[child].children;
    return shown;
}

}  // namespace

std::optional<Id> write_outline(Objects& objects, const layout::Pages& pages, const Numbering& numbering) {
    if (pages.bookmarks.empty()) return std::nullopt;
    const std::vector<Item> items = arrange(pages.bookmarks);
    std::vector<Id> ids;
    for (std::size_t i = 0; i < items.size(); ++i) ids.push_back(objects.reserve());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        std::string out = "<<";
        if (item.bookmark == nullptr) {
            out += "/Type/Outlines";
        } else {
            out += "/Title" + text_string(item.bookmark->title) + "/Parent " + reference(ids[item.parent]) + "/Dest" +
                   destination(item.bookmark->destination, pages, numbering);
        }
        if (item.previous != 0) out += "/Prev " + reference(ids[item.previous]);
        if (item.next != 0) out += "/Next " + reference(ids[item.next]);
        if (item.first != 0) {
            out += fmt::format("/First {}/Last {}/Count {}", reference(ids[item.first]), reference(ids[item.last]),
                               count(items, item));
        }
        objects.set(ids[i], out + ">>");
    }
    return ids.front();
}

}  // namespace pdf
