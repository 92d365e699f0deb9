// Nests the policy's rules as IFs from the last band to the first; what a sheet cannot compute stays empty.
#include "forms/formulas.h"

#include "workbook/names.h"

namespace forms {

namespace {

using workbook::formula_text;

std::string number_text(const std::string& cell, int decimals) {
    return "TEXT(" + cell + "," +
           formula_text("#,##0" + (decimals > 0 ? "." + std::string(static_cast<std::size_t>(decimals), '0') : "")) +
           ")";
}

/// The target that the rate is taken from: this year's cell, or the number of another year; empty: none a form knows.
std::string target_in(const input::Inputs& inputs, const input::Indicator& indicator, const RowCells& cells) {
    const input::TargetChoice choice = input::target_choice_of(indicator, inputs.policy);
    if (choice.of == input::TargetOf::year) return cells.target;
    if (choice.takes_part() || indicator.targets.empty()) return {};
    const base::Year year = choice.of == input::TargetOf::final ? indicator.targets.rbegin()->first : choice.named;
    const input::Figure* figure = target_of(indicator, year, inputs.evaluated_year);
    return figure != nullptr && figure->amount ? base::plain(*figure->amount) : std::string();
}

/// (actual) / (target), or the way covered from the baseline.
std::string quotient(const input::Indicator& indicator, input::Formula rule, const std::string& value,
                     const std::string& target) {
    const input::Figure* baseline = input::formula_baseline(indicator);
    if (rule == input::Formula::progress && baseline != nullptr && baseline->amount) {
        const std::string base = base::plain(*baseline->amount);
        return "(" + value + "-(" + base + "))/(" + target + "-(" + base + "))";
    }
    if (rule != input::Formula::ratio) return {};
    // Fewer is better: 0 is all that can be reached, whatever the target.
    return indicator.direction == input::Direction::higher ? value + "/" + target
                                                           : "IF(" + value + "=0,1," + target + "/" + value + ")";
}

std::string limited(const std::string& rate, const input::Policy& policy) {
    std::string out = rate;
    if (policy.cap) out = "MIN(" + out + "," + base::plain(*policy.cap) + ")";
    if (policy.floor) out = "MAX(" + out + "," + base::plain(*policy.floor) + ")";
    return out;
}

/// `rate` as the policy prints it; the inner rounding takes off what binary fractions add. Empty: a way of rounding
/// that a spreadsheet has not.
std::string printed_rate(const std::string& rate, const input::Policy& policy) {
    if (policy.rounding == base::Rounding::half_even) return {};
    const std::string way = policy.rounding == base::Rounding::truncate ? "ROUNDDOWN" : "ROUND";
    return way + "(ROUND(" + rate + ",11)," + std::to_string(policy.decimals) + ")";
}

std::string band_words(const input::Band& band) { return band.symbol + (band.symbol.empty() ? "" : " ") + band.word; }

}  // namespace

LiveRating live_rating(const input::Inputs& inputs, const input::Indicator& indicator, const RowCells& cells,
                       const std::string& check, const std::string& rate_cell) {
    const input::Policy& policy = inputs.policy;
    const std::string target = target_in(inputs, indicator, cells);
    const std::string part =
        target.empty() ? "" : quotient(indicator, input::formula_of(indicator, policy), cells.value, target);
    const std::string rounded = part.empty() ? "" : printed_rate(part + "*100", policy);
    if (rounded.empty()) return {};
    LiveRating live;
    live.rate = "IF(OR(NOT(ISNUMBER(" + cells.value + ")),NOT(ISNUMBER(" + target + ")))," + formula_text("") +
                ",IF(LEFT(" + check + ",1)=" + formula_text("×") + "," + formula_text("保留") + ",IFERROR(" +
                limited(rounded, policy) + "," + formula_text("") + ")))";
    const std::string compared =
        policy.rated_value == input::RatedValue::exact ? limited(part + "*100", policy) : rate_cell;
    std::string words = formula_text("");
    for (auto band = policy.bands.rbegin(); band != policy.bands.rend(); ++band) {
        if (!band->lower) {
            words = formula_text(band_words(*band));
            continue;
        }
        std::string above = "IF(";
        above.append(compared).append(band->lower_strict ? ">" : ">=").append(base::plain(*band->lower)).append(",");
        words = above.append(formula_text(band_words(*band))).append(",").append(words).append(")");
    }
    live.rating = "IF(ISNUMBER(" + rate_cell + ")," + words + ",IF(" + rate_cell + "=" + formula_text("保留") + "," +
                  rate_cell + "," + formula_text("") + "))";
    return live;
}

std::string check_formula(const RowCells& cells) {
    const std::string& v = cells.value;
    const std::string& l = cells.last;
    const auto says = [](const std::string& words) { return formula_text(words); };
    const std::string change = "IF(AND(ISNUMBER(" + l + ")," + l + "<>0)," + says("よい　前年度の") + "&TEXT(" + v +
                               "/" + l + "," + says("0.00") + ")&" + says("倍") + "," + says("よい") + ")";
    const std::string rough = "IF(AND(ISNUMBER(" + l + ")," + l + "<>0),IF(ABS(" + v + "/" + l + "-1)>0.3," +
                              says("△ 前年度の") + "&TEXT(" + v + "/" + l + "," + says("0.00") + ")&" +
                              says("倍。確かめてください") + "," + change + ")," + change + ")";
    const std::string places = "IF(ROUND(" + v + "," + std::to_string(cells.decimals) + ")<>" + v + "," +
                               says("△ 小数の桁が前年度（" + std::to_string(cells.decimals) + "桁）と違います") + "," +
                               rough + ")";
    const std::string tenth = says("× 前年度の") + "&TEXT(" + v + "/" + l + "," + says("0.0") + ")&" +
                              says("倍。桁の誤りではありませんか。") + "&" + number_text(v + "/10", cells.decimals) +
                              "&" + says(" では？");
    const std::string tenfold = says("× 前年度の") + "&TEXT(" + v + "/" + l + "," + says("0.00") + ")&" +
                                says("倍。桁の誤りではありませんか。") + "&" + number_text(v + "*10", cells.decimals) +
                                "&" + says(" では？");
    std::string known_zero;  // 0 is no surprise where the target or an earlier value is 0
    for (const std::string& other : {cells.target, cells.before_last}) {
        if (other.empty()) continue;
        known_zero.append(known_zero.empty() ? "AND(ISNUMBER(" : ",AND(ISNUMBER(");
        known_zero.append(other).append("),").append(other).append("=0)");
    }
    const std::string empty_or_zero = says("△ 0 です。値がないときは状態を選びます");
    const std::string zero =
        known_zero.empty() ? empty_or_zero : "IF(OR(" + known_zero + ")," + says("よい") + "," + empty_or_zero + ")";
    const std::string digits = "IF(AND(ISNUMBER(" + l + ")," + l + "<>0),IF(" + v + "/" + l + ">=5," + tenth + ",IF(" +
                               v + "/" + l + "<=0.2,IF(" + v + "=0," + zero + "," + tenfold + ")," + places + "))," +
                               places + ")";
    const std::string words = says("× 数字ではありません。数字だけを半角で記入し、単位や語は書きません");
    std::string number = "IF(ISTEXT(" + v + ")," + words + "," + digits + ")";
    if (cells.status.empty())
        return "IF(" + v + "=" + says("") + "," + says("") + ",IF(ISTEXT(" + v + ")," + says("△ 語が書かれています") +
               "," + digits + "))";
    const std::string worded = "AND(" + cells.status + "<>" + says("") + "," + cells.status + "<>" + says("確定") +
                               "," + cells.status + "<>" + says("速報") + ")";
    return "IF(" + v + "=" + says("") + ",IF(" + worded + "," + says("よい　値なし（") + "&" + cells.status + "&" +
           says("）") + "," + says("") + "),IF(" + worded + "," + says("× 値と「") + "&" + cells.status + "&" +
           says("」の両方があります") + "," + number + "))";
}

}  // namespace forms
