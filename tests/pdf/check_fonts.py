"""Fonts: embedded, with widths that agree with the program, every code a glyph and a character."""
import io
import re

from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from check_letters import check_letters, glyphs_of
from content_reader import widths_of

DESCRIBED = ["/Type", "/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV"]
SYMBOLIC = 4


def unicode_map(stream):
    """Code -> characters, from bfchar and bfrange."""
    text = stream.read_bytes().decode("latin-1")
    result = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            result[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        lists = r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\[([^\]]*)\]"
        for low, high, values in re.findall(lists, block):
            listed = re.findall(r"<([0-9A-Fa-f]*)>", values)
            assert len(listed) == int(high, 16) - int(low, 16) + 1, f"{low}: a list of {len(listed)}"
            for offset, value in enumerate(listed):
                result[int(low, 16) + offset] = bytes.fromhex(value).decode("utf-16-be")
        ranges = r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>"
        for low, high, value in re.findall(ranges, re.sub(lists, "", block)):
            start = bytes.fromhex(value).decode("utf-16-be")
            for code in range(int(low, 16), int(high, 16) + 1):
                result[code] = start[:-1] + chr(ord(start[-1]) + code - int(low, 16))
    return result


def true_type_widths(data):
    """Glyph -> width in thousandths; nothing for a glyph the subset left empty is told apart by the outlines."""
    font = TTFont(io.BytesIO(data))
    upem = font["head"].unitsPerEm
    order = font.getGlyphOrder()
    return {index: font["hmtx"][name][0] * 1000 / upem for index, name in enumerate(order)}


def cff_widths(data):
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts[fonts.fontNames[0]]
    result = {}
    strings = top.CharStrings
    for name in strings.keys():
        charstring = strings[name]
        charstring.decompile()
        private = charstring.private
        from fontTools.misc.psCharStrings import T2WidthExtractor
        extractor = T2WidthExtractor(getattr(private, "Subrs", []), top.GlobalSubrs, private.nominalWidthX,
                                     private.defaultWidthX)
        extractor.execute(charstring)
        result[int(name[3:]) if name.startswith("cid") else 0] = extractor.width
    return result


def program_widths(descriptor):
    if "/FontFile2" in descriptor:
        return true_type_widths(descriptor["/FontFile2"].read_bytes())
    if "/FontFile3" in descriptor:
        return cff_widths(descriptor["/FontFile3"].read_bytes())
    return None


def check_composite(label, font, codes):
    if font.get("/Encoding") != "/Identity-H":
        yield f"{label}: Encoding is not Identity-H"
    descendant = font["/DescendantFonts"][0]
    descriptor = descendant["/FontDescriptor"]
    if not re.match(r"/[A-Z]{6}\+", str(descendant["/BaseFont"])):
        yield f"{label}: no subset tag"
    if descendant["/BaseFont"] != descriptor["/FontName"]:
        yield f"{label}: FontName is not BaseFont"
    if font.get("/Type") != "/Font" or descendant.get("/Type") != "/Font" or \
            any(key not in descendant.get("/CIDSystemInfo", {}) for key in ("/Registry", "/Ordering", "/Supplement")) or \
            any(key not in descriptor for key in DESCRIBED):
        yield f"{label}: dictionaries are incomplete"
    elif not int(descriptor["/Flags"]) & SYMBOLIC:
        yield f"{label}: not symbolic, though its codes are glyphs"
    if descriptor.get("/FontFile3", {}).get("/Subtype", "/CIDFontType0C") != "/CIDFontType0C":
        yield f"{label}: Subtype of its program"
    if "/CIDSet" in descriptor:
        yield f"{label}: CIDSet"
    if descendant["/Subtype"] == "/CIDFontType2" and "/CIDToGIDMap" not in descendant:
        yield f"{label}: no CIDToGIDMap"
        return
    programmed = program_widths(descriptor)
    if programmed is None:
        yield f"{label}: not embedded"
        return
    written, glyph_of = widths_of(font), glyphs_of(descendant)
    for code in sorted(codes):
        drawn = programmed.get(glyph_of(code))
        if glyph_of(code) == 0:
            yield f"{label}: glyph 0 is shown"
        elif drawn is None:
            yield f"{label}: glyph {code} is not in the program"
        elif abs(drawn - written.get(code, written["default"])) > 1:
            yield f"{label}: width of glyph {code} is {written.get(code, written['default']):g}, in the program {drawn:g}"
    yield from check_characters(label, font, codes)


def is_private(character):
    return "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"


def check_characters(label, font, codes):
    """`codes`: with whether ActualText replaces all that is shown with them, as private characters need it."""
    if "/ToUnicode" not in font:
        yield f"{label}: no ToUnicode"
        return
    yield from check_map(label, font["/ToUnicode"].read_bytes())
    characters = unicode_map(font["/ToUnicode"])
    for code, replaced in sorted(codes.items()):
        value = characters.get(code, "")
        if not value or any(c in "\0\ufeff\ufffe\ufffd" for c in value):
            yield f"{label}: glyph {code} maps to no character"
        elif not replaced and any(is_private(c) for c in value):
            yield f"{label}: glyph {code} maps to a private character without ActualText"
    yield from check_letters(label, font["/DescendantFonts"][0], characters, codes)


def check_map(label, cmap):
    """At most a hundred lines a block, as many as announced, and ranges that leave the first byte as it is."""
    for count, kind, block in re.findall(rb"(\d+) beginbf(char|range)(.*?)endbf", cmap, re.S):
        lines = block.strip().split(b"\n")
        crossing = kind == b"range" and any(line[1:3] != re.findall(rb"<(..)", line)[1] for line in lines)
        if not int(count) == len(lines) <= 100 or crossing:
            yield f"{label}: ToUnicode block"


def check_fonts(contents):
    """`contents`: those of all pages."""
    used = {}
    for content in contents:
        for glyph in content.glyphs:
            key = glyph.font.objgen
            codes = used.setdefault(key, (glyph.font, glyph.resource, {}))[2]
            codes[glyph.code] = codes.get(glyph.code, True) and glyph.replaced
    for font, resource, codes in used.values():
        if font["/Subtype"] != "/Type0":
            yield f"font {resource}: no composite font"
            continue
        yield from check_composite(f"font {resource}", font, codes)
