"""The rules of the house: arrows between rooms point back, a library lives in one room, rooms do not touch the world.
What stands above all rooms (the program and its commands) may know any of them and the world."""
import json
import os
import pathlib
import re
import sys

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
RULES = json.loads((HOME / "tests/house/rooms.json").read_text())
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def room_of(path):
    parts = path.relative_to(HOME / "generator").parts
    return parts[0] if len(parts) > 1 else "main"


def library_room(header):
    matches = [key for key in RULES["libraries"] if header == key or header.startswith(key)]
    return RULES["libraries"][max(matches, key=len)] if matches else None


def faults_of_include(path, room, quoted, header):
    where = path.relative_to(HOME)
    if quoted:
        target = header.split("/")[0] if "/" in header else "main"
        if room in RULES["above"] or target in (room, "base"):
            return
        if header not in RULES["may_include"][room]:
            yield f"{where}: the room {room} may not include {header}"
        return
    owner = library_room(header)
    if owner is None or owner == "base" and header.startswith("fmt/"):
        return
    if room not in ([owner] if isinstance(owner, str) else owner):
        yield f"{where}: {header} belongs to the room {owner}"
    elif path.suffix == ".h":
        yield f"{where}: {header} is included by a header"


def faults_of_file(path):
    room = room_of(path)
    text = path.read_text()
    for bracket, header in INCLUDE.findall(text):
        yield from faults_of_include(path, room, bracket == '"', header)
    if room in RULES["above"] or room == "base":
        return
    allowed = RULES["world_allowed"].get(room, [])
    for word in RULES["world"]:
        if word in text and word not in allowed:
            yield f"{path.relative_to(HOME)}: the room {room} touches the world: {word}"


def main():
    files = sorted((HOME / "generator").rglob("*.cpp")) + sorted((HOME / "generator").rglob("*.h"))
    assert files, "no sources found"
    faults = [fault for path in files for fault in faults_of_file(path)]
    for path in files:
        if len(path.relative_to(HOME / "generator").parts) > 2:
            faults.append(f"{path.relative_to(HOME)}: a room has no sub-folders")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


sys.exit(main())
