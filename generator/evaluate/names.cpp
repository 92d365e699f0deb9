// Switches without a default, so that the compiler points here when a kind is added.
#include "evaluate/names.h"

namespace evaluate {

std::string_view name_of(Exclusion exclusion) {
    switch (exclusion) {
        case Exclusion::none: return "none";
        case Exclusion::reprint: return "reprint";
        case Exclusion::not_valid: return "not_valid";
        case Exclusion::no_actual: return "no_actual";
        case Exclusion::status: return "status";
        case Exclusion::no_target: return "no_target";
        case Exclusion::zero_target: return "zero_target";
        case Exclusion::refused_signs: return "refused_signs";
        case Exclusion::no_baseline: return "no_baseline";
        case Exclusion::reference_value: return "reference_value";
        case Exclusion::future: return "future";
        case Exclusion::no_verdict: break;
    }
    return "no_verdict";
}

std::string_view name_of(Basis basis) {
    switch (basis) {
        case Basis::none: return "none";
        case Basis::divided: return "divided";
        case Basis::maintained: return "maintained";
        case Basis::nothing_left: return "nothing_left";
        case Basis::zero_missed: return "zero_missed";
        case Basis::zero_reached: return "zero_reached";
        case Basis::within: return "within";
        case Basis::moved: return "moved";
        case Basis::compared: return "compared";
        case Basis::verdict: return "verdict";
        case Basis::same_words: break;
    }
    return "same_words";
}

}  // namespace evaluate
