// Lays a Document out into Pages.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/source.h"
#include "compose/document.h"
#include "layout/page.h"
#include "text/line.h"

namespace layout {

/// Breaks the document into pages, twice where page numbers are printed. What does not fit its place (a word wider
/// than its column, a block higher than a page) is reported and set as well as can be.
Pages lay_out(const compose::Document& document, text::Typesetter& typesetter, base::Diagnostics& diagnostics);
/// The same for blocks that nobody needs any more: they are given up as they are drawn, since pages need the room.
Pages lay_out_last(compose::Document& document, text::Typesetter& typesetter, base::Diagnostics& diagnostics);

/// Pages and bookmarks as text: a line a mark, with its element, its place in points and its text.
std::string dump(const Pages& pages);
/// The tag tree as text, each piece of content with the label of its page.
std::string dump_structure(const Pages& pages);

/// The glyphs each face shows on the pages, ascending: what its subset must hold.
std::map<text::FaceId, std::vector<text::EmbeddedGlyph>> used_glyphs(const Pages& pages);
/// The faces on the pages, with a glyph each.
std::map<text::FaceId, text::EmbeddedGlyph> used_faces(const Pages& pages);

}  // namespace layout
