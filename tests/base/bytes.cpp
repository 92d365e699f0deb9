// Bytes in pieces say the same as in one.
#include "base/bytes.h"

#include <doctest/doctest.h>

#include "base/file.h"

namespace {

base::Bytes in_pieces(const std::string& text, std::size_t size) {
    base::Bytes bytes;
    for (std::size_t at = 0; at < text.size(); at += size) bytes.add(text.substr(at, size));
    return bytes;
}

const std::string text = "bytes that are cut into pieces";

}  // namespace

TEST_CASE("bytes are the same wherever their pieces end") {
    for (std::size_t size = 1; size <= text.size(); ++size) {
        const base::Bytes bytes = in_pieces(text, size);
        CHECK(bytes.size() == text.size());
        CHECK(bytes.whole() == text);
        CHECK(bytes == text);
        CHECK(bytes == in_pieces(text, 7));
        CHECK_FALSE(bytes == in_pieces(text.substr(1), 7));
        CHECK_FALSE(bytes == in_pieces("B" + text.substr(1), 7));
        CHECK_FALSE(bytes == in_pieces(text.substr(0, text.size() - 1) + "S", 7));
        CHECK(base::digest(bytes.pieces()) == base::digest(text));
    }
    CHECK(base::Bytes() == "");
    CHECK(base::Bytes("").pieces().empty());
}

TEST_CASE("a range is what stands there, up to the end") {
    for (std::size_t size = 1; size <= text.size(); ++size) {
        const base::Bytes bytes = in_pieces(text, size);
        for (std::size_t begin = 0; begin <= text.size() + 1; ++begin) {
            for (std::size_t length = 0; length <= text.size(); ++length) {
                std::string found;
                for (const std::string_view piece : bytes.range(begin, length)) found += piece;
                CHECK(found == (begin < text.size() ? text.substr(begin, length) : ""));
            }
        }
    }
}
