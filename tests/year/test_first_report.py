"""docs/first-report.md: the transcript of a stranger's first five minutes is what the program says. UPDATE=1 writes it anew."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from terminal import answered

KENSHO = os.environ["KENSHO"]
PAGE = pathlib.Path(os.environ["KENSHO_HOME"]) / "docs/first-report.md"
ENVIRONMENT = dict(os.environ, LC_ALL="ja_JP.UTF-8", LANGUAGE="")


def transcript(folder: pathlib.Path, answers: list[str]) -> str:
    os.chdir(folder)
    out = "$ kensho new 検証\n" + answered([KENSHO, "new", "検証"], answers, ENVIRONMENT)[1]
    os.chdir(folder / "検証")
    out += "$ cd 検証\n"
    for command in ("build --draft", "check"):
        run = subprocess.run([KENSHO, *command.split()], capture_output=True, text=True, env=ENVIRONMENT)
        out += f"$ kensho {command}\n" + run.stdout + run.stderr
    pdf = (folder / "検証/out/令和5年度報告書-案.pdf").read_bytes()
    assert pdf.startswith(b"%PDF"), "no PDF was made"
    return out


def main() -> int:
    page = PAGE.read_text()
    answers = re.search(r"<!-- 答え: (.*) -->", page)[1].split("|")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        said = "\n".join(line.rstrip() for line in transcript(pathlib.Path(name), answers).splitlines()) + "\n"
    print(f"the machine's part took {time.monotonic() - began:.1f} s")
    block = re.search(r"```console\n(.*?)```", page, re.S)
    if os.environ.get("UPDATE"):
        PAGE.write_text(page[: block.start(1)] + said + page[block.end(1) :])
        return 0
    years = re.compile(r"(?<= \[)R[-R0-9]+(?=\])")  # what is offered hangs on today's date
    if years.sub("", block[1]) == years.sub("", said):
        return 0
    print("docs/first-report.md shows something else than:\n" + said)
    return 1


if __name__ == "__main__":
    sys.exit(main())
