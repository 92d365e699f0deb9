"""The parts of both workbooks by the letter of ECMA-376 part 1, beside its schemas (test_valid.py): order of elements, references, lengths that Excel is known to refuse, drawings that do not overlap."""
import pathlib
import re
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

import openpyxl

from project import SAMPLES, build, run, sample

FOLDER = tempfile.TemporaryDirectory(prefix="kensho-parts-")
ROOT = pathlib.Path(FOLDER.name)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

# CT_Worksheet, 18.3.1.99: the sequence, without what nobody writes.
WORKSHEET = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter",
             "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
             "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "drawing", "legacyDrawing",
             "tableParts", "extLst"]
# CT_Workbook, 18.2.27.
WORKBOOK = ["fileVersion", "workbookPr", "workbookProtection", "bookViews", "sheets", "externalReferences", "definedNames",
            "calcPr"]
BOOKS = {}
for NAME in SAMPLES:
    made = build(sample(NAME, ROOT / "projects"), ROOT / NAME)
    for file in ("council.xlsx", "data.xlsx"):
        BOOKS[NAME, file] = zipfile.ZipFile(made / file)


def parts(pattern):
    for key, archive in BOOKS.items():
        for part in archive.namelist():
            if re.search(pattern, part):
                yield (*key, part), ElementTree.fromstring(archive.read(part))


def local(element):
    return element.tag.rsplit("}", 1)[1]


def in_order(element, order, where):
    places = [order.index(local(child)) for child in element]
    assert places == sorted(places), (where, [local(child) for child in element])


def every_part_is_xml_and_named_in_the_content_types():
    for key, archive in BOOKS.items():
        types = ElementTree.fromstring(archive.read("[Content_Types].xml"))
        named = {child.get("PartName") for child in types} | {child.get("Extension") for child in types}
        for part in archive.namelist():
            ElementTree.fromstring(archive.read(part))
            if part != "[Content_Types].xml":
                assert "/" + part in named or part.rsplit(".", 1)[1] in named, (key, part)


def every_relation_leads_to_a_part():
    for key, archive in BOOKS.items():
        for part in archive.namelist():
            if not part.endswith(".rels"):
                continue
            folder = pathlib.PurePosixPath(part).parent.parent
            for relation in ElementTree.fromstring(archive.read(part)):
                if relation.get("TargetMode") == "External":
                    continue
                target = relation.get("Target")
                path = target.lstrip("/") if target.startswith("/") else str(folder / target)
                while "/../" in path:
                    path = re.sub(r"[^/]+/\.\./", "", path, count=1)
                assert path in archive.namelist(), (key, part, target)


def elements_stand_in_their_order():
    for where, sheet in parts(r"worksheets/sheet\d+\.xml$"):
        in_order(sheet, WORKSHEET, where)
        rows = [int(row.get("r")) for row in sheet.iter(MAIN + "row")]
        assert rows == sorted(set(rows)), where
    for where, book in parts(r"xl/workbook\.xml$"):
        in_order(book, WORKBOOK, where)


def formulas_and_their_texts_are_short_enough():
    count = 0
    for where, sheet in parts(r"worksheets/sheet\d+\.xml$"):
        for formula in sheet.iter(MAIN + "f"):
            count += 1
            assert len(formula.text) <= 8192, (where, len(formula.text))
            for text in re.findall(r'"((?:[^"]|"")*)"', formula.text):
                assert len(text.encode("utf-16-le")) // 2 <= 255, (where, text)
            assert formula.text.count("(") == formula.text.count(")") or '"' in formula.text, (where, formula.text)
    assert count > 5000, count


# Of ECMA-376 part 1, 18.17.7: what came later would need a prefix (_xlfn.) and a newer Excel.
FUNCTIONS = set("""ABS AND AVERAGE AVERAGEIFS CELL CHAR COUNT COUNTA COUNTIF COUNTIFS HYPERLINK IF IFERROR INDEX INT ISBLANK ISERROR
                   ISLOGICAL ISNUMBER ISTEXT LEFT LEN MATCH MAX MEDIAN MIN MOD N NOT OR REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW SIGN
                   SMALL SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT TEXT TRUE FALSE TRUNC""".split())
TAKE_AREAS = {"AVERAGE", "AVERAGEIFS", "COUNT", "COUNTIF", "COUNTIFS", "INDEX", "MATCH", "MAX", "MIN", "SMALL", "SUM", "SUMIF",
              "SUMIFS", "SUMPRODUCT"}
TOKEN = re.compile(r""""(?:[^"]|"")*"|(?:'(?:[^']|'')*'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(])|[^\W\d][\w.]*\(?|[(),]""")


def all_formulas():
    for where, sheet in parts(r"worksheets/sheet\d+\.xml$"):
        for rule in sheet.iter(MAIN + "dataValidation"):
            if rule.get("type") != "list":  # whose source is an area
                yield where, rule.find(MAIN + "formula1").text
        for tag in ("f", "formula"):
            for formula in sheet.iter(MAIN + tag):
                yield where, formula.text


def areas_of(archive):
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    return {name.get("name") for name in book.iter(MAIN + "definedName") if ":" in name.text}


def formulas_are_those_of_every_excel():
    """Functions of the standard, nested and with arguments as Excel takes them; areas stand only where a function takes one, so
    that no Excel spills them and none takes one cell of them."""
    used, deepest, seen = set(), 0, 0
    areas = {key: areas_of(archive) for key, archive in BOOKS.items()}
    for where, formula in all_formulas():
        calls = []  # the name of each, "" for a bracket, and its arguments
        for token in TOKEN.findall(formula):
            if token.endswith("(") and not token.startswith(('"', "'")):
                calls.append([token[:-1], 1])
                used |= {token[:-1]} - {""}
                deepest = max(deepest, sum(name != "" for name, _ in calls))
            elif token == ")":
                calls.pop()
            elif token == "," and calls:
                calls[-1][1] += 1
                assert calls[-1][1] <= 255, (where, formula)
            elif token in areas[where[:2]] or (":" in token and not token.startswith('"')):
                seen += 1
                names = [name for name, _ in calls if name]
                assert names and (names[-1] in TAKE_AREAS or "SUMPRODUCT" in names), (where, token, formula)
        assert not calls, (where, formula)
    assert used <= FUNCTIONS, used - FUNCTIONS
    assert 4 < deepest <= 64 and len(used) > 20 and seen > 1000, (deepest, used, seen)


def sizes_are_within_what_excel_holds():
    for where, sheet in parts(r"worksheets/sheet\d+\.xml$"):
        assert len(list(sheet.iter(MAIN + "hyperlink"))) <= 65_530, where
        assert all(float(row.get("ht", 15)) <= 409 for row in sheet.iter(MAIN + "row")), where
        assert all(float(column.get("width")) <= 255 for column in sheet.iter(MAIN + "col")), where
        for tag in ("oddHeader", "oddFooter"):
            assert all(len(line.text) <= 255 for line in sheet.iter(MAIN + tag)), where
        for cell in sheet.iter(MAIN + "c"):
            letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
            assert column_of(letters) <= 16_384 and int(row) <= 1_048_576, (where, cell.get("r"))
            texts = [text.text or "" for text in cell.iter(MAIN + "t")]
            assert len("".join(texts).encode("utf-16-le")) // 2 <= 32_767, (where, cell.get("r"))
            value = cell.find(MAIN + "v")
            if value is not None and cell.get("t") is None:
                assert re.fullmatch(r"-?\d+(\.\d+)?(e[-+]?\d+)?", value.text), (where, cell.get("r"), value.text)
        priorities = [rule.get("priority") for rule in sheet.iter(MAIN + "cfRule")]
        assert len(set(priorities)) == len(priorities), where
    for where, styles in parts(r"styles\.xml$"):
        for tag, most in (("cellXfs", 64_000), ("fonts", 1_024), ("fills", 256), ("numFmts", 200)):
            assert all(len(list(kind)) <= most for kind in styles.iter(MAIN + tag)), (where, tag)


def books_are_calculated_when_they_are_opened():
    """No chain of calculation that could disagree with the formulas."""
    for (name, file), archive in BOOKS.items():
        assert not any("calcChain" in part for part in archive.namelist()), (name, file)
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        assert book.find(MAIN + "calcPr").get("fullCalcOnLoad") == "1", (name, file)


def validations_are_what_excel_takes():
    for where, sheet in parts(r"worksheets/sheet\d+\.xml$"):
        for rule in sheet.iter(MAIN + "dataValidation"):
            assert len(rule.find(MAIN + "formula1").text) <= 255, (where, rule.find(MAIN + "formula1").text)
            for key, most in (("promptTitle", 32), ("errorTitle", 32), ("prompt", 255), ("error", 225)):
                assert len(rule.get(key, "")) <= most, (where, key)


def number_formats_are_well_formed():
    for where, styles in parts(r"styles\.xml$"):
        for form in styles.iter(MAIN + "numFmt"):
            code = form.get("formatCode")
            assert code.count('"') % 2 == 0 and len(code) <= 255, (where, code)
            assert len(re.sub(r'"[^"]*"', "", code).split(";")) <= 4, (where, code)
            assert not re.search(r"0\.[#?]+($|;|%)", code), f"{where}: {code} would show 1 as \"1.\""


def names_refer_to_cells_of_sheets():
    for where, book in parts(r"xl/workbook\.xml$"):
        sheets = {sheet.get("name") for sheet in book.iter(MAIN + "sheet")}
        assert len(sheets) <= 900 and all(len(name) <= 31 for name in sheets)
        seen = set()
        for name in book.iter(MAIN + "definedName"):
            assert (name.get("name").lower(), name.get("localSheetId")) not in seen, name.get("name")
            seen.add((name.get("name").lower(), name.get("localSheetId")))
            assert not re.search(r"[\s　（）]", name.get("name")), name.get("name")
            for sheet in re.findall(r"'((?:[^']|'')+)'!", name.text):
                assert sheet.replace("''", "'") in sheets, (where, name.text)


def column_of(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def merged_cells_do_not_overlap():
    for where, sheet in parts(r"worksheets/sheet\d+\.xml$"):
        taken = set()
        for merge in sheet.iter(MAIN + "mergeCell"):
            a, b, c, d = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", merge.get("ref")).groups()
            cells = {(row, column) for row in range(int(b), int(d) + 1)
                     for column in range(column_of(a), column_of(c) + 1)}
            assert not cells & taken, (where, merge.get("ref"))
            taken |= cells


def charts_do_not_overlap_and_are_described():
    count = 0
    for where, drawing in parts(r"drawings/drawing\d+\.xml$"):
        boxes = []
        for anchor in drawing.iter(DRAWING + "twoCellAnchor"):
            place = [[int(anchor.find(f"{DRAWING}{end}/{DRAWING}{part}").text) for part in ("col", "colOff", "row", "rowOff")]
                     for end in ("from", "to")]
            boxes.append(tuple((tuple(corner[:2]), tuple(corner[2:])) for corner in place))
            words = next(anchor.iter(DRAWING + "cNvPr")).get("descr")
            assert words and len(words) > 10, where
            count += 1
        for at, (a, b) in enumerate(boxes):
            for c, d in boxes[at + 1:]:
                apart = b[0] <= c[0] or d[0] <= a[0] or b[1] <= c[1] or d[1] <= a[1]
                assert apart, (where, a, b, c, d)
    assert count > 20, count


def charts_name_a_face_for_japanese():
    """Excel takes `latin` for Latin letters alone."""
    main = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for where, chart in parts(r"charts/chart\d+\.xml$"):
        fonts = [element for element in chart.iter() if element.find(main + "latin") is not None]
        assert len(fonts) >= 3, where
        for font in fonts:
            latin, other = font.find(main + "latin"), font.find(main + "ea")
            assert other is not None and other.get("typeface") == latin.get("typeface"), where


def labels_of_lines_stand_beside_the_line():
    """Above a peak, below a valley."""
    seen = {"t": 0, "b": 0}
    for where, chart in parts(r"charts/chart\d+\.xml$"):
        for series in chart.iterfind(f".//{CHART}lineChart/{CHART}ser"):
            labels = series.find(f"{CHART}dLbls")
            values = {int(point.get("idx")): float(point.find(f"{CHART}v").text) for point in series.iterfind(f"{CHART}val//{CHART}pt")}
            if labels is None:
                continue
            own = {int(label.find(f"{CHART}idx").get("val")): label.find(f"{CHART}dLblPos").get("val") for label in labels.iterfind(f"{CHART}dLbl")}
            of_all = labels.find(f"{CHART}dLblPos").get("val")
            for at, value in values.items():
                before, after = values.get(at - 1), values.get(at + 1)
                if before is None or after is None or (before > value) != (after > value) or value in (before, after):
                    continue
                side, other = own.get(at, of_all), chart.find(f".//{CHART}legend") is not None
                if not other:  # of means: no second line is drawn
                    assert side == ("b" if before > value else "t"), (where, at, values, side)
                    seen[side] += 1
    assert min(seen.values()) > 0, seen


def axes_say_numbers_as_the_policy_does():
    counts = 0
    for (name, file, part), chart in parts(r"charts/chart\d+\.xml$"):
        axis = chart.find(f".//{CHART}valAx")
        form = axis.find(f"{CHART}numFmt").get("formatCode")
        if chart.find(f".//{CHART}lineChart") is not None:
            assert "General" in form or form.startswith("#,##0"), (name, part, form)
            assert ('"△"' in form) == (name == "shiomizawa"), (name, part, form)
        elif axis.find(f"{CHART}majorUnit") is not None:
            assert axis.find(f"{CHART}majorUnit").get("val") == "1", (name, part)
            counts += 1
    assert counts, "no axis of few counts"


def texts_stand_apart_from_the_numbers_at_their_left():
    apart = 0
    for (name, file), archive in BOOKS.items():
        if file != "council.xlsx":
            continue
        for sheet in openpyxl.load_workbook(ROOT / name / file):
            if sheet.sheet_state != "visible" or sheet.print_title_rows != "$3:$3":
                continue  # no list, whose heads stand in the third row
            for row in sheet.iter_rows(min_row=4):
                for left, right in zip(row, row[1:]):
                    if left.value is None or not isinstance(right.value, str) or right.alignment.horizontal != "left":
                        continue
                    if left.alignment.horizontal == "right":
                        assert right.alignment.indent >= 1, (name, sheet.title, right.coordinate)
                        apart += 1
    assert apart > 20, apart


def words_of_a_change_are_no_rating():
    """○ and △ are ratings, ▲ and ▼ signs; arrows say where it goes."""
    words = set()
    for (name, file), archive in BOOKS.items():
        if file == "council.xlsx":
            sheet = openpyxl.load_workbook(ROOT / name / file, data_only=True)["前年度からの変化"]
            words |= {cell.value for row in sheet.iter_rows(min_row=4) for cell in row
                      if isinstance(cell.value, str) and cell.value.endswith(("改善", "悪化", "横ばい"))}
    assert words == {"↗ 改善", "↘ 悪化", "→ 横ばい"}, words


def years_stand_below_negative_values():
    for where, chart in parts(r"charts/chart\d+\.xml$"):
        if chart.find(f".//{CHART}lineChart") is not None:
            position = chart.find(f".//{CHART}catAx/{CHART}tickLblPos")
            assert position.get("val") == "low", where


sys.exit(run([every_part_is_xml_and_named_in_the_content_types, every_relation_leads_to_a_part,
              elements_stand_in_their_order, formulas_and_their_texts_are_short_enough, validations_are_what_excel_takes,
              formulas_are_those_of_every_excel, sizes_are_within_what_excel_holds, books_are_calculated_when_they_are_opened,
              number_formats_are_well_formed, names_refer_to_cells_of_sheets, merged_cells_do_not_overlap,
              charts_do_not_overlap_and_are_described, years_stand_below_negative_values,
              charts_name_a_face_for_japanese, labels_of_lines_stand_beside_the_line, axes_say_numbers_as_the_policy_does,
              texts_stand_apart_from_the_numbers_at_their_left, words_of_a_change_are_no_rating]))
