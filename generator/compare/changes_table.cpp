// What a correction changed, a fact a line, beside the open data that it corrects.
#include "compare/changes.h"
#include "workbook/csv.h"

namespace compare {

std::string to_csv(const Changes& changes, const std::string& date) {
    workbook::Csv csv;
    const auto line = [&](const std::vector<std::string>& fields) {
        for (const std::string& field : fields) csv.field(field);
        csv.end_line();
    };
    line({"訂正日", "訂正した版", "訂正の番号", "もとの訂正", "値", "名称", "誤", "正"});
    std::size_t next = 0;
    for (const Cause& cause : changes.causes) {
        if (cause.items.empty()) continue;  // has no row in the 正誤表, whose numbers these are
        const std::string number = std::to_string(++next);
        if (cause.facts.empty()) {
            line({date, changes.before, number, cause.path, cause.path, cause.label,
                  cause.before ? cause.before->text : "", cause.after ? cause.after->text : ""});
        }
        for (const std::size_t of : cause.facts) {
            const FactChange& fact = changes.facts[of];
            line({date, changes.before, number, cause.path, fact.fact, fact.label, fact.before, fact.after});
        }
    }
    return csv.take().whole();
}

}  // namespace compare
