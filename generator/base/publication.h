// What a file that is published says of itself and holds beside its pages.
#pragma once

#include <map>
#include <string>

namespace base {

struct Metadata {
    std::string title, author, subject, keywords, language = "ja-JP";
    std::string created;  ///< ISO date of publication, an input; may be empty
    std::string digest;   ///< of the inputs
};

/// A file that travels inside the PDF (PDF/A-3).
struct Attachment {
    std::string name, mime, description, bytes;
};

/// The bytes of pictures and PDF pages of the city's own, by their names.
using Assets = std::map<std::string, std::string>;

}  // namespace base
