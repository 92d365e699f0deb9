// What kensho diff says, with the means and ratings that stay, and the pages on which something is drawn otherwise.
#include "commands/review_changes.h"

#include "base/json.h"
#include "commands/review_answer.h"
#include "compare/errata.h"
#include "serve/review.h"
#include "web.h"

namespace commands {

namespace {

using base::json_string;

/// Files by their names within the project.
void shorten(compare::Changes& changes, const std::filesystem::path& project) {
    const std::string folder = project.generic_string();
    for (compare::Cause& cause : changes.causes) {
        for (std::optional<compare::TypedAt>* at : {&cause.before, &cause.after}) {
            if (*at) (*at)->place = serve::short_name(folder, (*at)->place);
        }
    }
}

std::string json_of(const TwoEditions& both) {
    std::string volumes;
    for (const compare::Volume& volume : both.before.edition.volumes) {
        volumes += (volumes.empty() ? "" : ",") + std::string("{\"volume\":") + json_string(volume.name) +
                   ",\"name\":" + json_string(kensho::volume_name(volume.name)) +
                   ",\"labels\":" + base::json_list(volume.labels) + "}";
    }
    const compare::Errata told = compare::errata_of(both.changes, both.before.edition, both.after.edition, {});
    return "{\"edition\":" + json_string(both.before.edition.name) + ",\"volumes\":[" + volumes +
           "],\"unchanged\":" + base::json_list(told.unchanged) + ",\"changes\":" + compare::to_json(both.changes) +
           "}";
}

}  // namespace

std::shared_ptr<const Compared> compare_with(const std::string& edition, int build, kensho::Request request,
                                             serve::Answer& why) {
    kensho::Run run;
    request.draft = true;
    auto both = commands::compared(edition, "", request, run);
    if (!both) {
        why = refused(run, request.project);
        return nullptr;
    }
    shorten(both->changes, request.project);
    auto answer = std::make_shared<Compared>();
    answer->edition = edition;
    answer->build = build;
    answer->json = json_of(*both);
    answer->before = std::move(both->before);
    return answer;
}

std::string page_before(const Compared& compared, std::size_t volume, std::size_t page) {
    serve::Edition edition;
    for (const kensho::LaidOut& each : compared.before.run->laid_out) {
        edition.volumes.push_back({each.volume, each.volume, each.file, &each.document, &each.pages, each.faces});
    }
    return serve::page(edition, volume, page);
}

}  // namespace commands
