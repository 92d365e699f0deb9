"""A village of one goal in conventions that no sample has, in every template: what a mean is called and counted in, one
row for a rating that stands in two lists, whose year a target is, what ended as a class of its own, ranges by type."""
import re
import sys
import zipfile
from pathlib import Path

from run import HOME, build, main, scratch, tool

STRATEGY = """title: 浦村総合戦略
period: {from: R4, to: R8}
goals:
  - number: 1
    title: 海と暮らす
    measures:
      - number: 1
        title: 漁業
        initiatives:
          - number: 1
            title: 漁獲
            kpis:
              - {id: catch, name: 漁獲量, unit: t, section: 産業課, baseline: {value: 320, year: 令和3年}, TARGETS1}
              - {id: wait, name: 待ち時間, unit: 分, direction: lower, baseline: {value: 45, year: 令和3年度}, TARGETS2}
              - {id: houses, name: 空き家数, unit: 戸, direction: lower, baseline: {value: 120, year: 令和3年度}, targets: {R5: 減少}}
              - {id: share, name: 割合, unit: ％, type: 調査, baseline: {value: 50.0, year: 令和3年度}, targets: {R5: 60.0, R8: 60.0}}
              - {id: gone, name: 終わった数, unit: 件, targets: {R5: 8, R8: 8}}
"""
VALUES = """year: R5
actuals:
  catch: {value: 301, cause: 海水温}
  wait: 38
  houses: {value: 121, cause: 転出}
  share: {value: 58.5, cause: 回答の減}
  gone: 終了
"""
ENDED = '  - {word: 終了, symbol: 終, meaning: 終わった, colour: "#C9CED9", on_colour: "#1A2129"}\n'
EVERY = {"kouka-kensho": "{main: main.pdf, workbook: book.xlsx}", "gaiyou": "{main: main.pdf}", "hyouka-sheet": "{main: main.pdf}"}


def made(folder, template, policy, final=False):
    project = Path(folder) / f"{template}-{policy}"
    (project / "years").mkdir(parents=True)
    text = (HOME / "config/policies" / f"{policy}.yaml").read_text()
    text = re.sub(r"(?m)^statuses:\n", "statuses:\n" + ENDED, text)
    if policy == "share":
        first = re.search(r"(?m)^bands:\n.*?word: (\w+)", text).group(1)
        text += f"\ntypes:\n  調査: {{edges: {{{first}: 97}}}}\n"
    else:
        text += "\ntypes: {調査: }\n"
    (project / "policy.yaml").write_text(text)
    targets = ("targets: {R8: 400}", "targets: {R8: 30}") if final else ("targets: {R5: 340}", "targets: {R5: 40}")
    strategy = STRATEGY.replace("TARGETS1", targets[0]).replace("TARGETS2", targets[1])
    (project / "strategy.yaml").write_text(strategy)
    (project / "years/r5.yaml").write_text(VALUES)
    (project / "texts.yaml").write_text("verification: {method: [{label: (1), text: 次による。, bands: true}]}\n"
                                        if template == "kouka-kensho" else "{}\n")
    (project / "kensho.yaml").write_text(
        'municipality: {name: 浦村, code: "123455"}\nreport: {title: 報告書, published: 令和６年, date: 2024-07-10}\n'
        "evaluated_year: R5\nstrategy: strategy.yaml\nyears: {R5: years/r5.yaml}\nnarrative: texts.yaml\n"
        f"policy: ./policy.yaml\ntemplate: {template}\noutputs: {EVERY[template]}\n")
    out = Path(folder) / "out"
    build(project, out, "--draft")
    pdf = out / "main-案.pdf"
    # Two columns of names: without blanks, so that no line break matters.
    return re.sub(r"\s", "", tool("pdftotext", "-raw", pdf, "-")), out


def points_are_no_per_cents():
    for template in EVERY:
        with scratch() as folder:
            text, out = made(folder, template, "symbols")
            assert "評価の平均点" in text and "達成率平均" not in text, template
            assert re.search(r"\d点", text) and not re.search(r"平均点\d[\d.]*[%％]", text), template
            if template != "kouka-kensho":
                continue
            assert "「現状より後退」" in text
            assert "柱は、" not in text and "（）" not in text
            with zipfile.ZipFile(out / "book-案.xlsx") as book:
                names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
            assert "目標1" in names, names


def shares_are_called_shares_and_types_have_their_ranges():
    for template in EVERY:
        with scratch() as folder:
            text, _ = made(folder, template, "share")
            assert "達成割合" in text and "達成率平均" not in text, template
            assert re.search("調査は、.*97[%％]以上", text), template


def a_target_of_another_year_says_so():
    for template in ("kouka-kensho", "gaiyou"):
        with scratch() as folder:
            text, _ = made(folder, template, "final-target", final=True)
            assert re.search("400[（(]R8[）)]|目標（R8）400", text), template


sys.exit(main([points_are_no_per_cents, shares_are_called_shares_and_types_have_their_ranges,
               a_target_of_another_year_says_so]))
