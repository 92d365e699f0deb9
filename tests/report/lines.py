"""The lines of a built PDF as they stand on its pages: read from content and tag tree, glyph by glyph."""
import io
import re
import sys
from dataclasses import dataclass, field

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from run import HOME

sys.path.insert(0, str(HOME / "tests/pdf"))
import check_fonts  # noqa: E402
import check_letters  # noqa: E402
import check_structure  # noqa: E402
import content_reader  # noqa: E402

INLINE = {"Span", "Link", "Reference", "Code", "Quote"}


@dataclass
class Glyph:
    """`x`, `y`: origin in pt; `box`: the ink, left, bottom, right, top; `end`: origin and the glyph's own advance; `said`: the
    words that its marked content says instead."""
    page: int
    text: str
    x: float
    y: float
    end: float
    size: float
    box: tuple
    said: str | None = None


@dataclass
class Block:
    """The lines of one paragraph, cell, heading, label …; `trail` holds the types of the elements around it, itself last,
    `table` counts the tables up to the one it stands in."""
    trail: tuple
    lines: list = field(default_factory=list)
    table: int = 0

    def text(self):
        return "".join(map(text_of, self.lines))


def text_of(line):
    return "".join(glyph.text for glyph in line)


class Faces:
    """Characters and ink of every code of every font."""

    def __init__(self):
        self.known = {}

    def face(self, font):
        key = font.objgen
        if key not in self.known:
            self.known[key] = (check_fonts.unicode_map(font["/ToUnicode"]), outlines(font), {}, twins(font),
                               check_letters.glyphs_of(font["/DescendantFonts"][0]))
        return self.known[key]

    def text(self, font, code):
        return self.face(font)[0].get(code, "\ufffd")

    def advance(self, font, code, width):
        """The width, or for a twin, whose body takes in the gap behind it, that of the glyph it repeats."""
        _, _, _, twins_of_face, glyph_of = self.face(font)
        return twins_of_face.get(glyph_of(code), width)

    def ink(self, font, code):
        """In thousandths of the size; None for a glyph without ink."""
        _, draw, boxes, _, glyph_of = self.face(font)
        if code not in boxes:
            boxes[code] = draw(glyph_of(code))
        return boxes[code]


def outlines(font):
    descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
    if "/FontFile2" in descriptor:
        program = TTFont(io.BytesIO(descriptor["/FontFile2"].read_bytes()))
        glyphs, order, scale = program.getGlyphSet(), program.getGlyphOrder(), 1000 / program["head"].unitsPerEm
        return lambda glyph: bounds(glyphs, glyphs[order[glyph]], scale)
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(descriptor["/FontFile3"].read_bytes()), None)
    strings = fonts[fonts.fontNames[0]].CharStrings
    return lambda glyph: bounds(strings, strings[f"cid{glyph:05d}"], 1)


def twins(font):
    """Glyphs that are composites of one part, with the advance of that part."""
    descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
    if "/FontFile2" not in descriptor:
        return {}
    program = TTFont(io.BytesIO(descriptor["/FontFile2"].read_bytes()))
    glyphs, metrics, scale = program["glyf"], program["hmtx"], 1000 / program["head"].unitsPerEm
    found = {}
    for glyph, name in enumerate(program.getGlyphOrder()):
        if glyphs[name].isComposite() and len(glyphs[name].components) == 1:
            part = glyphs[name].components[0]
            if (part.x, part.y) == (0, 0) and metrics[name][0] > metrics[part.glyphName][0]:
                found[glyph] = metrics[part.glyphName][0] * scale
    return found


def bounds(glyphs, glyph, scale):
    pen = BoundsPen(glyphs)
    glyph.draw(pen)
    return tuple(v * scale for v in pen.bounds) if pen.bounds else None


class Reader(content_reader.Reader):
    """Gathers the glyphs by their marked-content number; None is the key of the artifacts."""

    def __init__(self, page, number, faces):
        self.number, self.faces, self.found, self.said = number, faces, {}, []
        super().__init__(page)

    def begin(self, operands, resources):
        super().begin(operands, resources)
        del self.said[len(self.stack) - 1:]
        self.said.append(words_in(operands[1]) if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None)

    def operate_text(self, name, operands, values, resources):
        assert name not in {"Tc", "Tw", "Tz", "TL", "T*", "'", '"'}, f"page {self.number}: {name} is not read here"
        super().operate_text(name, operands, values, resources)

    def glyph(self, code):
        width = self.widths.get(code, self.widths["default"])
        advance, own = width / 1000 * self.size, self.faces.advance(self.font, code, width) / 1000 * self.size
        matrix = content_reader.multiply(self.text, self.ctm)
        assert matrix[1] == matrix[2] == 0 and matrix[0] == matrix[3], f"page {self.number}: turned or stretched text"
        scale = matrix[0]
        x, y = content_reader.apply(matrix, 0, self.rise)
        ink = self.faces.ink(self.font, code)
        em = self.size * scale
        box = (x + ink[0] * em / 1000, y + ink[1] * em / 1000, x + ink[2] * em / 1000, y + ink[3] * em / 1000) if ink else None
        owner = next((sequence.mcid for _, sequence, *_ in reversed(self.stack) if sequence), None)
        glyph = Glyph(self.number, self.faces.text(self.font, code), x, y, x + own * scale, em, box)
        glyph.said = next((said for said in self.said[:len(self.stack)] if said is not None), None)
        self.found.setdefault(owner, []).append(glyph)
        self.text = content_reader.multiply((1, 0, 0, 1, advance, 0), self.text)


def words_in(node):
    """What is said in the place of an element or of marked content; None where its letters are."""
    return next((str(node[key]) for key in ("/ActualText", "/Alt", "/E") if key in node), None)


def lines_of(glyphs):
    """Parts a sequence of glyphs where the baseline changes or the text goes back to the left."""
    lines = []
    for glyph in glyphs:
        last = lines[-1][-1] if lines else None
        if last and (last.page, last.size) == (glyph.page, glyph.size) and abs(last.y - glyph.y) < glyph.size / 10 \
                and glyph.x > last.x - glyph.size / 2:
            lines[-1].append(glyph)
        elif last and last.page == glyph.page and abs(last.y - glyph.y) < max(last.size, glyph.size) / 2 and glyph.x > last.x:
            lines[-1].append(glyph)  # a sign of another size on the same line
        else:
            lines.append([glyph])
    return lines


class Document:
    def __init__(self, path):
        self.path = path
        self.pdf = pikepdf.open(path)
        faces = Faces()
        self.pages = [Reader(page, number, faces).found for number, page in enumerate(self.pdf.pages, 1)]
        self.boxes = [tuple(map(float, page.mediabox)) for page in self.pdf.pages]
        self.numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.blocks = []
        self.tables = 0
        faults = []
        for node in check_structure.as_list(self.pdf.Root["/StructTreeRoot"]["/K"]):
            self.read(check_structure.Element(node, None, faults), ())
        assert not faults, faults[:5]
        self.artifacts = [line for found in self.pages for line in lines_of(found.get(None, []))]

    def read(self, element, trail):
        trail += (element.type,)
        self.tables += element.type == "Table"
        glyphs = []
        for kid in element.kids:
            if not isinstance(kid, check_structure.Element):
                glyphs += self.marked(kid)
            elif kid.type in INLINE and element.type not in ("TOCI", "LI"):
                glyphs += self.inline(kid)
            else:
                self.finish(trail, glyphs)
                glyphs = []
                self.read(kid, trail)
        self.finish(trail, glyphs)

    def marked(self, kid):
        kind, page, number = kid
        return self.pages[self.numbers[page]].get(number, []) if kind == "mcid" else []

    def inline(self, element):
        return [glyph for kid in element.kids
                for glyph in (self.inline(kid) if isinstance(kid, check_structure.Element) else self.marked(kid))]

    def finish(self, trail, glyphs):
        if glyphs:
            self.blocks.append(Block(trail, lines_of(glyphs), self.tables))

    def lines(self):
        """Every line of every page, artifacts among them."""
        return [line for block in self.blocks for line in block.lines] + self.artifacts


def off_the_page(document):
    for line in document.lines():
        left, bottom, right, top = document.boxes[line[0].page - 1]
        for glyph in line:
            box = glyph.box or (glyph.x, glyph.y, glyph.x, glyph.y)
            if not (left <= box[0] and box[2] <= right and bottom <= box[1] and box[3] <= top):
                yield f"{document.path.name} page {glyph.page}: {glyph.text} of {text_of(line)} leaves the page"


def meeting_ink(document):
    """Where the ink of one line meets that of another."""
    lines, buckets, faults = document.lines(), {}, set()
    for number, line in enumerate(lines):
        for glyph in line:
            if glyph.box:
                for row in range(int(glyph.box[1] // 20), int(glyph.box[3] // 20) + 1):
                    for column in range(int(glyph.box[0] // 20), int(glyph.box[2] // 20) + 1):
                        buckets.setdefault((glyph.page, row, column), []).append((number, glyph))
    for entries in buckets.values():
        for at, (number, one) in enumerate(entries):
            for other_number, other in entries[at + 1:]:
                if number != other_number and meet(one.box, other.box):
                    faults.add(f"{document.path.name} page {one.page}: {text_of(lines[number])} meets"
                               f" {text_of(lines[other_number])} at {one.text} and {other.text}")
    return sorted(faults)


def meet(a, b):
    return a[0] < b[2] - 0.05 and b[0] < a[2] - 0.05 and a[1] < b[3] - 0.05 and b[1] < a[3] - 0.05


def heads_nothing(document):
    """Headings that the next heading of their level or a higher one follows at once, or that stand alone at a foot or with
    a line that leads what goes on overleaf."""
    blocks = document.blocks
    for at, block in enumerate(blocks):
        level = re.fullmatch(r"H([1-6])", block.trail[-1])
        if not level:
            continue
        following = next((other for other in blocks[at + 1:] if other.lines), None)
        next_level = following and re.fullmatch(r"H([1-6])", following.trail[-1])
        if following is None or (next_level and next_level[1] <= level[1]):
            yield f"heading without content: {block.text()}"
        elif level[1] > "2" and block.lines[-1][0].page != following.lines[0][0].page:
            yield f"heading parted from its content: {block.text()}"
        elif leads_overleaf(block, blocks[at + 1:]):
            yield f"heading at the foot of page {block.lines[-1][0].page}: {block.text()}"


def leads_overleaf(heading, following):
    """Whether a line at most stands between the heading and the foot of its page, and more of the same goes on."""
    page, lines = heading.lines[-1][0].page, 0
    for block in following:
        if re.fullmatch("H[1-6]", block.trail[-1]):
            return False
        for line in block.lines:
            if line[0].page != page:
                return lines == 1
            lines += 1
    return False
