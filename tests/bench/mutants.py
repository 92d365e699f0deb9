"""Do the tests notice faults? Small ones are put into the sources, and the tests of the rooms run over each.

    python3 tests/bench/mutants.py FOLDER [--count 200] [--seed 1] [--rooms base,text] [--minutes 30]

FOLDER gets a copy of the sources, in which every fault stands beside what it replaces; the environment says which one
is to be made (MUTANT=17), so that one build serves them all. Those of mutants.txt, which survived once, come first. A
fault is noticed by the test program of its room or of a later one. Prints a line a fault, and those that survived at
the end: each wants a case, or a word on why it changes nothing."""
import argparse
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ["base", "input", "evaluate", "check", "compose", "text", "figures", "layout", "pdf", "html", "workbook",
         "forms", "scaffold", "compare", "serve"]
SWITCH = """#pragma once
#include <cstdlib>
namespace mutants {
inline const int chosen = [] {
    const char* number = std::getenv("MUTANT");
    return number != nullptr ? std::atoi(number) : 0;
}();
constexpr bool is(int number) { return !__builtin_is_constant_evaluated() && chosen == number; }
}  // namespace mutants
"""
SWAPS = [(" < ", " <= "), (" <= ", " < "), (" > ", " >= "), (" >= ", " > "), (" == ", " != "), (" != ", " == "),
         (" && ", " || "), (" || ", " && "), (" + ", " - "), (" - ", " + "), ("true", "false"), ("false", "true")]
TOKENS = re.compile(r" (?:<|<=|>|>=|==|!=|&&|\|\||\+|-) |\b(?:true|false)\b|(?<![\w.'])\d+(?![\w.'])")
SOUND = {}  # the files as they were copied
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
        other = dict(SWAPS).get(token) or str(int(token) + 1)
        yield expression[:match.start()] + other + expression[match.end():]


def choice(number, fault, sound):
    return f"(mutants::is({number}) ? ({fault}) : ({sound}))"


def faults_of(line, before):
    """The faults a line may have: what is told of each, and what makes the line that can have it."""
    starts = before.rstrip().endswith((";", "{", "}")) or before.strip().startswith("//")
    condition = CONDITION.match(line)
    if condition:
        rest = line[condition.end():]
        end = next((i for i in range(len(rest)) if rest[i] == ")" and balanced(rest[:i])), None)
        inner = rest[:end] if end is not None else ""
        if inner and not re.search(r";|[^=!<>]=[^=]|\[|\{", inner):
            for other in changed(inner):
                yield other, lambda n, o=other: condition.group(1) + choice(n, o, inner) + rest[end:]
        return
    if not starts:
        return
    for pattern in (DECLARATION, ASSIGNMENT):
        match = pattern.match(line)
        if match and balanced(match.group(2)):
            head, value = match.groups()
            for other in changed(value):
                yield other, lambda n, o=other: f"{head}{choice(n, o, value)};"
            return
    match = RETURN.match(line)
    if match and balanced(match.group(2)):
        indent, value = match.groups()
        for other in changed(value):
            yield f"return {other}", lambda n, o=other: f"{indent}if (mutants::is({n})) return {o}; return {value};"
        return
    if CALL.match(line) and balanced(line):
        yield "(nothing)", lambda n: f"if (!mutants::is({n})) {line.strip()}"


def once_survived(source):
    for record in (HOME / "tests/bench/mutants.txt").read_text().split("\n\n"):
        lines = [line for line in record.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        file, sound, both = lines
        path = source / "generator" / file
        at = [i for i, line in enumerate(path.read_text().splitlines()) if line.strip() == sound]
        assert len(at) == 1, (file, sound, at)
        yield path, at[0], both, lambda n, b=both: b.replace("is(N)", f"is({n})")


def candidates(source, room):
    for path in sorted((source / "generator" / room).glob("*.cpp")):
        lines = path.read_text().splitlines()
        for at in range(1, len(lines)):
            if "constexpr" not in lines[at]:
                for told, make in faults_of(lines[at], lines[at - 1]):
                    yield path, at, told, make


def chosen(source, rooms, count, seed):
    picked = {}
    for path, at, told, make in once_survived(source):
        if path.parent.name in rooms:
            picked[path, at] = (told, make)
    dice = random.Random(seed)
    pools = {room: list(candidates(source, room)) for room in rooms}
    total = sum(len(pool) for pool in pools.values())
    for room, pool in pools.items():
        dice.shuffle(pool)
        share = -(-count * len(pool) // total)
        for path, at, told, make in pool:
            if share and (path, at) not in picked:
                picked[path, at] = (told, make)
                share -= 1
    return picked


def write(picked):
    """Puts the faults into the copy; their numbers follow from the order in which they were picked."""
    by_file = {}
    for number, ((path, at), (told, make)) in enumerate(picked.items(), 1):
        by_file.setdefault(path, []).append((at, make(number)))
    for path, changes in by_file.items():
        lines = SOUND[path].splitlines()
        for at, text in changes:
            lines[at] = text
        text = "\n".join(lines) + "\n"
        if path.read_text() != text:
            path.write_text(text)


def build(source, folder, rooms, picked):
    """What the compiler does not take (a constant, a type without that operator) is left out."""
    (folder / "mutant.h").write_text(SWITCH)
    make = folder / "build"
    subprocess.run(["cmake", "-S", source, "-B", make, "-G", "Ninja", "-DCMAKE_UNITY_BUILD=ON", "-DCMAKE_BUILD_TYPE=Debug",
                    "-DCMAKE_CXX_FLAGS_DEBUG=-O0", f"-DCMAKE_CXX_FLAGS=-w -include {folder}/mutant.h",
                    *os.environ.get("CMAKE_OPTIONS", "").split()], check=True, stdout=subprocess.DEVNULL)
    dropped = set()
    for _ in range(12):
        write({key: value if key not in dropped else (value[0], lambda n, k=key: sound_line(k))
               for key, value in picked.items()})
        run = subprocess.run(["ninja", "-C", make, "-j2", "-k", "0", *(f"test_{room}" for room in rooms)], text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if run.returncode == 0:
            return make, dropped
        places = re.findall(r"(/\S+\.cpp):(\d+):\d+: (?:error|.*required from)", run.stdout)
        now = {(pathlib.Path(file), int(line) - 1) for file, line in places} & set(picked) - dropped
        assert now, run.stdout[-3000:]
        dropped |= now
    sys.exit("no build without faults of the compiler's")


def sound_line(key):
    path, at = key
    return SOUND[path].splitlines()[at]


def runs(make, room, number, limit):
    """Whether the room's tests hold with the fault."""
    try:
        run = subprocess.run([make / "tests" / f"test_{room}", "--abort-after=1"], timeout=limit, cwd=make,
                             env={**os.environ, "MUTANT": str(number)}, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
        return run.returncode == 0
    except subprocess.TimeoutExpired:
        return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rooms", default=",".join(ROOMS))
    parser.add_argument("--minutes", type=float, default=1e6, help="of running, without the build")
    told = parser.parse_args()
    rooms = [room for room in ROOMS if room in told.rooms.split(",") and list((HOME / "tests" / room).glob("*.cpp"))]
    source = told.folder.resolve() / "source"
    files = subprocess.run(["git", "ls-files", "-z"], cwd=HOME, check=True, text=True, stdout=subprocess.PIPE).stdout
    for file in files.split("\0"):
        if file and (HOME / file).exists():
            (source / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(HOME / file, source / file)
    SOUND.update((path, path.read_text()) for path in source.rglob("generator/*/*.cpp"))
    picked = chosen(source, rooms, told.count, told.seed)
    make, dropped = build(source, told.folder.resolve(), rooms, picked)
    limits = {}
    for room in rooms:
        begin = time.monotonic()
        assert runs(make, room, 0, 600), f"test_{room} fails without a fault"
        limits[room] = 10 + 10 * (time.monotonic() - begin)
    survived, made, end = [], 0, time.monotonic() + 60 * told.minutes
    for number, ((path, at), (fault, _)) in enumerate(picked.items(), 1):
        if (path, at) in dropped or time.monotonic() > end:
            continue
        made += 1
        room = path.parent.name
        later = [room, *(other for other in rooms if ROOMS.index(other) > ROOMS.index(room))]
        killer = next((other for other in later if not runs(make, other, number, limits[other])), None)
        what = f"generator/{room}/{path.name}:{at + 1}: {sound_line((path, at)).strip()}  ->  {fault}"
        print(f"{killer or 'SURVIVED':9} {what}", flush=True)
        if killer is None:
            survived.append(what)
    print(f"\n{made} faults, {made - len(survived)} noticed; survived:", *survived, sep="\n")


main()
