"""The commands of the year at fault: forms, collect, new and freeze, cut off, refused, or given what asks for much. By hand,
with the number of places of each system call that are tried: test_year.py 20."""
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import zipfile

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
KENSHO = os.environ["KENSHO"]
for other in ("tests/report", "tests/year"):
    sys.path.insert(0, str(HOME / other))
from forms_filled import VALUE, fill, form_of, rows  # noqa: E402
from run import SANITIZED, copied, kensho, main, scratch  # noqa: E402

SECONDS, BYTES = 20, 2 << 30
MOST = int(sys.argv[1]) if len(sys.argv) > 1 else 1
CALLS = ["openat", "write", "fsync", "renameat", "linkat", "unlinkat", "mkdir"]


def is_schema(path):
    return path.parts[0] == "schema" or path.name == ".kensho"


def content(folder):
    """All but the schemas for editors, which `new` makes when the project is there and `kensho schema` makes again."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and not is_schema(p.relative_to(folder))}


def values_of(sheet):
    """The codes of the KPIs' values; a value of an activity stands elsewhere, beside merged cells."""
    return [code for code, row in rows(sheet).items()
            if ".actual@" in code and sheet.cell(row, VALUE).coordinate not in sheet.merged_cells]


def filled_form(folder, project):
    """A form that came back, with values that the project does not have yet."""
    sent = folder / "sent"
    result = kensho("forms", "-p", project, "--out", sent)
    assert result.returncode == 0, result.stderr
    path = sorted(sent.glob("*.xlsx"))[0]
    book, sheet = form_of(path)
    for at, code in enumerate(values_of(sheet)):
        fill(sheet, code, 101 + at)
    for code, row in rows(sheet).items():
        if code.endswith(".results@R4"):
            sheet.cell(row, 2).value = "講座を開いた"
    book.save(folder / "back.xlsx")
    return folder / "back.xlsx"


def traced(inject, *arguments):
    return subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={inject.split(':')[0]}", "-e",
                           f"inject={inject}", KENSHO, *map(str, arguments)], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"})


def places_of(project, arguments):
    """How often each system call is made by a run that nothing disturbs."""
    log = project.parent / "calls"
    subprocess.run(["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join(CALLS), KENSHO,
                    *map(str, arguments)], capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    made = re.findall(r"^\d+ +(\w+)\(", log.read_text(errors="replace"), re.M)
    return {call: made.count(call) for call in CALLS}


def all_old_or_all_new(prepare, arguments_of, most):
    """Killed, and answered with a fault, at up to `most` places of each call: the last ones, where files are exchanged."""
    with scratch() as name:
        folder = pathlib.Path(name)
        kept, project = folder / "kept", folder / "project"
        prepare(folder, kept)
        arguments = arguments_of(folder, project)

        def reset():
            shutil.rmtree(project, ignore_errors=True)
            if kept.exists():
                shutil.copytree(kept, project)
        reset()
        old = content(project) if project.exists() else {}
        assert kensho(*arguments).returncode == 0
        new = content(project)
        assert new != old
        reset()
        counts = places_of(project, arguments)
        ends = set()
        for call, count in counts.items():
            for at in range(max(1, count - most + 1), count + 1):
                for fault in ("signal=KILL", "error=EIO"):
                    reset()
                    what = f"{call}:{fault}:when={at}"
                    result = traced(what, *arguments)
                    if fault != "signal=KILL":
                        assert result.returncode in (0, 1, 2), (what, result.returncode)
                        assert result.returncode == 0 or result.stderr.strip(), what
                    kensho("check", project)  # the next command of all
                    now = content(project) if project.exists() else {}
                    stages = [key for key in now if key.startswith(".kensho-")]
                    assert not stages, (what, stages)
                    assert now in (old, new), (what, sorted(k for k in now | new if now.get(k) != new.get(k)))
                    assert result.returncode != 0 or now == new, what
                    ends.add(now == new)
        assert True in ends and (MOST == 1 or False in ends), ends


def collect_is_all_or_nothing():
    def prepare(folder, kept):
        shutil.copytree(HOME / "samples/shiomizawa", kept)
        filled_form(folder, kept)
    all_old_or_all_new(prepare, lambda folder, project: ["collect", "-p", project, folder / "back.xlsx"], MOST)


def a_new_project_is_all_or_nothing():
    all_old_or_all_new(lambda folder, kept: None, lambda folder, project: [
        "new", project, "--city", "試験市", "--code", "123455", "--period", "R3-R8", "--year", "R5", "--goal", "人を呼ぶ"], MOST)


def an_edition_is_kept_whole_or_not():
    """A new edition, and one that stands where another stood."""
    def prepare(folder, kept):
        shutil.copytree(HOME / "samples/shiomizawa", kept)

    def prepare_second(folder, kept):
        prepare(folder, kept)
        assert kensho("freeze", "会議提出", kept, "--draft").returncode == 0
        year = kept / "years/r3.yaml"
        year.write_text(year.read_text().replace("employees: 2,812", "employees: 2,821"))
    all_old_or_all_new(prepare, lambda folder, project: ["freeze", "会議提出", project, "--draft"], MOST)
    all_old_or_all_new(prepare_second, lambda folder, project: ["freeze", "会議提出", project, "--draft", "--force"], MOST)


def a_form_that_is_being_filled_in_is_not_written_over():
    with scratch() as name:
        folder = pathlib.Path(name)
        project, sent = copied("shiomizawa", folder), folder / "sent"
        assert kensho("forms", "-p", project, "--out", sent).returncode == 0
        assert kensho("forms", "-p", project, "--out", sent).returncode == 0, "its own forms are made anew"
        begun = sorted(sent.glob("*.xlsx"))[0]
        book, sheet = form_of(begun)
        fill(sheet, values_of(sheet)[0], 7)
        book.save(begun)
        before = content(sent)
        result = kensho("forms", "-p", project, "--out", sent)
        assert result.returncode == 2 and "was changed since kensho made it" in result.stderr, result.stderr
        assert content(sent) == before
        assert kensho("forms", "-p", project, "--out", sent, "--force").returncode == 0 and content(sent) != before


def sheet_xml(rows_of_it, more=""):
    return ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + rows_of_it +
            "</sheetData>" + more + "</worksheet>").encode()


HEAD = "<row r='1'><c r='A1' t='inlineStr'><is><t>指標</t></is></c><c r='B1' t='inlineStr'><is><t>R5目標値</t></is></c></row>"
MANY_STRINGS = "".join("<row>" + "<c t='s'><v>0</v></c>" * 1_000 + "</row>" for _ in range(190))
BOMBS = {
    "a million rows": {"xl/worksheets/sheet1.xml": sheet_xml(HEAD + "<row/>" * 1_000_000)},
    "the last row of all": {"xl/worksheets/sheet1.xml": sheet_xml(HEAD + "<row r='4294967295'><c><v>1</v></c></row>")},
    "row 0": {"xl/worksheets/sheet1.xml": sheet_xml(HEAD + "<row r='0'><c><v>1</v></c></row>")},
    "a far cell": {"xl/worksheets/sheet1.xml": sheet_xml(HEAD + "<row><c r='AAAA19999999'><v>1</v></c></row>")},
    "300,000 cells": {"xl/worksheets/sheet1.xml": sheet_xml(("<row>" + "<c><v>1</v></c>" * 1_000 + "</row>") * 300)},
    "a long text in 190,000 cells": {
        "xl/worksheets/sheet1.xml": sheet_xml(MANY_STRINGS),
        "xl/sharedStrings.xml": b"<sst><si><t>" + "あ".encode() * 1_000_000 + b"</t></si></sst>"},
    "400,000 merged areas": {"xl/worksheets/sheet1.xml": sheet_xml(HEAD, "<mergeCells>" + "<mergeCell ref='A1:A2'/>" * 400_000 + "</mergeCells>")},
    "everything merged": {"xl/worksheets/sheet1.xml": sheet_xml(HEAD, "<mergeCells>" + "<mergeCell ref='A1:XFD1048576'/>" * 100 + "</mergeCells>")},
    "elements in one another": {"xl/worksheets/sheet1.xml": b"<a>" * 2_000_000},
    "a number format of zeros": {"xl/styles.xml": b"<styleSheet><numFmts><numFmt numFmtId='200' formatCode='0." + b"0" * 5_000_000 +
                                 b"'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs></styleSheet>",
                                 "xl/worksheets/sheet1.xml": sheet_xml("<row>" + "<c s='0'><v>1</v></c>" * 1_000 + "</row>")},
    "entities": {"xl/worksheets/sheet1.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + sheet_xml("")},
    "17 MB in one part": {"xl/worksheets/sheet1.xml": b" " * 17_000_000},
    "80 MB in parts": {f"xl/worksheets/sheet{i}.xml": b" " * 10_000_000 for i in range(1, 9)},
    "3,000 parts": {f"xl/worksheets/sheet{i}.xml": b"<a/>" for i in range(1, 3_000)},
}


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def small_files_that_ask_for_much_are_refused():
    """As a form that came back, and as an office's list."""
    with scratch() as name:
        folder = pathlib.Path(name)
        project = copied("shiomizawa", folder)
        good = filled_form(folder, project)
        before = content(project)
        for what, parts in BOMBS.items():
            bomb = folder / "bomb.xlsx"
            with zipfile.ZipFile(good) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
                for part in old.namelist():
                    if part not in parts:
                        new.writestr(part, old.read(part))
                for part, bytes_of_it in parts.items():
                    new.writestr(part, bytes_of_it)
            for arguments in (["collect", "-p", project, bomb], ["new", folder / "fresh", "--from", bomb]):
                shutil.rmtree(folder / "fresh", ignore_errors=True)
                result = kensho(*arguments, preexec_fn=limits)
                said = result.stdout + result.stderr
                assert result.returncode in ((1,) if arguments[0] == "collect" else (0, 1)), (what, arguments[0], result.returncode, said[-300:])
                assert said.strip() and len(said) < 100_000, (what, arguments[0], len(said))
            assert content(project) == before, what


sys.exit(main([collect_is_all_or_nothing, a_new_project_is_all_or_nothing, an_edition_is_kept_whole_or_not,
               a_form_that_is_being_filled_in_is_not_written_over, small_files_that_ask_for_much_are_refused]))
