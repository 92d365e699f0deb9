// The indirect objects of a file, and the file made of them. Everything about PoDoFo's writing side is here.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pdf/syntax.h"

namespace PoDoFo {
class PdfMemDocument;
}

namespace pdf {

/// Objects are given as the text of their syntax. Faults of PoDoFo leave as std::runtime_error.
class Objects {
   public:
    Objects();
    Objects(const Objects&) = delete;
    Objects& operator=(const Objects&) = delete;
    ~Objects();

    /// A number for an object that is set later; one that never is set would be null in the file.
    Id reserve();
    void set(Id id, std::string_view syntax);
    Id add(std::string_view syntax);

    enum class Filter { none, flate };
    /// A stream; `entries` are those of its dictionary but Length and Filter: "/Subtype/XML".
    Id add_stream(std::string_view entries, std::string_view bytes, Filter filter = Filter::flate);

    /// Entries of the document's catalog, information dictionary and root of the page tree: "/Lang(ja)".
    void set_catalog(std::string_view entries);
    void set_information(std::string_view entries);
    void set_page_root(std::string_view entries);
    Id page_root() const;

    /// For copying objects of other files into this one.
    PoDoFo::PdfMemDocument& document() { return *document_; }

    /// The file. The identifier in its trailer follows from the information dictionary alone.
    std::string file();

   private:
    std::unique_ptr<PoDoFo::PdfMemDocument> document_;
};

}  // namespace pdf
