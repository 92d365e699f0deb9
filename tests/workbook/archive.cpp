#include "workbook/archive.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>

namespace {

std::string number(std::size_t value, int bytes) {
    std::string out;
    for (int at = 0; at < bytes; ++at) out += static_cast<char>(value >> (8 * at) & 0xFF);
    return out;
}

std::string deflated(std::string text) {
    z_stream stream = {};
    REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(text.size() + 100, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

/// A zip archive of one part named "a".
std::string archive(const std::string& xml) {
    const std::string packed = deflated(xml);
    const std::string fields = number(20, 2) + number(0, 2) + number(8, 2) + number(0, 4) + number(0, 4) +
                               number(packed.size(), 4) + number(xml.size(), 4) + number(1, 2) + number(0, 2);
    const std::string local = "PK\x03\x04" + fields + "a" + packed;
    const std::string central = "PK\x01\x02" + number(20, 2) + fields + number(0, 2) + number(0, 2) + number(0, 2) +
                                number(0, 4) + number(0, 4) + "a";
    return local + central + "PK\x05\x06" + number(0, 4) + number(1, 2) + number(1, 2) + number(central.size(), 4) +
           number(local.size(), 4) + number(0, 2);
}

const std::string declaration = "<?xml version=\"1.0\"?>\n";

}  // namespace

TEST_CASE("an archive is whole when the root of every part is closed") {
    CHECK(workbook::is_whole(archive(declaration + "<a x=\"1\"><b/></a>")));
    CHECK(workbook::is_whole(archive(declaration + "<a/>")));
    CHECK(workbook::is_whole(archive(declaration + "<a>" + std::string(300'000, 'x') + "</a>\n")));
}

TEST_CASE("a part that was cut off is noticed") {
    CHECK_FALSE(workbook::is_whole(archive(declaration + "<a x=\"1\"><b/>")));
    CHECK_FALSE(workbook::is_whole(archive(declaration + "<a>" + std::string(300'000, 'x'))));
    CHECK_FALSE(workbook::is_whole(archive(declaration + "<a")));
    CHECK_FALSE(workbook::is_whole(archive("")));
    const std::string good = archive(declaration + "<a></a>");
    for (std::size_t size = 0; size < good.size(); ++size) CHECK_FALSE(workbook::is_whole(good.substr(0, size)));
}
