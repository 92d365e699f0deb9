// 全国地方公共団体コード: the sixth digit checks the other five.
#include "base/message.h"
#include "check/kinds.h"

namespace check {

void check_code(Doubts& doubts) {
    const input::Municipality& municipality = doubts.inputs().municipality;
    const std::string& code = municipality.code;
    if (code.size() != 6) return;  // five digits carry no check digit
    // JIS X 0402: weights 6 to 2; 11 less the remainder by 11, its last digit; 11 less the sum where that is below 11.
    int sum = 0;
    for (int at = 0; at < 5; ++at) sum += (code[static_cast<std::size_t>(at)] - '0') * (6 - at);
    const int check = (sum < 11 ? 11 - sum : 11 - sum % 11) % 10;
    if (code[5] - '0' == check) return;
    doubts.at("code", municipality.code_place, doubts.inputs().silenced,
              base::say("the check digit of the code {0} is {1}, not {2}: was a digit mistyped?", code, check,
                        code.substr(5)),
              base::say("look the code up in the list of 全国地方公共団体コード"));
}

}  // namespace check
