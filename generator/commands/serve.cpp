// kensho serve: the review page, on this machine; builds again whenever a file of the project changes.
#include <sys/random.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <thread>
#include <tuple>

#include "base/file.h"
#include "base/message.h"
#include "commands/command.h"
#include "commands/machine.h"
#include "commands/project_folder.h"
#include "commands/review_actions.h"
#include "commands/review_state.h"
#include "serve/http.h"

namespace commands {

namespace {

using base::say;
using namespace std::chrono_literals;

struct ServeArguments {
    std::filesystem::path project;
    std::string listen;
    std::string host;
    std::string port = "0";
    bool read_only = false;
    bool edit = false;
    bool vscode = false;
};

/// What is typed into the page; only forms that came back are longer.
constexpr std::size_t longest_form_of_words = std::size_t{64} * 1024;

volatile std::sig_atomic_t stopped = 0;
void stop(int /*signal*/) { stopped = 1; }

/// 256 bits that nobody else knows.
std::string secret() {
    unsigned char bytes[32];
    if (getrandom(static_cast<void*>(bytes), sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes)) {
        throw std::runtime_error(say("the machine gives no random numbers"));
    }
    std::string text;
    for (const unsigned char byte : bytes) {
        text += "0123456789abcdef"[byte >> 4U];
        text += "0123456789abcdef"[byte & 15U];
    }
    return text;
}

/// Every file that a build reads or might: when it was written, how long it is, which one it is.
using Seen = std::map<std::string, std::tuple<std::int64_t, std::int64_t, std::int64_t, std::uint64_t>>;

Seen look_at(const std::filesystem::path& project, const std::vector<std::string>& read) {
    Seen seen;
    const auto note = [&](const std::string& path) {
        struct stat status = {};
        if (stat(path.c_str(), &status) != 0) return;
        seen[path] = {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size, status.st_ino};
    };
    for (const std::string& file : base::list_files(project)) {
        const bool of_an_editor = file.ends_with('~') || file.find("/.") != std::string::npos;
        if (file.ends_with(".yaml") && !of_an_editor) note((project / file).string());
    }
    for (const std::string& file : read) note(file);
    return seen;
}

std::int64_t seconds_now() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// What cannot be looked at, as on a share that is away for a moment, is as it was.
Seen look_again(const std::filesystem::path& project, const std::vector<std::string>& read, const Seen& known) {
    try {
        return look_at(project, read);
    } catch (const std::exception&) {
        return known;
    }
}

/// Whether the build that began at `since`, just after the look at `known`, has to be done again. Only a build tells
/// which files it reads beside the YAML of the project: those may stand in `now` alone, and count where they are as
/// young as it is. YAML that comes into the project counts however old it is.
bool changed(const std::filesystem::path& project, const Seen& known, const Seen& now, std::int64_t since) {
    const std::string folder = project.string() + "/";
    const auto young = [&](const auto& file) {
        const auto was = known.find(file.first);
        if (was != known.end()) return was->second != file.second;
        const bool looked_for = file.first.starts_with(folder) && file.first.ends_with(".yaml");
        return looked_for || std::get<0>(file.second) >= since;
    };
    const auto gone = [&](const auto& file) { return !now.contains(file.first); };
    return std::any_of(now.begin(), now.end(), young) || std::any_of(known.begin(), known.end(), gone);
}

/// Polls, since no notice comes from a share; a burst of changes is one build. What the page has written is whole, and
/// built at once. `known` was seen before the first build.
void watch(ReviewState& state, const std::filesystem::path& project, Seen known, std::int64_t since) {
    constexpr int a_while = 240;  // looks, about a minute
    bool written = false;
    int quiet = 0;
    while (stopped == 0) {
        Seen now = look_again(project, state.files(), known);
        if (!changed(project, known, now, since)) {
            known = std::move(now);
            written = false;
            if (++quiet == a_while) state.rest();
            for (int i = 0; i < 5 && stopped == 0 && !written; ++i) written = state.wait_for_writing(50ms);
            continue;
        }
        state.announce();
        for (Seen next = now; stopped == 0 && !written; now = std::exchange(next, {})) {
            std::this_thread::sleep_for(50ms);
            next = look_again(project, state.files(), now);
            if (next == now) break;
        }
        written = false;
        quiet = 0;
        since = seconds_now();
        state.build();
        known = std::move(now);
    }
}

std::string bracketed(const std::string& address) {
    return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

int run_serve(const ServeArguments& arguments, kensho::Request request) {
    // Officers read the page: its messages are in Japanese, whatever the terminal speaks.
    setenv("LC_ALL", "ja_JP.UTF-8", 1);  // NOLINT(concurrency-mt-unsafe): before any thread
    base::choose_language(find_catalogues().string());
    request.project = std::filesystem::weakly_canonical(project_folder(arguments.project));
    const bool elsewhere = !arguments.listen.empty();
    const std::string address = elsewhere ? arguments.listen : "127.0.0.1";
    const bool edits = elsewhere ? arguments.edit && !arguments.read_only : !arguments.read_only;
    const int port = std::atoi(arguments.port.c_str());  // NOLINT(cert-err34-c): a wrong one is refused below
    if (port < 0 || port > 65535 || (port == 0 && arguments.port != "0")) {
        std::cerr << "kensho: " << say("`{}` is no port", arguments.port) << "\n";
        return misuse_or_machine;
    }
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
    ReviewState state(request, edits, arguments.vscode);
    const std::int64_t since = seconds_now();
    Seen known = look_at(request.project, {});
    state.build();
    serve::Guard guard;
    guard.token = secret();
    guard.secret = secret();
    guard.edits = edits;
    // One thread answers, so that the guard needs no lock; it waits for nobody but a download.
    const serve::Server server(
        address, static_cast<std::uint16_t>(port),
        [&](const serve::Asked& asked) {
            const serve::Answer refused = serve::check(guard, asked);
            return refused.status != 0 ? refused : state.answer(asked);
        },
        [&](const serve::Asked& asked) {
            const bool forms =
                asked.method == "POST" && asked.path == "/collect" && serve::check(guard, asked).status == 0;
            return forms ? longest_upload : longest_form_of_words;
        });
    const std::string at = ":" + std::to_string(server.port());
    guard.cookie = "kensho-" + std::to_string(server.port());
    guard.hosts = {bracketed(address) + at};
    if (!elsewhere) guard.hosts.push_back("localhost" + at);
    if (!arguments.host.empty()) guard.hosts.push_back(arguments.host);
    std::cout << "http://" << guard.hosts.front() << "/?token=" << guard.token << std::endl;
    watch(state, request.project, std::move(known), since);
    return done;
}

}  // namespace

Command serve() {
    const auto told = std::make_shared<ServeArguments>();
    return {
        "serve",
        to_translate("show the report in a browser while it is being worked on"),
        {project(told->project),
         {"--port", to_translate("the port; 0: a free one"), &told->port},
         {"--read-only", to_translate("nothing can be changed from the page"), &told->read_only},
         {"--listen", to_translate("an address of this machine that others reach; read-only unless --edit is given"),
          &told->listen},
         {"--host", to_translate("the name by which others reach it, as behind a proxy"), &told->host},
         {"--edit", to_translate("with --listen: values can be changed from the page"), &told->edit},
         {"--vscode", to_translate("places in files are links that Visual Studio Code opens"), &told->vscode}},
        {"serve samples/atsugi", "serve --read-only"},
        [told](const kensho::Request& request) { return run_serve(*told, request); },
        to_translate(
            "Prints an address that is good for one browser. It shows the pages as they will print, faults and "
            "doubts, what sentences claim and who has answered, and builds again on each change of a file. "
            "Ctrl-C ends it.")};
}

}  // namespace commands
