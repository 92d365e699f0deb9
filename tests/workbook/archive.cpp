// A zip archive made by hand, then cut at every byte and changed at every byte of its part: each must be noticed.
#include "workbook/archive.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>
#include <utility>

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

workbook::PartContent content(const std::string& xml) {
    return {xml.size(), static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(xml.data()), xml.size()))};
}

/// A zip archive of one part named "a".
std::string archive(const std::string& xml) {
    const std::string packed = deflated(xml);
    const std::string fields = number(20, 2) + number(0, 2) + number(8, 2) + number(0, 4) +
                               number(content(xml).crc, 4) + number(packed.size(), 4) + number(xml.size(), 4) +
                               number(1, 2) + number(0, 2);
    const std::string local = "PK\x03\x04" + fields + "a" + packed;
    const std::string central = "PK\x01\x02" + number(20, 2) + fields + number(0, 2) + number(0, 2) + number(0, 2) +
                                number(0, 4) + number(0, 4) + "a";
    return local + central + "PK\x05\x06" + number(0, 4) + number(1, 2) + number(1, 2) + number(central.size(), 4) +
           number(local.size(), 4) + number(0, 2);
}

/// Whether a book of one part without sheets would be taken for whole.
bool whole(const std::string& xml) { return workbook::is_whole(archive(xml), {content(xml)}, 0); }

const std::string declaration = "<?xml version=\"1.0\"?>\n";

}  // namespace

TEST_CASE("an archive is whole when the root of every part is closed") {
    CHECK(whole(declaration + "<a x=\"1\"><b/></a>"));
    CHECK(whole(declaration + "<a/>"));
    CHECK(whole(declaration + "<a>" + std::string(300'000, 'x') + "</a>\n"));
}

TEST_CASE("a part that was cut off is noticed") {
    CHECK_FALSE(whole(declaration + "<a x=\"1\"><b/>"));
    CHECK_FALSE(whole(declaration + "<a>" + std::string(300'000, 'x')));
    CHECK_FALSE(whole(declaration + "<a"));
    CHECK_FALSE(whole(""));
    const std::string xml = declaration + "<a></a>", good = archive(xml);
    for (std::size_t size = 0; size < good.size(); ++size) {
        CHECK_FALSE(workbook::is_whole(good.substr(0, size), {content(xml)}, 0));
    }
}

TEST_CASE("an archive is whole wherever its pieces end") {
    const std::string xml = declaration + "<a>text that is long enough to be packed, packed, packed</a>";
    const std::string good = archive(xml);
    for (std::size_t size = 1; size < good.size(); ++size) {
        base::Bytes pieces;
        for (std::size_t at = 0; at < good.size(); at += size) pieces.add(good.substr(at, size));
        CHECK(workbook::is_whole(pieces, {content(xml)}, 0));
        pieces.add("x");
        CHECK_FALSE(workbook::is_whole(pieces, {content(xml)}, 0));
    }
}

TEST_CASE("no byte of a part or of its records may be another") {
    const std::string xml = declaration + "<a>text that is long enough to be packed, packed, packed</a>";
    const std::string good = archive(xml);
    const std::size_t records = good.rfind("PK\x01\x02");
    const std::size_t begin = 31, end = records;  // behind the local header and its name
    for (std::size_t at = begin; at < end; ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        CHECK_FALSE(workbook::is_whole(bad, {content(xml)}, 0));
    }
    for (const std::size_t field : {std::size_t{16}, std::size_t{24}}) {  // checksum and size in the central directory
        std::string bad = good;
        bad[records + field] = static_cast<char>(bad[records + field] ^ 1);
        CHECK_FALSE(workbook::is_whole(bad, {content(xml)}, 0));
    }
}

TEST_CASE("what was meant and is missing, or is there and was not meant, is noticed") {
    const std::string xml = declaration + "<a/>", other = declaration + "<b/>";
    CHECK_FALSE(workbook::is_whole(archive(xml), {content(other)}, 0));
    CHECK_FALSE(workbook::is_whole(archive(xml), {content(xml), content(other)}, 0));
    CHECK(workbook::is_whole(archive(xml), {content(other), content(xml)}, 1));
}

TEST_CASE("temporary files are kept in memory and their content is known when they are closed") {
    workbook::Streams streams;
    const std::string text(100'000, 'x');
    std::FILE* file = streams.open();
    REQUIRE(file != nullptr);
    CHECK(std::fwrite(text.data(), 1, text.size(), file) == text.size());
    std::rewind(file);
    std::string back(text.size() + 1, '\0');
    CHECK(std::fread(back.data(), 1, back.size(), file) == text.size());
    CHECK(std::ftell(file) == static_cast<long>(text.size()));
    std::fclose(file);
    CHECK(streams.closed() == std::vector{content(text)});
}

namespace {

/// Of 3 MB, in `text` too.
workbook::Stretch long_stretch(std::string& text) {
    workbook::Stretch stretch;
    for (int at = 0; at < 200'000; ++at) {
        const std::string element = "<b>" + std::to_string(at * 7) + "</b>";
        text += element;
        stretch.tail() += element;
        stretch.grow();
    }
    CHECK(stretch.packed());
    return stretch;
}

}  // namespace

TEST_CASE("a stretch begins with what is put before it, packed or not") {
    for (const bool is_long : {false, true}) {
        std::string text = "<a>";
        workbook::Stretch stretch = is_long ? long_stretch(text) : workbook::Stretch();
        stretch.begin_with("<a>");
        stretch.tail() += "</a>";
        text += "</a>";
        workbook::Zip zip;
        zip.begin("a");
        std::vector<workbook::PlacedStretch> stretches;
        stretches.push_back({0, std::move(stretch)});
        REQUIRE(zip.end(std::move(stretches)));
        CHECK(workbook::is_whole(zip.finish(), {content(text)}, 0));
    }
}

TEST_CASE("a stretch that rests is packed unless it is short") {
    workbook::Stretch stretch;
    CHECK(stretch.empty());
    stretch.tail() = "short";
    stretch.rest();
    CHECK_FALSE(stretch.packed());
    CHECK_FALSE(stretch.empty());
    stretch.tail() += std::string(200'000, 'x');
    stretch.grow();
    CHECK_FALSE(stretch.packed());
    stretch.rest();
    CHECK(stretch.packed());
    CHECK(stretch.tail().capacity() < 200);
}

TEST_CASE("stretches that were packed before are parts of their part") {
    const std::string head = declaration + "<a>", between = "<between/>", tail = "</a>";
    std::string rows, rules;
    std::vector<workbook::PlacedStretch> stretches;
    stretches.push_back({head.size(), long_stretch(rows)});
    stretches.back().stretch.tail() += "<c/>";
    stretches.push_back({head.size() + between.size(), long_stretch(rules)});
    const std::string whole_part = head + rows + "<c/>" + between + rules + tail;
    workbook::Zip zip;
    zip.begin("a");
    zip.write(head + between + tail);
    REQUIRE(zip.end(std::move(stretches)));
    CHECK(zip.ended() == content(whole_part));
    const base::Bytes pieces = zip.finish();
    CHECK(pieces.pieces().size() > 3);
    CHECK(workbook::is_whole(pieces, {content(whole_part)}, 0));
    const std::string good = pieces.whole();
    CHECK(good.size() < whole_part.size() / 3);
    CHECK(workbook::is_whole(good, {content(whole_part)}, 0));
    CHECK_FALSE(workbook::is_whole(good, {content(head + rows + between + rules + tail)}, 0));
    for (std::size_t at = 40; at < good.size() - 100; at += 997) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0xFF);
        CHECK_FALSE(workbook::is_whole(bad, {content(whole_part)}, 0));
    }
}
