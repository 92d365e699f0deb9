// A Document as one HTML file that needs no network: what the pages say, for screens of any width and for readers.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "compose/document.h"
#include "text/line.h"

namespace html {

/// What stands behind a figure of the Document: its value, exact and for programs, and what it is, in words.
struct Said {
    std::string value;  ///< 18405, 83.8; empty: what the fact says is no number
    std::string title;  ///< 出生数　実績値（令和5年）
};

/// A file that is published beside the page.
struct Download {
    std::string file;
    std::string title;      ///< 報告書（PDF）
    std::size_t bytes = 0;  ///< 0: not known
};

/// What the page knows of its neighbours.
struct Edition {
    std::vector<Said> facts;  ///< by the places of Document::facts
    std::vector<Download> downloads;
    std::string pdf;                                           ///< the same volume on paper; empty: there is none
    std::map<std::string, std::pair<int, std::string>> pages;  ///< of its anchors: counted from 1, and as printed
    std::map<std::string, std::string> files;                  ///< what links to a volume's PDF lead to instead
};

/// The whole file, UTF-8. The same Document gives the same bytes.
std::string write(const compose::Document& document, const Edition& edition, text::Typesetter& typesetter);

}  // namespace html
