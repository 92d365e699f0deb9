"""The cases of tests/evaluate as projects of their own, so that a workbook can be made of each."""
import re

import yaml

from project import HOME, only_workbook

FOLDER = HOME / "tests/evaluate"


class Plain(yaml.SafeDumper):
    """Every scalar as it was read: a text, or nothing."""


Plain.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def read(text):
    """As texts, since 6.0 is not 6; what is empty is nothing."""
    def blank(value):
        if isinstance(value, dict):
            return {key: blank(item) for key, item in value.items()}
        return [blank(item) for item in value] if isinstance(value, list) else None if value == "" else value
    return blank(yaml.load(text, yaml.BaseLoader))


def dump(path, tree):
    path.write_text(yaml.dump(tree, Dumper=Plain, allow_unicode=True, sort_keys=False, width=1000))


def cases(name):
    """Title, YAML and what is expected of each case of a file."""
    for part in re.split(r"(?m)^=== ", (FOLDER / f"{name}.test").read_text())[1:]:
        head, expected = part.split("\n---\n")
        title, given = head.split("\n", 1)
        yield title, read(given), expected


def policy(changes):
    tree = read((FOLDER / "policy.yaml").read_text())
    for key, value in (changes or {}).items():
        tree.pop(key, None)
        if value is not None:
            tree[key] = value
    return tree


def indicators(given, actuals):
    made = []
    for item in given or []:
        item = {"name": item["id"], "unit": "件", **item}
        for year, value in (item.pop("actuals", None) or {}).items():
            actuals.setdefault(year, {})[item["id"]] = value
        made.append(item)
    return made


def project_of(case, project, template="kouka-kensho"):
    """Writes the project; the plan runs from R3 to R6, as the cases say."""
    project.mkdir(parents=True)
    evaluated = case.get("evaluated", "R5")
    actuals = {evaluated: {}}
    goals = []
    for number, goal in enumerate(case.get("goals") or [case], 1):
        kpis = indicators(goal.get("kpis"), actuals)
        made = {"number": number, "title": f"目標{number}", "slogan": "標語",
                "headline_targets": indicators(goal.get("headline_targets"), actuals),
                "measures": [{"number": 1, "title": "施策", "initiatives": [{"number": 1, "title": "取組", "kpis": kpis}]}]}
        goals.append({**made, "weight": goal["weight"]} if "weight" in goal else made)
    dump(project / "strategy.yaml", {"title": "戦略", "period": {"from": "R3", "to": "R6"}, "goals": goals})
    years = {year: f"{year}.yaml" for year in actuals}
    for year, values in actuals.items():
        dump(project / f"{year}.yaml", {"year": year, "actuals": values})
    policies = {"policy": policy(case.get("policy"))}
    earlier = {year: f"earlier-{year}" for year in case.get("earlier") or {}}
    policies |= {earlier[year]: policy(changes) for year, changes in (case.get("earlier") or {}).items()}
    for name, tree in policies.items():
        dump(project / f"{name}.yaml", tree)
    settings = {"municipality": {"name": "検証市", "code": "999999"},
                "report": {"title": "報告書", "published": "令和６年度"}, "evaluated_year": evaluated,
                "strategy": "strategy.yaml", "years": years, "narrative": "narrative.yaml", "policy": "./policy.yaml"}
    if earlier:
        settings["earlier_policies"] = {year: f"./{name}.yaml" for year, name in earlier.items()}
    if case.get("activities"):
        settings["projects"] = ["projects.yaml"]
        activities = [{**({"name": item["id"]} if "id" in item else {}), **item} for item in case["activities"]]
        dump(project / "projects.yaml", {"goal": "1", "measures": [{"number": "1", "initiatives": [{"number": "1",
             "projects": [{"id": "project", "name": "事業", "indicators": activities}]}]}]})
    (project / "narrative.yaml").write_text("overview: {}\n")
    settings |= {"template": "x", "outputs": {"workbook": "council.xlsx"}}
    dump(project / "kensho.yaml", settings)
    only_workbook(project, template)
    return project
