"""Two versions of kensho beside each other, as docs/performance.md shows them: the sample, plans of 500, 1,000 and 2,000
KPIs, and the stages of the sample. Each version is a tree with a build in build/release, and makes its own samples and
its own plans of the same size, since what a project may say has become more. The two run in turn.

compare.py BEFORE NOW [RUNS] [--instructions]     instructions are counted by valgrind, which takes half an hour
"""
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

import times

GOALS = (25, 50, 100)  # of twenty KPIs


class Version:
    def __init__(self, tree, folder):
        self.tree, self.folder = pathlib.Path(tree).resolve(), folder
        self.kensho = str(self.tree / "build/release/kensho")
        folder.mkdir()

    def project(self, goals):
        if not goals:
            return self.tree / "samples/atsugi"
        project = self.folder / str(goals)
        if not project.exists():
            script = self.tree / "tests/bench/large_project.py"
            subprocess.run([sys.executable, script, project, str(goals), "20"], check=True)
        return project

    def command(self, verb, goals, *options):
        drafts = ["--draft"] if goals and verb == "build" else []
        out = ["--out", str(self.folder / "out")] if verb == "build" else []
        return [self.kensho, verb, str(self.project(goals)), *drafts, *out, *options]

    def made(self):
        """Bytes of all files, of PDF and of workbooks, and the pages."""
        files = [each for each in (self.folder / "out").rglob("*") if each.is_file()]
        size = lambda ending: sum(each.stat().st_size for each in files if each.name.endswith(ending))
        pages = 0
        for each in files:
            if each.suffix == ".pdf":
                told = subprocess.run(["pdfinfo", each], capture_output=True, text=True, check=True).stdout
                pages += int(re.search(r"Pages: +(\d+)", told).group(1))
        return size(""), size(".pdf"), size(".xlsx"), pages


def instructions(command):
    with tempfile.NamedTemporaryFile() as counts:
        told = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts.name}", *command],
                              capture_output=True, text=True, check=False).stderr
    return int(re.search(r"Collected : (\d+)", told).group(1))


def row(*cells):
    print("| " + " | ".join(cells) + " |")


def measured(versions, verb, goals, runs, counts):
    what = f"{goals * 20:,} KPIs" if goals else "atsugi"
    taken = {version: [] for version in versions}
    for _ in range(runs):
        for version in versions:
            taken[version].append(times.once(version.command(verb, goals)))
    for name, version in zip(("before", "now"), versions):
        wall, cpu, memory = zip(*taken[version])
        counted = f"{instructions(version.command(verb, goals)) / 1e6:,.0f} M" if counts else ""
        row(f"`{verb}`, {what}", name, f"{statistics.median(wall):.3f} s", f"{statistics.median(cpu):.3f} s", counted,
            f"{max(memory):.0f} MB")


def stages(version):
    """Milliseconds of each, the middle of five runs; some run beside others."""
    runs = []
    for _ in range(5):
        told = subprocess.run(version.command("build", 0, "--timings"), capture_output=True, text=True,
                              check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        lines = re.findall(r"^ +([\d.]+) ms  (.+)$", told.stderr + told.stdout, re.M)
        runs.append({name: float(time) for time, name in lines})
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def main(before, now, *options):
    counts = "--instructions" in options
    runs = int(next((each for each in options if each.isdigit()), "9"))
    with tempfile.TemporaryDirectory() as folder:
        versions = [Version(tree, pathlib.Path(folder) / name) for name, tree in (("before", before), ("now", now))]
        row("command", "", "by the clock", "processor", "instructions", "memory at most")
        row(*["---"] * 6)
        sizes = []
        for goals in (0, *GOALS):
            measured(versions, "build", goals, runs if not goals else max(3, runs // 3), counts)
            sizes.append([version.made() for version in versions])
        measured(versions, "check", 0, runs, counts)
        print()
        row("outputs", "", "pages", "PDF", "workbooks", "all files")
        row(*["---"] * 6)
        for goals, both in zip((0, *GOALS), sizes):
            for name, (whole, pdf, books, pages) in zip(("before", "now"), both):
                row(f"{goals * 20:,} KPIs" if goals else "atsugi", name, f"{pages:,}", f"{pdf:,}", f"{books:,}",
                    f"{whole:,}")
        print()
        row("stage, atsugi", "before", "now")
        row(*["---"] * 3)
        both = [stages(version) for version in versions]
        for name in dict.fromkeys([*both[0], *both[1]]):
            row(name, *(f"{each[name]:.1f} ms" if name in each else "" for each in both))


main(*sys.argv[1:])
