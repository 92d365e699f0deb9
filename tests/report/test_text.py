"""Text out is text in: the authors' words, character for character and in order, as poppler reads and copies them."""
import collections
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import yaml

from run import HOME, build, main, scratch

FOLDER = scratch()
DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def plain(text):
    """Digits of one width: the numerals belong to the volume."""
    return text.translate(DIGITS)


def structure_text(path):
    out = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True).stdout
    lines = out.replace(b"\0", b"").decode("utf-8", "replace").splitlines()
    return plain("".join(found.group(1) for line in lines[1:] if (found := re.match(r'\s*"(.*)"$', line))))


def volumes(sample):
    out = f"{FOLDER.name}/{sample}"
    return {path.stem.rsplit("-", 1)[1]: structure_text(path)
            for path in build(HOME / "samples" / sample, out) if path.suffix == ".pdf"}


TEXTS = {sample: volumes(sample) for sample in ("atsugi", "shiomizawa")}


def copied_text(path):
    return plain(subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True).stdout)


def load(path):
    return yaml.load(path.read_text(), yaml.BaseLoader)


def leaves(node):
    """The texts; `bands` only says that the table of bands stands there, `indicator` whose rating stands beside."""
    if isinstance(node, dict):
        node = [child for key, child in node.items() if key not in ("bands", "indicator")]
    if isinstance(node, str):
        yield node
    else:
        for child in node:
            yield from leaves(child)


def pattern(text):
    """What an author wrote; a {binding} stands for a few characters that evaluate gives."""
    return ".{1,60}?".join(re.escape(plain(part)) for part in re.split(r"\{.*?\}", text))


def missing(texts, volume, in_order=True):
    """Those of `texts` that do not follow each other in the volume."""
    at, result = 0, []
    for text in texts:
        found = re.compile(pattern(text)).search(volume, at if in_order else 0)
        if found:
            at = found.end()
        else:
            elsewhere = re.search(pattern(text), volume)
            result.append(f"{'out of order' if elsewhere else 'missing'}: {text}")
    return result


def listed(faults):
    assert not faults, f"{len(faults)} faults\n  " + "\n  ".join(faults[:40])


def narrative(sample):
    found = next((HOME / "samples" / sample / "years").rglob("narrative.yaml"))
    return load(found)


def narratives():
    for sample, texts in TEXTS.items():
        tree = narrative(sample)
        digest, citizens = tree.pop("digest"), tree.pop("citizens", None)
        tree.pop("cover", None)  # is no text but stands for a picture
        listed(missing(leaves(tree), texts["report"]))
        listed(missing(leaves(digest), texts["digest"]))
        if citizens is not None:
            listed(missing(leaves(citizens), texts["citizens"]))


def flowing(copied):
    """Without folios and running heads, so that a paragraph goes on from page to page."""
    pages = [[line for line in page.splitlines() if line.strip()] for page in copied.split("\f")]
    often = collections.Counter(line for page in pages for line in set(page[:4]))

    def furniture(page, at):
        at_edge = at < 4 or at >= len(page) - 2
        return at_edge and (often[page[at]] > 2 or re.fullmatch(r"\s*([0-9]+|[ivxl]+)\s*", page[at]))
    return "\n".join(line for page in pages for at, line in enumerate(page) if not furniture(page, at))


def copied_text_has_no_blank_of_its_own():
    """A line end stands anywhere, a blank only where the author put one."""
    texts = list(leaves(narrative("atsugi")))
    assert len(texts) > 60, len(texts)
    copied = "\n".join(flowing(copied_text(path)) for path in (Path(FOLDER.name) / "atsugi").glob("*.pdf"))
    faults = []
    for text in texts:
        parts = re.split(r"\{.*?\}", plain(text))
        known = ["\n?".join(r"\s" if character.isspace() else re.escape(character) for character in part) for part in parts]
        if not re.search(r"[\s\S]{1,60}?".join(known), copied):
            faults.append(text)
    listed(faults)


def picture_on_the_cover_is_described():
    report = next(Path(FOLDER.name, "shiomizawa").glob("*-report.pdf"))
    with pikepdf.open(report) as pdf:
        nodes = [node for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/Alt" in node]
        described = [str(node["/Alt"]) for node in nodes]
    assert narrative("shiomizawa")["cover"] in described, described


def project_files(sample):
    return [load(path) for path in sorted((HOME / "samples" / sample).rglob("projects/goal-*.yaml"))]


def entries(nodes):
    """With what a reprint does not say itself taken from what it reprints."""
    nodes = list(nodes)
    known = {node["id"]: node for node in nodes if "id" in node}
    for node in nodes:
        yield {**known[node["reprint_of"]], **node} if "reprint_of" in node else node


def projects(sample):
    return list(entries(project for goal in project_files(sample) for measure in goal["measures"]
                        for initiative in measure["initiatives"] for project in initiative["projects"]))


def project_texts(project, content=True):
    """What a row of the annex says, in the order of its columns; an indicator of the strategy goes by its own name."""
    if content:
        yield from leaves(project.get("content", []))
    yield project["name"]
    for result in project.get("results", []):
        yield from leaves(result)
    for indicator in project.get("indicators", []):
        yield from leaves(indicator.get("name", []))


def annex_reads_as_written():
    # What a list of its own begins with is its label, without the blank behind it.
    texts = [re.sub("^([①-⑳]) ", r"\1", text) for project in projects("atsugi") for text in project_texts(project)]
    assert len(texts) > 800, len(texts)
    listed(missing(texts, TEXTS["atsugi"]["annex"]))


def list_holds_every_project():
    """By section of the town office, without the contents of the projects."""
    for project in projects("shiomizawa"):
        listed(missing(project_texts(project, content=False), TEXTS["shiomizawa"]["list"]))


def strategy_in_order():
    """The indicators and the headline targets."""
    for sample, texts in TEXTS.items():
        goals = load(HOME / "samples" / sample / "strategy.yaml")["goals"]
        kpis = list(entries(kpi for goal in goals for measure in goal["measures"] for initiative in measure["initiatives"]
                            for kpi in initiative["kpis"]))
        names = [kpi["name"] for kpi in kpis]
        assert len(names) > 10, names
        listed(missing(names, texts["report"]))
        listed(missing([target["name"] for goal in goals for target in goal["headline_targets"]], texts["report"]))


def likenesses_stay_apart():
    """Signs that look alike and characters with variation selectors are what the authors typed."""
    for sample, texts in TEXTS.items():
        printed = "".join(texts.values())
        tree = narrative(sample)
        source = plain("".join(leaves([tree, [list(project_texts(project)) for project in projects(sample)]])))
        for sign in "―—～〜￥¥\U000e0100\U000e0101":
            for context in re.findall(rf"[^{{}}]?{sign}[^{{}}]?", source):
                assert context in printed, f"{sample}: {context!r} is not printed"


sys.exit(main([narratives, picture_on_the_cover_is_described, annex_reads_as_written, list_holds_every_project,
               strategy_in_order, likenesses_stay_apart, copied_text_has_no_blank_of_its_own]))
