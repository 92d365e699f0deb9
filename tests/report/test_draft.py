"""A draft says what is not there yet, in words for the office, and never takes the name of a report; a final says where."""
import json
import pathlib
import re
import shutil
import sys

from marks import VOLUMES, project, spoken, words
from run import build, copied, kensho, main, scratch, tool


def without(path, piece):
    text = path.read_text()
    assert piece in text, piece
    path.write_text(text.replace(piece, ""))


def with_sentence(where, sentence):
    path = where / "narrative.yaml"
    text = path.read_text()
    assert "評価一。" in text
    path.write_text(text.replace("評価一。", f'"{sentence}"'))


def files(where, out):
    return {path.name: path for path in build(where, out, "--draft")}


def drafts_have_a_name_of_their_own():
    for template in VOLUMES:
        with scratch() as folder:
            where = project(template, folder)
            out = pathlib.Path(folder) / "out"
            reports = {path.name: path.read_bytes() for path in build(where, out)}
            drafts = files(where, out)
            assert not set(reports) & set(drafts), set(reports) & set(drafts)
            assert all("-案." in name for name in drafts), drafts
            assert all((out / name).read_bytes() == content for name, content in reports.items())
            for name, path in drafts.items():
                if name.endswith(".pdf"):
                    assert "案" in tool("pdfinfo", path).split("Title:")[1].splitlines()[0], name
                    assert spoken(path).startswith("案"), f"{name} says first: {spoken(path)[:20]}"


def tables_of_a_draft_name_each_other():
    with scratch() as folder:
        made = files(project("gaiyou", folder), pathlib.Path(folder) / "out")
        package = json.loads(made["datapackage-案.json"].read_text())
        named = {table["path"] for table in package["resources"]}
        assert named and named <= set(made), named - set(made)


def a_missing_text_is_named_in_words():
    for template in VOLUMES:
        with scratch() as folder:
            where = project(template, folder)
            without(where / "narrative.yaml", ", council: [意見二。]")
            printed = words(files(where, pathlib.Path(folder) / "out")["main-案.pdf"])
            assert "基本目標2の会議からの意見" in printed, template
            assert "council" not in printed and "goals" not in printed, template
            final = kensho("check", where)
            assert final.returncode == 1 and "narrative.yaml:" in final.stderr, final.stderr
            assert "goals.2.council" in final.stderr, final.stderr


def no_mark_of_a_missing_text_speaks_of_keys():
    for sample, year in {"atsugi": "r5", "shiomizawa": "r4", "kuzuse": "r5"}.items():
        with scratch() as folder:
            where = copied(sample, folder)
            (where / "years" / year / "narrative.yaml").write_text("overview: {purpose: [この報告書の目的。]}\n")
            printed = "".join(words(path) for name, path in files(where, pathlib.Path(folder) / "out").items() if name.endswith(".pdf"))
            marks = re.findall(r"【未入力：([^】]*)】", printed)
            assert len(marks) >= 2, (sample, marks)
            assert not [mark for mark in marks if not mark or re.search("[a-z]", mark)], (sample, marks)


def a_status_in_a_sentence_is_marked():
    for sentence in ("新規は{new.actual}である。", "新規の達成率は{new.rate}である。"):
        for template in VOLUMES:
            with scratch() as folder:
                where = project(template, folder)
                with_sentence(where, sentence)
                out = pathlib.Path(folder) / "out"
                printed = words(files(where, out)["main-案.pdf"])
                assert "未公表である。" in printed, (template, sentence)
                final = kensho("build", where, "--out", out / "final")
                assert final.returncode == 1 and "its value is 未公表" in final.stderr, final.stderr
                place = next(line for line in final.stderr.splitlines() if "未公表" in line).split(": ")[0]
                name, line, _ = place.rsplit(":", 2)
                assert name.endswith("narrative.yaml") and sentence in (where / "narrative.yaml").read_text().splitlines()[int(line) - 1]


def words_that_are_a_value_are_none():
    with scratch() as folder:
        where = project("gaiyou", folder)
        with_sentence(where, "計画は{plan.actual}まで進んだ。")
        final = kensho("build", where, "--out", pathlib.Path(folder) / "out")
        assert final.returncode == 0, final.stderr


def letters_are_told_where_they_were_typed():
    """At the letter itself, also in a text with bindings, and where it is escaped."""
    for letter in ("\u00ad", "\\u200f", "\\x07"):
        with scratch() as folder:
            where = project("gaiyou", folder)
            with_sentence(where, f"率は{{goal.1.mean}}で、評価{letter}一。")
            told = [line for line in kensho("check", where).stderr.splitlines() if "U+" in line and "error: " in line]
            assert len(told) == 1 and "narrative.yaml:" in told[0], told
            number, column = map(int, told[0].split(": ")[0].rsplit(":", 2)[1:])
            line = (where / "narrative.yaml").read_text().split("\n")[number - 1]
            assert line[column - 1:].startswith(letter), (letter, told[0], line)


def a_copied_year_is_told_first():
    with scratch() as folder:
        where = copied("atsugi", folder)
        shutil.copytree(where / "years/r5", where / "years/r6")
        settings = where / "kensho.yaml"
        text = settings.read_text().replace("evaluated_year: R5", "evaluated_year: R6")
        line = "  R5: years/r5/actuals.yaml\n"
        assert line in text
        text = text.replace(line, line + "  R6: years/r6/actuals.yaml\n")
        settings.write_text(text.replace("narrative: years/r5", "narrative: years/r6").replace("- years/r5/", "- years/r6/"))
        actuals = where / "years/r6/actuals.yaml"
        actuals.write_text(actuals.read_text().replace("year: R5", "year: R6"))
        result = kensho("check", where)
        first = result.stderr.splitlines()[0]
        assert result.returncode == 1 and first.endswith("[stale]"), first
        assert result.stderr.count("[stale]") == 1 and "[unchanged]" not in result.stderr


sys.exit(main([drafts_have_a_name_of_their_own, tables_of_a_draft_name_each_other, a_missing_text_is_named_in_words,
               no_mark_of_a_missing_text_speaks_of_keys, a_status_in_a_sentence_is_marked,
               words_that_are_a_value_are_none, letters_are_told_where_they_were_typed,
               a_copied_year_is_told_first]))
