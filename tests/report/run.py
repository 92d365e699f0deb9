"""Runs kensho and other programs for the tests of whole runs."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
KENSHO = os.environ["KENSHO"]
# The sanitizers need more address space than any limit leaves, stand in malloc's place themselves, and look for leaks
# in a way that a tracer forbids.
SANITIZED = os.environ.get("KENSHO_SANITIZED") == "1"


def kensho(*arguments, **options):
    environment = {**os.environ, "LC_ALL": options.pop("locale", "C.UTF-8")}
    return subprocess.run([KENSHO, *map(str, arguments)], capture_output=True, text=True, env=environment, **options)


def build(project, out, *arguments, **options):
    result = kensho("build", project, "--out", out, *arguments, **options)
    assert result.returncode == 0, result.stderr
    return [pathlib.Path(line) for line in result.stdout.splitlines()]


def tool(*command):
    result = subprocess.run([*map(str, command)], capture_output=True, text=True)
    assert result.returncode == 0, f"{command[0]}: {result.stdout}{result.stderr}"
    return result.stdout


def scratch():
    return tempfile.TemporaryDirectory(prefix="kensho-")


def copied(sample, folder):
    """A copy of a sample that a test may change."""
    target = pathlib.Path(folder) / sample
    shutil.copytree(HOME / "samples" / sample, target)
    return target


def another_edition(project):
    """A copy beside the project that makes files of the same names with other bytes."""
    other = project.parent / (project.name + "-earlier")
    shutil.copytree(project, other)
    settings = other / "kensho.yaml"
    text = settings.read_text()
    text, count = re.subn(r"(report:\s+\{?title: )", r"\1過去の", text)
    assert count == 1
    settings.write_text(text)
    return other


def main(tests):
    """Runs each test and reports all that fail."""
    failed = 0
    for test in tests:
        try:
            test()
        except AssertionError as error:
            failed += 1
            print(f"FAILED {test.__name__}: {error}")
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed else 0


# What a page is judged at, where all is: widths in px and schemes of colour.
VIEWS = [f"{width}:{scheme}" for width in (320, 390, 1280) for scheme in ("light", "dark")]


def in_browser(tests):
    """The same where npm's packages are installed; else skipped (77), or failed where all must run."""
    if not (HOME / "tests/browser/node_modules").is_dir():
        print("not run: tests/browser has no packages; scripts/install.sh installs them where npm's registry is reached")
        return 1 if os.environ.get("MUST_RUN_ALL") == "1" else 77
    return main(tests)
