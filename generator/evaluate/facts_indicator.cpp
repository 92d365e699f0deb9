// Facts of one indicator in one year, and of the figures that were typed for it.
#include <algorithm>
#include <array>

#include "evaluate/changes.h"
#include "evaluate/conditions.h"
#include "evaluate/fact_rows.h"
#include "evaluate/index_order.h"
#include "evaluate/names.h"

namespace evaluate {

namespace {

using As = Number::As;
using input::Indicator;

const Indicator& own(const Context& c, const Subject& s) { return c.strategy().indicators[s.index]; }

const std::vector<Result>& results(const Context& c, const Subject& s) {
    return c.assessment.indicators[s.index].results;
}

/// Outside the plan's years there is an empty one.
const Result& result(const Context& c, const Subject& s) {
    static const Result none;
    const bool in_plan = s.year >= c.strategy().first_year && s.year <= c.strategy().last_year;
    return in_plan && !results(c, s).empty() ? c.assessment.indicators[s.index].in(s.year) : none;
}

const input::Policy& policy(const Context& c, const Subject& s) {
    const Result& in_year = result(c, s);
    return in_year.policy == nullptr ? c.inputs().policy : *in_year.policy;
}

template <std::string Indicator::*Part>
Content prose(const Context& c, const Subject& s) {
    return as_text(own(c, s).*Part);
}
template <std::string Indicator::*Part>
Content exact(const Context& c, const Subject& s) {
    return as_name(own(c, s).*Part);
}
Content difference_unit(const Context& c, const Subject& s) {
    const std::string& unit = own(c, s).unit;
    const bool share = unit == "%" || unit == "％" || unit == "パーセント";
    return as_name(share ? "ポイント" : unit);
}

template <bool Indicator::*Part>
Content flag(const Context& c, const Subject& s) {
    return {own(c, s).*Part};
}

Content indicator_where(const Context& c, const Subject& s, const std::string Indicator::*part,
                        const std::string& word) {
    const auto& list = c.strategy().indicators;
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& i) { return i.*part == word; });
    if (word.empty() || found == list.end()) return {};
    return as_subject(Topic::indicator, static_cast<std::size_t>(found - list.begin()), s.year);
}

/// The annex projects that report this KPI.
Content projects(const Context& c, const Subject& s) {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < c.inputs().projects.size(); ++at) {
        const auto& activities = c.inputs().projects[at].indicators;
        const bool reports = std::any_of(activities.begin(), activities.end(),
                                         [&](const auto& activity) { return activity.kpi == s.index; });
        if (reports) found.push_back(at);
    }
    return as_subjects(Topic::project, found, s.year);
}

/// 1 for the first indicator of its kind in the strategy.
Content position(const Context& c, const Subject& s) {
    const auto& list = c.strategy().indicators;
    const auto end = list.begin() + static_cast<std::ptrdiff_t>(s.index);
    const auto before = std::count_if(list.begin(), end, [&](const auto& i) { return i.kind == list[s.index].kind; });
    return {static_cast<std::int64_t>(before) + 1};
}

Content baseline(const Context& c, const Subject& s) {
    const std::optional<input::Figure>& figure = own(c, s).baseline;
    return as_figure(figure ? &*figure : nullptr, c.inputs().policy, "");
}

Content baseline_year(const Context& c, const Subject& s) {
    const Indicator& of = own(c, s);
    return of.baseline_year ? as_year(*of.baseline_year, of.baseline_year_kind) : Content{};
}

Content final_target(const Context& c, const Subject& s) {
    const auto& all = results(c, s);
    const input::Policy& in_force = c.inputs().policy;
    return as_figure(all.empty() ? nullptr : all.back().target, in_force, in_force.no_target_word);
}

bool replaced_in(const Context& c, const Subject& s, base::Year year) {
    const std::optional<base::Year>& last = own(c, s).valid_to;
    return last && year > *last;
}

/// The years from which another indicator stands in its place.
Content replaced_years(const Context& c, const Subject& s) {
    std::vector<Content> items;
    for (const base::Year year : c.strategy().years()) {
        if (replaced_in(c, s, year)) items.push_back(as_year(year, base::YearKind::fiscal));
    }
    return as_list(std::move(items));
}

/// The years after the evaluated one in which the indicator still stands: nothing but targets to show.
Content coming_years(const Context& c, const Subject& s) {
    std::vector<Content> items;
    for (const base::Year year : c.strategy().years()) {
        const bool coming = year > c.inputs().evaluated_year && !replaced_in(c, s, year);
        if (coming) items.push_back(as_year(year, base::YearKind::fiscal));
    }
    return as_list(std::move(items));
}

Content by_year(const Context& c, const Subject& s) {
    std::vector<Content> items;
    for (const Result& in_year : results(c, s)) {
        items.push_back(as_subject(Topic::indicator, s.index, in_year.year));
    }
    return as_list(std::move(items));
}

Content target(const Context& c, const Subject& s) {
    return as_figure(result(c, s).target, policy(c, s), policy(c, s).no_target_word);
}

Content target_year(const Context& c, const Subject& s) {
    const Result& in_year = result(c, s);
    if (!in_year.target_from || in_year.target == nullptr || in_year.target_part) return {};
    return as_year(*in_year.target_from, own(c, s).year_kind);
}

Content original_target(const Context& c, const Subject& s) {
    const input::Figure* figure = result(c, s).original_target;
    return figure == nullptr ? Content{} : as_figure(figure, policy(c, s), "");
}

Content actual(const Context& c, const Subject& s) {
    const Result& in_year = result(c, s);
    if (in_year.actual != nullptr) return as_figure(in_year.actual, policy(c, s), "");
    const bool due = in_year.exclusion == Exclusion::no_actual && in_year.year == c.inputs().evaluated_year;
    return {Missing{due, in_year.reason}};
}

Content actual_change(const Context& c, const Subject& s) {
    const Result& in_year = result(c, s);
    if (!in_year.value_change) return {Missing{false, in_year.reason}};
    return as_number(*in_year.value_change, As::change, c.inputs().policy, "");
}

Content gap(const Context& c, const Subject& s) {
    const Result& in_year = result(c, s);
    const bool both = in_year.actual != nullptr && in_year.actual->amount && in_year.target_value &&
                      in_year.target != nullptr && in_year.target->amount;
    if (!both) return {Missing{false, in_year.reason}};
    return as_number(difference(*in_year.actual->amount, *in_year.target->amount), As::change, c.inputs().policy, "");
}

Content rate_of(const Context& c, const Subject& s, const base::Decimal Rate::*shown) {
    const Result& in_year = result(c, s);
    if (!in_year.rate) return {Missing{false, in_year.reason}};
    return as_number((*in_year.rate).*shown, As::percent, policy(c, s), "");
}

/// The rate without its cap, only where it differs and the policy prints it.
Content uncapped(const Context& c, const Subject& s) {
    const std::optional<Rate>& of = result(c, s).rate;
    if (!of || !of->capped || !shows_uncapped(policy(c, s), own(c, s))) return {};
    return as_number(of->uncapped, As::percent, policy(c, s), "");
}

Content rate_change(const Context& c, const Subject& s) {
    return as_number(result(c, s).rate_change, As::change, c.inputs().policy, result(c, s).reason);
}

Content rating_change(const Context& c, const Subject& s) {
    const Result& in_year = result(c, s);
    if (!in_year.rating_change) return {Missing{false, in_year.reason}};
    return as_number(base::whole(*in_year.rating_change), As::change, c.inputs().policy, "");
}

Content human_rating(const Context& c, const Subject& s) {
    const input::HumanRating* human = result(c, s).human;
    return human == nullptr ? Content{} : as_name(human->word);
}

template <std::string input::Beside::*Part>
Content beside_actual(const Context& c, const Subject& s) {
    const input::Figure* figure = result(c, s).actual;
    return figure == nullptr ? Content{} : as_text(*figure->beside.*Part);
}

template <std::string input::Evidence::*Part>
Content of_evidence(const Context&, const Subject& s) {
    return s.figure->beside->evidence ? as_name(*s.figure->beside->evidence.*Part) : Content{};
}

Content rating_reason(const input::HumanRating* rating) {
    return rating == nullptr ? Content{} : as_text(rating->reason);
}

Content council_rating(const Context& c, const Subject& s) {
    const input::Band* band = result(c, s).council_band;
    return band == nullptr ? Content{} : as_band(band, "");
}

Content computed_rating(const Context& c, const Subject& s) {
    return as_band(result(c, s).computed_band, result(c, s).reason);
}

Content second_rate(const Context& c, const Subject& s) {
    const base::Seldom<Rate>& second = result(c, s).second;
    if (!second) return {Missing{false, result(c, s).reason}};
    return as_number(second->shown, As::percent, policy(c, s), "");
}

Content first_replaced(const Context& c, const Subject& s) {
    const std::optional<base::Year>& last = own(c, s).valid_to;
    return {last && s.year.western == last->western + 1};
}

Content mark(const Context& c, const Subject& s) {
    std::string marks;
    if (s.figure->provisional) marks += c.wording.provisional;
    if (s.figure->revised) marks += c.wording.revised;
    return as_text(marks);
}

/// Whether a target that was revised is in force in some year.
Content revised_targets(const Context& c, const Subject& s) {
    const auto& all = results(c, s);
    return {std::any_of(all.begin(), all.end(), [](const Result& r) { return r.original_target != nullptr; })};
}

/// Those that hold in every year or in one that `shown` accepts.
template <typename Shown>
Content notes_where(const Context& c, const Subject& s, Shown shown) {
    std::vector<Content> items;
    for (const Note& note : c.assessment.indicators[s.index].notes) {
        const bool of_year = note.year && (note.of == Note::Of::actual || note.of == Note::Of::target);
        const bool revision = note.of == Note::Of::target && note.kind == Note::Kind::revised;
        if (!of_year || revision || shown(*note.year)) items.push_back({Subject{.topic = Topic::note, .note = &note}});
    }
    return as_list(std::move(items));
}

Content notes(const Context& c, const Subject& s) {
    return notes_where(c, s, [](base::Year) { return true; });
}

Content notes_in_year(const Context& c, const Subject& s) {
    return notes_where(c, s, [&](base::Year year) { return year == s.year; });
}

Content note_kind(const Context&, const Subject& s) {
    switch (s.note->kind) {
        case Note::Kind::provisional: return as_text("provisional");
        case Note::Kind::revised: return as_text("revised");
        case Note::Kind::reference: return as_text("reference");
        case Note::Kind::strict: return as_text("strict");
        case Note::Kind::human: return as_text("human");
        case Note::Kind::value: break;
    }
    return as_text("value");
}

Content note_of(const Context&, const Subject& s) {
    switch (s.note->of) {
        case Note::Of::baseline: return as_text("baseline");
        case Note::Of::actual: return as_text("actual");
        case Note::Of::target: return as_text("target");
        case Note::Of::indicator: break;
    }
    return as_text("indicator");
}

constexpr Topics of = only(Topic::indicator), of_figure = only(Topic::figure), of_note = only(Topic::note);

const std::array rows = std::to_array<Fact>({
    {"id", of, a_text, "id", "", exact<&Indicator::id>},
    {"name", of, a_text, "名称", "", exact<&Indicator::name>},
    {"reading", of, a_text, "よみ", "名称のよみ", exact<&Indicator::reading>},
    {"index_head", of, a_text, "索引の見出し", "よみの初めの字の行：あ、か、さ…",
     [](const Context& c, const Subject& s) { return as_name(index_head(own(c, s).reading)); }},
    {"unit", of, a_text, "単位", "", exact<&Indicator::unit>},
    {"difference_unit", of, a_text, "差の単位", "単位が％ならポイント、ほかは単位と同じ", difference_unit},
    {"number", of, an_ordinal, "番号", "計画の中の、KPI又は数値目標としての順番", position},
    {"baseline", of, a(Topic::figure), "現状値", "", baseline},
    {"baseline_year", of, a(Topic::year), "現状値の年", "", baseline_year},
    {"baseline_label", of, a_text, "現状値の説明", "", prose<&Indicator::baseline_label>},
    {"target", of, a(Topic::figure), "目標値", "その年度の報告で有効なもの", target},
    {"target_year", of, a(Topic::year), "目標値の年度", "率が別の年度（最終年度など）の目標値によるときだけ", target_year},
    {"original_target", of, a(Topic::figure), "改定前の目標値", "改定したときだけ", original_target},
    {"final_target", of, a(Topic::figure), "最終目標値", "計画の最終年度の目標値", final_target},
    {"actual", of, a(Topic::figure), "実績値", "", actual},
    {"actual_change", of, a_change, "実績値の前年度比", "", actual_change},
    {"gap", of, a_change, "目標値との差", "実績値から目標値を引いたもの", gap},
    {"rate", of, a_percent, "達成率", "上限・下限を適用し、印刷するもの",
     [](const Context& c, const Subject& s) { return rate_of(c, s, &Rate::shown); }},
    {"uncapped_rate", of, a_percent, "上限なしの達成率", "上限・下限を適用しないもの",
     [](const Context& c, const Subject& s) { return rate_of(c, s, &Rate::uncapped); }},
    {"rate_in_brackets", of, a_percent, "括弧の達成率", "上限なしの達成率。決まりによって括弧で添えるときだけ",
     uncapped},
    {"rate_change", of, a_change, "達成率の前年度比",
     "印刷した値どうしの差（ポイント）。上限なしの達成率を添えるときは、その差", rate_change},
    {"trend", of, a_trend, "達成率の動き", "前年度から上がったか、下がったか",
     [](const Context& c, const Subject& s) { return as_trend(result(c, s).rate_change); }},
    {"rating", of, a(Topic::band), "評価", "",
     [](const Context& c, const Subject& s) { return as_band(result(c, s).band, result(c, s).reason); }},
    {"rating_change", of, a_change, "評価の動き", "評価が何段階上がったか", rating_change},
    {"human_rating", of, a_text, "人による評価", "", human_rating},
    {"human_band", of, a(Topic::band), "人による評価の区分", "",
     [](const Context& c, const Subject& s) {
         const input::Band* band = result(c, s).human_band;
         return band == nullptr ? Content{} : as_band(band, "");
     }},
    {"human_reason", of, a_text, "人による評価の理由", "",
     [](const Context& c, const Subject& s) { return rating_reason(result(c, s).human); }},
    {"council_rating", of, a(Topic::band), "会議の評価", "会議による評価の区分", council_rating},
    {"council_reason", of, a_text, "会議の評価の理由", "",
     [](const Context& c, const Subject& s) { return rating_reason(result(c, s).council); }},
    {"computed_rating", of, a(Topic::band), "計算による評価",
     "人の評価を評価とする決まりでも、計算によるもの", computed_rating},
    {"second_rate", of, a_percent, "二つ目の率", "決まりの second_rate。進捗率など", second_rate},
    {"formula", of, a_text, "達成率の算式", "ratio、progress、maintain、linear、classes、words",
     [](const Context& c, const Subject& s) { return as_name(std::string(name_of(formula_of(own(c, s), policy(c, s))))); }},
    {"type", of, a_text, "種類", "決まりの types のうち、その指標のもの", exact<&Indicator::type>},
    {"verdict", of, a_text, "人の判定の語", "",
     [](const Context& c, const Subject& s) {
         const input::Verdict* verdict = result(c, s).verdict;
         return verdict == nullptr ? Content{} : as_text(verdict->word);
     }},
    {"notes", of, many(Topic::note), "注記", "値の横に書かれたもの。全ての年度", notes},
    {"notes_in_year", of, many(Topic::note), "年度の注記", "その年度の値に関わるもの", notes_in_year},
    {"cause", of, a_text, "要因", "担当課が書いたもの", beside_actual<&input::Beside::cause>},
    {"next_steps", of, a_text, "今後の取組", "担当課が書いたもの", beside_actual<&input::Beside::next_steps>},
    {"answered_by", of, a_text, "回答元", "福祉課 2024-05-20：値を寄せた課と日", beside_actual<&input::Beside::from>},
    {"revised_targets", of, a_flag, "改定した目標値があるか", "", revised_targets},
    {"reason", of, a_text, "評価しない理由", "未公表",
     [](const Context& c, const Subject& s) { return as_text(result(c, s).reason); }},
    {"year", of, a(Topic::year), "年度又は年", "",
     [](const Context& c, const Subject& s) { return as_year(s.year, own(c, s).year_kind); }},
    {"by_year", of, {Form::Is::own_list}, "年度ごと", "計画の各年度の、同じ指標", by_year},
    {"headline", of, a_flag, "数値目標か", "",
     [](const Context& c,
        const Subject& s) { return Content{own(c, s).kind == input::IndicatorKind::headline_target}; }},
    {"lower_is_better", of, a_flag, "低いほど良いか", "",
     [](const Context& c, const Subject& s) { return Content{own(c, s).direction == input::Direction::lower}; }},
    {"calendar", of, a_flag, "年で数えるか", "年度でなく1月から12月まで",
     [](const Context& c, const Subject& s) { return Content{own(c, s).year_kind == base::YearKind::calendar}; }},
    {"strict", of, a_flag, "目標値を超えることが要るか", "", flag<&Indicator::strict>},
    {"cumulative", of, a_flag, "累計か", "", flag<&Indicator::cumulative>},
    {"survey", of, a_flag, "意識調査か", "", flag<&Indicator::survey>},
    {"period", of, a_text, "調査の間隔", "", prose<&Indicator::period>},
    {"note", of, a_text, "備考", "", prose<&Indicator::note>},
    {"section", of, a_text, "担当課", "", prose<&Indicator::section>},
    {"source", of, a_text, "出典", "", prose<&Indicator::source>},
    {"next_publication", of, a_text, "次の公表", "", prose<&Indicator::next_publication>},
    {"definition", of, a_text, "数値のとり方", "", prose<&Indicator::definition>},
    {"goal", of, a(Topic::goal), "属する基本目標", "",
     [](const Context& c, const Subject& s) { return as_subject(Topic::goal, own(c, s).goal, s.year); }},
    {"measure", of, a(Topic::measure), "属する施策", "",
     [](const Context& c, const Subject& s) { return as_subject(Topic::measure, own(c, s).measure, s.year); }},
    {"initiative", of, a(Topic::initiative), "属する取組", "",
     [](const Context& c, const Subject& s) { return as_subject(Topic::initiative, own(c, s).initiative, s.year); }},
    {"replaced_by", of, a(Topic::indicator), "代わる指標", "指標変更の後の指標",
     [](const Context& c, const Subject& s) { return indicator_where(c, s, &Indicator::id, own(c, s).replaced_by); }},
    {"replaces", of, a(Topic::indicator), "前の指標", "指標変更の前の指標",
     [](const Context& c, const Subject& s) { return indicator_where(c, s, &Indicator::replaced_by, own(c, s).id); }},
    {"replaced", of, a_flag, "指標変更の後か", "その年度には別の指標が代わっているか",
     [](const Context& c, const Subject& s) { return Content{replaced_in(c, s, s.year)}; }},
    {"first_replaced", of, a_flag, "指標変更の最初の年度か", "", first_replaced},
    {"replaced_years", of, many(Topic::year), "指標変更の後の年度", "", replaced_years},
    {"coming_years", of, many(Topic::year), "評価年度より後の年度", "指標が続くものだけ", coming_years},
    {"reprint", of, a_flag, "再掲か", "",
     [](const Context& c, const Subject& s) { return Content{!own(c, s).reprint_of.empty()}; }},
    {"projects", of, many(Topic::project), "事業", "このKPIを取組指標とする別冊の事業", projects},

    {"kind", of_note, a_text, "種類", "value、provisional、revised、reference、strict、human", note_kind},
    {"of", of_note, a_text, "何の注記か", "baseline、actual、target、indicator", note_of},
    {"year", of_note, a(Topic::year), "年度又は年", "",
     [](const Context&, const Subject& s) {
         return s.note->year ? as_year(*s.note->year, s.note->year_kind) : Content{};
     }},
    {"text", of_note, a_text, "文", "", [](const Context&, const Subject& s) { return as_text(s.note->text); }},
    {"word", of_note, a_text, "語", "", [](const Context&, const Subject& s) { return as_name(s.note->word); }},
    {"rating", of_note, a(Topic::band), "評価", "",
     [](const Context&, const Subject& s) { return s.note->band == nullptr ? Content{} : as_band(s.note->band, ""); }},

    {"number", of_figure, a_number, "数字", "語（未公表など）のときは、なし",
     [](const Context&, const Subject& s) { return as_number(s.figure->amount, As::plain, *s.policy, ""); }},
    {"words", of_figure, a_text, "語", "未公表など。数字のときは、なし",
     [](const Context&, const Subject& s) { return s.figure->amount ? Content{} : as_name(s.figure->words); }},
    {"brackets", of_figure, a_text, "括弧の値", "値の下に括弧で添えるもの",
     [](const Context&, const Subject& s) { return as_name(s.figure->beside->in_brackets); }},
    {"provisional", of_figure, a_flag, "速報値か", "",
     [](const Context&, const Subject& s) { return Content{s.figure->provisional}; }},
    {"revised", of_figure, a_flag, "改定値か", "",
     [](const Context&, const Subject& s) { return Content{s.figure->revised}; }},
    {"reference", of_figure, a_flag, "参考値か", "",
     [](const Context&, const Subject& s) { return Content{s.figure->reference}; }},
    {"forecast", of_figure, a_number, "見込値", "見込が書かれたときだけ",
     [](const Context&, const Subject& s) {
         const std::optional<base::Decimal>& forecast = s.figure->beside->forecast;
         return forecast ? as_number(forecast, As::plain, *s.policy, "") : Content{};
     }},
    {"mark", of_figure, a_text, "印", "速報値などの印", mark},
    {"note", of_figure, a_text, "備考", "", [](const Context&, const Subject& s) { return as_text(s.figure->beside->note); }},
    {"paper", of_figure, a_text, "根拠資料", "値の source に書かれた資料の名", of_evidence<&input::Evidence::paper>},
    {"digest", of_figure, a_text, "根拠資料のダイジェスト", "SHA-256", of_evidence<&input::Evidence::digest>},
    {"given_by", of_figure, a_text, "値を出した人", "", of_evidence<&input::Evidence::given_by>},
    {"agreed_by", of_figure, a_text, "確かめた人", "", of_evidence<&input::Evidence::agreed_by>},
});

/// Every condition that can be put to a set can be asked of one indicator.
template <std::size_t... At>
std::vector<Fact> with_conditions(std::index_sequence<At...>) {
    std::vector<Fact> all(rows.begin(), rows.end());
    (all.push_back({conditions[At].name, of, a_flag, conditions[At].japanese, conditions[At].line,
                    [](const Context& c, const Subject& s) {
                        return Content{conditions[At].holds({result(c, s), own(c, s)})};
                    }}),
     ...);
    return all;
}

}  // namespace

std::span<const Fact> indicator_facts() {
    static const std::vector<Fact> all = with_conditions(std::make_index_sequence<std::size(conditions)>());
    return all;
}

}  // namespace evaluate
