// What the layout room produces: marks at fixed places of pages, and the structure they belong to. The pdf room
// transcribes it and decides nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "base/link_target.h"
#include "base/publication.h"
#include "base/seldom.h"
#include "layout/marks.h"

namespace layout {

// ---- structure -----------------------------------------------------------------------------------------------------

enum class ArtifactKind { pagination, layout, background };

/// Marks that belong to one structure element (marked content with an MCID), or to none (an artifact). A mark of an
/// element that says something of itself is alone: some readers lose what follows a span inside marked content.
struct Chunk {
    int element = -1;  ///< index in Structure::elements, -1: artifact
    ArtifactKind artifact = ArtifactKind::layout;
    Marks marks;
};

/// What an element contains, in reading order.
struct Kid {
    enum class Kind : std::uint8_t { element, chunk, link } kind;
    int index;     ///< of the element; of the chunk on the page; of the link on the page
    int page = 0;  ///< of chunk and link
};

/// What few elements say beside what they hold.
struct Said {
    std::string title;
    std::string alt;
    std::string actual_text;
    std::string expansion;
    std::string language;
    std::string list_numbering;  ///< None, Decimal …
    std::string summary;         ///< of a table
    std::optional<Rect> bounds;  ///< of a figure, on page `bounds_page`
    int bounds_page = 0;
};

/// A node of the tag tree. Types are the standard ones of ISO 32000-1, 14.8.4.
struct Element {
    std::string_view
        type;  ///< Document, Sect, Div, P, H1…H6, L, LI, Lbl, LBody, Table, THead, TBody, TR, TH, TD, Figure …
    int parent = -1;
    std::vector<Kid> kids;
    base::Seldom<std::string> id;
    base::Seldom<std::vector<std::string>> headers;  ///< ids, of a cell
    base::Seldom<Said> said;
    std::string_view scope;  ///< Row, Column, Both
    int row_span = 1, column_span = 1;
};

struct Structure {
    std::deque<Element> elements;  ///< the first is the Document element
};

// ---- pages ---------------------------------------------------------------------------------------------------------

/// A link annotation; `element` is its Link element.
struct LinkAnnotation {
    std::vector<Rect> areas;  ///< one a line
    base::LinkTarget to;
    std::string contents;  ///< what a reader says of it
    int element = -1;
};

struct Page {
    Length width, height;
    std::vector<Chunk> chunks;
    std::vector<LinkAnnotation> links;
    std::string label;  ///< as printed: "3"
};

struct Destination {
    int page = 0;
    Length y;
};

struct Bookmark {
    std::string title;
    int level = 1;
    Destination destination;
};

/// Where a fact, or a text of the city's own, stands. What is broken over lines stands at several places.
struct Place {
    std::uint32_t what = 0;  ///< in Document::facts, or in Document::origins
    int page = 0;
    int chunk = 0;      ///< of the page, that shows it
    Rect rect;          ///< as high as the letters' em box
    std::string words;  ///< as they are copied
};

/// A whole volume, laid out: all that its file is written from, but the programs of its fonts.
struct Pages {
    base::Metadata metadata;
    std::shared_ptr<const base::Assets> assets = std::make_shared<base::Assets>();  ///< never null; the Document's
    std::vector<base::Attachment> attachments;
    std::vector<Page> pages;
    Structure structure;
    std::vector<Bookmark> bookmarks;
    std::map<std::string, Destination> anchors;
    std::deque<Place> facts, texts;  ///< in the order of drawing
};

}  // namespace layout
