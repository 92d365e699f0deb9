"""kensho as the tests of a year run it, and what they found."""
import os
import pathlib
import subprocess

KENSHO = os.environ["KENSHO"]
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
FAULTS: list[str] = []


def expect(good: bool, what: str):
    if not good:
        FAULTS.append(what)


def kensho(*arguments, cwd=None, locale="C.UTF-8") -> subprocess.CompletedProcess:
    """Where nobody can be asked."""
    return subprocess.run([KENSHO, *map(str, arguments)], capture_output=True, text=True, cwd=cwd,
                          env=dict(ENVIRONMENT, LC_ALL=locale), stdin=subprocess.DEVNULL)


def contents(folder: pathlib.Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
