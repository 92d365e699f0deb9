"""clang-tidy finds nothing. A file is not read again as long as it, what it includes of ours, the checks and the flags
are those with which it was found clean: here, or on the machine of whoever committed tidy-clean.txt (UPDATE=1 writes it).

Each file is read by itself, as its author sees it, whatever the build compiles together: so what a file forgets to
include is found here. The flags are clang's own: of the compiler's only the folders and definitions, so that GCC's
precompiled headers and switches do not come in its way."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
BUILD = pathlib.Path(os.environ["KENSHO"]).parent
MEMORY = BUILD / "tidy-clean.txt"
RECORD = pathlib.Path(__file__).parent / "tidy-clean.txt"
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
OURS = ("-D", "-I", "-isystem", "-std=")


def flags_by_file():
    """What clang needs to know of each file of the program."""
    flags = {}
    plain = BUILD / "tidy"
    subprocess.run(["cmake", "-S", str(HOME), "-B", str(plain), "-G", "Ninja", "-DCMAKE_UNITY_BUILD=OFF"],
                   check=True, stdout=subprocess.DEVNULL)
    for entry in json.loads((plain / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"])
        kept = []
        for word, following in zip(words, words[1:] + [""]):
            if word == "-isystem":
                kept += [word, following]
            elif word.startswith(OURS):
                kept.append(word)
        flags[pathlib.Path(entry["file"])] = kept
    return flags


def included(path, seen):
    """The file and all of ours that it includes, however far away."""
    if path in seen or not path.exists():
        return
    seen.add(path)
    for name in INCLUDE.findall(path.read_text()):
        for folder in (path.parent, HOME / "generator"):
            included((folder / name).resolve(), seen)


def digests(path):
    return set(path.read_text().split()) if path.exists() else set()


def key(path, common, flags):
    files = set()
    included(path, files)
    digest = hashlib.sha256(common)
    digest.update("\n".join(flags).replace(str(HOME), "").encode())
    for file in sorted(files):
        digest.update(str(file.relative_to(HOME)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def tidy(path, flags):
    result = subprocess.run(["clang-tidy", "--quiet", str(path), "--", *flags], capture_output=True, text=True)
    return path, result.returncode, result.stdout


def main():
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    common = version + (HOME / ".clang-tidy").read_bytes()
    flags = flags_by_file()
    paths = [p for p in sorted((HOME / "generator").rglob("*.cpp")) if p in flags]
    assert paths, "no sources found"
    clean = digests(MEMORY) | digests(RECORD)
    keys = {path: key(path, common, flags[path]) for path in paths}
    faults = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = [pool.submit(tidy, path, flags[path]) for path in paths if keys[path] not in clean]
        for done in concurrent.futures.as_completed(waiting):
            path, status, output = done.result()
            if status == 0:
                clean.add(keys[path])
            else:
                faults += 1
                print(output)
    found = "\n".join(sorted(clean & set(keys.values()))) + "\n"
    MEMORY.write_text(found)
    if os.environ.get("UPDATE"):
        RECORD.write_text(found)
    return 1 if faults else 0


sys.exit(main())
