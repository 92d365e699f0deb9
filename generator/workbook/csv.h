// CSV as RFC 4180 has it: CRLF, quotes where needed; UTF-8 with a byte order mark, by which Excel knows it. A long
// table is kept in pieces.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"

namespace workbook {

class Csv {
   public:
    /// Where `guarded`, a text that a spreadsheet would take for a formula gets an apostrophe before it.
    explicit Csv(bool guarded = false) : guarded_(guarded) {}
    /// The next field of the line; a text stays as it is to the letter.
    void field(std::string_view text);
    /// A number, which is never guarded.
    void number(std::string_view text);
    void end_line();
    base::Bytes take();

   private:
    base::Bytes done_;
    std::string bytes_ = "\xEF\xBB\xBF";  ///< behind what is done
    bool first_ = true;
    bool guarded_;
};

}  // namespace workbook
