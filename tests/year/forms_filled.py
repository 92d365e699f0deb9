"""Forms filled in as sections do, with the slips they make."""

import pathlib

import openpyxl

VALUE, STATUS, DATE, ACTIVITY, RESULTS = 6, 7, 8, 9, 2  # columns, from 1
CODE, RESULTS_CODE = 11, 12


def form_of(path: pathlib.Path):
    book = openpyxl.load_workbook(path)
    return book, book.worksheets[0]


def rows(sheet) -> dict[str, int]:
    """The row of each code."""
    found = {}
    for row in sheet.iter_rows(min_col=CODE, max_col=RESULTS_CODE):
        for cell in row:
            if isinstance(cell.value, str) and "@" in cell.value:
                found[cell.value] = cell.row
    return found


def fill(sheet, code: str, value, status: str = ""):
    """A KPI's value, and its status."""
    row = rows(sheet)[code]
    sheet.cell(row, VALUE).value = value
    if status:
        sheet.cell(row, STATUS).value = status


def fill_activity(sheet, code: str, value):
    sheet.cell(rows(sheet)[code], ACTIVITY).value = value


def fill_results(sheet, code: str, lines: list[str]):
    sheet.cell(rows(sheet)[code], RESULTS).value = "\n".join(lines)


def names(sheet) -> dict[str, str]:
    """The code of each indicator, by the first line of its name."""
    return {str(sheet.cell(row, 1).value).splitlines()[0]: code for code, row in rows(sheet).items() if ".actual@" in code and sheet.cell(row, 1).value}
