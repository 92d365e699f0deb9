"""A face of the city's own, from the folder fonts of its project: drawn with, kept by an edition, refused where it must be."""
import shutil
import sys
from pathlib import Path

import yaml
from fontTools.ttLib import TTFont

from run import HOME, build, copied, kensho, main, scratch, tool

FACES = yaml.safe_load((HOME / "fonts/fonts.yaml").read_text())["faces"]
LIST = "faces:\n  own: {file: %s, licence: OFL-1.1}\nroles:\n  gothic: {japanese: own, latin: own, fallback: [bizud-gothic]}\n"


def project_with(folder, file):
    project = copied("kuzuse", folder)
    (project / "fonts").mkdir()
    (project / "fonts/fonts.yaml").write_text(LIST % file)
    settings = project / "kensho.yaml"
    text = settings.read_text()
    for output in ("  workbook: kuzuse-r5.xlsx\n", "  list: kuzuse-r5-list.pdf\n"):
        assert output in text
        text = text.replace(output, "")
    settings.write_text(text)
    return project


def it_is_drawn_with_and_kept():
    with scratch() as folder:
        project = project_with(folder, "machi.ttf")
        shutil.copy(FACES["ipaex-gothic"]["file"], project / "fonts/machi.ttf")
        [report] = [path for path in build(project, Path(folder) / "out") if path.suffix == ".pdf"]
        assert "IPAexGothic" in tool("pdffonts", report), tool("pdffonts", report)
        result = kensho("freeze", "first", cwd=project)
        assert result.returncode == 0, result.stderr
        assert (project / "editions/first/fonts/machi.ttf").exists()


def what_cannot_be_used_is_told_at_its_place():
    with scratch() as folder:
        project = project_with(folder, "machi.ttf")
        face = project / "fonts/machi.ttf"

        def said():
            result = kensho("check", project)
            assert result.returncode == 1, result.stderr
            return result.stderr

        assert "fonts/fonts.yaml:2:" in said() and "there is no face" in said()
        face.write_text("no face")
        assert "is no face that can be used" in said()
        with TTFont(FACES["ipaex-gothic"]["file"]) as font:
            font["OS/2"].fsType = 2
            font.save(face)
        assert "may not be embedded in a PDF" in said()
        (project / "fonts/fonts.yaml").write_text(LIST % "../../machi.ttf")
        assert "leads out of the project's folder" in said()


sys.exit(main([it_is_drawn_with_and_kept, what_cannot_be_used_is_told_at_its_place]))
