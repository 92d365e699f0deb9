"""Every link arrives: inside a volume, from one volume to another, and from the contents to every KPI in two clicks."""
import sys
from urllib.parse import urldefrag

import pikepdf

from run import HOME, build, main, scratch

FOLDER = scratch()


def named(pdf):
    """Name -> page number, of the destinations other files may lead to."""
    tree = pikepdf.NameTree(pdf.Root.Names.Dests)
    return {name: pikepdf.Page(place[0]).index for name, place in tree.items()}


class Volume:
    def __init__(self, path):
        self.pdf = pikepdf.open(path)
        self.names = named(self.pdf)
        self.inside, self.outside = {}, []
        for number, page in enumerate(self.pdf.pages):
            self.inside[number] = set()
            for link in page.get("/Annots", []):
                if "/Dest" in link:
                    self.inside[number].add(pikepdf.Page(link.Dest[0]).index)
                else:
                    self.outside.append(str(link.A.URI))


def volumes(sample):
    paths = build(HOME / "samples" / sample, f"{FOLDER.name}/{sample}")
    return {path.name: Volume(path) for path in paths if path.suffix == ".pdf"}


SAMPLES = {sample: volumes(sample) for sample in ("atsugi", "shiomizawa")}


def links_between_volumes_arrive():
    for files in SAMPLES.values():
        for name, volume in files.items():
            for uri in volume.outside:
                if uri.startswith("https://"):  # of the glossary
                    continue
                file, anchor = urldefrag(uri)
                assert file in files and file != name, f"{name}: {uri}"
                assert anchor in files[file].names, f"{name}: {uri}"
    assert sum(len(volume.outside) for volume in SAMPLES["atsugi"].values()) > 50


def every_kpi_in_two_clicks():
    report = SAMPLES["atsugi"]["atsugi-r5-report.pdf"]
    contents = max(range(4), key=lambda number: len(report.inside[number]))
    first = report.inside[contents]
    second = first.union(*(report.inside[number] for number in first))
    indicators = {name: page for name, page in report.names.items() if name.startswith("indicator-")}
    assert len(indicators) > 50, len(indicators)
    far = [name for name, page in indicators.items() if page not in second]
    assert not far, far


sys.exit(main([links_between_volumes_arrive, every_kpi_in_two_clicks]))
