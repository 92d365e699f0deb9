"""Writes an invented project of any size, to see how time and memory grow.

large_project.py FOLDER GOALS KPIS_A_GOAL [YEARS]: YEARS have been evaluated, 3 unless told, and the plan runs 3 more.
"""
import re
import pathlib
import sys


FIRST, AHEAD = 3, 3  # the plan begins in R3 and runs on after the evaluated year


def indicator(identity, number, indent, years):
    targets = "\n".join(f"{indent}    R{year}: {1000 + number + 10 * year:,}"
                        for year in range(FIRST, FIRST + years + AHEAD))
    return (f"{indent}- id: {identity}\n{indent}  name: 取組の成果を表す第{number}の指標（延べ人数）\n{indent}  unit: 人\n"
            f"{indent}  baseline: {{value: \"1,000\", year: 令和2年度}}\n{indent}  targets:\n{targets}\n")


def goal(number, kpis, years):
    out = (f"  - number: {number}\n    title: 安心して暮らせるまちをつくる\n    slogan: 目標{number}\n    headline_targets:\n"
           + indicator(f"h{number}", number, " " * 6, years) + "    measures:\n")
    for measure in range(1, 5):
        out += f"      - number: {measure}\n        title: 地域の力を生かす施策を進める\n        initiatives:\n"
        out += "          - number: 1\n            title: 地域活動の支援\n            kpis:\n"
        for kpi in range(measure - 1, kpis, 4):
            out += indicator(f"k{number}-{kpi}", kpi, " " * 14, years)
    return out


def identities(goals, kpis):
    for number in range(1, goals + 1):
        yield f"h{number}"
        yield from (f"k{number}-{kpi}" for kpi in range(kpis))


def main(folder, goals, kpis, years=3):
    folder = pathlib.Path(folder)
    sample = pathlib.Path(__file__).parents[2] / "samples/atsugi"
    folder.mkdir(parents=True, exist_ok=True)
    evaluated = range(FIRST, FIRST + years)
    head = f"title: 大きな戦略\nperiod: {{from: R{FIRST}, to: R{evaluated[-1] + AHEAD}}}\ngoals:\n"
    (folder / "strategy.yaml").write_text(head + "".join(goal(n, kpis, years) for n in range(1, goals + 1)))
    for year in evaluated:
        values = "".join(f"  {i}: {900 + 7 * year + len(i):,}\n" for i in identities(goals, kpis))
        (folder / f"r{year}.yaml").write_text(f"year: R{year}\nactuals:\n{values}")
    prose = (sample / "years/r5/narrative.yaml").read_text().split("\ngoals:")[0]
    (folder / "narrative.yaml").write_text("".join(f"{line}\n" for line in prose.splitlines() if not re.search(r"\{(?!overall)", line)))
    files = ", ".join(f"R{year}: r{year}.yaml" for year in evaluated)
    (folder / "kensho.yaml").write_text(
        "municipality: {name: 架空市, code: \"999999\"}\n"
        f"report: {{title: 効果検証報告書, published: 令和{evaluated[-1] + 1}年度}}\n"
        f"evaluated_year: R{evaluated[-1]}\nstrategy: strategy.yaml\nyears: {{{files}}}\nnarrative: narrative.yaml\n"
        "policy: atsugi\ntemplate: kouka-kensho\noutputs: {main: main.pdf, workbook: council.xlsx}\n")


main(sys.argv[1], *map(int, sys.argv[2:]))
