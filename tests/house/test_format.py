"""Every source file is as clang-format leaves it, and none is above 700 lines."""
import os
import pathlib
import subprocess
import sys

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
FILES = sorted(p for folder in ("generator", "tests") for p in (HOME / folder).rglob("*") if p.suffix in (".cpp", ".h"))


def main():
    assert FILES, "no sources found"
    result = subprocess.run(["clang-format", "--dry-run", "--Werror", *FILES], capture_output=True, text=True)
    print(result.stderr, end="")
    long = [p for p in FILES if len(p.read_text().splitlines()) > 700]
    for path in long:
        print(f"{path.relative_to(HOME)}: above 700 lines")
    return 1 if result.returncode or long else 0


sys.exit(main())
