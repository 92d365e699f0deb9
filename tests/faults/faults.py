"""One fault a run: a system call that is answered with an error (strace), an allocation that finds no memory
(LD_PRELOAD). By hand, all of them: faults.py [EVERY] tries each EVERY-th place; the test takes a few.

What must hold of every run: it ends with 0, 1 or 2, by no signal. With 0 the outputs are byte for byte those of an
undisturbed run. Otherwise something is said, and the outputs are those from before. The next run leaves nothing else."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HOME = pathlib.Path(os.environ.get("KENSHO_HOME", pathlib.Path(__file__).parents[2]))
KENSHO = os.environ.setdefault("KENSHO", str(HOME / "build/dev/kensho"))
os.environ.setdefault("KENSHO_HOME", str(HOME))
sys.path.insert(0, str(HOME / "tests/report"))
from run import another_edition  # noqa: E402

CALLS = ["openat", "read", "pread64", "write", "lseek", "newfstatat", "statx", "fsync", "renameat", "linkat", "unlinkat",
         "mkdirat", "mkdir", "fchmod", "flock", "getdents64", "memfd_create", "ftruncate", "close"]
ERRORS = {"openat": "EACCES", "write": "ENOSPC", "mkdir": "EROFS", "memfd_create": "ENOMEM"}
LOADER = 127  # the dynamic loader's own, before the program begins
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "KENSHO_HOME": str(HOME), "ASAN_OPTIONS": "detect_leaks=0"}


def without_stages(files):
    """What is not a run's own folder: waste that could not be taken away stays there for the next run."""
    return {name: content for name, content in files.items() if not name.startswith(".kensho-")}


class Trial:
    """A small project, its undisturbed outputs, and a folder that holds older ones."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.project = self.folder / "project"
        shutil.copytree(HOME / "samples/shiomizawa", self.project)
        self.out = self.folder / "out"
        self.run(["build", self.project, "--out", self.folder / "good"])
        self.good = self.content(self.folder / "good")
        self.run(["build", another_edition(self.project), "--out", self.folder / "older"])
        self.older = self.content(self.folder / "older")
        self.preload = self.folder / "no_memory.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", self.preload, HOME / "tests/faults/no_memory.c", "-ldl"],
                       check=True)

    @staticmethod
    def content(folder):
        return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}

    def run(self, arguments, before=(), **environment):
        return subprocess.run([*map(str, before), KENSHO, *map(str, arguments)], capture_output=True,
                              env={**ENVIRONMENT, **environment}, timeout=300)

    def reset(self):
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.copytree(self.folder / "older", self.out)

    def fault(self, before=(), **environment):
        """What is wrong with the run, or nothing, and its exit status."""
        self.reset()
        result = self.run(["build", self.project, "--out", self.out], before, **environment)
        status, now = result.returncode, self.content(self.out)
        if status == LOADER and b"error while loading shared libraries" in result.stderr:
            return None, status  # the program had not begun
        if b"SanitizerTool: CHECK failed" in result.stderr:
            return None, status  # a call of the sanitizer's own
        if status not in (0, 1, 2):
            return f"exit {status}: {result.stderr[-300:]!r}", status
        if status == 0 and without_stages(now) != self.good:
            return "exit 0 with other outputs: " + self.difference(now, self.good), status
        if status != 0 and not result.stderr.strip():
            return "not a word", status
        if status != 0 and without_stages(now) not in (self.older, self.good):
            return "a mixed set: " + self.difference(now, self.older), status
        if any(name.startswith(".kensho-") for name in now):
            self.run(["build", self.project, "--out", self.out])
            if self.content(self.out) != self.good:
                return "the next run does not bring the set to its end", status
        return None, status

    @staticmethod
    def difference(now, wanted):
        return ", ".join(sorted(k for k in now.keys() | wanted.keys() if now.get(k) != wanted.get(k)))

    def count_of_calls(self):
        log = self.folder / "calls"
        self.reset()
        self.run(["build", self.project, "--out", self.out], ["strace", "-f", "-qq", "-e", "trace=" + ",".join(CALLS),
                                                              "-o", log])
        counts = dict.fromkeys(CALLS, 0)
        for line in log.read_text(errors="replace").splitlines():
            found = re.match(r"\d+ +(\w+)\(", line)
            if found and found[1] in counts:
                counts[found[1]] += 1
        return counts

    def count_of_allocations(self):
        self.reset()
        count = self.folder / "count"
        self.run(["build", self.project, "--out", self.out], LD_PRELOAD=str(self.preload), COUNT_TO=str(count))
        return int(count.read_text())


def system_calls(trial, every, most=None):
    """(what, fault, status) of each trial: the call number N of its kind answers with an error."""
    for call, count in trial.count_of_calls().items():
        places = list(range(1, count + 1, every))
        if most is not None and len(places) > most:
            places = [places[i * len(places) // most] for i in range(most)]
        for at in places:
            error = ERRORS.get(call, "EIO")
            inject = f"inject={call}:error={error}:when={at}"
            fault, status = trial.fault(["strace", "-f", "-qq", "-e", f"trace={call}", "-e", inject, "-o", "/dev/null"])
            yield f"{call} {at} {error}", fault, status


def allocations(trial, every, most=None):
    count = trial.count_of_allocations()
    step = max(every, count // most if most else 1)
    for at in range(0, count, step):
        fault, status = trial.fault(LD_PRELOAD=str(trial.preload), FAIL_AT=str(at))
        yield f"allocation {at} of {count}", fault, status


def report(trials):
    """How many were tried, how many the run survived, and how many were wrong."""
    tried = survived = wrong = 0
    for what, fault, status in trials:
        tried += 1
        survived += status == 0
        if fault:
            wrong += 1
            print(f"FAILED {what}: {fault}", flush=True)
    print(f"{tried} faults: {survived} without effect, {tried - survived - wrong} said, {wrong} wrong", flush=True)
    return tried, wrong


if __name__ == "__main__":
    step = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory(prefix="kensho-faults-") as name:
        trial = Trial(name)
        wrong = report(system_calls(trial, step))[1] + report(allocations(trial, max(step, 1) * 997))[1]
    sys.exit(1 if wrong else 0)
