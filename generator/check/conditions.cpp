// Whether an indicator is among those that a sentence counts, for each condition the words can name.
#include "check/conditions.h"

#include <algorithm>

#include "check/letters.h"
#include "check/weigh.h"

namespace check {

namespace {

using base::Ratio;
using evaluate::Result;

std::vector<std::size_t> members_of(const evaluate::Assessment& assessment, const Subject& subject, base::Year year) {
    const evaluate::Tally& tally = tally_of(assessment, subject, year);
    std::vector<std::size_t> members = tally.evaluated;
    for (const std::size_t index : tally.excluded) {
        if (assessment.indicators[index].in(year).present()) members.push_back(index);
    }
    return members;
}

}  // namespace

bool is_measured(const Result& r) { return r.actual != nullptr && r.actual->amount.has_value(); }

std::size_t count_of(const evaluate::Assessment& assessment, const Subject& subject, base::Year year,
                     const Holds& holds) {
    std::size_t count = 0;
    for (const std::size_t index : members_of(assessment, subject, year)) {
        const evaluate::IndicatorAssessment& indicator = assessment.indicators[index];
        if (holds(indicator.in(year), *indicator.source)) ++count;
    }
    return count;
}

bool ConditionReader::text_at(std::size_t letter, Letters word) const {
    return check::text_at(sentence_.letters, letter, word);
}

bool ConditionReader::is_measured(std::size_t at) const {
    const std::size_t end = tokens_[at].end;
    if (tokens_[at].property != Property::actual) return false;
    for (const Letters word : {Letters(U"のある"), Letters(U"がある"), Letters(U"があった"), Letters(U"を得られた"),
                               Letters(U"が得られた"), Letters(U"を把握できた"), Letters(U"を把握できる")}) {
        if (text_at(end, word)) return true;
    }
    return false;
}

std::optional<Condition> ConditionReader::read(std::size_t begin, std::size_t end, bool beside_others) const {
    bool target = false, last_year = false, other_base = false, newly = false;
    std::set<Property> properties;
    for (std::size_t at = begin; at < end; ++at) {
        const Token& token = tokens_[at];
        switch (token.sort) {
            case Sort::name: return std::nullopt;
            case Sort::property:
                if (token.property == Property::mean || token.property == Property::share) return std::nullopt;
                if (token.property == Property::target || token.property == Property::final_target) target = true;
                if (is_measured(at))
                    return Condition{{[](const Result& r, const auto&) { return check::is_measured(r); }},
                                     "実績値のあるもの"};
                properties.insert(token.property);
                other_base = other_base || token.property == Property::baseline;
                break;
            case Sort::year:
                last_year = last_year || token.year.western == year().western - 1;
                other_base = other_base || token.year.western < year().western - 1;
                break;
            case Sort::rating: return rated(at, end);
            case Sort::status: return status(token);
            case Sort::figure:
                if (text_at(token.end, U"に当た") || text_at(token.end, U"を占め")) break;  // a share of them
                if (token.figure.unit == "％") return threshold(at, beside_others);
                if (token.figure.unit == "項目" || token.figure.unit == "つ") return std::nullopt;
                break;
            case Sort::reach:
                if (!token.said) return std::nullopt;
                if (target || token.text.starts_with(U"未達") || token.text.starts_with(U"達成")) {
                    taken_[at] = true;
                    return newly ? newly_reached() : reached_or_rated(token);
                }
                break;
            case Sort::up:
            case Sort::down:
            case Sort::above:
            case Sort::below:
            case Sort::better:
            case Sort::worse:
                if (!token.said) return std::nullopt;
                if (target || last_year) taken_[at] = true;
                if (target) return over_target(token);
                if (other_base) return std::nullopt;
                if (last_year || token.sort == Sort::better || token.sort == Sort::worse)
                    return moved(token, properties);
                return std::nullopt;
            case Sort::foreign: return std::nullopt;
            default: newly = newly || token.text == U"新た"; break;
        }
    }
    return std::nullopt;
}

/// 新たに目標を達成した: and had not the year before.
Condition ConditionReader::newly_reached() const {
    const Holds now = [this](const Result& r, const input::Indicator& indicator) {
        if (!r.evaluated() || !r.achieved) return false;
        const auto& all = assessment_.indicators;
        const auto own =
            std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.source == &indicator; });
        if (own == all.end() || year() == assessment_.inputs->strategy.first_year) return true;
        const Result& last = own->in({year().western - 1});
        return !(last.evaluated() && last.achieved);
    };
    return {{now}, "新たに目標を達成したもの"};
}

Condition ConditionReader::reached(bool reached) const {
    // What has no rate, as a balance below zero, may have reached its target all the same.
    const Holds by_value = [reached](const Result& r, const input::Indicator& i) {
        if (r.evaluated()) return r.achieved == reached;
        if (!check::is_measured(r) || !r.target_value) return false;
        const int by = lead(Ratio(*r.actual->amount), *r.target_value, i);
        return (by > 0 || (by == 0 && !i.strict)) == reached;
    };
    if (reached)
        return {{[](const Result& r, const auto&) { return r.evaluated() && r.achieved; }, by_value},
                "目標を達成したもの"};
    return {{[](const Result& r, const auto&) { return r.evaluated() && !r.achieved; }, by_value,
             [](const Result& r, const auto&) { return !(r.evaluated() && r.achieved); }},
            "目標に達していないもの"};
}

/// 未達成１項目: short of the target, or rated so where the policy has the word.
Condition ConditionReader::reached_or_rated(const Token& token) const {
    Condition condition = reached(!token.negated);
    for (const input::Band& band : assessment_.inputs->policy.bands) {
        if (!is_called(band, token.text)) continue;
        condition.readings.push_back(
            [word = band.word](const Result& r, const auto&) { return r.band != nullptr && r.band->word == word; });
    }
    return condition;
}

Condition ConditionReader::over_target(const Token& verb) const {
    const int sign = (verb.sort == Sort::above || verb.sort == Sort::up) == verb.negated ? -1 : 1;
    const Holds numeric = [sign](const Result& r, const auto&) {
        return check::is_measured(r) && r.target_value && (Ratio(*r.actual->amount) - *r.target_value).sign() == sign;
    };
    Condition condition = reached(sign > 0);
    condition.readings.insert(condition.readings.begin(), numeric);
    condition.words = sign > 0 ? "目標値を上回ったもの" : "目標値を下回ったもの";
    return condition;
}

/// The words a rating means: itself, those of a union, Ｂ以上 those from the best to it.
std::vector<std::string> ConditionReader::words_of(const Token& token) const {
    const input::Policy& policy = assessment_.inputs->policy;
    std::size_t end = token.end;
    for (const Letters word : {Letters(U"」"), Letters(U"評価")}) {
        if (text_at(end, word)) end += word.size();
    }
    const bool up = text_at(end, U"以上"), down = text_at(end, U"以下");
    std::vector<std::string> words;
    bool passed = false;
    for (const input::Band& band : policy.bands) {
        const bool same = is_called(band, token.text);
        if (same || (up && !passed) || (down && passed)) words.push_back(band.word);
        passed = passed || same;
    }
    if (!passed) words.clear();
    for (const input::Band& band : policy.class_bands) {
        if (is_called(band, token.text)) words.push_back(band.word);
    }
    if (!words.empty()) return words;
    for (const input::BandUnion& each : policy.unions) {
        if (narrowed(each.word) == token.text) words.insert(words.end(), each.of.begin(), each.of.end());
    }
    return words;
}

/// 「順調」のもの, ＡとＢを合わせた: one rating or several together.
std::optional<Condition> ConditionReader::rated(std::size_t at, std::size_t end) const {
    std::vector<std::string> words;
    bool each = false;
    for (std::size_t next = at; next < end; ++next) {
        // Ａ、Ｂの18項目 is a list; 順調となり、全体は… goes on to something else.
        const bool list = token(next + 1).sort == Sort::rating || token(next + 1).sort == Sort::open;
        // 「おおむね順調」で、「順調」は: nor does で go on with a list.
        if (tokens_[next].sort == Sort::comma && (!list || tokens_[next - 1].text == U"で")) break;
        each = each || tokens_[next].text == U"それぞれ";
        if (tokens_[next].sort != Sort::rating || each) continue;
        taken_[next] = true;
        for (std::string& word : words_of(tokens_[next])) {
            if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
        }
    }
    if (words.empty()) return std::nullopt;
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "「" : "、「") + word + "」";
    const auto is_one = [words](const std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    return Condition{{[is_one](const Result& r, const auto&) { return r.band != nullptr && is_one(r.band->word); },
                      [is_one](const Result& r, const auto&) {
                          if (r.human != nullptr) return is_one(r.human->word);
                          return r.band != nullptr && is_one(r.band->word);
                      }},
                     all + "のもの",
                     true};
}

Condition ConditionReader::status(const Token& token) const {
    if (token.text.starts_with(U"評価")) {
        return {{[](const Result& r, const auto&) { return !r.evaluated(); }}, "評価の対象外のもの"};
    }
    return {{[](const Result& r, const auto&) { return !check::is_measured(r); }}, "実績値のないもの"};
}

Condition ConditionReader::threshold(std::size_t at, bool beside_others) const {
    const TypedFigure& figure = tokens_[at].figure;
    Bound bound = figure.bound;
    const Token& verb = token(at + 2);
    if (text_at(figure.end, U"を") || text_at(figure.end, U"に")) {
        if (verb.sort == Sort::above) bound = verb.negated ? Bound::at_most : Bound::over;
        if (verb.sort == Sort::below) bound = verb.negated ? Bound::at_least : Bound::below;
        if (verb.sort == Sort::reach) bound = verb.negated ? Bound::below : Bound::at_least;
    }
    taken_[at] = true;
    // 60.0％以上80.0％未満
    const Token& upper_edge = token(at + 1);
    const bool from_to = (bound == Bound::at_least || bound == Bound::over) && upper_edge.sort == Sort::figure &&
                         is_percent(upper_edge.figure.unit) &&
                         (upper_edge.figure.bound == Bound::below || upper_edge.figure.bound == Bound::at_most);
    if (from_to) {
        taken_[at + 1] = true;
        const auto within = [lower = figure, upper = upper_edge.figure](const Result& r, const auto&) {
            return r.evaluated() && r.rate && agrees(lower, Ratio(r.rate->shown)) &&
                   agrees(upper, Ratio(r.rate->shown));
        };
        return {{within}, "達成率が" + typed_text(figure) + typed_text(upper_edge.figure) + "のもの"};
    }
    if (bound != figure.bound) taken_[at + 2] = true;
    const Ratio edge = figure.value;
    // 88.6％から95.3％: from the one to the other.
    const Token& last = token(at + 2);
    const bool range = figure.bound == Bound::exact && text_at(figure.end, U"から") && last.sort == Sort::figure &&
                       is_percent(last.figure.unit);
    if (range) {
        taken_[at + 2] = true;
        const Ratio upper = last.figure.value;
        const auto between = [edge, upper](const Result& r, const auto&) {
            return r.evaluated() && r.rate && Ratio(r.rate->shown) >= edge && Ratio(r.rate->shown) <= upper;
        };
        return {{between}, "達成率が" + typed_text(figure) + "から" + typed_text(last.figure) + "までのもの"};
    }
    const TypedFigure typed{edge, figure.step, figure.unit, bound, false, 0, 0};
    const auto compare = [bound, edge, typed](const Ratio& rate) {
        switch (bound) {
            case Bound::at_least: return rate >= edge;
            case Bound::over: return rate > edge;
            case Bound::at_most: return rate <= edge;
            case Bound::below: return rate < edge;
            case Bound::exact: return rate == edge;
            default: return agrees(typed, rate);  // 99％台
        }
    };
    const auto by = [compare](bool capped) {
        return [compare, capped](const Result& r, const auto&) {
            return r.evaluated() && r.rate && compare(Ratio(capped ? r.rate->shown : r.rate->uncapped));
        };
    };
    Condition condition{{by(true), by(false)}, "達成率が" + typed_text(typed) + "のもの"};
    // Beside a count of those at 100％, the others of the upper bands are below it.
    condition.readings.push_back([compare](const Result& r, const auto&) {
        return r.evaluated() && r.rate && compare(Ratio(r.rate->shown)) && Ratio(r.rate->shown) < Ratio(100);
    });
    if (!beside_others) condition.readings.pop_back();
    return condition;
}

Condition ConditionReader::moved(const Token& verb, const std::set<Property>& properties) const {
    const bool up = verb.sort == Sort::up || verb.sort == Sort::above || verb.sort == Sort::better;
    const bool judged = verb.sort == Sort::better || verb.sort == Sort::worse;
    const int sign = up == verb.negated ? -1 : 1;
    const Holds value = [sign, judged](const Result& r, const input::Indicator& i) {
        const int change = r.value_change ? base::Ratio(*r.value_change).sign() : 0;
        return (judged && i.direction == input::Direction::lower ? -change : change) == sign;
    };
    const Holds progress = [sign](const Result& r, const input::Indicator& i) {
        const int change = r.value_change ? base::Ratio(*r.value_change).sign() : 0;
        return (i.direction == input::Direction::lower ? -change : change) == sign;
    };
    const Holds rate = [sign](const Result& r, const input::Indicator&) {
        return r.rate_change && Ratio(*r.rate_change).sign() == sign;
    };
    const Holds either = [progress, rate](const Result& r, const input::Indicator& i) {
        return progress(r, i) || rate(r, i);
    };
    const std::string words = sign > 0 ? "前年度を上回ったもの" : "前年度を下回ったもの";
    const bool of_value = properties.contains(Property::actual), of_rate = properties.contains(Property::rate);
    if (of_value && !of_rate) return {{value, progress}, "実績値が" + words};
    if (of_rate && !of_value) return {{rate}, "達成率が" + words};
    if (of_rate) return {{either, value, rate}, "実績値か達成率が" + words};
    return {{value, progress, rate, either}, words};
}

}  // namespace check
