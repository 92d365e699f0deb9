// Facts of a closed edition, letter by letter, beside what a run says now.
#include "commands/closed.h"

#include <map>

#include "base/json.h"
#include "base/message.h"
#include "commands/editions.h"
#include "evaluate/dependents.h"
#include "evaluate/where.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;
using evaluate::Address;
using evaluate::Context;
using kensho::Run;

namespace {

constexpr std::size_t most_said_bytes = std::size_t{16} << 20U;

using SaidFacts = std::vector<std::pair<std::string, std::string>>;

SaidFacts read_said(const fs::path& folder) {
    SaidFacts said;
    std::error_code ignored;
    if (!fs::is_regular_file(folder / said_file, ignored)) return said;
    const std::string text = base::read_file(folder / said_file, most_said_bytes);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::size_t tab = text.find('\t', at);
        if (tab < end) said.emplace_back(text.substr(at, tab - at), text.substr(tab + 1, end - tab - 1));
        at = end + 1;
    }
    return said;
}

/// `admitted`: the causes that errata.yaml names, with their reasons.
void hold_against(const Kept& kept, const std::map<std::string, std::string>& admitted, Run& run) {
    const Context context = evaluate::unworded(*run.assessment);
    bool named = false;
    std::string computed;
    for (const auto& [fact, was] : read_said(kept.folder)) {
        const auto parsed = evaluate::parse_address(context, fact);
        const auto* address = std::get_if<Address>(&parsed);
        if (address == nullptr || address->name.empty()) continue;
        const std::string is = evaluate::letters_of(context, *address);
        if (is == was) continue;
        const input::Figure* typed = evaluate::typed_figure(*run.inputs, *address);
        if (typed == nullptr) {
            if (computed.empty()) computed = say("{0}: {1}, now {2}", fact, was, is);
            continue;
        }
        named = true;
        if (typed->revised || admitted.contains(fact)) continue;
        run.diagnostics.warning(
            "closed", typed->span,
            say("`{0}` was published as {1} in the edition `{2}`; it is {3} now", fact, was, kept.manifest.name, is),
            say("a correction stands in errata.yaml under `causes:` (kensho errata {}); a restated "
                "value is `revised: true`",
                kept.manifest.name));
    }
    if (named || computed.empty() ||
        kept.manifest.year != base::short_year(run.inputs->eras, run.inputs->evaluated_year)) {
        return;
    }
    run.diagnostics.warning("closed", {},
                            say("figures differ from the closed edition `{0}`: {1}", kept.manifest.name, computed),
                            say("see them all with: kensho diff {}", kept.manifest.name));
}

}  // namespace

std::string said_in(const Run& run) {
    const Context context = evaluate::unworded(*run.assessment);
    std::map<std::string, std::string> said;
    for (const kensho::VolumePlaces& volume : run.places) {
        for (const Address& fact : volume.facts) {
            std::string letters = evaluate::letters_of(context, fact);
            if (letters.find_first_of("\t\n") != std::string::npos) continue;
            said.emplace(evaluate::text_of(context, fact), std::move(letters));
        }
    }
    std::string text;
    for (const auto& [fact, letters] : said) text.append(fact).append("\t").append(letters).append("\n");
    return text;
}

void note_closed(const kensho::Request& request, Run& run) {
    std::vector<Kept> closed = kept_editions(request.project, run);
    std::erase_if(closed, [](const Kept& kept) { return !kept.manifest.closed; });
    if (closed.empty()) return;
    const compare::Wishes wishes = wishes_of(request.project, run);
    for (const Kept& kept : closed) hold_against(kept, wishes.causes, run);
}

std::string places_json(const Run& run) {
    const Context context = evaluate::unworded(*run.assessment);
    std::string out = "[";
    for (const kensho::VolumePlaces& volume : run.places) {
        for (const layout::Place& place : volume.shown) {
            const auto page = static_cast<std::size_t>(place.page);
            const int content = volume.contents[page][static_cast<std::size_t>(place.chunk)];
            out += std::string(out.size() > 1 ? "," : "") +
                   "\n  {\"fact\": " + base::json_string(evaluate::text_of(context, volume.facts[place.what])) +
                   ", \"file\": " + base::json_string(volume.file) + ", \"page\": " + std::to_string(place.page + 1) +
                   ", \"label\": " + base::json_string(volume.labels[page]) +
                   ", \"mcid\": " + (content < 0 ? "null" : std::to_string(content)) +
                   ", \"rectangle\": " + base::json_rectangle(place.rect) +
                   ", \"words\": " + base::json_string(place.words) + "}";
        }
    }
    return out + "\n]\n";
}

}  // namespace commands
