"""Each convention of docs/policies.md names the case that shows it, and the case is there."""

import pathlib
import re

HOME = pathlib.Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| ● \|.*\| `([a-z]+)`：(.+) \|$")

rows = [match.groups() for line in (HOME / "docs/policies.md").read_text().splitlines() if (match := ROW.match(line))]
assert len(rows) >= 29, f"only {len(rows)} conventions name a case"
for name, title in rows:
    titles = [line[4:] for line in (HOME / f"tests/evaluate/{name}.test").read_text().splitlines() if line.startswith("=== ")]
    assert title in titles, f"docs/policies.md: tests/evaluate/{name}.test has no case '{title}'"
