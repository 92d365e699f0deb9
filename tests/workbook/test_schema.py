"""The schema of a template's workbook file agrees with the templates, and with what the program knows."""
import copy
import json
import pathlib
import sys
import tempfile

import jsonschema
import yaml

from project import HOME, kensho, run, sample

SCHEMA = json.loads((HOME / "config/schema/workbook.schema.json").read_text())
FILES = [*sorted((HOME / "templates").glob("*/workbook.yaml")), HOME / "config/workbook.yaml"]


def faults(tree):
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(tree)]


def schema_is_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def templates_are_valid():
    assert len(FILES) >= 2
    for path in FILES:
        assert not faults(yaml.safe_load(path.read_text())), f"{path.parent.name}: {faults(yaml.safe_load(path.read_text()))}"


def slips_are_found():
    tree = yaml.safe_load((HOME / "config/workbook.yaml").read_text())
    for change in (lambda t: t["words"].pop("kpi"), lambda t: t.update(fnot="x"),
                   lambda t: t["council"]["sheets"][0].update(sheet="sumary"),
                   lambda t: t["data"]["tables"][0]["columns"][0].update(column="uncaped"),
                   lambda t: t["data"]["tables"][0]["columns"][0].update(width="wide")):
        wrong = copy.deepcopy(tree)
        change(wrong)
        assert faults(wrong), change


def everything(tree):
    """A template that shows every column the schema knows."""
    tree = copy.deepcopy(tree)
    for part, kind in ((tree["council"]["sheets"], "sheet"), (tree["data"]["tables"], "table")):
        for item in part:
            if "columns" in item:
                there = {column["column"] for column in item["columns"]}
                known = SCHEMA["$defs"][f"{item[kind]}_{kind}_columns_words"]["oneOf"]
                item["columns"] += [{"column": word["const"], "label": word["const"]} for word in known
                                    if word["const"] not in there]
    return tree


def the_program_knows_every_column_of_the_schema():
    with tempfile.TemporaryDirectory(prefix="kensho-schema-") as folder:
        for name in ("atsugi", "shiomizawa"):
            project = sample(name, folder)
            path = project / "sheets/workbook.yaml"
            tree = everything(yaml.safe_load((HOME / "config/workbook.yaml").read_text()))
            assert not faults(tree), faults(tree)
            path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))
            result = kensho("build", project, "--out", pathlib.Path(folder) / "out" / name)
            assert result.returncode == 0, result.stderr


sys.exit(run([schema_is_valid, templates_are_valid, slips_are_found, the_program_knows_every_column_of_the_schema]))
