"""What a voice would leave out or misread says what it means, in every volume of the samples and in errata and notices:
a minus sign, an arrow, a dash in a value's place, a year by the initial of its era."""
import re
import sys
from pathlib import Path

from lines import Document, check_structure, words_in
from run import HOME, build, copied, kensho, main, scratch

FOLDER = scratch()
SIGNS = [("minus", re.compile(r"(?<![0-9０-９A-Za-z])[△▲−][0-9０-９]")),
         ("arrow", re.compile("[→⇒]")),
         ("no value", re.compile(r"^\s*－\s*$|（－）")),
         ("year", re.compile(r"(?<![0-9０-９A-Za-zＡ-Ｚ])(?:[RＲ][0-9０-９]|[HＨ][23２３][0-9０-９])(?![0-9０-９A-Za-z]|[.．/／][0-9])"))]
HEARD = "\0"  # in the place of what is said in words of its own


class Listener(Document):
    """The texts of a volume as they are heard, by element; `said`: the words that stand for others."""

    def __init__(self, path):
        self.heard, self.said = [], []
        super().__init__(path)
        for page in self.pdf.pages:
            self.said += [str(note["/Contents"]) for note in page.get("/Annots", []) if "/Contents" in note]

    def text(self, element):
        words = words_in(element.node)
        if words is not None:
            self.said.append(words)
            return HEARD
        out = ""
        for kid in element.kids:
            if isinstance(kid, check_structure.Element):
                out += self.text(kid)
            else:
                glyphs = self.marked(kid)
                self.said += [glyph.said for glyph in glyphs if glyph.said is not None]
                out += "".join(glyph.text if glyph.said is None else HEARD for glyph in glyphs)
        return out

    def read(self, element, trail):
        if element.type in ("P", "TD", "TH", "H1", "H2", "H3", "LBody", "Note", "Caption", "TOCI"):
            self.heard.append(self.text(element))
        super().read(element, trail)


def faults_of(path):
    volume = Listener(path)
    assert volume.heard, f"{path.name} says nothing"
    texts = volume.heard + volume.said
    found = [f"{path.name}: {name} in {text.replace(HEARD, '…')[:80]!r}" for text in texts for name, sign in SIGNS if sign.search(text)]
    return list(dict.fromkeys(found)), len([text for text in texts if HEARD in text])


def corrected(sample, changes):
    """正誤表 and notice after values were typed anew."""
    project = copied(sample, Path(FOLDER.name) / "corrected")
    result = kensho("freeze", "公表", cwd=project)
    assert result.returncode == 0, result.stderr
    for path, old, new in changes:
        text = (project / path).read_text()
        assert text.count(old) == 1, f"{path}: {old} stands {text.count(old)} times"
        (project / path).write_text(text.replace(old, new))
    (project / "errata.yaml").write_text("cause: R4→R5の転記の誤りで、△1を－とした。\nprevention: Ｒ５から二人で確かめる。\n")
    result = kensho("errata", "公表", "--date", "2024-11-28", "--out", project / "out", cwd=project)
    assert result.returncode == 0, result.stderr
    return sorted((project / "out").glob("*.pdf"))


def every_volume_says_its_signs():
    faults, said = [], 0
    for sample in ("atsugi", "kuzuse", "shiomizawa"):
        for path in build(HOME / "samples" / sample, f"{FOLDER.name}/{sample}"):
            if path.suffix == ".pdf":
                found, heard = faults_of(path)
                faults += found
                said += heard
    assert said > 300, f"only {said} texts have words of their own"
    assert not faults, f"{len(faults)} faults\n  " + "\n  ".join(faults[:60])


def errata_say_their_signs():
    faults = []
    for sample, changes in (("atsugi", [("years/r5/actuals.yaml", "births: 1,288", "births: 1,228")]),
                            ("shiomizawa", [("years/r4/actuals.yaml", "net-migration: -58", "net-migration: -85")])):
        made = corrected(sample, changes)
        assert len(made) == 2, made
        for path in made:
            faults += faults_of(path)[0]
    assert not faults, f"{len(faults)} faults\n  " + "\n  ".join(faults[:60])


if __name__ == "__main__":
    sys.exit(main([every_volume_says_its_signs, errata_say_their_signs]))
