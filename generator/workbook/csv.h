// CSV as RFC 4180 has it: CRLF, quotes where needed; UTF-8 with a byte order mark, by which Excel knows it.
#pragma once

#include <string>
#include <string_view>

namespace workbook {

class Csv {
   public:
    /// The next field of the line; a text stays as it is to the letter.
    void field(std::string_view text);
    void end_line();
    std::string take() { return std::move(bytes_); }

   private:
    std::string bytes_ = "\xEF\xBB\xBF";
    bool first_ = true;
};

}  // namespace workbook
