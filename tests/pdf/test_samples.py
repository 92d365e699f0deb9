"""Every PDF of every sample passes the checker, and the two volumes with their tags stay small."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from checker import check  # noqa: E402

HOME = Path(os.environ["KENSHO_HOME"])
MOST_BYTES = 1_500_000  # of the main volume and the annex together


def main():
    failures = 0
    checked = 0
    for sample in sorted(path.parent for path in (HOME / "samples").glob("*/kensho.yaml")):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([os.environ["KENSHO"], "build", sample, "--out", folder], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            files = sorted(Path(folder).glob("*.pdf"))
            for path in files:
                checked += 1
                for fault in check(path):
                    failures += 1
                    print(f"{sample.name}/{path.name}: {fault}")
            size = sum(path.stat().st_size for path in files if "digest" not in path.name)
            if size > MOST_BYTES:
                failures += 1
                print(f"{sample.name}: {size} bytes")
    assert checked >= 3, "no PDF was made"
    print(f"{checked} files, {failures} faults")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
