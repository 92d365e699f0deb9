"""Hostile texts, names and lengths; the same bytes from run to run; drafts; protection."""
import csv
import io
import pathlib
import re
import resource
import shutil
import signal
import sys
import tempfile
import zipfile

import openpyxl

from project import HOME, SAMPLES, build, invented, kensho, run, sample

FOLDER = tempfile.TemporaryDirectory(prefix="kensho-safety-")
ROOT = pathlib.Path(FOLDER.name)
USUAL = (HOME / "config/workbook.yaml").read_text()
POLICY = (pathlib.Path(__file__).parents[2] / "config/policies/atsugi.yaml").read_text()
DANGEROUS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "_x0041_"]


def hostile_project():
    kpis = {f"k{at}": ({"name": f'"{text}"', "unit": f'"{text}"', "note": f'"{text}"'}, 10, 9)
            for at, text in enumerate(DANGEROUS)}
    hostile_project.made = invented("hostile", ROOT, POLICY, kpis)
    return hostile_project.made


def in_column(sheet, head):
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == head)
    return {cell.value for cell in sheet[letter]}


def a_text_never_becomes_a_formula():
    out = build(hostile_project(), ROOT / "hostile-out")
    data = openpyxl.load_workbook(out / "data.xlsx")
    names = in_column(data["指標"], "指標名") | in_column(data["指標"], "単位")
    assert set(DANGEROUS[:5]) <= names, names
    council = openpyxl.load_workbook(out / "council.xlsx")
    for book in (data, council):
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    assert not (cell.data_type == "f" and cell.value in DANGEROUS), cell.coordinate
    with zipfile.ZipFile(out / "data.xlsx") as parts:
        content = b"".join(parts.read(part) for part in parts.namelist() if "worksheets" in part)
    assert b"_x005F_x0041_" in content, "Excel would read _x0041_ as A"
    rows = list(csv.reader(io.StringIO((out / "indicators.csv").read_bytes().decode("utf-8-sig"), newline="")))
    assert set(DANGEROUS) <= {row[rows[0].index("指標名")] for row in rows}, "the CSV holds the text to the letter"


def a_csv_for_people_is_guarded_where_the_template_says_so():
    project = hostile_project.made
    sheets = project / "sheets/workbook.yaml"
    sheets.write_text(USUAL.replace("\ndata:\n", "\ndata:\n  guard_formulas: true\n"))
    out = build(project, ROOT / "guarded-out")
    rows = list(csv.reader(io.StringIO((out / "indicators.csv").read_bytes().decode("utf-8-sig"), newline="")))
    names = {row[rows[0].index("指標名")] for row in rows}
    assert {"'" + text for text in DANGEROUS[:5]} <= names and "_x0041_" in names, names
    assert not any(field[:1] in "=+@\t" for row in rows for field in row if field), rows
    book = openpyxl.load_workbook(out / "data.xlsx")
    assert set(DANGEROUS[:5]) <= in_column(book["指標"], "指標名"), "cells are texts already"


def a_sheet_that_would_be_empty_is_left_out():
    """The project has no projects; the samples have."""
    assert "事業と取組指標" not in openpyxl.load_workbook(ROOT / "hostile-out/council.xlsx").sheetnames


def control_characters_and_long_texts_are_reported():
    long = "あ" * 40_000
    project = invented("long", ROOT, POLICY, {"k1": ({"note": f'"{long}"'}, 10, 9)})
    result = kensho("build", project, "--out", ROOT / "long-out")
    assert result.returncode == 1, result.stderr
    assert "this text has 40000 characters; a spreadsheet's cell holds 32767" in result.stderr, result.stderr[-600:]
    assert not (ROOT / "long-out").exists()


def numbers_beyond_a_double_are_reported():
    project = invented("digits", ROOT, POLICY, {"k1": ({}, "1234567890123456789", "1234567890123456788")})
    result = kensho("build", project, "--out", ROOT / "digits-out")
    assert "1234567890123456789 has 19 digits; a spreadsheet keeps 15 of them" in result.stderr, result.stderr
    text = (ROOT / "digits-out/results.csv").read_text(encoding="utf-8-sig")
    assert ",1234567890123456788," in text, "the CSV keeps them all"


def sheet_names_are_cut_without_collisions():
    project = sample("atsugi", ROOT / "names")
    sheets = project / "sheets/workbook.yaml"
    text = sheets.read_text().replace('name: "目標{number}（{slogan}）"', "name: \"'目標[1/2]:とても長いシートの名前をここに書いてみるとどうなるだろうか'\"")
    sheets.write_text(text)
    names = openpyxl.load_workbook(build(project, ROOT / "names-out") / "council.xlsx").sheetnames
    goals = [name for name in names if name.startswith("目標")]
    assert len(goals) == 4 and len(set(goals)) == 4, names
    assert all(len(name.encode("utf-16-le")) // 2 <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names), names


def the_same_bytes_whatever_the_zone_and_folder():
    for name in SAMPLES:
        first = build(sample(name, ROOT / "a"), ROOT / "a-out" / name, environment={"TZ": "UTC"})
        second = build(sample(name, ROOT / "b/deeper"), ROOT / "b-out" / name, environment={"TZ": "Asia/Tokyo"})
        files = sorted(p.name for p in first.iterdir())
        assert files == sorted(p.name for p in second.iterdir()) and len(files) == 17
        for file in files:
            assert (first / file).read_bytes() == (second / file).read_bytes(), f"{name}: {file} differs"


def properties_do_not_tell_the_day():
    book = openpyxl.load_workbook(ROOT / "a-out/atsugi/council.xlsx")
    assert str(book.properties.created) == "2024-04-01 00:00:00", book.properties.created
    assert book.properties.creator == "厚木市"


def a_draft_says_so():
    project = ROOT / "a/atsugi"
    out = build(project, ROOT / "draft-out", "--draft")
    for sheet in openpyxl.load_workbook(out / "council-案.xlsx"):
        assert sheet.oddHeader.center.text == "案", sheet.title
    for sheet in openpyxl.load_workbook(ROOT / "a-out/atsugi/council.xlsx"):
        assert sheet.oddHeader.center.text is None, sheet.title


def sheets_print_as_they_should():
    book = openpyxl.load_workbook(ROOT / "a-out/atsugi/council.xlsx")
    for sheet in book:
        upright = sheet.title.startswith("目標") or sheet.title in ("個票", "表紙")
        assert sheet.page_setup.orientation == ("portrait" if upright else "landscape"), sheet.title
        assert sheet.page_setup.paperSize in (8, 9, "8", "9"), sheet.title
        fit = sheet.sheet_properties.pageSetUpPr
        assert fit is None or not fit.fitToPage, f"{sheet.title}: Excel would ignore the page breaks"
        assert sheet.sheet_state == ("hidden" if sheet.title in ("集計", "計算", "設定") else "visible"), sheet.title
        assert sheet.sheet_state == "hidden" or sheet.page_setup.scale in (None, 100), (sheet.title, sheet.page_setup.scale)
        foot = sheet.oddFooter  # beside words at the left the number stands at the right, so that they cannot meet
        where = foot.right if foot.left.text else foot.center
        assert where.text.startswith("&P / &N"), (sheet.title, where.text)
    for title in ("KPI一覧", "前年度からの変化", "想定問答", "事業と取組指標"):
        assert book[title].print_title_rows == "$3:$3", title
        assert book[title].freeze_panes is not None, title
    assert book["KPI一覧"].auto_filter.ref is not None


def every_page_holds_what_is_broken_for_it():
    """The rows between two breaks, and those repeated above them, are no higher than the paper between its margins."""
    pages = 0
    for sheet in openpyxl.load_workbook(ROOT / "a-out/atsugi/council.xlsx"):
        if not sheet.row_breaks.brk or not sheet.print_title_rows:
            continue
        first, last = (int(row.strip("$")) for row in sheet.print_title_rows.split(":"))
        width, height = {8: (842, 1191), 9: (595, 842)}[int(sheet.page_setup.paperSize)]
        room = width if sheet.page_setup.orientation == "landscape" else height
        room -= 72 * (sheet.page_margins.top + sheet.page_margins.bottom)
        repeated, begin = range(first, last + 1), 1
        for end in [each.id for each in sheet.row_breaks.brk] + [sheet.max_row]:
            rows = [*(repeated if begin > last else ()), *range(begin, end + 1)]
            taken = sum(sheet.row_dimensions[row].height or 15 for row in rows)
            assert taken <= room + 1, (sheet.title, begin, end, taken, room)
            pages, begin = pages + 1, end + 1
    assert pages > 10, pages


def no_project_stands_on_the_last_page_alone():
    sheet = openpyxl.load_workbook(ROOT / "a-out/atsugi/council.xlsx")["事業と取組指標"]
    last = max(each.id for each in sheet.row_breaks.brk)
    assert sum(sheet.cell(row, 4).value is not None for row in range(last + 1, sheet.max_row + 1)) > 1


def no_indicator_stands_on_the_last_page_alone():
    """Of a town whose third goal fills a page but for one, printed with a row more an indicator."""
    project = sample("kuzuse", ROOT / "alone")
    shutil.copy(HOME / "templates/kouka-kensho/workbook.yaml", project / "sheets/workbook.yaml")
    book = openpyxl.load_workbook(build(project, ROOT / "alone-out") / "council.xlsx")
    several = 0
    for sheet in book:
        if sheet.title.startswith("目標") and sheet.row_breaks.brk:
            last = max(each.id for each in sheet.row_breaks.brk)
            assert sum(sheet.cell(row, 4).value == "目標値" for row in range(last + 1, sheet.max_row + 1)) > 1, sheet.title
            several += 1
    assert several > 1, several


def formulas_are_protected_and_inputs_free():
    book = openpyxl.load_workbook(ROOT / "a-out/atsugi/council.xlsx")
    free = 0
    for sheet in book:
        assert sheet.protection.sheet, sheet.title
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert cell.protection.locked, f"{sheet.title}!{cell.coordinate}"
                free += not cell.protection.locked
    assert free > 500, free
    assert book["目標1（転入促進）"].data_validations.count > 20
    assert "達成率の上限" in [name.name for name in book.defined_names.definedName]


def every_free_cell_of_a_goal_has_the_rule():
    """Cells side by side share one, written for the first of them; a locked cell has none, so that it shows no words."""
    for sheet in goal_sheets():
        ruled = {}
        for rule in sheet.data_validations.dataValidation:
            area = str(rule.sqref)
            assert f"ISNUMBER({area.split(':')[0]})" in rule.formula1, (area, rule.formula1)
            for row in sheet[area] if ":" in area else ((sheet[area],),):
                for cell in row:
                    ruled[cell.coordinate] = ruled.get(cell.coordinate, 0) + 1
        free = {cell.coordinate: 1 for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
        assert ruled == free and len(free) > 50, (sheet.title, set(ruled) ^ set(free))


def goal_sheets():
    return [sheet for sheet in openpyxl.load_workbook(ROOT / "a-out/atsugi/council.xlsx") if sheet.title.startswith("目標")]


def merged_areas_keep_words_borders_and_heights():
    book = openpyxl.load_workbook(ROOT / "a-out/atsugi/council.xlsx")
    heights_of_areas, higher = set(), 0
    for sheet in [*goal_sheets(), book["事業と取組指標"]]:
        for area in sheet.merged_cells.ranges:
            if area.max_row == area.min_row:
                continue
            rows = range(area.min_row, area.max_row + 1)
            heights_of_areas.add(len(rows))
            if area.min_col == 1:
                assert sheet.cell(area.min_row, 1).value, f"{sheet.title}!{area} has lost its words"
            assert {sheet.cell(row, area.min_col).border.left.style for row in rows} == {"thin"}, f"{sheet.title}!{area}"
            remarks = sheet.cell(area.max_row, 4).value == "備考"  # a row of its own height, below the figures
            heights = {sheet.row_dimensions[row].height for row in rows[:len(rows) - remarks]}
            # Rows of projects are as high as what their indicators say.
            assert len(heights) == 1 or sheet.title == "事業と取組指標", f"{sheet.title}!{area}: {heights}"
            higher += heights != {None}
    assert higher > 20, "none is higher than a row usually is"
    assert {2, 3, 4, 5} <= heights_of_areas, heights_of_areas


def charts_are_real_and_notes_explain():
    with zipfile.ZipFile(ROOT / "a-out/atsugi/council.xlsx") as parts:
        charts = [p for p in parts.namelist() if p.startswith("xl/charts/chart")]
        notes = "".join(parts.read(p).decode() for p in parts.namelist() if p.startswith("xl/comments"))
    assert len(charts) == 15, charts  # 8 headline targets, ratings by goal, 4 goals and the whole, the card
    assert "実績値 18,405 ÷ 目標値 18,000 ＝ 102.25％" in notes, notes[:500]
    assert "四捨五入（小数第1位まで）して 102.3％" in notes


def no_file_larger_than(size):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


def no_temporary_file_lies_on_a_disk():
    """A sheet's rows are larger than the workbook; a limit between the two, and no folder for temporary files."""
    out = ROOT / "no-temporary"
    made = ROOT / "a-out/atsugi"
    assert max(p.stat().st_size for p in made.iterdir()) < 600_000
    result = kensho("build", ROOT / "a/atsugi", "--out", out, preexec_fn=no_file_larger_than(600_000),
                    environment={"TMPDIR": "/nonexistent"})
    assert result.returncode == 0, result.stderr
    for path in made.iterdir():
        assert path.read_bytes() == (out / path.name).read_bytes(), path.name


def a_workbook_that_does_not_fit_is_said():
    """As on a full disk, at sizes that cut the books at many places."""
    out = ROOT / "full-out"
    for size in (1, 4_096, 20_000, 60_000, 100_000):
        result = kensho("build", ROOT / "a/atsugi", "--out", out, preexec_fn=no_file_larger_than(size))
        assert result.returncode == 2 and "cannot write" in result.stderr, (size, result.returncode, result.stderr)
        assert not out.exists() or not list(out.iterdir())


def an_unknown_column_is_answered_at_its_place():
    project = sample("atsugi", ROOT / "faults")
    sheets = project / "sheets/workbook.yaml"
    lines = sheets.read_text().splitlines()
    at = next(i for i, line in enumerate(lines) if "column: uncapped, label: \"上限なしの" in line)
    lines[at] = lines[at].replace("uncapped", "uncaped")
    sheets.write_text("\n".join(lines) + "\n")
    result = kensho("build", project, "--out", ROOT / "faults-out")
    assert result.returncode == 1
    assert f"workbook.yaml:{at + 1}:" in result.stderr, result.stderr
    assert "error: unknown column `uncaped`" in result.stderr and "did you mean `uncapped`?" in result.stderr


BAD_NAMES = {"計算 種別": "it takes letters", "1番": "it takes letters", "A1": "the address of a cell",
             "R1C1": "the address of a cell", "計算_西暦": "stands twice"}


def a_name_that_excel_refuses_is_answered_at_its_place():
    project = sample("atsugi", ROOT / "bad-names")
    sheets = project / "sheets/workbook.yaml"
    text = USUAL
    for name, answer in BAD_NAMES.items():
        sheets.write_text(text.replace("name: 計算_種別", f'name: "{name}"'))
        result = kensho("build", project, "--out", ROOT / "bad-names-out")
        line = next(i for i, line in enumerate(sheets.read_text().splitlines(), 1) if f'name: "{name}"' in line)
        at_once = result.stderr.split("workbook.yaml:")
        assert result.returncode == 1 and answer in result.stderr, (name, result.stderr)
        if answer != "stands twice":
            assert any(part.startswith(f"{line}:") for part in at_once), (name, line, result.stderr)


def a_word_too_long_for_a_formula_is_answered_at_its_place():
    project = sample("atsugi", ROOT / "long-word")
    sheets = project / "sheets/workbook.yaml"
    sheets.write_text(USUAL.replace("highest_band: 最上位の区分", "highest_band: " + "最" * 256))
    result = kensho("build", project, "--out", ROOT / "long-word-out")
    assert result.returncode == 1 and "this text has 256 characters; a formula takes 255" in result.stderr, result.stderr


def questions_and_causes_stand_on_the_first_sheet():
    project = sample("atsugi", ROOT / "questions")
    prose = project / "years/r5/narrative.yaml"
    without = first_sheet(build(project, ROOT / "questions-out") / "council.xlsx")
    assert "御意見をいただきたい点" in without and not any("出生数に成果" in text for text in without)
    prose.write_text(prose.read_text() + "\ncouncil:\n  questions:\n    - 出生数に成果が表れるための取組\n"
                     "    - 刑法犯認知件数（{crimes.actual}件）の見方\n")
    actuals = project / "years/r5/actuals.yaml"
    actuals.write_text(re.sub(r"(?m)^  crimes:.*(\n    .*)*$", "  crimes: {value: 1262, cause: 自転車盗が増えた。次の文。, "
                              "next_steps: 防犯カメラを増やす。}", actuals.read_text()))
    path = build(project, ROOT / "questions-out") / "council.xlsx"
    texts = first_sheet(path)
    for wanted in ("出生数に成果が表れるための取組", "刑法犯認知件数（1,262件）の見方", "自転車盗が増えた。"):
        assert wanted in texts, wanted
    remarks = [str(cell.value) for sheet in openpyxl.load_workbook(path) if sheet.title.startswith("目標4")
               for row in sheet.iter_rows() for cell in row if "要因" in str(cell.value)]
    assert any("自転車盗が増えた。次の文。" in text and "防犯カメラを増やす。" in text for text in remarks), remarks


def first_sheet(path):
    return [str(cell.value) for row in openpyxl.load_workbook(path, data_only=True)["総括"].iter_rows() for cell in row]


def links_lead_to_cells_that_exist():
    for name in SAMPLES:
        book = openpyxl.load_workbook(ROOT / "a-out" / name / "council.xlsx")
        links = 0
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.hyperlink is None:
                        continue
                    target, address = re.fullmatch(r"'(.+)'!\$([A-Z]+\$\d+)", cell.hyperlink.location).groups()
                    there = book[target.replace("''", "'")]
                    assert there.sheet_state == "visible" and there[address.replace("$", "")].row <= there.max_row
                    links += 1
        assert links > 150, (name, links)


sys.exit(run([a_text_never_becomes_a_formula, a_sheet_that_would_be_empty_is_left_out, a_csv_for_people_is_guarded_where_the_template_says_so,
              control_characters_and_long_texts_are_reported,
              numbers_beyond_a_double_are_reported, sheet_names_are_cut_without_collisions,
              the_same_bytes_whatever_the_zone_and_folder, properties_do_not_tell_the_day, a_draft_says_so,
              sheets_print_as_they_should, every_page_holds_what_is_broken_for_it, no_project_stands_on_the_last_page_alone, no_indicator_stands_on_the_last_page_alone,
              formulas_are_protected_and_inputs_free,
              every_free_cell_of_a_goal_has_the_rule, merged_areas_keep_words_borders_and_heights,
              charts_are_real_and_notes_explain,
              no_temporary_file_lies_on_a_disk, a_workbook_that_does_not_fit_is_said,
              an_unknown_column_is_answered_at_its_place, a_name_that_excel_refuses_is_answered_at_its_place,
              a_word_too_long_for_a_formula_is_answered_at_its_place, links_lead_to_cells_that_exist,
              questions_and_causes_stand_on_the_first_sheet]))
