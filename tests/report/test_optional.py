"""A key that may be left out leaves nothing behind: no empty brackets, no cell that is only a ground, no heading over nothing.
Each optional key of the schemas is taken out of a project that has them all: one of each file at a time, and all together."""
import os
import pathlib
import re
import subprocess
import sys

import pikepdf
import yaml

sys.path[:0] = [str(pathlib.Path(__file__).parent.parent), str(pathlib.Path(__file__).parent.parent / "pdf")]
from check_structure import HEADINGS, Element  # noqa: E402
from content_reader import Reader, apply  # noqa: E402
from marks import VOLUMES, project, volumes  # noqa: E402
from run import main, scratch  # noqa: E402
from schemas import load, validators  # noqa: E402

FILES = {"kensho.yaml": "kensho", "strategy.yaml": "strategy", "policy.yaml": "policy", "annex.yaml": "projects",
         "r4.yaml": "year", "r5.yaml": "year"}
# Others refer to it or are written in its words, so the rest of the project would be wrong without it.
NEEDED = {"narrative", "projects", "statuses", "class_bands", "id", "reprint_of", "kpi", "indicators", "headline_targets", "kpis",
          "from", "tolerance", "formula", "valid", "sum_of"}
EMPTY = re.compile(r"【】|（）|「」|～～|\(\)|〔〕|『』|（、|、）|：。")
CHECKS = validators()


def optional_keys(node):
    """The names of properties that may be left out, anywhere in a schema."""
    found = set()
    if isinstance(node, dict):
        required = set(node.get("required", []))
        if isinstance(node.get("properties"), dict):
            found |= set(node["properties"]) - required
        for part in node.values():
            found |= optional_keys(part)
    if isinstance(node, list):
        for part in node:
            found |= optional_keys(part)
    return found


def without(tree, keys):
    if isinstance(tree, dict):
        return {key: without(value, keys) for key, value in tree.items() if key not in keys}
    return [without(item, keys) for item in tree] if isinstance(tree, list) else tree


def used(tree):
    if isinstance(tree, dict):
        return set(tree) | {key for value in tree.values() for key in used(value)}
    return {key for item in tree for key in used(item)} if isinstance(tree, list) else set()


class Grounds(Reader):
    """Filled rectangles outside figures, and where anything stands on them."""

    def paint(self, name):
        drawing = any(tag == "Figure" for tag, *_ in self.stack)
        for polygon in self.path:
            points = [apply(self.ctm, x, y) for x, y in polygon]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            self.marks = getattr(self, "marks", [])
            self.grounds = getattr(self, "grounds", [])
            self.marks.append((sum(xs) / len(xs), sum(ys) / len(ys)))
            box = (min(xs), min(ys), max(xs), max(ys))
            filled = name in ("f", "F", "f*") and len(polygon) == 4 and self.fill != (1.0, 1.0, 1.0)
            if filled and not drawing and box[2] - box[0] > 10 and box[3] - box[1] > 9:
                self.grounds.append((box, len(self.marks)))
        super().paint(name)

    def bare(self):
        """Boxes on which nothing was drawn after them."""
        found = []
        for (left, low, right, high), after in getattr(self, "grounds", []):
            stands = [(glyph.x, glyph.y) for glyph in self.content.glyphs] + self.marks[after:]
            if not any(left <= x <= right and low <= y <= high for x, y in stands):
                found.append(tuple(round(v) for v in (left, low, right, high)))
        return found


def blocks(element):
    for kid in element.kids:
        if isinstance(kid, Element):
            if kid.type in HEADINGS or kid.type in ("P", "L", "Table", "TOC", "Figure"):
                yield kid.type
            if kid.type not in HEADINGS:
                yield from blocks(kid)


def lonely_headings(pdf):
    order = list(blocks(Element(pdf.Root["/StructTreeRoot"]["/K"], None, [])
                        if not isinstance(pdf.Root["/StructTreeRoot"]["/K"], pikepdf.Array)
                        else Element(pdf.Root["/StructTreeRoot"]["/K"][0], None, []))) + ["H1"]
    return [f"{one} before {two}" for one, two in zip(order, order[1:])
            if one in HEADINGS and two in HEADINGS and two <= one]


def faults_of(path):
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True).stdout
    faults = [f"{found.group()} in …{line}" for line in text.splitlines() if (found := EMPTY.search(line))]
    with pikepdf.open(path) as pdf:
        faults += lonely_headings(pdf)
        for number, page in enumerate(pdf.pages, 1):
            faults += [f"page {number}: nothing on the ground {box}" for box in Grounds(page).bare()]
    return faults


def variants():
    """What is left out: the file, and its keys."""
    for file, schema in FILES.items():
        keys = optional_keys(CHECKS[f"{schema}.schema.json"].schema)
        if schema in ("strategy", "projects", "year"):
            keys |= optional_keys(CHECKS["common.schema.json"].schema)
        tree = load((pathlib.Path(__file__).parent / "marks" / file).read_text())
        keys = sorted((keys & used(tree)) - NEEDED)
        valid = [key for key in keys if CHECKS[f"{schema}.schema.json"].is_valid(without(tree, {key}))]
        yield from ((file, {key}) for key in valid)


def built(template, left_out):
    """The faults of all volumes, with keys left out of files."""
    with scratch() as folder:
        where = project(template, folder)
        for file, keys in left_out.items():
            tree = without(load((where / file).read_text()), keys)
            (where / file).write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10000))
        try:
            files = volumes(where, pathlib.Path(folder) / "out")
        except AssertionError as error:
            return [str(error)]
        return [f"{name}: {fault}" for name, path in files.items() for fault in faults_of(path)]


def without_headline_targets(template):
    """Of one goal there are none in the project; here of no goal."""
    with scratch() as folder:
        where = project(template, folder)
        tree = load((where / "strategy.yaml").read_text())
        gone = [target["id"] for goal in tree["goals"] for target in goal.pop("headline_targets", [])]
        (where / "strategy.yaml").write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10000))
        for year in ("r4.yaml", "r5.yaml"):
            tree = without(load((where / year).read_text()), set(gone))
            (where / year).write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10000))
        files = volumes(where, pathlib.Path(folder) / "out")
        return [f"{name}: {fault}" for name, path in files.items() for fault in faults_of(path)]


def check(cases):
    faults = []
    for template in VOLUMES:
        for left_out in cases:
            what = ", ".join(f"{file} without {' '.join(sorted(keys))}" for file, keys in left_out.items())
            faults += [f"{template}, {what}: {fault}" for fault in built(template, left_out)]
    assert not faults, f"{len(faults)} faults\n  " + "\n  ".join(faults[:60])


def with_everything():
    check([{}])


def one_of_each_file_at_a_time():
    keys = {}
    for file, left_out in variants():
        keys.setdefault(file, []).append(left_out)
    assert sum(map(len, keys.values())) > 60, keys
    rounds = max(map(len, keys.values()))
    # A round builds every volume of every template: one in three, and all of them with ALL=1.
    step = 1 if os.environ.get("ALL") == "1" else 3
    check([{file: each[at] for file, each in keys.items() if at < len(each)} for at in range(0, rounds, step)])


def no_headline_targets():
    for template in VOLUMES:
        faults = without_headline_targets(template)
        assert not faults, f"{template}\n  " + "\n  ".join(faults)


def all_together():
    together = {}
    for file, keys in variants():
        together.setdefault(file, set()).update(keys)
    check([together])


sys.exit(main([with_everything, all_together, no_headline_targets, one_of_each_file_at_a_time]))
