"""How many slips of the keyboard pass unquestioned: five kinds on every value of the samples' evaluated year.

    KENSHO=build/release/kensho tests/bench/slips.py            the table of docs/checks.md
    KENSHO=build/release/kensho tests/bench/slips.py --passed   and what passed

A slip is caught when the program says anything about the changed value that it did not say before. The true values are
counted as well: what is said about them unchanged is a false alarm, unless a silence explains it.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HOME = pathlib.Path(__file__).resolve().parents[2]
KENSHO = os.environ.get("KENSHO", str(HOME / "build/release/kensho"))
YEARS = {"atsugi": "years/r5/actuals.yaml", "shiomizawa": "years/r4/actuals.yaml"}
LINE = re.compile(r'^(  [\w-]+: (?:\{value: )?"?|    value: "?)(-?[0-9][0-9,]*(?:\.[0-9]+)?)("?(?:,.*\}|\})?)(\s*(?:#.*)?)$')


def grouped(text):
    """With the commas people type, so that a slip changes nothing else."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = digits.partition(".")
    return f"{sign}{int(whole or '0'):,}{point}{rest}"


def tenfold(text):
    whole, point, rest = text.partition(".")
    if not point:
        return text + "0"
    return whole + rest[0] + ("." + rest[1:] if rest[1:] else "")


def doubled(text):
    places = [at for at, letter in enumerate(text) if letter.isdigit()]
    at = places[len(places) // 2]
    return text[:at] + text[at] + text[at:]


def last_dropped(text):
    return text[:-1].rstrip(".")


def first_dropped(text):
    at = next(at for at, letter in enumerate(text) if letter.isdigit())
    return text[:at] + text[at + 1 :]


def first_two_exchanged(text):
    places = [at for at, letter in enumerate(text) if letter.isdigit()][:2]
    if len(places) < 2:
        return text
    letters = list(text)
    letters[places[0]], letters[places[1]] = letters[places[1]], letters[places[0]]
    return "".join(letters)


KINDS = {
    "ten times": tenfold,
    "digit doubled": doubled,
    "last digit dropped": last_dropped,
    "first digit dropped": first_dropped,
    "first two exchanged": first_two_exchanged,
}


def slipped(text, kind):
    """The value with the slip, or None where it changes nothing or leaves no number."""
    plain = text.replace(",", "")
    result = KINDS[kind](plain)
    if not any(letter.isdigit() for letter in result):
        return None
    if kind != "last digit dropped" and float(result) == float(plain):
        return None
    return grouped(result if result[result.startswith("-")] != "." else result.replace(".", "0.", 1))


def complaints(folder):
    run = subprocess.run([KENSHO, "evaluate", str(folder)], capture_output=True, text=True, check=False,
                         env={**os.environ, "LC_ALL": "C.UTF-8"})
    if run.returncode not in (0, 1):
        raise SystemExit(run.stderr)
    said = [line for line in run.stderr.splitlines() if re.search(r": (warning|error): ", line)]
    return {re.sub(r"^[^:]*:\d+:\d+: ", "", line) for line in said}


def main():
    passed = {kind: [] for kind in KINDS}
    tried = dict.fromkeys(KINDS, 0)
    values = 0
    alarms = []
    with tempfile.TemporaryDirectory() as name:
        for sample, year in YEARS.items():
            folder = pathlib.Path(name) / sample
            shutil.copytree(HOME / "samples" / sample, folder)
            path = folder / year
            lines = path.read_text(encoding="utf-8").splitlines()
            before = complaints(folder)
            alarms += sorted(before)
            for at, line in enumerate(lines):
                match = LINE.match(line)
                if not match or line.startswith("year"):
                    continue
                values += 1
                for kind in KINDS:
                    text = slipped(match[2], kind)
                    if text is None:
                        continue
                    tried[kind] += 1
                    if match[1].endswith("{value: "):
                        text = f'"{text}"'  # in braces a comma would end the value
                    changed = list(lines)
                    changed[at] = match[1] + text + match[3] + match[4]
                    path.write_text("\n".join(changed) + "\n", encoding="utf-8")
                    if not complaints(folder) - before:
                        passed[kind].append(f"{sample} {match[1].strip()} {match[2]} -> {text}")
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("| slip | tried | passed |\n|---|---:|---:|")
    for kind in KINDS:
        print(f"| {kind} | {tried[kind]} | {len(passed[kind])} |")
    print(f"| none: false alarms | {values} | {len(alarms)} |")
    if "--passed" in sys.argv:
        for kind in KINDS:
            for each in passed[kind]:
                print(f"{kind}: {each}")
        print("\n".join(alarms))


if __name__ == "__main__":
    main()
