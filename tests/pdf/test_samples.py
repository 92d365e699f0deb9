"""Every PDF of every sample, final and as a draft, passes the checker, none leaves a doubt, and the two volumes with their tags stay small."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from checker import check  # noqa: E402

HOME = Path(os.environ["KENSHO_HOME"])
MOST_BYTES = 1_070_000  # of the main volume and the annex together


def build(sample, folder, *flags):
    made = subprocess.run([os.environ["KENSHO"], "build", sample, "--out", folder, *flags], check=True, text=True,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE=""))
    doubts = [] if "--draft" in flags or "doubts: none" in made.stderr else [made.stderr]
    return sorted(Path(folder).glob("*.pdf")), doubts


def main():
    faults = []
    checked = 0
    for sample in sorted(path.parent for path in (HOME / "samples").glob("*/kensho.yaml")):
        for flags in [], ["--draft"]:
            with tempfile.TemporaryDirectory() as folder:
                files, doubts = build(sample, folder, *flags)
                faults += doubts
                checked += len(files)
                faults += [f"{sample.name}/{path.name} {' '.join(flags)}: {fault}" for path in files for fault in check(path)]
                size = sum(path.stat().st_size for path in files if path.stem.endswith(("report", "annex")))
                if size > MOST_BYTES:
                    faults.append(f"{sample.name}: {size} bytes")
    assert checked >= 6, "no PDF was made"
    print(*faults, f"{checked} files, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
