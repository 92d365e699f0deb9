"""Same input, same bytes; outputs whole or not at all; exit status."""
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys

from run import HOME, build, copied, kensho, main, scratch

SAMPLES = sorted(p.name for p in (HOME / "samples").iterdir() if p.is_dir())


def same_bytes_in_another_folder():
    for sample in SAMPLES:
        with scratch() as a, scratch() as b:
            first = build(HOME / "samples" / sample, pathlib.Path(a) / "out")
            second = build(copied(sample, b), pathlib.Path(b) / "elsewhere" / "out", locale="ja_JP.UTF-8")
            assert [p.name for p in first] == [p.name for p in second]
            for one, other in zip(first, second):
                assert one.read_bytes() == other.read_bytes(), f"{sample}: {one.name} differs"


def small_files_only():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))


def full_disk_leaves_the_old_files():
    with scratch() as folder:
        out = pathlib.Path(folder) / "out"
        files = build(HOME / "samples/atsugi", out)
        for path in files:
            path.write_text("old")
        arguments = ["build", HOME / "samples/atsugi", "--force", "--out", out]
        result = kensho(*arguments, preexec_fn=small_files_only)
        assert result.returncode == 2, result.stderr
        assert "cannot write" in result.stderr, result.stderr
        assert all(path.read_text() == "old" for path in files)
        assert not list(out.glob(".kensho-*"))
        japanese = kensho(*arguments, preexec_fn=small_files_only, locale="ja_JP.UTF-8")
        assert "許された大きさを超えます" in japanese.stderr and "?" not in japanese.stderr, japanese.stderr


def nothing_is_written_over_that_kensho_did_not_make():
    with scratch() as folder:
        project, out = copied("shiomizawa", folder), pathlib.Path(folder) / "out"
        out.mkdir()
        names = [line.split(": ")[1] for line in (project / "kensho.yaml").read_text().splitlines() if ".xlsx" in line]
        theirs = out / names[0]
        theirs.write_text("somebody's own")
        result = kensho("build", project, "--out", out)
        assert result.returncode == 2 and f"{theirs}` was not made by kensho" in result.stderr, result.stderr
        assert list(out.iterdir()) == [theirs] and theirs.read_text() == "somebody's own"
        assert kensho("build", project, "--out", out, "--force").returncode == 0
        assert kensho("build", project, "--out", out).returncode == 0, "kensho's own are replaced without a word"
        theirs.write_bytes(theirs.read_bytes() + b" changed by hand")
        result = kensho("build", project, "--out", out)
        assert result.returncode == 2 and "was changed since kensho made it" in result.stderr, result.stderr
        assert subprocess.run(["sha256sum", "--quiet", "-c", ".kensho"], cwd=out, capture_output=True).returncode == 1


def an_input_is_never_written_over():
    """A picture of the project has the name of its main volume, and the volume goes into the pictures' folder."""
    with scratch() as folder:
        project = copied("shiomizawa", folder)
        settings, picture = project / "kensho.yaml", project / "pictures/report.pdf"
        picture.write_text("a picture")
        text = re.sub(r"(main: )\S+", r"\1report.pdf", settings.read_text()).rstrip() + "\n"
        settings.write_text(text + "  seal: pictures/report.pdf\n")
        line = next(i for i, l in enumerate(text.splitlines(), 1) if "main: report.pdf" in l)
        result = kensho("build", project, "--force", "--out", picture.parent)
        assert result.returncode == 1 and "`report.pdf` would be written over an input" in result.stderr, result.stderr
        assert f"kensho.yaml:{line}:9" in result.stderr and picture.read_text() == "a picture"


def folder_that_cannot_be_written():
    for out in ("/proc/kensho", "/dev/null/out"):
        result = kensho("build", HOME / "samples/atsugi", "--out", out)
        assert result.returncode == 2, result.stderr
        assert out.split("/")[1] in result.stderr, result.stderr


def missing_project():
    result = kensho("build", "/nonexistent/project")
    assert result.returncode in (1, 2) and "/nonexistent/project" in result.stderr, result.stderr


def misuse():
    for arguments in ([], ["paint"], ["build"], ["evaluate", HOME / "samples/atsugi", "--format", "xml"]):
        result = kensho(*arguments)
        assert result.returncode == 2, (arguments, result.returncode)
        assert result.stderr, arguments


def help_has_examples():
    for command in ("build", "check", "evaluate", "specimen"):
        result = kensho(command, "--help")
        assert result.returncode == 0
        assert f"kensho {command}" in result.stdout, result.stdout


def faults_in_the_input():
    with scratch() as folder:
        project = copied("atsugi", folder)
        actuals = project / "years/r5/actuals.yaml"
        actuals.write_text(actuals.read_text().replace("daily-support: 18,405", "daily-support: 18,40"))
        result = kensho("build", project, "--out", pathlib.Path(folder) / "out")
        assert result.returncode == 1, result.stderr
        assert "`18,40` is not a number" in result.stderr, result.stderr
        assert not (pathlib.Path(folder) / "out").exists()
        japanese = kensho("check", project, locale="ja_JP.UTF-8")
        assert "18,40" in japanese.stderr and "エラー" in japanese.stderr, japanese.stderr


def errors_before_a_flood_of_warnings():
    """Three hundred values are a hundred times those of last year, which only warns; the template, read last, is wrong."""
    with scratch() as folder:
        project = pathlib.Path(folder) / "large"
        subprocess.run([sys.executable, HOME / "tests/bench/large_project.py", project, "15", "20"], check=True)
        year = project / "r5.yaml"
        year.write_text(re.sub(r": ([\d,]+)$", r": \g<1>,000", year.read_text(), flags=re.M))
        shutil.copytree(HOME / "templates/kouka-kensho", project / "own")
        main_volume = project / "own/main.yaml"
        main_volume.write_text(main_volume.read_text() + "  - pragraph: あ\n")
        settings = project / "kensho.yaml"
        settings.write_text(settings.read_text().replace("template: kouka-kensho", "template: ./own"))
        result = kensho("check", project)
        assert result.returncode == 1 and "… and " in result.stderr, result.stderr[-500:]
        assert "error: unknown block `pragraph`" in result.stderr, result.stderr[:500]


def a_thousand_kpis_are_no_fault():
    """Limits against hostile templates grow with the plan: a page for each KPI is what a template is for."""
    with scratch() as folder:
        project, out = pathlib.Path(folder) / "large", pathlib.Path(folder) / "out"
        subprocess.run([sys.executable, HOME / "tests/bench/large_project.py", project, "50", "20"], check=True)
        result = kensho("build", project, "--draft", "--out", out, "--volume", "main")
        assert result.returncode == 0 and len(list(out.glob("*.pdf"))) == 1, result.stderr[:1000]


def faults_of_data_and_template_at_once():
    """Of a template also where this year's report does not come by: a draft's branch, a volume that is not built."""
    with scratch() as folder:
        project = copied("shiomizawa", folder)
        shutil.copytree(HOME / "templates/gaiyou", project / "templates/own")
        settings = project / "kensho.yaml"
        settings.write_text(settings.read_text().replace("template: gaiyou", "template: ./templates/own"))
        main_volume = project / "templates/own/main.yaml"
        main_volume.write_text(main_volume.read_text() + "  - if: draft\n    do: [{paragraph: '{goals.first.titel}'}]\n")
        volume = project / "templates/own/unbuilt.yaml"
        volume.write_text("title: '{report.titel}'\nblocks: []\n")
        result = kensho("check", project)
        assert result.returncode == 1 and result.stderr.count("nothing here is called `titel`") == 2, result.stderr
        strategy = project / "strategy.yaml"
        strategy.write_text(strategy.read_text() + "oops: 1\n")
        result = kensho("build", project, "--out", pathlib.Path(folder) / "out")
        assert result.returncode == 1 and not (pathlib.Path(folder) / "out").exists(), result.stderr
        assert result.stderr.count("nothing here is called `titel`") == 2 and "unknown key `oops`" in result.stderr, result.stderr


def silence_in_a_pipe():
    result = kensho("check", HOME / "samples/atsugi")
    assert result.returncode == 0 and result.stderr == "", result.stderr


sys.exit(main([same_bytes_in_another_folder, full_disk_leaves_the_old_files,
               nothing_is_written_over_that_kensho_did_not_make, an_input_is_never_written_over, folder_that_cannot_be_written,
               missing_project, misuse, help_has_examples, faults_in_the_input,
               errors_before_a_flood_of_warnings, a_thousand_kpis_are_no_fault, faults_of_data_and_template_at_once, silence_in_a_pipe]))
