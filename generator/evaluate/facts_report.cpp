// Facts of the report itself: what stands alone, the plan, the policy, years and bands.
#include <algorithm>
#include <array>
#include <numeric>

#include "evaluate/fact_rows.h"

namespace evaluate {

namespace {

const input::Inputs& inputs(const Context& context) { return context.inputs(); }
const input::Policy& policy(const Context& context, const Subject& subject) {
    return policy_of(context.inputs(), subject.year);
}

template <Topic topic>
Content alone(const Context&, const Subject& subject) {
    return as_subject(topic, 0, subject.year);
}

Content all(Topic topic, std::size_t count, base::Year year) {
    std::vector<Content> items;
    for (std::size_t at = 0; at < count; ++at) items.push_back(as_subject(topic, at, year));
    return as_list(std::move(items));
}

Content indicators(const Subject& subject, bool headline) {
    Subject set{.topic = Topic::indicators, .of = Topic::overall, .headline = headline, .year = subject.year};
    return {std::move(set)};
}

Content years(const Context& context, const Subject&) {
    std::vector<Content> items;
    for (const base::Year year : context.strategy().years()) items.push_back(as_year(year, base::YearKind::fiscal));
    return as_list(std::move(items));
}

/// Those of the policy's formula, then what KPIs and headline targets are rated by beside.
Content bands(const Context& context, const Subject&) {
    const base::Year year = inputs(context).evaluated_year;
    const GroupAssessment& overall = context.assessment.overall;
    std::vector<const input::Band*> found;
    for (const Tally* tally : {&overall.kpis_in(year), &overall.headline_in(year)}) {
        for (const BandCount& count : band_counts(*tally)) {
            const auto same = [&](const input::Band* other) { return other->word == count.band->word; };
            const bool listed = std::any_of(found.begin(), found.end(), same);
            if (!listed && count.band != &tally->policy->other) found.push_back(count.band);
        }
    }
    std::vector<Content> items;
    items.reserve(found.size());
    for (const input::Band* band : found) items.push_back(as_band(band, ""));
    return as_list(std::move(items));
}

/// The indicators whose authors say how the figure is taken, where it is from, from which paper this year's was, or
/// when the next one comes out.
Content described(const Context& context, const Subject& subject) {
    std::vector<std::size_t> found;
    const auto& list = context.strategy().indicators;
    for (std::size_t at = 0; at < list.size(); ++at) {
        const auto actual = list[at].actuals.find(subject.year);
        const bool paper = actual != list[at].actuals.end() && actual->second.beside->evidence;
        const bool says = paper || !(list[at].definition + list[at].source + list[at].next_publication).empty();
        if (says && list[at].reprint_of.empty()) found.push_back(at);
    }
    return as_subjects(Topic::indicator, found, subject.year);
}

Content indexed(const Context& context, const Subject& subject) {
    return as_subjects(Topic::indicator, context.assessment.index, subject.year);
}

template <std::string input::Contact::*Part>
Content contact(const Context& context, const Subject&) {
    return as_name(inputs(context).contact.*Part);
}

Content history(const Context& context, const Subject&) {
    std::vector<std::size_t> all(inputs(context).history.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return as_subjects(Topic::edition, all, {});
}

/// 訂正版: of a report that has come out before.
Content edition(const Context& context, const Subject&) {
    const std::size_t count = inputs(context).history.size();
    return count > 1 ? as_subject(Topic::edition, count - 1, {}) : Content{};
}

const input::EditionNote& note(const Context& context, const Subject& subject) {
    return inputs(context).history[subject.index];
}

Content published_year(const Context& context, const Subject&) {
    const auto year = base::parse_year(inputs(context).eras, inputs(context).published);
    return year ? as_year(*year, base::YearKind::fiscal) : Content{};
}

/// The upper limit of rates with as many decimals as rates have: 100.0%.
Content cap(const Context& context, const Subject& subject) {
    const input::Policy& in_force = policy(context, subject);
    if (!in_force.cap) return {};
    return as_number(base::Ratio(*in_force.cap).rounded(in_force.decimals), Number::As::percent, in_force, "");
}

Content year_text(const Context& context, const Subject& year,
                  std::string (*write)(const base::Eras&, base::Year, base::YearKind)) {
    return as_text(write(inputs(context).eras, year.year, year.year_kind));
}

Content stage(const Context& context, const Subject& subject) {
    const base::Year now = inputs(context).evaluated_year;
    return as_text(subject.year < now ? "past" : subject.year == now ? "current" : "future");
}

std::string edge(const Context& context, const std::string& pattern, const base::Decimal& value) {
    const base::NumberStyle& style = inputs(context).policy.numbers;
    std::string out = pattern;
    const std::size_t at = out.find("{}");
    if (at != std::string::npos) out.replace(at, 2, base::to_text(value, style) + style.percent);
    return out;
}

/// From the band's edge and that of the band above it, if there is one.
std::string between_edges(const Context& context, const Wording& wording, const input::Band& band,
                          const input::Band* above) {
    std::string printed;
    if (band.lower) printed += edge(context, band.lower_strict ? wording.above : wording.at_least, *band.lower);
    if (above != nullptr && above->lower) {
        printed += edge(context, above->lower_strict ? wording.at_most : wording.below, *above->lower);
    }
    return printed;
}

/// 80％以上100％未満: as the policy words it, or from the edges.
Content range(const Context& context, const Subject& subject) {
    const input::Band& band = *subject.band;
    if (!band.range.empty()) return as_text(band.range);
    const std::vector<input::Band>& bands = inputs(context).policy.bands;
    const bool listed = !bands.empty() && &band >= bands.data() && &band <= &bands.back();
    return as_text(
        between_edges(context, context.wording, band, listed && &band != bands.data() ? &band - 1 : nullptr));
}

/// 意識調査は、順調 95％以上、おおむね順調 80％以上95％未満。: of the types that have edges of their own.
Content edges_by_type(const Context& context, const Subject& subject) {
    Wording wording = context.wording;
    if (wording.at_least.empty()) {  // where no page words them
        wording.at_least = "{}以上";
        wording.above = "{}超";
        wording.below = "{}未満";
        wording.at_most = "{}以下";
    }
    std::string printed;
    for (const input::TypeRule& type : policy(context, subject).types) {
        for (std::size_t at = 0; at < type.bands.size(); ++at) {
            const input::Band& band = type.bands[at];
            printed += at == 0 ? type.word + "は、" : "、";
            printed += band.word + " " + between_edges(context, wording, band, at == 0 ? nullptr : &type.bands[at - 1]);
        }
        if (!type.bands.empty()) printed += "。";
    }
    return as_text(printed);
}

/// Of the bands of rates; those of means may be in points.
Content edge(const Context& context, const Subject& subject) {
    const input::Policy& policy = inputs(context).policy;
    for (const input::Band& band : policy.bands) {
        if (&band == subject.band && band.lower) return as_number(band.lower, Number::As::percent, policy, "");
    }
    return {};
}

constexpr Topics whole = only(Topic::whole), report = only(Topic::report), strategy = only(Topic::strategy),
                 of_policy = only(Topic::policy), of_year = only(Topic::year), of_band = only(Topic::band),
                 of_edition = only(Topic::edition);

const std::array rows = std::to_array<Fact>({
    {"report", whole, a(Topic::report), "報告書", "", alone<Topic::report>},
    {"strategy", whole, a(Topic::strategy), "計画", "総合戦略", alone<Topic::strategy>},
    {"policy", whole, a(Topic::policy), "評価の決まり", "", alone<Topic::policy>},
    {"overall", whole, a(Topic::overall), "全体", "", alone<Topic::overall>},
    {"goals", whole, many(Topic::goal), "基本目標", "一つは goal.番号",
     [](const Context& c, const Subject& s) { return all(Topic::goal, c.strategy().goals.size(), s.year); }},
    {"measures", whole | Topic::overall, many(Topic::measure), "具体的な施策", "",
     [](const Context& c, const Subject& s) { return all(Topic::measure, c.strategy().measures.size(), s.year); }},
    {"initiatives", whole | Topic::overall, many(Topic::initiative), "主な取組", "",
     [](const Context& c, const Subject& s) {
         return all(Topic::initiative, c.strategy().initiatives.size(), s.year);
     }},
    {"projects", whole | Topic::overall, many(Topic::project), "事業", "別冊の事業。一つは事業のid",
     [](const Context& c, const Subject& s) { return all(Topic::project, inputs(c).projects.size(), s.year); }},
    {"kpis", whole, a(Topic::indicators), "KPI", "計画の全て。一つは指標のid",
     [](const Context&, const Subject& s) { return indicators(s, false); }},
    {"headline_targets", whole, a(Topic::indicators), "数値目標", "計画の全て。一つは指標のid",
     [](const Context&, const Subject& s) { return indicators(s, true); }},
    {"described", whole, many(Topic::indicator), "説明のある指標",
     "定義、出典、根拠資料、次の公表のどれかが書かれたもの", described},
    {"indexed", whole, many(Topic::indicator), "索引に載る指標", "よみの書かれたもの。五十音順", indexed},
    {"sections", whole, many(Topic::section), "担当課", "",
     [](const Context& c, const Subject& s) { return all(Topic::section, sections_of(inputs(c)).size(), s.year); }},
    {"bands", whole, many(Topic::band), "評価区分", "上の区分から", bands},
    {"years", whole, many(Topic::year), "計画の年度", "", years},
    {"year", whole, a(Topic::year), "評価年度", "",
     [](const Context&, const Subject& s) { return as_year(s.year, base::YearKind::fiscal); }},

    {"title", report, a_text, "報告書名", "",
     [](const Context& c, const Subject&) { return as_name(inputs(c).report_title); }},
    {"municipality", report, a_text, "団体名", "",
     [](const Context& c, const Subject&) { return as_name(inputs(c).municipality.name); }},
    {"municipality_code", report, a_text, "団体コード", "",
     [](const Context& c, const Subject&) { return as_name(inputs(c).municipality.code); }},
    {"council", report, a_text, "会議の名称", "",
     [](const Context& c, const Subject&) { return as_name(inputs(c).council); }},
    {"contact_section", report, a_text, "問合せ先の担当課", "", contact<&input::Contact::section>},
    {"contact_phone", report, a_text, "問合せ先の電話", "", contact<&input::Contact::phone>},
    {"contact_url", report, a_text, "問合せ先のウェブページ", "", contact<&input::Contact::url>},
    {"published", report, a_text, "公表の時期", "印刷する言葉",
     [](const Context& c, const Subject&) { return as_text(inputs(c).published); }},
    {"published_year", report, a(Topic::year), "公表の年度", "公表の時期が年度であるとき", published_year},
    {"date", report, a_text, "公表日", "2024-09-01 の形",
     [](const Context& c, const Subject&) { return as_name(inputs(c).date); }},
    {"digest", report, a_text, "入力の指紋", "読んだもの全ての要約値の、はじめの8字",
     [](const Context& c, const Subject&) { return as_name(inputs(c).digest.substr(0, 8)); }},

    {"history", report, many(Topic::edition), "版の履歴", "古い版から", history},
    {"edition", report, a(Topic::edition), "この版", "二つ目からの版（訂正版）であるとき", edition},

    {"name", of_edition, a_text, "版の名", "",
     [](const Context& c, const Subject& s) { return as_name(note(c, s).name); }},
    {"date", of_edition, a_text, "版の日", "令和6年11月28日",
     [](const Context& c, const Subject& s) { return as_text(base::era_date(inputs(c).eras, note(c, s).date)); }},
    {"reason", of_edition, a_text, "版の理由", "",
     [](const Context& c, const Subject& s) { return as_text(note(c, s).reason); }},

    {"title", strategy, a_text, "計画名", "",
     [](const Context& c, const Subject&) { return as_name(c.strategy().title); }},
    {"short_title", strategy, a_text, "計画の略称", "",
     [](const Context& c, const Subject&) { return as_name(c.strategy().short_title); }},
    {"first_year", strategy, a(Topic::year), "最初の年度", "",
     [](const Context& c, const Subject&) { return as_year(c.strategy().first_year, base::YearKind::fiscal); }},
    {"last_year", strategy, a(Topic::year), "最後の年度", "",
     [](const Context& c, const Subject&) { return as_year(c.strategy().last_year, base::YearKind::fiscal); }},

    {"name", of_policy, a_text, "名称", "",
     [](const Context& c, const Subject& s) { return as_text(policy(c, s).name); }},
    {"overall_note", of_policy, a_text, "全体の値の説明", "全体の値が何の平均かを示す文",
     [](const Context& c, const Subject& s) { return as_text(policy(c, s).overall_note); }},
    {"by_class", of_policy, a_flag, "率のない評価か", "formula: classes。目標値や現状値との比較による",
     [](const Context& c, const Subject& s) -> Content { return {policy(c, s).formula == input::Formula::classes}; }},
    {"edges_by_type", of_policy, a_text, "種類による区分の端",
     "意識調査は、順調 95％以上、…。種類に edges がなければ空", edges_by_type},
    {"left_out_of_means", of_policy, a_text, "平均に入れない種類", "参考指標は、平均に入れない。どの種類も入れるなら空",
     [](const Context& c, const Subject& s) { return as_text(left_out_of_means(policy(c, s))); }},
    {"excluded", of_policy, a_text, "評価しないときの語", "",
     [](const Context& c, const Subject& s) { return as_text(policy(c, s).excluded_word); }},
    {"replaced", of_policy, a_text, "指標変更の語", "",
     [](const Context& c, const Subject& s) { return as_text(policy(c, s).replaced_word); }},
    {"no_target", of_policy, a_text, "目標値なしの語", "",
     [](const Context& c, const Subject& s) { return as_text(policy(c, s).no_target_word); }},
    {"rate", of_policy, a_text, "達成率の呼び名", "進捗率など",
     [](const Context& c, const Subject& s) { return as_text(policy(c, s).rate_name); }},
    {"second_rate", of_policy, a_text, "二つ目の率の呼び名", "二つ目の率があるときだけ",
     [](const Context& c, const Subject& s) {
         const std::optional<input::SecondRate>& second = policy(c, s).second_rate;
         return second ? as_text(second->name) : Content{};
     }},
    {"shows_uncapped", of_policy, a_flag, "上限なしを添えるか", "KPIの達成率に、上限を適用しない値を括弧で添えるか",
     [](const Context& c, const Subject& s) { return Content{policy(c, s).show_uncapped}; }},
    {"cap", of_policy, a_percent, "達成率の上限", "", cap},

    {"short", of_year, a(Topic::year), "略記", "R5。読み上げでは令和5年度",
     [](const Context&, const Subject& s) { return as_year(s.year, s.year_kind); }},
    {"era", of_year, a_text, "和暦", "令和5年度",
     [](const Context& c, const Subject& s) { return year_text(c, s, base::era_year); }},
    {"full", of_year, a_text, "和暦と西暦", "令和5（2023）年度",
     [](const Context& c, const Subject& s) { return year_text(c, s, base::full_year); }},
    {"western", of_year, an_ordinal, "西暦", "2023",
     [](const Context&, const Subject& s) { return Content{std::int64_t{s.year.western}}; }},
    {"calendar", of_year, a(Topic::year), "年として", "令和5年",
     [](const Context&, const Subject& s) { return as_year(s.year, base::YearKind::calendar); }},
    {"fiscal", of_year, a(Topic::year), "年度として", "令和5年度",
     [](const Context&, const Subject& s) { return as_year(s.year, base::YearKind::fiscal); }},
    {"previous", of_year, a(Topic::year), "前の年度", "",
     [](const Context&, const Subject& s) { return as_year({s.year.western - 1}, s.year_kind); }},
    {"next", of_year, a(Topic::year), "次の年度", "",
     [](const Context&, const Subject& s) { return as_year({s.year.western + 1}, s.year_kind); }},
    {"stage", of_year, a_text, "評価年度から見て", "past、current、future", stage},
    {"past", of_year, a_flag, "評価年度より前か", "",
     [](const Context& c, const Subject& s) { return Content{s.year < inputs(c).evaluated_year}; }},
    {"current", of_year, a_flag, "評価年度か", "",
     [](const Context& c, const Subject& s) { return Content{s.year == inputs(c).evaluated_year}; }},
    {"future", of_year, a_flag, "評価年度より後か", "",
     [](const Context& c, const Subject& s) { return Content{s.year > inputs(c).evaluated_year}; }},

    {"word", of_band, a_text, "評価の語", "", [](const Context&, const Subject& s) { return as_name(s.band->word); }},
    {"symbol", of_band, a_text, "評価の記号", "",
     [](const Context&, const Subject& s) { return as_name(s.band->symbol); }},
    {"range", of_band, a_text, "範囲", "80％以上100％未満", range},
    {"edge", of_band, a_percent, "下の端", "80％。最も低い区分と、率によらない区分にはない", edge},
    {"id", of_band, a_text, "id", "", [](const Context&, const Subject& s) { return as_name(s.band->id); }},
});

}  // namespace

std::span<const Fact> report_facts() { return rows; }

}  // namespace evaluate
