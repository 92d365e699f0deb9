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

/// In brackets of a formula: (actual) / (target), or the way covered from the baseline.
std::string quotient(const input::Indicator& indicator, input::Formula rule, const RowCells& cells) {
    if (rule == input::Formula::progress && indicator.baseline && indicator.baseline->amount) {
        const std::string base = base::plain(*indicator.baseline->amount);
        return "(" + cells.value + "-(" + base + "))/(" + cells.target + "-(" + base + "))";
    }
    if (rule != input::Formula::ratio) return {};
    return indicator.direction == input::Direction::higher ? cells.value + "/" + cells.target
                                                           : cells.target + "/" + cells.value;
}

std::string limited(const std::string& rate, const input::Policy& policy) {
    std::string out = rate;
    if (policy.cap) out = "MIN(" + out + "," + base::plain(*policy.cap) + ")";
    if (policy.floor) out = "MAX(" + out + "," + base::plain(*policy.floor) + ")";
    return out;
}

}  // namespace

std::string rate_formula(const input::Inputs& inputs, const input::Indicator& indicator, const RowCells& cells,
                         const std::string& check) {
    const input::Policy& policy = inputs.policy;
    const std::string part = quotient(indicator, indicator.formula.value_or(policy.formula), cells);
    if (part.empty()) return {};
    const std::string rounded = "ROUND(ROUND(" + part + "*100,11)," + std::to_string(policy.decimals) + ")";
    return "IF(OR(NOT(ISNUMBER(" + cells.value + ")),NOT(ISNUMBER(" + cells.target + ")))," + formula_text("") +
           ",IF(LEFT(" + check + ",1)=" + formula_text("×") + "," + formula_text("保留") + ",IFERROR(" +
           limited(rounded, policy) + "," + formula_text("") + ")))";
}

std::string rating_formula(const input::Inputs& inputs, const std::string& rate) {
    std::string out = formula_text("");
    const auto& bands = inputs.policy.bands;
    for (auto band = bands.rbegin(); band != bands.rend(); ++band) {
        const std::string words = formula_text(band->symbol + (band->symbol.empty() ? "" : " ") + band->word);
        if (!band->lower) {
            out = words;
            continue;
        }
        out = "IF(" + rate + (band->lower_strict ? ">" : ">=") + base::plain(*band->lower) + "," + words + "," + out +
              ")";
    }
    return "IF(ISNUMBER(" + rate + ")," + out + ",IF(" + rate + "=" + formula_text("保留") + "," + rate + "," +
           formula_text("") + "))";
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
    const std::string digits = "IF(AND(ISNUMBER(" + l + ")," + l + "<>0),IF(" + v + "/" + l + ">=5," + tenth + ",IF(" +
                               v + "/" + l + "<=0.2,IF(" + v + "=0," + says("△ 0 です。値がないときは状態を選びます") +
                               "," + tenfold + ")," + places + "))," + places + ")";
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
