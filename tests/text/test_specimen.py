"""`kensho specimen`: page i is entry i, as wide as its column, and holds its lines and nothing else, in every face."""
import os
import re
import subprocess
import sys
import tempfile

KENSHO = os.environ["KENSHO"]
FACES = ["BIZ UDMincho", "BIZ UDGothic", "BIZ UDPGothic", "Noto Sans CJK JP", "Noto Serif CJK JP",
         "Noto Sans Mono CJK JP", "IPAexMincho", "IPAexGothic"]
ENTRIES = [
    ("本市では、令和５年度の人口が約２２３，７０５人となり、前年度に比べて△１．６ポイントの減少となりました。", 20, "body"),
    ("「健康・交流のまち」を掲げた計画（第２期）の達成率は83.8％で、R3年度から上昇しています。", 15, "body"),
    ("20・30歳代の転入者数", 7, "cell"),
    ("6,439人（令和元年）", 4.5, "cell"),
    ("若い世代の結婚・出産・子育ての希望をかなえる", 10, "heading"),
    ("葛󠄀城市の㎡と…——〜～−", 30, "heading"),
]
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)


def write(folder, face, entries, size=10):
    path = os.path.join(folder, "specimen.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"font: {face}\nsize: {size}\nentries:\n")
        for text, width, style in entries:
            file.write(f"  - {{text: \"{text}\", width: {width}, style: {style}}}\n")
    return path


def run(*arguments):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    return subprocess.run(arguments, capture_output=True, text=True, env=environment)


def bare(text):
    return re.sub(r"\s", "", text)


def check_face(folder, face):
    path, pdf = write(folder, face, ENTRIES), os.path.join(folder, "specimen.pdf")
    made = run(KENSHO, "specimen", path, "-o", pdf)
    check(made.returncode == 0 and made.stderr == "", f"{face}: {made.returncode} {made.stderr}")
    lines = run(KENSHO, "specimen", path, "--lines").stdout.split("\n\n")
    pages = run("pdftotext", "-layout", pdf, "-").stdout.split("\f")
    sizes = re.findall(r"size:\s+([\d.]+) x", run("pdfinfo", "-f", "1", "-l", "99", pdf).stdout)
    check(len(sizes) == len(ENTRIES), f"{face}: {len(sizes)} pages")
    for (text, width, _), set_lines, page, size in zip(ENTRIES, lines, pages, sizes):
        check(float(size) == width * 10, f"{face}: page {size} wide, not {width * 10}")
        check(bare(set_lines) == bare(text), f"{face}: lines {set_lines!r} of {text!r}")
        got = [bare(line) for line in page.strip("\n").split("\n") if bare(line)]
        want = [bare(line) for line in set_lines.split("\n") if bare(line)]
        check(got == want, f"{face}: page {got} but lines {want}")
    again = os.path.join(folder, "again.pdf")
    run(KENSHO, "specimen", path, "-o", again)
    check(open(pdf, "rb").read() == open(again, "rb").read(), f"{face}: other bytes the second time")


def check_messages(folder):
    path = write(folder, "BIZ UDMinch", ENTRIES[:1])
    made = run(KENSHO, "specimen", path, "-o", os.path.join(folder, "none.pdf"))
    check(made.returncode == 1, "an unknown family passes")
    check(made.stderr.startswith(f"{path}:1:7: error: the font family `BIZ UDMinch` is not installed\n"), made.stderr)
    check("BIZ UDMincho" in made.stderr.split("hint:")[-1], made.stderr)
    check(not os.path.exists(os.path.join(folder, "none.pdf")), "a file in spite of errors")
    path = write(folder, "BIZ UDMincho", [("厚木市\\u200E", 0, "cel")])
    made = run(KENSHO, "specimen", path, "--lines")
    for message in ["`width` must be a positive number of em", "`style` cannot be `cel`"]:
        check(message in made.stderr, f"no `{message}` in {made.stderr}")


def check_many(folder):
    path = write(folder, "BIZ UDMincho", [ENTRIES[i % len(ENTRIES)] for i in range(1000)])
    made = run(KENSHO, "specimen", path, "-o", os.path.join(folder, "many.pdf"))
    check(made.returncode == 0, made.stderr)


with tempfile.TemporaryDirectory() as folder:
    for face in FACES:
        check_face(folder, face)
    check_messages(folder)
    check_many(folder)
for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
