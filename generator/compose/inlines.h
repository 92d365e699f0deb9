// The content of paragraphs: texts with bindings, chips, marks, page numbers, links.
#pragma once

#include <vector>

#include "compose/composer.h"

namespace compose {

/// A text, or a list of texts and maps {text|chip|trend|page: …}, `for` and `if` among them.
std::vector<Inline> inlines(Composer& composer, const base::Value& content, const CharacterStyle* style);

/// One scalar with bindings: a run for the letters, one for each binding that is spoken differently.
void add_text(Composer& composer, const base::Value& scalar, const CharacterStyle* style, std::vector<Inline>& out);

/// A text of the narrative as inlines like `piece`, with the facts it shows and where it was written; one for each
/// stretch between the author's marks.
void add_narrative(Composer& composer, const NarrativeThing& node, Inline piece, std::vector<Inline>& out);
/// The rating that a value is or has (of a KPI, a goal); a check reports what can never have one.
Thing rating_at(Composer& composer, const base::Value& value);
/// Its band; null where it is none.
const input::Band* band_of(const Thing& thing);
/// The fact the thing was reached by, as it is listed in the document; none where it has no name.
std::optional<std::uint32_t> fact_of(Composer& composer, const Thing& thing);
/// Marks the whole of the inline as showing what the thing was reached by.
void add_fact(Composer& composer, const Thing& thing, Inline& piece, base::Digits digits = {});

/// The letters of a content, without its marks: for titles and bookmarks. Chips and marks give their words.
std::string flat_text(const std::vector<Inline>& content);
std::string flat_text(Composer& composer, const base::Value& content);

/// A content as it is said aloud, for texts that are only heard: △120 is マイナス120, － is 値なし, R5 is 令和5年度.
std::string spoken_text(Composer& composer, const base::Value& content);

}  // namespace compose
