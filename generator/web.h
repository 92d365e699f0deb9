// What the web edition is told about its Document and its neighbours: values, explanations, files, pages on paper.
#pragma once

#include <string>
#include <string_view>

#include "evaluate/facts.h"
#include "html/html.h"
#include "layout/page.h"
#include "pipeline.h"

namespace kensho {

/// What a volume is called: 本編, 別冊, 概要版; one that only a template knows keeps its own name.
std::string volume_name(std::string_view volume);

/// The volume that an output shows as a web page: main for `web`, annex for `web-annex`; empty for other outputs.
std::string volume_of_web(std::string_view output);

/// `file` is the page's own name, `pages` the volume as it was laid out, null when it was not. Files that the run has
/// made so far are offered for download.
html::Edition web_edition(const Run& run, const std::string& file, const compose::Document& document,
                          const layout::Pages* pages);

/// What a fact is, in a line of Japanese: 出生数　達成率（令和5年）＝実績値 1,288、目標値 1,556 から
std::string line_of(const evaluate::Context& context, const evaluate::Address& address);

}  // namespace kensho
