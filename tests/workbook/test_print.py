"""The council workbook as LibreOffice prints it: letters of nine points and more, few pages, nothing that falls off."""
import pathlib
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import column_index_from_string

import fit
import office
from project import SAMPLES, THIRD, build, only_workbook, run, sample
from plans import plan, write  # noqa: E402  of tests/report, which project.py finds

FOLDER = tempfile.TemporaryDirectory(prefix="kensho-print-")
ROOT = pathlib.Path(FOLDER.name)
FIRST = {"atsugi": "総括", "shiomizawa": "まとめ", "kuzuse": "まとめ"}


def pages_of(path):
    """The sheet that each page names at its foot, and the sizes of its letters."""
    text = subprocess.run(["mutool", "draw", "-q", "-F", "stext", str(path)], capture_output=True, check=True).stdout
    text = re.sub(rb"&#x(0|1|2|3|4|5|6|7|8|b|c|e|f|1[0-9a-f]|d[89a-f]..|fff[ef]);", b" ", text)  # no letters of XML
    pages = []
    for page in ElementTree.fromstring(text).iter("page"):
        height, width = float(page.get("height")), float(page.get("width"))
        lines = [("".join(char.get("c") for char in line.iter("char")), [float(v) for v in line.get("bbox").split()])
                 for line in page.iter("line")]
        foot = [words for words, box in lines if box[1] > height - 45 and box[0] > width * 0.6]
        sizes = [float(font.get("size")) for font in page.iter("font") if "".join(c.get("c") for c in font.iter("char")).strip()]
        pages.append({"sheet": re.sub(r"^\d+ / \d+\s+", "", foot[-1].strip()) if foot else "", "size": (width, height), "sizes": sizes,
                      "words": "".join(words for words, _ in lines), "rows": [(words.strip(), box[1]) for words, box in lines],
                      "foot": [(box[0], box[2], box[1]) for words, box in lines if box[1] > height - 45 and words.strip()]})
    return pages


def many_goals():
    """Twelve goals with two headline targets and five KPIs each, their names as long as a city may give them."""
    folder = ROOT / "projects/many"
    files = plan("kouka-kensho", 12, 2, kpis=5)
    files["kensho.yaml"]["outputs"] = {"workbook": "council.xlsx"}
    write(files, folder)
    only_workbook(folder, "kouka-kensho")
    return folder


def printed():
    made = []
    for name in SAMPLES | THIRD:
        path = build(sample(name, ROOT / "projects"), ROOT / name) / "council.xlsx"
        made.append(path.rename(ROOT / f"{name}.xlsx"))
        if name in THIRD:
            made.append(build(many_goals(), ROOT / "many").joinpath("council.xlsx").rename(ROOT / "many.xlsx"))
            made.append((path.parent / "data.xlsx").rename(ROOT / "data.xlsx"))
    return {path.stem: pages_of(path) for path in office.converted(made, "pdf", ROOT)}


def letters_have_nine_points():
    for name, pages in PAGES.items():
        for number, page in enumerate(pages, 1):
            assert min(page["sizes"]) >= 8.9, f"{name} page {number} ({page['sheet']}): {min(page['sizes'])} points"


def hidden_sheets_are_not_printed():
    for name, pages in PAGES.items():
        assert not {"集計", "計算", "設定"} & {page["sheet"] for page in pages}, name


def the_set_for_the_council_is_short():
    """Those with a coloured tab."""
    for name, pages in PAGES.items():
        book = openpyxl.load_workbook(ROOT / f"{name}.xlsx")
        wanted = {sheet.title for sheet in book if sheet.sheet_properties.tabColor is not None}
        count = sum(page["sheet"] in wanted for page in pages)
        assert 4 <= count <= 8, (name, count, [page["sheet"] for page in pages])
        assert sum(page["sheet"] == FIRST[name] for page in pages) == 1, "the first sheet is one page"


def nothing_falls_off_at_the_right():
    """A page on which the names of rows are missing would be one of columns that did not fit."""
    for name, pages in PAGES.items():
        book = openpyxl.load_workbook(ROOT / f"{name}.xlsx")
        for sheet in book:
            if sheet.sheet_state != "visible":
                continue
            titles = [page for page in pages if page["sheet"] == sheet.title]
            assert titles, (name, sheet.title)
            if sheet.print_title_rows:
                head = str(sheet.cell(int(re.search(r"\d+", sheet.print_title_rows)[0]), 1).value or "").split("\n")[0]
                for page in titles:
                    assert head[:4] in page["words"], (name, sheet.title, head)


def no_figures_of_an_indicator_are_parted():
    """On a goal's sheet the rows from 目標値 to 評価 stand on one page, under the years."""
    for name, pages in PAGES.items():
        for number, page in enumerate(pages, 1):
            if not page["sheet"].startswith("目標"):
                continue
            # Without the legends of charts, which say both on one line, and the goal's own rating in the head.
            head = next(y for words, y in page["rows"] if words == "区分")
            legends = {round(y) for words, y in page["rows"] if words == "目標値"} & {
                round(y) for words, y in page["rows"] if words == "実績値"}
            rows = [words for words, y in sorted(page["rows"], key=lambda row: row[1])
                    if y > head and words in ("目標値", "実績値", "評価") and round(y) not in legends]
            assert rows and rows == ["目標値", "実績値", "評価"] * (len(rows) // 3), f"{name} page {number}: {rows}"
            assert "現状値" in page["words"], f"{name} page {number} has no heads"


def marks_are_explained_on_their_page():
    """The sheets of goals show marks alone; what each stands for is said at the foot, of ratings without a rate too."""
    for name, pages in PAGES.items():
        changes = openpyxl.load_workbook(ROOT / f"{name}.xlsx", data_only=True)["前年度からの変化"]
        column = next(cell.column for cell in changes[3] if cell.value == "評価")
        ratings = {changes.cell(row, column).value for row in range(4, changes.max_row + 1)} - {None, ""}
        assert len(ratings) > 2, (name, ratings)
        for number, page in enumerate(pages, 1):
            missing = [word for word in ratings if word not in page["words"]]
            assert not page["sheet"].startswith("目標") or not missing, (name, number, missing)


def words_of_the_foot_stand_apart():
    for name, pages in PAGES.items():
        for number, page in enumerate(pages, 1):
            boxes = sorted(page["foot"])
            for left, right in zip(boxes, boxes[1:]):
                beside = abs(left[2] - right[2]) < 6
                assert not beside or left[1] <= right[0] + 0.5, f"{name} page {number}: {left} runs into {right}"


def the_first_sheet_of_many_goals_is_bounded():
    """Its list of 60 KPIs takes three pages; what stands beside it takes no more."""
    pages = [page for page in MANY if page["sheet"] == FIRST["atsugi"]]
    assert len(pages) <= 4, len(pages)
    for number, page in enumerate(MANY, 1):
        assert min(page["sizes"]) >= 8.9, f"page {number} ({page['sheet']}): {min(page['sizes'])} points"
    last = pages[-1]["rows"]
    assert any(words.strip() in ("59", "60") for words, _ in last), [words for words, _ in last]


def no_text_is_cut_by_its_cell():
    for name in (*PAGES, "many"):
        measured, cut = fit.cut_texts(ROOT / f"{name}.xlsx")
        assert measured > 1000 and not cut, (name, measured, len(cut), cut[:5])


def every_page_of_the_first_sheet_begins_with_whole_entries():
    """No merged cell goes over a break."""
    sheet = openpyxl.load_workbook(ROOT / "many.xlsx")[FIRST["atsugi"]]
    breaks = [each.id for each in sheet.row_breaks.brk]
    assert breaks, "the list of many goals takes more than a page"
    for area in sheet.merged_cells.ranges:
        assert not any(area.min_row <= row < area.max_row for row in breaks), (area, breaks)


def printed_columns(sheet):
    area = "".join(sheet.print_area or "")
    return column_index_from_string(re.search(r":\$([A-Z]+)", area)[1]) if area else sheet.max_column


def tables_of_data_can_be_read():
    """Nine points and more on paper that lies; one page across, under its heads; what is not printed is said; no line over
    another."""
    book = openpyxl.load_workbook(ROOT / "data.xlsx")
    heads = {sheet.title: [str(cell.value) for cell in sheet[1]] for sheet in book}
    assert {page["sheet"] for page in DATA} == set(heads), set(heads) ^ {page["sheet"] for page in DATA}
    for number, page in enumerate(DATA, 1):
        where = f"data page {number} ({page['sheet']})"
        assert min(page["sizes"]) >= 8.99 and page["size"][0] > page["size"][1], (where, min(page["sizes"]), page["size"])
        sheet, columns = book[page["sheet"]], heads[page["sheet"]]
        printed = printed_columns(sheet)
        assert all(head[:2] in page["words"] for head in columns[:printed]), (where, columns[:printed])
        said = f"左から{printed}列（全部の{len(columns)}列" in page["words"]
        assert said == (printed < len(columns)), (where, printed, len(columns))
    wanted = {"指標の年度別実績": "評価", "取組指標": "実績値（言葉）", "事業の内容と実績": "文", "指標": "現状値"}
    for title, head in wanted.items():
        assert head in heads[title][:printed_columns(book[title])] and printed_columns(book[title]) < len(heads[title]), title
    for sheet in book:
        for row in sheet.iter_rows(min_row=2):
            widest = max((sum(1 + (ord(letter) > 0x2e7f) for letter in str(cell.value))
                          / (sheet.column_dimensions[cell.column_letter].width * 1.4) for cell in row if cell.value), default=0)
            height = sheet.row_dimensions[row[0].row].height or 15
            assert height >= 11 * min(widest, 36), (sheet.title, row[0].row, height, widest)


if not office.available():
    print("LibreOffice is not installed: nothing is printed")
    sys.exit(0)
PAGES = printed()
DATA, MANY = PAGES.pop("data"), PAGES.pop("many")
sys.exit(run([letters_have_nine_points, hidden_sheets_are_not_printed, the_set_for_the_council_is_short,
              nothing_falls_off_at_the_right, no_figures_of_an_indicator_are_parted, marks_are_explained_on_their_page,
              words_of_the_foot_stand_apart, tables_of_data_can_be_read, the_first_sheet_of_many_goals_is_bounded,
              no_text_is_cut_by_its_cell, every_page_of_the_first_sheet_begins_with_whole_entries]))
