"""Texts against the cells that show them: lines by the advances of the book's own face, at the width of their columns."""
import functools
import pathlib

import openpyxl
from fontTools.ttLib import TTFont

FACES = pathlib.Path(__file__).parents[2] / "fonts"
SIDES = 3.75  # points of a cell that no text takes
INDENT, PIXEL = 9, 0.75


@functools.lru_cache
def face(bold):
    name = f"BIZUDPGothic-{'Bold' if bold else 'Regular'}.ttf"
    font = TTFont(next(path for folder in (FACES, pathlib.Path("/usr/share/fonts")) for path in folder.rglob(name)))
    advances = font["hmtx"]
    return {letter: advances[glyph][0] / font["head"].unitsPerEm for letter, glyph in font.getBestCmap().items()}


def points(text, font):
    advances = face(bool(font.b))
    return sum(advances.get(ord(letter), 1) * font.sz for letter in text)


def lines(text, font, room):
    """Broken wherever a line is full."""
    count = 0
    for paragraph in text.split("\n"):
        count, used = count + 1, 0
        for letter in paragraph:
            wide = points(letter, font)
            if used and used + wide > room + 0.01:
                count, used = count + 1, 0
            used += wide
    return count


class Grid:
    """The widths of columns in points, and which cells an area covers that begins elsewhere."""

    def __init__(self, sheet):
        self.sheet = sheet
        self.widths = {}
        for dimension in sheet.column_dimensions.values():
            for column in range(dimension.min, dimension.max + 1):
                self.widths[column] = 0 if dimension.hidden else dimension.width * 10 * PIXEL
        self.areas = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
        self.covered = {(row, column) for area in sheet.merged_cells.ranges for row in range(area.min_row, area.max_row + 1)
                        for column in range(area.min_col, area.max_col + 1)} - set(self.areas)

    def width(self, column):
        return self.widths.get(column, 69)

    def size(self, cell):
        area = self.areas.get((cell.row, cell.column))
        rows = range(cell.row, (area.max_row if area else cell.row) + 1)
        columns = range(cell.column, (area.max_col if area else cell.column) + 1)
        return sum(map(self.width, columns)), sum(self.sheet.row_dimensions[row].height or 15 for row in rows), columns[-1]

    def free_beside(self, cell, last):
        """What a text may run over: empty cells at its right."""
        free = 0
        for column in range(last + 1, self.sheet.max_column + 1):
            if self.sheet.cell(cell.row, column).value not in (None, "") or (cell.row, column) in self.covered:
                break
            free += self.width(column)
        return free


def cut_texts(path):
    """How many texts were measured, and those that do not fit."""
    measured, cut = 0, []
    for sheet in openpyxl.load_workbook(path, data_only=True):
        if sheet.sheet_state != "visible":
            continue
        grid = Grid(sheet)
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            text, alignment = cell.value, cell.alignment
            if not isinstance(text, str) or not text or (cell.row, cell.column) in grid.covered or not grid.width(cell.column):
                continue
            measured += 1
            width, height, last = grid.size(cell)
            room = width - SIDES - INDENT * (alignment.indent or 0)
            if alignment.wrap_text:
                needed = lines(text, cell.font, room) * cell.font.sz * 1.05
                fits = needed <= height + 0.2
            elif alignment.horizontal == "right" or alignment.shrink_to_fit:
                continue  # over the empty cells at its left, or smaller
            else:
                needed = points(text, cell.font)
                fits = needed <= room + grid.free_beside(cell, last)
            if not fits:
                cut.append((sheet.title, cell.coordinate, round(needed), text[:30]))
    return measured, cut
