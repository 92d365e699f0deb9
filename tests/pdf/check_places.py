"""Where things stand: figures inside their boxes, links over their text, contents and bookmarks on the right pages."""
import re
import unicodedata

from check_fonts import unicode_map
from check_structure import Element, elements_of, number_tree
from content_reader import around

SLACK = 0.5  # points that a mark may stand out of its figure's box


class Places:
    def __init__(self, pdf, contents):
        self.elements = elements_of(pdf)
        self.pages = [page.objgen for page in pdf.pages]
        self.labels = page_labels(pdf)
        self.sequences = {(page.objgen, sequence.mcid): sequence
                          for page, content in zip(pdf.pages, contents) for sequence in content.sequences}
        self.characters = {}

    def content(self, element):
        """The sequences of an element and those under it, with their pages; its caption's are no part of a figure."""
        for kid in element.kids:
            if isinstance(kid, Element):
                if kid.type != "Caption":
                    yield from self.content(kid)
            elif kid[0] == "mcid" and kid[1:] in self.sequences:
                yield kid[1], self.sequences[kid[1:]]

    def text(self, element):
        """In one width and without blanks."""
        glyphs = [glyph for _, sequence in self.content(element) for glyph in sequence.glyphs]
        return plain("".join(self.character(font, code) for font, code, _ in glyphs))

    def character(self, font, code):
        if font.objgen not in self.characters:
            self.characters[font.objgen] = unicode_map(font["/ToUnicode"]) if "/ToUnicode" in font else {}
        return self.characters[font.objgen].get(code, "")

    def box(self, element, page):
        box = None
        for place, sequence in self.content(element):
            if place != page:
                continue
            for part in (sequence.box, *(self.ink(*glyph) for glyph in sequence.glyphs)):
                if part:
                    box = around((part[:2], part[2:]), box)
        return box

    def ink(self, font, code, box):
        """Without the half of its body in which a bracket or a point has nothing: at the edge of a line it may stand out."""
        left, bottom, right, top = box
        character = self.character(font, code)
        if right - left < top - bottom:  # narrower than an em
            return box
        kind = "Pe" if character in ("、", "。", "，", "．") else unicodedata.category(character) if len(character) == 1 else ""
        middle = (left + right) / 2
        return (middle if kind == "Ps" else left, bottom, middle if kind == "Pe" else right, top)

    def number(self, page):
        return self.pages.index(page) + 1 if page in self.pages else None


def plain(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def page_labels(pdf):
    ranges = number_tree(pdf.Root["/PageLabels"]) if "/PageLabels" in pdf.Root else {}
    labels = []
    for index in range(len(pdf.pages)):
        start = max((key for key in ranges if key <= index), default=None)
        entry = ranges.get(start, {})
        digits = str(int(entry.get("/St", 1)) + index - start) if entry.get("/S") == "/D" else ""
        labels.append(str(entry.get("/P", "")) + digits)
    return labels


def check_places(pdf, contents):
    if "/StructTreeRoot" not in pdf.Root:
        return
    places = Places(pdf, contents)
    for element in places.elements:
        if element.type == "Figure":
            yield from check_figure(places, element)
        elif element.type == "Link":
            yield from check_link(places, element)
        elif element.type == "TOCI":
            yield from check_contents(places, element)
    yield from check_bookmarks(pdf, places)


def check_figure(places, figure):
    pages = {page for page, _ in places.content(figure)}
    if len(pages) > 1:
        yield f"{figure}: on {len(pages)} pages"
    box = [float(v) for v in figure.attributes.get("/BBox", [])]
    drawn = places.box(figure, next(iter(pages), None))
    if len(box) == 4 and drawn and (drawn[0] < box[0] - SLACK or drawn[1] < box[1] - SLACK or
                                    drawn[2] > box[2] + SLACK or drawn[3] > box[3] + SLACK):
        yield f"{figure}: draws outside its BBox"


def check_link(places, link):
    annotations = [kid[1:] for kid in link.kids if not isinstance(kid, Element) and kid[0] == "object"]
    if not annotations or not any(places.content(link)):
        yield f"{link}: no annotation or no content"
    for page, annotation in annotations:
        x0, y0, x1, y1 = [float(v) for v in annotation["/Rect"]]
        box = places.box(link, page)
        if box is None or box[0] > x1 or box[2] < x0 or box[1] > y1 or box[3] < y0:
            yield f"{link}: its annotation is not where its content is"
        if "/Dest" in annotation and annotation["/Dest"][0].objgen not in places.pages:
            yield f"{link}: leads to no page"


def check_contents(places, entry):
    """The entry's own links, not those of the entries below it: each ends with the number of the page it leads to."""
    links = [element for element in entry.walk() if element.type == "Link"
             and next(above for above in element.above() if above.type == "TOCI") is entry]
    targets = [(link, kid[2]["/Dest"][0].objgen) for link in links for kid in link.kids
               if not isinstance(kid, Element) and kid[0] == "object" and "/Dest" in kid[2]]
    if not targets:
        yield f"{entry}: no link"
    for link, target in targets:
        label = places.labels[places.number(target) - 1] if target in places.pages else None
        said = re.search(r"\d*$", places.text(link))[0]
        if said != label:
            yield f"{entry}: says page {said}, leads to {label}"


def check_bookmarks(pdf, places):
    """A bookmark may say more than its heading, before it; without a heading of its level it is not judged."""
    headings = [(int(element.type[1]), places.text(element), {page for page, _ in places.content(element)})
                for element in places.elements if re.fullmatch("H[1-6]", element.type)]

    def walk(node, level):
        item = node.get("/First")
        while item is not None:
            title = plain(str(item.get("/Title", "")))
            pages = [page for depth, text, pages in headings for page in pages
                     if depth == level and text and title.endswith(text)]
            target = item["/Dest"][0].objgen if "/Dest" in item else None
            if pages and target not in pages:
                yield f"bookmark {item['/Title']}: leads to page {places.number(target)}, not to its heading"
            yield from walk(item, level + 1)
            item = item.get("/Next")

    if "/Outlines" in pdf.Root:
        yield from walk(pdf.Root["/Outlines"], 1)
