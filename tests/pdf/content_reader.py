"""Reads a page's content: what is drawn inside which marked-content sequence, with which codes, on which ground."""
import re
from dataclasses import dataclass, field

import pikepdf

# Those of ISO 32000-1, Annex A; pikepdf gives an inline image as one.
OPERATORS = set("""b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG
rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"""".split()) | {"INLINE IMAGE"}
INTENTS = {"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"}
DEEPEST = 28  # of q in one another
LANGUAGE = r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"

PATH_PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}
FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
SHOWS = {"Tj", "TJ", "'", '"'}


def multiply(a, b):
    """The matrix that applies a first, then b."""
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2],
            a[2] * b[1] + a[3] * b[3], a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


def apply(matrix, x, y):
    return (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])


def inside(polygon, x, y):
    """Even-odd test against one closed polygon."""
    hit = False
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            hit = not hit
    return hit


def around(points, box):
    """The box around the points and, unless None, another box."""
    points = list(points) + ([box[:2], box[2:]] if box else [])
    if not points:
        return None
    return (min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points))


@dataclass
class Shown:
    """A glyph that was shown."""
    font: object
    resource: str
    code: int
    x: float
    y: float
    size: float
    colour: tuple
    ground: tuple  # None where a picture lies under it
    replaced: bool  # by the ActualText of its marked content


@dataclass
class Sequence:
    """A marked-content sequence with an MCID."""
    tag: str
    mcid: int
    draws: bool = False
    glyphs: list = field(default_factory=list)  # (font, code, box), from the foot of the line to the height of capitals
    box: tuple = None  # around all else that it draws


@dataclass
class Content:
    sequences: list = field(default_factory=list)
    glyphs: list = field(default_factory=list)
    faults: list = field(default_factory=list)


class Reader:
    def __init__(self, page):
        self.content = Content()
        self.stack = []  # of (tag, Sequence or None)
        self.shapes = []  # (polygon, colour), the last one on top
        self.saved = []
        self.ctm = (1, 0, 0, 1, 0, 0)
        self.fill = self.stroke = (0, 0, 0)
        self.font = self.resource = None
        self.size = self.rise = 0.0
        self.widths = {}
        self.in_text = False
        self.path = []
        self.text = self.line = self.ctm
        self.read(page, page.resources, 0)
        if self.stack:
            self.fault("marked content is not closed")
        if self.saved:
            self.fault("q without Q")

    def fault(self, text):
        if text not in self.content.faults:
            self.content.faults.append(text)

    def read(self, stream, resources, depth):
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name not in OPERATORS:
                self.fault(f"no operator: {name}")
            for value in operands:
                if isinstance(value, int) and abs(value) > 2**31 - 1:
                    self.fault(f"integer {value}")
            if name == "BDC" or name == "BMC":
                self.begin(operands, resources)
            elif name == "EMC":
                if not self.stack:
                    self.fault("EMC without BDC")
                    continue
                if self.stack.pop()[2] != self.in_text:
                    self.fault("marked content and a text object overlap")
            elif name == "Do":
                self.do(resources["/XObject"][str(operands[0])], depth)
            elif name == "INLINE IMAGE":
                self.inline_image(operands[0].unparse().split(b"ID", 1)[0])
            else:
                self.operate(name, operands, resources)

    def begin(self, operands, resources):
        tag = str(operands[0])[1:]
        properties = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
        if isinstance(properties, pikepdf.Name):
            properties = resources["/Properties"][str(properties)]
        sequence = None
        open_tags = [entry[0] for entry in self.stack]
        if "/MCID" in properties:
            sequence = Sequence(tag, int(properties["/MCID"]))
            self.content.sequences.append(sequence)
            if any(entry[1] for entry in self.stack):
                self.fault("tagged content inside tagged content")
            if "Artifact" in open_tags:
                self.fault("tagged content inside an artifact")
        elif tag == "Artifact" and open_tags:
            self.fault("an artifact inside other marked content")
        elif tag not in ("Artifact", "Span"):
            self.fault(f"marked content {tag} without MCID")
        if properties.get("/Type") == "/Background" and "/BBox" not in properties:
            self.fault("a background without BBox")
        if not re.fullmatch(LANGUAGE, str(properties.get("/Lang", "ja"))):
            self.fault("Lang is no language")
        self.stack.append((tag, sequence, self.in_text, "/ActualText" in properties))

    def drawn(self, points=()):
        if not any(tag == "Artifact" or sequence for tag, sequence, *_ in self.stack):
            self.fault("content neither tagged nor an artifact")
        for _, sequence, *_ in self.stack:
            if sequence:
                sequence.draws = True
                sequence.box = around(points, sequence.box)

    def inline_image(self, header):
        self.drawn()
        if re.search(rb"LZW|Crypt", header) or re.search(rb"/(I|Interpolate)\s+true", header):
            self.fault("an inline image with a filter or interpolation that PDF/A forbids")

    def do(self, xobject, depth):
        x0, y0, x1, y1 = [float(v) for v in xobject.get("/BBox", [0, 0, 1, 1])]
        matrix = multiply(tuple(float(v) for v in xobject.get("/Matrix", [1, 0, 0, 1, 0, 0])), self.ctm)
        corners = [apply(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
        self.drawn(corners)
        self.shapes.append((corners, None))
        if xobject["/Subtype"] == "/Form" and "/Resources" not in xobject:
            self.fault("a form without Resources of its own")
        if xobject["/Subtype"] == "/Form" and depth < 8:
            state = (self.ctm, self.fill, self.stroke, self.font, self.resource, self.size)
            self.ctm = matrix
            self.read(xobject, xobject.get("/Resources", pikepdf.Dictionary()), depth + 1)
            self.ctm, self.fill, self.stroke, self.font, self.resource, self.size = state

    def operate(self, name, operands, resources):
        values = [float(v) for v in operands if isinstance(v, (int, float)) or type(v).__name__ == "Decimal"]
        if name == "q":
            self.saved.append((self.ctm, self.fill, self.stroke, self.font, self.resource, self.size))
            if len(self.saved) > DEEPEST:
                self.fault(f"more than {DEEPEST} q in one another")
        elif name == "Q":
            if not self.saved:
                self.fault("Q without q")
                return
            self.ctm, self.fill, self.stroke, self.font, self.resource, self.size = self.saved.pop()
        elif name == "cm":
            self.ctm = multiply(tuple(values), self.ctm)
        elif name in ("g", "rg"):
            self.fill = tuple(values * 3)[:3]
        elif name in ("G", "RG"):
            self.stroke = tuple(values * 3)[:3]
        elif name in ("k", "K", "cs", "CS", "sc", "scn", "SC", "SCN", "sh", "gs"):
            self.fault(f"operator {name}")
        elif name == "ri" and str(operands[0]) not in INTENTS:
            self.fault("an unknown rendering intent")
        elif name in ("m", "l", "re", "c", "v", "y", "h"):
            self.build(name, values)
        elif name in PATH_PAINT:
            self.paint(name)
        elif name == "n":
            self.path = []
        else:
            self.operate_text(name, operands, values, resources)

    def build(self, name, values):
        if name == "re":
            x, y, w, h = values
            self.path.append([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
        elif name == "m":
            self.path.append([tuple(values)])
        elif name == "l":
            self.path[-1].append(tuple(values))
        elif name == "c":
            x0, y0 = self.path[-1][-1]
            for step in range(1, 9):
                t = step / 8
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3
                self.path[-1].append((a * x0 + b * values[0] + c * values[2] + d * values[4],
                                      a * y0 + b * values[1] + c * values[3] + d * values[5]))

    def paint(self, name):
        self.drawn([apply(self.ctm, x, y) for polygon in self.path for x, y in polygon])
        if self.in_text:
            self.fault("a path inside a text object")
        if name in FILLS:
            for polygon in self.path:
                self.shapes.append(([apply(self.ctm, x, y) for x, y in polygon], self.fill))
        self.path = []

    def operate_text(self, name, operands, values, resources):
        if name == "BT":
            self.in_text = True
            self.text = self.line = (1, 0, 0, 1, 0, 0)
        elif name == "ET":
            self.in_text = False
        elif name == "Tf":
            self.resource = str(operands[0])[1:]
            self.font = resources["/Font"][str(operands[0])]
            self.size = values[-1]
            self.widths = widths_of(self.font)
        elif name == "Td":
            self.line = self.text = multiply((1, 0, 0, 1, values[0], values[1]), self.line)
        elif name == "Tm":
            self.line = self.text = tuple(values)
        elif name == "Ts":
            self.rise = values[0]
        elif name in SHOWS:
            self.show(operands[-1])
        elif name == "Tr":
            self.fault("operator Tr")

    def show(self, what):
        self.drawn()
        for item in what if isinstance(what, pikepdf.Array) else [what]:
            if isinstance(item, pikepdf.String):
                data = bytes(item)
                for at in range(0, len(data), 2):
                    self.glyph(int.from_bytes(data[at:at + 2], "big"))
            else:
                self.text = multiply((1, 0, 0, 1, -float(item) / 1000 * self.size, 0), self.text)

    def glyph(self, code):
        width = self.widths.get(code, self.widths.get("default", 1000)) / 1000 * self.size
        matrix = multiply(self.text, self.ctm)
        x, y = apply(matrix, width / 2, self.size * 0.38 + self.rise)
        self.drawn()
        box = around([apply(matrix, 0, self.rise), apply(matrix, width, self.rise + self.size * 0.7)], None)
        for _, sequence, *_ in self.stack:
            if sequence:
                sequence.glyphs.append((self.font, code, box))
        ground = (1, 1, 1)
        for polygon, colour in reversed(self.shapes):
            if inside(polygon, x, y):
                ground = colour
                break
        replaced = any(entry[3] for entry in self.stack)
        self.content.glyphs.append(Shown(self.font, self.resource, code, x, y, self.size, self.fill, ground, replaced))
        self.text = multiply((1, 0, 0, 1, width, 0), self.text)


def widths_of(font):
    """W and DW of a composite font, by code; "default" is DW."""
    if "/DescendantFonts" not in font:
        return {}
    descendant = font["/DescendantFonts"][0]
    result = {"default": float(descendant.get("/DW", 1000))}
    items = list(descendant.get("/W", []))
    while items:
        first = int(items.pop(0))
        second = items.pop(0)
        if isinstance(second, pikepdf.Array):
            for offset, width in enumerate(second):
                result[first + offset] = float(width)
        else:
            width = float(items.pop(0))
            for code in range(first, int(second) + 1):
                result[code] = width
    return result
