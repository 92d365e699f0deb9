// The texts a template asks for, read off its letters.
#include "scaffold/wanted_texts.h"

#include <doctest/doctest.h>

namespace {

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a text that is printed is wanted, one that only a condition asks for is not") {
    CHECK(scaffold::wanted_texts("blocks:\n"
                                 "  - paragraph: \"{narrative.overview.purpose}\"\n"
                                 "  - if: narrative.overview.aside\n"
                                 "    do: [{paragraph: あ}]\n") == Texts{"overview.purpose"});
}

TEST_CASE("a loop wants what its own lines say of its name, whatever another loop calls the same") {
    CHECK(scaffold::wanted_texts("blocks:\n"
                                 "  - for: v in goals\n"
                                 "    do:\n"
                                 "      - paragraph: \"{v.number}\"\n"
                                 "  - for: v in narrative.aims\n"
                                 "    do:\n"
                                 "\n"
                                 "# a remark\n"
                                 "    - paragraph: \"{v.title}\"\n"
                                 "    - if: v.aside\n"
                                 "      do: [{paragraph: あ}]\n"
                                 "  - for: v in facts\n"
                                 "    do: [{paragraph: \"{v.name}\"}]\n") == Texts{"aims[].title"});
}

TEST_CASE("in one line, what an `if` asks for and what is printed are told apart") {
    CHECK(scaffold::wanted_texts("- {if: narrative.aside, paragraph: \"{narrative.lead}\"}\n"
                                 "- {for: t in narrative.steps, do: [{paragraph: \"{t.text}\"}]}\n") ==
          Texts{"lead", "steps[].text"});
}

TEST_CASE("a loop whose rows are of the table's columns") {
    CHECK(scaffold::wanted_texts("- table: list\n"
                                 "  columns:\n"
                                 "    - {width: 30%, head: 日, cell: \"{m.date}\"}\n"
                                 "    - {width: rest, cell: [\"{m.subject}\", {if: m.aside, do: あ}]}\n"
                                 "  body: {for: m in narrative.meetings, row: columns}\n") ==
          Texts{"meetings[].date", "meetings[].subject"});
}

TEST_CASE("a loop that ends the file") {
    CHECK(scaffold::wanted_texts("- for: step in narrative.steps\n"
                                 "  do: [{paragraph: \"{step.text}\"}]") == Texts{"steps[].text"});
}

TEST_CASE("a piece that a template uses asks for its texts, also through another; one that nobody uses does not") {
    const std::string pieces =
        "define:\n"
        "  appendix:\n"
        "    - if: narrative.appendix.members\n"
        "      do: [{for: member in narrative.appendix.members, paragraph: \"{member.name}\"}, {use: words}]\n"
        "\n"
        "  words: {paragraph: \"{narrative.closing}\"}\n"
        "  other: {paragraph: \"{narrative.other}\"}\n";
    CHECK(scaffold::wanted_texts("blocks:\n  - {use: appendix}\n", {pieces}) ==
          std::vector<std::string>{"appendix.members[].name", "closing"});
    const std::string own = "define:\n  words: {paragraph: \"{narrative.own}\"}\n";
    CHECK(scaffold::wanted_texts("blocks:\n  - {use: words}\n", {own, pieces}) == std::vector<std::string>{"own"});
}
