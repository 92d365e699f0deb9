"""A sound PDF passes the checker; every fault made in it is found, and nothing else. Other programs agree."""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf

sys.path.insert(0, str(Path(__file__).parent))
from check_file import check_bytes, check_syntax, cross_references, syntax_of  # noqa: E402
from checker import check  # noqa: E402

FIRST_CODE = rb"(\[[-0-9]*\()(?:\\.|[^\\]){2}"  # of what a page shows
SPECIMENS = Path(os.environ["KENSHO"]).parent / "tests" / "test_pdf"


def elements_under(kids):
    """In the order of the tree, those of /K."""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements_under(kid.get("/K", []))


def first(pdf, kind, number=0):
    """The structure element of a type, in the order of the tree; -1 is the last."""
    return [item for item in elements_under(pdf.Root["/StructTreeRoot"]["/K"]) if item["/S"] == "/" + kind][number]


def parents_of_page(pdf, page):
    numbers = pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return next(numbers[i + 1] for i in range(0, len(numbers), 2)
                if int(numbers[i]) == int(pdf.pages[page]["/StructParents"]))


def replace(pdf, page, pattern, by, count=1):
    """Edits a page's content."""
    stream = pdf.pages[page]["/Contents"]
    data = stream.read_bytes()
    changed = re.sub(pattern, by, data, count=count, flags=re.S)
    assert changed != data, pattern
    stream.write(changed)


def descendant(pdf, number=0):
    fonts = pdf.pages[1]["/Resources"]["/Font"]
    return fonts[sorted(fonts.keys())[number]]["/DescendantFonts"][0]


def edit_xmp(pdf, old, new):
    stream = pdf.Root["/Metadata"]
    data = stream.read_bytes().decode()
    assert old in data
    pdf.Root["/Metadata"] = pdf.make_stream(data.replace(old, new).encode(), Type=pikepdf.Name.Metadata,
                                            Subtype=pikepdf.Name.XML)


def edit_to_unicode(pdf, by, of=b"0020"):
    """Puts another character in place of the first `of` in the lists of a font's map."""
    font = pdf.pages[1]["/Resources"]["/Font"]["/F1"]
    data = font["/ToUnicode"].read_bytes()
    changed = re.sub(rb"(?<=[\[>])<" + of + rb">(?=[<\]])", b"<" + by + b">", data, count=1)
    assert changed != data, of
    font["/ToUnicode"].write(changed)


def add_object(pdf, data=b"", **entries):
    """A stream that is in the file, though nothing uses it."""
    pdf.Root["/Test"] = pdf.make_stream(data, **entries)


def draw_form(pdf):
    form = pdf.make_stream(b"0 0 5 5 re f", Subtype=pikepdf.Name.Form, BBox=pikepdf.Array([0, 0, 9, 9]))
    pdf.pages[0]["/Resources"]["/XObject"] = pikepdf.Dictionary(X=form)
    replace(pdf, 0, rb"EMC\n$", b"/X Do EMC\n")


def take_out_of_body(pdf):
    """The last row stands beside its TBody."""
    row, body = table_row(pdf), first(pdf, "TBody")
    del body["/K"][1]
    row["/P"] = body["/P"]
    body["/P"]["/K"].append(row)


def swap(array):
    array[0], array[1] = array[1], array[0]


def delete(dictionary, key):
    del dictionary[key]


def put(dictionary, key, value):
    dictionary[key] = value


def annotation(pdf, number=0):
    return pdf.pages[1]["/Annots"][number]


def table_row(pdf):
    return first(pdf, "TR", -1)


# (what is done to the file, what the checker says: one pattern for every line it prints)
FAULTS = [
    (lambda pdf: swap(parents_of_page(pdf, 1)), r"page 2: the parent tree leads MCID [01] elsewhere than to (H1|P) \d+"),
    (lambda pdf: put(pdf.pages[0].obj, "/StructParents", 99),
     r"page 1: not in the parent tree|P \d+: its MCID 0 is not in the content|the parent tree is not the list .*"),
    (lambda pdf: parents_of_page(pdf, 2).append(first(pdf, "H1")), r"page 3: the parent tree has \d+ entries for \d+ sequences"),
    (lambda pdf: replace(pdf, 1, rb"/MCID 3>>", b"/MCID 2>>"),
     r"page 2: MCID 2 twice|page 2: MCID 2 is tagged .*|.*: its MCID 3 is not in the content|page 2: the parent tree leads .*"),
    (lambda pdf: put(first(pdf, "Lbl"), "/K", 77), r"Lbl \d+: its MCID 77 is not in the content|page 2: MCID \d+ is not in the tree"),
    (lambda pdf: put(first(pdf, "Lbl", 1), "/K", first(pdf, "Lbl")["/K"]),
     r"Lbl \d+: MCID \d+ belongs to Lbl \d+ too|page 2: MCID \d+ is not in the tree|page 2: the parent tree leads .*"),
    (lambda pdf: put(first(pdf, "Lbl"), "/P", first(pdf, "P")), r"Lbl \d+: P is not its parent"),
    (lambda pdf: put(first(pdf, "Document"), "/P", first(pdf, "P")), r"Document \d+: P is not its parent"),
    (lambda pdf: first(pdf, "Sect")["/K"].append(pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.P, P=first(pdf, "Sect")))),
     r"P \d+: empty"),
    (lambda pdf: put(first(pdf, "P"), "/S", pikepdf.Name.Absatz), r"Absatz \d+: not a standard type|page 1: MCID 0 is tagged P, .*"),
    (lambda pdf: put(first(pdf, "H2"), "/S", pikepdf.Name.H3), r"H3 \d+: a heading level is skipped|page 3: MCID \d+ is tagged H2, .*"),
    (lambda pdf: delete(first(pdf, "Figure"), "/Alt"), r"Figure \d+: no Alt"),
    (lambda pdf: put(first(pdf, "Figure"), "/Alt", "図" * 401), r"Figure \d+: an Alt of 401 characters"),
    (lambda pdf: delete(first(pdf, "Figure")["/A"], "/BBox"), r"Figure \d+: no BBox"),
    (lambda pdf: [delete(first(pdf, "TH", 1), key) for key in ("/A", "/ID")],
     r"TH \d+: no Scope|TD \d+: no header of its column|the ID tree is not the list of IDs"),
    (lambda pdf: put(first(pdf, "TH", 3)["/A"], "/Scope", pikepdf.Name.Column), r"TD \d+: no header of its row"),
    (lambda pdf: put(first(pdf, "TD", 1)["/A"], "/Headers", pikepdf.Array([pikepdf.String("measure-1")])),
     r"TD \d+: no header of its column"),
    (lambda pdf: put(first(pdf, "TD", 1)["/A"], "/Headers", pikepdf.Array([pikepdf.String("column-260")])),
     r"TD \d+: no header of its row"),
    (lambda pdf: first(pdf, "TD", 1)["/A"]["/Headers"].append(pikepdf.String("column-64")), r"TD \d+: TH \d+ is no header of it"),
    (lambda pdf: delete(table_row(pdf)["/K"]["/A"], "/ColSpan"), r"Table \d+: 3 by 3 places in 3 rows, 8 filled"),
    (lambda pdf: put(first(pdf, "TH", 3)["/A"], "/RowSpan", 3), r"Table \d+: 3 by 4 places in 3 rows, \d+ filled"),
    (lambda pdf: put(first(pdf, "TD", 1)["/A"], "/Headers", pikepdf.Array([pikepdf.String("nobody")])),
     r"TD \d+: (Headers names no TH|no header of its (row|column))"),
    (lambda pdf: delete(pdf.Root["/StructTreeRoot"], "/IDTree"), r"the ID tree is not the list of IDs"),
    (lambda pdf: put(first(pdf, "LBody"), "/S", pikepdf.Name.TD), r"LI \d+: contains TD|TD \d+: stands in LI \d+|page 2: MCID \d+ is tagged LBody, .*"),
    (lambda pdf: delete(first(pdf, "Note"), "/ID"), r"Note \d+: no ID|the ID tree is not the list of IDs"),
    (lambda pdf: put(first(pdf, "TBody"), "/S", pikepdf.Name.THead), r"Table \d+: parts THead, THead"),
    (lambda pdf: put(pdf.Root["/StructTreeRoot"], "/ParentTreeNextKey", 1), r"ParentTreeNextKey is too small"),
    (lambda pdf: delete(pdf.Root, "/StructTreeRoot"), r"no structure tree"),
    (lambda pdf: delete(pdf.Root["/StructTreeRoot"], "/ParentTree"),
     r"no ParentTree|\w+ \d+: its MCID \d+ is not in the content|page \d+: not in the parent tree|page \d+: annotation \d+: the parent tree leads elsewhere than to Link \d+|"
     r"the parent tree is not the list of what leads into it"),
    (lambda pdf: add_object(pdf, Size=2**31), r"object \d+: integer 2147483648"),
    (lambda pdf: put(pdf.Root["/ViewerPreferences"], "/NumCopies", pikepdf.Array([-2**31])), r"object \d+: integer -2147483648"),
    (lambda pdf: delete(annotation(pdf), "/Contents"), r"page 2: annotation \d+: no Contents"),
    (lambda pdf: put(annotation(pdf), "/F", 0), r"page 2: annotation \d+: flags"),
    (lambda pdf: put(annotation(pdf), "/StructParent", annotation(pdf, 1)["/StructParent"]),
     r"page 2: annotation \d+: the parent tree leads elsewhere than to Link \d+|the parent tree is not the list .*"),
    (lambda pdf: put(first(pdf, "Link"), "/K", first(pdf, "Link")["/K"][0]), r"page 2: annotation \d+: not in one Link element|Link \d+: no annotation or no content"),
    (lambda pdf: delete(annotation(pdf), "/Dest"), r"page 2: annotation \d+ leads nowhere"),
    (lambda pdf: delete(pdf.pages[0], "/Tabs"), r"page 1: Tabs is not S"),
    (lambda pdf: replace(pdf, 1, rb"/Artifact/P BDC(.*?)EMC", rb"\1"), r"page 2: content neither tagged nor an artifact"),
    (lambda pdf: replace(pdf, 0, rb"/P<</MCID 0>>BDC(.*)EMC\n$", rb"/P<</MCID 0>>BDC /Artifact BMC\1EMC EMC "),
     r"page 1: an artifact inside other marked content") ,
    (lambda pdf: replace(pdf, 0, rb"EMC\n$", b""), r"page 1: marked content is not closed"),
    (lambda pdf: replace(pdf, 0, rb"$", b"/P<</MCID 1>>BDC EMC "),
     r"page 1: MCID 1 is empty|page 1: MCID 1 is not in the tree|page 1: the parent tree has .*"),
    (lambda pdf: replace(pdf, 0, FIRST_CODE, rb"\1\\000\\000"), r"font F0: glyph 0 is shown|font F0: glyph 0 maps to no character"),
    (lambda pdf: replace(pdf, 0, FIRST_CODE, b"\\1\xff\xf0"), r"font F0: glyph (0 is shown|65520 maps to no character)"),
    (lambda pdf: put(descendant(pdf), "/DW", 900), r"font F0: width of glyph \d+ is 900, in the program 1000"),
    (lambda pdf: put(descendant(pdf, 2), "/DW", 900), r"font F2: width of glyph \d+ is 900, in the program 1000"),
    (lambda pdf: delete(descendant(pdf)["/FontDescriptor"], "/FontFile2"), r"font F0: not embedded"),
    (lambda pdf: delete(descendant(pdf), "/CIDToGIDMap"), r"font F0: no CIDToGIDMap"),
    (lambda pdf: edit_to_unicode(pdf, b""), r"font F1: glyph \d+ maps to no character"),
    (lambda pdf: edit_to_unicode(pdf, b"E000"), r"font F1: glyph \d+ maps to a private character without ActualText"),
    (lambda pdf: edit_to_unicode(pdf, b"8B0E", b"3044"), r"font F1: glyph \d+ is ., ToUnicode says 謎"),
    (lambda pdf: replace(pdf, 0, rb"^", b"q 2147483648 w Q\n"), r"page 1: integer 2147483648"),
    (lambda pdf: delete(descendant(pdf), "/CIDSystemInfo"), r"font F0: dictionaries are incomplete"),
    (lambda pdf: put(descendant(pdf)["/FontDescriptor"], "/Flags", 32), r"font F0: not symbolic, though its codes are glyphs"),
    (lambda pdf: put(descendant(pdf, 2)["/FontDescriptor"]["/FontFile3"], "/Subtype", pikepdf.Name.OpenType),
     r"font F2: Subtype of its program"),
    (lambda pdf: replace(pdf, 1, rb"BT\n", b"BT .6 g\n", 2), r"page 2: contrast of text 2\.\d+"),
    (lambda pdf: replace(pdf, 0, rb"1 g\n", b"0 g\n"), r"page 1: contrast of text 1\.\d+"),
    (lambda pdf: delete(pdf.Root, "/Lang"), r"no Lang"),
    (lambda pdf: delete(pdf.Root, "/MarkInfo"), r"not Marked"),
    (lambda pdf: delete(pdf.Root, "/ViewerPreferences"), r"no DisplayDocTitle"),
    (lambda pdf: delete(pdf.Root, "/OutputIntents"), r"no output intent"),
    (lambda pdf: delete(pdf.Root, "/PageLabels"), r"no PageLabels"),
    (lambda pdf: delete(pdf.Root, "/Metadata"), r"no XMP"),
    (lambda pdf: edit_xmp(pdf, "<pdfaid:conformance>A", "<pdfaid:conformance>B"), r"XMP: pdfaid:conformance is not A"),
    (lambda pdf: edit_xmp(pdf, "<pdfuaid:part>1</pdfuaid:part>", ""), r"XMP: pdfuaid:part is not 1"),
    (lambda pdf: edit_xmp(pdf, "pdfaExtension:schemas>", "pdfaExtension:none>"), r"XMP: no extension schema for pdfuaid|XMP: .*none is unknown .*"),
    (lambda pdf: put(pdf.trailer["/Info"], "/Title", "別の題"), r"XMP and Info differ in Title"),
    (lambda pdf: put(pdf.trailer["/Info"], "/ModDate", "D:20200101000000Z"), r"XMP and Info differ in ModDate"),
    (lambda pdf: put(pdf.Root["/Outlines"]["/First"]["/Next"], "/Count", 3), r"bookmark .*: Count is 3|bookmarks: Count"),
    (lambda pdf: put(pdf.pages[0]["/Resources"], "/ExtGState", pdf.make_indirect(pikepdf.Dictionary(G=pdf.make_indirect(
        pikepdf.Dictionary(ca=0.5))))), r"object \d+: ca"),
    (lambda pdf: put(pdf.pages[0].obj, "/Group", pikepdf.Dictionary(S=pikepdf.Name.Transparency)), r"object \d+: a transparency group"),
    (lambda pdf: put(pdf.Root, "/OpenAction", pikepdf.Dictionary()), r"catalog has OpenAction"),
    (lambda pdf: put(pdf.Root, "/Lang", "日本語"), r"no Lang"),
    (lambda pdf: put(pdf.Root, "/Names", pikepdf.Dictionary(JavaScript=pikepdf.Dictionary())), r"catalog has the names JavaScript"),
    (lambda pdf: edit_xmp(pdf, " id=", ' encoding="UTF-8" id='), r"XMP: packet"),
    (lambda pdf: delete(pdf.Root["/Metadata"], "/Subtype"), r"XMP: Type or Subtype"),
    (lambda pdf: edit_xmp(pdf, ">Integer<", ">Number<"), r"XMP: extension schema: valueType is not Integer"),
    (lambda pdf: edit_xmp(pdf, ">Part of ISO 14289 that the file conforms to<", "><"), r"XMP: extension schema: no description"),
    (lambda pdf: edit_xmp(pdf, "dc:identifier>", "pdf:Identifier>"), r"XMP: .*Identifier is unknown or there twice"),
    (lambda pdf: edit_xmp(pdf, "<dc:format>", "<dc:format>text</dc:format><dc:format>"), r"XMP: dc:format is unknown or there twice"),
    (lambda pdf: edit_xmp(pdf, "<rdf:Bag><rdf:li>ja-JP</rdf:li></rdf:Bag>", "ja-JP"), r"XMP: dc:language is no Bag"),
    (lambda pdf: edit_xmp(pdf, "Z</xmp:MetadataDate>", "</xmp:MetadataDate>"), r"XMP: xmp:MetadataDate is no date"),
    (lambda pdf: edit_xmp(pdf, "x-default", "ja"), r"XMP: dc:(title|description) does not begin with x-default"),
    (lambda pdf: add_object(pdf, Subtype=pikepdf.Name.PS), r"object \d+: PostScript"),
    (lambda pdf: add_object(pdf, Subtype=pikepdf.Name.Form, Ref=pikepdf.Dictionary()), r"object \d+: Ref"),
    (lambda pdf: add_object(pdf, Subtype=pikepdf.Name.Image, BitsPerComponent=3), r"object \d+: BitsPerComponent or Intent"),
    (lambda pdf: add_object(pdf, FFilter=pikepdf.Name.FlateDecode), r"object \d+: an external stream"),
    (lambda pdf: add_object(pdf, Filter=pikepdf.Name.Unknown), r"object \d+: filter"),
    (lambda pdf: put(pdf.pages[0].obj, "/MediaBox", pikepdf.Array([0, 0, 2, 842])), r"page 1: size"),
    (lambda pdf: put(annotation(pdf, 1)["/A"], "/S", pikepdf.Name.Launch), r"page 2: an action that PDF/A forbids"),
    (lambda pdf: replace(pdf, 0, rb"^", b"BX foo EX\n"), r"page 1: no operator: foo"),
    (lambda pdf: replace(pdf, 0, rb"^(.*)$", b"q " * 29 + rb"\1" + b"Q " * 29), r"page 1: more than 28 q in one another"),
    (lambda pdf: replace(pdf, 0, rb"^", b"/Vivid ri\n"), r"page 1: an unknown rendering intent"),
    (lambda pdf: replace(pdf, 0, rb"EMC\n$", b"BI /W 1 /H 1 /BPC 8 /CS /G /I true ID x EI EMC\n"), r"page 1: an inline image with .*"),
    (draw_form, r"page 1: a form without Resources of its own"),
    (lambda pdf: replace(pdf, 0, rb"/Artifact/L BDC", b"/Artifact<</Type/Background>>BDC"), r"page 1: a background without BBox"),
    (lambda pdf: replace(pdf, 1, rb"/Lang\(en\)", b"/Lang(e n)"), r"page 2: Lang is no language"),
    (lambda pdf: put(first(pdf, "LI", 1), "/S", pikepdf.Name.Caption),
     r"L \d+: more than one Caption, or in the midst|(Lbl|LBody) \d+: stands in Caption \d+"),
    (lambda pdf: first(pdf, "Sect")["/K"].append(99), r"Sect \d+: (content beside its elements|its MCID 99 is not in the content)"),
    (lambda pdf: put(first(pdf, "Link"), "/S", pikepdf.Name.P),
     r"P \d+: contains P|page 2: MCID \d+ is tagged Link, .*|page 2: annotation \d+: not in one Link element"),
    (lambda pdf: delete(first(pdf, "L"), "/A"), r"L \d+: ListNumbering"),
    (lambda pdf: put(first(pdf, "Document"), "/Alt", "報告書"), r"Figure \d+: Alt inside Alt"),
    (lambda pdf: put(pdf.Root["/StructTreeRoot"], "/RoleMap", pikepdf.Dictionary(P=pikepdf.Name.Span)),
     r"the role map changes a standard type"),
    (lambda pdf: put(first(pdf, "H2"), "/S", pikepdf.Name.H), r"a heading without level|page 3: MCID \d+ is tagged H2, .*"),
    (lambda pdf: put(first(pdf, "TH")["/A"], "/RowSpan", 2),
     r"T[HD] \d+: (reaches out of its part of the table|overlaps another cell|no header of its (row|column)|TH \d+ is no header of it)|Table \d+: .* places .*"),
    (take_out_of_body, r"Table \d+: parts THead, TBody, TR|TH \d+: reaches out of its part of the table"),
    (lambda pdf: put(first(pdf, "Figure")["/A"], "/BBox", pikepdf.Array([60, 440, 200, 500])), r"Figure \d+: draws outside its BBox"),
    (lambda pdf: put(annotation(pdf), "/Rect", pikepdf.Array([0, 0, 5, 5])), r"Link \d+: its annotation is not where its content is"),
    (lambda pdf: put(annotation(pdf)["/Dest"], 0, pdf.Root["/Outlines"]), r"Link \d+: leads to no page"),
    (lambda pdf: put(first(pdf, "Link")["/P"], "/S", pikepdf.Name.TOCI),
     r"TOCI \d+: (contains Link|stands in Sect \d+|says page , leads to 2)"),
    (lambda pdf: put(pdf.Root["/Outlines"]["/First"]["/Next"]["/Dest"], 0, pdf.pages[0].obj),
     r"bookmark 第１章.*: leads to page 1, not to its heading"),
    (lambda pdf: pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"].extend([77, first(pdf, "P")]),
     r"the parent tree is not the list of what leads into it|ParentTreeNextKey is too small"),
]

ATTACHMENT_FAULTS = [
    (lambda pdf: put(pdf.Root["/AF"][0]["/EF"]["/F"], "/Subtype", pikepdf.Name("/csv")), r"attachment .*: type or size"),
    (lambda pdf: delete(pdf.Root["/AF"][0], "/UF"), r"attachment .*: incomplete"),
    (lambda pdf: delete(pdf.Root, "/AF"), r"attachment .*: incomplete|XMP: pdfaid:part is not 2"),
]


def complain(text, failures):
    print(text)
    failures.append(text)


def check_fault(good, folder, number, fault, pattern, failures):
    path = folder / f"fault-{number}.pdf"
    with pikepdf.open(good) as pdf:
        fault(pdf)
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False)
    found = check(path, bytes_too=False)
    if not found:
        complain(f"fault {number} is not found: {pattern}", failures)
    for line in found:
        if not re.fullmatch(pattern, line):
            complain(f"fault {number}: unexpected: {line}", failures)


# What is done to the bytes, their number staying the same but at the end.
RAW_FAULTS = [
    (rb"$", b"more", r"the end is not one %%EOF"),
    (rb"%PDF-1\.7", b"%PDF-1.3", r"header"),
    (rb"(\n\d+ 0 obj)\n", rb"\1 ", r"object \d+: line ends"),
    (rb"/Type/XRef", b"/Type/Xref", r"cross-reference stream"),
    (rb"/Length \d", b"/Length 0", r"stream at \d+: Length or line ends"),
    (rb"\nendstream", b" endstream", r"stream at \d+: Length or line ends"),
    (rb"/ID\[<..", b"/ID[<A ", r"hexadecimal string A .*"),
]
# And to the objects, most of which stand in object streams.
SYNTAX_FAULTS = [
    (rb"/Resources", b"/Resourcez", r"object \d+: a page without Resources of its own"),
    (rb"/Marked", b"/Ma#FFd", r"name Ma#FFd is too long or no UTF-8"),
]


def check_raw_faults(good, failures):
    for pattern, by, expected in RAW_FAULTS:
        found = list(check_bytes(re.sub(pattern, by, good.read_bytes(), count=1)))
        if not found or not all(re.fullmatch(expected, line) for line in found):
            complain(f"raw fault {expected}: {found}", failures)
    syntax = syntax_of(good.read_bytes(), cross_references(good.read_bytes()))
    for pattern, by, expected in SYNTAX_FAULTS:
        found = list(check_syntax(re.sub(pattern, by, syntax, count=1)))
        if not found or not all(re.fullmatch(expected, line) for line in found):
            complain(f"fault of an object {expected}: {found}", failures)


def check_other_programs(good, failures):
    for command in (["qpdf", "--check", good], ["mutool", "draw", "-F", "text", "-o", os.devnull, good]):
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0 or "error" in run.stderr.lower():
            complain(f"{command[0]}: {run.stderr}", failures)
    for line in subprocess.run(["pdffonts", good], capture_output=True, text=True).stdout.splitlines()[2:]:
        if line.split()[-5:-2] != ["yes", "yes", "yes"]:
            complain(f"pdffonts: {line}", failures)


# What the specimen says, in the order of its pages; blanks are pdftotext's own affair.
TEXT = """効果検証報告書第１章第１章はじめに令和６年度―2024～2025〜、−1.6と－の違い—
葛\U000e0100城市のfiffiと￥1,000・¥1,000（か゚）。PlanDoCheckActＲ６◎ア施策の柱イ施策の柱第２章厚木市※注記
頁をまたぐ段落の前半、後半。第２章検証の結果施策指標令和５年度子育て支援転入者数18,405調査なし達成率92.3"""


def check_text(good, failures):
    text = subprocess.run(["pdftotext", "-raw", good, "-"], capture_output=True, check=True).stdout.decode()
    found, expected = ("".join(part.split()) for part in (text, TEXT))
    if found != expected:
        complain(f"text: {found}", failures)


def main():
    failures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([SPECIMENS], check=True, stdout=subprocess.DEVNULL,
                       env=dict(os.environ, KENSHO_SPECIMENS=name))
        good = folder / "sound.pdf"
        specimens = sorted(folder.glob("*.pdf"))
        assert [path.stem for path in specimens] == ["attached", "pictures", "sound", "undated"]
        for path in specimens:
            for line in check(path):
                complain(f"{path.name}: {line}", failures)
            check_other_programs(path, failures)
        for number, (fault, pattern) in enumerate(FAULTS):
            check_fault(good, folder, number, fault, pattern, failures)
        for number, (fault, pattern) in enumerate(ATTACHMENT_FAULTS, len(FAULTS)):
            check_fault(folder / "attached.pdf", folder, number, fault, pattern, failures)
        check_text(good, failures)
        check_raw_faults(good, failures)
    print(f"{len(FAULTS) + len(ATTACHMENT_FAULTS) + len(RAW_FAULTS)} faults, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
