"""The sample's R5 → R6: next, what waits, forms with typical slips, collect, the board; then a value of R5 that stands in both
years' published reports is corrected."""

import hashlib
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from forms_filled import fill, fill_results, form_of, rows
from year_run import FAULTS, expect, kensho

HOME = pathlib.Path(os.environ["KENSHO_HOME"])


def digests(folder: pathlib.Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def play_next(project: pathlib.Path):
    before = digests(project)
    old_kensho = (project / "kensho.yaml").read_text()
    run = kensho("next", project)
    expect(run.returncode == 0, f"next failed: {run.stderr}")
    after = digests(project)
    changed = sorted(name for name in before if after.get(name) != before[name])
    expect(changed == ["kensho.yaml"], f"next changed {changed}")
    new = sorted(set(after) - set(before))
    expect("years/r6/actuals.yaml" in new and "years/r6/narrative.yaml" in new, f"new files: {new}")
    text = (project / "kensho.yaml").read_text()
    for line in old_kensho.splitlines():
        comment = line.partition("#")[2]
        if comment and "令和" not in comment:
            expect(comment in text, f"a comment of kensho.yaml is gone: {comment}")
    actuals = (project / "years/r6/actuals.yaml").read_text()
    expect("births: 集計中    # R5 1,288" in actuals, "last year's value does not stand beside the new entry")
    expect("establishments: 集計中    # R5 調査なし ｜ ５年ごとの調査" in actuals, "a comment of the old file is gone")
    expect("silence" not in actuals, "silences are carried over")
    values = yaml.safe_load(actuals)["actuals"]
    expect(set(values.values()) == {"集計中"} and len(values) == 53, f"{len(values)} values, {set(values.values())}")
    expect("令和６年度の実績値" in actuals.splitlines()[1], "the head of the file names the old year")
    again = kensho("next", project)
    expect(again.returncode == 1 and "is not finished" in again.stderr, f"next a second time: {again.stdout}")
    expect(digests(project) == after, "next a second time wrote something")
    return len(values)


def play_check(project: pathlib.Path, count: int):
    run = kensho("check", project)
    waiting = [line for line in run.stderr.splitlines() if "has not come" in line or "not written yet" in line]
    errors = [line for line in run.stderr.splitlines() if ": error:" in line]
    expect(run.returncode == 1 and len(waiting) >= count, f"check names {len(waiting)} of at least {count}")
    other = [line for line in errors if line not in waiting]
    expect(not other, f"check finds other faults after next: {other[:3]}")


def fill_in(project: pathlib.Path, forms: pathlib.Path, back: pathlib.Path) -> pathlib.Path:
    run = kensho("forms", "-p", project, "--out", forms)
    expect(run.returncode == 0, f"forms failed: {run.stderr}")
    files = sorted(forms.glob("*.xlsx"))
    expect([f.name for f in files] == ["調査票_令和6年度.xlsx"], f"forms: {files}")
    book, sheet = form_of(files[0])
    expect(sheet.protection.sheet, "the form is not protected")
    fill(sheet, "births.actual@R6", 1250)
    fill(sheet, "tfr.actual@R6", None, "未公表")
    fill(sheet, "tourists.actual@R6", "２，１９６，１７０人", "速報")
    fill(sheet, "health-habits.actual@R6", 92.30000000000001)
    fill(sheet, "workers.actual@R6", "調査なし")
    sheet.cell(rows(sheet)["births.cause@R6"], 2).value = "婚姻の件数が減ったため。"
    fill_results(sheet, "domestic-exchange-project.results@R6", ["① 訪問団を迎えた。", "・横手市2人", "② 補助金を出した: 3件"])
    back.mkdir()
    book.save(back / "回答.xlsx")
    return back / "回答.xlsx"


def play_collect(project: pathlib.Path, file: pathlib.Path):
    actuals = project / "years/r6/actuals.yaml"
    before = digests(project)
    dry = kensho("collect", "-p", project, file, "--dry-run")
    expect(dry.returncode == 0 and digests(project) == before, f"a dry run wrote: {dry.stdout}{dry.stderr}")
    run = kensho("collect", "-p", project, file)
    expect(run.returncode == 0, f"collect failed: {run.stdout}{run.stderr}")
    values = yaml.safe_load(actuals.read_text())["actuals"]
    expect(values["births"] == {"value": "1,250", "cause": "婚姻の件数が減ったため。"}, f"births: {values['births']}")
    expect(values["tfr"] == "未公表" and values["workers"] == "調査なし", f"{values['tfr']} {values['workers']}")
    expect(values["tourists"] == {"value": "2,196,170", "provisional": True}, f"tourists: {values['tourists']}")
    expect(values["health-habits"] == 92.3, f"health-habits: {values['health-habits']}")
    text = actuals.read_text()
    expect("# R5 1,288" in text and "# 施策3-1" in text, "comments are gone")
    projects = (project / "years/r6/projects/goal-1.yaml").read_text()
    expect('- "補助金を出した: 3件"' in projects and "- text: 訪問団を迎えた。" in projects, "results were not written")
    once = digests(project)
    expect(kensho("collect", "-p", project, file).returncode == 0 and digests(project) == once, "twice is not once")


def with_slips(file: pathlib.Path, target: pathlib.Path, change) -> pathlib.Path:
    book, sheet = form_of(file)
    change(book, sheet)
    book.save(target)
    return target


def play_slips(project: pathlib.Path, file: pathlib.Path, folder: pathlib.Path):
    """Each slip with words of the answer; nothing is written by any of them."""
    def put(code, value):
        return lambda book, sheet: fill(sheet, code, value)

    def twice(book, sheet):
        at = rows(sheet)
        sheet.cell(at["births.actual@R6"], 11).value = "tfr.actual@R6"

    def shifted(book, sheet):
        codes = [c for c in rows(sheet) if c.endswith(".actual@R6")]
        last = {c: sheet.cell(rows(sheet)[c], 5).value for c in codes}
        for this, other in zip(codes[:12], codes[1:13]):
            if isinstance(last[other], (int, float)):
                fill(sheet, this, last[other])

    def unit(book, sheet):
        sheet.cell(rows(sheet)["births.actual@R6"], 2).value = "千人"

    def last_year(book, sheet):
        for row in sheet.iter_rows(min_col=11, max_col=12):
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace("@R6", "@R5").replace("R6", "R5")
        book["_kensho"]["A1"].value = sheet["K1"].value

    cases = {
        "twice": (twice, "stands in two rows", 1),
        "shifted": (shifted, "pasted one row off", 1),
        "unit": (unit, "the unit was changed", 1),
        "last_year": (last_year, "this form is of R5", 1),
    }
    for name, (change, words, status) in cases.items():
        slip = with_slips(file, folder / f"{name}.xlsx", change)
        run = kensho("collect", "-p", project, slip, "--dry-run")
        expect(words in run.stdout and run.returncode == status, f"{name}: {run.returncode} {run.stdout[-600:]}{run.stderr}")
    copy = with_slips(file, folder / "copy.xlsx", put("births.actual@R6", 1251))
    run = kensho("collect", "-p", project, file, copy, "--dry-run")
    expect("another copy of this form says something else" in run.stdout and run.returncode == 1, f"copies: {run.stdout}")


def play_status(project: pathlib.Path):
    run = kensho("status", "--format", "json", cwd=project / "years")
    expect(run.returncode == 0, f"status failed: {run.stderr}")
    board = json.loads(run.stdout)
    row = board["sections"][0]
    expect(board["year"] == "R6" and row["answered"] == 6 and row["asked"] - row["answered"] == len(row["missing"]),
           f"the board: {board['year']} {row['answered']} of {row['asked']}")
    expect("出生数" not in row["missing"] and "転出者数" in row["missing"], "the board names the wrong values")


def play_correction(project: pathlib.Path, folder: pathlib.Path):
    """What has not come is as in R5, R6 is published; then births of R5 were wrong: both closed editions printed them."""
    values = project / "years/r6/actuals.yaml"
    values.write_text(re.sub(r": 集計中 +# R5 (\S+)", r": \1  #", values.read_text()))
    for file in (project / "years/r6").rglob("*.yaml"):
        file.write_text(file.read_text().replace("集計中", "未公表"))
    for file in (project / "years/r6/projects").iterdir():
        file.write_text(file.read_text().replace("results: []", "results: [取り組んだ。]"))
    run = kensho("freeze", "公表R6", "--date", "2025-09-30", "--final", cwd=project)
    expect(run.returncode == 0, f"R6 is not published: {run.stderr[-800:]}")
    actuals = project / "years/r5/actuals.yaml"
    actuals.write_text(actuals.read_text().replace("births: 1,288", 'births: {value: "1,228", revised: true}'))
    run = kensho("errata", "公表R6", "--date", "2025-11-28", "--out", folder / "訂正", cwd=project)
    expect(run.returncode == 0 and "`公表R5` printed it too (R5): atsugi-r5-report.pdf" in run.stdout, f"errata across years: {run.stdout[-600:]}{run.stderr[-600:]}")
    run = kensho("check", cwd=project)
    expect("出生数, whose value of R5 was restated" in run.stderr, f"no text is named that speaks of the restated value: {run.stderr[-600:]}")


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        project = folder / "厚木"
        shutil.copytree(HOME / "samples/atsugi", project)
        run = kensho("freeze", "公表R5", "--date", "2024-09-30", "--final", cwd=project)
        expect(run.returncode == 0, f"R5 is not kept: {run.stderr[-500:]}")
        count = play_next(project)
        play_check(project, count)
        file = fill_in(project, folder / "調査票", folder / "回答")
        play_collect(project, file)
        play_slips(project, file, folder)
        play_status(project)
        play_correction(project, folder)
    print("\n".join(FAULTS))
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
