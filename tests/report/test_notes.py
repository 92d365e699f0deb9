"""Notes, readings and lines under words, from marks in the narrative to both editions, in both templates."""
import re
import subprocess
import sys

from run import build, copied, kensho, main, scratch, tool

FOLDER = scratch()
LONG = "".join(f"{i}番目の会議では、施策と指標の見直しについて町民と委員から意見を聴き、その結果を計画の改定に生かすこととした。" for i in range(1, 61))
MARKS = {
    "atsugi": ("years/r5/narrative.yaml", "課題となっています。", "｜厚木《あつぎ》市は課題［注：暦年の値。目標は{overall.kpis.count}項目。］に当たります。"
               "テレワーク［注］と｜相模《さが｜み》も［下線：改めました］。"),
    "shiomizawa": ("years/r4/narrative.yaml", "定めています。", "｜厚木《あつぎ》市は課題［注：暦年の値。目標は{overall.kpis.count}項目。］に当たります。"
                   f"テレワーク［注］と｜相模《さが｜み》も［下線：改めました］。会議［注：{LONG}］の意見です。"),
}


def made(sample):
    file, before, marked = MARKS[sample]
    project = copied(sample, FOLDER.name)
    text = (project / file).read_text()
    assert text.count(before) >= 1
    text = text.replace(before, before + marked, 1)
    entry = "glossary:\n  - {term: テレワーク, text: 場所や時間にとらわれずに働く方法。}\n"
    text, has_glossary = re.subn(r"(?m)^glossary:\n", entry, text)
    (project / file).write_text(text + ("" if has_glossary else "\n" + entry))
    settings = project / "kensho.yaml"
    outputs = f"outputs:\n  main: {sample}-report.pdf\n  web: page.html\n"
    settings.write_text(re.sub(r"(?ms)^outputs:.*?(?=^\S|\Z)", outputs, settings.read_text()))
    return {path.name: path for path in build(project, f"{FOLDER.name}/{sample}-out")}


FILES = {sample: made(sample) for sample in MARKS}


def report(sample):
    return next(path for name, path in FILES[sample].items() if name.endswith("-report.pdf"))


def page(sample):
    return next(path for name, path in FILES[sample].items() if name.endswith(".html")).read_text()


def page_of(path, words):
    return next(text for text in tool("pdftotext", "-layout", path, "-").split("\f") if words in text.replace("\n", ""))


def notes_stand_at_the_foot():
    for sample in MARKS:
        lines = [line.strip() for line in page_of(report(sample), "場所や時間").splitlines() if line.strip()]
        first = next(i for i, line in enumerate(lines) if re.search(r"※1\s+暦年の値。目標は\d+項目。", line))
        assert re.match(r"※2\s+テレワーク\s+場所や時間にとらわれずに働く方法。", lines[first + 1]), lines[first:]
        assert any("※1" in line for line in lines[:first]), lines


def notes_and_readings_are_tagged():
    for sample in MARKS:
        tree = subprocess.run(["pdfinfo", "-struct-text", report(sample)], capture_output=True, check=True).stdout
        tags = re.sub(r"\s+", " ", tree.decode("utf-8", "replace"))
        assert 'Ruby (inline) RB "厚木" RT "あつぎ"' in tags
        assert 'Ruby (inline) RB "相" RT "さが" Ruby (inline) RB "模" RT "み"' in tags
        assert re.search(r'Reference \(inline\) Link \(inline\) "※1"', tags)
        notes = re.findall(r"Note <(footnote-\d+)>", tags)
        assert len(notes) >= 2 and len(set(notes)) == len(notes), notes
        assert re.search(r'Note <footnote-1> \(inline\) Lbl \(block\) "※1 "', tags), tags[:3000]


def a_long_note_goes_on_overleaf():
    tree = tool("pdftotext", "-raw", report("shiomizawa"), "-").replace("\n", "")
    assert all(f"{i}番目の会議では" in tree for i in range(1, 61))
    pages = tree.split("\f")
    at = next(i for i, page in enumerate(pages) if "1番目の会議では" in page)
    assert "60番目の会議では" not in pages[at] and "60番目の会議では" in pages[at + 1], pages[at]


def links_lead_both_ways_on_the_web():
    for sample in MARKS:
        text = page(sample)
        assert "<ruby>厚木<rp>（</rp><rt>あつぎ</rt><rp>）</rp></ruby>" in text
        assert "<u>改めました</u>" in text
        targets = set(re.findall(r' id="(note-[^"]*)"', text))
        links = set(re.findall(r' href="#(note-[^"]*)"', text))
        assert links and targets == links, targets ^ links


def a_fault_is_told_in_its_place():
    project = copied("shiomizawa", f"{FOLDER.name}/faults")
    file = project / "years/r4/narrative.yaml"
    file.write_text(file.read_text().replace("お知らせし、", "お知らせ［注：閉じない、テレワーク［注］、", 1))
    result = kensho("build", project, "--out", f"{FOLDER.name}/none")
    assert result.returncode == 1
    assert "`［注：` is not closed" in result.stderr, result.stderr
    assert "テレワーク` ends with" in result.stderr, result.stderr


def claims_are_read_through_marks():
    project = copied("atsugi", f"{FOLDER.name}/claims")
    file = project / "years/r5/narrative.yaml"
    place = "      - 公表が令和7年度に予定"
    assert place in file.read_text()
    sentence = "｜出生数《しゅっしょうすう》は1,299人となり［注：出生数の達成率は83.8%である。］、［下線：減少］が続いている。"
    file.write_text(file.read_text().replace(place, f"      - {sentence}\n{place}", 1))
    result = kensho("check", project)
    doubts = re.findall(r"warning: `(.*?)` contradicts", result.stdout + result.stderr)
    assert doubts == ["1,299人", "83.8％"], doubts


if __name__ == "__main__":
    sys.exit(main([notes_stand_at_the_foot, notes_and_readings_are_tagged, a_long_note_goes_on_overleaf,
                   links_lead_both_ways_on_the_web, a_fault_is_told_in_its_place, claims_are_read_through_marks]))
