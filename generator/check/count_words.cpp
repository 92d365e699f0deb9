// Prefixes of what follows a count, and the sorts of the tokens before it.
#include "check/count_words.h"

#include <algorithm>

#include "check/letters.h"

namespace check {

namespace {

constexpr Letters number_words[] = {U"項目数は", U"指標数は", U"KPI数は", U"項目の数は", U"指標の数は", U"KPIの数は"};

}  // namespace

bool is_share_of_whole(const std::vector<Token>& tokens, std::size_t at) {
    if (tokens[at].text != U"全体" || at + 2 >= tokens.size() || tokens[at + 1].text != U"の") return false;
    const std::size_t figure = at + (tokens[at + 2].text == U"約" ? 3 : 2);
    const std::string& unit = tokens[figure].figure.unit;
    return tokens[figure].sort == Sort::figure && (is_percent(unit) || unit == "割" || unit == "倍");
}

const Token& CountWords::token(std::size_t at) const { return tokens[std::min(at, tokens.size() - 1)]; }

bool CountWords::text_at(std::size_t letter, Letters word) const {
    return check::text_at(sentence.letters, letter, word);
}

bool CountWords::is_total(std::size_t at) const {
    std::size_t end = tokens[at].end;
    for (const Letters set : {Letters(U"のKPI"), Letters(U"の数値目標"), Letters(U"の指標"), Letters(U"の項目"),
                              Letters(U"の重要業績評価指標")}) {
        if (text_at(end, set)) {
            end += set.size();
            break;
        }
    }
    return text_at(end, U"のうち") || text_at(end, U"中") || text_at(end, U"の中") || text_at(end, U"のなか") ||
           text_at(end, U"あるうち") || text_at(end, U"に占め");
}

bool CountWords::is_whole(std::size_t at) const {
    const bool of_set = text_at(tokens[at].end, U"の") && token(at + 2).sort == Sort::set;
    if (!of_set) return false;
    const std::size_t end = token(at + 2).end;
    return text_at(end, U"を掲げ") || text_at(end, U"を定め") || text_at(end, U"を設") || text_at(end, U"で検証") ||
           text_at(end, U"から成");
}

bool CountWords::set_before(std::size_t at) const { return at > 0 && tokens[at - 1].sort == Sort::set; }

bool CountWords::numbers_before(std::size_t at) const {
    const std::size_t begin = clause_begin(at);
    const Letters said = Letters(sentence.letters).substr(begin, tokens[at].begin - begin);
    return std::any_of(std::begin(number_words), std::end(number_words),
                       [&](Letters word) { return said.find(word) != Letters::npos; });
}

bool CountWords::set_before_topic(std::size_t at) const {
    if (at < 2) return false;
    const Token& particle = tokens[at - 1];
    const std::size_t owner = at - 2;
    return particle.sort == Sort::particle &&
           (particle.text == U"は" || particle.text == U"が" || particle.text == U"も") &&
           tokens[owner].sort == Sort::set && !(owner > 0 && tokens[owner - 1].sort == Sort::name);
}

bool CountWords::says_none(std::size_t set) const {
    if (!text_at(token(set).end, U"は")) return false;
    std::size_t next = set + 2;
    // KPIは、前年度に引き続き｜なかった
    while (token(next).sort == Sort::comma || token(next).sort == Sort::year || token(next).text == U"に" ||
           token(next).text == U"引き続き" || token(next).text == U"続き")
        ++next;
    const std::size_t end = token(next).begin;
    return text_at(end, U"ない") || text_at(end, U"なか") || text_at(end, U"なく") || text_at(end, U"ありませ");
}

std::size_t CountWords::clause_begin(std::size_t at) const {
    while (at > 0 && tokens[at - 1].sort != Sort::comma && tokens[at - 1].sort != Sort::end) --at;
    return tokens[at].begin;
}

}  // namespace check
