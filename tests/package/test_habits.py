"""What a terminal program owes its users: it works where one stands, says as much as was asked for in the form that was
asked for, answers misspellings, and ends with three lines. In Japanese by locale, help and misuse too."""
import json
import os
import pty
import re
import subprocess
import sys

import home


def run(folder, *words, at="project", language="C.UTF-8", **more):
    return subprocess.run([folder / "usr/bin/kensho", *words], cwd=folder / at, capture_output=True, text=True,
                          env=home.environment(LANG=language, **more))


def on_terminal(folder, *words, **more):
    """The screen: standard output and errors are one terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen([folder / "usr/bin/kensho", *words], cwd=folder / "project", stdin=slave, stdout=slave,
                               stderr=slave, env=home.environment(TERM="xterm", **more))
    os.close(slave)
    screen = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        screen += piece
    os.close(master)
    return process.wait(), screen.decode()


def check_where_one_stands(folder):
    assert run(folder, "check", at="project/years/r5").stdout == "no faults found\n"
    assert run(folder, "check", "project/kensho.yaml", at=".").returncode == 0
    assert "section" in run(folder).stdout, "kensho alone says how far the year has come"
    assert run(folder, "check", "project/years/r5", at=".").returncode == 0, "a folder in it, as TAB completes it"
    lost = run(folder, at="usr")
    assert lost.returncode == 2 and "kensho needs a command" in lost.stderr, lost


def check_names_of_projects(folder):
    """What leads to no project is answered with those that are there."""
    office = folder / "office"
    for name in ("総合戦略の検証", "汐見沢"):
        (office / name).mkdir(parents=True)
        (office / name / "kensho.yaml").write_text("")
    (office / "古い").mkdir()
    (office / "古い/kensho.yml").write_text("")
    for words, answer in ((("check", "総合戦略の検症"), "there is no folder `総合戦略の検症`\n  hint: did you mean `総合戦略の検証`?"),
                          (("check", "./総合戦略の検症"), "did you mean `./総合戦略の検証`?"),
                          (("check", "古い"), "there is no file `古い/kensho.yaml`\n  hint: name `kensho.yml` kensho.yaml"),
                          (("check", "."), "hint: projects there: 汐見沢, 総合戦略の検証"), (("build",), "hint: projects there: 汐見沢, 総合戦略の検証"),
                          (("status", "-p", "none"), "hint: projects there: 汐見沢, 総合戦略の検証")):
        result = run(folder, *words, at="office")
        assert result.returncode == 2 and answer in result.stderr, (words, result)
    several = run(folder, "check", "総合戦略の検証", "汐見沢", at="office")
    assert several.returncode == 2 and "`汐見沢` is one word too many" in several.stderr, several


def check_end_of_build(folder):
    result = run(folder, "build", "--out", folder / "out")
    made = result.stdout.splitlines()
    assert len(made) >= 5 and all(os.path.isfile(path) for path in made), made
    names = ", ".join(os.path.basename(path) for path in made)
    assert result.stderr.splitlines() == [f"made in {folder}/out: {names}", "doubts: none",
                                          "missing values: 未公表 1, 調査なし 2"], result.stderr
    status, screen = on_terminal(folder, "build", "--out", folder / "out")
    assert status == 0 and "lay out main" in screen, screen
    assert len(re.sub(r".*\r\x1b\[K", "", screen).strip().splitlines()) == 3, screen
    quiet = run(folder, "build", "--quiet", "--out", folder / "out")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


def check_volume(folder):
    whole = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    for volume, file in (("main", "atsugi-r5-report.pdf"), ("digest", "atsugi-r5-digest.pdf")):
        result = run(folder, "build", "--volume", volume, "--out", folder / volume)
        assert result.stdout.splitlines() == [f"{folder}/{volume}/{file}"], result
        assert (folder / volume / file).read_bytes() == whole[file], "one volume alone is the same volume"
        assert run(folder, "build", "--volume", volume, "--out", folder / "out").returncode == 0
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == whole, "the others stay"
    wrong = run(folder, "build", "--volume", "mian", "--out", folder / "none")
    assert wrong.returncode == 1 and "did you mean `main`?" in wrong.stderr, wrong
    assert not (folder / "none").exists()


def check_forms_of_diagnostics(folder):
    """Two slips: the text names them with carets, a line each for editors, JSON for programs."""
    path = folder / "project/years/r5/actuals.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("daily-support: 18,405", "daily-suport: 18,405"), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != good
    text = run(folder, "check")
    lines = run(folder, "check", "--format", "line")
    tree = run(folder, "check", "--format", "json")
    assert [each.returncode for each in (text, lines, tree)] == [1, 1, 1]
    assert text.stdout == "" and lines.stderr == "" and tree.stderr == ""
    found = json.loads(tree.stdout)["diagnostics"]
    assert len(lines.stdout.splitlines()) == len(found) >= 1
    for line, each in zip(lines.stdout.splitlines(), found):
        where = re.fullmatch(r"(.+?):(\d+):(\d+): (error|warning): .+", line)
        assert where and where[1] == each["file"] and (int(where[2]), int(where[3])) == (each["line"], each["column"])
        assert f"{each['file']}:{each['line']}:{each['column']}: {each['severity']}: {each['message']}" in text.stderr
        typed = (folder / "project" / each["file"]).read_text(encoding="utf-8").splitlines()[each["line"] - 1]
        assert "daily-suport" in typed[each["column"] - 1:each["end_column"] - 1] or each["severity"] == "warning", each
    japanese = run(folder, "check", "--format", "line", language="ja_JP.UTF-8").stdout
    assert run(folder, "check", "--format", "line", LANGUAGE="ja:en", language="en_GB.UTF-8").stdout == japanese
    assert run(folder, "check", "--format", "line", LANGUAGE="en", language="ja_JP.UTF-8").stdout == lines.stdout
    for machine in ("C", "POSIX"):  # a locale of machines goes before LANGUAGE
        assert run(folder, "check", "--format", "line", LANGUAGE="ja", language=machine).stdout == lines.stdout
    assert ": error: " in japanese and not japanese.isascii(), "the severity stays a word that programs know"
    coloured = on_terminal(folder, "check")[1]
    assert "\x1b[1;31merror: \x1b[0m" in coloured, coloured
    for more in ({"words": ("--no-colour",)}, {"NO_COLOR": "1"}, {"TERM": "dumb"}):
        words = more.pop("words", ())
        environment = home.environment(**more)
        screen = on_terminal(folder, "check", *words, **{key: environment[key] for key in more})[1] \
            if "TERM" not in more else ""
        assert "\x1b[1;" not in screen and "\x1b[32m" not in screen, (more, screen)
    assert "\x1b" not in text.stderr
    for words in (("check", "--claims"), ("check", "--figures"), ("evaluate", "--policy", "share"),
                  ("evaluate", "--explain", "overall"), ("specimen", "none.yaml", "--lines")):
        both = run(folder, *words, "--format", "json")
        assert both.returncode == 2 and both.stdout == "" and f"`{words[-1 if words[-1][0] == '-' else -2]}`" in both.stderr
    for words in (("build", "--out", "none"), ("check",), ("evaluate",), ("status",), ("where", "overall.mean"),
                  ("forms", "--out", "none"), ("next",), ("freeze", "公表"), ("diff", "公表"), ("errata", "公表"),
                  ("new", "none", "--city", "試験市", "--policy", "none"), ("specimen", "years/r3.yaml")):
        tree = run(folder, *words, "--format", "json")
        told = json.loads(tree.stdout)["diagnostics"]
        assert tree.returncode in (1, 2) and told and tree.stderr == "", (words, tree)
        assert not (folder / "project/none").exists(), words
    pages = run(folder, "--help").stdout.partition("Commands:")[2]
    for name in re.findall(r"^  ([a-z]+) ", pages, re.M):
        assert "--format" in run(folder, name, "--help").stdout, name
    path.write_text(good, encoding="utf-8")


def check_misuse(folder):
    for words, answer in ((("biuld",), "did you mean `build`?"), (("build", "--daft"), "did you mean `--draft`?"),
                          (("check", "--format", "jsn"), "did you mean `json`?"),
                          (("check", "--format"), "`--format` takes a value behind it\n  hint: known here: text, line, json"),
                          (("--hlep",), "there is no option `--hlep`\n  hint: did you mean `--help`?"),
                          (("-v",), "known here: --help, --version"), (("help",), "did you mean `--help`?"),
                          (("help", "build"), "did you mean `build --help`?"), (("version",), "did you mean `--version`?"),
                          (("--draft", "build"), "`--draft` stands behind the command: kensho build --draft"),
                          (("-q", "check"), "kensho build -q"),
                          (("evaluate", "--explain"), "--explain"), (("new",), "folder")):
        result = run(folder, *words)
        assert result.returncode == 2 and answer in result.stderr and result.stdout == "", (words, result)
        japanese = run(folder, *words, language="ja_JP.UTF-8")
        assert japanese.returncode == 2 and re.search("[ぁ-ん]", japanese.stderr), (words, japanese)


def check_help(folder):
    """Every line of every help page that describes something is Japanese, whatever the machine's locales."""
    top = run(folder, "--help", language="ja_JP.UTF-8").stdout
    names = re.findall(r"^  ([a-z]+) ", top, re.M)
    assert len(names) >= 9, top
    for words in [()] + [(name,) for name in names]:
        page = run(folder, *words, "--help", language="ja").stdout
        described = [line for line in page.splitlines() if line and not re.match(r"  kensho | {2}-.*(TEXT|\{.*\})", line)]
        assert all(re.search("[ぁ-んァ-ヶ一-龠]", line) or line.startswith("  ") for line in described), page
        assert not re.search(r"(Usage|Options|Examples|Positionals|REQUIRED|TEXT)\b", page), page


def check_version(folder):
    first, second = run(folder, "--version").stdout.splitlines()
    assert re.fullmatch(r"kensho \d+\.\d+\.\d+", first), first
    for library in ("yaml-cpp", "HarfBuzz", "PoDoFo", "ICU", "libxlsxwriter"):
        assert re.search(rf"{library} \d", second), second


def main():
    with home.installed() as folder:
        for check in (check_where_one_stands, check_names_of_projects, check_end_of_build, check_volume, check_forms_of_diagnostics, check_misuse,
                      check_help, check_version):
            check(folder)


if __name__ == "__main__":
    sys.exit(main())
