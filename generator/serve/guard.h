// Who may ask: a browser that has the token of this start, of this host, from this page.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace serve {

/// What a browser asks.
struct Asked {
    std::string method, path, body;
    std::map<std::string, std::string> query;
    std::map<std::string, std::string> headers;  ///< names in small letters
};

struct Answer {
    int status = 200;
    std::string type = "text/plain; charset=utf-8", body;
    std::map<std::string, std::string> headers = {};
};

struct Guard {
    std::string token;               ///< made at each start, in the address that is printed
    std::string secret;              ///< of the cookie, for which the token is exchanged once
    std::string cookie;              ///< its name: browsers keep cookies by host alone, whatever the port
    std::vector<std::string> hosts;  ///< what Host may say: localhost:8123
    bool edits = true;               ///< POST is answered at all
    bool exchanged = false;          ///< the token has been used
};

/// Nothing but the letters of `known` is right; how long it takes says nothing of them.
bool same_secret(const std::string& given, const std::string& known);

/// Refuses, or exchanges the token for the cookie; status 0 lets the question pass.
Answer check(Guard& guard, const Asked& asked);

/// What every answer carries: nothing from elsewhere, no script in the page, nobody frames or keeps it.
void seal(Answer& answer);

/// The pairs of a form or of a query: a=1&b=%E3%81%82
std::map<std::string, std::string> pairs_of(const std::string& text);

}  // namespace serve
