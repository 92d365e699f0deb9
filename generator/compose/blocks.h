// Blocks of a template become blocks of the document: one function a kind.
#pragma once

#include <set>
#include <string_view>

#include "compose/composer.h"
#include "compose/inlines.h"

namespace compose {

/// A list of block items.
Blocks blocks(Composer& composer, const base::Value& list);

/// The keys that name a block's kind.
std::vector<std::string_view> block_kinds();

/// What else lists of a template hold, read for the faults alone.
void check_rows(Composer& composer, const base::Value& list);
void check_columns(Composer& composer, const base::Value& list);
void check_cells(Composer& composer, const base::Value& list);
void check_list_items(Composer& composer, const base::Value& list);
void check_index_entries(Composer& composer, const base::Value& list);
void check_lengths(Composer& composer, const base::Value& list);
void check_figure_items(Composer& composer, const base::Value& list);

/// A paragraph in a look, without content.
Paragraph in_look(const ParagraphLook& look);
/// The look that `style` says; where it says none that of what is around, else the one named `otherwise`.
ParagraphLook paragraph_look(Composer& composer, base::Fields& fields, const char* otherwise);
/// Widths side by side, and what those that say `rest` share.
struct Shares {
    std::vector<Length> widths;
    Length rest;                       ///< that the others leave
    std::vector<std::size_t> sharing;  ///< which say `rest`
    std::vector<std::size_t> growing;  ///< which say that they may be wider: 25+
};
/// Of `whole`, less a gap between two each: lengths, parts of it in per cent, `rest`; a table's `columns` may grow.
Shares read_shares(Composer& composer, const base::Value& list, Length whole, std::string_view key, Length gap = {});
/// `before` and `after` of a block, which override those of its look.
void read_space(base::Fields& fields, Space& space);

void add_paragraph(Composer& composer, const base::Value& item, Blocks& out);
void add_heading(Composer& composer, const base::Value& item, Blocks& out);
void add_narrative(Composer& composer, const base::Value& item, Blocks& out);
void add_list(Composer& composer, const base::Value& item, Blocks& out);
void add_box(Composer& composer, const base::Value& item, Blocks& out);
void add_columns(Composer& composer, const base::Value& item, Blocks& out);
void add_placed(Composer& composer, const base::Value& item, Blocks& out);
void add_rule(Composer& composer, const base::Value& item, Blocks& out);
void add_contents(Composer& composer, const base::Value& item, Blocks& out);
void add_index(Composer& composer, const base::Value& item, Blocks& out);
void add_group(Composer& composer, const base::Value& item, Blocks& out);
void add_page_top(Composer& composer, const base::Value& item, Blocks& out);
void add_page(Composer& composer, const base::Value& item, Blocks& out);
void add_image(Composer& composer, const base::Value& item, Blocks& out);
void add_table(Composer& composer, const base::Value& item, Blocks& out);
void add_figure(Composer& composer, const base::Value& item, Blocks& out);

/// Fills the entries of every contents block, once all headings are known.
void fill_contents(Composer& composer, Blocks& blocks);
/// Whether one of the anchors is what the link asks for, or may be.
bool leads_to(const std::string& link, const std::set<std::string, std::less<>>& anchors);
/// Reports links and page numbers whose anchor no block of the document has.
void check_anchors(Composer& composer);

}  // namespace compose
