// Looks for the few bytes that tell the size, without a library: those belong to pdf/, a later room.
#include "layout/image_size.h"

#include <charconv>
#include <vector>

#include "base/jpeg.h"

namespace layout {

namespace {

constexpr std::int64_t largest = 1'000'000'000;

std::optional<ImageSize> checked(std::int64_t width, std::int64_t height) {
    if (width < 1 || height < 1 || width > largest || height > largest) return std::nullopt;
    return ImageSize{width, height};
}

std::int64_t big_endian(std::string_view bytes) {
    std::int64_t value = 0;
    for (const char byte : bytes) value = value * 256 + static_cast<unsigned char>(byte);
    return value;
}

/// Numbers in thousandths, in the order they stand in `text`, at most `count`; other characters part them.
std::vector<std::int64_t> numbers(std::string_view text, std::size_t count) {
    std::vector<std::int64_t> found;
    std::size_t at = 0;
    while (at < text.size() && found.size() < count) {
        double value = 0;
        const auto [end, fault] = std::from_chars(text.data() + at, text.data() + text.size(), value);
        if (fault != std::errc{} || !(value > -1e6 && value < 1e6)) {
            ++at;
            continue;
        }
        found.push_back(static_cast<std::int64_t>(value * 1000));
        at = static_cast<std::size_t>(end - text.data());
    }
    return found;
}

std::optional<ImageSize> box_size(std::string_view text) {
    const std::vector<std::int64_t> box = numbers(text, 4);
    return box.size() < 4 ? std::nullopt : checked(box[2], box[3]);
}

/// What stands in the quotes of an attribute of the svg tag.
std::string_view attribute(std::string_view tag, std::string_view name) {
    const std::size_t at = tag.find(name);
    if (at == std::string_view::npos) return {};
    const std::size_t open = tag.find_first_of("\"'", at);
    const std::size_t close = open == std::string_view::npos ? open : tag.find(tag[open], open + 1);
    return close == std::string_view::npos ? std::string_view{} : tag.substr(open + 1, close - open - 1);
}

std::optional<ImageSize> svg_size(std::string_view bytes) {
    const std::string_view from = bytes.substr(bytes.find("<svg"));
    const std::string_view tag = from.substr(0, from.find('>'));
    if (const auto size = box_size(attribute(tag, " viewBox"))) return size;
    const auto width = numbers(attribute(tag, " width"), 1);
    const auto height = numbers(attribute(tag, " height"), 1);
    return width.empty() || height.empty() ? std::nullopt : checked(width[0], height[0]);
}

std::optional<ImageSize> pdf_size(std::string_view bytes, int page) {
    std::size_t at = bytes.find("/MediaBox");
    for (int i = 1; i < page && at != std::string_view::npos; ++i) {
        const std::size_t next = bytes.find("/MediaBox", at + 1);
        if (next == std::string_view::npos) break;
        at = next;
    }
    if (at == std::string_view::npos) return std::nullopt;
    const std::vector<std::int64_t> box = numbers(bytes.substr(at, 200), 4);
    return box.size() < 4 ? std::nullopt : checked(box[2] - box[0], box[3] - box[1]);
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes, int page) {
    if (bytes.starts_with("\x89PNG") && bytes.size() >= 24) {
        return checked(big_endian(bytes.substr(16, 4)), big_endian(bytes.substr(20, 4)));
    }
    if (base::is_jpeg(bytes)) {
        const auto jpeg = base::read_jpeg(bytes);
        return jpeg ? checked(jpeg->width, jpeg->height) : std::nullopt;
    }
    if (bytes.starts_with("%PDF")) return pdf_size(bytes, page);
    return bytes.find("<svg") == std::string_view::npos ? std::nullopt : svg_size(bytes);
}

}  // namespace layout
