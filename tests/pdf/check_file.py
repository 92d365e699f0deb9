"""The file as a whole: syntax PDF/A asks for, catalog, metadata, output intent, attachments, bookmarks."""
import re
import zlib
import xml.etree.ElementTree as xml

import pikepdf

from content_reader import INTENTS, LANGUAGE

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/", "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
# What an XMP packet of ours may say, by the kind of value that PDF/A's schemas ask for.
PROPERTIES = {
    "text": ["dc:format", "dc:identifier", "pdf:Keywords", "pdf:Producer", "xmp:CreatorTool", "pdfaid:part",
             "pdfaid:conformance", "pdfuaid:part"],
    "date": ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"],
    "Alt": ["dc:title", "dc:description"], "Seq": ["dc:creator"], "Bag": ["dc:language", "pdfaExtension:schemas"],
}
DATE = r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?"
FILTERS = ["/FlateDecode", "/DCTDecode", "/ASCIIHexDecode", "/ASCII85Decode", "/RunLengthDecode", "/CCITTFaxDecode",
           "/JBIG2Decode", "/JPXDecode"]
ACTIONS = ["/GoTo", "/GoToR", "/URI"]
LONGEST_NAME, LONGEST_STRING, LARGEST_INTEGER = 127, 32767, 2**31 - 1  # ISO 19005-2, 6.1.13


def check_bytes(data):
    if not re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4,}\n", data):
        yield "header"
    if not re.search(rb"%%EOF\r?\n?$", data) or data.count(b"%%EOF") != 1:
        yield "the end is not one %%EOF"
    entries = cross_references(data)
    if entries is None:
        yield "cross-reference stream"
        return
    for number, (kind, where, _) in entries.items():
        if kind == 1 and (not re.match(rb"%d 0 obj\n" % number, data[where:]) or data[where - 1:where] != b"\n"):
            yield f"object {number}: line ends"
    if len(re.findall(rb"\nendobj\n", data)) < sum(kind == 1 for kind, _, _ in entries.values()):
        yield "endobj without line ends"
    yield from check_streams(data)
    yield from check_syntax(syntax_of(data, entries))


def stream_at(data, start):
    """The dictionary and the unpacked bytes of the stream that stands there; nothing where there is none."""
    head = re.match(rb"\d+ 0 obj\n(<<.*?>>)\nstream\n", data[start:], re.S)
    if not head:
        return None
    length = int(re.search(rb"/Length (\d+)", head[1])[1])
    return head[1], zlib.decompress(data[start + head.end():start + head.end() + length])


def unpredicted(data, width):
    """Rows of so many bytes, each behind one that says whether it is its difference from the one above (7.4.4.4), as they
    were; nothing where that is not read."""
    out, above = [], bytes(width)
    for start in range(0, len(data), width + 1):
        kind, row = data[start], data[start + 1:start + 1 + width]
        if kind not in (0, 2) or len(row) != width:
            return None
        above = bytes((byte + up) % 256 for byte, up in zip(row, above)) if kind == 2 else row
        out.append(above)
    return b"".join(out)


def cross_references(data):
    """Number -> (1, offset, 0) or (2, object stream, index) (ISO 32000-1, 7.5.8); nothing where that is not read."""
    found = stream_at(data, int(re.search(rb"startxref\s+(\d+)\s+%%EOF", data)[1]))
    if not found or b"/Type/XRef" not in found[0] or b"/Predictor 12" not in found[0] or b"/Index" in found[0]:
        return None
    sizes = [int(size) for size in re.search(rb"/W\[([\d ]+)\]", found[0])[1].split()]
    count, width = int(re.search(rb"/Size (\d+)", found[0])[1]), sum(sizes)
    rows = unpredicted(found[1], width)
    if rows is None or len(rows) != count * width:
        return None
    entries = {}
    for number in range(count):
        row = rows[number * width:(number + 1) * width]
        ends = [sum(sizes[:i]) for i in range(4)]
        kind, where, index = (int.from_bytes(row[ends[i]:ends[i + 1]], "big") for i in range(3))
        if (kind == 0) != (number == 0):
            return None
        if number > 0:
            entries[number] = (kind, where, index)
    return entries


def syntax_of(data, entries):
    """All that stands outside streams, objects of object streams (7.5.7) as if they stood by themselves."""
    out = [re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.S)]
    for stream in sorted({where for kind, where, _ in entries.values() if kind == 2}):
        head, body = stream_at(data, entries[stream][1])
        body = unpredicted(body, int(re.search(rb"/Columns (\d+)", head)[1]))
        first = int(re.search(rb"/First (\d+)", head)[1])
        places = [int(word) for word in body[:first].split()]
        for index, (number, at) in enumerate(zip(places[::2], places[1::2])):
            assert entries[number] == (2, stream, index), f"object {number} is not where it should be"
            end = places[2 * index + 3] if 2 * index + 3 < len(places) else len(body)
            out.append(b"\n%d 0 obj\n%s\nendobj\n" % (number, body[first + at:first + end]))
    return b"".join(out)


def check_syntax(syntax):
    yield from check_tokens(syntax)
    yield from check_page_objects(syntax)


def check_streams(data):
    """Length and line ends (ISO 19005-2, 6.1.7.1)."""
    for keyword in re.finditer(rb">>\s*stream(\r\n|\n|)", data):
        length = int(re.findall(rb"/Length (\d+)", data[max(0, keyword.start() - 2000):keyword.start()])[-1])
        if not keyword[1] or not re.match(rb"\r?\nendstream\s", data[keyword.end() + length:]):
            yield f"stream at {keyword.start()}: Length or line ends"


def check_page_objects(syntax):
    """Resources that a page inherits do not count (ISO 19005-2, 6.2.2). qpdf hides where they come from."""
    for number, body in re.findall(rb"\n(\d+) 0 obj\n(.*?)\nendobj", syntax, re.S):
        if re.search(rb"/Type */Page\b", body) and b"/Resources" not in body:
            yield f"object {int(number)}: a page without Resources of its own"


def check_tokens(syntax):
    """Strings and names outside streams (ISO 19005-2, 6.1.6, 6.1.8 and 6.1.13)."""
    for token in re.finditer(rb"\(((?:\\.|[^\\()])*)\)|<<|<([^<>]*)>|/([^\s()<>\[\]{}/%]*)", syntax, re.S):
        literal, digits, name = token.groups()
        if digits is not None and not re.fullmatch(rb"(\s*[0-9A-Fa-f]\s*[0-9A-Fa-f])*\s*", digits):
            yield f"hexadecimal string {digits[:20].decode('latin-1')}"
        if len(literal or b"") > LONGEST_STRING or len(digits or b"") > 2 * LONGEST_STRING:
            yield "a string is too long"
        if name is not None:
            meant = re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), name)
            if len(meant) > LONGEST_NAME or meant.decode("utf-8", "replace").encode() != meant:
                yield f"name {name[:20].decode('latin-1')} is too long or no UTF-8"


def check_catalog(pdf):
    root, trailer = pdf.Root, pdf.trailer
    ids = list(trailer.get("/ID", []))
    if len(ids) != 2 or not all(len(bytes(part)) >= 16 for part in ids):
        yield "no ID"
    if "/Encrypt" in trailer:
        yield "encrypted"
    if not re.fullmatch(LANGUAGE, str(root.get("/Lang", ""))):
        yield "no Lang"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not Marked"
    if root.get("/MarkInfo", {}).get("/Suspects", False):
        yield "Suspects"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "no DisplayDocTitle"
    for key in ("/AA", "/OpenAction", "/AcroForm", "/OCProperties", "/Requirements", "/Perms", "/NeedsRendering"):
        if key in root:
            yield f"catalog has {key[1:]}"
    for key in ("/JavaScript", "/AlternatePresentations"):
        if key in root.get("/Names", {}):
            yield f"catalog has the names {key[1:]}"
    if "/PageLabels" not in root:
        yield "no PageLabels"
    yield from check_outline(pdf)


def check_outline(pdf):
    pages = {page.objgen for page in pdf.pages}

    def walk(node, depth):
        """Gives how many items show when the node is open."""
        shown = 0
        item = node.get("/First")
        while item is not None:
            below = walk(item, depth + 1)
            if not str(item.get("/Title", "")).strip():
                faults.append("a bookmark without title")
            if item.get("/Dest") is None or item["/Dest"][0].objgen not in pages:
                faults.append(f"bookmark {item.get('/Title')}: leads nowhere")
            if item["/Parent"].objgen != node.objgen:
                faults.append(f"bookmark {item.get('/Title')}: Parent")
            count = int(item.get("/Count", 0))
            if abs(count) != below:
                faults.append(f"bookmark {item.get('/Title')}: Count is {count}")
            shown += 1 + (below if count > 0 else 0)
            following = item.get("/Next")
            if following is None and node["/Last"].objgen != item.objgen:
                faults.append(f"bookmark {item.get('/Title')}: Last")
            item = following
        return shown

    faults = []
    if "/Outlines" in pdf.Root:
        outlines = pdf.Root["/Outlines"]
        if int(outlines.get("/Count", 0)) != walk(outlines, 0):
            faults.append("bookmarks: Count")
    return faults


def text_at(tree, path):
    found = tree.find(path, NAMES)
    return None if found is None else (found.text or "")


def check_metadata(pdf):
    stream = pdf.Root.get("/Metadata")
    if stream is None:
        yield "no XMP"
        return
    if "/Filter" in stream:
        yield "XMP is filtered"
    if stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield "XMP: Type or Subtype"
    text = stream.read_raw_bytes().decode("utf-8")
    header = '<\\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\\?>'
    if not re.fullmatch(header + r".*<\?xpacket end=[\"'][rw][\"']\?>\s*", text, re.S):
        yield "XMP: packet"
    tree = xml.fromstring(text)
    part = "3" if "/AF" in pdf.Root else "2"
    for path, expected in ((".//pdfaid:part", part), (".//pdfaid:conformance", "A"), (".//pdfuaid:part", "1")):
        if text_at(tree, path) != expected:
            yield f"XMP: {path[3:]} is not {expected}"
    yield from check_schema(tree)
    yield from check_properties(tree)
    if not text_at(tree, ".//dc:title/rdf:Alt/rdf:li"):
        yield "XMP: no title"
    yield from check_information(pdf.trailer["/Info"], tree)


def check_schema(tree):
    """pdfuaid is no schema of XMP's own and has to be described field by field (ISO 19005-2, 6.6.2.3.3)."""
    schema = tree.find(".//pdfaExtension:schemas/rdf:Bag/rdf:li", NAMES)
    described = None if schema is None else schema.find("pdfaSchema:property/rdf:Seq/rdf:li", NAMES)
    if described is None:
        yield "XMP: no extension schema for pdfuaid"
        return
    expected = {"namespaceURI": NAMES["pdfuaid"], "prefix": "pdfuaid"}, {"name": "part", "valueType": "Integer",
                                                                         "category": "internal"}
    for node, prefix, fields, free in ((schema, "pdfaSchema", expected[0], "schema"),
                                       (described, "pdfaProperty", expected[1], "description")):
        for name, value in fields.items():
            if text_at(node, f"{prefix}:{name}") != value:
                yield f"XMP: extension schema: {name} is not {value}"
        if not text_at(node, f"{prefix}:{free}"):
            yield f"XMP: extension schema: no {free}"


def check_properties(tree):
    """Every property once, known, and of its kind (ISO 19005-2, 6.6.2.3.1)."""
    kinds = {f"{{{NAMES[name.split(':')[0]]}}}{name.split(':')[1]}": (kind, name)
             for kind, names in PROPERTIES.items() for name in names}
    seen = set()
    for node in tree.findall(".//rdf:RDF/rdf:Description/*", NAMES):
        kind, name = kinds.get(node.tag, (None, node.tag))
        inner = [child.tag.split("}")[1] for child in node]
        if kind is None or node.tag in seen:
            yield f"XMP: {name} is unknown or there twice"
        elif inner != ([] if kind in ("text", "date") else [kind]):
            yield f"XMP: {name} is no {kind}"
        elif kind == "date" and not re.fullmatch(DATE, node.text or ""):
            yield f"XMP: {name} is no date"
        elif kind == "Alt" and node[0][0].get("{http://www.w3.org/XML/1998/namespace}lang") != "x-default":
            yield f"XMP: {name} does not begin with x-default"
        seen.add(node.tag)


def check_information(info, tree):
    same = {"/Title": ".//dc:title/rdf:Alt/rdf:li", "/Author": ".//dc:creator/rdf:Seq/rdf:li",
            "/Subject": ".//dc:description/rdf:Alt/rdf:li", "/Keywords": ".//pdf:Keywords",
            "/Producer": ".//pdf:Producer", "/Creator": ".//xmp:CreatorTool"}
    for key, path in same.items():
        if text_at(tree, path) != (str(info[key]) if key in info else None):
            yield f"XMP and Info differ in {key[1:]}"
    for key, path in (("/CreationDate", ".//xmp:CreateDate"), ("/ModDate", ".//xmp:ModifyDate")):
        written = text_at(tree, path)
        if (re.sub("[-:T]", "", written) if written else None) != (str(info[key])[2:] if key in info else None):
            yield f"XMP and Info differ in {key[1:]}"


def check_intent(pdf):
    intents = [intent for intent in pdf.Root.get("/OutputIntents", []) if intent["/S"] == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield "no output intent"
        return
    profile = intents[0]["/DestOutputProfile"]
    data = profile.read_bytes()
    if int(profile["/N"]) != 3 or data[16:20] != b"RGB " or data[12:16] != b"mntr" or data[36:40] != b"acsp":
        yield "the output intent is no RGB profile"
    if data[8] > 4 or int.from_bytes(data[:4], "big") != len(data):
        yield "the output intent's profile is damaged"
    for at in range(132, 132 + 12 * int.from_bytes(data[128:132], "big"), 12):
        offset, size = (int.from_bytes(data[at + 4 + i:at + 8 + i], "big") for i in (0, 4))
        if offset % 4 or offset + size > len(data):
            yield "the output intent's profile is damaged"


def check_objects(pdf):
    """What no object of the file may hold."""
    for item in pdf.objects:
        if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        label = f"object {item.objgen[0]}"
        for value in integers(item):
            if abs(value) > LARGEST_INTEGER:
                yield f"{label}: integer {value}"
        for key in ("/SMask", "/CA", "/ca", "/BM", "/JS", "/AA", "/OPI", "/Alternates", "/TR", "/TR2", "/HTP", "/Ref", "/PS",
                    "/Subtype2", "/PresSteps", "/DestOutputProfileRef"):
            if key in item and item[key] != "/None" and item.get("/Type") != "/Annot":
                yield f"{label}: {key[1:]}"
        if item.get("/Interpolate", False):
            yield f"{label}: Interpolate"
        if item.get("/Group", {}).get("/S") == "/Transparency":
            yield f"{label}: a transparency group"
        if isinstance(item, pikepdf.Stream):
            yield from check_stream(label, item)


def integers(value):
    """Those of an object itself; what it refers to is looked at by itself."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if isinstance(value, int):
            yield value
        return
    if isinstance(value, pikepdf.Array):
        parts = list(value)
    elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        parts = [part for _, part in value.items()]
    else:
        return
    for part in parts:
        if not getattr(part, "is_indirect", False):
            yield from integers(part)


def check_stream(label, stream):
    if any(key in stream for key in ("/F", "/FFilter", "/FDecodeParms")):
        yield f"{label}: an external stream"
    filters = stream.get("/Filter", pikepdf.Array())
    if any(f not in FILTERS for f in (filters if isinstance(filters, pikepdf.Array) else [filters])):
        yield f"{label}: filter"
    if stream.get("/Subtype") == "/PS":
        yield f"{label}: PostScript"
    if stream.get("/Subtype") == "/Image":
        bits = [1] if stream.get("/ImageMask", False) else [1, 2, 4, 8, 16]
        if int(stream.get("/BitsPerComponent", 1)) not in bits or stream.get("/Intent", "/Perceptual") not in INTENTS:
            yield f"{label}: BitsPerComponent or Intent"


def check_attachments(pdf):
    files = pdf.Root.get("/Names", {}).get("/EmbeddedFiles")
    associated = {item.objgen for item in pdf.Root.get("/AF", [])}
    if files is None:
        if associated:
            yield "AF without embedded files"
        return
    names = list(files["/Names"])
    for name, spec in zip(names[::2], names[1::2]):
        complete = all(key in spec for key in ("/F", "/UF", "/EF", "/AFRelationship"))
        if not complete or spec.objgen not in associated:
            yield f"attachment {name}: incomplete"
        elif "/Subtype" not in spec["/EF"]["/F"] or "/ModDate" not in spec["/EF"]["/F"].get("/Params", {}):
            yield f"attachment {name}: no type or date"
        elif not re.fullmatch(r"/[-\w+.]+/[-\w+.]+", str(spec["/EF"]["/F"]["/Subtype"])) or \
                int(spec["/EF"]["/F"]["/Params"].get("/Size", -1)) != len(spec["/EF"]["/F"].read_bytes()):
            yield f"attachment {name}: type or size"


def check_pages(pdf):
    for number, page in enumerate(pdf.pages, 1):
        x0, y0, x1, y1 = [float(v) for v in page.mediabox]
        if not (3 <= x1 - x0 <= 14400 and 3 <= y1 - y0 <= 14400):
            yield f"page {number}: size"
        for annotation in page.get("/Annots", []):
            if "/AA" in annotation or annotation.get("/A", {"/S": "/URI"})["/S"] not in ACTIONS:
                yield f"page {number}: an action that PDF/A forbids"
