"""What an author types beside a figure stands in print where the figure stands, in every volume of both templates."""
import sys

from marks import VOLUMES, project, spoken, volumes
from run import main, scratch

FOLDER = scratch()
PRINTED = {}
for template in VOLUMES:
    files = volumes(project(template, FOLDER.name), f"{FOLDER.name}/out-{template}")
    PRINTED[template] = {name: spoken(path) for name, path in files.items()}

# Where the evaluated year stands, and where the years before and after stand too.
EVERY = [("kouka-kensho", "main"), ("gaiyou", "main"), ("gaiyou", "list")]
ALL_YEARS = [("kouka-kensho", "main"), ("gaiyou", "list")]
ANNEXES = [("kouka-kensho", "annex"), ("gaiyou", "list")]
MAIN = [("kouka-kensho", "main"), ("gaiyou", "main")]

EXPECTED = {
    "the note of an indicator": (EVERY, ["来訪者数の注記", "数値目標の注記"]),
    "the note of a value": (EVERY, ["令和5年度：値の注記", "公表前の注記"]),
    "the note of a value of an earlier year": (ALL_YEARS, ["改定値の注記"]),
    "the note of a baseline": (EVERY, ["現状値：現状値の注記"]),
    "the note of a target to come": (ALL_YEARS, ["令和6年の目標値：目標値の注記"]),
    "a provisional value": (EVERY, ["速1,018", "速令和5年：速報値。速報値の注記"]),
    "a revised value": (ALL_YEARS, ["改1,005", "改令和4年：改定値。改定値の注記"]),
    "a reference value": (EVERY, ["（66）", "参考値の注記"]),
    "brackets": (EVERY, ["（77）"]),
    "a rating by people with its reason": (EVERY, ["令和5年度の評価おおむね順調合議の理由", "令和5年の評価順調数値目標の評価の理由"]),
    "a rating by people of an earlier year": (ALL_YEARS, ["令和4年度の評価遅れ前年の評価の理由"]),
    "the word of a verdict": (EVERY, ["一年遅れ"]),
    "the word of a verdict of an earlier year": (ALL_YEARS, ["調査済み"]),
    "a revised target beside the original": (EVERY, ["133", "令和5年度の報告から目標値を改めた（令和5年3月決定）。", "補助の拡充による。", "令和4年度の報告から目標値を改めた。"]),
    "the original target in the report": ([("kouka-kensho", "main")], ["133（100）", "144（120）"]),
    "the original target in the short report": ([("gaiyou", "main"), ("gaiyou", "list")], ["当初100"]),
    "what the section wrote of a value": (EVERY, ["要因転入の要因", "今後転入の今後"]),
    "a target to be exceeded": (EVERY, ["超目標値を超えて初めて達成とする。"]),
    "a calendar year": (EVERY, ["暦年"]),
    "how it is measured": (EVERY, ["低いほどよい", "累計", "5年ごとの調査"]),
    "the words for the time of a baseline": (MAIN, ["令和元～3年平均"]),
    "definition, source and next publication": (MAIN, ["転入者数の定義", "人口統計の出典", "令和7年3月公表"]),
    "the unit without a baseline": ([("kouka-kensho", "main")], ["－千人", "－％", "－位", "－台", "－回", "－店"]),
    "the unit in its column": ([("gaiyou", "main"), ("gaiyou", "list")], ["来訪者数千人", "住みやすさの満足度調査％"]),
    "a reprint": (EVERY, ["再掲"]),
    "marks of activity indicators": (ANNEXES, ["速12", "改10", "R5：速報値。取組の速報値の注記", "R4：改定値。取組の改定値の注記",
                                               "R5：参考値。", "（57）", "（88）", "※カッコ内は総数"]),
    "a KPI in the annex": (ANNEXES, ["R5：値の注記"]),
    "a project that ended and was renamed": (ANNEXES, ["（旧元の名の事業）", "令和5年度で終了：役目を終えたため",
                                                      "令和5年度までに終了した事業は1件。", "名を改めた事業は1件。"]),
    "the paper of a value": (MAIN, ["R5：人口動態調査票"]),
    "the name of the rate": (MAIN, ["目標達成度"]),
    "the names of council and strategy": ([("kouka-kensho", "main")], ["推進懇談会からの意見", "見本戦略の基本方針"]),
    "the council in the short report": ([("gaiyou", "main"), ("gaiyou", "digest")], ["推進懇談会の意見"]),
    "marks in the digest": ([("gaiyou", "digest")], ["速1,018"]),
    "marks in the page of the digest": ([("kouka-kensho", "digest")], ["速99.8%"]),
}


def every_mark_is_read_back():
    faults = []
    for what, (places, texts) in EXPECTED.items():
        for template, volume in places:
            faults += [f"{what}: `{text}` is not in {template}/{volume}" for text in texts
                       if text not in PRINTED[template][volume]]
    assert not faults, "\n  ".join(["", *faults])


def nothing_of_one_city():
    for template, texts in PRINTED.items():
        for volume, text in texts.items():
            for word in ("第2期総合戦略", "総合戦略会議", "厚木", "汐見沢", "推進委員会"):
                assert word not in text, f"{template}/{volume}: {word}"


sys.exit(main([every_mark_is_read_back, nothing_of_one_city]))
