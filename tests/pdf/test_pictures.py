"""Pages that other programs make of a city's papers are taken over; where they break PDF/A, all are told at once."""
import base64
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf

sys.path[:0] = [str(Path(__file__).parent.parent / part) for part in ("pdf", "report", "workbook")]
from checker import check  # noqa: E402
from office import available, converted  # noqa: E402
from run import HOME, KENSHO, build, kensho, main, scratch, tool  # noqa: E402

# The checker knows the few ways in which kensho itself draws; PDF/A allows others more.
OTHERS_WAYS = r"page \d+: operator (gs|cs|CS|sc|SC|scn|SCN|sh)|font \S+: no composite font|object \d+: (CA|ca|BM|SMask|a transparency group)"

SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"
  office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:styles><draw:gradient draw:name="g" draw:style="linear" draw:start-color="#ff0000" draw:end-color="#0000ff"/></office:styles>
<office:automatic-styles><style:style style:name="a" style:family="graphic"><style:graphic-properties draw:fill="gradient"
  draw:fill-gradient-name="g" draw:opacity="50%"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="map"><table:shapes><draw:ellipse draw:style-name="a" svg:x="2cm"
  svg:y="5cm" svg:width="6cm" svg:height="4cm"><text:p>Area</text:p></draw:ellipse></table:shapes>
<table:table-row><table:table-cell office:value-type="string"><text:p>施設の地図 “Map” ①</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document>
"""


def made_by_others(folder):
    """Pages by kensho, cairo and LibreOffice."""
    folder = Path(folder)
    subprocess.run([Path(KENSHO).parent / "tests" / "test_pdf"], check=True, stdout=subprocess.DEVNULL,
                   env=dict(os.environ, KENSHO_SPECIMENS=str(folder)))
    tool("pdftocairo", "-pdf", folder / "sound.pdf", folder / "cairo.pdf")
    files = [folder / "sound.pdf", folder / "cairo.pdf"]
    if available():
        sheet = folder / "office.fods"
        sheet.write_text(SHEET)
        for version in (0, 2):  # plain and PDF/A-2b
            form = 'pdf:calc_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"%d"}}' % version
            files.append(converted([sheet], form, folder)[0].rename(folder / f"office-{version}.pdf"))
        tool("pdftocairo", "-pdf", folder / "office-2.pdf", folder / "cairo-office.pdf")
        files.append(folder / "cairo-office.pdf")
    return files


def project_with(folder, files):
    """A project whose volume shows the first page of each file."""
    project = Path(folder) / "project"
    shutil.copytree(HOME / "samples/shiomizawa", project)
    shutil.copytree(HOME / "templates/gaiyou", project / "templates/own")
    settings = project / "kensho.yaml"
    text = settings.read_text().replace("template: gaiyou", "template: ./templates/own")
    text = re.sub(r"(?ms)^assets:.*", "", text)  # the town's own picture on the cover is not meant here
    settings.write_text(re.sub(r"(?m)^  (list|digest|workbook): .*\n", "", text))
    blocks = ""
    for file in files:
        shutil.copy(file, project / "templates/own" / file.name)
        blocks += f"  - {{image: {file.name}, alt: 施設の地図, width: 300}}\n"
    volume = project / "templates/own/main.yaml"
    volume.write_text(volume.read_text() + blocks)
    return project


def pages_of_other_programs():
    with scratch() as folder:
        project = project_with(folder, made_by_others(folder))
        [report] = [path for path in build(project, Path(folder) / "out") if path.suffix == ".pdf"]
        faults = [fault for fault in check(report) if not re.fullmatch(OTHERS_WAYS, fault)]
        assert not faults, faults
        with pikepdf.open(report) as pdf:
            forms = dict(pdf.pages[0].resources["/XObject"].items()).values()
            assert len(forms) == (5 if available() else 2), len(forms)
            for form in forms:  # as a page begins, whatever our own page has set before
                assert form.read_bytes().startswith(b"0 g 0 G 1 w 0 J 0 j 10 M [] 0 d\n")


def of_subtype(pdf, subtype):
    return next(font for _, font in pdf.pages[0].resources["/Font"].items() if font["/Subtype"] == subtype)


def widen(pdf):
    font = of_subtype(pdf, "/TrueType")
    font["/Widths"] = pikepdf.Array([int(width) + 2 for width in font["/Widths"]])
    return font


def empty_map(pdf):
    font = of_subtype(pdf, "/Type0")
    font["/ToUnicode"] = pdf.make_stream(b"0 beginbfchar endbfchar")
    return font


# (what is done to the page by cairo, the messages)
FAULTS = [
    (widen, "the widths of the font {} in the PDF page are not those it is drawn with",
     "PDFのページの書体{}は、文字幅の情報が字形と違っています"),
    (empty_map, "the characters of the font {} in the PDF page are not known",
     "PDFのページの書体{}は、文字コードとの対応が分かりません"),
]


def faults_are_told():
    with scratch() as folder:
        cairo = made_by_others(folder)[1]
        files, english, japanese = [], [], []
        for number, (fault, in_english, in_japanese) in enumerate(FAULTS):
            files.append(Path(folder) / f"fault-{number}.pdf")
            with pikepdf.open(cairo) as pdf:
                del pdf.pages[0]
                name = str(fault(pdf)["/BaseFont"])[1:]
                pdf.save(files[-1])
            english.append(in_english.format(name))
            japanese.append(in_japanese.format(name))
        project = project_with(folder, files)
        for locale, messages in (("C.UTF-8", english), ("ja_JP.UTF-8", japanese)):
            result = kensho("check", project, locale=locale)
            assert result.returncode == 1, result.stderr
            for message in messages:
                assert result.stderr.count(message) == 1, (message, result.stderr)


SECRET = b"35.4433N 139.3620E"
# Where the corners of the stored rows are looked at, for each orientation of Exif: top left, top right, bottom left.
CORNERS = {1: "ABC", 2: "BAD", 3: "DCB", 4: "CDA", 5: "ACB", 6: "CAD", 7: "DBC", 8: "BDA"}
COLOURS = {"A": (255, 0, 0), "B": (0, 255, 0), "C": (0, 0, 255), "D": (255, 255, 0)}


def photograph(folder, turn):
    """Four quarters of plain colour as poppler packs them, with what a camera adds: its turn and its place."""
    quarters = Path(folder) / "quarters.pdf"
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(80, 40))
    place = {"A": (0, 20), "B": (40, 20), "C": (0, 0), "D": (40, 0)}
    pdf.pages[0].Contents = pdf.make_stream("".join(
        "{} {} {} rg {} {} 40 20 re f ".format(*(c // 255 for c in COLOURS[key]), *place[key]) for key in "ABCD").encode())
    pdf.save(quarters)
    tool("pdftoppm", "-jpeg", "-r", "72", "-singlefile", quarters, quarters.with_suffix(""))
    plain = quarters.with_suffix(".jpg").read_bytes()
    tiff = (b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes([turn]) + b"\0\0\0\0\0\0" + SECRET if turn % 2 else
            b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" + bytes([turn]) + b"\0\0\0\0\0\0\0" + SECRET)
    added = b"".join(b"\xff" + marker + (len(body) + 2).to_bytes(2, "big") + body
                     for marker, body in ((b"\xe1", b"Exif\0\0" + tiff), (b"\xfe", SECRET), (b"\xed", SECRET)))
    path = Path(folder) / f"turn-{turn}.jpg"
    path.write_bytes(plain[:2] + added + plain[2:] + SECRET)
    return path


def photographs():
    """Upright whatever way the camera was held, and nothing of where it was."""
    with scratch() as folder:
        files = [photograph(folder, turn) for turn in CORNERS]
        project = project_with(folder, files)
        volume = project / "templates/own/main.yaml"
        text = volume.read_text()
        for at, file in enumerate(files):
            block = f"  - {{image: {file.name}, alt: 施設の地図, width: 300}}\n"
            assert block in text
            width, height = (40, 80) if at >= 4 else (80, 40)
            text = text.replace(block, f"  - {{placed: [{{image: {file.name}, alt: 写真}}], x: 50, y: {10 + 90 * at}, width: {width}}}\n")
        volume.write_text(text)
        settings = project / "kensho.yaml"
        settings.write_text(settings.read_text().replace("outputs:\n", "outputs:\n  web: report.html\n"))
        made = build(project, Path(folder) / "out")
        report = next(path for path in made if path.suffix == ".pdf")
        assert not check(report), check(report)
        with pikepdf.open(report) as pdf:
            streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
            assert len(streams) == len(CORNERS), len(streams)
            assert all(str(item.get("/Filter")) == "/DCTDecode" for item in streams)
            assert not any(SECRET in item.read_raw_bytes() for item in streams)
            last = len(pdf.pages)
        web = next(path for path in made if path.suffix == ".html").read_text()
        packed = re.findall(r"data:image/jpeg;base64,([^\"]+)", web)
        assert len(packed) == len(CORNERS)
        assert not any(SECRET in base64.b64decode(item) for item in packed)
        page = Path(folder) / "page"
        tool("pdftoppm", "-r", "72", "-f", last, "-l", last, "-singlefile", report, page)
        head, _, dots = page.with_suffix(".ppm").read_bytes().partition(b"\n255\n")
        across = int(head.split()[1])
        for at, (turn, corners) in enumerate(CORNERS.items()):
            width, height = (40, 80) if at >= 4 else (80, 40)
            for corner, (x, y) in zip(corners, ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75))):
                dot = 3 * (int(10 + 90 * at + height * y) * across + int(50 + width * x))
                seen = tuple(dots[dot:dot + 3])
                assert all(abs(a - b) < 60 for a, b in zip(seen, COLOURS[corner])), (turn, corner, seen)


if __name__ == "__main__":
    sys.exit(main([pages_of_other_programs, faults_are_told, photographs]))
