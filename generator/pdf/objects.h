// The indirect objects of a file, and the file made of them: all but streams are packed into object streams.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/syntax.h"

namespace pdf {

/// Objects are given as the text of their syntax.
class Objects {
   public:
    Objects() = default;
    Objects(const Objects&) = delete;
    Objects(Objects&&) = default;

    /// A number for an object that is set later; one that never is set is null in the file.
    Id reserve();
    void set(Id id, std::string_view syntax);
    Id add(std::string_view syntax);

    enum class Filter { none, flate };
    /// A stream; `entries` are those of its dictionary but Length and Filter: "/Subtype/XML".
    Id add_stream(std::string_view entries, std::string_view bytes, Filter filter = Filter::flate);
    /// The same with bytes that are packed already; `entries` say how.
    void set_packed_stream(Id id, std::string_view entries, std::string_view bytes);

    /// Entries of the document's catalog, information dictionary and root of the page tree: "/Lang(ja)".
    void set_catalog(std::string_view entries);
    void set_information(std::string_view entries);
    void set_page_root(std::string_view entries);
    static Id page_root();

    /// The file. The identifier in its trailer follows from the information dictionary alone.
    std::string file() const;

   private:
    /// The syntax of an object; for a stream, all that stands between `obj` and `endobj`.
    struct Object {
        std::string_view syntax;
        bool stream = false;
    };
    /// The sheet with room for so much more.
    std::string& sheet(std::size_t size);

    std::deque<std::string> sheets_;  ///< what objects look into: none ever moves, as one long text would
    /// 0 is no object; 1 to 3 are known, and empty dictionaries until they are set.
    std::vector<Object> objects_ = {{"null"}, {"<<>>"}, {"<<>>"}, {"<<>>"}};
    std::string information_;
};

}  // namespace pdf
