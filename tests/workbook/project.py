"""Projects whose template holds nothing but its workbook file, so that the tests of the workbooks need no pages."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
KENSHO = os.environ["KENSHO"]
sys.path.insert(0, str(HOME / "tests/report"))
from run import main as run  # noqa: E402,F401  the tests here are run as those of whole runs are

SAMPLES = {"atsugi": "kouka-kensho", "shiomizawa": "gaiyou"}
THIRD = {"kuzuse": "hyouka-sheet"}  # its convention is another; the sheets are the same


def kensho(*arguments, **options):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **options.pop("environment", {})}
    return subprocess.run([KENSHO, *map(str, arguments)], capture_output=True, text=True, env=environment, **options)


def only_workbook(project, template):
    """Replaces the project's template by one with a workbook file only; its path may be changed by a test."""
    (project / "sheets").mkdir()
    own = HOME / "templates" / template / "workbook.yaml"
    shutil.copy(own if own.exists() else HOME / "config/workbook.yaml", project / "sheets/workbook.yaml")
    settings = project / "kensho.yaml"
    text = re.sub(r"(?m)^template:.*$", "template: ./sheets", settings.read_text())
    settings.write_text(re.sub(r"(?ms)^outputs:.*?(?=^\S|\Z)", "outputs:\n  workbook: council.xlsx\n", text))


def sample(name, folder):
    project = pathlib.Path(folder) / name
    shutil.copytree(HOME / "samples" / name, project)
    only_workbook(project, (SAMPLES | THIRD)[name])
    return project


def invented(name, folder, policy, kpis, template="kouka-kensho"):
    """A project of one goal: `kpis` maps ids to (options, target, actual) as they stand in YAML."""
    project = pathlib.Path(folder) / name
    project.mkdir(parents=True)
    (project / "kensho.yaml").write_text(
        'municipality: {name: "検証市", code: "999999"}\nreport: {title: 効果検証報告書, published: 令和6年度}\n'
        "evaluated_year: R5\nstrategy: strategy.yaml\nyears:\n  R5: actuals.yaml\nnarrative: narrative.yaml\n"
        "policy: ./policy.yaml\ntemplate: x\noutputs:\n  workbook: council.xlsx\n")
    (project / "policy.yaml").write_text(policy)
    (project / "narrative.yaml").write_text("overview: {}\n")
    lines = ["title: 戦略", "period: {from: R5, to: R6}", "goals:", "  - number: 1", "    title: 目標", "    slogan: 標語",
             "    headline_targets: []", "    measures:", "      - number: 1", "        title: 施策",
             "        initiatives:", "          - number: 1", "            title: 取組", "            kpis:"]
    for key, (options, target, _) in kpis.items():
        options = {"id": key, "name": key, "unit": "件", **options}
        lines.append("              - " + "\n                ".join(f"{k}: {v}" for k, v in options.items()))
        lines.append(f"                targets:\n                  R5: {target}")
    (project / "strategy.yaml").write_text("\n".join(lines) + "\n")
    actuals = "".join(f"  {key}: {actual}\n" for key, (_, _, actual) in kpis.items())
    (project / "actuals.yaml").write_text("year: R5\nactuals:\n" + actuals)
    only_workbook(project, template)
    return project


def build(project, out, *arguments, **options):
    result = kensho("build", project, "--out", out, *arguments, **options)
    assert result.returncode == 0, result.stderr
    return pathlib.Path(out)
