// What check_pictures says of one picture.
#include "pdf/verdict.h"

#include <doctest/doctest.h>

#include "base/source.h"
#include "pdf/pdf.h"

namespace test {

std::string verdict(const std::string& bytes, int page) {
    const base::Span span{3, 10, 20};
    base::Diagnostics diagnostics;
    pdf::PictureVerdicts verdicts;
    pdf::check_pictures({{"map", page, span}}, {{"map", bytes}}, verdicts, diagnostics);
    if (diagnostics.all().empty()) return "";
    CHECK(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].span == span);
    const std::string named = "the picture `map`: ", message = diagnostics.all()[0].message;
    CHECK(message.starts_with(named));
    return message.substr(named.size());
}

std::string size(const std::string& bytes) {
    base::Diagnostics diagnostics;
    pdf::PictureVerdicts verdicts;
    const pdf::PictureSize size = pdf::check_pictures({{"map", 1, {}}}, {{"map", bytes}}, verdicts, diagnostics).at(0);
    return std::to_string(size.width.value) + " " + std::to_string(size.height.value);
}

}  // namespace test
