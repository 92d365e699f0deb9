"""What diff finds, beside what poppler and openpyxl see: nothing is missing, nothing is listed that does not differ.

Each value of the evaluated year is changed in turn; a sample of them in every run, all with ALL=1.
"""

import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from year_run import FAULTS, expect, kensho

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
VALUES = re.compile(r"^  ([a-z0-9-]+): ([0-9][0-9,.]*)(.*)$", re.M)


def another(number: str) -> str:
    """The same number with another last digit."""
    return number[:-1] + str((int(number[-1]) + 3) % 10)


def read_cells(path: pathlib.Path) -> dict[str, object]:
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    cells = {}
    for sheet in book:
        for row in sheet.iter_rows():
            cells.update({f"{sheet.title}!{cell.coordinate}": cell.value for cell in row if cell.value is not None})
    return cells


def seen(folder: pathlib.Path) -> dict[str, dict]:
    """By file: the words of each page, the cells, the rows."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.suffix == ".pdf":
            text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
            found[path.name] = {str(n): page.split() for n, page in enumerate(text.split("\f"), 1)}
        elif path.suffix == ".xlsx":
            found[path.name] = read_cells(path)
        elif path.suffix == ".csv":
            rows = csv.reader(path.read_text("utf-8-sig").splitlines())
            found[path.name] = {str(n): row for n, row in enumerate(rows, 1)}
    return found


def differing(before: dict, after: dict) -> set[tuple[str, str]]:
    places = set()
    for file in before.keys() | after.keys():
        a, b = before.get(file, {}), after.get(file, {})
        places |= {(file, at) for at in a.keys() | b.keys() if a.get(at) != b.get(at)}
    return places


def listed(changes: dict) -> set[tuple[str, str]]:
    places = set()
    for place in changes["places"]:
        for side in (place["before"], place["after"]):
            if side is None:
                continue
            if "page" in side:
                places.add((side["file"], str(side["page"])))
            elif "sheet" in side:
                places.add((side["file"], f"{side['sheet']}!{side['cell']}"))
            else:
                places.add((side["file"], re.sub("[A-Z]", "", side["cell"])))
    return places


def compare(name: str, project: pathlib.Path, before: dict, out: pathlib.Path):
    run = kensho("build", project, "--out", out)
    expect(run.returncode == 0, f"{name}: no build: {run.stderr[-500:]}")
    after = seen(out)
    run = kensho("diff", "前", "--format", "json", "--project", project)
    expect(run.returncode == 1, f"{name}: diff says {run.returncode}: {run.stderr[-500:]}")
    if run.returncode != 1:
        return
    changes = json.loads(run.stdout)
    pages = {(place["volume"], place["label"]) for place in changes["redrawn"]}
    found, told = differing(before, after), listed(changes)
    drawn = {place["after"]["file"] + place["after"]["label"] for place in changes["places"] if place["kind"] == "drawing" and place["after"]}
    moved = bool(changes["moved"])
    missing = {each for each in found - told if not (moved and each[0].endswith(".pdf"))}
    expect(not missing, f"{name}: found by others, not by diff: {sorted(missing)[:5]}")
    # A chip or a drawing may differ where no word does.
    needless = {each for each in told - found if not each[0].endswith(".pdf")}
    expect(not needless, f"{name}: listed, but the same: {sorted(needless)[:5]}")
    wordless = [each for each in told - found if each[0].endswith(".pdf")]
    expect(len(wordless) <= len(drawn) + 1, f"{name}: pages listed, but the same: {wordless}")
    expect(not pages or moved, f"{name}: pages that only look different: {pages}")
    attributed = {at for cause in changes["causes"] for at in cause["places"]}
    expect(len(changes["causes"]) == 1 and len(attributed) == len(changes["places"]), f"{name}: places without their cause")


def values(sample: str, year: str, wanted: list[str] | None):
    with tempfile.TemporaryDirectory() as folder:
        project, out = pathlib.Path(folder) / "project", pathlib.Path(folder) / "out"
        shutil.copytree(HOME / "samples" / sample, project)
        run = kensho("freeze", "前", project)
        expect(run.returncode == 0, f"freeze {sample}: {run.stderr}")
        same = kensho("diff", "前", "--project", project)
        expect(same.returncode == 0 and same.stdout == "nothing has changed\n", f"{sample}: the same differs: {same.stdout[:300]}")
        before = seen(project / "editions/前/out")
        actuals = project / year
        text = actuals.read_text()
        found = [match for match in VALUES.finditer(text) if wanted is None or match[1] in wanted]
        expect(len(found) >= (len(wanted) if wanted else 10), f"{sample}: {len(found)} values to change")
        for match in found:
            actuals.write_text(text[: match.start(2)] + another(match[2]) + text[match.end(2) :])
            compare(f"{sample} {match[1]}", project, before, out)


def main():
    whole = os.environ.get("ALL") == "1"
    values("atsugi", "years/r5/actuals.yaml", None if whole else ["births"])
    if whole:
        values("shiomizawa", "years/r4/actuals.yaml", None)
    for fault in FAULTS:
        print(fault)
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
