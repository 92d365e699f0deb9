// Marks an author puts into a text, each shown as it was understood.
#include "base/author_marks.h"

#include <doctest/doctest.h>

namespace {

std::string understood(std::string_view text) {
    std::string out;
    for (const base::Marked& part : base::marked(text)) {
        const std::string content(text.substr(part.begin, part.end - part.begin));
        switch (part.is) {
            case base::Marked::Is::letters: out += content.empty() ? "<nothing>" : content; break;
            case base::Marked::Is::note: out += "<note " + content + ">"; break;
            case base::Marked::Is::term: out += "<term>"; break;
            case base::Marked::Is::underlined: out += "<under " + content + ">"; break;
            case base::Marked::Is::ruby:
                out += "<ruby " + content;
                for (std::string_view reading : part.readings) out += " " + std::string(reading);
                out += ">";
                break;
        }
    }
    return out;
}

std::string faults(std::string_view text) {
    std::string out;
    for (const base::MarkupFault& fault : base::markup_faults(text)) {
        constexpr const char* names[] = {"open", "readings", "empty"};
        if (!out.empty()) out += ", ";
        out +=
            std::string(names[static_cast<int>(fault.is)]) + " " + std::string(text.substr(fault.begin, fault.length));
    }
    return out;
}

}  // namespace

TEST_CASE("marks of a text") {
    CHECK(understood("｜厚木《あつぎ》市の人口") == "<ruby 厚木 あつぎ>市の人口");
    CHECK(understood("｜厚木《あつ｜ぎ》市") == "<ruby 厚木 あつ ぎ>市");
    CHECK(understood("出生数［注：暦年の値］は") == "出生数<note 暦年の値>は");
    CHECK(understood("テレワーク［注］を") == "テレワーク<term>を");
    CHECK(understood("［下線：｜厚木《あつぎ》市］に改める") == "<under ｜厚木《あつぎ》市>に改める");
    CHECK(understood("値［注：［速報］の値］。") == "値<note ［速報］の値>。");
    CHECK(understood("｜一《いち》｜二《に》") == "<ruby 一 いち><ruby 二 に>");
}

TEST_CASE("what looks like a mark and is none") {
    for (const char* text :
         {"甲｜乙", "施策《にぎわい》", "甲｜乙\n丙《へい》", "［別紙］のとおり", "［注記］", "《基本目標》", ""}) {
        CHECK(understood(text) == text);
        CHECK(faults(text).empty());
    }
}

TEST_CASE("faults stand at their sign, and the text stays") {
    CHECK(faults("値［注：暦年") == "open ［注：");
    CHECK(understood("値［注：暦年") == "値［注：暦年");
    CHECK(faults("｜厚木《あつぎ市") == "open ｜厚木《");
    CHECK(faults("｜厚木《あ｜つ｜ぎ》") == "readings ｜厚木《あ｜つ｜ぎ》");
    CHECK(faults("｜《あつぎ》") == "empty ｜《あつぎ》");
    CHECK(faults("値［注：］") == "empty ［注：］");
    CHECK(faults("値［注：｜厚木《あつぎ］と［下線：甲") == "open ｜厚木《, open ［下線：");
}

TEST_CASE("letters without their marks") {
    CHECK(base::unmarked("｜厚木《あつぎ》市［注：県央］の［下線：｜人口《じんこう》］［注］") == "厚木市の人口");
}

TEST_CASE("a hostile text takes no time") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "［注：";
    CHECK(base::markup_faults(text).size() == 50);
    for (int i = 0; i < 20000; ++i) text += "］";
    CHECK(base::unmarked(text).empty());
}
