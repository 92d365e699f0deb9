"""The data workbook and its CSV, rule by rule: 総務省「機械判読可能なデータの表記方法の統一ルール」(2020)."""
import csv
import hashlib
import io
import json
import pathlib
import re
import sys
import tempfile
import unicodedata
import zipfile

import openpyxl
import yaml
from openpyxl.utils import column_index_from_string

from project import HOME, SAMPLES, build, kensho, run, sample

FOLDER = tempfile.TemporaryDirectory(prefix="kensho-data-")
ROOT = pathlib.Path(FOLDER.name)
TABLES = {"results.csv": "指標の年度別実績", "indicators.csv": "指標", "goals.csv": "基本目標の集計",
          "ratings.csv": "評価区分別の指標数", "initiatives.csv": "主な取組", "projects.csv": "事業",
          "project_texts.csv": "事業の内容と実績", "activities.csv": "取組指標", "policy.csv": "評価の決まり",
          "bands.csv": "評価区分", "statuses.csv": "値がないことを表す語", "definitions.csv": "項目の説明"}
OUT, BOOK, CSV = {}, {}, {}


def read_csv(path):
    raw = path.read_bytes()
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


for NAME in SAMPLES:
    OUT[NAME] = build(sample(NAME, ROOT / "projects"), ROOT / NAME)
    BOOK[NAME] = openpyxl.load_workbook(OUT[NAME] / "data.xlsx")
    CSV[NAME] = {file: read_csv(OUT[NAME] / file) for file in TABLES}


def cells():
    for name, book in BOOK.items():
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    yield f"{name} {sheet.title}!{cell.coordinate}", cell


def texts():
    for where, cell in cells():
        if isinstance(cell.value, str):
            yield where, cell.value
    for name, tables in CSV.items():
        for file, rows in tables.items():
            for at, row in enumerate(rows):
                for text in row:
                    yield f"{name} {file}:{at + 1}", text


def records(name, file):
    head, *rows = CSV[name][file]
    return [dict(zip(head, row)) for row in rows]


def rule_1_1_every_table_is_xlsx_and_csv():
    for name in SAMPLES:
        assert sorted(p.name for p in OUT[name].iterdir()) == sorted([*TABLES, "data.xlsx", "council.xlsx", ".kensho",
                                                                       "datapackage.json", "csv-metadata.json"])
        assert BOOK[name].sheetnames == list(TABLES.values())
        for file, title in TABLES.items():
            raw = (OUT[name] / file).read_bytes()
            assert raw.startswith(b"\xef\xbb\xbf"), f"{file}: no byte order mark"
            assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b""), f"{file}: not CRLF"
            sheet = [["" if v is None else v for v in row] for row in BOOK[name][title].iter_rows(values_only=True)]
            assert len(sheet) == len(CSV[name][file]), file
            for xlsx_row, csv_row in zip(sheet, CSV[name][file]):
                assert len(xlsx_row) == len(csv_row)
                for mine, theirs in zip(xlsx_row, csv_row):
                    equal = mine == theirs or (not isinstance(mine, str) and float(theirs) == mine)
                    assert equal, f"{name} {file}: {mine!r} and {theirs!r}"


def rule_1_2_one_datum_a_cell():
    for name in SAMPLES:
        head = CSV[name]["results.csv"][0]
        rate = "達成率" if name == "atsugi" else "進捗率"
        for column in (rate, f"上限なしの{rate}", "実績値", "実績値の状態", "単位", "西暦", "和暦"):
            assert head.count(column) == 1, f"{name}: {column}"
        for row in records(name, "results.csv"):
            for column in (rate, f"上限なしの{rate}", "目標値", "実績値"):
                assert re.fullmatch(r"-?\d+(\.\d+)?|", row[column]), (name, row["指標ID"], column, row[column])
    brackets = [row for row in records("atsugi", "activities.csv") if row["括弧内の値"]]
    assert brackets, "the second figures in brackets are gone"
    assert all("(" not in row["実績値"] and "（" not in row["実績値"] for row in brackets)


def rule_1_3_numbers_are_numbers():
    for where, cell in cells():
        if isinstance(cell.value, str) and not words_by_nature(cell):
            assert not re.fullmatch(r"[-−△▲]?[\d,，]+(\.\d+)?[%％件人]?", cell.value), f"{where}: {cell.value}"
    sheet = BOOK["atsugi"]["指標の年度別実績"]
    head = {cell.value: cell.column for cell in sheet[1]}
    row = next(r for r in range(2, sheet.max_row + 1)
               if sheet.cell(r, head["指標ID"]).value == "daily-support" and sheet.cell(r, head["西暦"]).value == 2023)
    actual, rate = sheet.cell(row, head["実績値"]), sheet.cell(row, head["上限なしの達成率"])
    assert (actual.value, actual.data_type, actual.number_format) == (18405, "n", '#,##0;"−"#,##0')
    assert (rate.value, rate.data_type, rate.number_format) == (102.3, "n", '#,##0.0;"−"#,##0.0')


def words_by_nature(cell):
    """A municipality's code, and a sentence of a project's results (12人)."""
    head = cell.parent.cell(1, cell.column).value
    return "コード" in head or head == "文"


def heads_stand_as_their_values():
    """At the right over numbers; years are names."""
    sides = set()
    for name, book in BOOK.items():
        for sheet in book:
            for head in sheet[1]:
                filled = [cell for row in sheet.iter_rows(min_row=2, min_col=head.column, max_col=head.column) for cell in row
                          if cell.value is not None]
                if not filled:
                    continue
                right = {cell.alignment.horizontal == "right" for cell in filled}
                where = f"{name} {sheet.title}: {head.value}"
                assert (head.alignment.horizontal == "right") in right, where
                assert len(right) == 1 or head.value == "括弧内の値", where
                beside = head.column > 1 and sheet.cell(1, head.column - 1).alignment.horizontal == "right"
                indents = {cell.alignment.indent for cell in (head, *filled)}
                assert indents == {1 if beside and right == {False} else 0}, (where, indents)
                sides |= right
    assert sides == {True, False}


def rule_1_4_no_merged_cells():
    assert all(not sheet.merged_cells.ranges for book in BOOK.values() for sheet in book)


def rule_1_5_no_blanks_or_breaks_for_looks():
    for where, text in texts():
        assert text == text.strip() and "\u3000" not in text and not re.search(r"[\n\r\t]|  ", text), f"{where}: {text!r}"


def rule_1_6_nothing_omitted():
    always = {"results.csv": ["指標ID", "種別", "基本目標番号", "基本目標", "指標名", "西暦"],
              "projects.csv": ["基本目標番号", "基本目標", "施策番号", "具体的な施策", "主な取組番号", "主な取組", "事業ID", "事業名"],
              "activities.csv": ["基本目標番号", "具体的な施策", "主な取組", "事業名", "取組指標", "西暦"],
              "project_texts.csv": ["基本目標番号", "具体的な施策", "主な取組", "事業名", "文の種別", "文"]}
    for name in SAMPLES:
        for file, columns in always.items():
            for at, row in enumerate(records(name, file)):
                for column in columns:
                    assert row[column], f"{name} {file}:{at + 2}: {column} is empty"
        kpis = [row for row in records(name, "results.csv") if row["種別"] == "KPI"]
        assert all(row["具体的な施策"] and row["主な取組"] for row in kpis)


def rule_1_7_no_formulas():
    assert all(cell.data_type != "f" for _, cell in cells())
    for name in SAMPLES:
        with zipfile.ZipFile(OUT[name] / "data.xlsx") as parts:
            assert all(b"<f>" not in parts.read(part) for part in parts.namelist())


def rule_1_8_no_charts_or_pictures():
    for name in SAMPLES:
        with zipfile.ZipFile(OUT[name] / "data.xlsx") as parts:
            extra = [p for p in parts.namelist() if re.search(r"chart|drawing|media|comment", p)]
            assert not extra, extra


UNITS = {"results.csv": ["単位", "達成率の単位", "達成率の差の単位"], "indicators.csv": ["単位"],
         "goals.csv": ["数の単位", "平均の単位", "差の単位"], "ratings.csv": ["数の単位"],
         "activities.csv": ["単位"], "bands.csv": ["下限の単位", "点数の単位"], "initiatives.csv": ["数の単位"],
         "projects.csv": ["数の単位"]}


def rule_1_9_a_unit_for_every_figure():
    for name in SAMPLES:
        for file, columns in UNITS.items():
            for at, row in enumerate(records(name, file)):
                for column in columns:
                    column = column if name == "atsugi" else column.replace("達成率", "進捗率")
                    assert row[column], f"{name} {file}:{at + 2}: {column} is empty"
        assert all(row["単位"] for row in records(name, "policy.csv") if row["値"])


def rule_1_10_no_machine_dependent_characters():
    """Names are exempt; in the samples' names there are none either."""
    for where, text in texts():
        found = [c for c in text if unicodedata.category(c) in ("No", "Nl") or c in "㎡㎥㎞㎏㎝㎜㈱㈲№℡㍻㍼㍽㍾㋿"]
        assert not found, f"{where}: {found} in {text!r}"
    units = {row["単位"] for row in records("atsugi", "indicators.csv")}
    assert "m2/人" in units, units


def rule_1_11_western_years_and_their_kind():
    for name in SAMPLES:
        for file in ("results.csv", "goals.csv", "ratings.csv", "activities.csv"):
            for row in records(name, file):
                assert re.fullmatch(r"\d{4}", row["西暦"]), row
                assert row["年度・年の別"] in ("年度", "年"), row
                assert re.fullmatch(rf"(令和|平成)(元|\d+){row['年度・年の別']}", row["和暦"]), row
    kinds = {row["年度・年の別"] for row in records("atsugi", "results.csv")}
    assert kinds == {"年度", "年"}


def rule_1_12_code_and_name_of_the_municipality():
    for name, (digits, code, municipality) in {"atsugi": ("6桁", "142123", "厚木市"),
                                               "shiomizawa": ("5桁", "99321", "汐見沢町")}.items():
        for file in TABLES:
            if file == "definitions.csv":
                continue
            assert CSV[name][file][0][:2] == ["全国地方公共団体コード", "地方公共団体名"], file
            assert {tuple(row[:2]) for row in CSV[name][file][1:]} == {(code, municipality)}, file
        notes = {row["説明"] for row in records(name, "definitions.csv") if row["項目名"] == "全国地方公共団体コード"}
        assert len(notes) == 1 and digits in notes.pop(), name


def rule_1_13_a_status_has_its_own_column():
    words = set()
    for name in SAMPLES:
        for row in records(name, "results.csv"):
            assert not (row["実績値"] and row["実績値の状態"]), row
            words.add(row["実績値の状態"])
    assert {"未公表", "調査なし", "集計中", ""} <= words, words
    text = {row["実績値の状態"] for row in records("atsugi", "activities.csv")}
    assert "－" in text, text


def words_that_are_values_have_their_own_column():
    statuses = {row["語"] for name in SAMPLES for row in records(name, "statuses.csv")}
    values = set()
    for name in SAMPLES:
        for file in ("results.csv", "activities.csv"):
            for row in records(name, file):
                assert row["実績値の状態"] in statuses | {""}, row
                assert sum(bool(row[key]) for key in ("実績値", "実績値の状態", "実績値（言葉）")) <= 1, row
                values.add(row["実績値（言葉）"])
    assert len(values) > 3, values
    for name in SAMPLES:
        for file in UNITS:
            for row in records(name, file):
                for column in UNITS[file]:
                    column = column if name == "atsugi" else column.replace("達成率", "進捗率")
                    assert row[column] != "－" and not re.search("[Ａ-Ｚａ-ｚ０-９％]", row[column]), row[column]


TYPES = {"string": r".*", "integer": r"-?\d+|", "number": r"-?\d+(\.\d+)?|"}


def the_data_package_describes_what_is_there():
    """Frictionless Data Package 1: what its schema demands, and every cell against its field."""
    for name in SAMPLES:
        package = json.loads((OUT[name] / "datapackage.json").read_text())
        assert package["profile"] == "tabular-data-package" and re.fullmatch(r"[-a-z0-9._/]+", package["name"])
        assert package["licenses"][0]["name"] and package["licenses"][0]["path"].startswith("https://")
        assert package["contributors"][0]["title"] and package["title"]
        assert "created" not in package or re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}(Z|[+-]\d\d:\d\d)", package["created"])
        assert [resource["path"] for resource in package["resources"]] == list(TABLES)
        for resource in package["resources"]:
            raw = (OUT[name] / resource["path"]).read_bytes()
            assert resource["bytes"] == len(raw) and resource["hash"] == "sha256:" + hashlib.sha256(raw).hexdigest()
            assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
            head, *rows = CSV[name][resource["path"]]
            fields = resource["schema"]["fields"]
            assert [field["name"] for field in fields] == head
            assert all(field["description"] for field in fields), resource["path"]
            for row in rows:
                for field, cell in zip(fields, row):
                    assert re.fullmatch(TYPES[field["type"]], cell, re.S), (resource["path"], field["name"], cell)


def csvw_describes_what_is_there():
    for name in SAMPLES:
        metadata = json.loads((OUT[name] / "csv-metadata.json").read_text())
        assert metadata["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "ja"}]
        assert [table["url"] for table in metadata["tables"]] == list(TABLES)
        for table in metadata["tables"]:
            columns = table["tableSchema"]["columns"]
            assert [column["titles"] for column in columns] == CSV[name][table["url"]][0]
            names = [column["name"] for column in columns]
            assert len(set(names)) == len(names) and all(re.fullmatch(r"[a-z][a-z0-9_]*", key) for key in names), names
            assert {column["datatype"] for column in columns} <= {"string", "integer", "decimal"}


def rules_1_14_and_1_15_one_table_from_a1():
    for name, book in BOOK.items():
        for sheet in book:
            assert sheet.dimensions.startswith("A1:"), f"{sheet.title}: {sheet.dimensions}"
            head = [cell.value for cell in sheet[1]]
            assert all(head) and len(set(head)) == len(head), f"{name} {sheet.title}: {head}"
            assert not sheet.tables and sheet.max_row > 1
            blank = [r for r in range(1, sheet.max_row + 1) if all(c.value is None for c in sheet[r])]
            assert not blank, f"{name} {sheet.title}: rows {blank} are empty"
    described = {(row["ファイル"], row["項目名"]) for row in records("atsugi", "definitions.csv") if row["説明"]}
    assert described == {(file, head) for file in TABLES for head in CSV["atsugi"][file][0]}


def project_fields(tree):
    """What stands under `fields` of each project, by its id."""
    found = {}
    for item in tree if isinstance(tree, list) else tree.values() if isinstance(tree, dict) else []:
        found |= project_fields(item)
    if isinstance(tree, dict) and "id" in tree and "fields" in tree:
        found[tree["id"]] = tree["fields"]
    return found


def ratings_of_projects_have_a_column_each():
    """A column a field in which a project is rated, in both books; none where nobody has rated one."""
    fields = {}
    for file in sorted((HOME / "samples/kuzuse/years/r5/projects").glob("*.yaml")):
        fields |= project_fields(yaml.safe_load(file.read_text()))
    OUT["kuzuse"] = build(sample("kuzuse", ROOT / "projects"), ROOT / "kuzuse")
    CSV["kuzuse"] = {"projects.csv": read_csv(OUT["kuzuse"] / "projects.csv")}
    named = {"effect": "事業効果", "direction": "今後の方向性"}
    rows = records("kuzuse", "projects.csv")
    assert len(rows) == len(fields) > 20
    for row in rows:
        assert {key: row[name] for key, name in named.items()} == {key: fields[row["事業ID"]][key] for key in named}, row
    metadata = json.loads((OUT["kuzuse"] / "csv-metadata.json").read_text())
    columns = {c["titles"]: c for t in metadata["tables"] if t["url"] == "projects.csv" for c in t["tableSchema"]["columns"]}
    assert columns["事業効果"]["name"] == "project_rating_effect"
    assert columns["事業効果"]["dc:description"] == "事業に対する事業効果（高い、中くらい、低い）"
    sheet = openpyxl.load_workbook(OUT["kuzuse"] / "council.xlsx")["事業と取組指標"]
    head = {cell.value.replace("\n", ""): cell.column for cell in sheet[3] if cell.value}
    grounds = {"高い": "FF154B7A", "中くらい": "FF79A9CB", "低い": "FFF0C95F"}
    rated = [sheet.cell(row, head["事業効果"]) for row in range(4, sheet.max_row + 1) if sheet.cell(row, head["事業名"]).value]
    assert [cell.value for cell in rated] == [row["事業効果"] for row in rows]
    assert all(cell.fill.fgColor.rgb == grounds[cell.value] for cell in rated)
    for name in ("atsugi", "shiomizawa"):
        described = [row["項目の英字名"] for row in records(name, "definitions.csv") if row["ファイル"] == "projects.csv"]
        assert described and not [key for key in described if key.startswith("project_rating")], described


def where_finds_ratings_of_projects():
    told = kensho("where", "moving-desk.own.effect", ROOT / "projects/kuzuse").stdout
    assert "data.xlsx" in told and "事業と取組指標" in told, told


IDENTITY = {"指標の年度別実績": ("指標ID", "西暦"), "指標": ("指標ID",), "事業": ("事業ID",),
            "基本目標の集計": ("集計の範囲", "基本目標番号", "種別", "西暦"),
            "評価区分別の指標数": ("集計の範囲", "基本目標番号", "種別", "西暦", "評価"),
            "主な取組": ("基本目標番号", "施策番号", "主な取組番号"),
            "事業の内容と実績": ("事業ID", "西暦", "文の種別", "文の番号", "内訳の番号"),
            "取組指標": ("事業ID", "取組指標番号", "西暦")}


def printed_columns_tell_rows_apart():
    """Columns beyond the page are not printed, at the natural size; those that tell rows apart are, and do."""
    partly = set()
    for name in SAMPLES:
        for title, columns in IDENTITY.items():
            sheet = BOOK[name][title]
            last = sheet.max_column
            if sheet.print_area:
                area = re.fullmatch(r"(?:.*!)?\$A\$1:\$([A-Z]+)\$(\d+)", "".join(sheet.print_area))
                last = column_index_from_string(area[1])
                assert int(area[2]) == sheet.max_row and last < sheet.max_column, (name, title, sheet.print_area)
                partly.add(title)
            assert sheet.page_setup.scale in (None, 100) and sheet.print_title_rows == "$1:$1", (name, title)
            head = [cell.value for cell in sheet[1]][:last]
            at = [head.index(column) for column in columns]
            rows = [tuple(row[place] for place in at) for row in sheet.iter_rows(min_row=2, values_only=True)]
            assert len(set(rows)) == len(rows) == sheet.max_row - 1, (name, title, len(rows), len(set(rows)))
    assert {"指標の年度別実績", "指標", "取組指標"} <= partly, partly


def figures_are_those_of_evaluate():
    for name in SAMPLES:
        evaluated = json.loads(kensho("evaluate", ROOT / "projects" / name, "--format", "json").stdout)
        rate = "達成率" if name == "atsugi" else "進捗率"
        rows = {(row["指標ID"], int(row["西暦"])): row for row in records(name, "results.csv")}
        for indicator in evaluated["indicators"]:
            for result in indicator["years"]:
                row = rows[indicator["id"], result["western"]]
                expected = [result["rate"], result["uncapped_rate"], result["rate_exact"], (result["actual"] or {}).get("value"),
                            (result["target"] or {}).get("value"), (result["rating"] or {}).get("word")]
                got = [row[rate], row[f"上限なしの{rate}"], row[f"{rate}（分数）"], row["実績値"], row["目標値"], row["評価"]]
                assert got == [value or "" for value in expected], f"{name} {indicator['id']} {result['year']}: {got}"


sys.exit(run([rule_1_1_every_table_is_xlsx_and_csv, rule_1_2_one_datum_a_cell, rule_1_3_numbers_are_numbers,
              rule_1_4_no_merged_cells, rule_1_5_no_blanks_or_breaks_for_looks, rule_1_6_nothing_omitted,
              rule_1_7_no_formulas, rule_1_8_no_charts_or_pictures, rule_1_9_a_unit_for_every_figure,
              rule_1_10_no_machine_dependent_characters, rule_1_11_western_years_and_their_kind,
              rule_1_12_code_and_name_of_the_municipality, rule_1_13_a_status_has_its_own_column,
              rules_1_14_and_1_15_one_table_from_a1, words_that_are_values_have_their_own_column,
              the_data_package_describes_what_is_there, csvw_describes_what_is_there,
              ratings_of_projects_have_a_column_each, where_finds_ratings_of_projects,
              printed_columns_tell_rows_apart, heads_stand_as_their_values, figures_are_those_of_evaluate]))
