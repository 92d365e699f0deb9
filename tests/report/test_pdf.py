"""Both volumes judged by other programs: valid, embedded, and every published rate in its row."""
import json
import re
import subprocess
import sys
import unicodedata

import yaml

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
    """The cells of every table row of the main volume, from the tag tree as poppler reads it."""
    report = next(path for path in PDFS if "report" in path.name)
    text = subprocess.run(["pdfinfo", "-struct-text", report], capture_output=True).stdout.decode("utf-8", "replace")
    rows, row, depth = [], [], 0
    for line in text.splitlines():
        item = line.strip()
        indent = len(line) - len(line.lstrip())
        if re.match(r"TR\b", item):
            row, depth = [], indent
            rows.append(row)
        elif re.match(r"[A-Z]", item) and indent <= depth:
            row = []  # the table is over: what follows is in none of its cells
        elif re.match(r"T[HD]\b", item):
            row.append("")
        elif row and (found := re.match(r'"(.*)"$', item)):
            row[-1] += found.group(1)
    return rows


def plain(text):
    """Full-width and half-width alike, without the signs of trend."""
    return unicodedata.normalize("NFKC", text).replace(" ", "")


def indicators():
    """Id and name of every indicator of the sample, as the strategy file has them."""
    strategy = yaml.load((HOME / "samples/atsugi/strategy.yaml").read_text(), yaml.BaseLoader)
    for goal in strategy["goals"]:
        yield from ((target["id"], target["name"]) for target in goal["headline_targets"])
        for measure in goal["measures"]:
            for initiative in measure["initiatives"]:
                yield from ((kpi["id"], kpi["name"]) for kpi in initiative["kpis"])


def published_rates_in_their_rows():
    rows = table_rows()
    found = 0
    for identity, name in indicators():
        # A KPI's name has a row of its own, that of a headline target the first of its rows.
        first = next((i for i, row in enumerate(rows) if row and re.fullmatch(r"\d*" + re.escape(plain(name)), plain(row[0]))
                      and any("目標値" in each for each in rows[i:i + 2])), None)
        assert first is not None, f"no table has {name}"
        rates = next(row for row in rows[first:first + 4] if row[0] == "達成率")
        for year, published in PUBLISHED[identity].items():
            if published is None:
                continue
            column = 1 + ["R3", "R4", "R5"].index(year)
            expected = published.replace("(", "%(").replace(")", "%)") if "(" in published else published + "%"
            # The year in which an indicator was replaced has one cell for all that follow.
            assert plain(rates[column]) == expected, f"{name} {year}: {rates[column]} instead of {expected}"
            found += 1
    assert found == 152, found


sys.exit(main([volumes, valid, fonts_embedded, published_rates_in_their_rows]))
