"""Small files that ask for much: each is refused with a message, within limits of time and memory."""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
KENSHO = os.environ["KENSHO"]
SANITIZED = os.environ.get("KENSHO_SANITIZED") == "1"
SECONDS, BYTES = 100 if SANITIZED else 20, 2 << 30


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if not SANITIZED:  # they need more address space than any limit leaves
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def in_year(text):
    return lambda project: (project / "years/r4/actuals.yaml").write_text(text)


def in_volume(text):
    return lambda project: (project / "own/main.yaml").write_text(text)


def picture(name, content):
    def change(project):
        (project / "pictures" / name).write_bytes(content)
        settings = project / "kensho.yaml"
        settings.write_text(settings.read_text().replace("pictures/cover.svg", f"pictures/{name}"))
    return change


def svg(inner):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inner}</svg>'.encode()


def pdf(resources, operators):
    sys.path.insert(0, str(HOME / "tests/fuzz"))
    import seeds
    return seeds.small_pdf(resources, operators)


def first_size(project):
    """The size of the first text style."""
    import re
    style = project / "own/style.yaml"
    style.write_text(re.sub(r"size: [\d.]+", "size: 0", style.read_text(), count=1))


NEST = "<</a" * 17_500 + " 1" + ">>" * 17_500
BOMBS = {
    "36 MB of {": in_year("{" * 36_000_000),
    "36 MB of [ on lines of their own": in_year("a:\n" + " [\n" * 12_000_000),
    "4 million dashes": in_year("- " * 4_000_000),
    "20 million question marks": in_year("? " * 20_000_000),
    "a key of 32 MB": in_year("a" * 32_000_000 + ": 1"),
    "two million keys": in_year("".join(f"k{i}: 1\n" for i in range(1_990_000))),
    "four million keys": in_year("".join(f"k{i}: 1\n" for i in range(4_000_000))),
    "four million values": in_year("a: [" + "1, " * 3_990_000 + "1]"),
    "a million lists": in_year("a: [" + "[[[]]], " * 990_000 + "1]"),
    "a text of 60 MB": in_year("a: \"" + "あ" * 20_000_000 + "\""),
    "a file of 68 MB": in_year("#" * 68_000_000),
    "quotes without end": in_year("a: " + "\"" * 12_000_000),
    "50,000 and": in_volume("title: x\nblocks:\n  - if: " + " and ".join(["draft"] * 50_000) + "\n    do: []\n"),
    "50,000 not": in_volume("title: x\nblocks:\n  - if: " + "not " * 50_000 + "draft\n    do: []\n"),
    "50,000 parentheses": in_volume("title: x\nblocks:\n  - if: " + "(" * 50_000 + "draft\n    do: []\n"),
    "a path of 100,000 names": in_volume("title: x\nblocks:\n  - paragraph: \"{" + "a." * 100_000 + "a}\"\n"),
    "loops in loops": in_volume("title: x\nblocks:\n" + "".join(
        "  " * (2 * i + 1) + f"- for: g{i} in goals\n" + "  " * (2 * i + 1) + "  do:\n" for i in range(12))
        + "  " * 25 + "- paragraph: あ\n"),
    "letters of no size": first_size,
    "PDF: 17,500 dictionaries in a file": picture("cover.pdf", pdf("/ExtGState" + NEST, "1 w")),
    "PDF: 17,500 dictionaries in a page": picture("cover.pdf", pdf("", "/a " + NEST + " DP")),
    "PDF: 1,600 dictionaries in a page": picture("cover.pdf", pdf("", "/a " + "<</a" * 1_600 + " 1" + ">>" * 1_600 + " DP")),
    "PDF: a million brackets": picture("cover.pdf", pdf("/A" + "[" * 1_000_000, "1 w")),
    "SVG: 2,000 declarations on 10,000 shapes": picture("cover.svg", svg(
        "<style>.a{" + "".join(f"p{i}:x;" for i in range(2_000)) + "}</style>" + "<path class='a' d='M0 0h1'/>" * 10_000)),
    "SVG: long dashes on 10,000 shapes": picture("cover.svg", svg(
        "<g stroke='red' stroke-dasharray='" + "1 2 " * 20_000 + "'>" + "<path d='M0 0h1'/>" * 10_000 + "</g>")),
    "SVG: 200,000 groups in one another": picture("cover.svg", svg("<g>" * 200_000)),
    "SVG: an entity in entities": picture("cover.svg", b"<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>" + svg("&b;")),
}


def attempt(change):
    with tempfile.TemporaryDirectory(prefix="kensho-bomb-") as folder:
        project = pathlib.Path(folder) / "project"
        shutil.copytree(HOME / "samples/shiomizawa", project)
        shutil.copytree(HOME / "templates/gaiyou", project / "own")
        settings = project / "kensho.yaml"
        settings.write_text(settings.read_text().replace("template: gaiyou", "template: ./own"))
        change(project)
        began = time.monotonic()
        result = subprocess.run([KENSHO, "check", project], capture_output=True, text=True, errors="replace",
                                env={**os.environ, "LC_ALL": "C.UTF-8"}, preexec_fn=limits)
        return result, time.monotonic() - began


def main():
    failed = 0
    for name, change in BOMBS.items():
        result, took = attempt(change)
        good = result.returncode == 1 and "error: " in result.stderr and len(result.stderr) < 100_000
        failed += not good
        first = (result.stderr.splitlines() or ["nothing said"])[0]
        print(f"{'' if good else 'FAILED '}{name}: exit {result.returncode} in {took:.2f} s: {first[-120:]}")
    return 1 if failed else 0


sys.exit(main())
