"""kensho new: by options, by questions on a terminal, and from lists of many shapes."""

import pathlib
import sys
import tempfile

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from tables import SHAPES
from terminal import answered
from year_run import ENVIRONMENT, FAULTS, KENSHO, expect, kensho


def by_options(folder: pathlib.Path):
    project = folder / "検証"
    run = kensho("new", project, "--city", "試験市", "--code", "123455", "--period", "R3-R8", "--year", "R5", "--goal", "人を呼ぶ", "--goal", "育てる")
    expect(run.returncode == 0, f"new failed: {run.stdout}{run.stderr}")
    for name in ("kensho.yaml", "strategy.yaml", "years/r5/actuals.yaml", "years/r5/narrative.yaml", "years/r5/projects/goal-2.yaml", ".gitignore", "README.md"):
        expect((project / name).is_file(), f"new made no {name}")
    schema = (project / "kensho.yaml").read_text().splitlines()[0].partition("$schema=")[2]
    expect((project / schema).is_file(), f"the schema line leads nowhere: {schema}")
    expect(len((project / "README.md").read_text().splitlines()) <= 10, "the README has more than ten lines")
    check = kensho("check", project)
    errors = [line for line in check.stderr.splitlines() if "error:" in line]
    other = [line for line in errors if "has not come" not in line and "not written" not in line and "missing" not in line]
    expect(check.returncode == 1 and not other, f"check finds more than what is missing: {other[:4]}")
    build = kensho("build", project, "--draft", "--out", folder / "out")
    expect(build.returncode == 0 and list((folder / "out").glob("*報告書-案.pdf")), f"no draft: {build.stderr[-1500:]}")
    expect("warning:" not in build.stderr, f"a project that has just begun is doubted: {build.stderr[-1500:]}")
    for words in (("evaluate",), ("where", "goal.1.mean")):
        run = kensho(*words, project)
        expect(run.returncode == 1 and not run.stdout, f"{words} takes what is missing: {run.stdout}")
        run = kensho(*words, project, "--draft")
        expect(run.returncode == 0 and run.stdout, f"{words} answers nothing of a draft: {run.stderr[-1500:]}")
    expect(kensho("new", project).returncode == 1, "new wrote into a folder that is not empty")
    bare = folder / "素"
    expect(kensho("new", bare).returncode == 0 and "ここを直す" in (bare / "kensho.yaml").read_text(), "defaults are not marked")
    wrong = kensho("new", folder / "x", "--city", "甲市", "--period", "R8-R3")
    expect(wrong.returncode == 1 and not (folder / "x").exists(), f"a wrong period: {wrong.returncode}")
    for code, good in (("1234", False), ("12345", True), ("123455", True), ("1234567", False), ("12345a", False)):
        run = kensho("new", folder / f"code-{code}", "--city", "甲市", "--code", code)
        expect((run.returncode == 0) == good, f"a code of {code}: {run.returncode} {run.stderr}")


def on_terminal(folder: pathlib.Path):
    project = folder / "対話"
    answers = ["乙町", "123455", "", "R3-R8", "R5", "1", "1", "人を呼ぶ", "育てる", ""]
    status, said = answered([KENSHO, "new", str(project)], answers, ENVIRONMENT)
    expect(status == 0, f"new on a terminal: {status} {said}")
    made = yaml.safe_load((project / "kensho.yaml").read_text())
    goals = yaml.safe_load((project / "strategy.yaml").read_text())["goals"]
    expect(made["municipality"] == {"name": "乙町", "code": "123455"} and made["evaluated_year"] == "R5", f"{made}")
    expect([g["title"] for g in goals] == ["人を呼ぶ", "育てる"], f"{goals}")
    expect("title of the plan" in said, "nothing was asked")


def indicators_of(project: pathlib.Path) -> dict:
    plan = yaml.safe_load((project / "strategy.yaml").read_text())
    made = yaml.safe_load((project / "kensho.yaml").read_text())
    actuals = {year: yaml.safe_load((project / file).read_text())["actuals"] or {} for year, file in made["years"].items()}
    found = {}
    for goal in plan["goals"]:
        kpis = [k for m in goal["measures"] for i in m["initiatives"] for k in i["kpis"]]
        for one in goal.get("headline_targets", []) + kpis:
            if one["name"].endswith("の例"):
                continue
            values = {year: str(of[one["id"]]) for year, of in actuals.items() if one["id"] in of and of[one["id"]] != "集計中"}
            targets = {year: str(value) for year, value in one.get("targets", {}).items()}
            found[one["name"]] = (one.get("unit", ""), str(one.get("baseline", {}).get("value", "")), targets, values)
    return found


class Letters(yaml.SafeLoader):
    """Scalars as they were written: 98.90 is not 98.9."""


def from_tables(folder: pathlib.Path):
    for shape, wanted in SHAPES.items():
        file = folder / f"{shape.__name__}.xlsx"
        shape().save(file)
        project = folder / shape.__name__
        run = kensho("new", project, "--city", "試験市", "--from", file)
        expect(run.returncode == 0, f"{shape.__name__}: {run.stdout}{run.stderr}")
        if run.returncode != 0:
            continue
        found = indicators_of(project)
        expect(found == wanted, f"{shape.__name__}:\n  found  {found}\n  wanted {wanted}\n{run.stdout}")
        if shape.__name__ == "numbered":
            plan = yaml.safe_load((project / "strategy.yaml").read_text())
            titles = [goal["title"] + ":" + "/".join(m["title"] for m in goal["measures"]) for goal in plan["goals"]]
            expect(titles == ["人を呼ぶ:移住/３世代同居", "育てる:子育て"], f"{titles}")
            kpis = [k for goal in plan["goals"] for m in goal["measures"] for k in m["initiatives"][0]["kpis"]]
            told = [(k["baseline"]["year"], k.get("direction", ""), k.get("formula", "")) for k in kpis]
            expect(told == [("令和4年度", "", ""), ("令和5年度", "lower", ""), ("令和4年度", "", "words")], f"{told}")
            expect("R5 is outside of the plan" in run.stdout, run.stdout)
        if shape.__name__ == "statuses":
            expect("F3  約105" in run.stdout, f"what could not be read is not listed: {run.stdout}")
        check = kensho("check", project)
        other = [line for line in check.stderr.splitlines() if "error:" in line and "has not come" not in line and "not written" not in line]
        expect(not other, f"{shape.__name__}: {other[:3]}")
    csv = folder / "list.csv"
    csv.write_text("指標名,単位,目標値 R4,実績値 R3\n\"出生数\",人,\"1,560\",\"1,480\"\n", encoding="utf-8-sig")
    run = kensho("new", folder / "csv", "--from", csv)
    expect(run.returncode == 0 and indicators_of(folder / "csv") == {"出生数": ("人", "", {"R4": "1,560"}, {"R3": "1,480"})}, f"csv: {run.stdout}{run.stderr}")
    for encoding in ("cp932", "utf-8-sig", "utf-16"):  # as Excel saves them: CR-LF, line ends within cells
        csv.write_bytes("指標名,単位,\"目標値\n（R4）\",実績値 R3,備考\r\n\r\n\"出生数\",人,\"1,560\",\"1,480\",\"①\n暦年\"\r\n".encode(encoding))
        run = kensho("new", folder / f"csv-{encoding}", "--from", csv)
        found = indicators_of(folder / f"csv-{encoding}") if run.returncode == 0 else None
        expect(found == {"出生数": ("人", "", {"R4": "1,560"}, {"R3": "1,480"})}, f"csv in {encoding}: {found} {run.stderr}")
    csv.write_bytes(b"\x81\xff\xfe,\x81\n")
    run = kensho("new", folder / "no-text", "--from", csv)
    expect(run.returncode == 1 and "neither UTF-8 nor Shift_JIS" in run.stderr, f"a csv that is no text: {run.stderr}")
    csv.write_text("指標名,単位,目標値 R4,実績値 R3\n\"出生数\",人,\"1,560\",\"1,480\"\n", encoding="utf-8-sig")
    mapped = folder / "読み方.yaml"
    mapped.write_text('A: name\nB: unit\nC: ""\nD: actual R3\n')
    run = kensho("new", folder / "mapped", "--from", csv, "--map", mapped, "--period", "R3-R8")
    expect(run.returncode == 0 and indicators_of(folder / "mapped")["出生数"][2] == {}, f"a corrected column: {run.stdout}{run.stderr}")


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        Letters.yaml_implicit_resolvers = {}
        yaml.safe_load = lambda text: yaml.load(text, Letters)
        by_options(folder)
        on_terminal(folder)
        from_tables(folder)
    print("\n".join(FAULTS))
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
