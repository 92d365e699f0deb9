// The specimens as bytes. With KENSHO_SPECIMENS set, they are left in that folder for the checker in Python.
#include <doctest/doctest.h>

#include "pdf/specimen.h"

TEST_CASE("the same pages give the same bytes") {
    const std::string bytes = test::Specimen().write();
    CHECK(bytes.starts_with("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    CHECK(bytes == test::Specimen().write());
    test::leave("sound.pdf", bytes);
}

TEST_CASE("files travel inside, and the file is a PDF/A-3a then") {
    test::Specimen specimen;
    specimen.pages.attachments = {{"実績値.csv", "text/csv", "公表した実績値", "年度,値\r\n2023,18405\r\n"},
                                  {"strategy.yaml", "application/yaml", "", "title: 総合戦略\n"}};
    const std::string bytes = specimen.write();
    CHECK(bytes.find("<pdfaid:part>3</pdfaid:part>") != std::string::npos);
    test::leave("attached.pdf", bytes);
}

TEST_CASE("without a date nothing claims one") {
    test::Specimen specimen;
    specimen.pages.metadata.created.clear();
    const std::string bytes = specimen.write();
    CHECK(bytes.find("CreationDate") == std::string::npos);
    CHECK(bytes.find("CreateDate") == std::string::npos);
    test::leave("undated.pdf", bytes);
}

TEST_CASE("the digest of the inputs tells two files of the same title apart") {
    test::Specimen specimen;
    const auto id_of = [](const std::string& bytes) { return bytes.substr(bytes.rfind("/ID[<"), 38); };
    const std::string before = id_of(specimen.write());
    specimen.pages.metadata.digest = "sha256:other";
    CHECK(id_of(specimen.write()) != before);
}

TEST_CASE("a link to nowhere and a glyph without program are faults of ours") {
    test::Specimen specimen;
    specimen.pages.anchors.clear();
    CHECK_THROWS_WITH(specimen.write(), "a link leads to an unknown anchor: chapter-2");
    test::Specimen other;
    layout::Glyphs glyphs = other.gothic->set("あ", {}, base::Length::points(9));
    glyphs.run.face = 7;
    other.pages.pages[0].chunks[0].marks.push_back(glyphs);
    CHECK_THROWS_WITH(other.write(), "no font program for face 7");
}
