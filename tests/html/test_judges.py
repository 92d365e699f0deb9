"""The web edition before its judges: html-validate, and axe-core in Debian's Chromium (tests/browser)."""
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from test_web import with_web  # noqa: E402
from run import HOME, VIEWS, build, in_browser, scratch  # noqa: E402

BROWSER = HOME / "tests/browser"


def judged(page, views):
    result = subprocess.run(["node", BROWSER / "judge.mjs", page, *views], capture_output=True, text=True)
    assert result.returncode == 0, f"{page.name}: {result.stdout[:4000]}{result.stderr[-2000:]}"


def nobody_finds_fault():
    whole = os.environ.get("ALL") == "1"
    for sample, views in (("atsugi", ["320:light"]), ("shiomizawa", ["1280:dark"])):
        with scratch() as folder:
            where = with_web(sample, folder)
            out = pathlib.Path(folder) / "out"
            made = [path for path in build(where, out, *([] if whole else ["--volume", "web"])) if path.suffix == ".html"]
            for page in made:
                judged(page, VIEWS if whole else views)


if __name__ == "__main__":
    sys.exit(in_browser([nobody_finds_fault]))
