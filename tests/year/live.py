"""A project with an indicator for each way in which a rate or a rating comes about, all with values: its form computes them too."""

import pathlib

# id, what the plan says beside the name, the value of R5
INDICATORS = [
    ("up", "targets: {R5: 100, R7: 120}", "92.3"),
    ("up-half", "targets: {R5: 18000}", "18,405"),
    ("zero-target", "targets: {R5: 0}", "3"),
    ("negative", "targets: {R5: -10}", "-12"),
    ("down", "direction: lower, targets: {R5: 40}", "45"),
    ("down-zero", "direction: lower, targets: {R5: 3}", "0"),
    ("way", "formula: progress, baseline: {value: 50, year: R1}, targets: {R5: 60}", "57"),
    ("no-way", "formula: progress, baseline: {value: 60, year: R1}, targets: {R5: 60}", "59"),
    ("kept", "formula: maintain, tolerance: 0.5, targets: {R5: 60}", "59.6"),
    ("not-kept", "formula: maintain, tolerance: 1%, targets: {R5: 60}", "58.0"),
    ("line", "formula: linear, baseline: {value: 100, year: R1}, targets: {R7: 200}", "150"),
    ("above", "formula: classes, baseline: {value: 50, year: R1}, targets: {R5: 60}", "61"),
    ("equal", "formula: classes, tolerance: 2, baseline: {value: 50, year: R1}, targets: {R5: 60}", "58"),
    ("worse", "formula: classes, baseline: {value: 50, year: R1}, targets: {R5: 60}", "49"),
    ("built", "formula: words, targets: {R5: 設置}", "設置"),
    ("rank", "formula: words, direction: lower, targets: {R5: 10}", "12"),
    ("range", "targets: {R5: 45～50}", "47"),
    ("more", "baseline: {value: 10, year: R1}, targets: {R5: 増加}", "9"),
    ("exceeded", "strict: true, targets: {R5: 70}", "70"),
    ("final", "rate_target: final, targets: {R5: 10, R7: 20}", "15"),
    ("share", "rate_target: share, targets: {R7: 20}", "11"),
    ("onway", "rate_target: way, baseline: {value: 10, year: R1}, targets: {R7: 20}", "17"),
    ("onway-down", "rate_target: way, direction: lower, baseline: {value: 30, year: R1}, targets: {R7: 20}", "25"),
    ("better", "formula: classes, tolerance: 10%, baseline: {value: 50, year: R1}, targets: {R5: 60}", "55.5"),
    ("same", "formula: classes, tolerance: 10%, baseline: {value: 50, year: R1}, targets: {R5: 60}", "45"),
    ("worse-down", "formula: classes, tolerance: 10%, direction: lower, baseline: {value: 50, year: R1}, targets: {R5: 40}", "55.1"),
    ("reached-strict", "formula: classes, strict: true, baseline: {value: 50, year: R1}, targets: {R5: 60}", "60"),
]


def by_baseline(policy: str) -> str:
    """The classes told from the baseline instead."""
    for old, new in (("above", "reached"), ("equal", "better"), ("below", "same")):
        policy = policy.replace(f"class: {old},", f"class: {new},")
    return policy


def project(folder: pathlib.Path, name: str, policy: str) -> pathlib.Path:
    where = folder / name
    (where / "template").mkdir(parents=True)
    (where / "policy.yaml").write_text(policy)
    kpis = "\n".join(f"              - {{id: {name}, name: 指標 {name}, {plan}}}" for name, plan, _ in INDICATORS)
    (where / "strategy.yaml").write_text(
        "title: 率の戦略\nperiod: {from: R3, to: R7}\ngoals:\n  - number: 1\n    title: 目標\n    measures:\n"
        f"      - number: 1\n        title: 施策\n        initiatives:\n          - number: 1\n            title: 取組\n            kpis:\n{kpis}\n")
    (where / "r5.yaml").write_text("year: R5\nactuals:\n" + "".join(f"  {name}: {value}\n" for name, _, value in INDICATORS))
    (where / "kensho.yaml").write_text(
        'municipality: {name: 試験市, code: "123455"}\nreport: {title: 報告書, published: 令和6年度}\nevaluated_year: R5\n'
        "strategy: strategy.yaml\nyears: {R5: r5.yaml}\npolicy: policy.yaml\ntemplate: gaiyou\noutputs: {main: main.pdf}\n")
    return where
