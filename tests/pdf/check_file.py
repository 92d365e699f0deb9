"""The file as a whole: syntax PDF/A asks for, catalog, metadata, output intent, attachments, bookmarks."""
import re
import xml.etree.ElementTree as xml

import pikepdf

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/", "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


def check_bytes(data):
    if not re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4,}\n", data):
        yield "header"
    if not re.search(rb"%%EOF\r?\n?$", data) or data.count(b"%%EOF") != 1:
        yield "the end is not one %%EOF"
    start = int(re.search(rb"startxref\s+(\d+)\s+%%EOF", data)[1])
    table = re.match(rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [fn][ \r][\r\n])+)trailer", data[start:])
    if not table or len(table[2]) != 20 * int(table[1]):
        yield "cross-reference table"
        return
    for number, entry in enumerate(re.findall(rb"(\d{10}) \d{5} n", table[2]), 1):
        offset = int(entry)
        if not re.match(rb"%d 0 obj\n" % number, data[offset:]) or data[offset - 1:offset] != b"\n":
            yield f"object {number}: line ends"
    if len(re.findall(rb"\nendobj\n", data)) < int(table[1]) - 1:
        yield "endobj without line ends"


def check_catalog(pdf):
    root, trailer = pdf.Root, pdf.trailer
    ids = list(trailer.get("/ID", []))
    if len(ids) != 2 or not all(len(bytes(part)) >= 16 for part in ids):
        yield "no ID"
    if "/Encrypt" in trailer:
        yield "encrypted"
    if str(root.get("/Lang", "")) == "":
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
    tree = xml.fromstring(stream.read_raw_bytes().decode("utf-8"))
    part = "3" if "/AF" in pdf.Root else "2"
    for path, expected in ((".//pdfaid:part", part), (".//pdfaid:conformance", "A"), (".//pdfuaid:part", "1")):
        if text_at(tree, path) != expected:
            yield f"XMP: {path[3:]} is not {expected}"
    schema = tree.find(".//pdfaExtension:schemas/rdf:Bag/rdf:li", NAMES)
    if schema is None or text_at(schema, "pdfaSchema:namespaceURI") != NAMES["pdfuaid"] or \
            text_at(schema, ".//pdfaProperty:name") != "part":
        yield "XMP: no extension schema for pdfuaid"
    if not text_at(tree, ".//dc:title/rdf:Alt/rdf:li"):
        yield "XMP: no title"
    yield from check_information(pdf.trailer["/Info"], tree)


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
        for key in ("/SMask", "/CA", "/ca", "/BM", "/JS", "/AA", "/OPI", "/Alternates", "/TR", "/HTP"):
            if key in item and item[key] != "/None" and item.get("/Type") != "/Annot":
                yield f"{label}: {key[1:]}"
        if item.get("/Interpolate", False):
            yield f"{label}: Interpolate"
        if item.get("/Group", {}).get("/S") == "/Transparency":
            yield f"{label}: a transparency group"
        if isinstance(item, pikepdf.Stream):
            if "/F" in item:
                yield f"{label}: an external stream"
            filters = item.get("/Filter", pikepdf.Array())
            if any(f in ("/LZWDecode", "/Crypt") for f in (filters if isinstance(filters, pikepdf.Array) else [filters])):
                yield f"{label}: filter"


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


def check_pages(pdf):
    for number, page in enumerate(pdf.pages, 1):
        if "/Resources" not in page.obj:
            yield f"page {number}: no Resources of its own"
        if "/AA" in page:
            yield f"page {number}: AA"
