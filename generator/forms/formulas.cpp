// Doubts that a formula can have, the likeliest slip first.
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

}  // namespace

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
    std::string number = "IF(ISTEXT(" + v + ")," + (cells.words ? says("よい") : words) + "," + digits + ")";
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
