"""The tag tree, in both directions, and what its elements must be like."""
import re

import pikepdf

from content_reader import LANGUAGE

STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI
Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
Figure Formula Form""".split())
LONGEST_ALT = 400  # who listens cannot go back in it
MAY_BE_EMPTY = {"TD", "TH"}
KIDS_ALLOWED = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
}
PARENTS_ALLOWED = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
    "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "Lbl": {"LI", "TOCI", "Note", "Reference", "BibEntry"},
    "Caption": {"Table", "L", "TOC", "Figure"},
}
GROUPING = {"Document", "Part", "Sect", "Art", "Div"} | set(KIDS_ALLOWED)  # hold elements, no content of their own
HEADINGS = {f"H{level}" for level in range(1, 7)}
ONE_PARAGRAPH = {"P", "Lbl", "Span", "Link"} | HEADINGS
BLOCKS = {"P", "L", "Table", "TOC", "Sect", "Div"} | HEADINGS


class Element:
    def __init__(self, node, parent, faults):
        self.node = node
        self.parent = parent
        self.type = str(node["/S"])[1:]
        self.kids = []  # Element, ("mcid", page, number) or ("object", page, annotation)
        self.attributes = {}
        for owner in as_list(node.get("/A")):
            for key, value in owner.items():
                self.attributes[key] = value
        self.read_kids(faults)

    def read_kids(self, faults):
        page = self.node.get("/Pg")
        for kid in as_list(self.node.get("/K")):
            if isinstance(kid, int):
                self.kids.append(("mcid", page.objgen if page is not None else None, kid))
            elif kid.get("/Type") == "/MCR":
                self.kids.append(("mcid", kid.get("/Pg", page).objgen, int(kid["/MCID"])))
            elif kid.get("/Type") == "/OBJR":
                self.kids.append(("object", kid.get("/Pg", page).objgen, kid["/Obj"]))
            else:
                self.kids.append(Element(kid, self, faults))
                if kid.get("/P") is None or kid["/P"].objgen != self.node.objgen:
                    faults.append(f"{self.kids[-1]}: P is not its parent")

    def __str__(self):
        return f"{self.type} {self.node.objgen[0]}"

    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def above(self):
        """Those it stands in, from the inside."""
        element = self.parent
        while element:
            yield element
            element = element.parent

    def walk(self):
        yield self
        for kid in self.elements():
            yield from kid.walk()


def as_list(value):
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def number_tree(node):
    result = {}
    for kid in node.get("/Kids", []):
        result.update(number_tree(kid))
    items = list(node.get("/Nums", []))
    for key, value in zip(items[::2], items[1::2]):
        result[int(key)] = value
    return result


def parent_tree(root):
    """Number -> what it leads to; empty where there is none."""
    return number_tree(root.get("/ParentTree", pikepdf.Dictionary()))


def name_tree(node):
    result = []
    for kid in node.get("/Kids", []):
        result += name_tree(kid)
    items = list(node.get("/Names", []))
    return result + [(bytes(key), value) for key, value in zip(items[::2], items[1::2])]


def elements_of(pdf):
    """All elements in the order in which they are read."""
    tops = [Element(node, None, []) for node in as_list(pdf.Root["/StructTreeRoot"].get("/K"))]
    return [element for top in tops for element in top.walk()]


def check_structure(pdf, contents):
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        yield "no structure tree"
        return
    faults = []
    tops = [Element(node, None, faults) for node in as_list(root.get("/K"))]
    yield from faults
    for top in tops:
        if top.node.get("/P") is None or top.node["/P"].objgen != root.objgen:
            yield f"{top}: P is not its parent"
    if [top.type for top in tops] != ["Document"]:
        yield "the tree does not begin with one Document"
    if any(key[1:] in STANDARD for key in root.get("/RoleMap", {}).keys()):
        yield "the role map changes a standard type"
    elements = [element for top in tops for element in top.walk()]
    if "/ParentTree" not in root:
        yield "no ParentTree"
    yield from check_keys(pdf, root)
    yield from check_content(pdf, contents, elements, root)
    yield from check_annotations(pdf, elements, root)
    yield from check_ids(elements, root)
    yield from check_headings(elements)
    ids = {bytes(element.node["/ID"]): element for element in elements if "/ID" in element.node}
    for element in elements:
        yield from check_element(pdf, element, ids)


def check_keys(pdf, root):
    """Each entry of the parent tree belongs to one page or annotation."""
    keys = [page["/StructParents"] for page in pdf.pages if "/StructParents" in page]
    keys += [annotation["/StructParent"] for page in pdf.pages for annotation in page.get("/Annots", [])
             if "/StructParent" in annotation]
    if sorted(int(key) for key in keys) != sorted(parent_tree(root)):
        yield "the parent tree is not the list of what leads into it"


def check_content(pdf, contents, elements, root):
    """Content -> tree -> content, and the parent tree."""
    claimed = {}
    for element in elements:
        for kid in element.kids:
            if not isinstance(kid, Element) and kid[0] == "mcid":
                if (kid[1], kid[2]) in claimed:
                    yield f"{element}: MCID {kid[2]} belongs to {claimed[kid[1], kid[2]]} too"
                claimed[kid[1], kid[2]] = element
    parents = parent_tree(root)
    present = set()
    for number, (page, content) in enumerate(zip(pdf.pages, contents), 1):
        key = page.get("/StructParents")
        if content.sequences and (key is None or int(key) not in parents):
            yield f"page {number}: not in the parent tree"
            continue
        listed = list(parents[int(key)]) if key is not None else []
        if len(listed) != len(content.sequences):
            yield f"page {number}: the parent tree has {len(listed)} entries for {len(content.sequences)} sequences"
        seen = set()
        for sequence in content.sequences:
            place = (page.objgen, sequence.mcid)
            present.add(place)
            if sequence.mcid in seen:
                yield f"page {number}: MCID {sequence.mcid} twice"
            seen.add(sequence.mcid)
            if not sequence.draws:
                yield f"page {number}: MCID {sequence.mcid} is empty"
            element = claimed.get(place)
            if element is None:
                yield f"page {number}: MCID {sequence.mcid} is not in the tree"
                continue
            if element.type != sequence.tag:
                yield f"page {number}: MCID {sequence.mcid} is tagged {sequence.tag}, its element is {element}"
            if sequence.mcid >= len(listed) or listed[sequence.mcid].objgen != element.node.objgen:
                yield f"page {number}: the parent tree leads MCID {sequence.mcid} elsewhere than to {element}"
    for place, element in claimed.items():
        if place not in present:
            yield f"{element}: its MCID {place[1]} is not in the content"
    if int(root.get("/ParentTreeNextKey", -1)) <= max(parents, default=-1):
        yield "ParentTreeNextKey is too small"


def check_annotations(pdf, elements, root):
    parents = parent_tree(root)
    owners = {}
    for element in elements:
        for kid in element.kids:
            if not isinstance(kid, Element) and kid[0] == "object":
                owners.setdefault(kid[2].objgen, []).append(element)
    for number, page in enumerate(pdf.pages, 1):
        annotations = list(page.get("/Annots", []))
        if page.get("/Tabs") != "/S":
            yield f"page {number}: Tabs is not S"
        for annotation in annotations:
            label = f"page {number}: annotation {annotation.objgen[0]}"
            if annotation["/Subtype"] != "/Link":
                yield f"{label} is no link"
            if not int(annotation.get("/F", 0)) & 4 or int(annotation.get("/F", 0)) & 0b100011:
                yield f"{label}: flags"
            if not str(annotation.get("/Contents", "")).strip():
                yield f"{label}: no Contents"
            if "/Dest" not in annotation and "/A" not in annotation:
                yield f"{label} leads nowhere"
            owner = owners.get(annotation.objgen, [])
            if [element.type for element in owner] != ["Link"]:
                yield f"{label}: not in one Link element"
                continue
            key = annotation.get("/StructParent")
            if key is None or int(key) not in parents or parents[int(key)].objgen != owner[0].node.objgen:
                yield f"{label}: the parent tree leads elsewhere than to {owner[0]}"


def check_ids(elements, root):
    ids = {}
    for element in elements:
        if "/ID" in element.node:
            key = bytes(element.node["/ID"])
            if key in ids:
                yield f"{element}: ID twice"
            ids[key] = element
    listed = name_tree(root["/IDTree"]) if "/IDTree" in root else []
    if [key for key, _ in listed] != sorted(ids):
        yield "the ID tree is not the list of IDs"
    for key, node in listed:
        if key in ids and node.objgen != ids[key].node.objgen:
            yield f"{ids[key]}: the ID tree leads elsewhere"
    for element in elements:
        for header in as_list(element.attributes.get("/Headers")):
            if bytes(header) not in ids or ids[bytes(header)].type != "TH":
                yield f"{element}: Headers names no TH"


def check_headings(elements):
    level = 0
    if any(element.type == "H" for element in elements):
        yield "a heading without level"
    for element in elements:
        match = re.fullmatch(r"H([1-6])", element.type)
        if match:
            if int(match[1]) > level + 1:
                yield f"{element}: a heading level is skipped"
            level = int(match[1])


def check_element(pdf, element, ids):
    order = [kid.type for kid in element.elements()]
    kinds = set(order)
    if element.type not in STANDARD:
        yield f"{element}: not a standard type"
    if not element.kids and element.type not in MAY_BE_EMPTY:
        yield f"{element}: empty"
    if element.type in KIDS_ALLOWED and kinds - KIDS_ALLOWED[element.type]:
        yield f"{element}: contains {', '.join(sorted(kinds - KIDS_ALLOWED[element.type]))}"
    if element.type in GROUPING and len(order) < len(element.kids):
        yield f"{element}: content beside its elements"
    if element.type in ONE_PARAGRAPH and kinds & BLOCKS:
        yield f"{element}: contains {', '.join(sorted(kinds & BLOCKS))}"
    at = [index for index, kind in enumerate(order) if kind == "Caption"]
    if at and at != [0] and (element.type in ("L", "TOC") or at != [len(order) - 1]):
        yield f"{element}: more than one Caption, or in the midst"
    if element.type in PARENTS_ALLOWED and (not element.parent or
                                            element.parent.type not in PARENTS_ALLOWED[element.type]):
        yield f"{element}: stands in {element.parent}"
    if element.type == "L":
        labelled = any(kid.type == "Lbl" for item in element.elements() for kid in item.elements())
        if labelled != (element.attributes.get("/ListNumbering", "/None") != "/None"):
            yield f"{element}: ListNumbering"
    if "/Alt" in element.node and any("/Alt" in above.node for above in element.above()):
        yield f"{element}: Alt inside Alt"
    if element.type == "Note" and "/ID" not in element.node:
        yield f"{element}: no ID"
    if element.type in ("Figure", "Formula"):
        yield from check_figure(pdf, element)
    if element.type == "Table":
        yield from check_table(element, ids)
    language = element.node.get("/Lang")
    if language is not None and not re.fullmatch(LANGUAGE, str(language)):
        yield f"{element}: Lang is no language"


def check_figure(pdf, element):
    if not str(element.node.get("/Alt", "")).strip() and not str(element.node.get("/ActualText", "")).strip():
        yield f"{element}: no Alt"
    if len(str(element.node.get("/Alt", ""))) > LONGEST_ALT:
        yield f"{element}: an Alt of {len(str(element.node['/Alt']))} characters"
    box = [float(v) for v in element.attributes.get("/BBox", [])]
    if len(box) != 4 or box[0] >= box[2] or box[1] >= box[3]:
        yield f"{element}: no BBox"
        return
    sizes = [[float(v) for v in page.mediabox] for page in pdf.pages]
    if not any(box[0] >= -1 and box[1] >= -1 and box[2] <= size[2] + 1 and box[3] <= size[3] + 1 for size in sizes):
        yield f"{element}: BBox is outside the page"


def check_table(table, ids):
    parts = [kid.type for kid in table.elements()]
    if parts.count("THead") > 1 or parts.count("TFoot") > 1 or ("THead" in parts and "TBody" not in parts) or \
            ("TR" in parts and set(parts) - {"TR", "Caption"}):
        yield f"{table}: parts {', '.join(parts)}"
    rows = [element for element in table.walk() if element.type == "TR" and owner_table(element) is table]
    grid = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row.elements():
            while (x, y) in grid:
                x += 1
            columns, spanned = int(cell.attributes.get("/ColSpan", 1)), int(cell.attributes.get("/RowSpan", 1))
            if any(other.parent is not row.parent for other in rows[y:y + spanned]):
                yield f"{cell}: reaches out of its part of the table"
            for place in [(x + dx, y + dy) for dx in range(columns) for dy in range(spanned)]:
                if place in grid:
                    yield f"{cell}: overlaps another cell"
                grid[place] = cell
    width = max((x for x, _ in grid), default=-1) + 1
    height = max((y for _, y in grid), default=-1) + 1
    if height != len(rows) or len(grid) != width * height:
        yield f"{table}: {width} by {height} places in {len(rows)} rows, {len(grid)} filled"
    headers = [cell for cell in grid.values() if cell.type == "TH"]
    if not headers:
        yield f"{table}: no TH"
    for cell in dict.fromkeys(headers):
        if str(cell.attributes.get("/Scope", "")) not in ("/Row", "/Column", "/Both") and "/ID" not in cell.node:
            yield f"{cell}: no Scope"
    yield from check_heads(grid, ids)


def check_heads(grid, ids):
    """Each data cell that holds something stands under a heading of its column and beside a name of its row; what it
    names as such is one. A table of labels and values, without headings of columns, needs none; nor do values that
    stand in one row need its name."""
    places = {}
    for place, cell in grid.items():
        places.setdefault(cell, []).append(place)
    bounds = {cell: (*map(min, zip(*of)), *map(max, zip(*of))) for cell, of in places.items()}
    headings = [cell for cell in bounds if cell.type == "TH"]
    data = [cell for cell in bounds if cell.type == "TD" and cell.kids]
    has_columns = any(str(cell.attributes.get("/Scope", "")) in ("/Column", "/Both") for cell in headings)
    rows_of_data = {bounds[cell][1] for cell in data}
    for cell in data:
        named = [ids.get(bytes(name)) for name in as_list(cell.attributes.get("/Headers"))]
        found = {how for heading in (named or headings) if heading in bounds
                 for how in ways_to_head(heading, bounds[heading], bounds[cell], heading in named)}
        if has_columns and "column" not in found:
            yield f"{cell}: no header of its column"
        if len(rows_of_data) > 1 and "row" not in found:
            yield f"{cell}: no header of its row"
        for heading in named:
            if heading in bounds and not any(ways_to_head(heading, bounds[heading], bounds[cell], True)):
                yield f"{cell}: {heading} is no header of it"


def ways_to_head(heading, of, cell, named):
    """What a heading can be of a cell, by the places (first column, first row, last column, last row) that they take.
    Scopes lead to what stands above and before. A heading that is named may also stand after a cell of no more rows,
    or name several rows: for the cell at their begin it does, beside the others it stands with their own names."""
    scope = str(heading.attributes.get("/Scope", ""))
    above = of[3] < cell[1] and of[0] <= cell[2] and cell[0] <= of[2]
    beside = of[1] <= cell[3] and cell[1] <= of[3]
    if above and scope in ("/Column", "/Both"):
        yield "column"
    if beside and of[2] < cell[0] and scope in ("/Row", "/Both"):
        yield "row"
    if named and beside and cell[2] < of[0] and of[1] <= cell[1] and cell[3] <= of[3]:
        yield "row"
    if named and heading.parent.parent.type == "TBody" and of[1] <= cell[1]:
        if above and of[0] == cell[0] and (of[0] == 0 or cell[2] < of[2]):
            yield "row"
        elif of[0] == 0:
            yield "rows"


def owner_table(element):
    while element.type != "Table":
        element = element.parent
    return element
