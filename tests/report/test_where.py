"""kensho where: every published value is at the places it names, as mupdf reads the pages and openpyxl the books."""
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree
from decimal import Decimal

import openpyxl
import yaml

from run import HOME, build, kensho, main, scratch, tool

SAMPLE = HOME / "samples/atsugi"
FOLDER = scratch()
FILES = {path.name: path for path in build(SAMPLE, FOLDER.name)}
PUBLISHED = json.loads((HOME / "tests/report/published.json").read_text())["indicators"]
INDICATORS = json.loads(kensho("evaluate", SAMPLE, "--format", "json").stdout)["indicators"]


def where(*arguments):
    result = kensho("where", *arguments, "--format", "json")
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


FACTS = {fact["fact"]: fact for fact in where("all", SAMPLE)}
PAGES = {}


def letters(file, page):
    """The letters of a page with the middle of each, from the top left corner."""
    if (file, page) not in PAGES:
        tree = xml.etree.ElementTree.fromstring(tool("mutool", "draw", "-q", "-F", "stext", FILES[file], page))
        found = []
        for char in tree.iter("char"):
            quad = [float(number) for number in char.get("quad").split()]
            found.append((sum(quad[0::2]) / 4, sum(quad[1::2]) / 4, char.get("c")))
        PAGES[file, page] = found
    return PAGES[file, page]


def plain(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


def read(place):
    x, y, width, height = (thousandths / 1000 for thousandths in place["rectangle"])
    # A last letter may have its gap to the next one for a body: its middle is outside.
    inside = [c for cx, cy, c in letters(place["file"], place["page"])
              if x - 0.1 <= cx <= x + width + 0.1 and y <= cy <= y + height]
    return plain("".join(inside))


def on_pages(name):
    return [place for place in FACTS.get(name, {"places": []})["places"] if "page" in place]


def cells():
    """What stands in the books' cells, as whoever opens them sees it before anything is calculated."""
    found = {}
    for file in FILES:
        if file.endswith(".xlsx"):
            for sheet in openpyxl.load_workbook(FILES[file], read_only=True, data_only=True):
                for row in sheet.iter_rows():
                    found.update({(file, sheet.title, cell.coordinate): cell.value
                                  for cell in row if cell.value is not None})
    return found


CELLS = cells()


def in_books(name):
    """The fact's cells and what each holds, and that both books have it."""
    places = [place for place in FACTS.get(name, {"places": []})["places"] if "cell" in place]
    assert {place["file"] for place in places} == {file for file in FILES if file.endswith(".xlsx")}, (name, places)
    return [CELLS[place["file"], place["sheet"], place["cell"]] for place in places]


def published_rates():
    count = 0
    for indicator, years in PUBLISHED.items():
        for year, rate in years.items():
            if rate is None:
                continue
            printed = re.match(r"[\d.]+", rate).group()
            places = on_pages(f"{indicator}.rate@{year}")
            assert places, f"{indicator}.rate@{year} stands nowhere"
            for place in places:
                assert re.match(r"[\d.]+", read(place)).group() == printed, (indicator, year, place, read(place))
            for value in in_books(f"{indicator}.rate@{year}"):
                assert round(value, 1) == float(printed), (indicator, year, value)
            count += 1
    assert count == 152, count


def actuals():
    found = {"headline_target": 0, "kpi": 0}
    for indicator in INDICATORS:
        places = on_pages(f"{indicator['id']}.actual@R5")
        actual = next((year["actual"] for year in indicator["years"] if year["year"] == "R5"), None)
        if not places or actual is None:
            continue
        for place in places:
            assert read(place) == plain(place["words"]), (indicator["id"], place, read(place))
        for value in in_books(f"{indicator['id']}.actual@R5"):
            said = actual["words"] if actual["value"] is None else Decimal(actual["value"])
            assert (value if isinstance(said, str) else Decimal(str(value))) == said, (indicator["id"], value, actual)
        found[indicator["kind"]] += 1
    assert found == {"headline_target": 8, "kpi": 45}, found


def every_place():
    """Whatever fact it is, its words stand in its rectangle; signs and symbols drawn as shapes have no letters, and the
    bracket that follows in running text hangs into the rectangle."""
    wrong = []
    for fact in FACTS.values():
        for place in fact["places"]:
            if "page" in place and re.search(r"\d", place["words"]) and read(place).removesuffix("(") != plain(place["words"]):
                wrong.append((fact["fact"], place, read(place)))
    assert not wrong, (len(wrong), wrong[:5])


def labels_of_figures():
    """What a chart of three indicators and the panels of means print stands at its place in the figure too."""
    goal = next(goal for goal in yaml.load((SAMPLE / "strategy.yaml").read_text(), yaml.BaseLoader)["goals"]
                if len(goal["headline_targets"]) > 2)
    report = next(file for file in FILES if file.endswith("report.pdf"))

    def pages(fact):
        return [place["page"] for place in on_pages(fact) if place["file"] == report]
    drawn = 0
    for target in goal["headline_targets"]:
        chart = pages(f"{target['id']}.baseline@R5")[-1]
        for year in ("R3", "R4", "R5"):
            words = {place["words"] for place in on_pages(f"{target['id']}.actual@{year}")}
            if words and all(re.match(r"\d", word) for word in words):
                assert pages(f"{target['id']}.actual@{year}").count(chart) == 2, (target["id"], year, chart)
                drawn += 1
    assert drawn > 2, drawn
    assert {"overall.mean@R3", "goal.1.mean@R4"} <= {name for name in FACTS if pages(name)}, "no means of earlier years"


def every_cell():
    """Whatever fact it is, the cell holds its words."""
    wrong = []
    count = 0
    for fact in FACTS.values():
        for place in fact["places"]:
            if "cell" in place:
                value = CELLS.get((place["file"], place["sheet"], place["cell"]))
                same = value == place["words"] or not isinstance(value, (str, type(None))) and \
                    Decimal(str(value)) == Decimal(place["words"])
                count += 1
                if not same:
                    wrong.append((fact["fact"], place, value))
    assert count > 3000 and not wrong, (count, len(wrong), wrong[:5])


def hidden_sheets_and_projects():
    """The rates of the calculation, the means of the tallies, the values of projects that are no KPIs."""
    hidden = {(file, sheet.title) for file in FILES if file.endswith(".xlsx")
              for sheet in openpyxl.load_workbook(FILES[file], read_only=True) if sheet.sheet_state == "hidden"}
    sheets = {}
    for name, fact in FACTS.items():
        for place in fact["places"]:
            if "cell" in place:
                sheets.setdefault((place["file"], place["sheet"]), set()).add(name)
    calculation = [names for place, names in sheets.items() if place in hidden and any(".rate@" in name for name in names)]
    tallies = [names for place, names in sheets.items() if place in hidden and "overall.mean@R5" in names]
    assert len(calculation) == 1 and sum(".rate@" in name for name in calculation[0]) >= 152, hidden
    assert len(tallies) == 1 and sum(name.startswith("goal.") and ".mean@" in name for name in tallies[0]) >= 8, tallies
    for sheet in ("事業と取組指標", "取組指標"):
        names = [names for (_, title), names in sheets.items() if title == sheet]
        assert len(names) == 1 and sum(".activity." in name for name in names[0]) > 100, (sheet, names)


def what_depends():
    facts = [fact["fact"] for fact in where("daily-support.actual@R5", SAMPLE)]
    assert facts[0] == "daily-support.actual@R5"
    assert "daily-support.rate@R5" in facts, facts
    assert any(re.match(r"goal\.\d\.mean@R5", fact) for fact in facts), facts
    assert "overall.mean@R5" in facts, facts


def documented():
    """What docs/where.md shows is what comes."""
    shown = re.findall(r"^    (?!kensho)(.+)$", (HOME / "docs/where.md").read_text(), re.M)
    lines = kensho("where", "daily-support.actual@R5", SAMPLE).stdout.replace(f"{HOME}/", "").splitlines()
    assert len(shown) == 3 and all(line in lines for line in shown), (shown, lines[:12])


def another_value():
    changed = {fact["fact"]: fact for fact in where("daily-support.actual@R5", SAMPLE, "--if", "9,000")}
    rate = changed["daily-support.rate@R5"]
    assert rate["says"].startswith("100.0") and rate["otherwise"].startswith("50.0"), rate
    assert all(fact["says"] != fact["otherwise"] for fact in changed.values())


def faults():
    for arguments, words in [(("daily-suport.actual@R5", SAMPLE), "daily-support"),
                             (("goal.1.mean@R5", SAMPLE, "--if", "3"), "nobody typed `goal.1.mean@R5`"),
                             (("daily-support.actual@R5", SAMPLE, "--if", "abc"), "`abc` is not a number")]:
        result = kensho("where", *arguments)
        assert result.returncode == 1 and words in result.stderr, result


sys.exit(main([published_rates, actuals, every_place, labels_of_figures, every_cell, hidden_sheets_and_projects, what_depends, documented, another_value, faults]))
