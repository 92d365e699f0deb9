// A walk over the segments; the dots themselves are not looked at. Segments of applications go, since they tell where a
// photo was taken, but for those that say how its colours and rows are meant.
#include "base/jpeg.h"

#include <map>
#include <utility>

namespace base {

namespace {

using namespace std::string_view_literals;

constexpr unsigned start = 0xD8, end = 0xD9, scan = 0xDA, application = 0xE0, exif = 0xE1, profile = 0xE2, adobe = 0xEE,
                   comment = 0xFE;
constexpr std::string_view exif_name = "Exif\0\0"sv;

unsigned byte(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

std::size_t number(std::string_view bytes, std::size_t at, std::size_t count, bool little = false) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8U | byte(bytes, at + (little ? count - 1 - i : i));
    return value;
}

/// The orientation that stands in the first directory of a segment Exif; 1 where it does not say one.
int turn_in(std::string_view segment) {
    if (!segment.starts_with(exif_name)) return 1;
    const std::string_view tiff = segment.substr(exif_name.size());
    const bool little = tiff.starts_with("II");
    const std::size_t first = number(tiff, 4, 4, little);
    if (tiff.size() < 8 || first > tiff.size()) return 1;
    const std::size_t count = number(tiff, first, 2, little);
    for (std::size_t i = 0; i < count && first + 14 + 12 * i <= tiff.size(); ++i) {
        const std::size_t entry = first + 2 + 12 * i;
        const std::size_t value = number(tiff, entry + 8, 2, little);
        if (number(tiff, entry, 2, little) == 0x0112 && value >= 1 && value <= 8) return static_cast<int>(value);
    }
    return 1;
}

/// A segment Exif that says nothing but the turn.
std::string segment_of_turn(int turn) {
    std::string text("\xFF\xE1\0\x22"sv);
    text += exif_name;
    text += "MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv;
    text += static_cast<char>(turn);
    return text + std::string(6, '\0');
}

constexpr std::string_view profile_name = "ICC_PROFILE\0"sv;

/// A profile comes in as many as 255 numbered pieces (ICC.1:2022, B.4).
class Profile {
   public:
    void take(std::string_view segment) {
        if (!segment.starts_with(profile_name) || segment.size() < profile_name.size() + 2) return;
        pieces_[byte(segment, profile_name.size())] = segment.substr(profile_name.size() + 2);
        count_ = byte(segment, profile_name.size() + 1);
    }

    /// Of a screen, a scanner or a space of colours, for pictures with so many components; else nothing.
    std::string whole(int components) const {
        std::string all;
        if (pieces_.size() != count_ || pieces_.empty() || pieces_.rbegin()->first != count_) return {};
        for (const auto& [at, piece] : pieces_) all += piece;
        const std::string_view kind = std::string_view(all).substr(0, 40);
        const bool known = kind.size() == 40 && kind.substr(36, 4) == "acsp" && number(all, 0, 4) == all.size() &&
                           byte(all, 8) >= 2 && byte(all, 8) <= 4;
        if (!known || kind.substr(16, 4) != (components == 1 ? "GRAY" : "RGB ")) return {};
        const std::string_view of = kind.substr(12, 4);
        return of == "mntr" || of == "scnr" || of == "spac" ? all : std::string();
    }

   private:
    std::map<unsigned, std::string_view> pieces_;
    std::size_t count_ = 0;
};

/// SOF0 to SOF15 but for the three codes between them that define tables.
bool is_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool stays(unsigned marker, std::string_view segment) {
    if (marker == application) return segment.starts_with("JFIF\0"sv);
    if (marker == profile) return segment.starts_with(profile_name);
    if (marker == adobe) return segment.starts_with("Adobe");
    return marker < application || marker > 0xEF;
}

bool read_frame(unsigned marker, std::string_view segment, Jpeg& jpeg) {
    jpeg.bits = static_cast<int>(byte(segment, 0));
    jpeg.height = static_cast<std::int64_t>(number(segment, 1, 2));
    jpeg.width = static_cast<std::int64_t>(number(segment, 3, 2));
    jpeg.components = static_cast<int>(byte(segment, 5));
    jpeg.huffman = marker <= 0xC2;
    jpeg.rgb = jpeg.components == 3 && byte(segment, 6) == 'R' && byte(segment, 9) == 'G' && byte(segment, 12) == 'B';
    return segment.size() >= 6 + 3 * static_cast<std::size_t>(jpeg.components) && jpeg.width > 0 && jpeg.height > 0;
}

/// Where the coded dots behind a scan's head end: at a marker that is neither a restart nor a stuffed byte.
std::size_t end_of_dots(std::string_view bytes, std::size_t at) {
    for (; at + 1 < bytes.size(); ++at) {
        const unsigned next = byte(bytes, at + 1);
        if (byte(bytes, at) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at;
    }
    return std::string_view::npos;
}

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

std::optional<Jpeg> read_jpeg(std::string_view bytes) {
    if (!is_jpeg(bytes)) return std::nullopt;
    Jpeg jpeg;
    std::string rest;
    Profile colours;
    bool dots = false;
    std::size_t at = 2;
    while (at + 1 < bytes.size() && byte(bytes, at) == 0xFF) {
        const unsigned marker = byte(bytes, at + 1);
        if (marker == 0xFF) {  // fill bytes
            ++at;
            continue;
        }
        if (marker == end) {
            if (!dots || jpeg.width == 0) return std::nullopt;
            if (jpeg.turn >= 5) std::swap(jpeg.width, jpeg.height);
            jpeg.profile = colours.whole(jpeg.components);
            jpeg.bytes = "\xFF\xD8" + (jpeg.turn == 1 ? std::string() : segment_of_turn(jpeg.turn)) + rest + "\xFF\xD9";
            return jpeg;
        }
        const std::size_t length = number(bytes, at + 2, 2);
        if (length < 2 || at + 2 + length > bytes.size() || marker == start) return std::nullopt;
        const std::string_view segment = bytes.substr(at + 4, length - 2);
        if (is_frame(marker) && !read_frame(marker, segment, jpeg)) return std::nullopt;
        if (marker == exif && jpeg.turn == 1) jpeg.turn = turn_in(segment);
        if (marker == profile) colours.take(segment);
        std::size_t next = at + 2 + length;
        if (marker == scan) {
            next = end_of_dots(bytes, next);
            if (next == std::string_view::npos) return std::nullopt;
            dots = true;
        }
        if (stays(marker, segment) && marker != comment) rest += bytes.substr(at, next - at);
        at = next;
    }
    return std::nullopt;
}

}  // namespace base
