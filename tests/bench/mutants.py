"""Do the tests notice faults? Small ones are put into the sources, and the fast tests run over each.

    python3 tests/bench/mutants.py FOLDER [--count 220] [--seed 1] [--jobs 2] [--only 17,40]

FOLDER gets a copy of the sources, in which every fault stands beside what it replaces; the environment says which one
is to be made (MUTANT=17), so that one build serves them all. Those of mutants.txt, which survived once, come first;
the others are chosen by chance, so many of each room as it has lines of the whole. Each test runs once without a fault,
to learn which places it comes by; then those that come by a fault's place run with it, its own room's first, until one
notices: it fails, or it does not end. What no program of a room notices is left to two dozen tests of the whole.
Prints a line a fault, and those that are left at the end: each wants a case, or a record in mutants.txt that says why
it changes nothing. What was built and what was noticed stays in FOLDER: a run that was ended goes on, and one after a
case was written runs what is left."""
import argparse
import collections
import concurrent.futures
import functools
import hashlib
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
SWITCH = """#pragma once
#include <fcntl.h>
#include <sys/mman.h>

#include <cstdlib>
namespace mutants {
inline char elsewhere[4096];
/// The places come by: a file of ours, which is seen however the program ends.
inline char* const reached = [] {
    const char* file = std::getenv("MUTANTS_REACHED");
    const int descriptor = file == nullptr ? -1 : open(file, O_RDWR | O_CLOEXEC);
    if (descriptor < 0) return elsewhere;
    return static_cast<char*>(mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0));
}();
inline const int chosen = [] {
    const char* number = std::getenv("MUTANT");
    return number != nullptr ? std::atoi(number) : 0;
}();
constexpr bool is(int number) {
    if (__builtin_is_constant_evaluated()) return false;
    reached[number] = 1;
    return chosen == number;
}
}  // namespace mutants
"""
# Beside the programs of the rooms: those of the whole program that take seconds, so none that asks LibreOffice.
SCRIPTS = ["check/test_prose_docs.py", "compose/test_schema.py", "html/test_web.py", "input/test_keys.py",
           "input/test_messages.py", "input/test_schema.py", "package/test_completion.py", "package/test_habits.py",
           "package/test_schema.py", "report/test_conventions.py", "report/test_files.py", "report/test_links.py",
           "report/test_where.py", "serve/test_serve.py", "text/test_specimen.py", "workbook/test_data.py",
           "workbook/test_parts.py", "workbook/test_safety.py", "workbook/test_schema.py", "year/test_changes.py",
           "year/test_city.py", "year/test_corrections.py", "year/test_first_report.py", "year/test_new.py"]
SWAPS = {" < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ", " == ": " != ", " != ": " == ", " && ": " || ",
         " || ": " && ", " + ": " - ", " - ": " + ", "true": "false", "false": "true"}
TOKENS = re.compile(r" (?:<|<=|>|>=|==|!=|&&|\|\||\+|-) |\b(?:true|false)\b|(?<![\w.'])\d+(?![\w.'])")
LITERALS = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'')
CONDITION = re.compile(r"^(\s*(?:\} else )?(?:if|while) \()")
DECLARATION = re.compile(r"^(\s*(?:const )?[\w:]+(?:<[\w:, ]+>)? \w+ = )([^\[{]+);$")
ASSIGNMENT = re.compile(r"^(\s*[\w.\->:\[\]()]+ [+-]?= )([^\[{]+);$")
RETURN = re.compile(r"^(\s*)return ([^\[{]+);$")
CALL = re.compile(r"^\s*[a-z_][\w.\->:]*\([^{}]*\);$")


def balanced(text):
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0


def changed(expression):
    """All that one small slip can make of the expression."""
    quoted = [match.span() for match in LITERALS.finditer(expression)]
    for match in TOKENS.finditer(expression):
        if any(begin <= match.start() < end for begin, end in quoted):
            continue
        token = match.group()
        if token == " + " and quoted:
            continue  # strings, most likely
        others = [SWAPS[token]] if token in SWAPS else [str(int(token) + 1)] + [str(int(token) - 1)] * (token != "0")
        for other in others:
            yield expression[:match.start()] + other + expression[match.end():]


def choice(number, fault, sound):
    return f"(mutants::is({number}) ? ({fault}) : ({sound}))"


def faults_of(line, before):
    """The faults a line may have: what is told of each, and what makes the line that can have it."""
    condition = CONDITION.match(line)
    if condition:
        rest = line[condition.end():]
        end = next((i for i in range(len(rest)) if rest[i] == ")" and balanced(rest[:i])), None)
        inner = rest[:end] if end is not None else ""
        if inner and not re.search(r";|[^=!<>]=[^=]|\[|\{", inner):
            for other in [f"!({inner})", *changed(inner)]:
                yield other, lambda n, o=other: condition.group(1) + choice(n, o, f"bool({inner})") + rest[end:]
        return
    if not (before.rstrip().endswith((";", "{", "}")) or before.strip().startswith("//")):
        return  # the line goes on with what began above it
    for pattern in (DECLARATION, ASSIGNMENT):
        match = pattern.match(line)
        if match and balanced(match.group(2)):
            head, value = match.groups()
            for other in changed(value):
                yield head.strip() + " " + other, lambda n, o=other: f"{head}{choice(n, o, value)};"
            if pattern is ASSIGNMENT:
                yield "(nothing)", lambda n: f"if (!mutants::is({n})) {line.strip()}"
            return
    match = RETURN.match(line)
    if match and balanced(match.group(2)):
        indent, value = match.groups()
        for other in changed(value):
            yield f"return {other}", lambda n, o=other: f"{indent}if (mutants::is({n})) return {o}; return {value};"
        return
    if CALL.match(line) and balanced(line):
        yield "(nothing)", lambda n: f"if (!mutants::is({n})) {line.strip()}"


def records():
    """Of mutants.txt: the lines of each record, without what is said of it."""
    for record in (HOME / "tests/bench/mutants.txt").read_text().split("\n\n"):
        lines = [line for line in record.splitlines() if not line.startswith("#")]
        if lines:
            yield lines


def once_survived():
    for file, sound, both in (lines for lines in records() if "is(N)" in lines[-1]):
        at = [i for i, line in enumerate((HOME / "generator" / file).read_text().splitlines()) if line.strip() == sound]
        assert len(at) == 1, (file, sound, at)
        yield (file, at[0]), (both, lambda n, b=both: b.replace("is(N)", f"is({n})"))


def candidates(file):
    lines = (HOME / "generator" / file).read_text().splitlines()
    for at in range(1, len(lines)):
        if "constexpr" not in lines[at] and ".reserve(" not in lines[at]:
            for told, make in faults_of(lines[at], lines[at - 1]):
                yield (file, at), (told, make)


def chosen(count, seed):
    """The faults by their place: of each room as many as it has lines of the whole. By the digest of their words, so
    that a line written elsewhere chooses no others."""
    rooms = {}
    for path in sorted((HOME / "generator").rglob("*.cpp")):
        if path.name not in ("main.cpp", "out_of_memory.cpp"):
            rooms.setdefault(path.parent.name, []).append(path)
    lines = {room: sum(len(path.read_text().splitlines()) for path in paths) for room, paths in rooms.items()}
    picked = dict(once_survived())
    for room, paths in rooms.items():
        pool, alike = [], collections.Counter()
        for path in paths:
            for place, fault in candidates(str(path.relative_to(HOME / "generator"))):
                words = told((place, *fault), False)
                pool.append((hashlib.sha256(f"{seed} {words} {alike[words]}".encode()).digest(), place, fault))
                alike[words] += 1
        share = round(count * lines[room] / sum(lines.values()))
        for _, place, fault in sorted(pool, key=lambda each: each[0]):
            if share and place not in picked:
                picked[place] = fault
                share -= 1
    return dict(enumerate(((place, *fault) for place, fault in picked.items()), 1))


def lay(source, faults):
    """The copy with the faults; a file that is as it was is not touched, so that it is not built again."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOME, check=True, text=True, stdout=subprocess.PIPE).stdout
    for name in filter(None, listed.split("\0")):
        at = [(line, make(number)) for number, ((file, line), _, make) in faults.items() if f"generator/{file}" == name]
        content = (HOME / name).read_bytes()
        if at:
            lines = content.decode().splitlines()
            for line, text in at:
                lines[line] = text
            content = "\n".join([f'#include "{source.parent}/mutant.h"', "#line 1", *lines, ""]).encode()
        if not (source / name).exists() or (source / name).read_bytes() != content:
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes(content)
            shutil.copymode(HOME / name, source / name)


def build(folder, faults, jobs):
    """The faults without those that the compiler does not take (a constant, a type without that operator)."""
    if not (folder / "mutant.h").exists():
        (folder / "mutant.h").write_text(SWITCH)
    source, make, kept = folder / "source", folder / "build", folder / "refused"
    faults = {number: fault for number, fault in faults.items()
              if str(number) not in (kept.read_text().split() if kept.exists() else [])}
    rooms = sorted(path.parent.name for path in (HOME / "tests").glob("*/*.cpp"))
    rooms = [room for room in dict.fromkeys(rooms) if room not in ("fuzz", "bench", "warm")]
    while True:
        lay(source, faults)
        if not (make / "build.ninja").exists():
            subprocess.run(["cmake", "-S", source, "-B", make, "-G", "Ninja", "-DCMAKE_UNITY_BUILD=ON",
                            "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O1", "-DCMAKE_CXX_FLAGS=-w"],
                           check=True, stdout=subprocess.DEVNULL)
        run = subprocess.run(["ninja", "-C", make, f"-j{jobs}", "-k", "0", "kensho", "messages",
                              *(f"test_{room}" for room in rooms)], text=True, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT)
        if run.returncode == 0:
            return faults, {f"test_{room}": [make / "tests" / f"test_{room}", "--abort-after=1"] for room in rooms}
        places = {(file, int(line) - 1) for file, line in
                  re.findall(r"generator/(\S+\.cpp):(\d+):\d+: (?:error|.*required from)", run.stdout)}
        refused = {number for number, (place, *_) in faults.items() if place in places}
        assert refused, run.stdout[-3000:]
        for number in refused:
            print(f"the compiler refuses {told(faults[number])}", flush=True)
            with kept.open("a") as file:
                print(number, file=file)
        faults = {number: fault for number, fault in faults.items() if number not in refused}


@functools.cache
def lines_of(file):
    return (HOME / "generator" / file).read_text().splitlines()


def told(fault, place=True):
    (file, at), what, *_ = fault
    return f"{file}{f':{at + 1}' * place}: {lines_of(file)[at].strip()}  ->  {what}"


def holds(command, folder, fault, cpu, seconds, reached=None):
    """Whether the test holds with the fault; a process that uses up `cpu` seconds ends."""
    environment = {**os.environ, "MUTANT": str(fault), "KENSHO": str(folder / "build/kensho"),
                   "KENSHO_HOME": str(folder / "source"), "KENSHO_SANITIZED": "0",
                   "MUTANTS_REACHED": str(reached or "")}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder / "build", env=environment, stdout=said, stderr=said,
                                   stdin=subprocess.DEVNULL, start_new_session=True,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu)))
        try:
            return process.wait(timeout=seconds) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            try:
                os.killpg(process.pid, 9)  # what it may have begun
            except ProcessLookupError:
                pass


def survey(name, command, folder):
    """What a test comes by, and how long it takes; nothing of one that fails without a fault."""
    reached = folder / f"reached-{name.replace('/', '-')}"  # two rooms may have a test of one name
    reached.write_bytes(bytes(4096))
    begin = time.monotonic()
    sound = holds(command, folder, 0, 1000, 1000, reached)
    places = {number for number, seen in enumerate(reached.read_bytes()) if seen}
    took = time.monotonic() - begin
    said = f"comes by {len(places)} places" if sound else "FAILS without a fault"
    print(f"{name}: {took:.0f} s, {said}", flush=True)
    return places if sound else set(), took


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=220)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="the numbers of faults, parted by commas")
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    faults, programs = build(folder, chosen(asked.count, asked.seed), asked.jobs)
    scripts = {script: [sys.executable, folder / "source/tests" / script] for script in SCRIPTS}
    judged = {tuple(lines) for lines in records() if "is(N)" not in lines[-1]}
    noticed = folder / "noticed"
    before = set(noticed.read_text().splitlines()) if noticed.exists() else set()
    if asked.only:
        left = [number for number in faults if str(number) in asked.only.split(",")]
    else:
        left = [number for number in faults if told(faults[number]) not in before]
    print(f"{len(faults)} faults, {len(faults) - len(left)} of them not run again", flush=True)
    come_by = set()
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        for tests in (programs, scripts):  # the whole program only for what the rooms did not notice
            found = dict(zip(tests, pool.map(lambda test: survey(*test, folder), tests.items())))

            def killer(number):
                room = "test_" + faults[number][0][0].split("/")[0]
                for name in sorted(found, key=lambda name: (name != room, found[name][1])):
                    places, took = found[name]
                    if number in places:
                        come_by.add(number)
                        if not holds(tests[name], folder, number, 20 + 2 * int(took), 60 + 20 * took):
                            print(f"{name} notices {number}: {told(faults[number])}", flush=True)
                            with noticed.open("a") as file:
                                print(told(faults[number]), file=file)
                            return name
                return None

            left = [number for number, name in zip(left, list(pool.map(killer, left))) if name is None]
    for number in left:
        file, sound, what = faults[number][0][0], *told(faults[number]).split(": ", 1)[1].split("  ->  ")
        how = "judged" if (file, sound, what) in judged else "SURVIVED" if number in come_by else "NOT REACHED"
        print(f"{how} {number}: {told(faults[number])}")
    noticed_all = set(noticed.read_text().splitlines()) if noticed.exists() else set()
    count = sum(told(fault) in noticed_all for fault in faults.values())
    print(f"{len(faults)} faults, {count} noticed, {len(left)} left")


main()
