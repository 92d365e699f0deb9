"""The cases of tests/evaluate in a workbook: LibreOffice calculates what the core did, also after other values are typed."""
import json
import os
import pathlib
import re
import sys
import tempfile

import openpyxl

import cases
import office
from calculation import Calculation, formulas_in, number, rating
from project import kensho, run

ROOT_FOLDER = tempfile.TemporaryDirectory(prefix="kensho-cases-")
ROOT = pathlib.Path(ROOT_FOLDER.name)
# LibreOffice takes three seconds for the two books of a case: every sixth of two files, or with ALL=1 all there are.
ALL = os.environ.get("ALL") == "1"
FILES = sorted(path.stem for path in cases.FOLDER.glob("*.test")) if ALL else ["conventions", "words"]
EVERY = 1 if ALL else 6
WRONG_ON_PURPOSE = {"faults", "placeholders"}
YEAR = 2023
BOOKS, TYPED = {}, {}


def other(text, step):
    """Another value with the same decimals."""
    places = len(text.partition(".")[2])
    return f"{float(text.replace(',', '')) * (0.6, 1.4, 0.93)[step % 3]:.{places}f}"


def built(title, case, folder):
    result = kensho("build", cases.project_of(case, folder / "project"), "--out", folder / "out")
    if "エラー" in result.stderr or "error:" in result.stderr:
        return None
    assert result.returncode == 0, f"{title}: {result.stderr}"
    return folder / "out/council.xlsx"


def with_other_values(case, step):
    """The same case with other actuals of the evaluated year; and which."""
    changed = {}
    tree = json.loads(json.dumps(case))
    for goal in tree.get("goals") or [tree]:
        for kpi in (goal.get("kpis") or []) + (goal.get("headline_targets") or []):
            value = (kpi.get("actuals") or {}).get("R5")
            if isinstance(value, str) and re.fullmatch(r"-?[\d,.]+", value) and "sum_of" not in kpi and "verdicts" not in kpi:
                changed[kpi["id"]] = kpi["actuals"]["R5"] = other(value, step)
    return tree, changed


def typed(path, changed, to):
    book = openpyxl.load_workbook(path)
    calculation = Calculation(book)
    for key, value in changed.items():
        formula = calculation.sheet.cell(calculation.rows[key, YEAR], calculation.column["actual"]).value
        sheet, cell = re.search(r"'([^']+)'!\$?([A-Z]+\$?\d+)", formula).groups()
        book[sheet][cell.replace("$", "")].value = float(value)
    book.save(to)
    return to


def make():
    for name in FILES:
        for at, (title, case, expected) in enumerate(cases.cases(name)):
            if at % EVERY or name in WRONG_ON_PURPOSE or "error:" in expected and "show" not in case:
                continue
            folder = ROOT / f"{name}-{at}"
            book = built(title, case, folder)
            if book is None:
                continue
            BOOKS[folder.name] = book.rename(ROOT / f"{folder.name}.xlsx"), title
            tree, changed = with_other_values(case, at)
            if changed and case.get("evaluated", "R5") == "R5":
                second = built(title, tree, folder / "typed")
                if second is not None:
                    path = typed(BOOKS[folder.name][0], changed, ROOT / f"{folder.name}-typed.xlsx")
                    TYPED[folder.name] = path, folder / "typed/project", title


def recalculated():
    (ROOT / "office").mkdir()
    paths = [path for path, _ in BOOKS.values()] + [path for path, *_ in TYPED.values()]
    return {path.stem: openpyxl.load_workbook(path, data_only=True)
            for path in office.recalculated(paths, ROOT / "office")}


def report(faults):
    assert not faults, "\n".join(faults)


def every_formula_gives_its_stored_value():
    faults = []
    for name, (path, title) in BOOKS.items():
        try:
            formulas_in(f"{name} ({title})", path, RECALCULATED[name])
        except AssertionError as error:
            faults.append(str(error))
    report(faults)
    assert len(BOOKS) >= 3, len(BOOKS)


def other_values_give_what_evaluate_says():
    faults = []
    for name, (path, project, title) in TYPED.items():
        calculation = Calculation(RECALCULATED[path.stem])
        result = json.loads(kensho("evaluate", project, "--format", "json").stdout)
        for indicator in result["indicators"]:
            year = next((year for year in indicator["years"] if year["western"] == YEAR), None)
            row = calculation.rows.get((indicator["id"], YEAR))
            if year is None or row is None or "human_rating" in year or "council_rating" in year:
                continue
            live = year["evaluated"]
            expected = {"shown": number(year["rate"]) if live else None, "rating": rating(year["rating"]) if live else None,
                        "achieved": int(year["achieved"]) if live else None, "reason": year["reason"] or None}
            for key, value in expected.items():
                got = calculation.value(row, key)
                if got != value:
                    faults.append(f"{name} ({title}) {indicator['id']} {key}: {got!r}, evaluate says {value!r}")
    report(faults)
    assert len(TYPED) >= 2, len(TYPED)


if not office.available():
    print("LibreOffice is not installed: nothing is recalculated")
    sys.exit(0)
make()
RECALCULATED = recalculated()
sys.exit(run([every_formula_gives_its_stored_value, other_values_give_what_evaluate_says]))
