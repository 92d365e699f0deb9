"""A whole year of a new city: its list becomes a project, forms go out and come back with slips, what is doubted is answered, the
report is built and kept, a value is corrected with its 正誤表, the corrected edition is kept, the next year begins."""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from city import FIRST, SECOND, SECTIONS, list_of_indicators
from forms_filled import fill, fill_activity, fill_results, form_of, names, rows
from year_run import FAULTS, contents, expect, in_japanese, kensho

FINAL_TEXT = "今年度の取組を進めた。"


def errors(run) -> list[str]:
    return [line for line in run.stderr.splitlines() if ": error:" in line]


def begin(folder: pathlib.Path) -> pathlib.Path:
    project = folder / "検証"
    list_of_indicators(folder / "KPI一覧.xlsx")
    run = kensho("new", project, "--city", "浜野市", "--code", "123455", "--year", "R5", "--from", folder / "KPI一覧.xlsx")
    expect(run.returncode == 0 and "10 indicators" in run.stdout and "not read" not in run.stdout, f"new: {run.stdout}{run.stderr}")
    run = kensho("build", project, "--draft", "--out", folder / "草案")
    expect(run.returncode == 0 and list((folder / "草案").glob("*報告書-案.pdf")), f"the first draft: {run.stderr[-1500:]}")
    for section, file in zip(SECTIONS, sorted((project / "years/r5/projects").iterdir())):
        text = file.read_text().replace("content: 取組の内容を書く。", f"content: 取組の内容を書く。\n            section: {section}")
        file.write_text(text)
    return project


def send(project: pathlib.Path, folder: pathlib.Path) -> dict[str, pathlib.Path]:
    run = in_japanese("may.md", "kensho forms --out 調査票", project)
    expect(run.returncode == 0, f"forms: {run.stdout}{run.stderr}")
    forms = {path.name.split("_")[1]: path for path in (project / "調査票").glob("*.xlsx")}
    expect(sorted(forms) == sorted(SECTIONS), f"forms of {sorted(forms)}")
    book, sheet = form_of(forms["福祉課"])
    fill(sheet, names(sheet)["シルバー人材センターの就業率"], 71.0)
    book.save(forms["福祉課"])
    again = kensho("forms", "--out", "調査票", cwd=project)
    expect(again.returncode == 2 and "was changed since kensho made it" in again.stderr, f"a form that was filled in is written over: {again.stderr}")
    expect(kensho("forms", "--out", "調査票", "--force", cwd=project).returncode == 0, "forms --force")
    return forms


def answer(form: pathlib.Path, back: pathlib.Path, values: dict, results: bool) -> pathlib.Path:
    book, sheet = form_of(form)
    code_of = names(sheet)
    for name, (value, status) in values.items():
        fill(sheet, code_of[name], value, status)
    for code in rows(sheet):
        if results and ".results@" in code:
            fill_results(sheet, code, ["説明会を開いた。", "・参加 32人"])
        if results and code.startswith("project-") and ".actual@" in code:
            fill_activity(sheet, code, 32)
    book.save(back / form.name)
    return back / form.name


def june(project: pathlib.Path, forms: dict, folder: pathlib.Path):
    back = project / "回答"
    back.mkdir()
    files = [answer(forms[section], back, values, True) for section, values in FIRST.items()]
    run = in_japanese("june.md", "kensho collect " + " ".join(f"回答/{file.name}" for file in files), project)
    expect(run.returncode == 1 and "約47,300" in run.stdout, f"a form with a fault passed: {run.stdout}")
    expect(run.stdout.count(": エラー:") == 1, f"other faults than the one of 観光課: {run.stdout}")
    text = (project / "years/r5/actuals.yaml").read_text()
    expect("-25" in text and "138" in text and "62.1" in text and "13,120,000" not in text, f"whole forms are taken, the one with a fault is not:\n{text}")
    status = in_japanese("june.md", "kensho status", project)
    expect("5 課のうち 3 課が回答済" in status.stdout and "・新規就農者数（累計）" in status.stdout, f"the board: {status.stdout}")
    final = kensho("build", project, "--out", folder / "最終")
    expect(final.returncode == 1 and any("観光入込客数" in line and "has not come" in line for line in errors(final)), f"a final without values: {final.stderr[:800]}")
    for section, values in SECOND.items():
        run = kensho("collect", answer(forms[section], back, values, True), cwd=project)
        expect(run.returncode == 0, f"{section}, the second time: {run.stdout}{run.stderr}")
    status = kensho("status", cwd=project)
    expect("5 of 5 sections have answered" in status.stdout, f"the board at the end: {status.stdout}")
    proof = in_japanese("june.md", "kensho status --proof 確認/確認ページ.pdf", project)
    expect(proof.returncode == 0, f"proof pages: {proof.stdout}{proof.stderr}")
    pages = subprocess.run(["pdftotext", "-layout", project / "確認/確認ページ.pdf", "-"], capture_output=True, text=True).stdout.split("\f")
    for section, name, value in (("観光課", "観光入込客数", "1,312,000"), ("産業課", "新規就農者数", "11"), ("企画課", "社会増減数", "−25")):
        page = next((page for page in pages if section in page), "")
        expect(name in page and value in page, f"the page of {section} does not say {name} {value}:\n{page}")


def written(narrative: str) -> str:
    """Every key without a text and without keys below it gets one."""
    lines = narrative.splitlines()
    depth = [len(line) - len(line.lstrip(" -")) for line in lines] + [0]
    leaf = [line.endswith(":") and depth[i + 1] <= depth[i] for i, line in enumerate(lines)]
    return "\n".join(f"{line} {FINAL_TEXT}" if is_leaf else line for line, is_leaf in zip(lines, leaf)) + "\n"


def july(project: pathlib.Path):
    """Last year's activities are told, every text is written, the final is built."""
    for file in (project / "years/r5/projects").iterdir():
        file.write_text(file.read_text().replace("R4: 集計中", "R4: 28"))
    narrative = project / "years/r5/narrative.yaml"
    narrative.write_text(written(narrative.read_text()))
    check = in_japanese("july.md", "kensho check", project)
    expect(check.returncode == 0, f"check in July: {check.stderr[:1500]}")
    run = in_japanese("july.md", "kensho build --draft --out 案", project)
    expect(run.returncode == 0, f"the draft: {run.stderr[:1500]}")


def august(project: pathlib.Path):
    """What the council had is kept; a value is put right after it."""
    run = in_japanese("august.md", "kensho freeze 会議提出 --date 2024-08-20", project)
    expect(run.returncode == 0, f"freeze: {run.stdout}{run.stderr}")
    actuals = project / "years/r5/actuals.yaml"
    text = actuals.read_text()
    expect(text.count("1,312,000") == 1, "1,312,000 stands elsewhere too")
    actuals.write_text(text.replace("1,312,000", "1,321,000"))
    run = in_japanese("august.md", "kensho diff 会議提出", project)
    expect(run.returncode == 1 and "1,321,000" in run.stdout, f"diff: {run.stdout[:600]}{run.stderr}")
    run = in_japanese("august.md", "kensho build --marks 会議提出 --out 二回目", project)
    expect(run.returncode == 0, f"marks: {run.stderr[:1500]}")


def final(project: pathlib.Path):
    run = in_japanese("september.md", "kensho build --out 公表", project)
    expect(run.returncode == 0, f"the final: {run.stderr[:1500]}")
    pdf = next((project / "公表").glob("*報告書.pdf"), None)
    words = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout if pdf else ""
    for wanted in ("浜野市", "1,321,000", "出生数", "62.1", "未公表"):
        expect(wanted in words, f"the report does not say {wanted}")


def september(project: pathlib.Path):
    """The report is out: its edition is closed and makes the same bytes for good."""
    run = in_japanese("september.md", "kensho freeze 公表 --date 2024-09-30 --reason 公表 --final", project)
    expect(run.returncode == 0, f"freeze: {run.stdout}{run.stderr}")
    expect(kensho("diff", "公表", cwd=project).returncode == 0, "what was just kept differs")


def november(project: pathlib.Path):
    """The section finds its mistake; what follows, the 正誤表 and the notice; the corrected edition."""
    kept = contents(project / "editions/公表")
    actuals = project / "years/r5/actuals.yaml"
    text = actuals.read_text()
    expect(text.count("62.1") == 1, f"62.1 stands {text.count('62.1')} times in the year's file")
    actuals.write_text(text.replace("62.1", "61.2"))
    run = kensho("build", "--out", "訂正後", cwd=project)
    expect(run.returncode == 0 and "was published as 62.1" in run.stderr, f"a closed edition is changed in silence: {run.stderr[-600:]}")
    run = in_japanese("november.md", "kensho diff 公表", project)
    first = run.stdout.splitlines()[0] if run.stdout else ""
    expect(run.returncode == 1 and first.startswith("1  ") and "62.1" in run.stdout and "61.2" in run.stdout, f"diff: {first} {run.stderr}")
    (project / "errata.yaml").write_text("date: 2024-11-28\ncause: 転記の誤りによる。\nprevention: 二人で確かめる。\n")
    run = in_japanese("november.md", "kensho errata 公表 --out 訂正", project)
    expect(run.returncode == 0 and "率・平均・数・評価が変わる訂正" in run.stdout, f"errata: {run.stdout}{run.stderr}")
    made = sorted(path.name for path in (project / "訂正").iterdir() if not path.name.startswith("."))
    expect(made == ["changes.csv", "corrections.yaml", "正誤表.pdf", "正誤表.xlsx", "訂正のお知らせ.pdf"], f"errata made {made}")
    words = subprocess.run(["pdftotext", "-layout", project / "訂正/正誤表.pdf", "-"], capture_output=True, text=True).stdout
    expect("62.1" in words and "61.2" in words and "転記の誤りによる。" in words, f"the 正誤表:\n{words}")
    settings = project / "kensho.yaml"
    text = settings.read_text()
    settings.write_text(text.replace("report:\n", "report:\n  corrections: 訂正/corrections.yaml\n  history:\n"
        "    - {edition: 初版, date: 2024-09-30}\n    - {edition: 訂正版, date: 2024-11-28, reason: 割合の訂正}\n", 1))
    run = in_japanese("november.md", "kensho freeze 訂正版 --date 2024-11-28 --reason 割合の訂正 --final", project)
    expect(run.returncode == 0, f"the corrected edition: {run.stdout}{run.stderr}")
    expect(contents(project / "editions/公表") == kept, "the first edition is no longer what it was")


def april(project: pathlib.Path):
    run = in_japanese("april.md", "kensho next", project)
    expect(run.returncode == 0 and "値10" in run.stdout.replace(" ", ""), f"next: {run.stdout}{run.stderr}")
    text = (project / "kensho.yaml").read_text()
    expect("corrections" not in text and "初版" not in text, "the editions of last year are carried over")
    in_japanese("april.md", "kensho check", project)
    check = kensho("check", project)
    other = [line for line in errors(check) if "has not come" not in line and "not written" not in line]
    expect(check.returncode == 1 and len(errors(check)) >= 10 and not other, f"check after next: {other[:3]}")


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        project = begin(folder)
        if not FAULTS:
            june(project, send(project, folder), folder)
            july(project)
            august(project)
            final(project)
            september(project)
            november(project)
            april(project)
    print("\n".join(FAULTS))
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
