// kensho errata: the 正誤表 of a correction, as pages and as a sheet, and the notice it is attached to.
#include <iostream>
#include <memory>

#include "base/made.h"
#include "base/message.h"
#include "base/year.h"
#include "commands/actions.h"
#include "commands/command.h"
#include "commands/editions.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "commands/two_editions.h"
#include "compare/errata.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;
using kensho::Run;

namespace {

constexpr const char* corrections_file = "corrections.yaml";

struct ErrataArguments {
    fs::path project;
    Correcting correcting{{}, {}, "out", {}};
};

bool check_dates(const compare::Wishes& wishes, Run& run) {
    for (const auto& [date, place] :
         {std::pair(wishes.date, wishes.date_place), std::pair(wishes.since, wishes.since_place)}) {
        if (date.empty() || input::is_date(date)) continue;
        run.diagnostics.error(place, say("`{}` is not a date", date), say("a date looks like 2024-09-01"));
    }
    if (wishes.date.empty()) {
        run.diagnostics.error({}, say("the day of the correction is missing"),
                              say("give it with --date 2024-11-28, or as `date:` in errata.yaml"));
    }
    return !run.diagnostics.has_errors();
}

/// The pages of an edition that show a fact, as printed.
std::string pages_with(const compare::Edition& edition, const std::string& fact) {
    std::string pages;
    for (const compare::Volume& volume : edition.volumes) {
        std::string last;
        for (const compare::Part& part : volume.parts) {
            if (std::find(part.facts.begin(), part.facts.end(), fact) == part.facts.end() || part.lines.empty())
                continue;
            const std::string& label = volume.labels[static_cast<std::size_t>(part.lines.front().page)];
            if (label == last) continue;
            last = label;
            pages += (pages.empty() ? "" : "、") + volume.file + " " + label + "ページ";
        }
    }
    return pages;
}

/// A fact that the corrected edition printed wrong, and where its cause stands in the 正誤表.
struct Wrong {
    std::size_t row;
    std::string fact, says;
};

std::vector<Wrong> wrong_facts(const TwoEditions& both) {
    std::vector<Wrong> wrong;
    std::size_t row = 0;
    for (const compare::Cause& cause : both.changes.causes) {
        if (cause.items.empty()) continue;  // has no row
        const auto was = both.before.edition.facts.find(cause.path);
        if (was != both.before.edition.facts.end()) wrong.push_back({row, cause.path, was->second.says});
        ++row;
    }
    return wrong;
}

/// Every other kept edition that printed the wrong value: a value of R5 stands in the reports of later years too.
void find_elsewhere(const TwoEditions& both, const kensho::Request& request, compare::Errata& errata, Run& run) {
    const std::vector<Wrong> wrong = wrong_facts(both);
    if (wrong.empty()) return;
    for (const Kept& kept : kept_editions(request.project, run)) {
        const std::string name = kept.folder.filename().string();
        if (name == both.before.edition.name || name == both.after.edition.name) continue;
        auto state = state_of(name, request, run);
        if (!state || !see_state(*state)) continue;
        for (const Wrong& each : wrong) {
            const auto says = state->edition.facts.find(each.fact);
            if (says == state->edition.facts.end() || says->second.says != each.says) continue;
            const std::string pages = pages_with(state->edition, each.fact);
            if (!pages.empty()) errata.causes[each.row].also.push_back({name, state->edition.year, pages});
        }
    }
}

const char* name_of(compare::Grade grade) {
    switch (grade) {
        case compare::Grade::words: return base::to_translate("words only: no figure changes");
        case compare::Grade::figure: return base::to_translate("a figure without consequence");
        case compare::Grade::result:
            return base::to_translate("a rate, mean, count or rating changes: the substance of the report");
    }
    return "";
}

std::string report(const compare::Errata& errata, const std::vector<base::OutputFile>& files) {
    std::string said;
    for (const base::OutputFile& file : files) said += file.path.generic_string() + "\n";
    said += say("grade: {}", base::translated(name_of(errata.grade))) + "\n";
    for (const compare::ErrataCause& cause : errata.causes) {
        for (const compare::AlsoPrinted& also : cause.also) {
            said += say("`{0}` printed it too ({1}): {2}", also.edition, also.year, also.pages) + "\n";
        }
    }
    return said;
}

int run_errata(kensho::Request request, const ErrataArguments& told) {
    request.project = project_folder(told.project);
    return work(request, [&](const kensho::Request& asked, Run& run, std::string& said) {
        Corrected corrected;
        const bool good = make_errata(told.correcting, asked, run, corrected);
        said = corrected.said;
        return good;
    });
}

}  // namespace

bool make_errata(const Correcting& told, const kensho::Request& request, Run& run, Corrected& corrected) {
    compare::Wishes wishes = wishes_of(request.project, run);
    if (run.diagnostics.has_errors()) return false;
    if (!told.date.empty()) {
        wishes.date = told.date;
        wishes.date_place = {};
    }
    if (!check_dates(wishes, run)) return false;
    kensho::Request unsaid = request;
    unsaid.unsaid = true;  // that this is a corrected version, and what it corrects, is no error of the report
    auto compares = compared(told.before, told.after, unsaid, run);
    if (!compares) return false;
    TwoEditions& both = *compares;
    if (both.changes.causes.empty() && wishes.add.empty()) {
        run.diagnostics.error({}, say("nothing has changed: there is nothing to correct"));
        return false;
    }
    if (const auto kept = kept_in(both.before.request.project, run); kept && wishes.since.empty()) {
        wishes.since = kept->manifest.date;
    }
    for (const compare::NamedPlace& each :
         compare::unknown_names(both.changes, both.before.edition, both.after.edition, wishes)) {
        run.diagnostics.warning("errata", {},
                                say("{0}: neither edition knows `{1}`", run.sources.file_line(each.place), each.name),
                                say("facts, texts, files and volumes are named as `kensho diff` names them"));
    }
    compare::Errata errata = compare::errata_of(both.changes, both.before.edition, both.after.edition, wishes);
    find_elsewhere(both, request, errata, run);
    Run& made = *both.after.run;
    const input::Inputs& inputs = *made.inputs;
    const compare::Occasion occasion{false, both.before.edition.name, base::era_date(inputs.eras, wishes.date),
                                     base::era_date(inputs.eras, wishes.since)};
    const base::Value tree = compare::to_tree(errata, occasion, wishes);
    const auto volume = [&](const char* name, const char* file) {
        if (!has_volume(inputs, name)) return true;
        if (told.only_shown) made.files.push_back({file, {}});
        return told.only_shown || make_listing(tree, name, file, both.after);
    };
    const bool good = volume("errata", "正誤表.pdf") && volume("notice", "訂正のお知らせ.pdf");
    std::swap(run.sources, made.sources);
    run.diagnostics.append(made.diagnostics);
    if (!good) return false;
    std::vector<base::OutputFile> files = made.files;
    files.push_back(
        {"正誤表.xlsx", compare::to_sheet(errata, occasion, inputs.strategy.title + "　" + inputs.report_title,
                                          inputs.municipality.name, inputs.evaluated_year.western, run.diagnostics)});
    files.push_back({"changes.csv", compare::to_csv(both.changes, wishes.date)});
    files.push_back({corrections_file, compare::to_corrections(tree)});
    if (!told.only_shown) {
        fs::create_directories(told.out);
        std::vector<fs::path> read(inputs.files.begin(), inputs.files.end());
        // The list of corrections is read by the corrected report, and made here again.
        std::erase_if(read, [](const fs::path& file) { return file.filename() == corrections_file; });
        base::put_outputs(told.out, files, read, told.force);
    }
    for (base::OutputFile& file : files) {
        corrected.files.push_back(file.path.generic_string());
        file.path = told.out / file.path;
    }
    corrected.said = report(errata, files);
    return true;
}

Command errata() {
    const auto told = std::make_shared<ErrataArguments>();
    return {
        "errata",
        to_translate("the 正誤表 of a correction (PDF and xlsx), and the notice it is attached to"),
        {offering(Offer::edition,
                  {"before", to_translate("the edition that is corrected"), &told->correcting.before, {}, true}),
         offering(Offer::edition, {"after", to_translate("the corrected edition; without it the working state"),
                                   &told->correcting.after}),
         project(told->project, "-p,--project"),
         {"--date", to_translate("the day of the correction, such as 2024-11-28"), &told->correcting.date},
         offering(Offer::folder, {"-o,--out", to_translate("the folder for what is made"), &told->correcting.out}),
         {"--force", to_translate("write over files in the folder that kensho did not make"), &told->correcting.force}},
        {"errata 公表 --date 2024-11-28 --out 訂正"},
        [told](const kensho::Request& request) { return run_errata(request, *told); },
        to_translate("What an officer says of it stands in errata.yaml beside kensho.yaml: cause, prevention, "
                     "contact, rows to leave out or to add.")};
}

}  // namespace commands
