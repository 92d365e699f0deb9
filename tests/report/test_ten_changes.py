"""The ten changes that docs/templates.md opens with, each done to a copy of the template as an officer would."""
import re
import shutil
import sys
from pathlib import Path

from run import HOME, copied, kensho, main, scratch, tool

FENCE = re.compile(r"(?ms)^```diff (\S+)(?: (\S+))?\n(.*?)^```$")


def steps(diff):
    """What is taken out, in one piece, and what stands in its place."""
    for old, new in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", diff, re.M):
        yield ("\n".join(line[1:] for line in part.splitlines()) for part in (old, new))


def volumes(project, out):
    result = kensho("build", project, "--out", out, locale="ja_JP.UTF-8")
    # A change that takes a field out leaves the city's own field without a page: that is said, and nothing else.
    doubts = set(re.findall(r"(?m): 警告: .*\[([a-z-]+)\]$", result.stderr))
    assert result.returncode == 0 and doubts <= {"unread-key"} and "エラー" not in result.stderr, result.stderr
    text = "".join(tool("pdftotext", path, "-") for path in sorted(out.glob("*.pdf")))
    return text, [path.read_bytes() for path in sorted(out.glob("*.pdf"))]


def each_change_works():
    changes = FENCE.findall((HOME / "docs/templates.md").read_text())
    assert len(changes) == 10, len(changes)
    with scratch() as folder:
        project = copied("kuzuse", folder)
        own = project / "templates/own"
        settings = project / "kensho.yaml"
        settings.write_text(re.sub(r"(?m)^template: hyouka-sheet", "template: ./templates/own", settings.read_text())
                            .replace("  workbook: kuzuse-r5.xlsx\n", ""))
        shutil.copytree(HOME / "templates/hyouka-sheet", own)
        before, pages = volumes(project, Path(folder) / "out")
        for at, (file, seen, diff) in enumerate(changes, 1):
            shutil.rmtree(own)
            shutil.copytree(HOME / "templates/hyouka-sheet", own)
            text = (own / file).read_text()
            for old, new in steps(diff):
                assert text.count(old) == 1, f"change {at}: {text.count(old)} times in {file}: {old}"
                text = text.replace(old, new)
            (own / file).write_text(text)
            after, changed = volumes(project, Path(folder) / f"out-{at}")
            assert changed != pages, f"change {at} changes nothing"
            assert not seen or after.count(seen) > before.count(seen), f"change {at}: {seen} is not seen"


sys.exit(main([each_change_works]))
