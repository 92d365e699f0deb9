// Facts become values and lines, outputs become links.
#include "web.h"

#include "base/number_style.h"
#include "evaluate/dependents.h"
#include "evaluate/where.h"
#include "input/output_name.h"

namespace kensho {

namespace {

using evaluate::Address;
using evaluate::Context;
using evaluate::Topic;

/// 18405, −0.7 as -0.7: as programs read numbers.
std::string value_of(const Context& context, const Address& address) {
    const auto number = evaluate::number_of(evaluate::get(context, address));
    return number ? base::to_text(*number, {false, "-", "", ""}) : std::string();
}

std::string subject_of(const Context& context, const evaluate::Subject& subject) {
    std::string name = evaluate::letters_of(context, {subject, "name"});
    if (!name.empty()) return name;
    for (const evaluate::TopicName& topic : evaluate::topic_names()) {
        if (topic.topic == subject.topic) name = topic.japanese;
    }
    return name + evaluate::letters_of(context, {subject, "number"});
}

std::string name_of(const Address& address) {
    const evaluate::Fact* fact = evaluate::fact(address.subject.topic, address.name);
    return fact == nullptr ? address.name : std::string(fact->japanese);
}

/// What the neighbours of the page are called.
std::string title_of(const Run& run, const std::string& file) {
    for (const input::Output& output : run.inputs->outputs) {
        if (output.file != file) continue;
        if (output.volume == "workbook") return "会議資料（Excel）";
        const std::string shown = volume_of_web(output.volume);
        return shown.empty() ? volume_name(output.volume) + "（PDF）" : volume_name(shown) + "（ウェブ版）";
    }
    if (file.ends_with(".xlsx")) return "データ（Excel）";
    return "データ（CSV） " + file.substr(0, file.rfind('.'));
}

}  // namespace

std::string volume_name(std::string_view volume) {
    if (volume == "main") return "本編";
    if (volume == "annex") return "別冊";
    if (volume == "digest") return "概要版";
    return std::string(volume);
}

std::string volume_of_web(std::string_view output) {
    if (output == "web") return "main";
    return output == "web-annex" ? "annex" : "";
}

std::string line_of(const Context& context, const Address& address) {
    std::string line = subject_of(context, address.subject) + "　" + name_of(address);
    if (address.subject.topic == Topic::indicator || address.subject.topic == Topic::activity) {
        const auto& strategy = context.strategy();
        const auto kind = address.subject.topic == Topic::indicator
                              ? strategy.indicators[address.subject.index].year_kind
                              : base::YearKind::fiscal;
        if (address.subject.year != base::Year{}) {
            line += "（" + base::era_year(context.inputs().eras, address.subject.year, kind) + "）";
        }
    }
    std::string from;
    const auto sources = evaluate::sources_of(context, address);
    // A mean of eleven rates is explained by its page, not by a line.
    if (sources.size() > 3) return line;
    for (const Address& source : sources) {
        const std::string said = evaluate::letters_of(context, source);
        if (!said.empty()) from += (from.empty() ? "" : "、") + name_of(source) + " " + said;
    }
    return from.empty() ? line : line + "：" + from + " から";
}

html::Edition web_edition(const Run& run, const std::string& file, const compose::Document& document,
                          const layout::Pages* pages) {
    html::Edition edition;
    const Context context = evaluate::unworded(*run.assessment);
    for (const Address& fact : document.facts) {
        html::Said said;
        said.value = value_of(context, fact);
        if (!said.value.empty()) said.title = line_of(context, fact);
        edition.facts.push_back(std::move(said));
    }
    std::string paper;
    for (const input::Output& output : run.inputs->outputs) {
        const std::string shown = volume_of_web(output.volume);
        for (const input::Output& other : run.inputs->outputs) {
            if (output.file == file && other.volume == shown) paper = other.file;
            if (!shown.empty() && other.volume == shown) edition.files[other.file] = output.file;
        }
    }
    for (const base::OutputFile& made : run.files) {
        const std::string name = made.path.filename().string();
        if (name != file) edition.downloads.push_back({name, title_of(run, name), made.bytes.size()});
    }
    if (pages == nullptr) return edition;
    edition.pdf = paper;
    for (const auto& [anchor, place] : pages->anchors) {
        edition.pages[anchor] = {place.page + 1, pages->pages[static_cast<std::size_t>(place.page)].label};
    }
    return edition;
}

}  // namespace kensho
