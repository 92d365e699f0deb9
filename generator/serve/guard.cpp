// A loopback address protects nothing by itself: other users of the machine reach it, and so do other sites by names
// that lead to it. So Host is from a list, every question has the cookie, and what changes something comes from the
// page.
#include "serve/guard.h"

#include <algorithm>
#include <charconv>

namespace serve {

namespace {

std::string header(const Asked& asked, const char* name) {
    const auto found = asked.headers.find(name);
    return found == asked.headers.end() ? std::string() : found->second;
}

std::string cookie_of(const Asked& asked, const std::string& cookie) {
    const std::string all = "; " + header(asked, "cookie");
    const std::string name = "; " + cookie + "=";
    const std::size_t at = all.find(name);
    if (at == std::string::npos) return {};
    const std::size_t begin = at + name.size();
    return all.substr(begin, all.find(';', begin) - begin);
}

Answer refused(int status, const char* why) { return {status, "text/plain; charset=utf-8", why}; }

}  // namespace

bool same_secret(const std::string& given, const std::string& known) {
    unsigned differs = given.size() == known.size() && !known.empty() ? 0 : 1;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const char letter = i < given.size() ? given[i] : '\0';
        differs |= static_cast<unsigned>(static_cast<unsigned char>(letter) ^ static_cast<unsigned char>(known[i]));
    }
    return differs == 0;
}

Answer check(Guard& guard, const Asked& asked) {
    const std::string host = header(asked, "host");
    if (std::find(guard.hosts.begin(), guard.hosts.end(), host) == guard.hosts.end()) {
        return refused(421, "この名前では応じません\n");
    }
    const std::string origin = header(asked, "origin");
    if (!origin.empty() && origin != "http://" + host && origin != "https://" + host) {
        return refused(403, "ほかのサイトからの求めには応じません\n");
    }
    if (asked.method != "GET" && asked.method != "POST") return refused(405, "GET と POST だけに応じます\n");
    const auto given = asked.query.find("token");
    if (asked.method == "GET" && asked.path == "/" && given != asked.query.end()) {
        const bool known = same_secret(cookie_of(asked, guard.cookie), guard.secret);
        if (!known && (guard.exchanged || !same_secret(given->second, guard.token))) {
            return refused(403, "この番地はもう使われました。kensho serve をもう一度始めてください\n");
        }
        guard.exchanged = true;
        Answer answer{303, "text/plain; charset=utf-8", ""};
        answer.headers["Location"] = "/";
        answer.headers["Set-Cookie"] = guard.cookie + "=" + guard.secret + "; HttpOnly; SameSite=Strict; Path=/";
        return answer;
    }
    if (!same_secret(cookie_of(asked, guard.cookie), guard.secret)) {
        return refused(403, "kensho serve が示した番地から開いてください\n");
    }
    if (asked.method == "POST") {
        if (!guard.edits) return refused(403, "読むだけで動いています\n");
        // A form of another site can send neither the header nor, by SameSite, the cookie.
        if (origin.empty() || header(asked, "x-kensho") != "1") return refused(403, "このページからだけ直せます\n");
    }
    return {0, "", ""};
}

void seal(Answer& answer) {
    answer.headers["Content-Security-Policy"] =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    answer.headers["X-Content-Type-Options"] = "nosniff";
    answer.headers["Referrer-Policy"] = "no-referrer";
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin";
    answer.headers["Cache-Control"] = "no-store";
}

std::map<std::string, std::string> pairs_of(const std::string& text) {
    std::map<std::string, std::string> pairs;
    std::string name, value;
    bool in_value = false;
    const auto end = [&] {
        if (!name.empty()) pairs[name] = value;
        name.clear(), value.clear(), in_value = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string& out = in_value ? value : name;
        unsigned code = 0;
        if (text[i] == '&') {
            end();
        } else if (text[i] == '=' && !in_value) {
            in_value = true;
        } else if (text[i] == '+') {
            out += ' ';
        } else if (text[i] == '%' && i + 2 < text.size() &&
                   std::from_chars(&text[i + 1], &text[i + 1] + 2, code, 16).ptr == &text[i + 1] + 2) {
            out += static_cast<char>(code);
            i += 2;
        } else {
            out += text[i];
        }
    }
    end();
    return pairs;
}

}  // namespace serve
