// JPEG pictures: how they are looked at, and their bytes without what a camera adds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// ISO/IEC 10918-1, with the turn that a camera notes (Exif 2.32, tag 0x0112).
struct Jpeg {
    std::int64_t width = 0, height = 0;  ///< in dots, as it is looked at
    int components = 0;                  ///< 1 grey, 3 colour, 4 for printing presses
    int bits = 0;                        ///< of a component
    bool huffman = false;                ///< baseline, extended or progressive: what PDF takes (ISO 32000-1, 7.4.8)
    bool rgb = false;                    ///< the components are red, green and blue themselves
    int turn = 1;                        ///< 1 to 8: how the rows stand; 1 is upright
    /// What its colours mean (ICC.1), whole and of as many components; empty: nothing is said, or what is said is no
    /// use.
    std::string profile;
    /// The same picture without place and time of the shot, thumbnails and remarks. Its turn and its colours stay.
    std::string bytes;
};

bool is_jpeg(std::string_view bytes);
/// Nothing where the bytes are cut short or are no JPEG.
std::optional<Jpeg> read_jpeg(std::string_view bytes);

}  // namespace base
