// Targets that are no single number: a range, or a direction.
#include "input/aim.h"

#include <utility>

namespace input {

namespace {

using Toward = Aim::Toward;

constexpr std::pair<std::string_view, Toward> directions[] = {
    {"増加", Toward::up},   {"上昇", Toward::up},    {"向上", Toward::up},
    {"拡大", Toward::up},   {"減少", Toward::down},  {"低下", Toward::down},
    {"縮小", Toward::down}, {"維持", Toward::level}, {"現状維持", Toward::level}};

}  // namespace

bool read_aim(std::string_view text, Figure& figure) {
    for (const auto& [word, toward] : directions) {
        if (text != word) continue;
        figure.aim.own().toward = toward;
        return true;
    }
    for (const std::string_view sign : {"～", "〜"}) {
        const std::size_t at = text.find(sign);
        if (at == std::string_view::npos) continue;
        const auto low = base::parse_decimal(text.substr(0, at)).value;
        const auto high = base::parse_decimal(text.substr(at + sign.size())).value;
        if (!low || !high || base::Ratio(*low) > base::Ratio(*high)) continue;
        figure.aim.own().range = {*low, *high};
        return true;
    }
    return false;
}

}  // namespace input
