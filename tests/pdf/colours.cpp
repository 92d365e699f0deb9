// Colours of an SVG picture as CSS writes them (CSS Color 3, 4.2.1).
#include <doctest/doctest.h>

#include "pdf/verdict.h"

namespace {

std::string filled(const std::string& colour) {
    return test::verdict(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\" "
        "fill=\"" +
        colour + "\"/></svg>");
}

}  // namespace

TEST_CASE("a colour of an SVG picture has three parts") {
    for (const char* colour : {"red", "#F00", "#FF0000", "rgb(255,0,0)", "rgb(100%, 0%, 0%)", "none"}) {
        CHECK_MESSAGE(filled(colour) == "", colour);
    }
    for (const char* colour : {"rgb(255,0)", "rgb(255,0,0,1)", "rgb()", "#FF00", "reddish"}) {
        CHECK_MESSAGE(filled(colour).find("not supported") != std::string::npos, colour);
    }
}
