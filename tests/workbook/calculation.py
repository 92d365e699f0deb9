"""What a council workbook holds, read back: the sheet of the calculation, and formulas beside their stored values."""
import openpyxl


class Calculation:
    """The sheet 計算: its heads, and a row an indicator and year."""

    def __init__(self, book):
        self.sheet = book["計算"]
        heads = {cell.value: cell.column for cell in self.sheet[3] if cell.value}
        rate = next(head for head in heads if head + "（上限なし）" in heads)
        names = {"id": "指標ID", "year": "西暦", "actual": "実績値", "reason": "評価しない理由", "shown": rate,
                 "uncapped": rate + "（上限なし）", "rating": "評価", "achieved": "目標達成", "evaluated": "評価対象"}
        self.column = {key: heads[label] for key, label in names.items()}
        self.rows = {(self.sheet.cell(row, self.column["id"]).value, self.sheet.cell(row, self.column["year"]).value): row
                     for row in range(4, self.sheet.max_row + 1)}

    def value(self, row, key):
        value = self.sheet.cell(row, self.column[key]).value
        return None if value == "" else value


def same(stored, calculated):
    stored, calculated = stored if stored is not None else "", calculated if calculated is not None else ""
    if isinstance(stored, (int, float)) and isinstance(calculated, (int, float)):
        # Eleven places are kept of an intermediate percentage; every figure that is shown is equal to the last bit.
        return stored == calculated or abs(stored - calculated) <= 2e-11 * max(1, abs(stored))
    return stored == calculated


def number(text):
    return None if text is None else float(text)


def rating(band):
    return None if band is None else f"{band['symbol'] or ''} {band['word']}".strip()


def formulas_in(name, path, recalculated):
    """Every formula gives its stored value; how many there are."""
    formulas = openpyxl.load_workbook(path)
    stored = openpyxl.load_workbook(path, data_only=True)
    count = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                mine = stored[sheet.title][cell.coordinate].value
                theirs = recalculated[sheet.title][cell.coordinate].value
                assert same(mine, theirs), (f"{name} {sheet.title}!{cell.coordinate}: {mine!r}, recalculated {theirs!r}: "
                                            f"{cell.value}")
    return count
