"""The recorded JSON of both samples, computed again in another language from the typed figures it holds, and its keys
against the documentation and the vocabulary."""

import json
import os
import pathlib
import re
import sys
from fractions import Fraction

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
FOLDER = HOME / "tests/evaluate"
# cap, floor, whether means are of displayed rates
POLICIES = {"atsugi": (100, 0, True), "shiomizawa": (120, 0, False)}


def half_up(value: Fraction, decimals: int = 1) -> str:
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    text = str(whole).rjust(decimals + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return sign + text[:-decimals] + "." + text[-decimals:]


def rate(rule: str, higher: bool, actual: Fraction, target: Fraction, base: Fraction | None) -> Fraction:
    if rule == "progress":
        return (actual - base) / (target - base)
    if rule == "maintain" and (actual >= target if higher else actual <= target):
        return Fraction(1)
    if not higher and actual == 0:
        return Fraction(1)
    if target == 0:
        return Fraction(1 if higher and actual >= 0 else 0)
    return actual / target if higher else target / actual


def check_rates(data: dict, cap: int, floor: int, say) -> int:
    rates = 0
    for indicator in data["indicators"]:
        baseline = indicator["baseline"] and indicator["baseline"]["value"]
        for year in indicator["years"]:
            if year["rate_exact"] is None:
                continue
            exact = Fraction(year["rate_exact"])
            typed = rate(year["rule"], indicator["direction"] == "higher", Fraction(year["actual"]["value"]),
                         Fraction(year["target"]["value"]), baseline and Fraction(baseline))
            tolerated = year["basis"] == "maintained"
            clamped = max(Fraction(floor, 100), min(Fraction(cap, 100), exact))
            place = f"{indicator['id']} {year['year']}"
            say(tolerated or typed == exact, f"{place}: exact {exact}, computed {typed}")
            say(year["uncapped_rate"] == half_up(exact * 100), f"{place}: uncapped")
            say(year["rate"] == half_up(clamped * 100), f"{place}: shown")
            if year["evaluated"]:
                strict = indicator["strict"]
                say(year["achieved"] == (exact > 1 if strict else exact >= 1), f"{place}: achieved")
            rates += 1
    return rates


def check_tally(data: dict, tally: dict, year: str, kind: str, say, place: str) -> None:
    by_id = {i["id"]: next(y for y in i["years"] if y["year"] == year) for i in data["indicators"]}
    kinds = {i["id"]: i["kind"] for i in data["indicators"]}
    left_out = [i for entry in tally["excluded"] for i in entry["indicators"]]
    say(tally["evaluated"] == len(tally["indicators"]), f"{place}: evaluated")
    say(tally["achieved"] == sum(by_id[i]["achieved"] for i in tally["indicators"]), f"{place}: achieved")
    say(all(by_id[i]["evaluated"] for i in tally["indicators"]), f"{place}: an excluded one is counted")
    say(not any(by_id[i]["evaluated"] for i in left_out), f"{place}: an evaluated one is left out")
    say({kinds[i] for i in tally["indicators"] + left_out} <= {kind}, f"{place}: another kind is mixed in")
    rated = sum(by_id[i]["rating"] is not None for i in tally["indicators"])
    say(sum(band["count"] for band in tally["by_band"]) == rated, f"{place}: bands")


def check_means(data: dict, displayed: bool, say) -> int:
    means = 0
    for goal in data["goals"]:
        for group in goal["years"]:
            tally, year = group["kpis"], group["year"]
            for kind, name in (("kpis", "kpi"), ("headline_targets", "headline_target")):
                check_tally(data, group[kind], year, name, say, f"goal {goal['number']} {year} {kind}")
            if tally["by"] != "mean_of_kpis" or tally["mean"] is None:
                continue
            by_id = {i["id"]: next(y for y in i["years"] if y["year"] == year) for i in data["indicators"]}
            key = "rate" if displayed else "rate_exact"
            rates = [Fraction(by_id[i][key]) for i in tally["indicators"] if by_id[i]["rate_exact"]]
            mean = sum(rates) / len(rates) / (100 if displayed else 1)
            say(Fraction(tally["mean_exact"]) == mean, f"goal {goal['number']} {year}: mean")
            say(tally["mean"] == half_up(mean * 100), f"goal {goal['number']} {year}: shown mean")
            means += 1
    return means


def keys_in(value) -> set[str]:
    if isinstance(value, list):
        return set().union(*(keys_in(item) for item in value), set())
    if isinstance(value, dict):
        return set(value).union(*(keys_in(item) for item in value.values()), set())
    return set()


# What only the JSON has: how a result came about, and the values before rounding.
OF_JSON = {
    "指標": set("kind direction strict valid_from valid_to reprint_of sum_of years year_kind western policy exclusion rule "
              "basis rate_exact capped verdict actual_change_exact".split()),
    "指標の集まり": set("by mean_exact unit indicators".split()),
}


def vocabulary() -> dict[str, set[str]]:
    """The names that docs/facts.md lists under each heading."""
    names, topic = {}, ""
    for line in (HOME / "docs/facts.md").read_text().splitlines():
        if line.startswith("## "):
            topic = line[3:].partition("（")[0]
        elif line.startswith("| `"):
            names.setdefault(topic, set()).add(line.split("`")[1])
    return names


def unnamed(data: dict) -> list[str]:
    """Keys of indicators, results and tallies that are no name of the vocabulary."""
    names = vocabulary()
    indicator = names["指標"] | OF_JSON["指標"]
    tally = names["指標の集まり"] | names["条件"] | OF_JSON["指標の集まり"]
    found = set()
    for one in data["indicators"]:
        found |= set(one) - indicator | set().union(*one["years"]) - indicator
    for year in data["overall"]:
        found |= (set(year["kpis"]) | set(year["headline_targets"])) - tally
    return sorted(found)


def main() -> int:
    faults = []

    def say(good: bool, message: str) -> None:
        if not good:
            faults.append(message)

    documented = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", (HOME / "docs/evaluate-json.md").read_text()))))
    rates = means = 0
    for name, (cap, floor, displayed) in POLICIES.items():
        data = json.loads((FOLDER / f"{name}.json").read_text())
        rates += check_rates(data, cap, floor, say)
        means += check_means(data, displayed, say)
        say(not unnamed(data), f"{name}: not in the vocabulary: {unnamed(data)}")
        years = set(data["earlier_policies"])
        say(keys_in(data) - years <= documented, f"{name}: not documented: {sorted(keys_in(data) - years - documented)}")
    assert rates > 200 and means >= 12, (rates, means)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
