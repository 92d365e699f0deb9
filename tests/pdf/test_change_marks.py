"""build --marks: the pages that differ carry marks and say so, the words stay, and the PDF passes the checker."""
import json
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parent.parent / "report")]
from checker import check  # noqa: E402
from run import build, copied, kensho, main, scratch, tool  # noqa: E402

SPOKEN = "変更".encode("utf-16-be").hex()


def pictures(pdf, folder):
    """The pages as pictures, by number."""
    folder.mkdir()
    tool("pdftoppm", "-r", "40", pdf, folder / "p")
    return {int(path.stem.split("-")[1]): path.read_bytes() for path in folder.iterdir()}


def what_changed_is_marked():
    with scratch() as name:
        folder = pathlib.Path(name)
        project = copied("shiomizawa", folder)
        kept = kensho("freeze", "提出", project)
        assert kept.returncode == 0, kept.stderr
        actuals = project / "years/r4/actuals.yaml"
        text = actuals.read_text()
        value = re.search(r"^  [a-z-]+: ([0-9]+)$", text, re.M)
        actuals.write_text(f"{text[:value.start(1)]}{int(value[1]) + 1}{text[value.end(1):]}")
        plain = build(project, folder / "plain", "--volume", "main")[0]
        marked = build(project, folder / "marked", "--volume", "main", "--marks", "提出")[0]
        assert tool("pdftotext", "-layout", plain, "-") == tool("pdftotext", "-layout", marked, "-")
        assert not check(marked), check(marked)[:5]
        # Marks stand on the pages where something differs, and on no other.
        changes = json.loads(kensho("diff", "提出", "-p", project, "--format", "json").stdout)
        there = [each["after"] for each in changes["places"] if each["kind"] != "running-head" and each["after"]]
        wanted = {area["page"] for side in there if side.get("volume") == "main" for area in side["areas"]}
        before, after = pictures(plain, folder / "a"), pictures(marked, folder / "b")
        assert before.keys() == after.keys()
        assert wanted and {page for page in before if before[page] != after[page]} == wanted, wanted
        told = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", marked, "-"], capture_output=True, check=False)
        spoken = told.stdout.decode("latin1").lower().count(f"<feff{SPOKEN}>")
        assert len(wanted) <= spoken <= len(there), (spoken, len(wanted), len(there))
        again = build(project, folder / "again", "--volume", "main", "--marks", "提出")[0]
        assert again.read_bytes() == marked.read_bytes()
        unknown = kensho("build", project, "--marks", "なし", "--out", folder / "none")
        assert unknown.returncode == 1 and "なし" in unknown.stderr, unknown.stderr


if __name__ == "__main__":
    sys.exit(main([what_changed_is_marked]))
