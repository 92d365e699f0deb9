"""`kensho schema`: the folder it writes is complete, its schemas take the sample as it is, know its ids, and a new project
names them in its files. What it prints from the tables of keys is what config/schema holds; UPDATE=1 writes it there."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import home  # noqa: E402
from schemas import SCHEMAS, load  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)
import jsonschema  # noqa: E402

KENSHO = home.BUILD / "kensho"


def run(*words, at="/"):
    return subprocess.run([KENSHO, *words], cwd=at, check=True, capture_output=True, text=True,
                          env=home.environment(KENSHO_HOME=str(home.SOURCES))).stdout


def validator(folder, name):
    path = folder / f"{name}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, resolver=jsonschema.RefResolver(path.as_uri(), schema))


def schemas_of_files(project):
    """Each file of a project with the schema its first line names, from its own folder."""
    for path in sorted(project.rglob("*.yaml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        yield path, (path.parent / first.split("$schema=")[1]).resolve() if "$schema=" in first else None


def check_shipped(folder):
    printed = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    if "UPDATE" in os.environ:
        for name, text in printed.items():
            (SCHEMAS / name).write_text(text, encoding="utf-8")
    shipped = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()}
    assert sorted(printed) == sorted(shipped)
    for name, text in printed.items():
        assert text == shipped[name], f"config/schema/{name} is not what the tables of keys say"


def check_sample(folder):
    project = folder / "project"
    run("schema", project)
    check_shipped(project / "schema/base")
    for name, files in (("kensho", ["kensho.yaml"]), ("strategy", ["strategy.yaml"]),
                        ("year", ["years/r3.yaml", "years/r5/actuals.yaml"]), ("narrative", ["years/r5/narrative.yaml"]),
                        ("projects", ["years/r5/projects/goal-1.yaml"])):
        check = validator(project / "schema", name)
        for file in files:
            tree = load((project / file).read_text(encoding="utf-8"))
            assert not [error.message for error in check.iter_errors(tree)], file
    year = validator(project / "schema", "year")
    assert list(year.iter_errors({"year": "R5", "actuals": {"daily-suport": 1}})), "an unknown id is a fault"
    kensho = load((project / "kensho.yaml").read_text(encoding="utf-8"))
    assert list(validator(project / "schema", "kensho").iter_errors({**kensho, "policy": "atsugy"}))
    facts = [each["label"] for each in
             json.loads((project / "schema/narrative.schema.json").read_text())["$defs"]["branch"]["defaultSnippets"]]
    assert "{daily-support.rate}" in facts and "{goal.1.mean}" in facts and "{overall.rating}" in facts
    run("schema", project)  # once more, over its own files
    assert json.loads(run("schema", project, "--print", "year"))["allOf"][0]["$ref"].startswith("file:///")


def check_new(folder):
    run("new", folder / "new", "--city", "試験市", "--code", "123455", "--period", "R3-R8", "--year", "R5")
    named = [(path, schema) for path, schema in schemas_of_files(folder / "new") if schema]
    assert len(named) >= 5, named
    for path, schema in named:
        assert schema.is_file() and schema.is_relative_to(folder / "new"), (path, schema)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        subprocess.run(["cp", "-r", home.SAMPLE, folder / "project"], check=True)
        check_sample(folder)
        check_new(folder)


if __name__ == "__main__":
    sys.exit(main())
