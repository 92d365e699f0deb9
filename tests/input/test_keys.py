"""The keys of config/schema are those that the readers take, map by map: into every map of a sample goes each key that
its schema has and the map has not, and one that nobody knows. The readers name what they do not take, and beside the
last one what they would take and the schema does not have."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from schemas import HOME, SCHEMAS, CoreLoader  # noqa: E402

FILES = {name: json.loads((SCHEMAS / name).read_text()) for name in os.listdir(SCHEMAS)}
STRANGE = "zzzz"
KINDS = [("atsugi", "kensho.yaml", "kensho"), ("atsugi", "strategy.yaml", "strategy"),
         ("atsugi", "years/r5/actuals.yaml", "year"),
         ("atsugi", "years/r5/projects/goal-1.yaml", "projects"), ("shiomizawa", "policy.yaml", "policy"),
         ("kuzuse", "policy.yaml", "policy")]


def applying(schema, name):
    """The schema and all that it refers to or may be, each with the file it stands in."""
    if not isinstance(schema, dict):
        return
    yield schema, name
    if "$ref" in schema:
        file, _, pointer = schema["$ref"].partition("#")
        target = FILES[file or name]
        for step in filter(None, pointer.split("/")):
            target = target[step]
        yield from applying(target, file or name)
    for kind in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(kind, []):
            yield from applying(part, name)
    for kind in ("then", "else"):
        yield from applying(schema.get(kind), name)


def keys(schemas):
    return {key for schema, _ in schemas for key, part in schema.get("properties", {}).items() if part is not False}


def open_to_others(schemas):
    return any("patternProperties" in schema or isinstance(schema.get("additionalProperties"), dict)
               or "propertyNames" in schema for schema, _ in schemas)


def inner(schemas, step):
    found = []
    for schema, name in schemas:
        if isinstance(step, int):
            parts = [schema.get("items")]
        elif step in schema.get("properties", {}):
            parts = [schema["properties"][step]]
        else:
            parts = [part for pattern, part in schema.get("patternProperties", {}).items() if re.search(pattern, step)]
            parts = parts or [schema.get("additionalProperties")]
        for part in parts:
            found += applying(part, name)
    return found


def filled(node, schemas, marks):
    """The tree with every key of the schemas, and a strange one a map; `marks` gets what each was put into."""
    if isinstance(node, list):
        return [filled(item, inner(schemas, at), marks) for at, item in enumerate(node)]
    if not isinstance(node, dict):
        return node
    out = {key: filled(value, inner(schemas, key), marks) for key, value in node.items()}
    if not open_to_others(schemas) and keys(schemas):
        for key in sorted(keys(schemas) - set(node)):
            out[key] = 1
        strange = f"{STRANGE}{len(marks)}"
        out[strange] = 1
        marks[strange] = sorted(map(str, node))
    return out


def main():
    faults = set()
    maps = 0
    for sample, file, kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            project = pathlib.Path(folder) / "project"
            shutil.copytree(HOME / "samples" / sample, project)
            marks = {}
            path = project / file
            tree = yaml.load(path.read_text(), CoreLoader)
            name = f"{kind}.schema.json"
            path.write_text(yaml.safe_dump(filled(tree, list(applying(FILES[name], name)), marks), allow_unicode=True,
                                           sort_keys=False, width=10000))
            run = subprocess.run([os.environ["KENSHO"], "check", project, "--format", "json"], capture_output=True,
                                 text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
            met = set()
            for each in json.loads(run.stdout)["diagnostics"]:
                key = re.fullmatch("unknown key `(.+)`", each["message"])
                if key is None or not each["file"].endswith(file):
                    continue
                if key[1] in marks:
                    met.add(key[1])
                    for missing in re.findall(r"[^ ,:]+", (each.get("hint") or "").removeprefix("known here")):
                        faults.add(f"{kind}: the reader takes `{missing}`, the schema does not: {marks[key[1]]}")
                else:
                    faults.add(f"{kind}: the schema has `{key[1]}` where the reader does not take it")
            maps += len(met)
    for fault in sorted(faults):
        print(fault)
    return 1 if faults or maps < 300 else 0


sys.exit(main())
