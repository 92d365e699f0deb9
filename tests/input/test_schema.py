"""The JSON Schemas of config/schema against every sample and shipped policy, and against broken variants."""
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


def described(schema, path=""):
    """The places of properties that neither have a title or description nor refer to something that has."""
    lacking = []
    if isinstance(schema, dict):
        for name, part in schema.get("properties", {}).items():
            if isinstance(part, dict) and not {"title", "description", "$ref", "enum"} & set(part):
                lacking.append(f"{path}/{name}")
        for key, part in schema.items():
            lacking += described(part, f"{path}/{key}")
    if isinstance(schema, list):
        for item in schema:
            lacking += described(item, path)
    return lacking


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
]


def faults_of_broken(checks):
    faults = []
    for schema, file, path, value, where in BROKEN:
        tree = changed(load_file(os.path.join(HOME, "samples", "atsugi", file)), path, value)
        places = sorted({error.json_path for error in checks[f"{schema}.schema.json"].iter_errors(tree)})
        if places != [where]:
            faults.append(f"{file}: {'/'.join(map(str, path))} = {value!r}: reported at {places}, not at {where}")
    return faults


def main():
    checks = validators()
    faults = faults_of_files(checks) + faults_of_broken(checks)
    for name, check in checks.items():
        faults += [f"{name}: no Japanese description at {place}" for place in described(check.schema)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
