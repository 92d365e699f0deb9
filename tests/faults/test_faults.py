"""A short part of the faults of faults.py: two places of every system call, a dozen allocations."""
import os
import sys
import tempfile

import faults


def main():
    with tempfile.TemporaryDirectory(prefix="kensho-faults-") as folder:
        trial = faults.Trial(folder)
        tried, wrong = faults.report(faults.system_calls(trial, 1, most=2))
        assert tried > 25, tried
        more, wrong_too = 0, 0
        if os.environ.get("KENSHO_SANITIZED") != "1":  # their malloc is another
            more, wrong_too = faults.report(faults.allocations(trial, 1, most=10))
            assert more > 8, more
    return 1 if wrong or wrong_too else 0


sys.exit(main())
