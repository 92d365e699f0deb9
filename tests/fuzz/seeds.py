"""Writes the seeds of each harness into FOLDER/HARNESS, out of the project's own files: seeds.py FOLDER"""
import os
import pathlib
import re
import sys

HOME = pathlib.Path(os.environ.get("KENSHO_HOME", pathlib.Path(__file__).parents[2]))
PROJECT = HOME / "tests/input/project"
FILES = ["kensho.yaml", "strategy.yaml", "years/r5.yaml", "annex.yaml", "policy.yaml", "narrative.yaml",
         "template/report/main.yaml"]
TOWN = len(list((HOME / "tests/fuzz/town").rglob("*.yaml")))


def yaml_files():
    for folder in ("samples", "config", "templates", "tests/input/project"):
        yield from (path.read_bytes() for path in sorted((HOME / folder).rglob("*.yaml")))


def words():
    """Conditions, texts with bindings, and values, as they stand in templates and in the cases of bad input."""
    for path in sorted((HOME / "templates").rglob("*.yaml")):
        for line in path.read_text().splitlines():
            found = re.search(r"(?:if|paragraph|text|title|value): *['\"]?(.*?)['\"]?,? *$", line)
            if found and found[1]:
                yield found[1].encode()
    for path in sorted((HOME / "tests/input/bad").glob("*.test")):
        for line in path.read_text().splitlines():
            if line.startswith("> ") and ": " in line:
                yield line.split(": ", 1)[1].encode()


def small_pdf(resources, operators):
    objects = [f"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
               f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<{resources}>>/Contents 4 0 R>>",
               f"<</Length {len(operators)}>>stream\n{operators}\nendstream"]
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{o:010} 00000 n \n" for o in offsets)
    return (out + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>startxref\n{at}\n%%EOF\n").encode("latin-1")


def pictures():
    for suffix in ("svg", "png", "pdf"):
        yield from (path.read_bytes() for path in sorted((HOME / "samples").rglob(f"*.{suffix}")))
    head = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    yield head + b'<style>.a{fill:#183A5A}</style><g transform="scale(2)"><path class="a" d="M1 1c1 2 3 4 5 5z"/></g></svg>'
    yield head + b'<rect width="4" height="2" rx="1" stroke="red" stroke-dasharray="1 2"/><circle r="3"/></svg>'
    yield small_pdf("", "q 1 0 0 rg 0 0 9 9 re f Q")
    yield small_pdf("/ExtGState<</G<</BM/Multiply>>>>", "/G gs BT (a) Tj ET")
    yield small_pdf("/XObject<<>>", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")


def seeds():
    yield "reading", yaml_files()
    yield "project", (bytes([index]) + (PROJECT / file).read_bytes() for index, file in enumerate(FILES))
    yield "languages", words()
    yield "pictures", pictures()
    yield "specimen", (bytes([width, style]) + text.encode() for width in (5, 20, 40) for style in range(3)
                       for text in ("令和５年度の達成率は102.3％となり、「目標」を上回った。", "ＫＰＩ（18,405人）｜評価", "a-b 1/2"))
    yield "forms", (bytes([part, kind, place, 40, 7, 9, 49]) for part in range(24) for kind in range(5) for place in (1, 9))
    yield "forms", (bytes([part]) + "指標名,単位,現状値,R5目標値,R5実績値\n出生数,人,120(R1),\"1,200\",－\n".encode() for part in range(24))
    yield "pipeline", (bytes([file, kind, 0, place, 7, 9, 3, 0]) for file in range(TOWN) for kind in range(5)
                       for place in (0, 1, 2, 5))


def write(folder):
    for number, (harness, all_of_it) in enumerate(seeds()):
        target = pathlib.Path(folder) / harness
        target.mkdir(parents=True, exist_ok=True)
        for index, content in enumerate(dict.fromkeys(all_of_it)):
            (target / f"seed-{number}-{index:04}").write_bytes(content)


if __name__ == "__main__":
    write(sys.argv[1])
