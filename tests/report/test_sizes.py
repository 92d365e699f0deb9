"""Plans of 1 to 12 goals with 0 to 12 headline targets each and long names, in every template: no ink meets other ink or
leaves its page, no heading stands without what it heads, no figure stands on two pages or draws beyond its box, a
volume that wants one page has one or says so, and a report takes no more than 16 pages and 8 a goal.

Six plans; ALL=1 makes all 16 of the matrix and four more in all three. KENSHO_SIZES=FOLDER
keeps the pages."""
import os
import re
import sys
from pathlib import Path

from lines import Document, heads_nothing, meeting_ink, off_the_page, text_of
from plans import extreme, plan, write
from run import HOME, kensho, main, scratch

sys.path.insert(0, str(HOME / "tests/pdf"))
from checker import check  # noqa: E402

ALL = os.environ.get("ALL") == "1"
VOLUMES = {"kouka-kensho": ["main", "digest", "citizens"], "gaiyou": ["main", "digest"], "hyouka-sheet": ["main"]}

# Of a digest, where it is not one: template and whether there are more than four goals.
MOST_PAGES = {("gaiyou", True): 2}


def matrix():
    """(template, name, files, volumes)"""
    if not ALL:
        yield "kouka-kensho", "extreme", extreme(plan("kouka-kensho", 1, 1, kpis=4)), VOLUMES["kouka-kensho"]
        yield "kouka-kensho", "5-goals-5-targets", plan("kouka-kensho", 5, 5, kpis=1), ["main"]
        yield "gaiyou", "2-goals-3-targets", plan("gaiyou", 2, 3, kpis=2), VOLUMES["gaiyou"]
        yield "kouka-kensho", "latin", plan("kouka-kensho", 1, 1, kpis=1, latin=True), VOLUMES["kouka-kensho"]
        yield "kouka-kensho", "12-goals-12-targets", plan("kouka-kensho", 12, 12, kpis=1), VOLUMES["kouka-kensho"]
        yield "kouka-kensho", "long-list", plan("kouka-kensho", 3, 0, kpis=25, long=False), ["main"]
        return
    for template in VOLUMES:
        for goals in (1, 2, 5, 12):
            for targets in (0, 1, 3, 12):
                yield template, f"{goals}-goals-{targets}-targets", plan(template, goals, targets), VOLUMES[template]
        for name, files in (("short", plan(template, 3, 2, long=False)), ("latin", plan(template, 2, 1, latin=True)),
                            ("many-kpis", plan(template, 2, 2, kpis=14)), ("extreme", extreme(plan(template, 2, 2, kpis=8)))):
            yield template, name, files, VOLUMES[template]


def torn(document):
    """A count that its rating does not stand before, a change that its word does not."""
    for block in document.blocks:
        for line in block.lines[1:] if "Figure" not in block.trail else ():
            if re.match(r"\d+\s+[^A-Za-z]|[+△−-]?[\d.]+\s*ポイント", text_of(line)):
                yield f"{document.path.name} page {line[0].page}: {text_of(line)} is torn from what stands before it"


def parted(document):
    """Numbers that go on on the next line."""
    for block in document.blocks:
        for line, after in zip(block.lines, block.lines[1:]) if "Figure" not in block.trail else ():
            if re.search(r"[0-9０-９][,，]?\s*$", text_of(line)) and re.match(r"[,，]?[0-9０-９]{3}(?![0-9０-９])", text_of(after)):
                yield f"{document.path.name} page {line[0].page}: {text_of(line)} | {text_of(after)} is one number"


def unnamed(document):
    """Pages of the KPI一覧 whose first row has no 施策 before its number."""
    for page, rows in rows_of_matrix(document).items():
        first = max(y for y, _, text in rows if re.fullmatch(r"\d+", text))
        if not any(-3 < y - first < 25 and re.fullmatch(r"\d+-\d+", text) for y, _, text in rows):
            yield f"{document.path.name} page {page}: the first row of the KPI一覧 names no 施策"


def rows_of_matrix(document):
    """(y, x, text) of what stands in the columns 施策 and No., by page."""
    pages = {}
    for line in document.lines():
        pages.setdefault(line[0].page, []).append((line[0].y, line[0].x, text_of(line)))
    heads = {page: y for page, lines in pages.items() if any(text.endswith("頁") for *_, text in lines)
             for y, _, text in lines if text.startswith("施策")}
    return {page: [(y, x, text) for y, x, text in pages[page] if y < head and x < 100] for page, head in heads.items()}


def every_size():
    faults, too_long = [], 0
    for template, name, files, volumes in matrix():
        with scratch() as folder:
            files["kensho.yaml"]["outputs"] = {volume: f"{volume}.pdf" for volume in volumes}
            keep = os.environ.get("KENSHO_SIZES")
            out = Path(keep) / template / name if keep else Path(folder) / "out"
            result = kensho("build", write(files, Path(folder) / "plan"), "--out", out)
            label = f"{template} {name}"
            if result.returncode != 0:
                faults.append(f"{label}: {result.stderr[:600]}")
                continue
            too_long += "digest.yaml" in result.stderr
            for volume in volumes:
                document = Document(out / f"{volume}.pdf")
                found = [*check(out / f"{volume}.pdf"), *off_the_page(document), *meeting_ink(document), *heads_nothing(document), *torn(document), *unnamed(document), *parted(document)]
                if volume == "main" and len(document.boxes) > 16 + 8 * len(files["strategy.yaml"]["goals"]):
                    found.append(f"{len(document.boxes)} pages")
                most = MOST_PAGES.get((template, len(files["strategy.yaml"]["goals"]) > 4), 1)
                if volume == "digest" and len(document.boxes) > most and "digest.yaml" not in result.stderr:
                    found.append(f"{len(document.boxes)} pages, and nothing is said of it")
                faults += [f"{label} {volume}: {fault}" for fault in found[:6]]
    assert too_long, "no digest of twelve goals says that it has more than its page"
    assert not faults, f"{len(faults)} faults\n  " + "\n  ".join(faults[:80])


def the_bands_stand_with_their_text():
    """Contents of one to nine goals move 評価の方法 of gaiyou down its page: the table of the bands never stands overleaf."""
    apart = []
    for goals in range(1, 10):
        files = plan("gaiyou", goals, 0, kpis=1)
        files["kensho.yaml"]["outputs"] = {"main": "main.pdf"}
        with scratch() as folder:
            result = kensho("build", write(files, Path(folder) / "plan"), "--out", folder)
            assert result.returncode == 0, result.stderr[:600]
            blocks = Document(Path(folder) / "main.pdf").blocks
        text = [block.lines[0][0].page for block in blocks if block.text() == "評価の方法" and re.match(r"H\d", block.trail[-1])]
        table = [block.lines[0][0].page for block in blocks if block.text() == "60％未満"]
        assert len(text) == 1 and table, f"{goals} goals: {text} {table}"
        if {*text} != {*table}:
            apart.append(f"{goals} goals: the text on page {text[0]}, the table on {table}")
    assert not apart, "\n  ".join(apart)


if __name__ == "__main__":
    sys.exit(main([every_size, the_bands_stand_with_their_text]))
