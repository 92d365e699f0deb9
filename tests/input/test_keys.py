"""config/schema is what the readers take, map by map: into every map of the samples and templates goes each key that its
schema has and the map has not, with a value that cannot stand, and one key that nobody knows. The readers name what they
do not take, and beside the last one what they would take and the schema does not have; and of each value they say which
words, or which numbers, they would take."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from schemas import HOME, SCHEMAS, CoreLoader  # noqa: E402

FILES = {name: json.loads((SCHEMAS / name).read_text()) for name in os.listdir(SCHEMAS)}
STRANGE = "zzzz"
DEEPEST = 2  # maps in maps that are not in the file
READ_BEFORE = "based_on"  # with a wrong value the file is not read at all
STEPS = {"for", "if"}  # beside other keys they say whether the map is read
ENOUGH_LOOKS = 10  # of a kind that get every key: all of them would make more faults than are told
TURNS = {"where", "sort", "order", "most"}  # beside `for` alone

# Sample, the file in which keys are put, its schema, what lies there first.
KINDS = [("atsugi", "kensho.yaml", "kensho", None), ("atsugi", "strategy.yaml", "strategy", None),
         ("atsugi", "years/r5/actuals.yaml", "year", None), ("atsugi", "years/r5/narrative.yaml", "narrative", None),
         ("atsugi", "years/r5/projects/goal-1.yaml", "projects", None),
         ("shiomizawa", "policy.yaml", "policy", None), ("kuzuse", "policy.yaml", "policy", None),
         ("atsugi", "fonts/fonts.yaml", "fonts", "fonts/fonts.yaml"),
         ("atsugi", "own/workbook.yaml", "workbook", "templates/kouka-kensho/main.yaml"),
         *(("atsugi", f"own/{name}.yaml", "style" if name == "style" else "template", f"templates/{template}/{name}.yaml")
           for template, name in (("kouka-kensho", "style"), ("kouka-kensho", "main"), ("kouka-kensho", "annex"),
                                  ("kouka-kensho", "pieces"), ("gaiyou", "main")))]


def target_of(reference, name):
    file, _, pointer = reference.partition("#")
    target = FILES[file or name]
    for step in filter(None, pointer.split("/")):
        target = target[step]
    return target, file or name


def suits(schema, name, node):
    """Whether a map may be meant by one of several schemas: it has what must stand, with the one word it may be."""
    while "$ref" in schema:
        schema, name = target_of(schema["$ref"], name)
    if "anyOf" in schema and "properties" not in schema:
        return any(suits(part, name, node) for part in schema["anyOf"])
    if isinstance(node, dict) and "properties" in schema:
        words = {key: part.get("enum", []) for key, part in schema["properties"].items() if isinstance(part, dict)}
        return all(key in node for key in schema.get("required", [])) and all(
            key in schema["properties"] and (len(words[key]) != 1 or node[key] in words[key]) for key in node)
    kinds = {"object": dict, "array": list}
    return "type" not in schema or isinstance(node, kinds.get(schema["type"], (str, int, float, bool)))


def applying(schema, name, node):
    """The schema and all that it refers to or may be for this node, each with the file it stands in."""
    if not isinstance(schema, dict):
        return
    yield schema, name
    if "$ref" in schema:
        yield from applying(*target_of(schema["$ref"], name), node)
    for kind in ("anyOf", "oneOf"):
        for part in schema.get(kind, []):
            if suits(part, name, node):
                yield from applying(part, name, node)


def keys(schemas):
    return {key: (part, name) for schema, name in schemas for key, part in schema.get("properties", {}).items()
            if part is not False}


def open_to_others(schemas):
    return any(isinstance(schema.get("additionalProperties"), dict) for schema, _ in schemas)


def inner(schemas, key, node):
    """What applies to the value of a key, or to an item of a list, which has none."""
    found = []
    for schema, name in schemas:
        if key is None:
            part = schema.get("items")
        else:
            part = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
        found += applying(part, name, node)
    return found


def a_name(schema):
    """A key that the map may have."""
    return "R5" if re.search(schema.get("propertyNames", {}).get("pattern", ""), "R5") else "1"


def made_of(schema, name):
    """The closed map that the schema is or holds first, with what puts lists and maps around it as they stand there."""
    while "$ref" in schema:
        schema, name = target_of(schema["$ref"], name)
    if schema.get("additionalProperties") is False:
        return (lambda inside: inside), schema, name
    for part, around in ((schema.get("items"), lambda inside: [inside]),
                         (schema.get("additionalProperties"), lambda inside: {a_name(schema): inside}),
                         *((part, lambda inside: inside) for part in schema.get("anyOf", []))):
        found = made_of(part, name) if isinstance(part, dict) else None
        if found:
            return lambda inside: around(found[0](inside)), found[1], found[2]
    return None


class Filled:
    """A tree with every key of its schema, and what is to be said of it."""

    def __init__(self, tree, name):
        self.marks = {}  # strange key: the keys that stood beside it, and of which map
        self.values = {}  # strange value: its schema, and its key
        self.met = Counter()  # maps, by schema
        self.tree = self.fill(tree, list(applying(FILES[name], name, tree)))

    def fill(self, node, schemas, added=0):
        if isinstance(node, list):
            return [self.fill(item, inner(schemas, None, item)) for item in node]
        if not isinstance(node, dict):
            return node
        known = keys(schemas)
        out = {}
        for key, value in node.items():
            simple = None if isinstance(value, (dict, list)) or key not in known else self.simple_value(key, *known[key])
            out[key] = simple or self.fill(value, inner(schemas, key, value))
        maps = {id(schema) for schema, _ in schemas if schema.get("additionalProperties") is False}
        self.met.update(maps)
        often = "like" in known and len(maps) == 1 and self.met[next(iter(maps))] > ENOUGH_LOOKS
        if known and len(maps) == 1 and not open_to_others(schemas) and not often:  # two: it may be meant by either
            needed = [key for schema, _ in schemas for key in schema.get("required", [])]
            for key in sorted(set(known) - set(node) - {READ_BEFORE} - STEPS - (set() if "for" in node else TURNS), key=lambda key: (key not in needed, key)):
                out[key] = self.strange_value(key, *known[key], added)
            strange = f"{STRANGE}{len(self.marks)}"
            out[strange] = 1
            self.marks[strange] = sorted(map(str, node)), maps.pop()
        return out

    def simple_value(self, key, schema, name):
        """What cannot stand where one of some words, a flag or a number of some size stands; nothing for other keys."""
        while "$ref" in schema:
            schema, name = target_of(schema["$ref"], name)
        if len(schema.get("enum", [])) < 2 and schema.get("type") not in ("boolean", "integer"):
            return None
        value = 900_000_000 + len(self.values)
        self.values[value] = schema, key
        return value

    def strange_value(self, key, schema, name, added):
        if value := self.simple_value(key, schema, name):
            return value
        # A look may be written on the spot wherever one is named: in the maps of the file that is enough, else there are
        # more faults than are told.
        named = added and {"$ref": "#/$defs/text"} in schema.get("anyOf", [])
        found = made_of(schema, name) if added < DEEPEST and not named else None
        return found[0](self.fill({}, [found[1:]], added + 1)) if found else 1


def agree(schema, message, hint):
    """Whether a reader that says this takes what the schema does."""
    if schema.get("type") == "boolean":
        return message == "expected true or false"
    if "enum" in schema:
        told = hint.partition("choose one of: ")[2].split(", ")
        return told == schema["enum"] or told == [""] and set(schema["enum"]) <= set(re.findall("[a-z_]+", message + hint))
    limits = re.fullmatch("expected a whole number from (-?[0-9]+) to ([0-9]+)", message)
    return limits and int(limits[1]) == schema["minimum"] and int(limits[2]) == schema.get("maximum", int(limits[2]))


def check(sample, file, kind, source, folder, faults):
    """The maps that were spoken of, and how many values."""
    project = folder / "project"
    shutil.copytree(HOME / "samples" / sample, project)
    path = project / file
    if source:
        shutil.copytree((HOME / source).parent, path.parent)
    if file.startswith("own/"):
        settings = (project / "kensho.yaml").read_text()
        (project / "kensho.yaml").write_text(re.sub("^template: .*$", "template: own/", settings, flags=re.M))
    if kind == "workbook":
        shutil.copy(HOME / "config/workbook.yaml", path)
    tree = yaml.load(path.read_text(), CoreLoader)
    if kind == "narrative":
        tree["silence"] = [{}]  # else nothing in it is closed
    filled = Filled(tree, f"{kind}.schema.json")
    path.write_text(yaml.safe_dump(filled.tree, allow_unicode=True, sort_keys=False, width=10000))
    lines = path.read_text().splitlines()
    run = subprocess.run([os.environ["KENSHO"], "check", project, "--format", "json"], capture_output=True, text=True,
                         env={**os.environ, "LC_ALL": "C.UTF-8"})
    met, said = [], {}
    for each in json.loads(run.stdout)["diagnostics"]:
        if not each["file"].endswith(file):
            continue
        key = re.fullmatch("unknown key `(.+)`", each["message"])
        value = re.search(": (9000[0-9]{5})$", lines[each["line"] - 1])
        if key and key[1] in filled.marks:
            met.append(filled.marks[key[1]][1])
            for missing in re.findall(r"[^ ,:]+", (each.get("hint") or "").removeprefix("known here")):
                faults.add(f"{kind}: the reader takes `{missing}`, the schema does not: {filled.marks[key[1]][0]}")
        elif key:
            faults.add(f"{kind}: the schema has `{key[1]}` where the reader does not take it")
        elif value and int(value[1]) in filled.values:
            said.setdefault(int(value[1]), []).append((each["message"], each.get("hint") or ""))
    for value, messages in said.items():
        schema, key = filled.values[value]
        if not any(agree(schema, *message) for message in messages):
            faults.add(f"{kind}: `{key}` is {schema}, and the reader says: {messages}")
    return met, len(said)


def main():
    faults = set()
    maps, values = [], 0
    for of in KINDS:
        with tempfile.TemporaryDirectory() as name:
            met, said = check(*of, pathlib.Path(name), faults)
            maps += met
            values += said
    for file, whole in FILES.items():
        faults |= {f"{file}: no reader spoke of the map `{name}`" for name, schema in whole.get("$defs", {}).items()
                   if schema.get("additionalProperties") is False and id(schema) not in maps}
    for fault in sorted(faults):
        print(fault)
    print(f"{len(maps)} maps, {len(set(maps))} kinds of them, and {values} values are as their readers take them")
    return 1 if faults or values < 6000 else 0


sys.exit(main())
