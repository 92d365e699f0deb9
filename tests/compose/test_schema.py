"""The JSON Schemas of templates: every shipped template and every case that the program accepts is valid; faults are not."""
import copy
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from schemas import HOME, load, validators  # noqa: E402

VALIDATORS = validators()
STYLE = VALIDATORS["style.schema.json"]
VOLUME = VALIDATORS["template.schema.json"]


def schema_of(stem):
    return STYLE if stem == "style" else VOLUME


def cases():
    """(title, file, text, accepted) of tests/compose/*.test."""
    for path in sorted((HOME / "tests/compose").glob("*.test")):
        for case in path.read_text(encoding="utf-8").split("=== ")[1:]:
            head, _, outcome = case.partition("\n---\n")
            files = head.split("\n@ ")
            for file in files[1:]:
                name, _, text = file.partition("\n")
                accepted = "error: " not in outcome and "エラー: " not in outcome
                yield f"{path.name}: {files[0].splitlines()[0]}", name, text, accepted


def main():
    faults = []
    checked = 0
    for path in sorted((HOME / "templates").glob("*/*.yaml")):
        if path.stem == "workbook":
            continue
        checked += 1
        for error in schema_of(path.stem).iter_errors(load(path.read_text(encoding="utf-8"))):
            faults.append(f"{path.relative_to(HOME)}: {list(error.absolute_path)}: {error.message[:200]}")
    for title, name, text, accepted in cases():
        if accepted:
            checked += 1
            for error in schema_of(name).iter_errors(load(text)):
                faults.append(f"{title}: {name}: {list(error.absolute_path)}: {error.message[:200]}")
    good = {"blocks": [{"paragraph": "あ", "style": "p"}]}
    assert not list(VOLUME.iter_errors(good))
    broken = [
        lambda t: t.update(titel="x"),
        lambda t: t["blocks"].append({"pragraph": "あ"}),
        lambda t: t["blocks"][0].update(colour="red"),
        lambda t: t["blocks"].append({"for": "goals", "do": []}),
        lambda t: t["blocks"].append({"table": "t", "body": []}),
        lambda t: t["blocks"].append({"figure": "stps", "alt": "あ"}),
        lambda t: t.update(numerals="wide"),
    ]
    for i, change in enumerate(broken):
        tree = copy.deepcopy(good)
        change(tree)
        if not list(VOLUME.iter_errors(tree)):
            faults.append(f"broken variant {i} is accepted")
    for tree in ({"colours": {"a": "red"}}, {"wrods": {}}, {"paragraphs": {"p": {"align": "middle"}}}):
        if not list(STYLE.iter_errors(tree)):
            faults.append(f"accepted: {tree}")
    print(f"{checked} files valid" if not faults else "\n".join(faults))
    return 1 if faults or checked < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
