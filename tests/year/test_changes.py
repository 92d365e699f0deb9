"""What diff finds, beside what poppler and openpyxl see: nothing is missing, nothing is listed that does not differ.

Each value of the evaluated year is changed in turn, then targets, sentences, a name and a word of the policy; a sample
of them in every run, all with ALL=1.
"""

import collections
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
REFUSED: list[str] = []
COMPARED: list[str] = []


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


def with_shifted_rows(changes: dict) -> set[tuple[str, str]]:
    """Sheets in which whole rows came or went, so that the rows below them moved: file and sheet."""
    sides = [side for place in changes["places"] for side in (place["before"], place["after"]) if side]
    return {(side["file"], side["sheet"]) for side in sides if "sheet" in side and side["cell"].isdigit()}


def came_or_went(before: dict, after: dict, sheet: str) -> set[str]:
    """Words of a sheet that stand there more or less often than before, wherever; formulas name other rows then."""
    counts = [collections.Counter(str(value) for at, value in cells.items() if at.startswith(sheet + "!")) for cells in (before, after)]
    return {word for word in (counts[0] - counts[1]) + (counts[1] - counts[0]) if not word.startswith("=")}


def words_told(changes: dict, file: str, sheet: str) -> set[str]:
    sides = [side for place in changes["places"] for side in (place["before"], place["after"]) if side]
    told = [side["words"] for side in sides if side["file"] == file and side.get("sheet") == sheet]
    return {part for words in told for part in [words, *words.split("，")]}


def compare(name: str, project: pathlib.Path, before: dict, out: pathlib.Path):
    run = kensho("build", project, "--out", out)
    if run.returncode != 0:  # another digit may be a fault, and a word may be used elsewhere
        REFUSED.append(name)
        expect(len(REFUSED) < 5, f"too many changes are refused: {REFUSED}; {run.stderr[-500:]}")
        return
    after = seen(out)
    run = kensho("diff", "前", "--format", "json", "--project", project)
    expect(run.returncode == 1, f"{name}: diff says {run.returncode}: {run.stderr[-500:]}")
    if run.returncode != 1:
        return
    COMPARED.append(name)
    changes = json.loads(run.stdout)
    pages = {(place["volume"], place["label"]) for place in changes["redrawn"]}
    found, told = differing(before, after), listed(changes)
    drawn = {place["after"]["file"] + place["after"]["label"] for place in changes["places"] if place["kind"] == "drawing" and place["after"]}
    moved = bool(changes["moved"])
    shifted = with_shifted_rows(changes)
    for file, sheet in shifted:
        lost = came_or_went(before.get(file, {}), after.get(file, {}), sheet) - words_told(changes, file, sheet)
        expect(not lost, f"{name}: words of {file} {sheet} that diff does not tell: {sorted(lost)[:5]}")
    found, told = ({each for each in places if (each[0], each[1].split("!")[0]) not in shifted} for places in (found, told))
    missing = {each for each in found - told if not (moved and each[0].endswith(".pdf"))}
    expect(not missing, f"{name}: found by others, not by diff: {sorted(missing)[:5]}")
    # A chip or a drawing may differ where no word does.
    needless = {each for each in told - found if not each[0].endswith(".pdf")}
    expect(not needless, f"{name}: listed, but the same: {sorted(needless)[:5]}")
    # A symbol is heard as the word of its rating, which poppler does not see.
    symbols = [place for place in changes["places"] if place["facts"] and all(".rating@" in fact for fact in place["facts"])]
    heard = listed({"places": symbols})
    wordless = [each for each in told - found if each[0].endswith(".pdf") and each not in heard]
    expect(len(wordless) <= len(drawn) + 1, f"{name}: pages listed, but the same: {wordless}")
    expect(not pages or moved, f"{name}: pages that only look different: {pages}")
    attributed = {at for cause in changes["causes"] for at in cause["places"]}
    expect(len(changes["causes"]) == 1 and len(attributed) == len(changes["places"]), f"{name}: places without their cause")


def play(sample: str, edits):
    """`edits` of a project: (name, file, where it begins and ends, what stands there then)."""
    with tempfile.TemporaryDirectory() as folder:
        project, out = pathlib.Path(folder) / "project", pathlib.Path(folder) / "out"
        shutil.copytree(HOME / "samples" / sample, project)
        own_policy(project)
        run = kensho("freeze", "前", project)
        expect(run.returncode == 0, f"freeze {sample}: {run.stderr}")
        same = kensho("diff", "前", "--project", project)
        expect(same.returncode == 0 and same.stdout == "nothing has changed\n", f"{sample}: the same differs: {same.stdout[:300]}")
        before = seen(project / "editions/前/out")
        for name, file, begin, end, words in edits(project):
            text = file.read_text()
            file.write_text(text[:begin] + words + text[end:])
            compare(f"{sample} {name}", project, before, out)
            file.write_text(text)


def own_policy(project: pathlib.Path):
    """The policy as a file of the project, where a word of it can change."""
    settings = project / "kensho.yaml"
    text = settings.read_text()
    name = re.search(r"^policy: ([a-z-]+(?:[.]yaml)?)", text, re.M)[1]
    if name.endswith(".yaml"):
        return
    shutil.copy(HOME / f"config/policies/{name}.yaml", project / "policy.yaml")
    settings.write_text(text.replace(f"policy: {name}", "policy: policy.yaml", 1))


def in_file(file: pathlib.Path, pattern: str, becomes, most: int | None = None):
    """Every `most`-th part of the matches, the first group replaced."""
    found = list(re.finditer(pattern, file.read_text(), re.M))
    expect(bool(found), f"{file.name}: nothing to change like {pattern}")
    step = max(1, len(found) // most) if most else 1
    for match in found[::step][:most]:
        yield f"{file.name} {match[0].strip()[:40]}", file, match.start(1), match.end(1), becomes(match[1])


def values(year: str):
    return lambda project: in_file(project / year, r"^  [a-z0-9-]+: ([0-9][0-9,.]*)", another)


def others(label: str, narrative: str):
    """Ten targets of the year, ten sentences, a name and a word of the policy."""
    def edits(project: pathlib.Path):
        strategy = project / "strategy.yaml"
        yield from in_file(strategy, rf"^ +{label}: ([0-9][0-9,.]*)$", another, 10)
        yield from in_file(project / narrative, r"^ +- [^{\n]*?([ぁ-ん]{2}[。])", lambda words: "です。" if words != "です。" else "だ。", 10)
        yield from in_file(strategy, r"^ +name: (\S+)$", lambda name: name + "等", 2)
        yield from in_file(project / "policy.yaml", r"\{id: (?:on-track|mostly-on-track|reached|nearly), word: (\S+?),", lambda word: "たいへん" + word, 2)
    return edits


def main():
    if os.environ.get("ALL") == "1":
        play("atsugi", values("years/r5/actuals.yaml"))
        play("atsugi", others("R5", "years/r5/narrative.yaml"))
        play("shiomizawa", values("years/r4/actuals.yaml"))
        play("shiomizawa", others("R4", "years/r4/narrative.yaml"))
        play("kuzuse", values("years/r5/actuals.yaml"))
    else:
        play("atsugi", lambda project: (edit for edit in values("years/r5/actuals.yaml")(project) if "births" in edit[0]))
    expect(len(COMPARED) > len(REFUSED), f"compared {COMPARED}, refused {REFUSED}")
    for fault in FAULTS:
        print(fault)
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
