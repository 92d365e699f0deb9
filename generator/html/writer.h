// What all that writes HTML shares: the text so far, the Document it comes from and what was met on the way.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "html/html.h"
#include "html/svg.h"

namespace html {

struct Writer {
    const compose::Document& document;
    const Edition& edition;
    text::Typesetter& typesetter;
    std::string out = {};
    std::string contents_title = {};  ///< the heading above the list of contents, which is the navigation's
    const compose::Contents* contents = nullptr;
    int heading = 1;                      ///< the level of the last one: none is skipped
    std::set<std::string> anchors = {};   ///< of the Document
    std::set<std::string> anchored = {};  ///< those written already: the second of two settings of a thing has none
    std::map<std::pair<base::Colour, base::Colour>, int> chips = {};  ///< the looks of ratings, by class
    Faces faces = {};
    bool in_head = false;  ///< of a table's row or column, which holds no heading
    int tables = 0;        ///< without a name of their own
    /// Notes in the order of their first marks, and how many marks each has: they stand at the end.
    std::vector<std::pair<std::uint32_t, int>> notes = {};
};

// Each appends what it says.
void write_blocks(Writer& writer, const compose::Blocks& blocks);
void write_inlines(Writer& writer, const std::vector<compose::Inline>& content);
void write_table(Writer& writer, const compose::Table& table);
void write_figure(Writer& writer, const compose::Figure& figure);
/// The notes that were marked, with links back to their marks.
void write_notes(Writer& writer);

/// ` id="…"` where the anchor stands for the first time.
std::string id_attribute(Writer& writer, const std::string& anchor);

/// The label of a paragraph, an item or a note, and a space; nothing without one.
std::string label_of(const std::string& label);

/// The class of what is set to the right or in the middle; of one letter, since two thousand cells carry it.
const char* side_of(base::Align align);

/// The class of a rating's colours.
std::string chip_class(Writer& writer, base::Colour ground, base::Colour ink);

/// What the inlines say, without marks.
std::string plain(const std::vector<compose::Inline>& content);

/// Where a link of the Document leads from here; empty: nowhere.
std::string target_of(const Writer& writer, const base::LinkTarget& link);

/// The link to where an anchor stands on paper, or nothing.
std::string paper_link(const Writer& writer, const std::string& anchor);

}  // namespace html
