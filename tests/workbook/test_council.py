"""The council workbook against LibreOffice and against `kensho evaluate`: stored values, values after a correction."""
import datetime
import json
import os
import pathlib
import re
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

import openpyxl

import office
from calculation import Calculation, formulas_in, number, rating, same
from project import HOME, SAMPLES, THIRD, build, invented, kensho, run, sample

SAMPLES = SAMPLES | THIRD

FOLDER = tempfile.TemporaryDirectory(prefix="kensho-council-")
ROOT = pathlib.Path(FOLDER.name)
EVALUATED = {"atsugi": 2023, "shiomizawa": 2022, "kuzuse": 2023}

# What is corrected in the saved workbook and, the same, in the YAML of a copy of the project.
CORRECTIONS = {
    "atsugi": {"daily-support": "17,991", "crimes": "700", "tourists": "未公表", "waterside": "45.8", "tfr": "1.29"},
    "shiomizawa": {"net-migration": "-12", "births": "61", "waste": "790", "startups": "0",
                   "childcare-satisfaction": "71.0", "employees": "1,402"},
    "kuzuse": {"farm-advice": "48", "waste": "820", "recycling": "25.0", "net-migration": "-90", "births": "未公表",
               "workers": "10,500"},
}

POLICY = """name: 検証用
formula: ratio
rate: {{decimals: {decimals}, rounding: {rounding}, rated_value: {rated}, cap: 100, floor: 0, show_uncapped: true}}
means: {{of: {rated}_rates, decimals: {decimals}, goal: mean_of_kpis, overall: {overall}}}
bands:
  - {{id: a, word: 順調, symbol: ◎, from: 100, range: 100以上, colour: "#154B7A", on_colour: "#FFFFFF"}}
  - {{id: b, word: 普通, symbol: ○, from: 80, range: 80以上, colour: "#79A9CB", on_colour: "#1A2129"}}
  - {{id: c, word: 遅れ, symbol: ×, range: 80未満, colour: "#C9452A", on_colour: "#FFFFFF"}}
statuses:
  - {{word: 未公表, meaning: 値なし}}
words: {{no_target: 目標値なし, excluded: 対象外, replaced: 指標変更}}
numbers: {{grouping: true, minus: "−", plus: "+", percent: "%"}}
"""


def tie_project(name, **choices):
    """Rates that lie on a tie of the last printed digit, and next to one, of whole numbers and of decimals."""
    step = 10 ** choices["decimals"]
    kpis = {}
    for number in range(1, 241):
        denominator = (8, 40, 400, 1600, 18000, 2_000_000, 7_200_000)[number % 7] * step
        # odd/2 in the last digit of the percentage, as far as the denominator allows
        numerator = denominator * (2 * (700 + 13 * number) + 1) // (200 * step)
        near = (0, 0, 1, -1)[number % 4]
        direction = {"direction": "lower"} if number % 5 == 0 else {}
        target, actual = (numerator + near, denominator) if direction else (denominator, numerator + near)
        if number % 3 == 0:
            target, actual = f"{target / 1000:.3f}", f"{actual / 1000:.3f}"
        kpis[f"k{number}"] = (direction, target, actual)
    return invented(name, ROOT, POLICY.format(**choices), kpis)


TIES = {
    "half-up": dict(decimals=1, rounding="half_up", rated="displayed", overall="mean_of_goal_means"),
    "half-even": dict(decimals=1, rounding="half_even", rated="displayed", overall="mean_of_kpis"),
    "truncate": dict(decimals=0, rounding="truncate", rated="displayed", overall="share_achieved"),
    "exact": dict(decimals=2, rounding="half_up", rated="exact", overall="weighted_kpis"),
}


POLICIES = sorted(path.stem for path in (HOME / "config/policies").glob("*.yaml"))


def other_policy(policy):
    """Atsugi judged by another policy, with R4 as it was published; the prose speaks of figures it may not have."""
    project = sample("atsugi", ROOT / "policies" / policy)
    settings = project / "kensho.yaml"
    settings.write_text(re.sub(r"(?m)^policy:.*$", f"policy: {policy}\nearlier_policies: {{R4: atsugi}}",
                               settings.read_text()))
    (project / "years/r5/narrative.yaml").write_text("overview: {}\n")
    return project


def books():
    made = {}
    for name in SAMPLES:
        project = sample(name, ROOT / "projects")
        made[name] = build(project, ROOT / "out" / name) / "council.xlsx"
    for policy in POLICIES:
        made[f"policy-{policy}"] = build(other_policy(policy), ROOT / "out" / f"policy-{policy}") / "council.xlsx"
    for name, choices in TIES.items():
        made[name] = build(tie_project(name, **choices), ROOT / "out" / name) / "council.xlsx"
    return {name: path.rename(ROOT / f"{name}.xlsx") for name, path in made.items()}


def corrected(name, path):
    """The workbook with the corrections typed in, saved by another program."""
    book = openpyxl.load_workbook(path)
    calculation = Calculation(book)
    for key, value in CORRECTIONS[name].items():
        formula = calculation.sheet.cell(calculation.rows[key, EVALUATED[name]], calculation.column["actual"]).value
        sheet, cell = re.search(r"'([^']+)'!\$?([A-Z]+\$?\d+)", formula).groups()
        number = re.fullmatch(r"-?[\d,.]+", value)
        target = book[sheet][cell.replace("$", "")]
        assert not target.protection.locked, f"{name}: the actual of {key} is locked"
        target.value = float(value.replace(",", "")) if number else value
    changed = ROOT / f"{name}-corrected.xlsx"
    book.save(changed)
    return changed


def corrected_project(name):
    project = sample(name, ROOT / "corrected")
    for path in project.glob("years/*/actuals.yaml"):
        text = path.read_text()
        for key, value in CORRECTIONS[name].items():
            text, with_words = re.subn(rf"(?m)^(  {key}:\n    value: ).*$", rf"\g<1>{value}", text)
            text, alone = re.subn(rf"(?m)^(  {key}: *)(\{{.*\}}|[^#\n]+?)( *#.*)?$", rf"\g<1>{value}", text)
            count = with_words + alone
            assert count == 1, f"{name}: {key} stands {count} times in {path}"
        path.write_text(text)
    return project


# Pasted over actuals: past the rule of the cell, and neither a number nor a word for "no value". What is pasted brings
# its format along, by which TRUE and dates are told from the numbers that they are to LibreOffice.
DATES = {datetime.date(2023, 4, 1): '[$-411]ggge"年"m"月"d"日"', datetime.date(2026, 3, 1): "yyyy/m/d"}
PASTES = ["△195", "１９５", "195件", '"195"', "*", "未公表*", " ", "−195", "#N/A", True, *DATES]


def inputs_of(book, name, kind):
    """The free cells of the evaluated year's actuals: the id, the sheet, the cell."""
    calculation = Calculation(book)
    for (key, year), row in calculation.rows.items():
        formula = calculation.sheet.cell(row, calculation.column["actual"]).value
        place = re.search(r"IF\('([^']+)'!\$?([A-Z]+\$?\d+)", formula)
        if year == EVALUATED[name] and place and calculation.sheet.cell(row, 2).value == kind:
            cell = book[place[1]][place[2].replace("$", "")]
            if not cell.protection.locked and isinstance(cell.value, (int, float)):
                yield key, cell


def pasted(name, path):
    book = openpyxl.load_workbook(path)
    cells = list(inputs_of(book, name, "KPI"))[:len(PASTES)]
    assert len(cells) == len(PASTES)
    for (_, cell), text in zip(cells, PASTES):
        cell.value = text
        if text is True:
            cell.number_format = "General"
        elif isinstance(text, datetime.date):
            cell.number_format = DATES[text]
    changed = ROOT / f"{name}-pasted.xlsx"
    book.save(changed)
    return changed, [key for key, _ in cells]


# What comes with a paste from elsewhere: other letters, words, blanks, errors, dates, numbers of any size.
FLOOD = ["１９５", "195件", "－", "-", "未定", "未公表", "調査なし", "　", " ", "", "△195", "1,234", "１，２３４", "#N/A", "#VALUE!", True,
         datetime.date(2023, 4, 1), "'195", "=1/0", 1e300, -1e300, 0, -5, 1e-12, "*", "1.2.3", 0.5, "あ" * 300, "<>", "\n", "50%",
         None, 10**15 + 1]


def flooded(name, path, first):
    """Every free cell of every sheet that is shown, whatever it is for."""
    book = openpyxl.load_workbook(path)
    free = [cell for sheet in book if sheet.sheet_state == "visible" for row in sheet.iter_rows() for cell in row
            if not cell.protection.locked and type(cell).__name__ != "MergedCell"]
    assert len(free) > 200, len(free)
    for at, cell in enumerate(free, first):
        cell.value = FLOOD[at % len(FLOOD)]
        if cell.value is True:
            cell.number_format = "General"
    changed = ROOT / f"{name}-flooded{first}.xlsx"
    book.save(changed)
    return changed


def tried(name, path):
    """The corrections of KPIs, typed on the sheet of trials beside the originals."""
    book = openpyxl.load_workbook(path)
    sheet, calculation = book["ためし"], Calculation(book)
    for key, value in CORRECTIONS[name].items():
        row = calculation.rows.get((key + "（ためし）", EVALUATED[name]))
        if row is None:
            continue
        formula = calculation.sheet.cell(row, calculation.column["actual"]).value
        cell = sheet[re.search(r"'ためし'!\$?([A-Z]+)\$?(\d+)", formula).expand(r"\1\2")]
        assert not cell.protection.locked, cell.coordinate
        cell.value = float(value.replace(",", "")) if re.fullmatch(r"-?[\d,.]+", value) else value
    changed = ROOT / f"{name}-tried.xlsx"
    book.save(changed)
    return changed


def limits_changed(name, path):
    """0.8 for 80 %, and then two limits in the wrong order."""
    made = []
    for number, (at, value) in enumerate(((1, 0.8), (1, 120), (0, None))):
        book = openpyxl.load_workbook(path)
        sheet = book["設定"]
        head = next(row for row in range(1, 60) if str(sheet.cell(row, 5).value).startswith("下限"))
        sheet.cell(head + 1 + at, 5).value = value
        made.append(ROOT / f"{name}-limits{number}.xlsx")
        book.save(made[-1])
    return made


BOOKS = books()
CHANGED = {name: corrected(name, BOOKS[name]) for name in SAMPLES}
# LibreOffice takes seconds a book: with ALL=1 it calculates every one, else a sample of each kind.
ALL = os.environ.get("ALL") == "1"
TYPED_INTO = [*SAMPLES] if ALL else ["shiomizawa"]
PASTED = {name: pasted(name, BOOKS[name]) for name in TYPED_INTO}
FLOODED = [flooded(name, BOOKS[name], first) for name in TYPED_INTO for first in (0, 7, 20)]
TRIED = {name: tried(name, BOOKS[name]) for name in TYPED_INTO}
LIMITS = {name: limits_changed(name, BOOKS[name]) for name in TYPED_INTO}
RECALCULATED = {}


def recalculate():
    made = BOOKS if ALL else {name: BOOKS[name] for name in (*[each for each in SAMPLES if each != "atsugi"], f"policy-{POLICIES[-1]}", *[*TIES][:1])}
    files = [*made.values(), *CHANGED.values(), *(path for path, _ in PASTED.values()), *TRIED.values(), *FLOODED,
             *(path for paths in LIMITS.values() for path in paths)]
    (ROOT / "office").mkdir()
    for path in office.recalculated(files, ROOT / "office"):
        RECALCULATED[path.stem] = openpyxl.load_workbook(path, data_only=True)


def every_formula_gives_its_stored_value():
    for name, path in BOOKS.items():
        if name not in RECALCULATED:
            continue
        count = formulas_in(name, path, RECALCULATED[name])
        assert count > 3000, f"{name}: only {count} formulas"


def shown_rates_are_equal_to_the_last_bit():
    for name in TIES:
        if name not in RECALCULATED:
            continue
        stored = Calculation(openpyxl.load_workbook(BOOKS[name], data_only=True))
        calculated = Calculation(RECALCULATED[name])
        assert len(stored.rows) == 2 * 240, "a row a KPI, and one of the value that is tried"
        for row in stored.rows.values():
            for key in ("shown", "uncapped", "rating", "achieved"):
                assert stored.value(row, key) == calculated.value(row, key), f"{name}: row {row} {key}"


def ties_are_ties():
    """The cases above would prove nothing if none of them were a tie."""
    for name, path in BOOKS.items():
        if name not in TIES:
            continue
        digits = TIES[name]["decimals"]
        sheet = openpyxl.load_workbook(path, data_only=True)["計算"]
        heads = {cell.value: cell.column for cell in sheet[3]}
        exact = [sheet.cell(row, heads["達成率（端数処理前）"]).value for row in range(4, 244)]
        ties = [value for value in exact if abs(value * 10 ** digits % 1 - 0.5) < 1e-7]
        assert len(ties) >= 60, f"{name}: {len(ties)} ties"


def compare_results(name, evaluated, calculation):
    compared = 0
    for indicator in evaluated["indicators"]:
        for result in indicator["years"]:
            row = calculation.rows.get((indicator["id"], result["western"]))
            if row is None or indicator["reprint_of"]:
                continue
            live = result["evaluated"]
            expected = {"shown": number(result["rate"]) if live else None,
                        "uncapped": number(result["uncapped_rate"]) if live else None,
                        "rating": rating(result["rating"]) if live else None,
                        "achieved": int(result["achieved"]) if live else None,
                        "reason": result["reason"] or None}
            for key, value in expected.items():
                got = calculation.value(row, key)
                assert got == value, f"{name} {indicator['id']} {result['year']} {key}: {got!r}, evaluate says {value!r}"
            compared += 1
    assert compared > 50


def tallies_of(evaluated):
    for kind, word in (("kpis", "KPI"), ("headline_targets", "数値目標")):
        for goal in evaluated["goals"]:
            for year in goal["years"]:
                yield (word, goal["number"], year["western"]), year[kind]
        for year in evaluated["overall"]:
            yield (word, None, year["western"]), year[kind]


def compare_tallies(name, evaluated, book):
    sheet = book["集計"]
    heads = {cell.value: cell.column for cell in sheet[3] if cell.value}
    at = lambda row, label: sheet.cell(row, heads[label]).value or None
    rows = {(at(r, "種別"), at(r, "基本目標"), at(r, "西暦")): r for r in range(4, sheet.max_row + 1)}
    compared = 0
    for key, tally in tallies_of(evaluated):
        if key not in rows:
            continue
        row = rows[key]
        got = {"mean": sheet.cell(row, heads["平均"]).value, "rating": at(row, "評価"),
               "in_force": sheet.cell(row, heads["指標の数"]).value,
               "evaluated": sheet.cell(row, heads["評価対象"]).value,
               "achieved": sheet.cell(row, heads["目標達成"]).value}
        got["mean"] = None if got["mean"] == "" else got["mean"]
        expected = {"mean": number(tally["mean"]), "rating": rating(tally["rating"]),
                    "in_force": tally["count"], **{k: tally[k] for k in ("evaluated", "achieved")}}
        assert got == expected, f"{name} {key}: {got}, evaluate says {expected}"
        bands = [sheet.cell(row, heads[f"区分{n}"]).value for n in range(1, 5)]
        counted = [b["count"] for b in tally["by_band"]][:4]
        assert bands == counted or tally["by_band"] == [], f"{name} {key}: {bands}, evaluate says {counted}"
        compared += 1
    assert compared >= 12


def a_correction_gives_what_evaluate_says():
    for name in SAMPLES:
        result = kensho("evaluate", corrected_project(name), "--format", "json")
        assert result.returncode == 0, result.stderr
        evaluated = json.loads(result.stdout)
        book = RECALCULATED[f"{name}-corrected"]
        compare_results(name, evaluated, Calculation(book))
        compare_tallies(name, evaluated, book)
        before = openpyxl.load_workbook(BOOKS[name], data_only=True)["集計"]
        after = book["集計"]
        changed = [c.coordinate for row in before.iter_rows() for c in row if c.value != after[c.coordinate].value]
        assert len(changed) > 5, f"{name}: the corrections changed nothing"


def the_summary_follows():
    for name in SAMPLES:
        result = json.loads(kensho("evaluate", corrected_project_folder(name), "--format", "json").stdout)
        overall = [year for year in result["overall"] if year["western"] == EVALUATED[name]][0]["kpis"]
        sheet = RECALCULATED[f"{name}-corrected"]["総括" if name == "atsugi" else "まとめ"]
        assert sheet["A5"].value == number(overall["mean"]), (sheet["A5"].value, overall["mean"])
        assert sheet["A8"].value == rating(overall["rating"])


def corrected_project_folder(name):
    return ROOT / "corrected" / name


def charts_hold_what_their_cells_say():
    """For programs that draw a chart without calculating, and for Excel's protected view."""
    spaces = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    for name in SAMPLES:
        book = openpyxl.load_workbook(BOOKS[name], data_only=True)
        archive = zipfile.ZipFile(BOOKS[name])
        charts = [entry for entry in archive.namelist() if entry.startswith("xl/charts/chart")]
        assert len(charts) > 3, charts
        for chart in charts:
            for kind in "num", "str":
                for reference in ElementTree.fromstring(archive.read(chart)).iterfind(f".//c:{kind}Ref", spaces):
                    sheet, area = reference.find("c:f", spaces).text.rsplit("!", 1)
                    cells = book[sheet.strip("'").replace("''", "'")][area.replace("$", "")]
                    cells = [cell for row in cells for cell in row] if isinstance(cells, tuple) else [cells]
                    held = {int(point.get("idx")): point.find("c:v", spaces).text
                            for point in reference.iterfind(f"c:{kind}Cache/c:pt", spaces)}
                    for index, cell in enumerate(cells):
                        said = held.get(index)
                        if isinstance(cell.value, (int, float)):
                            assert said is not None and float(said) == cell.value, (chart, cell.coordinate, said)
                        elif kind == "num":
                            assert said is None, (chart, cell.coordinate, said, cell.value)
                        else:
                            assert (said or "") == (cell.value or ""), (chart, cell.coordinate, said, cell.value)


def sentences(book):
    return [cell.value for sheet in ("表紙",) for row in book[sheet].iter_rows(max_col=1) for cell in row if cell.value]


def what_is_pasted_does_not_drop_out_in_silence():
    for name, (_, keys) in PASTED.items():
        book = RECALCULATED[f"{name}-pasted"]
        calculation = Calculation(book)
        for key, text in zip(keys, PASTES):
            row = calculation.rows[key, EVALUATED[name]]
            assert calculation.value(row, "reason") == "入力の誤り", (name, key, text, calculation.value(row, "reason"))
            assert calculation.value(row, "shown") is None, (name, key, text)
        said = f"入力が{len(PASTES)}件あり"
        assert any(said in str(line) for line in sentences(book)), sentences(book)
        first = book["総括" if name == "atsugi" else "まとめ"]
        assert any(said in str(cell.value) for cell in first[2]), [cell.value for cell in first[2]]
        assert not any("入力が" in str(line) for line in sentences(RECALCULATED[name])), "nothing is wrong as made"
        assert sum(cell.value == "入力の誤り" for row in book["前年度からの変化"].iter_rows() for cell in row) >= len(PASTES)


def no_paste_breaks_a_formula():
    for path in FLOODED:
        formulas = openpyxl.load_workbook(path)
        broken = [(sheet.title, cell.coordinate, cell.value, str(formulas[sheet.title][cell.coordinate].value)[:80])
                  for sheet in RECALCULATED[path.stem] for row in sheet.iter_rows() for cell in row
                  if cell.data_type == "e" and str(formulas[sheet.title][cell.coordinate].value) not in FLOOD]
        assert not broken, (path.stem, len(broken), broken[:5])


def a_pasted_text_turns_red():
    """Every input of a goal's sheet that has a rule has the condition, with the same test."""
    for name in SAMPLES:
        for sheet in openpyxl.load_workbook(BOOKS[name]):
            if not sheet.title.startswith("目標"):
                continue
            ruled = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
            red = {str(area.sqref): [rule.formula[0] for rule in rules]
                   for area, rules in sheet.conditional_formatting._cf_rules.items()}
            for area, test in ruled.items():
                assert any(test in formula for formula in red.get(area, [])), (name, sheet.title, area)


def limits_out_of_order_or_scale_are_named():
    for name in LIMITS:
        for number in range(3):
            lines = sentences(RECALCULATED[f"{name}-limits{number}"])
            assert any("順序や桁の合わない" in str(line) for line in lines), (name, number, lines)
        assert not any("順序や桁の合わない" in str(line) for line in sentences(RECALCULATED[name]))


def a_trial_gives_what_evaluate_says_and_leaves_the_originals():
    for name in TRIED:
        kpis = {key for key, _ in inputs_of(openpyxl.load_workbook(BOOKS[name]), name, "KPI")}
        assert set(CORRECTIONS[name]) & kpis, "nothing is tried"
        evaluated = json.loads(kensho("evaluate", corrected_project_folder(name), "--format", "json").stdout)
        book = RECALCULATED[f"{name}-tried"]
        calculation = Calculation(book)
        for indicator in evaluated["indicators"]:
            row = calculation.rows.get((indicator["id"] + "（ためし）", EVALUATED[name]))
            if row is None:
                continue
            result = next(year for year in indicator["years"] if year["western"] == EVALUATED[name])
            live = result["evaluated"]
            assert calculation.value(row, "shown") == (number(result["rate"]) if live else None), indicator["id"]
            assert calculation.value(row, "rating") == (rating(result["rating"]) if live else None), indicator["id"]
        before, after = openpyxl.load_workbook(BOOKS[name], data_only=True), book
        for sheet in before:
            if sheet.title.startswith("目標") or sheet.title == "総括":
                for line in sheet.iter_rows():
                    for cell in line:
                        assert same(cell.value, after[sheet.title][cell.coordinate].value), (sheet.title, cell.coordinate)
        means = [year["kpis"]["mean"] for year in evaluated["overall"] if year["western"] == EVALUATED[name]]
        tallies = book["集計"]
        heads = {cell.value: cell.column for cell in tallies[3] if cell.value}
        tried_mean = [tallies.cell(row, heads["平均"]).value for row in range(4, tallies.max_row + 1)
                      if tallies.cell(row, 1).value == "KPI（ためし）" and not tallies.cell(row, heads["基本目標"]).value]
        assert tried_mean == [number(means[0])], (tried_mean, means)


def a_difference_is_that_of_the_cells_beside_it():
    for name in SAMPLES:
        for book in (openpyxl.load_workbook(BOOKS[name], data_only=True), RECALCULATED.get(f"{name}-corrected")):
            if book is None:
                continue
            sheet = book["前年度からの変化"]
            compared = 0
            for column in range(3, sheet.max_column + 1):
                if not str(sheet.cell(3, column).value).startswith("差"):
                    continue
                for row in range(4, sheet.max_row + 1):
                    before, now, change = (sheet.cell(row, column - at).value for at in (2, 1, 0))
                    if all(isinstance(value, (int, float)) for value in (before, now)):
                        assert isinstance(change, (int, float)), (name, row, column)
                        assert abs(now - before - change) < 1e-9, (name, row, before, now, change)
                        compared += 1
                    else:
                        assert change in (None, ""), (name, row, column, change)
            assert compared > 10, compared


def worse_is_by_the_direction():
    sheet = openpyxl.load_workbook(BOOKS["atsugi"], data_only=True)["前年度からの変化"]
    heads = {str(cell.value).replace("\n", ""): cell.column for cell in sheet[3]}
    crimes = next(row for row in range(4, sheet.max_row + 1) if str(sheet.cell(row, 2).value).startswith("刑法犯"))
    assert sheet.cell(crimes, heads["差"]).value > 0
    assert sheet.cell(crimes, heads["改善・悪化"]).value.endswith("悪化")


TESTS = [ties_are_ties, a_pasted_text_turns_red, a_difference_is_that_of_the_cells_beside_it, worse_is_by_the_direction,
          charts_hold_what_their_cells_say]
if office.available():
    recalculate()
    TESTS += [every_formula_gives_its_stored_value, shown_rates_are_equal_to_the_last_bit,
              a_correction_gives_what_evaluate_says, the_summary_follows, what_is_pasted_does_not_drop_out_in_silence,
              no_paste_breaks_a_formula, limits_out_of_order_or_scale_are_named, a_trial_gives_what_evaluate_says_and_leaves_the_originals]
else:
    print("LibreOffice is not installed: nothing is recalculated")
sys.exit(run(TESTS))
