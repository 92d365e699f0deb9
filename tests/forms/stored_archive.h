// Workbooks as tests put them together: parts that are not packed, so that every blow to one reaches what reads it.
#pragma once

#include <zlib.h>

#include <map>
#include <string>

namespace forms_test {

using Parts = std::map<std::string, std::string>;

inline void number(std::string& out, std::size_t value, int bytes) {
    for (; bytes > 0; --bytes, value >>= 8U) out += static_cast<char>(value & 0xFFU);
}

/// A zip archive of parts that are not packed (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).
inline std::string archive_of(const Parts& parts) {
    std::string out, directory;
    for (const auto& [name, content] : parts) {
        const std::size_t at = out.size();
        std::string head;
        for (const std::size_t word : {20U, 0U, 0U, 0U, 33U}) number(head, word, 2);
        number(head, crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size()), 4);
        number(head, content.size(), 4);
        number(head, content.size(), 4);
        number(head, name.size(), 2);
        number(head, 0, 2);
        out += "PK\3\4" + head + name + content;
        directory += std::string("PK\1\2") + '\x14' + '\0' + head;
        number(directory, 0, 10);
        number(directory, at, 4);
        directory += name;
    }
    const std::size_t at = out.size();
    out += directory + "PK\5\6";
    number(out, 0, 4);
    number(out, parts.size(), 2);
    number(out, parts.size(), 2);
    number(out, directory.size(), 4);
    number(out, at, 4);
    number(out, 0, 2);
    return out;
}

}  // namespace forms_test
