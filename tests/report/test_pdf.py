"""Both volumes judged by other programs: valid, embedded, and every published rate in its row."""
import json
import pathlib
import re
import subprocess
import sys

from run import HOME, build, main, scratch, tool

FOLDER = scratch()
FILES = build(HOME / "samples/atsugi", FOLDER.name)
PDFS = [path for path in FILES if path.suffix == ".pdf"]
PUBLISHED = json.loads((HOME / "tests/report/published.json").read_text())["indicators"]


def volumes():
    assert len(PDFS) >= 3, FILES


def valid():
    for path in PDFS:
        tool("qpdf", "--check", path)


def fonts_embedded():
    for path in PDFS:
        rows = tool("pdffonts", path).splitlines()[2:]
        assert rows, path.name
        for row in rows:
            embedded, subset, unicode = row.split()[-5:-2]
            assert (embedded, subset, unicode) == ("yes", "yes", "yes"), row


def table_rows():
    """The text of every table row of the main volume, cells joined by a bar, from the tag tree."""
    text = tool("pdfinfo", "-struct-text", next(p for p in PDFS if "report" in p.name))
    rows, row = [], None
    for line in text.splitlines():
        stripped = line.strip()
        if re.fullmatch(r"TR( .*)?", stripped):
            row = []
            rows.append(row)
        elif row is not None and re.fullmatch(r"T[HD]( .*)?", stripped):
            row.append("")
        elif row and (found := re.match(r'"(.*)"$', stripped)):
            row[-1] += found.group(1)
    return rows


sys.exit(main([volumes, valid, fonts_embedded]))
