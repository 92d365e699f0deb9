// Questions of the review page, answered from the runs that are kept; changes go through the one writer of input/.
#include "commands/review_state.h"

#include <charconv>

#include "base/exchange.h"
#include "base/json.h"
#include "commands/terminal.h"
#include "evaluate/dependents.h"
#include "evaluate/where.h"
#include "input/input.h"
#include "input/write.h"
#include "serve/page_files.h"

namespace commands {

namespace {

using serve::Answer;

Answer refused(const std::string& why) {
    return {422, "application/json", "{\"error\":" + base::json_string(why) + "}"};
}

std::string told_of(const std::map<std::string, std::string>& told, const char* name) {
    const auto found = told.find(name);
    return found == told.end() ? std::string() : found->second;
}

/// A number of the request; what is none leads nowhere.
std::size_t number_of(std::string_view text) {
    std::size_t number = SIZE_MAX;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : SIZE_MAX;
}

/// The words of a path between its strokes.
std::vector<std::string> parts_of(const std::string& path) {
    std::vector<std::string> parts;
    for (std::size_t begin = 1; begin <= path.size() && !path.empty();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        parts.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

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
std::vector<input::Edit> edits_of(const base::Value& tree, input::Path path, const Change& change) {
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
        input::Path longer = path;
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
        return refused("ファイルがその間に変わりました。もう一度見てください");
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

}  // namespace

void ReviewState::build() {
    const std::lock_guard one(making_);
    const auto began = std::chrono::steady_clock::now();
    auto run = std::make_shared<kensho::Run>();
    kensho::Request request = request_;
    request.draft = true;
    request.makes = kensho::Makes::pages;
    request.warm = &warm_;
    const bool good = kensho::make(request, *run, no_progress);
    run->diagnostics.sort();
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    const std::lock_guard lock(mutex_);
    kept_.last = run;
    if (good) kept_.good = run;
    kept_.milliseconds = time.count();
    ++kept_.version;
}

ReviewState::Kept ReviewState::kept() {
    const std::lock_guard lock(mutex_);
    return kept_;
}

std::vector<std::string> ReviewState::files() {
    const std::shared_ptr<const kensho::Run> last = kept().last;
    return last == nullptr || last->inputs == nullptr ? std::vector<std::string>() : last->inputs->files;
}

serve::Edition ReviewState::edition(const Kept& kept, const evaluate::Context& context) const {
    serve::Edition edition;
    edition.version = kept.version;
    edition.folder = request_.project.generic_string();
    edition.found_in = &kept.last->sources;
    edition.found = &kept.last->diagnostics;
    edition.prose = &kept.last->prose;
    edition.milliseconds = kept.milliseconds;
    edition.edits = edits_;
    if (kept.good == nullptr) return edition;
    edition.context = &context;
    edition.sources = &kept.good->sources;
    for (const kensho::LaidOut& volume : kept.good->laid_out) {
        edition.volumes.push_back({volume.volume, volume.file, &volume.document, &volume.pages, volume.faces});
    }
    edition.board = forms::board(*kept.good->inputs, kept.good->diagnostics);
    for (const input::Output& output : kept.good->inputs->outputs) edition.outputs.push_back(output.file);
    return edition;
}

/// A file as the build would make it, as a draft.
Answer ReviewState::output(const Kept& kept, std::size_t number) {
    if (kept.good == nullptr || number >= kept.good->inputs->outputs.size()) return {404, "text/plain", ""};
    const input::Output wanted = kept.good->inputs->outputs[number];
    const std::lock_guard one(making_);
    kensho::Run run;
    kensho::Request request = request_;
    request.draft = true;
    request.volume = wanted.volume;
    if (!kensho::make(request, run, no_progress)) return {409, "text/plain; charset=utf-8", "誤りがあります\n"};
    for (base::OutputFile& file : run.files) {
        if (file.path.filename() != wanted.file) continue;
        const std::string ending = file.path.extension().string();
        Answer answer{200, ending == ".pdf" ? "application/pdf" : "application/octet-stream", std::move(file.bytes)};
        answer.headers["Content-Disposition"] = "attachment";
        return answer;
    }
    return {404, "text/plain", ""};
}

Answer ReviewState::value(const Kept& kept, const std::map<std::string, std::string>& told) const {
    const std::size_t volume = number_of(told_of(told, "volume")), fact = number_of(told_of(told, "fact"));
    if (kept.good == nullptr || volume >= kept.good->laid_out.size() ||
        fact >= kept.good->laid_out[volume].document.facts.size()) {
        return refused("その数字はありません");
    }
    const std::string typed = told_of(told, "value");
    if (typed.empty()) return refused("値を書いてください");
    if (told_of(told, "reason").empty()) return refused("なぜ直すかを書いてください");
    const evaluate::Context context = evaluate::unworded(*kept.good->assessment);
    const evaluate::Address address = kept.good->laid_out[volume].document.facts[fact];
    if (evaluate::typed_figure(*kept.good->inputs, address) == nullptr)
        return refused("計算した値なので、元の値を直します");
    return rewrite(request_, kept.good->sources,
                   {evaluate::place_of(context, address), typed, told_of(told, "source"), told_of(told, "reason"), {}},
                   told_of(told, "write") == "1");
}

Answer ReviewState::silence(const Kept& kept, const std::map<std::string, std::string>& told) const {
    const std::size_t number = number_of(told_of(told, "number"));
    if (number >= kept.last->diagnostics.all().size()) return refused("その疑いはもうありません");
    const base::Diagnostic& doubt = kept.last->diagnostics.all()[number];
    if (doubt.name.empty()) return refused("誤りは、確かめただけでは消えません");
    if (told_of(told, "reason").empty()) return refused("確かめたことを書いてください");
    return rewrite(request_, kept.last->sources, {doubt.span, "", "", "", {doubt.name, told_of(told, "reason")}},
                   told_of(told, "write") == "1");
}

Answer ReviewState::answer(const serve::Asked& asked) {
    const auto parts = parts_of(asked.path);
    const std::string what = parts.empty() ? std::string() : parts[0];
    const auto number = [&](std::size_t at) { return at < parts.size() ? number_of(parts[at]) : SIZE_MAX; };
    const Kept kept = this->kept();
    if (asked.method == "POST") {
        const auto told = serve::pairs_of(asked.body);
        if (asked.path == "/value") return value(kept, told);
        if (asked.path == "/silence") return silence(kept, told);
        return {404, "text/plain", ""};
    }
    if (asked.path == "/") return {200, "text/html; charset=utf-8", std::string(serve::page_file("review.html"))};
    if (asked.path == "/review.css") {
        return {200, "text/css; charset=utf-8", std::string(serve::page_file("review.css"))};
    }
    if (asked.path == "/review.js") {
        return {200, "text/javascript; charset=utf-8", std::string(serve::page_file("review.js"))};
    }
    if (asked.path == "/version") {
        return {200, "application/json", "{\"version\":" + std::to_string(kept.version) + "}"};
    }
    if (what == "output") return output(kept, number(1));
    static const evaluate::Assessment nothing;
    const evaluate::Context context = evaluate::unworded(kept.good == nullptr ? nothing : *kept.good->assessment);
    const serve::Edition shown = edition(kept, context);
    std::string body;
    if (what == "state") return {200, "application/json", serve::state(shown)};
    if (what == "page") body = serve::page(shown, number(1), number(2));
    if (what == "fact") body = serve::fact(shown, number(1), number(2));
    if (body.empty()) return {404, "text/plain", ""};
    return {200, what == "page" ? "image/svg+xml" : "application/json", body};
}

}  // namespace commands
