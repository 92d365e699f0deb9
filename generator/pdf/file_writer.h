// The bytes of a file: header, streams, object streams (ISO 32000-1, 7.5.7) and a cross-reference stream (7.5.8).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/syntax.h"

namespace pdf {

/// Appends dictionary and bytes of a stream, with the line ends that PDF/A asks for (ISO 19005-2, 6.1.7.1).
void append_stream(std::string& out, std::string_view entries, std::string_view bytes);

/// Takes the objects in the order of their numbers.
class FileWriter {
   public:
    /// `next` is the first number that is free; `expected` about how many bytes will come.
    FileWriter(Id next, std::size_t expected);

    /// An object that must stand by itself, as streams must.
    void stream(Id id, std::string_view syntax);
    /// An object that goes into an object stream with its neighbours.
    void packed(Id id, std::string_view syntax);
    /// The whole file; `trailer` are the entries of its trailer but Size.
    std::string finish(std::string_view trailer);

   private:
    /// Where an object is found: at an offset, or as one of an object stream.
    struct Entry {
        std::uint8_t type = 0;    ///< 1 or 2, as in the cross-reference stream; 0 is free
        std::size_t where = 0;    ///< offset, or number of the object stream
        std::uint16_t index = 0;  ///< in the object stream
    };
    /// One that goes into the object stream in hand, and its offset there.
    struct Packed {
        Id id = 0;
        std::size_t offset = 0;
    };
    std::string heads() const;
    void close_group();
    Id new_stream(std::string_view entries, std::string_view bytes);
    std::string cross_references() const;

    std::string out_;
    std::vector<Entry> entries_;
    std::string bodies_;  ///< of the object stream that is being filled
    std::vector<Packed> group_;
};

}  // namespace pdf
