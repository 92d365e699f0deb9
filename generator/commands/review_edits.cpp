// The line before and after is shown first; a file that changed meanwhile is left alone.
#include "commands/review_edits.h"

#include "base/exchange.h"
#include "base/json.h"
#include "base/message.h"
#include "evaluate/dependents.h"
#include "evaluate/where.h"
#include "forms/typed_number.h"
#include "input/input.h"
#include "input/write.h"
#include "serve/review.h"

namespace commands {

using serve::Answer;

namespace {

constexpr const char* other_state = "ファイルがその間に変わりました。もう一度見てください";

base::Value map_of(std::vector<base::Value::Entry> entries) {
    base::Value map;
    map.kind = base::Value::Kind::map;
    map.entries = std::move(entries);
    return map;
}

std::string line_at(const std::string& text, std::size_t at) {
    const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
}

/// The value at a place of a file, and what becomes of it.
struct Change {
    base::Span span;
    std::string value;                          ///< empty: stays
    std::string from;                           ///< who said so
    std::string comment;                        ///< beside it
    std::pair<std::string, std::string> doubt;  ///< its name, and why all is right
};

/// Edits of a figure, which stands alone or as a map.
std::vector<input::Edit> edits_of(const base::Value& tree, input::KeyPath path, const Change& change) {
    const base::Value* stands = input::value_at(tree, path);
    const bool inside = !path.empty() && std::holds_alternative<std::string>(path.back()) &&
                        std::get<std::string>(path.back()) == "value";
    if (stands == nullptr) return {};
    if (inside) {
        path.pop_back();
        stands = input::value_at(tree, path);
    }
    std::optional<std::string> comment;
    if (!change.comment.empty()) comment = change.comment;
    const auto below = [&](std::vector<std::string> names) {
        input::KeyPath longer = path;
        for (std::string& name : names) longer.emplace_back(std::move(name));
        return longer;
    };
    const base::Value reason = map_of({{change.doubt.first, {}, input::text_value(change.doubt.second)}});
    if (!stands->is_map()) {
        const base::Value value = change.value.empty() ? *stands : input::text_value(change.value);
        if (change.from.empty() && change.doubt.first.empty()) return {{path, value, comment}};
        base::Value map = map_of({{"value", {}, value}});
        if (!change.from.empty()) map.entries.push_back({"from", {}, input::text_value(change.from)});
        if (!change.doubt.first.empty()) map.entries.push_back({"silence", {}, reason});
        return {{path, map, comment}};
    }
    std::vector<input::Edit> edits;
    if (!change.value.empty()) edits.push_back({below({"value"}), input::text_value(change.value), comment});
    if (!change.from.empty()) edits.push_back({below({"from"}), input::text_value(change.from), {}});
    if (!change.doubt.first.empty()) {
        const bool more = stands->find("silence") != nullptr;
        edits.push_back(
            more ? input::Edit{below({"silence", change.doubt.first}), input::text_value(change.doubt.second), {}}
                 : input::Edit{below({"silence"}), reason, {}});
    }
    return edits;
}

/// Shows the line before and after, and writes the file where that is asked for.
Answer rewrite(const kensho::Request& request, const base::Sources& read, const Change& change, bool write) {
    if (!change.span.known()) return refused("この場所には、ここから書けません");
    const std::string& name = read.name(change.span.file);
    if (!base::lies_inside(request.project, name)) return refused("このフォルダーの外のファイルは直しません");
    base::Sources sources;
    base::Diagnostics diagnostics;
    const base::Value tree = input::read_tree(name, sources, diagnostics);
    if (diagnostics.has_errors() || sources.text(0) != read.text(change.span.file)) {
        return refused(other_state);
    }
    const auto path = input::path_to(tree, {0, change.span.begin, change.span.end});
    if (!path) return refused("この値は、ファイルを開いて直してください");
    const auto text = input::write_back(tree, sources, edits_of(tree, *path, change), diagnostics);
    if (!text) {
        return refused(diagnostics.all().empty() ? "ファイルを開いて直してください"
                                                 : diagnostics.all().front().message);
    }
    const std::string relative = std::filesystem::relative(name, request.project).generic_string();
    if (write) base::put_back(request.project, {{{relative, *text}, read.text(change.span.file)}});
    return {200, "application/json",
            "{\"file\":" + base::json_string(relative) +
                ",\"line\":" + std::to_string(sources.place({0, change.span.begin, change.span.end}).line) +
                ",\"before\":" + base::json_string(line_at(sources.text(0), change.span.begin)) +
                ",\"after\":" + base::json_string(line_at(*text, change.span.begin)) +
                ",\"written\":" + (write ? "true" : "false") + "}"};
}

/// Why nothing of the kind can stand where the figure does; else it becomes what is written: １２３人 is 123. What is
/// judged in words may be any.
std::string fault_of(std::string& typed, const input::Figure& figure, const std::string& unit,
                     const input::Policy& policy) {
    if (!figure.amount && !policy.is_status(figure.words)) return {};
    const forms::TypedNumber number = forms::read_typed({forms::Cell::Kind::text, typed, false}, unit);
    if (!number.message.empty()) return number.message + "\n" + number.hint;
    if (number.amount && !base::parse_decimal(typed).value) typed = forms::number_for_file(*number.amount);
    if (number.amount || policy.is_status(typed)) return {};
    return base::say("`{}` is neither a number nor a status word of the policy", typed);
}

std::string unit_of(const input::Inputs& inputs, const evaluate::Subject& subject) {
    if (subject.topic == evaluate::Topic::indicator) return inputs.strategy.indicators[subject.index].unit;
    return inputs.projects[subject.index].indicators[subject.part].unit;
}

}  // namespace

Answer put_right(const kensho::Request& request, const kensho::Run& good, const ToldPairs& told) {
    const std::size_t volume = number_of(told_of(told, "volume")), fact = number_of(told_of(told, "fact"));
    if (volume >= good.laid_out.size() || fact >= good.laid_out[volume].document.facts.size()) {
        return refused("その数字はありません");
    }
    const evaluate::Context context = evaluate::unworded(*good.assessment);
    const evaluate::Address address = good.laid_out[volume].document.facts[fact];
    // The number was that of a page which may be an older one by now.
    if (told_of(told, "name") != evaluate::text_of(context, address)) return refused(other_state);
    std::string typed = told_of(told, "value");
    if (typed.empty()) return refused("値を書いてください");
    if (told_of(told, "reason").empty()) return refused("なぜ直すかを書いてください");
    const input::Figure* figure = evaluate::typed_figure(*good.inputs, address);
    if (figure == nullptr) return refused("計算した値なので、元の値を直します");
    const std::string fault = fault_of(typed, *figure, unit_of(*good.inputs, address.subject), good.inputs->policy);
    if (!fault.empty()) return refused(fault);
    return rewrite(request, good.sources,
                   {evaluate::place_of(context, address), typed, told_of(told, "source"), told_of(told, "reason"), {}},
                   is_told(told, "write"));
}

Answer silence_doubt(const kensho::Request& request, const kensho::Run& last, const ToldPairs& told) {
    const std::size_t number = number_of(told_of(told, "number"));
    if (number >= last.diagnostics.all().size()) return refused("その疑いはもうありません");
    const base::Diagnostic& doubt = last.diagnostics.all()[number];
    const std::string message = serve::shortened(request.project.generic_string(), doubt.message);
    const bool same = told_of(told, "message") == serve::shortened(request.home.root.generic_string(), message);
    if (!same) return refused(other_state);
    if (doubt.name.empty()) return refused("誤りは、確かめただけでは消えません");
    if (told_of(told, "reason").empty()) return refused("確かめたことを書いてください");
    return rewrite(request, last.sources, {doubt.span, "", "", "", {doubt.name, told_of(told, "reason")}},
                   is_told(told, "write"));
}

}  // namespace commands
