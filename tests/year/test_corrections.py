"""A year's end: an edition is kept and built again to the same bytes; a correction, what follows from it, its 正誤表."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from year_run import ENVIRONMENT, FAULTS, KENSHO, expect, kensho

HOME = pathlib.Path(os.environ["KENSHO_HOME"])


def contents(folder: pathlib.Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def replace(file: pathlib.Path, old: str, new: str):
    text = file.read_text()
    assert text.count(old) == 1, f"{file.name}: {old} stands there {text.count(old)} times"
    file.write_text(text.replace(old, new))


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
    expect("`別の版` printed it too (R5): atsugi-r5-report.pdf 18ページ" in run.stdout, f"another edition: {run.stdout}")
    again = contents(out)
    text = subprocess.run(["pdftotext", out / "正誤表.pdf", "-"], capture_output=True, text=True).stdout.replace("\n", "").replace(" ", "")
    for words in ["令和６年11月28日", "1,288", "1,228", "転記の誤りによる。", "82.8%78.9%", "変わらないもの", "お問い合わせ"]:
        expect(words in text or words.replace("６", "6") in text, f"the 正誤表 does not say {words}")
    expect("council.xlsx" not in text, "what is left out stands there")
    kensho("errata", "公表", "--date", "2024-11-28", "--out", out, cwd=project)
    expect(contents(out) == again, "the same correction gives other bytes")
    notice = subprocess.run(["pdftotext", out / "訂正のお知らせ.pdf", "-"], capture_output=True, text=True).stdout
    expect("再発の防止" in notice and "prevention" in notice, "the notice does not ask for what is missing")
    check = subprocess.run(["qpdf", "--check", out / "正誤表.pdf"], capture_output=True, text=True)
    expect(check.returncode == 0, f"qpdf: {check.stdout}{check.stderr}")


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
    for fault in FAULTS:
        print(fault)
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
