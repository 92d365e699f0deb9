"""kensho as the tests of a year run it, and what they found."""
import os
import subprocess

KENSHO = os.environ["KENSHO"]
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
FAULTS: list[str] = []


def expect(good: bool, what: str):
    if not good:
        FAULTS.append(what)


def kensho(*arguments, cwd=None) -> subprocess.CompletedProcess:
    """Where nobody can be asked."""
    return subprocess.run([KENSHO, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, env=ENVIRONMENT, stdin=subprocess.DEVNULL)
