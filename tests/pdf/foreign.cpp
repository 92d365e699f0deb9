// Pages of a PDF from elsewhere: taken over as PDF/A allows, or refused with the reason.
#include "pdf/foreign.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "pdf/pictures.h"
#include "pdf/specimen.h"
#include "pdf/verdict.h"

namespace {

using test::verdict;

/// A file of one page of 300 by 200, and what its resources need.
struct ForeignPdf {
    std::string page_entries = {};
    pdf::Objects objects = {};

    std::string stream(const std::string& entries, const std::string& bytes) {
        return pdf::reference(objects.add_stream(entries, bytes));
    }
    std::string form(const std::string& entries, const std::string& content) {
        return stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + entries, content);
    }
    std::string image(const std::string& entries) {
        return stream("/Type/XObject/Subtype/Image/Width 1/Height 1" + entries, "x");
    }
    std::string file(const std::string& resources, const std::string& content) {
        const std::string root = pdf::reference(objects.page_root());
        const pdf::Id page = objects.add("<</Type/Page/Parent " + root + "/MediaBox[0 0 300 200]" + page_entries +
                                         "/Contents " + stream("", content) + "/Resources<<" + resources + ">>>>");
        objects.set_page_root("/Type/Pages/Count 1/Kids[" + pdf::reference(page) + "]");
        objects.set_catalog("/Type/Catalog/Pages " + root);
        return objects.file();
    }
};

std::string small_pdf(const std::string& resources, const std::string& content) {
    return ForeignPdf().file(resources, content);
}

/// The same with a trailer that says it is encrypted.
std::string encrypted_pdf() {
    std::string bytes = small_pdf("", "");
    bytes.insert(bytes.rfind("/Root"), "/Encrypt<</Filter/Standard/V 5/R 6/Length 256>>");
    return bytes;
}

/// Rows behind a byte each that says whether they are their difference from the one above (ISO 32000-1, 7.4.4.4).
std::string unpredicted(const std::string& bytes, std::size_t width) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += width + 1) {
        for (std::size_t i = 1; i <= width; ++i) {
            const int above = bytes[at] == '\2' && out.size() >= width ? out[out.size() - width] : 0;
            out += static_cast<char>(bytes[at + i] + above);
        }
    }
    return out;
}

/// A file with what stands in its object streams behind it.
std::string with_objects(std::string bytes) {
    const std::size_t size = bytes.size();
    for (std::size_t at = bytes.find("/Type/ObjStm"); at < size; at = bytes.find("/Type/ObjStm", at + 1)) {
        const std::size_t width = std::stoul(bytes.substr(bytes.find("/Columns ", at) + 9));
        const std::size_t begin = bytes.find("stream\n", at) + 7;
        const std::string packed = bytes.substr(begin, bytes.find("\nendstream", begin) - begin);
        bytes += unpredicted(pdf::inflated(packed, 10'000'000), width);
    }
    return bytes;
}

/// The file that the page of another is taken over into.
std::string taken(const std::string& bytes) {
    pdf::Objects objects;
    pdf::write_picture(objects, bytes, 1);
    return with_objects(objects.file());
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a page is as large as its crop box, upright, also where its dictionary is packed") {
    const auto size = [](const std::string& page_entries) {
        const std::string bytes = ForeignPdf{page_entries}.file("", "");
        REQUIRE(bytes.find("/MediaBox") == std::string::npos);
        return test::size(bytes);
    };
    CHECK(size("") == "300000 200000");
    CHECK(size("/Rotate 90") == "200000 300000");
    CHECK(size("/Rotate -180") == "300000 200000");
    CHECK(size("/CropBox[100 0 300 50]") == "200000 50000");
}

TEST_CASE("PDF pages: damaged, encrypted and unfit ones are refused") {
    CHECK(verdict(small_pdf("", "0 0 10 10 re f")) == "");
    CHECK(verdict(small_pdf("", "0 0 10 10 re f"), 2) == "the PDF has 1 pages, and no page 2");
    CHECK(verdict("%PDF-1.4\nnothing") == "the PDF is damaged");
    pdf::Objects empty;
    empty.set_page_root("/Type/Pages/Count 1/Kids[99 0 R]");
    empty.set_catalog("/Type/Catalog/Pages " + pdf::reference(empty.page_root()));
    CHECK(verdict(empty.file()) == "the PDF is damaged");
    CHECK(verdict(encrypted_pdf()) == "the PDF is encrypted");
}

TEST_CASE("a foreign page is balanced, and without what is of use only where it comes from") {
    const auto cleaned = [](const std::string& operators) { return pdf::clean_content(operators).operators; };
    CHECK(cleaned("/F 9 Tf /P<</MCID 0>>BDC 1 0 0 rg (a) Tj EMC") == "/F 9 Tf\n1 0 0 rg\n(a) Tj\n");
    CHECK(cleaned("BX /Perceptual ri EX 1 w") == "1 w\n");
    CHECK(cleaned("q q BT") == "q\nq\nBT\nET\nQ\nQ\n");
    CHECK(cleaned("Q ET q Q Q 1 w") == "q\nQ\n1 w\n");
    CHECK(cleaned("BI /W 1 /H 1 /BPC 8 /CS /G /I true /Intent /Foo ID x EI Q") ==
          "BI\n/W 1 /H 1 /BPC 8 /CS /G ID x \nEI\n");
    CHECK(cleaned("/F 9 Tf <000D0A28> Tj (\xFE\xFF"
                  "a) Tj") ==
          "/F 9 Tf\n<000D0A28> Tj\n(\xFE\xFF"
          "a) Tj\n");
}

TEST_CASE("operators that a PDF/A must not hold") {
    const auto says = [](const std::string& content) { return verdict(small_pdf("", content)); };
    const auto nested = [](int depth) {
        std::string content;
        for (int i = 0; i < depth; ++i) content += "q ";
        return content;
    };
    CHECK(says("BX 1 2 foo EX") == "the PDF page has foo, which is no operator");
    CHECK(says("\x1B\x82o") == "the PDF page has \uFFFD\uFFFDo, which is no operator");
    CHECK(says("0 0 0 1 k") == "the PDF page uses CMYK colours");
    CHECK(says("/DeviceCMYK cs") == "the PDF page uses CMYK colours");
    CHECK(says("/OC/L BDC 1 w EMC") == "the PDF page has layers");
    CHECK(says("(a) Tj") == "the PDF page shows text without a font");
    CHECK(says("BT q /F 9 Tf Q (a) Tj ET") == "the PDF page shows text without a font");
    CHECK(says("/F 9 Tf") == "the PDF page uses F, which is not among its resources");
    CHECK(says("/P cs /P scn") == "the PDF page uses P, which is not among its resources");
    CHECK(says(nested(27)) == "");
    CHECK(says(nested(28)) == "the PDF page saves the graphics state more than 27 times in a row");
    const std::string beyond = "the PDF page holds a number, name or string beyond the limits of PDF/A";
    CHECK(says("2147483647 w -2147483648 w") == "");
    CHECK(says("2147483648 w") == beyond);
    CHECK(says("1" + std::string(40, '0') + ".0 w") == beyond);
    CHECK(says("/F 9 Tf (" + std::string(32'768, 'a') + ") Tj") == beyond);
    CHECK(says("/" + std::string(128, 'n') + " gs") == beyond);
    CHECK(says("/\x82l gs") == beyond);
}

TEST_CASE("inline images that a PDF/A must not hold") {
    const auto says = [](const std::string& entries) {
        return verdict(small_pdf("", "BI /W 1 /H 1 " + entries + " ID x EI"));
    };
    CHECK(says("/BPC 8 /CS /G") == "");
    CHECK(says("/BPC 8 /CS /G /F /Fl") == "");
    CHECK(says("/BPC 8 /CS /G /F /LZW") == "the PDF page is compressed with LZW, which PDF/A does not allow");
    CHECK(says("/BPC 8 /CS /G /Filter [/A85 /Crypt]") ==
          "the PDF page is compressed with Crypt, which PDF/A does not allow");
    CHECK(says("/BPC 8 /CS /CMYK") == "the PDF page uses CMYK colours");
    CHECK(says("/BPC 8 /CS [/I /CMYK 0 <00000000>]") == "the PDF page uses CMYK colours");
    CHECK(says("/BPC 8 /CS /Own") == "the PDF page uses Own, which is not among its resources");
    CHECK(says("/BPC 3 /CS /G") == "the PDF page holds a picture of 3 bits for a colour");
    CHECK(says("/BPC 8 /IM true") == "the PDF page holds a picture of 8 bits for a colour");
    CHECK(verdict(small_pdf("", "BI /W 1 /H 1 /BPC 8 /CS /G ID x")) == "the PDF is damaged");
}

TEST_CASE("pictures and forms of a foreign page") {
    ForeignPdf plain;
    const std::string form = plain.form("/Ref<</F(a.pdf)/Page 0>>/PS " + plain.stream("", "%") +
                                            "/Subtype2/PS/OPI<<>>/StructParents 7/Metadata 1 0 R/PieceInfo<<>>",
                                        "0 0 5 5 re f");
    const std::string image = plain.image(
        "/ColorSpace/DeviceGray/BitsPerComponent 8/Interpolate true/Intent/Foo/Alternates[]/OPI<<>>/StructParent 7");
    // Names of resources are free, even where keys of that name are left behind.
    const std::string file =
        taken(plain.file("/XObject<</PS " + form + "/Intent " + image + ">>", "/PS Do /Intent Do"));
    for (const char* key : {"/Ref", "/Subtype2", "/OPI", "/StructParent", "/Metadata", "/PieceInfo", "/Interpolate",
                            "/Intent /Foo", "/Alternates"}) {
        CHECK_MESSAGE(!has(file, key), key);
    }
    CHECK(has(file, "/PS "));
    CHECK(has(file, "/Intent "));
    CHECK(has(file, "/Resources<<"));  // of the form, which had none

    CHECK(verdict(small_pdf("/XObject<</X<</Subtype/Form>>>>", "/X Do")) == "the PDF is damaged");
    CHECK(verdict(small_pdf("/XObject<</X 1 0 R>>", "/X Do")) ==
          "the PDF page holds PostScript or the like, neither picture nor form");

    const auto says = [](const std::string& entries) {
        ForeignPdf pdf;
        const std::string object = pdf.stream(entries, "/G gs");
        return verdict(pdf.file("/XObject<</X " + object + ">>/ExtGState<</G<</LW 1>>>>", "/X Do"));
    };
    CHECK(says("/Subtype/PS") == "the PDF page holds PostScript or the like, neither picture nor form");
    CHECK(says("/Subtype/Form/BBox[0 0 9 9]") == "the PDF page uses G, which is not among its resources");
    CHECK(says("/Subtype/Form/BBox[0 0 9 9]/Resources<</ExtGState<</G<</LW 1>>>>>>") == "");
    CHECK(says("/Subtype/Form/BBox[0 0 9 9]/OC<</Type/OCG>>") == "the PDF page has layers");
    CHECK(says("/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency/CS/DeviceCMYK>>") ==
          "the PDF page uses CMYK colours");
    CHECK(says("/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceCMYK") ==
          "the PDF page uses CMYK colours");
    CHECK(says("/Subtype/Image/Width 1/Height 1/BitsPerComponent 5/ColorSpace/DeviceGray") ==
          "the PDF page holds a picture of 5 bits for a colour");
}

TEST_CASE("filters of a foreign page") {
    // "-----A---B" in LZW, as in ISO 32000-1, 7.4.4.2.
    const std::string packed = "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01";
    const auto filtered = [&](const std::string& filter) {
        ForeignPdf pdf;
        const pdf::Id picture = pdf.objects.add_stream(
            "/Type/XObject/Subtype/Image/Width 10/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Filter" + filter,
            packed, pdf::Objects::Filter::none);
        return pdf.file("/XObject<</X " + pdf::reference(picture) + ">>", "/X Do");
    };
    CHECK(!has(taken(filtered("/LZWDecode")), "LZW"));
    const std::string photograph = taken(filtered("[/ASCII85Decode/DCTDecode]"));
    CHECK(has(photograph, "/Filter[ /ASCII85Decode /DCTDecode]"));
    CHECK(has(photograph, packed));  // what it may not unpack stays to the byte
    CHECK(verdict(filtered("/JPXDecode")) == "the PDF page holds a JPEG 2000 picture");
    CHECK(verdict(filtered("/Crypt")) == "the PDF page is compressed with Crypt, which PDF/A does not allow");
}

TEST_CASE("graphics states of a foreign page") {
    const auto page = [](const std::string& state) { return small_pdf("/ExtGState<</G<<" + state + ">>>>", "/G gs"); };
    CHECK(verdict(page("/BM/Foo")) == "the PDF page has the unknown blend mode Foo");
    CHECK(verdict(page("/BM[/Multiply/Foo]")) == "the PDF page has the unknown blend mode Foo");
    CHECK(verdict(page("/BM[/Multiply/Screen]")) == "");
    CHECK(verdict(page("/Font[1 0 R 9]")) == "the PDF page sets a font as part of the graphics state");
    const std::string file = taken(page("/CA .5/TR/Identity/TR2/Foo/HT<<>>/HTP[]/OPM 1/RI/Foo/SMask/None"));
    for (const char* key : {"/TR", "/HT", "/OPM", "/RI"}) CHECK_MESSAGE(!has(file, key), key);
    CHECK(has(file, "/CA 0.5"));
    // The transfer function of a soft mask is another, and allowed.
    ForeignPdf masked;
    const std::string mask = masked.form("/Group<</S/Transparency>>", "0 0 5 5 re f");
    CHECK(has(taken(masked.file("/ExtGState<</G<</SMask<</S/Alpha/G " + mask + "/TR/Identity>>>>>>", "/G gs")),
              "/TR /Identity"));
}

TEST_CASE("colours of a foreign page") {
    const auto says = [](const std::string& space) {
        return verdict(small_pdf("/ColorSpace<</S " + space + ">>", "/S cs"));
    };
    const std::string tint = "<</FunctionType 2/Domain[0 1]/C0[0 0 0]/C1[1 0 0]/N 1>>";
    CHECK(says("[/CalRGB<</WhitePoint[1 1 1]>>]") == "");
    CHECK(says("[/Indexed/DeviceRGB 0<000000>]") == "");
    CHECK(says("[/Indexed/DeviceCMYK 0<00000000>]") == "the PDF page uses CMYK colours");
    CHECK(says("[/Separation/Ink/DeviceRGB" + tint + "]") == "the PDF page uses spot colours");
    CHECK(says("[/DeviceN[/Ink]/DeviceRGB" + tint + "]") == "the PDF page uses spot colours");
    const auto profile = [](const std::string& entries, char version, const std::string& space) {
        std::string bytes(128, '\0');
        bytes[8] = version;
        bytes.replace(12, 8, "mntr" + space);
        ForeignPdf pdf;
        const std::string stream = pdf.stream(entries, bytes);
        return verdict(pdf.file("/ColorSpace<</S[/ICCBased " + stream + "]>>", "/S cs"));
    };
    const std::string bad = "the PDF page has a colour profile that PDF/A does not allow";
    CHECK(profile("/N 3/Alternate/DeviceCMYK", 4, "RGB ") == "");
    CHECK(profile("/N 1", 2, "GRAY") == "");
    CHECK(profile("/N 3", 5, "RGB ") == bad);
    CHECK(profile("/N 1", 4, "RGB ") == bad);
    CHECK(profile("/N 3", 4, "XYZ ") == bad);
    CHECK(profile("", 4, "RGB ") == bad);
    CHECK(says("[/ICCBased 99 0 R]") == bad);
}

TEST_CASE("simple fonts of a foreign page") {
    const auto says = [](const std::string& font) { return verdict(small_pdf("/Font<</F<<" + font + ">>>>", "")); };
    const std::string unembedded = "the PDF page uses the font Helvetica, which is not embedded";
    CHECK(says("/Type/Font/Subtype/Type1/BaseFont/Helvetica") == unembedded);
    CHECK(says("/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding") == unembedded);
    CHECK(says("/Subtype/Foo/BaseFont/Helvetica") ==
          "the font Helvetica in the PDF page is incomplete or contradicts itself");
    ForeignPdf pdf;
    const std::string descriptor = "/FontDescriptor<</Flags 4/FontFile2 " + pdf.stream("", "program") + ">>";
    const std::string font = "/Subtype/TrueType/BaseFont/Own/FirstChar 97/LastChar 97" + descriptor;
    CHECK(verdict(pdf.file("/Font<</F<<" + font + "/Widths[500]>>>>", "")) == "");
    CHECK(verdict(pdf.file("/Font<</F<<" + font + ">>>>", "")) ==
          "the font Own in the PDF page is incomplete or contradicts itself");
    CHECK(verdict(pdf.file("/Font<</F<<" + font + "/Widths[500]/Encoding/WinAnsiEncoding>>>>", "")) ==
          "the font Own in the PDF page is incomplete or contradicts itself");
    CHECK(verdict(pdf.file("/Font<</F<<" + font + "/Widths[500]>>>>", "/F 9 Tf (a) Tj")) ==
          "the characters of the font Own in the PDF page are not known");
}

TEST_CASE("each character of a foreign page is known") {
    const auto says = [](const std::string& map, const std::string& glyph = "x", const std::string& width = "1000") {
        ForeignPdf pdf;
        const std::string square = pdf.stream("", "1000 0 0 0 750 750 d1 0 0 750 750 re f");
        const std::string to_unicode = map.empty() ? "" : "/ToUnicode " + pdf.stream("", map);
        return verdict(
            pdf.file("/Font<</F<</Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[.001 0 0 .001 0 0]/FirstChar "
                     "97/LastChar 98/Widths[1000 " +
                         width + "]/Encoding<</Differences[97/" + glyph + "/" + glyph + "]>>/CharProcs<</" + glyph +
                         " " + square + ">>" + to_unicode + ">>>>",
                     "/F 9 Tf [(a) 10 (b)] TJ"));
    };
    const std::string unknown = "the characters of the font Type3 in the PDF page are not known";
    CHECK(says("") == "");  // glyphs of a known name
    CHECK(says("", "square.own") == unknown);
    CHECK(says("2 beginbfchar <61> <0041> <62> <D83DDE00> endbfchar", "sq1") == "");
    CHECK(says("1 beginbfrange <60> <62> <0041> endbfrange", "sq1") == "");
    CHECK(says("1 beginbfrange <61> <62> [<0041> <0042>] endbfrange", "sq1") == "");
    CHECK(says("1 beginbfchar <61> <0041> endbfchar", "sq1") == unknown);
    CHECK(says("1 beginbfrange <61> <62> [<0041>] endbfrange", "sq1") == unknown);
    for (const char* nothing : {"", "0000", "FEFF", "FFFE", "E000", "DB800000", "41"}) {
        const std::string map = "1 beginbfchar <61> <0041> <62> <" + std::string(nothing) + "> endbfchar";
        CHECK_MESSAGE(says(map, "sq1") == unknown, nothing);
    }
    CHECK(says("", "x", "900") == "the widths of the font Type3 in the PDF page are not those it is drawn with");
}

TEST_CASE("composite fonts of a foreign page") {
    test::Specimen specimen;
    const text::FontProgram gothic = specimen.gothic->program();
    const text::FontProgram noto = specimen.noto->program();
    const auto [glyph, width] = gothic.widths.back();
    const auto file = [](const text::FontProgram& program, const std::string& descendant, unsigned shown,
                         const std::string& encoding = "Identity-H") {
        ForeignPdf pdf;
        const std::string code = fmt::format("<{:04X}>", shown);
        const std::string map = pdf.stream("", "1 beginbfchar " + code + " <0041> endbfchar");
        const std::string font = pdf.stream(program.cff ? "/Subtype/CIDFontType0C" : "", program.bytes);
        return pdf.file("/Font<</F<</Subtype/Type0/BaseFont/Own/Encoding/" + encoding + "/ToUnicode " + map +
                            "/DescendantFonts[<</Subtype/CIDFontType" + (program.cff ? "0" : "2") + "/BaseFont/Own" +
                            descendant + "/FontDescriptor<</" + (program.cff ? "FontFile3 " : "FontFile2 ") + font +
                            ">>>>]>>>>",
                        "/F 9 Tf " + code + " Tj");
    };
    const std::string info = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
    const std::string right = info + fmt::format("/W[{} [{}]]", glyph, width);
    const std::string ranged = info + fmt::format("/DW {}/W[{} {} {}]", width + 9, glyph, glyph, width);
    const std::string wrong = info + fmt::format("/W[{} [{}]]", glyph, width + 2);
    const std::string widths = "the widths of the font Own in the PDF page are not those it is drawn with";
    const std::string incomplete = "the font Own in the PDF page is incomplete or contradicts itself";
    CHECK(has(taken(file(gothic, right, glyph)), "/CIDToGIDMap /Identity"));
    CHECK(verdict(file(gothic, ranged, glyph)) == "");
    CHECK(verdict(file(gothic, wrong, glyph)) == widths);
    CHECK(verdict(file(gothic, right, 0)) == "the font Own in the PDF page lacks a character that is shown");
    CHECK(verdict(file(gothic, right, glyph, "90ms-RKSJ-H")) ==
          "the characters of the font Own in the PDF page are not known");
    CHECK(verdict(file(gothic, "", glyph)) == incomplete);
    const auto [letter, advance] = noto.widths.back();
    CHECK(verdict(file(noto, info + fmt::format("/DW {}", advance), letter)) == "");
    CHECK(verdict(file(noto, info + fmt::format("/DW {}", advance + 2), letter)) == widths);
    text::FontProgram broken = gothic;
    broken.bytes = "no program";
    CHECK(verdict(file(broken, right, glyph)) == incomplete);
}

TEST_CASE("a foreign page without measure or end") {
    const std::string complex = "the PDF page is too complex";
    // Each form draws the next one, and the last one the one named.
    const auto chain = [](int length, const std::string& last) {
        ForeignPdf pdf;
        const pdf::Id resources = pdf.objects.reserve();
        std::string names;
        for (int i = 0; i < length; ++i) {
            const std::string next = i + 1 < length ? fmt::format("/X{} Do", i + 1) : last;
            names += fmt::format("/X{} ", i) + pdf.form("/Resources " + pdf::reference(resources), next);
        }
        pdf.objects.set(resources, "<</XObject<<" + names + ">>>>");
        return verdict(pdf.file("/XObject<<" + names + ">>", "/X0 Do"));
    };
    CHECK(chain(30, "1 w") == "");
    CHECK(chain(50, "1 w") == complex);
    CHECK(chain(3, "/X0 Do") == complex);
    CHECK(chain(1, "/X0 Do") == complex);
    CHECK(chain(20'001, "") == complex);
    ForeignPdf circle;
    const pdf::Id itself = circle.objects.reserve();
    circle.objects.set(itself, pdf::reference(itself));
    CHECK(verdict(circle.file("/Font " + pdf::reference(itself), "")) == "the PDF is damaged");
    ForeignPdf bomb;
    CHECK(verdict(bomb.file("", std::string(110'000'000, ' '))) == complex);
    CHECK(verdict(small_pdf("", std::string(200'000, '['))) == complex);
    CHECK(verdict(small_pdf("/ExtGState<</G<</D " + std::string(200'000, '[') + ">>>>", "")) == complex);
    CHECK(verdict(small_pdf("/ExtGState<</G<</D " + std::string(50, '[') + std::string(50, ']') + ">>>>", "")) ==
          complex);
}

TEST_CASE("dictionaries in one another, which would fill the library's stack, are seen before it reads") {
    const std::string complex = "the PDF page is too complex";
    const auto nest = [](std::size_t depth) {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i) text += "<</a";
        text += " 1";
        for (std::size_t i = 0; i < depth; ++i) text += ">>";
        return text;
    };
    for (const std::size_t depth : {std::size_t{1'600}, std::size_t{17'500}, std::size_t{400'000}}) {
        CHECK(verdict(small_pdf("", "/a " + nest(depth) + " DP")) == complex);
        CHECK(verdict(small_pdf("/ExtGState" + nest(depth), "1 w")) == complex);
    }
    // Brackets in strings and comments are none, and those in a stream of data neither.
    CHECK(verdict(small_pdf("", "% " + std::string(900, '[') + "\n1 w")) == "");
    CHECK(verdict(small_pdf("/Properties<</A(" + std::string(900, '[') + "\\)" + std::string(900, '[') + ")>>",
                            "1 w")) == "");
    // A name written with #, as of a stream of objects, in the object before a stream of data says nothing of it.
    CHECK(verdict(small_pdf("", "1 w") + "\n8 0 obj<</A#42 1>>endobj\n9 0 obj<</Length 900>>stream\n" +
                  std::string(900, '[') + "\nendstream endobj\n") == "");
    // Rows of brackets that are the same are stored as differences, which are none.
    std::string rows = small_pdf("/ExtGState<</G<</D " + std::string(17'500, '[') + ">>>>", "1 w");
    CHECK(verdict(rows) == complex);
    const std::size_t predictor = rows.find("/Predictor", rows.find("/Type/ObjStm"));
    CHECK(verdict(rows.replace(predictor, 10, "/Pr#65dictor")) == complex);
    // An object that only a stream seems to hold.
    std::string hidden = small_pdf("", "1 w");
    hidden += "\n9 0 obj<</Length 9>>stream\n8 0 obj" + nest(17'500) + "\nendstream endobj\n";
    CHECK(verdict(hidden) == complex);
}
