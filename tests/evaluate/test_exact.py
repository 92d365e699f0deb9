"""No binary floating point in the rooms that read and compute: neither the types nor the functions that make them."""

import os
import pathlib
import re
import sys

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
FLOATING = re.compile(r"\b(float|double|strtod|strtof|stod|stof|stold|atof|get_d|mpf_class)\b|\b\d+\.\d+f?\b|\b\d+e[+-]?\d+\b")


def code_of(path: pathlib.Path) -> str:
    """The source without comments and texts in quotes, line by line."""
    text = re.sub(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'', '""', path.read_text())
    text = re.sub(r"/\*.*?\*/", lambda found: "\n" * found[0].count("\n"), text, flags=re.S)
    return re.sub(r"//[^\n]*", "", text)


def main() -> int:
    files = [path for room in ("input", "evaluate") for path in sorted((HOME / "generator" / room).glob("*.*"))]
    files += [HOME / "generator/base/decimal.h", HOME / "generator/base/decimal.cpp"]
    assert len(files) > 30, "the rooms were not found"
    faults = []
    for path in files:
        for number, line in enumerate(code_of(path).splitlines(), 1):
            if FLOATING.search(line):
                faults.append(f"{path.relative_to(HOME)}:{number}: {line.strip()}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
