"""Ten layouts of the kinds that cities print, each a short template on the looks of hyouka-sheet: built without a word
of complaint, sound for the checker, on the paper that was asked for. KENSHO_LAYOUTS=DIR leaves them to be looked at."""
import os
import re
import shutil
import sys
from pathlib import Path

import pikepdf
import yaml

from run import HOME, copied, kensho, main, scratch, tool

sys.path.append(str(Path(__file__).parent.parent / "pdf"))
from checker import check  # noqa: E402

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.yaml"))
# What must be read on the first page of each.
FIRST = {"b5-digest": "概要版", "budget": "執行率", "kpi-list": "KPI一覧", "landscape": "全年度の推移", "measure-sheets": "目標値",
         "no-annex": "達成した割合", "photographs": "朝市", "sections": "担当課別", "symbols": "評価の一覧", "two-rates": "進捗率"}


def wishes(text):
    """What the head of a layout asks for: `# sample: atsugi`."""
    lines = re.findall(r"(?m)^# (\w+): (.*)$", text)
    return {key: yaml.safe_load(value) for key, value in lines}


def photograph(path):
    """A picture from a page of colour, as poppler packs it."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(400, 150))
    sky = "0.55 0.7 0.85 rg 0 0 400 150 re f 0.2 0.35 0.45 rg 0 0 400 60 re f 0.9 0.9 0.8 rg 60 50 90 30 re f 230 40 120 34 re f"
    pdf.pages[0].Contents = pdf.make_stream(sky.encode())
    pdf.save(path.with_suffix(".pdf"))
    tool("pdftoppm", "-jpeg", "-r", "144", "-singlefile", path.with_suffix(".pdf"), path.with_suffix(""))
    path.with_suffix(".pdf").unlink()


def project_of(layout, folder):
    text = layout.read_text()
    wish = wishes(text)
    project = copied(wish["sample"], folder)
    own = project / "templates/own"
    own.mkdir(parents=True)
    style = yaml.safe_load((HOME / "templates/hyouka-sheet/style.yaml").read_text())
    for section in ("pages", "chips"):
        for name, change in wish.get(section, {}).items():
            style[section][name] = style[section].get(name, {}) | change
    (own / "style.yaml").write_text(yaml.safe_dump(style, allow_unicode=True, sort_keys=False))
    (own / "main.yaml").write_text(text)
    settings = yaml.load((project / "kensho.yaml").read_text(), yaml.BaseLoader)
    settings |= {"template": "./templates/own", "outputs": {"main": f"{layout.stem}.pdf", "workbook": f"{layout.stem}.xlsx"}}
    settings.pop("assets", None)
    if "narrative." not in text:  # its prose speaks of figures that another policy may not have
        (project / settings["narrative"]).write_text("overview: {}\n")
    if "policy" in wish:
        settings["policy"] = wish["policy"]
    if "second_rate" in wish:
        policy = (HOME / "config/policies" / f"{settings['policy']}.yaml").read_text()
        (project / "two.yaml").write_text(policy + f"\nsecond_rate: {wish['second_rate']}\n".replace("'", ""))
        settings["policy"] = "./two.yaml"
    if "assets" in wish:
        settings["assets"] = wish["assets"]
        for file in wish["assets"].values():
            photograph(project / file)
    (project / "kensho.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False))
    return project


def each_is_built_without_a_fault():
    assert len(LAYOUTS) == len(FIRST)
    for layout in LAYOUTS:
        with scratch() as folder:
            project = project_of(layout, folder)
            result = kensho("build", project, "--out", Path(folder) / "out", locale="ja_JP.UTF-8")
            said = [line for line in result.stderr.splitlines() if re.match(r"\S.*: (エラー|警告)", line)]
            # The annex and prose; causes are written for the ratings of the sample's own policy.
            expected = [line for line in said if "[unread-key]" in line or "[no-cause]" in line]
            assert result.returncode == 0 and said == expected, f"{layout.stem}: {result.stderr}"
            report = Path(folder) / "out" / f"{layout.stem}.pdf"
            assert not check(report), f"{layout.stem}: {check(report)}"
            text = tool("pdftotext", "-l", "1", report, "-")
            assert FIRST[layout.stem] in text, f"{layout.stem}: {text[:400]}"
            with pikepdf.open(report) as pdf:
                width = float(pdf.pages[0].MediaBox[2])
            wanted = 841.89 if layout.stem == "landscape" else 515.91 if layout.stem == "b5-digest" else 595.28
            assert abs(width - wanted) < 0.01, f"{layout.stem}: {width}"
            if "KENSHO_LAYOUTS" in os.environ:
                shutil.copy(report, os.environ["KENSHO_LAYOUTS"])


sys.exit(main([each_is_built_without_a_fault]))
