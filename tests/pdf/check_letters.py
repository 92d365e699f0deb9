"""ToUnicode against the faces of the house: a glyph whose outline a face gives to other characters alone is lying."""
import functools
import io
import os
import re
import struct
import unicodedata
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont

HOME = Path(os.environ.get("KENSHO_HOME", Path(__file__).parent.parent.parent))


@functools.cache
def installed():
    """PostScript name -> file."""
    files = re.findall(r"^ +file: (\S+\.ttf)$", (HOME / "fonts/fonts.yaml").read_text(), re.M)
    return {TTFont(file, lazy=True)["name"].getDebugName(6): file for file in files if Path(file).exists()}


class Face:
    """A TrueType font, its outlines unread until they are asked for."""

    def __init__(self, file):
        font = TTFont(file, lazy=True)
        self.data, self.places = font.reader["glyf"], font["loca"].locations
        self.glyphs = {}
        if "cmap" in font:
            self.glyphs = {chr(code): font.getGlyphID(name) for code, name in (font.getBestCmap() or {}).items()}

    def outline(self, glyph):
        """What draws a glyph, without hints; nothing of composite and empty ones, and where there is none."""
        if glyph is None or glyph + 1 >= len(self.places):
            return None
        data = self.data[self.places[glyph]:self.places[glyph + 1]]
        contours = struct.unpack(">h", data[:2])[0] if data else 0
        if contours <= 0:
            return None
        ends = 10 + 2 * contours
        hints = struct.unpack(">H", data[ends:ends + 2])[0]
        return data[2:ends] + data[ends + 2 + hints:].rstrip(b"\0")


face = functools.cache(Face)


@functools.cache
def letters_of(file):
    """Outline -> the characters that the face draws with it."""
    letters = {}
    for character, glyph in face(file).glyphs.items():
        letters.setdefault(face(file).outline(glyph), set()).add(character)
    return letters


def same(a, b):
    return unicodedata.normalize("NFKC", a) == unicodedata.normalize("NFKC", b)


def glyphs_of(descendant):
    """What leads from a code to the glyph in the program; 0 where the map is too short."""
    table = descendant.get("/CIDToGIDMap")
    if not isinstance(table, pikepdf.Stream):
        return lambda code: code
    data = table.read_bytes()
    return lambda code: int.from_bytes(data[2 * code:2 * code + 2], "big")


def check_letters(label, descendant, characters, codes):
    """`characters`: of ToUnicode. Of a face that is not at hand, or an outline it gives to no character, nothing is said."""
    descriptor = descendant["/FontDescriptor"]
    file = installed().get(str(descendant["/BaseFont"]).partition("+")[2])
    if file is None or "/FontFile2" not in descriptor:
        return
    drawn, own = Face(io.BytesIO(descriptor["/FontFile2"].read_bytes())), face(file)
    glyph_of = glyphs_of(descendant)
    for code, replaced in sorted(codes.items()):
        said, shape = characters.get(code, ""), drawn.outline(glyph_of(code))
        if len(said) != 1 or replaced or shape is None or shape == own.outline(own.glyphs.get(said)):
            continue
        meant = letters_of(file).get(shape, set())
        if meant and not any(same(said, letter) for letter in meant):
            yield f"{label}: glyph {code} is {'/'.join(sorted(meant))}, ToUnicode says {said}"
