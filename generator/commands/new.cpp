// kensho new: a project from nothing, or from the lists an office keeps.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <set>
#include <string_view>

#include "base/exchange.h"
#include "base/message.h"
#include "commands/command.h"
#include "commands/manner.h"
#include "commands/project_schema.h"
#include "commands/terminal.h"
#include "forms/archive.h"
#include "forms/table.h"
#include "input/shipped.h"
#include "scaffold/begin.h"
#include "scaffold/from_table.h"
#include "scaffold/wanted_texts.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;
using base::Value;
using kensho::Request;
using kensho::Run;

namespace {

/// What was said on the command line; the rest is asked, or becomes a marked default.
struct NewProject {
    std::string city, code, title, period, year, policy, template_id;
    std::vector<std::string> goals;
    std::vector<std::string> tables;  ///< --from
    std::filesystem::path map;
};

/// Asks one question and gives the answer, or the default when it is empty; nothing where nobody can be asked.
using Ask = std::function<std::optional<std::string>(const std::string& question, const std::string& otherwise)>;

/// The names in a folder of the program, each with its first words: what a person chooses from.
struct Choices {
    std::vector<std::string> names, lines;
};

Choices policies(const Request& request, Run& run) {
    Choices choices{input::policy_names(request.home.root, request.home.root), {}};
    for (const std::string& policy : choices.names) {
        const fs::path file = request.home.root / "config" / "policies" / (policy + ".yaml");
        const Value tree = input::read_tree(file, run.sources, run.diagnostics);
        const Value* name = tree.is_map() ? tree.find("name") : nullptr;
        choices.lines.push_back(policy + "  " + (name != nullptr ? name->text : ""));
    }
    return choices;
}

/// What the comment on top of a template's main volume says of it.
std::string first_words(const fs::path& folder) {
    const fs::path main = folder / "main.yaml";
    const std::string text = fs::is_regular_file(main) ? base::read_file(main, std::size_t{1} << 20U) : "";
    const std::size_t begin = text.find("\n# ");
    return begin == std::string::npos ? "" : text.substr(begin + 3, text.find('\n', begin + 1) - begin - 3);
}

Choices templates(const Request& request) {
    Choices choices{input::template_names(request.home.root, request.home.root), {}};
    for (const std::string& name : choices.names) {
        choices.lines.push_back(name + "  " + first_words(request.home.root / "templates" / name));
    }
    return choices;
}

/// One of the choices, by its name or its number in the list.
std::string choose(const Choices& choices, const std::string& given, const std::string& question,
                   const std::string& otherwise, const Ask& ask, Run& run) {
    std::string answer = given;
    if (answer.empty()) {
        std::string text = question + "\n";
        for (std::size_t i = 0; i < choices.lines.size(); ++i) {
            text += "  " + std::to_string(i + 1) + "  " + choices.lines[i] + "\n";
        }
        answer = ask(text + ">", otherwise).value_or(otherwise);
    }
    for (std::size_t i = 0; i < choices.names.size(); ++i) {
        if (answer == choices.names[i] || answer == std::to_string(i + 1)) return choices.names[i];
    }
    const std::vector<std::string_view> known(choices.names.begin(), choices.names.end());
    base::report_unknown("`{}` is none of those to choose from", answer, {}, known, run.diagnostics);
    return otherwise;
}

/// R3-R8, R3～R8, 令和3年度-令和8年度
std::optional<std::pair<base::Year, base::Year>> read_period(const base::Eras& eras, const std::string& text) {
    for (const std::string_view dash : {"-", "～", "〜", "から"}) {
        const std::size_t at = text.find(dash);
        if (at == std::string::npos) continue;
        const auto first = base::parse_year(eras, text.substr(0, at));
        const auto last = base::parse_year(eras, text.substr(at + dash.size()));
        if (first && last && *first < *last && last->western - first->western < 30) return std::pair(*first, *last);
    }
    return std::nullopt;
}

/// Files of a template that are no volumes, that commands of their own make, or that a project asks for later.
constexpr std::array<std::string_view, 7> not_begun = {"workbook", "style",  "pieces",  "proof",
                                                       "errata",   "notice", "citizens"};

void look_at_template(const Request& request, scaffold::Beginning& wishes) {
    const fs::path folder = request.home.root / "templates" / wishes.template_id;
    wishes.workbook = true;  // of the template, or the usual one
    constexpr std::size_t most_bytes = std::size_t{16} << 20U;
    std::vector<std::string> pieces;
    for (const fs::path& file : {folder / "pieces.yaml", request.home.root / "config/volumes/pieces.yaml"}) {
        if (fs::exists(file)) pieces.push_back(base::read_file(file, most_bytes));
    }
    std::set<std::string> texts;
    for (const std::string& file : base::list_files(folder)) {
        if (!file.ends_with(".yaml") || file.find('/') != std::string::npos) continue;
        const std::string name = file.substr(0, file.size() - 5);
        if (std::find(not_begun.begin(), not_begun.end(), name) != not_begun.end()) continue;
        wishes.volumes.push_back(name);
        for (std::string& text : scaffold::wanted_texts(base::read_file(folder / file, most_bytes), pieces))
            texts.insert(std::move(text));
    }
    wishes.texts.assign(texts.begin(), texts.end());
    std::stable_partition(wishes.volumes.begin(), wishes.volumes.end(),
                          [](const std::string& volume) { return volume == "main"; });
}

/// Goals, one a line, until a line is empty.
std::vector<scaffold::PlannedGoal> ask_goals(const std::vector<std::string>& given, const Ask& ask) {
    std::vector<std::string> titles = given;
    while (given.empty() && titles.size() < 30) {
        const std::string question = say("title of goal {} (empty: no more)", titles.size() + 1);
        const std::string title = ask(question, "").value_or("");
        if (title.empty()) break;
        titles.push_back(title);
    }
    std::vector<scaffold::PlannedGoal> goals;
    goals.reserve(titles.size());
    for (std::string& title : titles) goals.push_back({std::move(title), {}, {}});
    return goals;
}

bool is_code(const std::string& code) {
    return (code.size() == 5 || code.size() == 6) && code.find_first_not_of("0123456789") == std::string::npos;
}

/// The years of the plan and of the report. Today's year helps where nothing was said: a report looks back on the last.
void read_years(const NewProject& wanted, const base::Eras& eras, base::Year this_year, const Ask& ask,
                scaffold::Beginning& wishes, Run& run) {
    const std::string usual =
        base::short_year(eras, {this_year.western - 3}) + "-" + base::short_year(eras, {this_year.western + 1});
    const std::string period =
        wanted.period.empty() ? ask(say("years of the plan, such as R3-R8"), usual).value_or(usual) : wanted.period;
    if (const auto years = read_period(eras, period)) {
        wishes.first = years->first;
        wishes.last = years->second;
    } else {
        run.diagnostics.error({}, say("`{}` is no period", period), say("a period looks like R3-R8"));
    }
    const base::Year last_year =
        std::clamp(base::Year{this_year.western - 1}, wishes.first, std::max(wishes.first, wishes.last));
    const std::string otherwise = base::short_year(eras, last_year);
    const std::string year =
        wanted.year.empty() ? ask(say("the year to be evaluated"), otherwise).value_or(otherwise) : wanted.year;
    const auto evaluated = base::parse_year(eras, year);
    if (!evaluated) {
        run.diagnostics.error({}, say("`{}` is not a year", year), say("a year looks like R5 or 2023"));
    } else if (*evaluated < wishes.first || *evaluated > wishes.last) {
        run.diagnostics.error({}, say("{0} lies outside the plan, which runs from {1} to {2}", year,
                                      base::short_year(eras, wishes.first), base::short_year(eras, wishes.last)));
    }
    wishes.evaluated = evaluated.value_or(wishes.last);
}

/// This year by the date that drafts carry: 2024年9月1日.
base::Year year_of(const std::string& today, const base::Eras& eras) {
    const auto year = base::parse_year(eras, today.substr(0, 4));
    return year.value_or(base::Year{2024});
}

scaffold::Beginning read_wishes(const Request& request, const NewProject& wanted, const base::Eras& eras,
                                const Ask& ask, Run& run) {
    scaffold::Beginning wishes;
    wishes.city = wanted.city.empty() ? ask(say("name of the municipality"), "").value_or("") : wanted.city;
    wishes.code = wanted.code.empty() ? ask(say("its code (5 or 6 digits)"), "").value_or("") : wanted.code;
    if (!wishes.code.empty() && !is_code(wishes.code)) {
        run.diagnostics.error({}, say("the code of a municipality has 5 or 6 digits"));
    }
    const std::string usual = (wishes.city.empty() ? "○○市" : wishes.city) + "総合戦略";
    wishes.title = wanted.title.empty() ? ask(say("title of the plan"), usual).value_or(usual) : wanted.title;
    read_years(wanted, eras, year_of(request.today, eras), ask, wishes, run);
    wishes.policy = choose(policies(request, run), wanted.policy, say("how is it judged?"), "atsugi", ask, run);
    wishes.template_id =
        choose(templates(request), wanted.template_id, say("which template?"), "kouka-kensho", ask, run);
    if (wanted.tables.empty()) wishes.goals = ask_goals(wanted.goals, ask);
    return wishes;
}

/// Column by column, what each was taken for.
std::string explained(const forms::Table& table, const base::Eras& eras, const std::string& file) {
    std::string out = say("{0}, sheet {1}: {2} indicators", file, table.sheet, table.rows.size()) + "\n";
    for (const forms::TableColumn& column : table.columns) {
        if (column.head.empty() && column.kind.empty()) continue;
        const std::string kind =
            column.kind.empty() ? "−" : column.kind + (column.year ? " " + base::short_year(eras, *column.year) : "");
        out += "  " + workbook::column_name(static_cast<workbook::Column>(column.column)) + "  " + column.head +
               "  → " + kind + "\n";
    }
    if (!table.unread.empty()) out += say("not read:") + "\n";
    for (const forms::Unread& unread : table.unread) out += "  " + unread.cell + "  " + unread.text + "\n";
    return out;
}

/// The same as a file that a person corrects and gives with --map, this year and the next.
std::string map_file(const std::vector<forms::Table>& tables, const base::Eras& eras) {
    std::string out =
        "# 表のどの列を何として読んだか。直して kensho new … --from 表.xlsx --map このファイル で読み直せる。\n"
        "# name unit direction baseline baseline-year target target-year actual section note definition goal measure "
        "initiative type。読まない列は \"\"。\n";
    for (const forms::Table& table : tables) {
        for (const forms::TableColumn& column : table.columns) {
            const std::string kind =
                column.kind + (column.year && !column.kind.empty() ? " " + base::short_year(eras, *column.year) : "");
            if (out.find("\n" + workbook::column_name(static_cast<workbook::Column>(column.column)) + ":") !=
                std::string::npos)
                continue;
            out += workbook::column_name(static_cast<workbook::Column>(column.column)) + ": \"" + kind + "\"    # " +
                   column.head + "\n";
        }
    }
    return out;
}

forms::Corrections corrections(const NewProject& wanted, Run& run) {
    forms::Corrections out;
    if (wanted.map.empty()) return out;
    const Value tree = input::read_tree(wanted.map, run.sources, run.diagnostics);
    for (const Value::Entry& entry : tree.entries) out[entry.key] = entry.value.text;
    return out;
}

std::vector<forms::Table> read_tables(const NewProject& wanted, const base::Eras& eras, Run& run, std::string& said) {
    std::vector<forms::Table> tables;
    const forms::Corrections corrected = corrections(wanted, run);
    for (const std::string& name : wanted.tables) {
        const fs::path file = name;
        const std::string bytes = base::read_file(file, std::size_t{64} << 20U);
        try {
            const forms::Sheets book = file.extension() == ".csv" ? forms::read_csv(bytes) : forms::read_sheets(bytes);
            tables.push_back(forms::read_table(book, eras, corrected));
            if (tables.back().rows.empty()) {
                run.diagnostics.error({}, say("{}: no list of indicators was found", file.string()),
                                      say("a head with 指標 and 目標値 or 実績値 is looked for in the first 30 rows; "
                                          "--map says what the columns hold"));
            }
            said += explained(tables.back(), eras, file.string());
        } catch (const forms::Refusal& refusal) {
            run.diagnostics.error({}, file.string() + ": " + refusal.message, refusal.hint);
        }
    }
    return tables;
}

/// What the lists say of the years, where nobody said otherwise.
void take_years(const std::vector<forms::Table>& tables, const base::Eras& eras, NewProject& wanted) {
    const scaffold::KnownYears years = scaffold::years_of(tables);
    if (!years.any) return;
    if (wanted.period.empty() && years.first < years.last) {
        wanted.period = base::short_year(eras, years.first) + "-" + base::short_year(eras, years.last);
    }
    if (wanted.year.empty() && years.last_actual.western > 0) wanted.year = base::short_year(eras, years.last_actual);
}

bool is_free(const Request& request, Run& run) {
    base::settle(request.project);
    std::error_code ignored;
    if (!fs::exists(request.project) || (fs::is_directory(request.project) && fs::is_empty(request.project, ignored)))
        return true;
    run.diagnostics.error({}, say("`{}` is there already and is not empty", request.project.string()),
                          say("name a folder that is not there yet"));
    return false;
}

bool make_new_project(const Request& request, NewProject wanted, const Ask& ask, Run& run, std::string& said) {
    if (!is_free(request, run)) return false;
    const base::Eras eras = input::read_eras_file(request.home, run.sources, run.diagnostics);
    const std::vector<forms::Table> tables = read_tables(wanted, eras, run, said);
    if (run.diagnostics.has_errors()) return false;
    take_years(tables, eras, wanted);
    scaffold::Beginning wishes = read_wishes(request, wanted, eras, ask, run);
    if (run.diagnostics.has_errors()) return false;
    look_at_template(request, wishes);
    if (!tables.empty()) wishes.goals = scaffold::goals_of(tables, wishes.first, wishes.last, eras);
    for (const base::Year year : scaffold::years_left_out(tables, wishes.first, wishes.last)) {
        said += say("{} is outside of the plan: its values are not taken, but as baselines where the list tells none",
                    base::short_year(eras, year)) +
                "\n";
    }
    std::vector<base::Rewritten> files;
    if (!tables.empty()) files.push_back({{"表の読み方.yaml", map_file(tables, eras)}, {}});
    for (const scaffold::File& file : scaffold::begin(wishes, eras)) {
        files.push_back({{file.name, file.bytes}, {}});
        said += (request.project / file.name).string() + "\n";
    }
    base::put_back(request.project, files);
    const std::string folder = request.project.string();
    said += say("go on with: kensho build {0} --draft, and see {0}/README.md", folder) + "\n";
    return true;
}

/// A question on the terminal; where there is none nobody is asked.
std::optional<std::string> ask_on_terminal(const std::string& question, const std::string& otherwise) {
    if (isatty(STDIN_FILENO) != 1 || manner().format != "text") return std::nullopt;
    std::cout << question << (otherwise.empty() ? "" : " [" + otherwise + "]") << " " << std::flush;
    std::string answer;
    if (!std::getline(std::cin, answer)) return otherwise;
    return answer.empty() ? otherwise : answer;
}

struct NewArguments {
    fs::path folder;
    NewProject wanted;
};

int begin_project(Request request, const NewArguments& told) {
    request.project = told.folder;
    const int status = work(request, [&](const Request& asked, Run& run, std::string& said) {
        return make_new_project(asked, told.wanted, ask_on_terminal, run, said);
    });
    if (status == done) write_schemas(request);
    return status;
}

}  // namespace

Command begin() {
    const auto told = std::make_shared<NewArguments>();
    NewProject& wanted = told->wanted;
    return {"new",
            to_translate("begin a project: asks on a terminal, else by these options"),
            {{"folder", to_translate("the folder to be made"), &told->folder, {}, true},
             {"--city", to_translate("name of the municipality"), &wanted.city},
             {"--code", to_translate("its code, 5 or 6 digits"), &wanted.code},
             {"--title", to_translate("title of the plan"), &wanted.title},
             {"--period", to_translate("years of the plan: R3-R8"), &wanted.period},
             {"--year", to_translate("the year to be evaluated: R5"), &wanted.year},
             {"--goal", to_translate("title of a goal; once for each"), &wanted.goals},
             offering(Offer::policy, {"--policy", to_translate("how it is judged (docs/policies.md)"), &wanted.policy}),
             offering(Offer::template_name,
                      {"--template", to_translate("how the report looks (docs/templates.md)"), &wanted.template_id}),
             {"--from", to_translate("a list of indicators, .xlsx or .csv; once for each file"), &wanted.tables},
             {"--map", to_translate("what the columns hold, as a file: F: target R3"), &wanted.map}},
            {"new 検証 --city 試験市 --code 123455 --period R3-R8 --year R5", "new 検証 --from KPI一覧.xlsx"},
            [told](const Request& request) { return begin_project(request, *told); }};
}

}  // namespace commands
