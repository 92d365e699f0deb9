// The proportions of a picture, read from its head.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace layout {

/// In whatever unit the file counts; only the proportions matter. Both are at least 1.
struct ImageSize {
    std::int64_t width, height;
};

/// Of PNG (IHDR), JPEG, SVG (viewBox, or width and height) and PDF (the page's MediaBox where it stands uncompressed).
std::optional<ImageSize> image_size(std::string_view bytes, int page);

}  // namespace layout
