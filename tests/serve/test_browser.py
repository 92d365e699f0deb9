"""The review page in Debian's Chromium, as an officer uses it (tests/browser/serve.mjs). ALL=1: every view;
PICTURES=FOLDER keeps what was seen."""
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "report"), str(HERE.parent / "year"), str(HERE)]
from openpyxl.cell.cell import Cell  # noqa: E402
from forms_filled import ACTIVITY, RESULTS, fill, form_of, rows  # noqa: E402
from run import HOME, VIEWS, copied, in_browser, kensho, scratch  # noqa: E402
from test_serve import Served  # noqa: E402

BROWSER = HOME / "tests/browser"


def form_that_came_back(project, folder):
    """One value; what is asked of the annex is left empty."""
    sent = folder / "sent"
    result = kensho("forms", "-p", project, "--out", sent)
    assert result.returncode == 0, result.stderr
    book, sheet = form_of(sorted(sent.glob("*.xlsx"))[0])
    for code, row in rows(sheet).items():
        if ".results@" in code:
            sheet.cell(row, RESULTS).value = None
        elif isinstance(sheet.cell(row, ACTIVITY), Cell):
            sheet.cell(row, ACTIVITY).value = None
    fill(sheet, next(code for code in rows(sheet) if code.endswith(".actual@R5")), 101)
    book.save(folder / "福祉課.xlsx")
    return folder / "福祉課.xlsx"


def an_officer_works_with_it():
    with scratch() as name:
        folder = pathlib.Path(name)
        project = copied("atsugi", folder)
        form = form_that_came_back(project, folder)
        with Served(project) as served:
            told = {"address": served.address, "project": str(project), "form": str(form),
                    "views": VIEWS if os.environ.get("ALL") == "1" else ["320:light", "1280:dark"],
                    "pictures": os.environ.get("PICTURES")}
            result = subprocess.run(["node", BROWSER / "serve.mjs", json.dumps(told)], capture_output=True, text=True)
            print(result.stdout[:4000], end="")
            assert result.returncode == 0, result.stdout[:4000] + result.stderr[-2000:]


if __name__ == "__main__":
    sys.exit(in_browser([an_officer_works_with_it]))
