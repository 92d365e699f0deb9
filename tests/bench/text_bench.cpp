// Run by hand: how long the text of a whole publication takes, and what a typesetter would circle in it (SHOW=1 names
// each). build/release/tests/text_bench
#include <chrono>
#include <cstdio>

#include "input/input.h"
#include "line_faults.h"
#include "text/line.h"

namespace {

using base::Length;
using Clock = std::chrono::steady_clock;

constexpr const char* prose =
    "本市では、令和５年度の人口が約２２３，７０５人となり、前年度に比べて△１．６ポイントの減少となりました。"
    "「健康・交流のまち」を掲げた計画（第２期）の達成率は83.8％で、R3年度から3年連続で上昇しています。";
constexpr const char* cells[] = {
    "20・30歳代の転入者数", "18,405", "102.3%", "6,439人（令和元年）", "子育てパスポートAYUCOカード取得率", "－",
    "令和５年度",           "目標値"};

text::Paragraph paragraph(const char* words, const base::CharacterStyle& style, base::Setting setting) {
    text::Paragraph result;
    text::Run run;
    run.text = words;
    run.style = &style;
    result.runs.push_back(run);
    result.style.setting = setting;
    return result;
}

double milliseconds(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

}  // namespace

int main() {
    base::Diagnostics diagnostics;
    base::Sources sources;
    const std::string home = KENSHO_HOME;
    const base::Value fonts = input::read_tree(home + "/fonts/fonts.yaml", sources, diagnostics);
    const base::Value rules = input::read_tree(home + "/config/typesetting.yaml", sources, diagnostics);
    auto begin = Clock::now();
    text::Typesetter typesetter(fonts, rules, diagnostics);
    std::printf("%8.1f ms  open\n", milliseconds(begin));
    base::CharacterStyle mincho, gothic;
    gothic.role = "gothic";
    gothic.size = Length{9500};
    begin = Clock::now();
    std::size_t lines = 0;
    for (int i = 0; i < 500; ++i) {
        lines += typesetter.set(paragraph(prose, mincho, base::Setting::body), Length::points(480)).lines.size();
    }
    std::printf("%8.1f ms  500 paragraphs, 50,000 characters, %zu lines\n", milliseconds(begin), lines);
    begin = Clock::now();
    for (int i = 0; i < 8000; ++i) {
        lines += typesetter.set(paragraph(cells[i % 8], gothic, base::Setting::cell), Length{66500}).lines.size();
    }
    std::printf("%8.1f ms  8,000 cells, 66,000 characters\n", milliseconds(begin));
    print_line_faults(typesetter, home);
}
