"""Writes an invented project of any size, to see how time and memory grow: large_project.py FOLDER GOALS KPIS_A_GOAL."""
import pathlib
import sys


def indicator(identity, number, indent):
    targets = "\n".join(f"{indent}    R{year}: {1000 + number + 10 * year:,}" for year in range(3, 9))
    return (f"{indent}- id: {identity}\n{indent}  name: 取組の成果を表す第{number}の指標（延べ人数）\n{indent}  unit: 人\n"
            f"{indent}  baseline: {{value: \"1,000\", year: 令和2年度}}\n{indent}  targets:\n{targets}\n")


def goal(number, kpis):
    out = (f"  - number: {number}\n    title: 安心して暮らせるまちをつくる\n    slogan: 目標{number}\n    headline_targets:\n"
           + indicator(f"h{number}", number, " " * 6) + "    measures:\n")
    for measure in range(1, 5):
        out += f"      - number: {measure}\n        title: 地域の力を生かす施策を進める\n        initiatives:\n"
        out += "          - number: 1\n            title: 地域活動の支援\n            kpis:\n"
        for kpi in range(measure - 1, kpis, 4):
            out += indicator(f"k{number}-{kpi}", kpi, " " * 14)
    return out


def identities(goals, kpis):
    for number in range(1, goals + 1):
        yield f"h{number}"
        yield from (f"k{number}-{kpi}" for kpi in range(kpis))


def main(folder, goals, kpis):
    folder = pathlib.Path(folder)
    sample = pathlib.Path(__file__).parents[2] / "samples/atsugi"
    folder.mkdir(parents=True, exist_ok=True)
    head = "title: 大きな戦略\nperiod: {from: R3, to: R8}\ngoals:\n"
    (folder / "strategy.yaml").write_text(head + "".join(goal(n, kpis) for n in range(1, goals + 1)))
    for year in (3, 4, 5):
        values = "".join(f"  {i}: {900 + 7 * year + len(i):,}\n" for i in identities(goals, kpis))
        (folder / f"r{year}.yaml").write_text(f"year: R{year}\nactuals:\n{values}")
    prose = (sample / "years/r5/narrative.yaml").read_text().split("\ngoals:")[0]
    (folder / "narrative.yaml").write_text("".join(f"{line}\n" for line in prose.splitlines() if "{{goal" not in line))
    (folder / "kensho.yaml").write_text(
        "municipality: {name: 架空市, code: \"999999\"}\nreport: {title: 効果検証報告書, published: 令和6年度}\n"
        "evaluated_year: R5\nstrategy: strategy.yaml\nyears: {R3: r3.yaml, R4: r4.yaml, R5: r5.yaml}\n"
        "narrative: narrative.yaml\npolicy: atsugi\ntemplate: kouka-kensho\noutputs: {main: main.pdf, workbook: council.xlsx}\n")


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
