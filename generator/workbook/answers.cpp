// A failed call of the library is a fault of the machine, thrown as one that happened while writing the xlsx.
#include "workbook/answers.h"

#include <xlsxwriter.h>

#include "base/file.h"
#include "base/message.h"

namespace workbook {

void machine_fault(const std::string& cause) {
    throw base::FileError(base::say("cannot write `{}`: {}", "xlsx", cause));
}

void expect(int code) {
    if (code != LXW_NO_ERROR) machine_fault(lxw_strerror(static_cast<lxw_error>(code)));
}

}  // namespace workbook
