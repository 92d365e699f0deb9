"""Forms that came back: whatever Excel, LibreOffice, the tools of an office or a person did to one, it says the same, or is
answered. The form holds the sample's own values, so that a form read rightly changes nothing. LibreOffice saves a few of the
forms; with ALL=1 in the environment every one."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
from openpyxl.styles import PatternFill

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import live
from answers import ANSWERS
from forms_filled import DATE, STATUS, VALUE, fill, form_of, rows
from year_run import ENVIRONMENT, FAULTS, KENSHO, expect, kensho

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
ALL = bool(os.environ.get("ALL"))
SECTION = "観光課"
UNCHANGED = "0 values would be written"


def collect(project, *files):
    return kensho("collect", "-p", project, *files, "--dry-run")


def by_libreoffice(files, folder: pathlib.Path, kind: str = "xlsx") -> list[pathlib.Path]:
    """Opened, calculated and saved by LibreOffice."""
    out = folder / f"LibreOffice-{kind}"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", out, *files],
                   capture_output=True, timeout=300, check=True)
    return [out / f"{file.stem}.{kind}" for file in files]


# What is done to a form without changing what it says.


def renamed(book, sheet):
    sheet.title = "観光課（提出）"
    del book["_kensho"]
    book.create_sheet("メモ", 0)["A1"] = "遅くなりました"


def coloured(book, sheet):
    for row in sheet.iter_rows(min_row=5, max_col=10):
        for cell in row:
            cell.fill = PatternFill("solid", fgColor="FFFFCC99")
    for column in "CDEKLM":
        sheet.column_dimensions[column].hidden = True
    sheet.protection.sheet = False
    sheet.sheet_view.zoomScale = 60


def sorted_by_value(book, sheet):
    """The blocks of the indicators in another order: codes go with their rows, the defined names do not."""
    for area in list(sheet.merged_cells.ranges):
        if area.min_row > 5:
            sheet.unmerge_cells(str(area))
    first = [row for code, row in rows(sheet).items() if code.endswith(".actual@R4") and sheet.cell(row, VALUE + 5).value == code]
    blocks = [[[sheet.cell(row + below, column).value for column in range(1, 14)] for below in range(4)] for row in first[:3]]
    for row, block in zip(first[:3], [blocks[2], blocks[0], blocks[1]]):
        for below, cells in enumerate(block):
            for column, value in enumerate(cells, 1):
                sheet.cell(row + below, column).value = value


def typed_anew(book, sheet):
    """Numbers as full-width text with units, as people type them over."""
    code = "visitors.actual@R4"
    value = sheet.cell(rows(sheet)[code], VALUE).value
    wide = f"{value:,}".translate(str.maketrans("0123456789,", "０１２３４５６７８９，"))
    fill(sheet, code, f"{wide}人 ")


def bare(file: pathlib.Path, target: pathlib.Path):
    """Values alone, as tools leave them that take everything off a file which might do harm."""
    book, sheet = form_of(file)
    naked = openpyxl.Workbook()
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                naked.active.cell(cell.row, cell.column).value = cell.value
    naked.save(target)


def play_live(project: pathlib.Path, form: pathlib.Path):
    """What LibreOffice computed in the form is what the core says, under each formula and choice of target."""
    sheet = openpyxl.load_workbook(form, data_only=True).worksheets[0]
    told = json.loads(kensho("evaluate", project, "--format", "json").stdout)
    results = {each["id"]: next(r for r in each["years"] if r["year"] == "R5") for each in told["indicators"]}
    for name, _, _ in live.INDICATORS:
        row = rows(sheet)[f"{name}.actual@R5"]
        rate, rating = (sheet.cell(row, column).value for column in (VALUE + 2, VALUE + 3))
        result = results[name]
        wanted = float(result["rate"]) if result["rate"] else None
        expect((rate in (None, "", "―") and wanted is None) or (wanted is not None and rate == wanted), f"{name}: the rate {rate} in the form, {wanted} by the core")
        band = result["rating"]
        word = f"{band['symbol']} {band['word']}" if band else None
        expect(rating == word or (word is None and rating in (None, "", "―")), f"{name}: rated {rating} in the form, {word} by the core")


def play_unchanged(project: pathlib.Path, form: pathlib.Path, folder: pathlib.Path):
    made = []
    for change in (renamed, coloured, sorted_by_value, typed_anew, lambda book, sheet: None):
        book, sheet = form_of(form)
        change(book, sheet)
        made.append(folder / f"{change.__name__.strip('<>')}.xlsx")
        book.save(made[-1])
    bare(form, folder / "bare.xlsx")
    made.append(folder / "bare.xlsx")
    saved = [form, *made] if ALL else [form, folder / "sorted_by_value.xlsx"]
    policy = (HOME / "tests/evaluate/policy.yaml").read_text()
    rates = [live.project(folder, "率", policy), live.project(folder, "現状値からの区分", live.by_baseline(policy))]
    rated = []
    for each in rates:
        run = kensho("forms", "-p", each, "--out", folder)
        expect(run.returncode == 0, f"forms of every formula: {run.stderr}")
        rated.append((folder / "調査票_令和5年度.xlsx").rename(folder / f"{each.name}.xlsx"))
    *again, first, second = by_libreoffice([*saved, *rated], folder)
    play_live(rates[0], first)
    play_live(rates[1], second)
    for file in [form, *made, *again]:
        run = collect(project, file)
        expect(run.returncode == 0 and UNCHANGED in run.stdout and "error" not in run.stdout, f"{file.parent.name}/{file.name}: {run.returncode}\n{run.stdout}{run.stderr}")
    sorted_run = collect(project, folder / "sorted_by_value.xlsx")
    expect("read by their codes" in sorted_run.stdout, f"sorted rows are not named: {sorted_run.stdout}")


def play_typed(project: pathlib.Path, form: pathlib.Path, folder: pathlib.Path):
    """One cell, as it was typed; saved by openpyxl and by LibreOffice, which may answer differently only where the table says so."""
    files = []
    for number, (typed, look, _, _) in enumerate(ANSWERS):
        book, sheet = form_of(form)
        fill(sheet, "festival.actual@R4", typed)
        if look:
            sheet.cell(rows(sheet)["festival.actual@R4"], VALUE).number_format = look
        files.append(folder / f"typed-{number}.xlsx")
        book.save(files[-1])
    again = {file.name: file for file in by_libreoffice([f for f, row in zip(files, ANSWERS) if ALL or row[3] or row[0] is True], folder)}
    for (typed, look, answer, calculated), file in zip(ANSWERS, files):
        for of, wanted in ((file, answer), (again.get(file.name), calculated or answer)):
            if of is None:
                continue
            said = collect(project, of).stdout
            expect(wanted in said, f"{typed!r} {look} by {of.parent.name}: wanted {wanted!r} in\n{said}")


def play_other_copies(project: pathlib.Path, form: pathlib.Path, folder: pathlib.Path):
    book, sheet = form_of(form)
    sheet.cell(2, DATE).value = "2024-05-20"
    sheet.cell(rows(sheet)["festival.actual@R4"], STATUS).value = "速報値"
    book.save(folder / "copy.xlsx")
    run = collect(project, form, folder / "copy.xlsx")
    expect(run.returncode == 1 and "another copy of this form says something else" in run.stdout, f"two copies: {run.stdout}")


def with_part(good: pathlib.Path, target: pathlib.Path, part: str, content: bytes):
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            out.writestr(name, content if name == part else source.read(name))


def play_hostile(project: pathlib.Path, form: pathlib.Path, folder: pathlib.Path):
    """Each is refused in a few seconds and 512 MB, with words that say what to do."""
    sheet = "xl/worksheets/sheet1.xml"
    row = b'<row r="%d"><c r="A%d"><v>1</v></c></row>'
    many = b"<worksheet><sheetData>" + b"".join(row % (n, n) for n in range(1, 1_000_001)) + b"</sheetData></worksheet>"
    parts = {
        "bomb": ("xl/styles.xml", b"<a>" * 20_000_000, "far larger than a form"),
        "nested": (sheet, b"<a>" * 200_000, ""),
        "entity": ("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', "a document type"),
        "laughs": (sheet, b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData/></worksheet>', "a document type"),
        "million": (sheet, many, ""),
        "broken": (sheet, b"<worksheet><sheetData><row r='1'><c r='A1'>", ""),
        "no-sheet": ("xl/workbook.xml", b"<workbook/>", ""),
    }
    files = {}
    for name, (part, content, words) in parts.items():
        with_part(form, folder / f"{name}.xlsx", part, content)
        files[folder / f"{name}.xlsx"] = words
    whole = form.read_bytes()
    for name, content, words in [("old.xls", b"\xd0\xcf\x11\xe0" + b"x" * 600, "one with a password"), ("empty.xlsx", b"", "is empty"),
                                 ("half.xlsx", whole[: len(whole) // 2], "is damaged"), ("page.pdf", b"%PDF-1.7", "this is a PDF")]:
        (folder / name).write_bytes(content)
        files[folder / name] = words
    files[by_libreoffice([form], folder, "ods")[0]] = ".ods"
    for file, words in files.items():
        room = "unlimited" if os.environ.get("KENSHO_SANITIZED") == "1" else 2000000  # sanitizers need more address space
        limited = f"ulimit -v {room}; exec timeout 20 '{KENSHO}' collect -p '{project}' '{file}' --dry-run"
        run = subprocess.run(["bash", "-c", limited], capture_output=True, text=True, env=ENVIRONMENT)
        expect(run.returncode == 1 and words in run.stdout and "error:" in run.stdout, f"{file.name}: {run.returncode} {run.stdout}{run.stderr}")


def play_words(folder: pathlib.Path):
    """The other sample's own form, with its rows of words, comes back with one value changed: that one is taken."""
    project = folder / "厚木"
    shutil.copytree(HOME / "samples/atsugi", project)
    kensho("forms", "-p", project, "--out", folder / "厚木の調査票")
    form = folder / "厚木の調査票/調査票_令和5年度.xlsx"
    book, sheet = form_of(form)
    fill(sheet, "births.actual@R5", 1300)
    code = sibling(sheet, "births.actual@R5", "source")
    sheet.cell(code, 2).value = "人口動態統計"
    book.save(form)
    for flags in (["--dry-run"], ["--partial"], []):
        run = kensho("collect", "-p", project, form, *flags)
        wanted = "0 values written" if not flags else "1 values would be written" if flags == ["--dry-run"] else "1 values written"
        expect(run.returncode == 0 and wanted in run.stdout and "error" not in run.stdout, f"one value of atsugi {flags}: {run.stdout[-800:]}{run.stderr[-400:]}")
    text = (project / "years/r5/actuals.yaml").read_text()
    expect('births: {value: "1,300", source: 人口動態統計}' in text, "the value and its paper did not land")


def sibling(sheet, code: str, key: str) -> int:
    """The row of what stands beside a value."""
    return rows(sheet)[code.replace(".actual@", f".{key}@")]


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        project = folder / "汐見沢"
        shutil.copytree(HOME / "samples/shiomizawa", project)
        run = kensho("forms", "-p", project, "--out", folder / "調査票")
        expect(run.returncode == 0, f"forms: {run.stderr}")
        form = folder / "調査票" / f"調査票_{SECTION}_令和4年度.xlsx"
        play_unchanged(project, form, folder)
        play_typed(project, form, folder)
        play_other_copies(project, form, folder)
        play_hostile(project, form, folder)
        play_words(folder)
    print("\n".join(FAULTS))
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
