// Pictures of the city's own: set as they are, or refused with the reason.
#include "pdf/pdf.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <png.h>

#include "base/jpeg.h"
#include "base/source.h"
#include "pdf/pictures.h"
#include "pdf/specimen.h"
#include "pdf/verdict.h"

namespace {

using test::verdict;

std::string png(unsigned width, unsigned height) {
    std::string samples(std::size_t{width} * height * 4, '\x80');
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&image, nullptr, &size, 0, samples.data(), 0, nullptr);
    std::string bytes(size, '\0');
    png_image_write_to_memory(&image, bytes.data(), &size, 0, samples.data(), 0, nullptr);
    bytes.resize(size);
    return bytes;
}

std::string svg(const std::string& inner) {
    return "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\">\n" + inner +
           "\n</svg>";
}

/// The segments of a picture whose dots mean nothing: a frame with these components, a scan.
std::string jpeg(char frame, int bits, std::string_view components) {
    const auto segment = [](char marker, const std::string& body) {
        return std::string("\xFF") + marker + '\0' + static_cast<char>(body.size() + 2) + body;
    };
    std::string head = {static_cast<char>(bits), 0, 2, 0, 4, static_cast<char>(components.size())};
    for (const char id : components) head += std::string({id, '\x11', 0});
    return "\xFF\xD8" + segment('\xE1', "place and time") + segment(frame, head) + segment('\xDA', "scan") +
           std::string("\x01\xFF\0\x02\xFF\xD0\x03\xFF\xD9", 9);
}

void add_picture(test::Specimen& specimen, const std::string& asset, int y) {
    layout::Structure& structure = specimen.pages.structure;
    std::vector<layout::Chunk>& chunks = specimen.pages.pages[0].chunks;
    const int self = static_cast<int>(structure.elements.size());
    const base::Rect rect{base::Length::points(60), base::Length::points(y), base::Length::points(200),
                          base::Length::points(100)};
    layout::Element figure;
    figure.type = "Figure";
    figure.parent = 0;
    figure.said.own().alt = "地図";
    figure.said.own().bounds = rect;
    figure.kids.push_back({layout::Kid::Kind::chunk, static_cast<int>(chunks.size()), 0});
    chunks.push_back({self, layout::ArtifactKind::layout, {layout::Picture{asset, 1, rect}}});
    structure.elements.push_back(figure);
    structure.elements[0].kids.push_back({layout::Kid::Kind::element, self, 0});
}

}  // namespace

TEST_CASE("PNG, SVG and PDF pages are set, and stay tagged figures") {
    test::Specimen specimen;
    specimen.assets["photo"] = png(4, 2);
    specimen.assets["art"] =
        svg("<style>.a{fill:#183A5A} .b{fill:none;stroke:red;stroke-width:2}</style>"
            "<g transform=\"translate(5 5)\"><rect class=\"a\" width=\"40\" height=\"20\" rx=\"4\"/>"
            "<path class=\"b\" d=\"M10 10a5 5 0 0110 0c1-2 3 4 5 5zm2 2h4v4q2 2 4 0t4-2S60 30 70 20\"/>"
            "<circle cx=\"70\" cy=\"20\" r=\"10\" fill=\"orange\"/><polygon points=\"1,1 2,2 3,1\"/></g>");
    specimen.assets["page"] = specimen.write();
    add_picture(specimen, "photo", 320);
    add_picture(specimen, "art", 440);
    add_picture(specimen, "page", 560);
    const std::string bytes = specimen.write();
    CHECK(bytes.find("/Subtype/Image") != std::string::npos);
    test::leave("pictures.pdf", bytes);
}

TEST_CASE("what is wrong with a picture is said where the city names it") {
    base::Diagnostics diagnostics;
    pdf::PictureVerdicts verdicts;
    pdf::check_pictures({{"map", 1, {3, 10, 20}}}, {{"map", "GIF89a"}}, verdicts, diagnostics, {{"map", {7, 1, 9}}});
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].span == base::Span{7, 1, 9});
}

TEST_CASE("a picture is as large as what it is set from") {
    CHECK(test::size(png(4, 2)) == "4000 2000");
    CHECK(test::size(jpeg('\xC0', 8, "\1\2\3")) == "4000 2000");
    CHECK(test::size(svg("")) == "1000000 500000");
    CHECK(test::size("GIF89a") == "0 0");
}

TEST_CASE("dots are drawn into the unit square (ISO 32000-1, 8.9.5), shapes in their own units") {
    pdf::Objects objects;
    CHECK(pdf::write_picture(objects, png(4, 2), 1).unit_square);
    CHECK(pdf::write_picture(objects, jpeg('\xC0', 8, "\1\2\3"), 1).unit_square);
    CHECK_FALSE(pdf::write_picture(objects, svg(""), 1).unit_square);
}

TEST_CASE("a picture that a camera held on its side is as wide as it is seen") {
    const std::string lying = jpeg('\xC0', 8, "\1\2\3");
    for (int turn = 1; turn <= 8; ++turn) {
        CAPTURE(turn);
        std::string camera(
            "\xFF\xE1\0\x22"
            "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
            29);
        camera += static_cast<char>(turn);
        camera += std::string(6, '\0');
        CHECK(test::size("\xFF\xD8" + camera + lying.substr(2)) == (turn <= 4 ? "4000 2000" : "2000 4000"));
    }
}

TEST_CASE("what cannot be set is refused with its reason") {
    CHECK(verdict(png(4, 2)) == "");
    CHECK(verdict("GIF89a") == "the picture is neither PNG, JPEG, SVG nor PDF");
    CHECK(verdict(png(4, 2).substr(0, 60)) == "the PNG picture is damaged: read beyond end of data");
    CHECK(verdict("\x89PNG") == "the PNG picture is damaged: read beyond end of data");
}

TEST_CASE("JPEG: what PDF takes as it is; anything else is refused") {
    CHECK(verdict(jpeg('\xC0', 8, "\1\2\3")) == "");
    CHECK(verdict(jpeg('\xC2', 8, "\1")) == "");
    CHECK(verdict(jpeg('\xC0', 8, "RGB")) == "");
    CHECK(verdict(jpeg('\xC0', 8, "\1\2\3\4")) == "the JPEG picture has the inks of a printing press (CMYK)");
    for (const auto& [frame, bits] : {std::pair('\xC3', 8), std::pair('\xC9', 8), std::pair('\xC1', 12)}) {
        CHECK(verdict(jpeg(frame, bits, "\1")) == "the JPEG picture is of a rare kind that PDF does not take");
    }
    const std::string whole = jpeg('\xC0', 8, "\1\2\3");
    for (std::size_t size = 3; size < whole.size(); ++size) {
        CHECK(verdict(whole.substr(0, size)) == "the JPEG picture is damaged, or a part of it is missing");
    }
}

/// The picture with a profile in two pieces, the second first; `said` stands where a profile names its space of
/// colours.
std::string with_profile(const std::string& picture, std::string_view said) {
    std::string profile(132, '\0');
    profile[3] = static_cast<char>(132);
    profile[8] = 4;
    profile.replace(12, 8, "mntr" + std::string(said)).replace(36, 4, "acsp");
    const auto segment = [&](char number, std::string_view piece) {
        const std::string text = std::string("ICC_PROFILE\0", 12) + number + '\2' + std::string(piece);
        return std::string("\xFF\xE2\0", 3) + static_cast<char>(text.size() + 2) + text;
    };
    const std::string_view whole = profile;
    return picture.substr(0, 2) + segment('\2', whole.substr(70)) + segment('\1', whole.substr(0, 70)) +
           picture.substr(2);
}

TEST_CASE("JPEG: what a camera says of its colours is set with it") {
    const std::string colour = jpeg('\xC0', 8, "\1\2\3"), grey = jpeg('\xC0', 8, "\1");
    CHECK(base::read_jpeg(colour)->profile.empty());
    CHECK(base::read_jpeg(with_profile(colour, "RGB "))->profile.size() == 132);
    CHECK(base::read_jpeg(with_profile(grey, "GRAY"))->profile.size() == 132);
    CHECK(base::read_jpeg(with_profile(grey, "RGB "))->profile.empty());
    CHECK(base::read_jpeg(with_profile(colour, "CMYK"))->profile.empty());
    const std::string half = with_profile(colour, "RGB ").erase(2, 4 + 14 + 62);
    CHECK(base::read_jpeg(half)->profile.empty());
    test::Specimen specimen;
    specimen.assets["photo"] = with_profile(colour, "RGB ");
    add_picture(specimen, "photo", 320);
    const std::string bytes = specimen.write();
    CHECK(bytes.find("/ICCBased") != std::string::npos);
}

TEST_CASE("JPEG: components that are called R, G and B are those colours, others are brightness and two differences") {
    CHECK(base::read_jpeg(jpeg('\xC0', 8, "RGB"))->rgb);
    for (const char* others : {"\1\2\3", "XGB", "RXB", "RGX", "RGBA"}) {
        CAPTURE(others);
        CHECK_FALSE(base::read_jpeg(jpeg('\xC0', 8, others))->rgb);
    }
    pdf::Objects objects;
    pdf::write_picture(objects, jpeg('\xC0', 8, "RGB"), 1);
    CHECK(objects.file().find("/DecodeParms<</ColorTransform 0>>") != std::string::npos);
}

TEST_CASE("JPEG: what describes the colours of a printer, or by rules that came later, is not set") {
    const std::string good = with_profile(jpeg('\xC0', 8, "\1\2\3"), "RGB ");
    const auto with = [&](std::size_t from, std::string_view letters) {
        std::string other = good;
        const std::size_t begin = other.find("mntr") - 12;  // ICC.1:2010, 7.2
        other.replace(begin + from, letters.size(), letters);
        return base::read_jpeg(other)->profile.size();
    };
    for (const char* device : {"mntr", "scnr", "spac"}) CHECK(with(12, device) == 132);
    for (const char* device : {"prtr", "link", "abst"}) CHECK(with(12, device) == 0);
    CHECK(with(8, "\2") == 132);
    CHECK(with(8, "\4") == 132);
    CHECK(with(8, "\1") == 0);
    CHECK(with(8, "\5") == 0);
    CHECK(with(36, "what") == 0);
    CHECK(with(3, "\1") == 0);  // another length than it has
}

TEST_CASE("SVG: plain shapes only, faults with their line") {
    CHECK(verdict(svg("<g/>")) == "");
    CHECK(verdict(svg("<text>厚木</text>")) == "the SVG picture uses <text> in line 3, which is not supported");
    CHECK(verdict(svg("<rect style=\"fill:url(#g)\"/>")) ==
          "the SVG picture uses fill: url(#g) in line 3, which is not supported");
    CHECK(verdict(svg("<g opacity=\"0.5\"/>")) == "the SVG picture uses opacity in line 3, which is not supported");
    CHECK(verdict(svg("<g><rect></g>")) == "the SVG picture is damaged in line 3");
    CHECK(verdict(svg("<rect fill=\"red\" fill=\"blue\"/>")) == "the SVG picture is damaged in line 3");
    CHECK(verdict(svg("<g>")) == "the SVG picture is damaged in line 4");
    CHECK(verdict(svg("") + "\n<g/>") == "the SVG picture is damaged in line 5");
    CHECK(verdict(svg("") + "more") == "the SVG picture is damaged in line 4");
    const std::string empty = "\n<svg viewBox=\"0 0 1 1\">&bomb;</svg>";
    CHECK(verdict("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\">" + empty) == "");
    CHECK(verdict("\n<!DOCTYPE svg [<!ENTITY bomb \"boom\">]>" + empty) == "the SVG picture is damaged in line 2");
    CHECK(verdict(svg("<rect fill=\"&ink;\"/>")) ==
          "the SVG picture uses fill: &ink; in line 3, which is not supported");
    CHECK(verdict(svg("<s:g xmlns:s=\"http://www.w3.org/2000/svg\"><s:rect/></s:g>")) == "");
    CHECK(verdict("<svg/>") == "the SVG picture has no viewBox, or an empty one");
    const auto nested = [](int depth) {
        std::string text;
        for (int i = 0; i < depth; ++i) text += "<g>";
        for (int i = 0; i < depth; ++i) text += "</g>";
        return svg(text);
    };
    CHECK(verdict(nested(100)) == "");
    CHECK(verdict(nested(101)) == "the SVG picture is damaged in line 3");
    CHECK(verdict(nested(200'000)) == "the SVG picture is damaged in line 3");
    std::string many;
    for (int i = 0; i < 200'000; ++i) many += "<g/>";
    CHECK(verdict(svg(many)) == "the SVG picture is damaged in line 3");
}

TEST_CASE("a small SVG cannot ask for hours") {
    std::string sheet = "<style>.a{", shapes;
    for (int i = 0; i < 2'000; ++i) sheet += fmt::format("p{}:x;", i);
    for (int i = 0; i < 10'000; ++i) shapes += "<path class=\"a\" d=\"M0 0h1\"/>";
    CHECK(verdict(svg(sheet + "}</style>" + shapes)) == "the SVG picture takes too much work");
    std::string dashes, strokes;
    for (int i = 0; i < 20'000; ++i) dashes += "1 2 ";
    for (int i = 0; i < 10'000; ++i) strokes += "<path d=\"M0 0h1\"/>";
    CHECK(verdict(svg("<g stroke=\"red\" stroke-dasharray=\"" + dashes + "\">" + strokes + "</g>")) ==
          "the SVG picture takes too much work");
    CHECK(verdict(svg("<g stroke=\"red\" stroke-dasharray=\"3 1\">" + strokes + "</g>")) == "");
}
