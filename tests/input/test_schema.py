"""The JSON Schemas of config/schema against every sample and shipped policy, against broken variants, and against every
project of the tests that the program accepts: an editor never marks what is right."""
import copy
import glob
import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from schemas import HOME, SCHEMAS, load, validators  # noqa: E402


def load_file(path):
    return load(pathlib.Path(path).read_text(encoding="utf-8"))


def explained(part, schemas, name, depth=0):
    """Whether hovering over a key that has this schema shows a Japanese word."""
    if depth > 8 or not isinstance(part, dict):
        return part is False  # a key that may not stand here
    if re.search("[ぁ-んァ-ヶ一-龠]", part.get("title", "") + part.get("description", "")):
        return True
    if "$ref" in part:
        file, _, pointer = part["$ref"].partition("#")
        target = schemas[file or name]
        for step in pointer.strip("/").split("/") if pointer.strip("/") else []:
            target = target[step]
        return explained(target, schemas, file or name, depth + 1)
    return any(explained(each, schemas, name, depth + 1)
               for kind in ("anyOf", "oneOf", "allOf") for each in part.get(kind, []))


def undescribed(schema, schemas, name, path=""):
    """The places of properties that say nothing in Japanese, and how many say something."""
    lacking = []
    good = 0
    if isinstance(schema, dict):
        for key, part in schema.get("properties", {}).items():
            if isinstance(part, dict) and not explained(part, schemas, name) and set(part) != {"const"}:
                lacking.append(f"{path}/{key}")
            else:
                good += 1
        lacking += [f"{path}/{word['const']}" for word in schema.get("oneOf", [])
                    if "const" in word and not word.get("description")]
        for key, part in schema.items():
            more, also = undescribed(part, schemas, name, f"{path}/{key}")
            lacking += more
            good += also
    if isinstance(schema, list):
        for item in schema:
            more, also = undescribed(item, schemas, name, path)
            lacking += more
            good += also
    return lacking, good


def typed_names(schema):
    """What is said of keys as of texts: editors take the key 4 for a number, and mark it."""
    if isinstance(schema, list):
        return [name for item in schema for name in typed_names(item)]
    if not isinstance(schema, dict):
        return []
    names = schema.get("propertyNames", {})
    return [names] * bool({"type", "$ref"} & set(names)) + [name for part in schema.values() for name in typed_names(part)]


def schema_named_by(path):
    """The schema a file names in its first line, for the editor."""
    with open(path, encoding="utf-8") as file:
        match = re.match(r"# yaml-language-server: \$schema=(\S+)$", file.readline().rstrip("\n"))
    if not match:
        return None
    target = os.path.normpath(os.path.join(os.path.dirname(path), match[1]))
    return target if os.path.dirname(target) == os.path.normpath(SCHEMAS) and os.path.exists(target) else None


def faults_of_files(checks):
    faults = []
    files = sorted(glob.glob(os.path.join(HOME, "samples", "*", "**", "*.yaml"), recursive=True))
    if not files:
        faults.append("no samples found")
    for path in files:
        schema = schema_named_by(path)
        if schema is None:
            faults.append(f"{path}: the first line names no schema of config/schema")
            continue
        errors = checks[os.path.basename(schema)].iter_errors(load_file(path))
        faults += [f"{path}: {error.json_path}: {error.message}" for error in errors]
    for path in sorted(glob.glob(os.path.join(HOME, "config", "policies", "*.yaml"))):
        errors = checks["policy.schema.json"].iter_errors(load_file(path))
        faults += [f"{path}: {error.json_path}: {error.message}" for error in errors]
    fonts = os.path.join(HOME, "fonts", "fonts.yaml")
    faults += [f"{fonts}: {error.json_path}: {error.message}"
               for error in checks["fonts.schema.json"].iter_errors(load_file(fonts))]
    return faults


def changed(tree, path, value):
    """A copy with the value at `path` replaced, or taken out where `value` is None."""
    tree = copy.deepcopy(tree)
    place = tree
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return tree


TARGET = ["goals", 0, "headline_targets", 0]
PROJECT = ["measures", 0, "initiatives", 0, "projects", 0]

# schema, file of samples/atsugi, what is broken: where, by what, and where the schema must say so
BROKEN = [
    ("kensho", "kensho.yaml", ["evaluated_year"], None, "$"),
    ("kensho", "kensho.yaml", ["evaluated_year"], "五年", "$.evaluated_year"),
    ("kensho", "kensho.yaml", ["municipality", "code"], 142123, "$.municipality.code"),
    ("kensho", "kensho.yaml", ["polcy"], "atsugi", "$"),
    ("kensho", "kensho.yaml", ["outputs", "main"], "../report.pdf", "$.outputs.main"),
    ("kensho", "kensho.yaml", ["years", "5"], "years/r5.yaml", "$.years"),
    ("strategy", "strategy.yaml", TARGET + ["id"], "２０代", "$.goals[0].headline_targets[0].id"),
    ("strategy", "strategy.yaml", TARGET + ["name"], None, "$.goals[0].headline_targets[0]"),
    ("strategy", "strategy.yaml", TARGET + ["direction"], "up", "$.goals[0].headline_targets[0].direction"),
    ("strategy", "strategy.yaml", TARGET + ["targets"], {}, "$.goals[0].headline_targets[0].targets"),
    ("strategy", "strategy.yaml", TARGET + ["cumulative"], "yes", "$.goals[0].headline_targets[0].cumulative"),
    ("strategy", "strategy.yaml", TARGET + ["tolerance"], "0．5", "$.goals[0].headline_targets[0].tolerance"),
    ("strategy", "strategy.yaml", ["goals", 0, "number"], "一", "$.goals[0].number"),
    ("year", "years/r5/actuals.yaml", ["actuals", "births"], {"value": "1,288", "silence": {"noise": "新館"}},
     "$.actuals.births"),
    ("year", "years/r5/actuals.yaml", ["actuals", "births"], ["1,288"], "$.actuals.births"),
    ("year", "years/r5/actuals.yaml", ["year"], None, "$"),
    ("narrative", "years/r5/narrative.yaml", ["goals", "一"], {"direction": "文"}, "$.goals"),
    ("narrative", "years/r5/narrative.yaml", ["summary", "overall"], [1], "$.summary"),
    ("projects", "years/r5/projects/goal-1.yaml", PROJECT + ["name"], None,
     "$.measures[0].initiatives[0].projects[0]"),
    ("projects", "years/r5/projects/goal-1.yaml", PROJECT + ["indicators"], [{"kpi": "births", "actuals": {"R5": 1}}],
     "$.measures[0].initiatives[0].projects[0].indicators[0]"),
    ("projects", "years/r5/projects/goal-1.yaml", PROJECT + ["results"], "文",
     "$.measures[0].initiatives[0].projects[0].results"),
    ("policy", "../../config/policies/atsugi.yaml", ["bands", 0, "above"], 100, "$.bands[0]"),
    ("policy", "../../config/policies/atsugi.yaml", ["rate", "rounding"], "half_down", "$.rate.rounding"),
    ("policy", "../../config/policies/atsugi.yaml", ["bands", 1, "colour"], "blue", "$.bands[1].colour"),
    ("policy", "../../config/policies/atsugi.yaml", ["types"], {"意識調査": {"edges": {"順調": "九割"}}},
     "$.types.意識調査.edges.順調"),
    ("policy", "../../config/policies/atsugi.yaml", ["statuses", 0, "colour"], "grey", "$.statuses[0].colour"),
    ("fonts", "../../fonts/fonts.yaml", ["roles", "mincho", "japanese"], None, "$.roles.mincho"),
    ("fonts", "../../fonts/fonts.yaml", ["faces", "noto-sans", "licence"], None, "$.faces.noto-sans"),
    ("fonts", "../../fonts/fonts.yaml", ["faces", "noto-sans", "weight"], "400", "$.faces.noto-sans"),
]


def faults_of_broken(checks):
    faults = []
    for schema, file, path, value, where in BROKEN:
        tree = changed(load_file(os.path.join(HOME, "samples", "atsugi", file)), path, value)
        places = sorted({error.json_path for error in checks[f"{schema}.schema.json"].iter_errors(tree)})
        if places != [where]:
            faults.append(f"{file}: {'/'.join(map(str, path))} = {value!r}: reported at {places}, not at {where}")
    return faults


def replaced(text, old, new):
    """As case_file.cpp does it: the lines behind the first stand as deep as the first one's line."""
    for at in (match.start() for match in re.finditer(re.escape(old[0]), text)):
        line = text.rfind("\n", 0, at) + 1
        deep = "\n" + " " * min(len(text[line:]) - len(text[line:].lstrip(" ")), at - line)
        if text.startswith(deep.join(old), at):
            return text[:at] + deep.join(new) + text[at + len(deep.join(old)):]
    raise AssertionError((old, "does not stand there"))


def accepted_projects():
    """(title, the changed files by name) of the cases without an error, in the folders that change tests/input/project."""
    small = pathlib.Path(HOME, "tests/input/project")
    for path in sorted(pathlib.Path(HOME, "tests").glob("[ci][hn][ep]*/*.test")):
        for case in path.read_text(encoding="utf-8").split("=== ")[1:]:
            head, _, messages = case.partition("\n---\n")
            if "error: " in messages or "エラー: " in messages or "\\x" in head:
                continue
            files = {}
            for part in head.split("\n@ ")[1:]:
                name, *lines = part.splitlines()
                text = files.get(name) or ((small / name).read_text(encoding="utf-8") if (small / name).is_file() else "")
                for old, new in re.findall(r"((?:^<.*\n?)+)((?:^>.*\n?)+)", part, re.M):
                    text = replaced(text, *([line[2:] for line in piece.splitlines()] for piece in (old, new)))
                whole = [line[2:] for line in lines if line.startswith("|")]
                files[name] = "\n".join(whole) if whole else text
            yield f"{path.name}: {head.splitlines()[0]}", files


def faults_of_accepted(checks):
    kinds = {"kensho.yaml": "kensho", "strategy.yaml": "strategy", "policy.yaml": "policy", "annex.yaml": "projects",
             "narrative.yaml": "narrative"}
    faults = []
    count = 0
    for title, files in accepted_projects():
        for name, text in files.items():
            kind = "year" if re.fullmatch(r"years/r\d\.yaml", name) else kinds.get(name)
            if kind is None or not text:
                continue
            count += 1
            faults += [f"{title}: {name}: {error.json_path}: {error.message[:200]}"
                       for error in checks[f"{kind}.schema.json"].iter_errors(load(text))]
    if count < 100:
        faults.append(f"only {count} accepted files were found")
    return faults


def main():
    checks = validators()
    faults = faults_of_files(checks) + faults_of_broken(checks) + faults_of_accepted(checks)
    schemas = {name: check.schema for name, check in checks.items()}
    keys = 0
    for name, schema in schemas.items():
        lacking, good = undescribed(schema, schemas, name)
        faults += [f"{name}: no Japanese description at {place}" for place in lacking]
        faults += [f"{name}: keys need not be texts: {names}" for names in typed_names(schema)]
        keys += good
    print(f"{keys} keys are described in Japanese")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
