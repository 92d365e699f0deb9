// Panes as JSON, facts by number: nothing of the request is ever a path.
#include "serve/review.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/json.h"
#include "base/utf8.h"
#include "evaluate/dependents.h"
#include "evaluate/report.h"
#include "evaluate/where.h"

namespace serve {

namespace {

using base::json_string;

std::string text(const char* name, std::string_view value) { return json_string(name) + ":" + json_string(value); }
std::string whole(const char* name, std::size_t value) { return json_string(name) + ":" + std::to_string(value); }

template <typename Items, typename Write>
std::string list(const char* name, const Items& items, Write write) {
    std::string out = json_string(name) + ":[";
    bool first = true;
    for (const auto& item : items) {
        out += std::string(std::exchange(first, false) ? "" : ",") + write(item);
    }
    return out + "]";
}

/// A text without the folders that only this machine knows.
std::string known(const Edition& edition, std::string text) {
    return shortened(edition.home, shortened(edition.folder, std::move(text)));
}

std::string at(const Edition& edition, const base::Sources& sources, base::Span span) {
    if (!span.known()) return text("file", "");
    const base::Place place = sources.place(span);
    const std::string_view typed = std::string_view(sources.text(span.file)).substr(span.begin, span.end - span.begin);
    const std::string& name = sources.name(span.file);
    return text("file", short_name(edition.home, short_name(edition.folder, name))) + "," +
           whole("own", name.starts_with(edition.folder + "/") ? 1 : 0) + "," + whole("line", place.line) + "," +
           whole("column", place.column) + "," + text("text", base::encode(base::decode(sources.line_at(span)))) + "," +
           whole("letters", base::decode(typed.substr(0, typed.find('\n'))).size());
}

/// What was typed somewhere and stands on a page.
struct OnPage {
    base::Span typed;
    std::size_t volume = 0, page = 0;
};
using OnPages = std::map<std::string_view, std::vector<OnPage>>;  ///< by file

/// All of it, volume by volume: texts, then figures.
OnPages on_pages(const Edition& edition) {
    OnPages all;
    for (std::size_t v = 0; v < edition.volumes.size(); ++v) {
        const Volume& volume = edition.volumes[v];
        const auto add = [&](const layout::Place& place, base::Span typed) {
            if (!typed.known()) return;
            all[edition.sources->name(typed.file)].push_back({typed, v, static_cast<std::size_t>(place.page)});
        };
        for (const layout::Place& place : volume.pages->texts) add(place, volume.document->origins[place.what].span);
        std::vector<base::Span> typed;  // of the volume's facts: many stand at several places
        for (const evaluate::Address& fact : volume.document->facts) {
            typed.push_back(evaluate::place_of(*edition.context, fact));
        }
        for (const layout::Place& place : volume.pages->facts) add(place, typed[place.what]);
    }
    return all;
}

/// The page where something written at a place stands: its volume and number, if any shows it.
std::string page_of(const Edition& edition, const OnPages& pages, base::Span span) {
    const auto file = span.known() ? pages.find(edition.found_in->name(span.file)) : pages.end();
    if (file == pages.end()) return {};
    const auto found = std::find_if(file->second.begin(), file->second.end(), [&](const OnPage& each) {
        return each.typed.begin <= span.begin && span.end <= each.typed.end;
    });
    return found == file->second.end() ? std::string()
                                       : "," + whole("volume", found->volume) + "," + whole("page", found->page);
}

std::string verdict(check::Verdict verdict) {
    return verdict == check::Verdict::tied ? "tied" : verdict == check::Verdict::contradicted ? "contradicted" : "left";
}

}  // namespace

std::string short_name(const std::string& folder, const std::string& name) {
    return name.starts_with(folder + "/") ? name.substr(folder.size() + 1) : name;
}

std::string shortened(const std::string& folder, std::string text) {
    const std::string inside = folder + "/";
    for (std::size_t at = text.find(inside); at != std::string::npos; at = text.find(inside, at)) {
        text.erase(at, inside.size());
    }
    return text;
}

std::string state(const Edition& edition) {
    std::string out = "{" + whole("version", static_cast<std::size_t>(edition.version)) + "," +
                      whole("milliseconds", static_cast<std::size_t>(edition.milliseconds)) + "," +
                      whole("edits", edition.edits ? 1 : 0) + "," + text("root", edition.root);
    if (edition.context != nullptr) {
        const input::Inputs& inputs = edition.context->inputs();
        out += "," + text("title", inputs.municipality.name + "　" + inputs.report_title + "　" +
                                       base::era_year(inputs.eras, inputs.evaluated_year, base::YearKind::fiscal));
    }
    out += "," + list("volumes", edition.volumes, [](const Volume& volume) {
               return "{" + text("volume", volume.volume) + "," + text("name", volume.name) + "," +
                      text("file", volume.file) + "," +
                      list("labels", volume.pages->pages,
                           [](const layout::Page& page) { return json_string(page.label); }) +
                      "}";
           });
    const OnPages pages = on_pages(edition);
    std::size_t number = 0;
    out += "," + list("found", edition.found->all(), [&](const base::Diagnostic& each) {
               return "{" + whole("number", number++) + "," +
                      text("severity", each.severity == base::Severity::error ? "error" : "warning") + "," +
                      text("name", each.name) + "," + text("message", known(edition, each.message)) + "," +
                      text("hint", known(edition, each.hint)) + "," + at(edition, *edition.found_in, each.span) +
                      page_of(edition, pages, each.span) + "}";
           });
    out += "," + list("sentences", edition.prose->sentences, [&](const check::ReadSentence& sentence) {
               return "{" + text("sentence", sentence.text) + "," + at(edition, *edition.found_in, sentence.span) +
                      page_of(edition, pages, sentence.span) + "," +
                      list("claims", sentence.claims,
                           [](const check::Claim& claim) {
                               return "{" + text("verdict", verdict(claim.verdict)) + "," + text("about", claim.about) +
                                      "," + text("typed", claim.typed) + "," + text("truth", claim.truth) + "}";
                           }) +
                      "}";
           });
    out += "," + list("board", edition.board.rows, [](const forms::BoardRow& row) {
               return "{" + text("section", row.section) + "," + whole("kpis", row.kpis) + "," +
                      whole("projects", row.projects) + "," + whole("asked", row.asked) + "," +
                      whole("answered", row.answered) + "," + json_string("missing") + ":" +
                      base::json_list(row.missing) + "," + text("reminder", row.reminder) + "," +
                      json_string("doubts") + ":" + base::json_list(row.doubts) + "}";
           });
    out += "," + list("editions", edition.editions, [](const KeptEdition& kept) {
               return "{" + text("name", kept.name) + "," + text("date", kept.date) + "," +
                      whole("closed", kept.closed ? 1 : 0) + "}";
           });
    return out + "," + json_string("outputs") + ":" + base::json_list(edition.outputs) + "}";
}

namespace {

bool has_fact(const Edition& edition, std::size_t volume, std::size_t number) {
    return volume < edition.volumes.size() && number < edition.volumes[volume].document->facts.size();
}

/// The line of prose that a figure stands in; empty where it stands alone, as in a table.
std::string_view around(const layout::Pages& pages, const layout::Place& figure) {
    const auto inside = [&](const layout::Place& line) {
        const base::Length x = figure.rect.x, y = figure.rect.y + figure.rect.height / 2;
        return line.page == figure.page && line.rect.x <= x && x <= line.rect.x + line.rect.width && line.rect.y <= y &&
               y <= line.rect.y + line.rect.height && line.words.find(figure.words) != std::string::npos;
    };
    const auto found = std::find_if(pages.texts.begin(), pages.texts.end(), inside);
    return found == pages.texts.end() || found->words == figure.words ? std::string_view() : found->words;
}

}  // namespace

std::string near(const Edition& edition, std::size_t volume, std::size_t number) {
    if (!has_fact(edition, volume, number)) return {};
    const evaluate::Context& context = *edition.context;
    const std::vector<evaluate::Address>& facts = edition.volumes[volume].document->facts;
    std::set<std::string> names;
    for (const auto& each : evaluate::sources_of(context, facts[number])) {
        names.insert(evaluate::text_of(context, each));
    }
    for (const auto& each : evaluate::dependents_among(context, facts[number], facts)) {
        names.insert(evaluate::text_of(context, each));
    }
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (names.contains(evaluate::text_of(context, facts[i]))) numbers.push_back(i);
    }
    return "{" + list("near", numbers, [](std::size_t each) { return std::to_string(each); }) + "}";
}

std::string fact(const Edition& edition, std::size_t volume, std::size_t number) {
    if (!has_fact(edition, volume, number)) return {};
    const evaluate::Context& context = *edition.context;
    const evaluate::Address address = edition.volumes[volume].document->facts[number];
    const std::string name = evaluate::text_of(context, address);
    base::Diagnostics none;
    const evaluate::Fact* row = evaluate::fact(address.subject.topic, address.name);
    std::string out =
        "{" + text("name", name) + "," + text("label", evaluate::label_of(context, address)) + "," +
        text("says", evaluate::letters_of(context, address)) + "," +
        text("what", row == nullptr ? address.name : std::string(row->japanese)) + "," +
        text("explained", known(edition, evaluate::explain(context.assessment, name, *edition.sources, none))) + "," +
        at(edition, *edition.sources, evaluate::place_of(context, address));
    std::string places;
    for (std::size_t v = 0; v < edition.volumes.size(); ++v) {
        const Volume& other = edition.volumes[v];
        for (const layout::Place& place : other.pages->facts) {
            if (!(other.document->facts[place.what] == address)) continue;
            const auto page = static_cast<std::size_t>(place.page);
            places += (places.empty() ? "{" : ",{") + whole("volume", v) + "," + whole("page", page) + "," +
                      whole("fact", place.what) + "," + text("label", other.pages->pages[page].label) + "," +
                      text("words", place.words) + "," + text("around", around(*other.pages, place)) + "}";
        }
    }
    return out + "," + json_string("places") + ":[" + places + "]}";
}

}  // namespace serve
