"""The harnesses on their seeds and on blows to them: a short part of the campaign, the same in every run."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import seeds

PROGRAMS = pathlib.Path(os.environ["KENSHO"]).parent / "tests/fuzz"
# Blows to each seed, so many that each harness takes a few seconds.
BLOWS = {"reading": 60, "project": 300, "languages": 40, "pictures": 400, "specimen": 3, "forms": 2, "pipeline": 20}
MOST_SECONDS = 3600 if os.environ.get("KENSHO_SANITIZED") == "1" else 300


def main():
    failed = 0
    with tempfile.TemporaryDirectory(prefix="kensho-seeds-") as folder:
        seeds.write(folder)
        for harness, blows in BLOWS.items():
            chosen = sorted((pathlib.Path(folder) / harness).iterdir())
            if harness in ("languages", "pipeline"):
                chosen = chosen[::max(1, len(chosen) // 40)]
            began = time.monotonic()
            result = subprocess.run([PROGRAMS / f"fuzz_{harness}", f"-runs={blows}", *chosen], capture_output=True,
                                    text=True, timeout=MOST_SECONDS, errors="replace")
            took = time.monotonic() - began
            print(f"{harness}: {result.stdout.strip()} in {took:.1f} s")
            if result.returncode != 0:
                failed += 1
                print(f"FAILED {harness}: exit {result.returncode}: {result.stderr[-800:]}")
    return 1 if failed else 0


sys.exit(main())
