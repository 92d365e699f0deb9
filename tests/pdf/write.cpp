// The specimen as bytes. With KENSHO_SPECIMEN set, it is left in that file for the checker in Python.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "pdf/specimen.h"

TEST_CASE("the same pages give the same bytes") {
    const std::string bytes = test::Specimen().write();
    CHECK(bytes.starts_with("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    CHECK(bytes == test::Specimen().write());
    if (const char* path = std::getenv("KENSHO_SPECIMEN")) std::ofstream(path, std::ios::binary) << bytes;
}
