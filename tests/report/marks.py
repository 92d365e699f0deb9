"""A small city that types every kind of mark, built by each of the templates."""
import pathlib
import shutil
import subprocess

from run import build

SOURCE = pathlib.Path(__file__).parent / "marks"
VOLUMES = {"kouka-kensho": ["main", "annex", "digest"], "gaiyou": ["main", "list", "digest"]}
DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def project(template, folder):
    """A copy of the project that asks for every volume of the template."""
    target = pathlib.Path(folder) / template
    shutil.copytree(SOURCE, target)
    settings = target / "kensho.yaml"
    volumes = ", ".join(f"{volume}: {volume}.pdf" for volume in VOLUMES[template])
    text = settings.read_text().replace("template: kouka-kensho", f"template: {template}")
    settings.write_text(text.replace("{main: main.pdf}", f"{{{volumes}}}"))
    shutil.move(target / f"narrative-{template}.yaml", target / "narrative.yaml")
    return target


def volumes(where, out):
    """The PDF files by volume."""
    return {path.stem: path for path in build(where, out) if path.suffix == ".pdf"}


def words(path):
    """All that is printed, without blanks and in digits of one width."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True).stdout
    return "".join(text.split()).translate(DIGITS)


def spoken(path):
    """What a screen reader reads, without blanks and in digits of one width."""
    out = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True).stdout
    lines = out.replace(b"\0", b"").decode("utf-8", "replace").splitlines()[1:]
    texts = [line.strip()[1:-1] for line in lines if line.strip().startswith('"')]
    return "".join("".join(texts).split()).translate(DIGITS)
