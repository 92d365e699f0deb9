// What the library answers to each call, read.
#pragma once

#include <cerrno>
#include <string>
#include <system_error>

namespace workbook {

/// Throws base::FileError: the machine could not make the workbook.
[[noreturn]] void machine_fault(const std::string& cause);

/// The library's code (lxw_error). One that is not read is a cell that is not there. Throws base::FileError.
void expect(int code);

/// What the library made; throws base::FileError when it had no memory for it.
template <typename Thing>
Thing* made(Thing* thing) {
    if (thing == nullptr) machine_fault(std::generic_category().message(ENOMEM));
    return thing;
}

}  // namespace workbook
