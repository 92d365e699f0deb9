// What the input room produces: everything a city wrote, checked and with the place of every value.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/number_style.h"
#include "base/seldom.h"
#include "base/source.h"
#include "base/value.h"
#include "base/year.h"
#include "input/policy.h"

namespace input {

/// A doubt the author has looked at (check/): its name, and why all is right, which stays in the file.
struct Silence {
    std::string name;
    std::string reason;
    base::Span span;  ///< of the name
};

/// The same for prose: it holds for texts that contain `text`.
struct ProseSilence {
    Silence silence;
    std::string text;
};

/// 根拠資料: the paper that a value was taken from, so that it can be looked up years later.
struct Evidence {
    std::string paper;      ///< its name: a path below the project folder where it lies there
    std::string digest;     ///< SHA-256 of it, in small hexadecimal letters; may be empty
    std::string given_by;   ///< who gave the value; may be empty
    std::string agreed_by;  ///< who agreed to it; may be empty
    base::Span span;        ///< of the digest, else of the name
};

/// Such a paper as it lies in the project folder now.
struct Paper {
    std::string path;
    std::string digest;
};

/// A target that is no single number: one of the two.
struct Aim {
    /// 450,000～460,000: met between two values, both counted in.
    std::optional<std::pair<base::Decimal, base::Decimal>> range;
    /// 増加, 減少, 維持: a direction, told from the baseline.
    enum class Toward { none, up, down, level };
    Toward toward = Toward::none;
};

/// What the author wrote beside a value.
struct Beside {
    std::optional<base::Decimal> forecast;  ///< 見込: what the value is expected to be; shown beside it, not evaluated
    std::string in_brackets;                ///< a second figure the table shows in brackets under the first: (33)
    std::string note;
    std::string cause;       ///< 要因: why the value is what it is, by the section in charge
    std::string next_steps;  ///< 今後の取組
    std::string from;        ///< who gave the value and when: 福祉課 2024-05-20
    std::optional<Evidence> evidence;
    std::vector<Silence> silenced;
};

/// What the author wrote for one indicator in one year. Missing is never zero: a figure has either an amount or
/// words. `amount` is the number as printed (its decimals count).
struct Figure {
    std::optional<base::Decimal> amount;
    std::string words;  ///< a status of the policy (未公表, 調査なし, －), or the words of a text value (設置)
    base::Seldom<Aim> aim;
    base::Seldom<Beside> beside;
    base::Span span;
    bool provisional = false;  ///< 速報値
    bool revised = false;      ///< 改定値: corrected after an earlier report (r)
    bool reference = false;    ///< 参考値: shown in brackets, not evaluated
    bool long_form = false;    ///< written as a map {value: …}
    /// Whether it is a range or a direction, as targets may be.
    bool is_aim() const { return static_cast<bool>(aim); }
};

/// The value that a revision of the plan gave to the target of a year.
struct RevisedTarget {
    base::Year from;  ///< reports from this year on judge by it
    Figure figure;
};

/// 目標値 of a year. A plan may be revised more than once in its course; the original stays.
struct Target {
    std::optional<Figure> original;
    std::vector<RevisedTarget> revised;  ///< oldest first
    /// As it stands in the report of a year: the last revision that is in force, else the original. Null: none yet.
    const Figure* in_force(base::Year report) const;
};

/// A revision of an indicator's targets: what the report says of it.
struct TargetRevision {
    base::Year from;
    std::string decided;  ///< 令和５年３月: when it was decided, as printed; may be empty
    std::string reason;   ///< may be empty
};

enum class Direction { higher, lower };

/// How a text, rank or strict target is judged when no rate can say: the author's word.
struct Verdict {
    bool reached = false;
    std::string word;  ///< may be empty
    base::Span span;
};

/// A rating given by people beside the computed one.
struct HumanRating {
    std::string word;  ///< a band's word
    std::string reason;
    base::Span span;
};

enum class IndicatorKind { headline_target, kpi };

/// An actual that is made of two activity indicators: part / whole, times a number, with so many decimals.
struct Quotient {
    std::string part, whole;  ///< ids
    base::Decimal times;
    int decimals = 1;
};

/// 数値目標 or KPI. Positions are indices into the Strategy's lists.
struct Indicator {
    std::string id;
    IndicatorKind kind = IndicatorKind::kpi;
    std::string name;
    std::string reading;  ///< よみ, in kana: where the index puts the name; may be empty
    std::string unit;     ///< may be empty (合計特殊出生率)
    std::optional<Figure> baseline;
    std::optional<base::Year> baseline_year;
    base::YearKind baseline_year_kind = base::YearKind::fiscal;
    /// A later value that stands for the baseline in formulas; the baseline itself is still printed.
    std::optional<Figure> rate_baseline;
    std::optional<base::Year> rate_baseline_year;
    std::string baseline_label;  ///< 平成27～29年度平均: printed for the year where it is more than one; may be empty
    Direction direction = Direction::higher;
    std::optional<Formula> formula;  ///< else the policy's
    std::optional<Tolerance> tolerance;
    std::optional<TargetChoice> target;  ///< else the policy's
    base::YearKind year_kind = base::YearKind::fiscal;
    bool cumulative = false;  ///< 累計
    bool survey = false;      ///< 市民実感度調査 and the like
    bool strict = false;      ///< the target is 超: reaching it exactly is not enough
    std::string period;       ///< how often it is measured: ５年ごとの調査
    std::string note;
    std::string section;           ///< 担当課
    std::string source;            ///< 出典
    std::string next_publication;  ///< when a late statistic comes out
    std::string definition;        ///< how the figure is taken
    std::optional<base::Decimal> weight;
    std::optional<base::Year> valid_from, valid_to;
    std::string replaced_by;          ///< id of the indicator that takes over (指標変更)
    std::string reprint_of;           ///< id (再掲)
    std::string type;                 ///< 意識調査: a type of the policy; may be empty
    std::vector<std::string> sum_of;  ///< ids of activity indicators
    bool sum_over_years = false;      ///< the sum is that of all years of the plan until then (累計)
    std::optional<Quotient> quotient_of;
    std::map<base::Year, Target> targets;
    std::vector<TargetRevision> revisions;  ///< of the targets, oldest first
    std::map<base::Year, Figure> actuals;
    std::map<base::Year, Verdict> verdicts;
    std::map<base::Year, HumanRating> human_ratings;    ///< by the section
    std::map<base::Year, HumanRating> council_ratings;  ///< by the council
    std::vector<Silence> silenced;                      ///< doubts about the indicator, not about one of its values
    base::Span span;                                    ///< of the id

    std::size_t goal = 0;
    std::size_t measure = 0;     ///< of a KPI
    std::size_t initiative = 0;  ///< of a KPI
    /// Whether the indicator stands in the plan in that year.
    bool valid_in(base::Year year) const;
    /// Whether its value is asked for in that year: it is valid, and no reprint of another.
    bool asked_in(base::Year year) const { return reprint_of.empty() && valid_in(year); }
};

struct Initiative {  // 主な取組
    int number = 0;
    std::string title;
    std::vector<std::size_t> kpis;      ///< into Strategy::indicators
    std::vector<std::size_t> projects;  ///< into Inputs::projects
    std::size_t goal = 0, measure = 0;
    base::Span span;
};

/// 項目: what a city writes of its projects or measures beside what kensho knows: 予算額, 決算額, 事業効果.
struct OwnField {
    enum class Is { number, rate, rating, text };
    std::string id;
    std::string name;
    std::string unit;
    Is is = Is::number;
    std::string part, whole;  ///< of a rate: the numbers it is the quotient of
    int decimals = 1;         ///< of a rate in per cent
    std::vector<Band> bands;  ///< of a rating: what it may say; empty: the policy's
    base::Span span;
};

/// What stands at one of them.
struct OwnValue {
    std::optional<base::Decimal> number;
    std::string text;  ///< of a rating its word
    base::Span span;
};
using OwnValues = std::map<std::string, OwnValue, std::less<>>;  ///< by the ids of the fields

struct Measure {  // 具体的な施策
    int number = 0;
    std::string title;
    OwnValues own;                         ///< as the annex has them
    std::vector<std::size_t> initiatives;  ///< into Strategy::initiatives
    std::size_t goal = 0;
    base::Span span;
};

struct Goal {  // 基本目標
    int number = 0;
    std::string title;
    std::string slogan;
    std::optional<base::Decimal> weight;
    std::vector<std::size_t> headline_targets;  ///< into Strategy::indicators
    std::vector<std::size_t> measures;          ///< into Strategy::measures
    base::Span span;
};

/// The formula, the choice of the target and the tolerance of an indicator: its own, else its type's, else the
/// policy's.
Formula formula_of(const Indicator& indicator, const Policy& policy);
TargetChoice target_choice_of(const Indicator& indicator, const Policy& policy);
const Tolerance& tolerance_of(const Indicator& indicator, const Policy& policy);
/// The policy's bands with the edges that hold for the indicator: one for one, in the same order.
const std::vector<Band>& bands_of(const Indicator& indicator, const Policy& policy);
/// Which means the indicator enters.
InMeans in_means_of(const Indicator& indicator, const Policy& policy);
/// What formulas take for the baseline; null where there is none.
const Figure* formula_baseline(const Indicator& indicator);
/// The same as a number: nothing where it is words or missing.
std::optional<base::Ratio> formula_baseline_value(const Indicator& indicator);
std::optional<base::Year> formula_baseline_year(const Indicator& indicator);

/// The strategy, flat: goals, measures, initiatives and indicators in the order of the plan.
struct Strategy {
    std::string title;
    std::string short_title;  ///< 第２期総合戦略: how running heads and headings call it; the title where none is given
    base::Year first_year, last_year;
    std::vector<Goal> goals;
    std::vector<Measure> measures;
    std::vector<Initiative> initiatives;
    std::vector<Indicator> indicators;
    const Indicator* find(std::string_view id) const;
    std::vector<base::Year> years() const;
};

/// 取組指標 of a project: its own, or a KPI of the strategy that is referred to, not retyped.
struct ActivityIndicator {
    std::string id;                  ///< may be empty: only what is referred to needs one
    std::optional<std::size_t> kpi;  ///< into Strategy::indicators; the actuals below are the KPI's then
    bool same_as = false;            ///< another activity indicator's: name, unit and actuals are copied from it
    std::string name;
    std::string unit;
    std::string note;  ///< ※カッコ内は総数
    std::map<base::Year, Figure> actuals;
    std::vector<Silence> silenced;
    base::Span span;
};

struct ResultLine {
    std::string text;
    std::vector<std::string> details;
};

/// 終了した事業: its last year, and why.
struct Ending {
    base::Year year;
    std::string reason;
};

struct Project {  // 事業
    std::string id;
    std::string name;
    std::string account;                    ///< 会計, may be empty
    std::optional<std::size_t> reprint_of;  ///< into Inputs::projects (再掲); what is not written again is copied
    std::vector<std::string> content;       ///< 取組内容, paragraphs
    bool results_numbered = true;
    std::vector<ResultLine> results;            ///< the evaluated year's 取組実績
    std::vector<ActivityIndicator> indicators;  ///< empty: 指標なし
    std::string section;
    std::string formerly;         ///< the name before: 旧○○事業
    std::optional<Ending> ended;  ///< 終了
    OwnValues own;
    std::size_t initiative = 0;  ///< into Strategy::initiatives
    base::Span span;
};

/// A file of the template folder, read into a tree: style, volumes, workbook. Compose and workbook give it meaning.
struct TemplateFile {
    std::string name;  ///< "style", "main", "annex", "digest", "workbook"
    base::Value tree;
};

/// The file of a draft, which never takes the name of a report: report.pdf is report-案.pdf.
std::string draft_name(const std::string& file);

struct Output {
    std::string volume;  ///< the template file that makes it
    std::string file;    ///< name inside the output folder; of a draft, the draft's
    base::Span span;
    base::Span name_span;
};

struct Municipality {
    std::string name;
    std::string code;  ///< 5 or 6 digits
    base::Span code_place;
};

/// A text that people wrote for this year's report, in the narrative or in the annex.
struct TypedText {
    std::string path;  ///< narrative.goals.1.evaluation[0], projects.ID.results[2]; counted from 0
    std::string text;  ///< as written, placeholders {{…}} still in place
    base::Span span;
};

/// What the forms for sections say and leave behind.
struct FormWishes {
    std::string deadline;   ///< 2024-05-31, may be empty
    std::string return_to;  ///< where answers go: 企画政策課（共有フォルダ）, may be empty
    bool record = false;    ///< who answered a value, and when, is written beside it
};

/// 問合せ先 of the 奥付; what is not given is not printed.
struct Contact {
    std::string section;  ///< 企画政策課
    std::string phone;    ///< as printed
    std::string url;      ///< https://…
};

/// An edition of the report as its 版の履歴 names it.
struct EditionNote {
    std::string name;    ///< 初版, 訂正版
    std::string date;    ///< 2024-09-30
    std::string reason;  ///< 出生数の訂正; may be empty
};

struct Inputs {
    Municipality municipality;
    std::string report_title;  ///< 効果検証報告書
    std::string council;       ///< 総合戦略会議: whose opinions the report holds; may be empty
    base::Year evaluated_year;
    base::Span evaluated_year_place;
    std::map<base::Year, base::Span> year_places;     ///< where kensho.yaml names the file of a year
    std::map<base::Year, base::Span> actuals_places;  ///< where the values of a year begin in that file
    base::Span projects_place;                        ///< where kensho.yaml names the annex
    std::string published;                            ///< date or year of publication as printed: 令和6年度
    std::string date;                                 ///< the same as 2024-09-01 for metadata, may be empty
    Contact contact;
    std::vector<EditionNote> history;  ///< the oldest first; the last is this one
    base::Value corrections;           ///< as kensho errata wrote it; empty: this corrects no edition
    bool carries_inputs = false;       ///< the first volume holds the files it was made of (PDF/A-3)
    std::string awaited;  ///< the word of a value that has not come (集計中); empty: no value is waited for
    FormWishes forms;
    base::Eras eras;
    Strategy strategy;
    std::vector<Project> projects;
    std::vector<OwnField> own_fields;
    /// The policy in force for each report year; `policy` is the evaluated year's.
    Policy policy;
    std::map<base::Year, Policy> earlier_policies;
    /// Prose by path: the tree of narrative.yaml as written, bindings {…} still in place.
    base::Value narrative;
    std::vector<TypedText> texts;              ///< every text of the narrative and the annex, in the order read
    std::set<std::string> carried_over;        ///< digests (input/carried_over.h) of texts that are last year's
    std::vector<Silence> silenced;             ///< in kensho.yaml: doubts about the project as a whole
    std::vector<ProseSilence> prose_silenced;  ///< the narrative's `silence:`, which is no part of the tree above
    std::vector<TemplateFile> template_files;
    std::vector<Output> outputs;
    /// Pictures and pages of the city's own: a project's by their key in kensho.yaml (cover), a template's by their
    /// path in its folder.
    std::map<std::string, std::string> assets;
    std::map<std::string, base::Span> asset_places;  ///< of a project's: where kensho.yaml names them
    std::vector<std::string> files;                  ///< the paths of everything that was read
    std::map<std::string, Paper> papers;             ///< of values, by their names, those that lie in the project
    std::string digest;                              ///< SHA-256 of everything that was read, in a fixed order
    std::string frame;                               ///< the same without values, projects, texts and pictures
    /// The city's field of that id; null where none is declared.
    const OwnField* own_field(std::string_view id) const;
    /// Whether the value is still to come: the word for that, and no note that explains it.
    bool waits_for(const Figure& figure) const {
        return !awaited.empty() && figure.words == awaited && figure.beside->note.empty();
    }
};

}  // namespace input
