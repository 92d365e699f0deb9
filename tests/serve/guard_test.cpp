// Who is answered and who is not: hosts, origins, tokens, cookies, ways of asking.
#include "serve/guard.h"

#include <doctest/doctest.h>

namespace {

serve::Asked question(const char* method, const char* path, std::map<std::string, std::string> headers = {}) {
    headers.try_emplace("host", "127.0.0.1:8000");
    return {method, path, "", {}, std::move(headers)};
}

serve::Guard guard() { return {"token", "secret", "kensho-8000", {"127.0.0.1:8000", "localhost:8000"}, true, false}; }

}  // namespace

TEST_CASE("a question passes with the cookie alone, from a host of the list") {
    serve::Guard at = guard();
    CHECK(serve::check(at, question("GET", "/state", {{"cookie", "a=b; kensho-8000=secret; c=d"}})).status == 0);
    CHECK(serve::check(at, question("GET", "/state")).status == 403);
    CHECK(serve::check(at, question("GET", "/state", {{"cookie", "kensho-8000=secre"}})).status == 403);
    CHECK(serve::check(at, question("GET", "/state", {{"cookie", "xkensho-8000=secret"}})).status == 403);
    CHECK(serve::check(at, question("GET", "/state", {{"cookie", "kensho-8001=secret"}})).status == 403);
    CHECK(serve::check(at, question("GET", "/state", {{"cookie", "kensho-8000=secret"}, {"host", "evil.example"}}))
              .status == 421);
    CHECK(serve::check(at, question("GET", "/state", {{"cookie", "kensho-8000=secret"}, {"host", ""}})).status == 421);
    CHECK(serve::check(at, question("GET", "/", {{"cookie", "kensho-8000=secret"}, {"origin", "http://evil.example"}}))
              .status == 403);
    CHECK(serve::check(at, question("DELETE", "/", {{"cookie", "kensho-8000=secret"}})).status == 405);
}

TEST_CASE("the token is exchanged once") {
    serve::Guard at = guard();
    serve::Asked first = question("GET", "/");
    first.query["token"] = "wrong";
    CHECK(serve::check(at, first).status == 403);
    first.query["token"] = "token";
    const serve::Answer answer = serve::check(at, first);
    CHECK(answer.status == 303);
    CHECK(answer.headers.at("Set-Cookie") == "kensho-8000=secret; HttpOnly; SameSite=Strict; Path=/");
    CHECK(serve::check(at, first).status == 403);
    serve::Guard empty{"", "", "kensho-8000", {"127.0.0.1:8000"}, true, false};
    first.query["token"] = "";
    CHECK(serve::check(empty, first).status == 403);
}

TEST_CASE("what changes something comes from the page") {
    serve::Guard at = guard();
    const std::map<std::string, std::string> own = {
        {"cookie", "kensho-8000=secret"}, {"origin", "http://127.0.0.1:8000"}, {"x-kensho", "1"}};
    CHECK(serve::check(at, question("POST", "/value", own)).status == 0);
    for (const char* missing : {"cookie", "origin", "x-kensho"}) {
        auto less = own;
        less.erase(missing);
        CHECK(serve::check(at, question("POST", "/value", less)).status == 403);
    }
    at.edits = false;
    CHECK(serve::check(at, question("POST", "/value", own)).status == 403);
}

TEST_CASE("pairs of a form") {
    const auto pairs = serve::pairs_of("a=1&b=%E3%81%82+c%3D&&=x&d&e=%4&f=%zz");
    CHECK(pairs.at("a") == "1");
    CHECK(pairs.at("b") == "あ c=");
    CHECK(pairs.at("d").empty());
    CHECK(pairs.at("e") == "%4");
    CHECK(pairs.at("f") == "%zz");
    CHECK(pairs.size() == 5);
}
