"""The examples of docs/prose.md: each wrong sentence, written into the sample, gets the very answer that stands there.

`python3 tests/check/test_prose_docs.py --record` (with KENSHO and KENSHO_HOME set) writes the answers of today.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
GUIDE = HOME / "docs/prose.md"
# A row of the table: | kind | where | sentence | answer |
ROW = re.compile(r"^\| (?P<kind>[^|]+) \| (?P<place>総論|基本目標(?P<goal>\d)) \| (?P<sentence>.*?) \| (?P<answer>.*?) \|$", re.M)


def narrative_with(rows: list[re.Match], text: str) -> str:
    """The sample's narrative, each sentence as a text of its own under its heading."""
    lines = text.split("\n")
    for row in reversed(rows):
        heading = "  overall:" if row["goal"] is None else f"  {row['goal']}:"
        start = next(i for i, line in enumerate(lines) if line == ("summary:" if row["goal"] is None else "goals:"))
        at = next(i for i, line in enumerate(lines) if i > start and line.split("#")[0].rstrip() == heading)
        if row["goal"] is not None:
            at = next(i for i, line in enumerate(lines) if i > at and line == "    evaluation:")
        indent = "    - " if row["goal"] is None else "      - "
        sentence = row["sentence"].replace("\\|", "|")
        lines.insert(at + 1, f'{indent}"{sentence}"')
    return "\n".join(lines)


def answers(rows: list[re.Match]) -> dict[str, list[str]]:
    """What kensho says of each sentence."""
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "atsugi"
        subprocess.run(["cp", "-r", HOME / "samples/atsugi", project], check=True)
        narrative = project / "years/r5/narrative.yaml"
        narrative.write_text(narrative_with(rows, narrative.read_text()))
        environment = {**os.environ, "LC_ALL": "ja_JP.UTF-8"}
        run = subprocess.run([os.environ["KENSHO"], "check", project], env=environment, capture_output=True, text=True, check=False)
        lines = narrative.read_text().split("\n")
    found: dict[str, list[str]] = {row["sentence"]: [] for row in rows}
    for message in re.finditer(r"narrative\.yaml:(\d+):\d+: [^:]+: (.*) \[[a-z-]+\]$", run.stderr, re.M):
        line = lines[int(message[1]) - 1]
        for row in rows:
            if '"' + row["sentence"].replace("\\|", "|") + '"' in line:
                found[row["sentence"]].append(message[2])
    return found


def main() -> int:
    text = GUIDE.read_text()
    rows = list(ROW.finditer(text))
    assert len(rows) > 15, "the table of examples was not found"
    found = answers(rows)
    faults = []
    for row in rows:
        told = found[row["sentence"]]
        answer = "　".join(told).replace("|", "\\|")
        if "--record" in sys.argv:
            text = text.replace(row[0], f"| {row['kind']} | {row['place']} | {row['sentence']} | {answer} |")
        elif answer != row["answer"] or not told:
            faults.append(f"{row['sentence']}\n  documented: {row['answer']}\n  in truth:   {answer}")
    if "--record" in sys.argv:
        GUIDE.write_text(text)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
