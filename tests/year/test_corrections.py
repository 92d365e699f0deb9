"""A year's end: an edition is kept and built again to the same bytes; a correction, what follows from it, its 正誤表."""

import csv
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "pdf"))
from checker import check
from year_run import ENVIRONMENT, FAULTS, KENSHO, contents, expect, kensho

HOME = pathlib.Path(os.environ["KENSHO_HOME"])


def japanese(*arguments, cwd) -> str:
    return kensho(*arguments, cwd=cwd, locale="ja_JP.UTF-8").stdout


def expect_guide(command: str, said: str):
    """The guide shows what the command says, to its end or to a line of `…`; UPDATE=1 writes it there."""
    guide = HOME / "docs/guide.md"
    text = guide.read_text()
    begin = text.index("```\n", text.index(f"    {command}\n")) + 4
    end = text.index("```\n", begin)
    shown = text[begin:end]
    lines = said.splitlines(keepends=True)
    last = shown.splitlines(keepends=True)[-1]
    if last.strip() == "…":
        lines = lines[: shown.count("\n") - 1] + [last]
    if os.environ.get("UPDATE") == "1":
        guide.write_text(text[:begin] + "".join(lines) + text[end:])
    expect(shown == "".join(lines), f"the guide shows another answer to `{command}`:\n{''.join(lines)}")


def replace(file: pathlib.Path, old: str, new: str):
    text = file.read_text()
    assert text.count(old) == 1, f"{file.name}: {old} stands there {text.count(old)} times"
    file.write_text(text.replace(old, new))


def expect_sound(*files: pathlib.Path):
    """Tagged, with the identifiers of PDF/UA-1 and PDF/A-2a, and all that they ask of a file."""
    for file in files:
        for fault in check(file):
            expect(False, f"{file.name}: {fault}")


def text_of(file: pathlib.Path) -> list[str]:
    """Page by page."""
    return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True).stdout.split("\f")


def play_freeze(project: pathlib.Path):
    run = kensho("freeze", "公表", "--date", "2024-09-30", "--reason", "公表", cwd=project)
    expect(run.returncode == 0, f"freeze failed: {run.stderr}")
    edition = project / "editions/公表"
    again = project.parent / "again"
    run = kensho("build", edition, "--out", again)
    expect(run.returncode == 0 and "[edition]" not in run.stderr, f"the edition does not build: {run.stderr}")
    made = contents(again)
    made.pop(".kensho", None)
    expect(made == contents(edition / "out"), "an edition that is built again gives other bytes")
    outside = project.parent / "anywhere else"
    shutil.copytree(edition, outside)
    expect(kensho("build", outside, "--out", again).returncode == 0 and contents(again).get("results.csv") == made["results.csv"],
           "an edition cannot be carried away")
    before = contents(edition)
    run = kensho("freeze", "公表", cwd=project)
    expect(run.returncode == 1 and "is there already" in run.stderr, f"a second freeze: {run.stdout}{run.stderr}")
    for name in ["a/b", "..", "CON", "x ", "", "あ" * 80]:
        expect(kensho("freeze", name, cwd=project).returncode != 0, f"an edition may be called `{name}`")
    expect(contents(edition) == before, "a refused freeze wrote something")
    expect(kensho("freeze", "x", edition).returncode == 1, "an edition of an edition")


def play_other_version(project: pathlib.Path):
    edition = project / "editions/公表"
    manifest = edition / "edition.yaml"
    kept = manifest.read_text()
    replace(manifest, "kensho: ", "kensho: 0.0.1-")
    run = kensho("build", edition, "--out", project.parent / "again")
    expect(run.returncode == 0 and "0.0.1-" in run.stderr and "[edition]" in run.stderr, f"another version: {run.stderr}")
    manifest.write_text(kept)
    actuals = edition / "years/r5/actuals.yaml"
    text = actuals.read_text()
    replace(actuals, "births: 1,288", "births: 1,287")
    run = kensho("build", edition, "--out", project.parent / "again")
    expect("changed: years/r5/actuals.yaml" in run.stderr, f"a changed edition: {run.stderr}")
    actuals.write_text(text)


def play_replacing(project: pathlib.Path):
    """What the old edition had and the new one has not goes; a closed one stays."""
    replace(project / "kensho.yaml", "  digest: ", "  # digest: ")
    run = kensho("freeze", "公表", "--force", "--final", cwd=project)
    expect(run.returncode == 0, f"freeze --force: {run.stderr}")
    expect(not list((project / "editions/公表/out").glob("*digest*")), "the digest of the old edition is still there")
    run = kensho("freeze", "公表", "--force", cwd=project)
    expect(run.returncode == 1 and "is closed" in run.stderr, f"a closed edition: {run.stdout}{run.stderr}")


def play_diff(project: pathlib.Path):
    """Causes first, then what followed; one that did not change says nothing."""
    run = kensho("diff", "公表", cwd=project)
    expect(run.returncode == 0 and run.stdout == "nothing has changed\n", f"the same differs: {run.stdout}{run.stderr}")
    replace(project / "years/r5/actuals.yaml", "births: 1,288", "births: 1,228")
    run = kensho("diff", "公表", cwd=project)
    expect(run.returncode == 1 and run.stdout.startswith("1  births.actual@R5  出生数　R5　実績値\n"), f"diff: {run.stdout[:200]}")
    for words in ["births.rate@R5  [-82.8%-] {+78.9%+}", "births.rating@R5  [-おおむね順調-] {+やや遅れ+}",
                  "atsugi-r5-report.pdf page 6 「総合評価」 line 25: …数値目標「出生数」の達成率は[-82.8-]{+78.9+}%"]:
        expect(words in run.stdout, f"diff does not say: {words}")
    expect_guide("kensho diff 公表", japanese("diff", "公表", cwd=project))
    run = kensho("diff", "公表", "--pdf", project.parent / "変更/変更箇所.pdf", cwd=project)
    text = subprocess.run(["pdftotext", "-layout", project.parent / "変更/変更箇所.pdf", "-"], capture_output=True, text=True).stdout
    expect(run.returncode == 1 and "変更箇所一覧" in text and "変更前" in text and "1,228" in text and "おわび" not in text, f"diff --pdf: {run.stderr}{text[:300]}")
    expect_sound(project.parent / "変更/変更箇所.pdf")
    other = kensho("diff", "公表", "editions/公表", cwd=project)
    expect(other.returncode == 0, "an edition differs from its own folder")
    for words in (["なし"], ["公表", "どこにもない"], []):
        expect(kensho("diff", *words, cwd=project).returncode == 2, f"diff {words} is no misuse")


def play_closed(project: pathlib.Path):
    """A closed edition is held against what is built; a correction that errata.yaml names is admitted."""
    out = project.parent / "out"
    run = kensho("build", project, "--out", out, "--places")
    expect(run.returncode == 0 and "was published as 1,288 in the edition `公表`; it is 1,228 now" in run.stderr, f"closed: {run.stderr}")
    places = json.loads((out / "places.json").read_text())
    births = [place for place in places if place["fact"] == "births.actual@R5" and place["words"] == "1,228"]
    expect(births and all(place["page"] > 0 and place["mcid"] is not None for place in births), f"places.json: {births}")
    (project / "errata.yaml").write_text("causes: {births.actual@R5: 転記の誤りによる。}\ncontact: [企画政策課]\nleave_out: [atsugi-r5-council.xlsx]\n")
    run = kensho("build", project, "--out", out)
    expect("[closed]" not in run.stderr, f"a correction is not admitted: {run.stderr}")


def play_errata(project: pathlib.Path):
    out = project.parent / "訂正"
    run = kensho("errata", "公表", "--out", out, cwd=project)
    expect(run.returncode == 1 and "day of the correction is missing" in run.stderr, "a 正誤表 without its day")
    shutil.copytree(project / "editions/公表", project / "editions/別の版")
    run = kensho("errata", "公表", "--date", "2024-11-28", "--out", out, cwd=project)
    expect(run.returncode == 0 and "grade: a rate, mean, count or rating changes" in run.stdout, f"errata: {run.stdout}{run.stderr}")
    expect(re.search(r"`別の版` printed it too \(R5\): atsugi-r5-report.pdf \d+ページ", run.stdout), f"another edition: {run.stdout}")
    again = contents(out)
    expect_guide("kensho errata 公表 --date 2024-11-28 --out 訂正",
                 japanese("errata", "公表", "--date", "2024-11-28", "--out", "../訂正", cwd=project).replace("../", ""))
    expect(contents(out) == again, "the same correction gives other bytes, or another language does")
    text = subprocess.run(["pdftotext", out / "正誤表.pdf", "-"], capture_output=True, text=True).stdout.replace("\n", "").replace(" ", "")
    for words in ["令和６年11月28日", "1,288", "1,228", "転記の誤りによる。", "82.8%78.9%", "変わらないもの", "お問い合わせ"]:
        expect(words in text or words.replace("６", "6") in text, f"the 正誤表 does not say {words}")
    expect("council.xlsx" not in text, "what is left out stands there")
    expect("「」" not in text, "the figure of the cover has a name of no letters")
    notice = subprocess.run(["pdftotext", out / "訂正のお知らせ.pdf", "-"], capture_output=True, text=True).stdout
    expect("再発の防止" in notice and "prevention" in notice, "the notice does not ask for what is missing")
    expect_sound(out / "正誤表.pdf", out / "訂正のお知らせ.pdf")


def play_errata_yaml(project: pathlib.Path):
    """Rows of a fact are joined; a day that is none is shown where it is typed; the table for programs."""
    out = project.parent / "訂正"

    def rows():
        text = subprocess.run(["pdftotext", "-layout", out / "正誤表.pdf", "-"], capture_output=True, text=True).stdout
        return len(re.findall(r"^\s*1-\d+\s", text, re.M))

    apart = rows()
    wishes = project / "errata.yaml"
    kept = wishes.read_text()
    wishes.write_text(kept + "join: [births.rate@R5, births.actual@R5, births.rating@R5]\n")
    run = kensho("errata", "公表", "--date", "2024-11-28", "--out", out, cwd=project)
    expect(run.returncode == 0 and 0 < rows() < apart, f"joined: {rows()} rows of {apart}: {run.stderr}")
    table = list(csv.DictReader((out / "changes.csv").read_text("utf-8-sig").splitlines()))
    births = [row for row in table if row["値"] == "births.actual@R5"]
    expect(len(births) == 1 and (births[0]["誤"], births[0]["正"]) == ("1,288", "1,228"), f"changes.csv: {births}")
    wishes.write_text(kept + "date: 2024-13-01\n")
    run = kensho("errata", "公表", "--out", out, cwd=project)
    expect(run.returncode == 1 and "errata.yaml:4:7" in run.stderr, f"a day that is none: {run.stderr}")
    wishes.write_text(kept.replace("leave_out: [", "leave_out: [citizens, birth.rate@R5, ") + "date: 2024-11-28\njoin: [births.rate@R5]\n")
    run = kensho("errata", "公表", "--out", out, cwd=project)
    expect(run.returncode == 0 and "errata.yaml:3: neither edition knows `birth.rate@R5`" in run.stderr and run.stderr.count("[errata]") == 1,
           f"a name that nobody knows: {run.stderr}")
    wishes.write_text(kept)


def play_several(folder: pathlib.Path):
    """Several corrections at once, of every kind: each place under its cause, called what readers call it."""
    project, out = folder / "kuzuse", folder / "several"
    shutil.copytree(HOME / "samples/kuzuse", project)
    kensho("freeze", "公表", cwd=project)
    replace(project / "years/r5/actuals.yaml", "thinning: 182", "thinning: 128")
    replace(project / "strategy.yaml", "name: 宿泊者数\n", "name: 「葛瀬の湯」宿泊者数\n")
    plan = project / "strategy.yaml"
    plan.write_text(plan.read_text().replace("R6: 1,500\n", "R6: 1,600\n", 1))
    replace(project / "years/r5/narrative.yaml", "20代の参加が", "30代の参加が")
    goal = project / "years/r5/projects/goal-1.yaml"
    replace(goal, 'settled: "21,730"', 'settled: "27,130"')
    goal.write_text(goal.read_text().replace("      council: B\n", "      council: C\n", 1))
    changes = json.loads(kensho("diff", "公表", "--format", "json", cwd=project).stdout)
    labels = {cause["what"]: cause["label"] for cause in changes["causes"]}
    wanted = {"thinning.actual@R5": "間伐面積（累計）　R5　実績値", "programmes.target@R6": "体験プログラムの参加者数　R6　目標値",
              "nights.name@R5": "宿泊者数　R5　名称", "forest-roads.own.settled": "林業作業道整備事業　R5　決算額",
              "goal.1.measure.1.own.council@R5": "農林業の担い手づくり　R5　会議の評価",
              "narrative.goals.3.measures.1.cause[0]": "narrative.goals.3.measures.1.cause[0]"}
    expect(labels == wanted, f"causes: {labels}")
    expect(len(changes["shared"]) <= 6, f"{len(changes['shared'])} places without a cause")
    for cause in changes["causes"]:
        rows = {changes["places"][at]["after"].get("row", "") for at in cause["places"] if changes["places"][at]["after"]}
        others = {"間伐面積（累計）", "体験プログラムの参加者数", "「葛瀬の湯」宿泊者数"} - {cause["label"].partition("　")[0]}
        wrong = rows & others if cause["kind"] != "plan" else set()
        expect(not wrong, f"{cause['label']} is said to change the rows {wrong}")
    run = kensho("errata", "公表", "--date", "2024-11-28", "--out", out, cwd=project)
    text = "".join(text_of(out / "正誤表.pdf") + text_of(out / "訂正のお知らせ.pdf"))
    inner = re.findall(r"narrative[.]|own[.]|strategy[.]yaml|[0-9][.][0-9]{5,}|誤[ 　]+正[ 　]+（", text)
    expect(run.returncode == 0 and not inner, f"on paper: {inner} {run.stderr}")
    expect_sound(out / "正誤表.pdf", out / "訂正のお知らせ.pdf")


def play_example(folder: pathlib.Path):
    """Where the wrong value was the example of 見方, another KPI stands there now: the row is of a place that says both."""
    project, out = folder / "example", folder / "例の訂正"
    shutil.copytree(HOME / "samples/atsugi", project)
    kensho("freeze", "公表", cwd=project)
    replace(project / "years/r5/actuals.yaml", "tourism-resources: 46.1", "tourism-resources: 40.1")
    run = kensho("errata", "公表", "--date", "2024-11-28", "--out", out, cwd=project)
    head = (out / "corrections.yaml").read_text().partition("rows:")[0] if out.is_dir() else ""
    said = re.findall(r'text: "(.*)"', head)
    expect(run.returncode == 0 and said == ["46.1", "40.1"], f"the value itself: {said} {run.stderr}")


def play_volumes():
    """The 正誤表 and the notice know every volume of every template by name."""
    usual = {name: (HOME / f"config/volumes/{name}.yaml").read_text() for name in ("pieces", "errata", "notice")}
    named = [usual[name].count("use: errata-volume-name") for name in ("errata", "notice")]
    expect(named == [1, 2], f"what changed and what did not is said of volumes by their names: {named}")
    for folder in (HOME / "templates").iterdir():
        for volume in {file.stem for file in folder.glob("*.yaml")} - {"style", "workbook", "proof", *usual}:
            counts = [usual["pieces"].count(f"if: {of}.{volume},") for of in ("r.in", "v")]
            expect(counts == [1, 1], f"{folder.name}: corrections do not know the volume {volume}: {counts}")


def play_history(project: pathlib.Path):
    """The edition is on the cover, and all of them at the end; the report carries what it was made of."""
    out = project.parent / "out"
    settings = project / "kensho.yaml"
    kept = settings.read_text()
    settings.write_text(kept.replace("report: {title: 効果検証報告書,", "report: {carry_inputs: true, history: "
        "[{edition: 初版, date: 2024-09-30}, {edition: 訂正版, date: 2024-11-28, reason: 出生数の訂正}], title: 効果検証報告書,"))
    run = kensho("build", project, "--out", out)
    expect(run.returncode == 0, f"history: {run.stderr[-500:]}")
    report = out / "atsugi-r5-report.pdf"
    pages = subprocess.run(["pdftotext", "-layout", report, "-"], capture_output=True, text=True).stdout.split("\f")
    expect("訂正版（令和６年11月28日）" in pages[0], f"the cover: {pages[0]}")
    end = next((page for page in reversed(pages) if "版の履歴" in page), "")
    expect(re.search("令和[6６]年9月30日", end) and "出生数の訂正" in end, f"the history of versions: {end}")
    elsewhere = project.parent / "elsewhere"
    elsewhere.mkdir()
    run = kensho("freeze", "受け取った版", "--from", report, cwd=elsewhere)
    expect(run.returncode == 0 and "[edition]" not in run.stderr, f"taken out: {run.stdout}{run.stderr}")
    inside = elsewhere / "editions/受け取った版"
    expect((inside / "years/r5/actuals.yaml").read_bytes() == (project / "years/r5/actuals.yaml").read_bytes(), "another file was taken out")
    expect((inside / "out" / report.name).read_bytes() == report.read_bytes(), "what was taken out makes another report")
    run = kensho("freeze", "x", "--from", project / "editions/公表/out/atsugi-r5-report.pdf", cwd=elsewhere)
    expect(run.returncode == 1 and "does not carry" in run.stderr, f"a report that carries nothing: {run.stderr}")
    settings.write_text(kept)


def play_corrected(project: pathlib.Path):
    """The corrected report lists what it corrects on the page after the cover; nothing else moves, and the list is no error."""
    out = project.parent / "out"
    run = kensho("errata", "公表", "--date", "2024-11-28", "--out", project / "訂正", cwd=project)
    expect(run.returncode == 0, f"errata: {run.stderr}")
    settings = project / "kensho.yaml"
    kept = settings.read_text()
    settings.write_text(kept.replace("report: {title: 効果検証報告書,", "report: {corrections: 訂正/corrections.yaml, history: "
        "[{edition: 初版, date: 2024-09-30}, {edition: 訂正版, date: 2024-11-28, reason: 出生数の訂正}], title: 効果検証報告書,"))
    before = text_of(out / "atsugi-r5-report.pdf")
    run = kensho("build", project, "--out", out)
    expect(run.returncode == 0 and "[corrections]" not in run.stderr, f"a corrected report: {run.stderr[-500:]}")
    pages = text_of(out / "atsugi-r5-report.pdf")
    expect("訂正した箇所" in pages[1] and "1,288" in pages[1] and "1,228" in pages[1], f"the page after the cover: {pages[1]}")
    first = next(n for n, page in enumerate(pages) if "策定の目的" in page and "目次" not in page)
    expect(pages[first].split()[-1] == "1", f"the first chapter does not begin on page 1: {pages[first][-200:]}")
    old = next(n for n, page in enumerate(before) if "策定の目的" in page and "目次" not in page)
    expect(pages[first:first + 4] == before[old:old + 4], "the list moved other pages")
    listed = (project / "訂正/corrections.yaml").read_bytes()
    again = kensho("errata", "公表", "--date", "2024-11-28", "--out", project / "訂正", cwd=project)
    expect(again.returncode == 0, f"errata of a corrected report: {again.stderr}")
    expect((project / "訂正/corrections.yaml").read_bytes() == listed, "the list of corrections is listed as an error")
    actuals = project / "years/r5/actuals.yaml"
    replace(actuals, "births: 1,228", "births: 1,227")
    run = kensho("check", project)
    expect("says that `births.actual@R5` is 1,228; it is 1,227" in run.stderr, f"a list that is old: {run.stderr[-800:]}")
    replace(actuals, "births: 1,227", "births: 1,228")
    settings.write_text(kept)


def play_evidence(project: pathlib.Path):
    """The paper of a value is told, kept with an edition, and missed when it is another one."""
    paper = project / "資料/人口動態.txt"
    paper.parent.mkdir()
    paper.write_text("出生数 1,228\n")
    digest = hashlib.sha256(paper.read_bytes()).hexdigest()
    actuals = project / "years/r5/actuals.yaml"
    replace(actuals, "births: 1,228", f'births: {{value: "1,228", source: {{paper: 資料/人口動態.txt, digest: {digest}, given_by: 市民課 佐藤, agreed_by: 課長}}}}')
    run = kensho("evaluate", project, "--explain", "births.actual@R5")
    for words in ("資料/人口動態.txt", digest[:12], "市民課 佐藤", "課長"):
        expect(words in run.stdout, f"--explain does not say {words}: {run.stdout}")
    run = kensho("freeze", "資料付き", project)
    expect(run.returncode == 0 and (project / "editions/資料付き/資料/人口動態.txt").read_bytes() == paper.read_bytes(), f"the paper is not kept: {run.stderr}")
    expect("[source]" not in run.stderr, f"a paper that is the same: {run.stderr}")
    paper.write_text("出生数 1,229\n")
    run = kensho("check", project)
    expect("[source]" in run.stderr and "actuals.yaml" in run.stderr, f"another paper: {run.stderr[-500:]}")


def play_sheets(folder: pathlib.Path):
    """The template of one sheet a measure has 正誤表, notice and list of corrections too."""
    project, out = folder / "葛瀬", folder / "葛瀬の訂正"
    shutil.copytree(HOME / "samples/kuzuse", project)
    kensho("freeze", "公表", "--date", "2024-09-20", cwd=project)
    actuals = project / "years/r5/actuals.yaml"
    replace(actuals, "farm-advice: 61", "farm-advice: 16")
    run = kensho("errata", "公表", "--date", "2024-11-28", "--out", out, cwd=project)
    made = sorted(path.name for path in out.iterdir() if not path.name.startswith(".")) if out.is_dir() else []
    expect(run.returncode == 0 and made == ["changes.csv", "corrections.yaml", "正誤表.pdf", "正誤表.xlsx", "訂正のお知らせ.pdf"], f"hyouka-sheet: {made} {run.stderr}")
    expect_sound(out / "正誤表.pdf", out / "訂正のお知らせ.pdf")


def play_completion(project: pathlib.Path):
    run = subprocess.run([KENSHO, "__complete", "diff", ""], capture_output=True, text=True, cwd=project, env=ENVIRONMENT)
    expect("公表" in run.stdout, f"completion of an edition: {run.stdout!r} {run.stderr!r}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "project"
        shutil.copytree(HOME / "samples/atsugi", project)
        play_freeze(project)
        play_other_version(project)
        play_replacing(project)
        play_completion(project)
        play_diff(project)
        play_closed(project)
        play_errata(project)
        play_errata_yaml(project)
        play_history(project)
        play_corrected(project)
        play_evidence(project)
        play_sheets(pathlib.Path(folder))
        play_several(pathlib.Path(folder))
        play_example(pathlib.Path(folder))
        play_volumes()
    for fault in FAULTS:
        print(fault)
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
