// Small documents for the tests, and what they are laid out to.
#pragma once

#include <string>
#include <vector>

#include "compose/document.h"
#include "layout/layout.h"

namespace build {

using base::Length;

constexpr Length pt(std::int64_t whole) { return Length::points(whole); }

/// A document of small pages, 240 by 160 pt with margins of 20, so that breaks come soon.
struct Paper {
    compose::Document document;
    const base::CharacterStyle* letters;  ///< gothic, 10 pt
    compose::PageMaster& master;

    Paper();
    compose::Inline text(const std::string& words) const;
    compose::Paragraph paragraph(const std::string& words) const;
    compose::Paragraph heading(int level, const std::string& words) const;
    /// As many lines of three characters, a paragraph each or one paragraph.
    compose::Blocks lines(int count, const std::string& word = "あ") const;
    compose::Paragraph lines_of(int count, const std::string& word = "あ") const;
    compose::Cell cell(const std::string& words) const;
    compose::Cell cell(compose::Blocks blocks) const;
    compose::Row row(const std::vector<std::string>& words) const;
    template <typename Kind>
    void add(Kind kind) {
        document.blocks.push_back({std::move(kind)});
    }
};

/// Of two columns of 100 points.
compose::Table table_of(const Paper& paper, const std::vector<std::vector<std::string>>& rows);

/// The house's faces, opened once for all tests.
text::Typesetter& typesetter();

/// Everything `lay_out` makes of the document and its messages, as text.
std::string laid_out(const Paper& paper);
/// Only the texts, page by page: "1: あ い | 2: う".
std::string texts(const Paper& paper);
std::string tags(const Paper& paper);
layout::Pages pages(const Paper& paper);

/// Compares with tests/layout/recorded/NAME.txt; with UPDATE in the environment writes it.
void check_recorded(const std::string& name, const std::string& text);

}  // namespace build
