"""kensho as the tests of a year run it, what they found, and the pages of the guide that show what it says."""
import os
import pathlib
import subprocess

KENSHO = os.environ["KENSHO"]
DOCS = pathlib.Path(os.environ["KENSHO_HOME"]) / "docs"
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


def expect_shown(page: str, command: str, said: str):
    """The page of the guide shows what the command says, to its end or to a line of `…`; UPDATE=1 writes it there."""
    file = DOCS / page
    text = file.read_text()
    begin = text.index(f"$ {command}\n") + len(f"$ {command}\n")
    end = min(at for at in (text.find("\n$ ", begin - 1) + 1, text.find("```\n", begin)) if at > 0)
    shown = text[begin:end].splitlines(keepends=True)
    lines = [line.rstrip() + "\n" for line in said.splitlines()]
    if shown and shown[-1].strip() == "…":
        lines = lines[: max(1, len(shown) - 1)] + shown[-1:]
    if os.environ.get("UPDATE") == "1":
        file.write_text(text[:begin] + "".join(lines) + text[end:])
    expect(shown == lines, f"{page} shows another answer to `{command}`:\n{''.join(lines)}")


def in_japanese(page: str, command: str, cwd: pathlib.Path) -> subprocess.CompletedProcess:
    """Runs a command as its page shows it, in the project's folder."""
    run = kensho(*command.split()[1:], cwd=cwd, locale="ja_JP.UTF-8")
    expect_shown(page, command, run.stdout + run.stderr)
    return run
