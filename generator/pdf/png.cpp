// PNG pictures, decoded by libpng's simple interface to eight bits of grey or RGB on white: no alpha is left.
#include <fmt/format.h>
#include <png.h>

#include <vector>

#include "base/message.h"
#include "pdf/pictures.h"

namespace pdf {
namespace {

constexpr std::uint64_t most_pixels = 40'000'000;

[[noreturn]] void damaged(const png_image& image) {
    throw PictureFault(base::say("the PNG picture is damaged: {}", std::string(image.message)));
}

/// Frees what libpng holds, on any way out.
struct OpenPng {
    png_image image{};
    OpenPng() { image.version = PNG_IMAGE_VERSION; }
    OpenPng(const OpenPng&) = delete;
    OpenPng& operator=(const OpenPng&) = delete;
    ~OpenPng() { png_image_free(&image); }
};

}  // namespace

/// Every kind of PNG becomes eight bits of grey or RGB; what is transparent shows white, the paper's colour.
PictureResource write_png(Objects& objects, std::string_view bytes) {
    OpenPng reading;
    png_image& image = reading.image;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) damaged(image);
    const std::uint64_t pixels = std::uint64_t{image.width} * image.height;
    if (pixels > most_pixels) {
        throw PictureFault(
            base::say("the picture has {} pixels, more than {} million", pixels, most_pixels / 1'000'000));
    }
    const bool grey = (image.format & PNG_FORMAT_FLAG_COLOR) == 0;
    image.format = grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    const std::size_t stride = std::size_t{image.width} * (grey ? 1 : 3);
    std::string samples(stride * image.height, '\0');
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image, &white, samples.data(), static_cast<png_int_32>(stride), nullptr) == 0) {
        damaged(image);
    }
    PictureResource result;
    result.id = objects.add_stream(
        fmt::format("/Type/XObject/Subtype/Image/Width {}/Height {}/BitsPerComponent 8/ColorSpace/{}", image.width,
                    image.height, grey ? "DeviceGray" : "DeviceRGB"),
        samples);
    result.width = base::Length::points(image.width);
    result.height = base::Length::points(image.height);
    result.unit_square = true;
    return result;
}

}  // namespace pdf
