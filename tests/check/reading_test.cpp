// What is told of the sentences of a sample: their words, and for a figure the placeholder that gives it.
#include <doctest/doctest.h>

#include "check/claims.h"
#include "evaluate/facts.h"
#include "evaluate/project.h"
#include "text/words.h"

TEST_CASE("a sentence is told in its own words, and a figure in them has a placeholder that leads to a fact") {
    const Project project("atsugi");
    const evaluate::Wording wording;
    const evaluate::Context context{project.assessment, wording};
    const check::Prose prose =
        check::read_prose(project.assessment, project.sources, text::word_splitter("/var/lib/mecab/dic/ipadic-utf8"));
    REQUIRE(prose.sentences.size() > 100);
    std::size_t placed = 0;
    for (const check::ReadSentence& sentence : prose.sentences) {
        CAPTURE(sentence.text);
        CHECK(!sentence.text.empty());
        for (const check::Claim& claim : sentence.claims) {
            if (claim.address.empty()) continue;
            CAPTURE(claim.address);
            const auto address = evaluate::parse_address(context, claim.address);
            REQUIRE(std::holds_alternative<evaluate::Address>(address));
            ++placed;
            // It gives what the data say, of two years the later: the same digits.
            const auto number = evaluate::number_of(evaluate::get(context, std::get<evaluate::Address>(address)));
            REQUIRE(number.has_value());
            const std::string says = claim.truth.empty() ? claim.typed : claim.truth;
            const std::size_t arrow = says.rfind("→");
            std::string digits;
            for (const char c : says.substr(arrow == std::string::npos ? 0 : arrow)) {
                if (c >= '0' && c <= '9') digits += c;
            }
            CAPTURE(claim.typed);
            CAPTURE(claim.truth);
            CHECK(digits.starts_with(number->digits));
        }
    }
    CHECK(placed > 40);
}
