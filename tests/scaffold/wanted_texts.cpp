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
                                 "  - for: goals\n"
                                 "    as: v\n"
                                 "    do:\n"
                                 "      - paragraph: \"{v.number}\"\n"
                                 "  - for: narrative.aims\n"
                                 "    as: v\n"
                                 "    do:\n"
                                 "\n"
                                 "# a remark\n"
                                 "    - paragraph: \"{v.title}\"\n"
                                 "    - if: v.aside\n"
                                 "      do: [{paragraph: あ}]\n"
                                 "  - for: facts\n"
                                 "    as: v\n"
                                 "    do: [{paragraph: \"{v.name}\"}]\n") == Texts{"aims[].title"});
}

TEST_CASE("a loop that ends the file") {
    CHECK(scaffold::wanted_texts("- for: narrative.steps\n"
                                 "  as: step\n"
                                 "  do: [{paragraph: \"{step.text}\"}]") == Texts{"steps[].text"});
}
