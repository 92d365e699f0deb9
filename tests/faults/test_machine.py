"""The machine at fault: faces, dictionary, memory, signals, two runs at once, files that cannot be replaced."""
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import time

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
KENSHO = os.environ["KENSHO"]
sys.path.insert(0, str(HOME / "tests/report"))
from run import SANITIZED, another_edition, copied, kensho, main, scratch  # noqa: E402


def content(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def home_with(folder, **changed):
    """kensho's own folders with some files changed: path with __ for / and the function that changes its text."""
    home = pathlib.Path(folder) / "home"
    for part in ("config", "fonts", "templates"):
        shutil.copytree(HOME / part, home / part)
    for name, change in changed.items():
        path = home / name.replace("__", "/").replace("_yaml", ".yaml")
        path.write_text(change(path.read_text()))
    return home


def check_at(home, project):
    return subprocess.run([KENSHO, "check", str(project)], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "ja_JP.UTF-8", "KENSHO_HOME": str(home)})


def a_face_that_cannot_be_read_is_a_fault_of_the_machine():
    for damage in (b"", b"no face at all", b"\0\1\0\0" + bytes(200)):
        with scratch() as folder:
            face = pathlib.Path(folder) / "damaged.ttf"
            face.write_bytes(damage)
            good = "/usr/share/fonts/truetype/bizud-mincho/BIZUDMincho-Regular.ttf"
            home = home_with(folder, fonts__fonts_yaml=lambda text: text.replace(good, str(face)))
            result = check_at(home, HOME / "samples/shiomizawa")
            assert result.returncode == 2, (damage[:4], result.returncode, result.stderr[-300:])
            assert f"書体 `{face}` を読めません" in result.stderr, result.stderr


def a_dictionary_that_cannot_be_read_is_a_fault_of_the_machine():
    with scratch() as folder:
        empty = pathlib.Path(folder) / "dictionary"
        empty.mkdir()

        def change(text):
            return text.replace("dictionary: /var/lib/mecab/dic/ipadic-utf8", f"dictionary: {empty}")
        result = check_at(home_with(folder, config__typesetting_yaml=change), HOME / "samples/shiomizawa")
        assert result.returncode == 2 and f"辞書 `{empty}` を読めません" in result.stderr, result.stderr[-300:]


def little_memory_ends_with_a_word_or_with_the_whole():
    if SANITIZED:
        return
    with scratch() as folder:
        good, out = pathlib.Path(folder) / "good", pathlib.Path(folder) / "out"
        assert kensho("build", HOME / "samples/shiomizawa", "--out", good).returncode == 0
        ends = set()
        for megabytes in (90, 210, 320, 400, 4000):  # less, and the system cannot load the libraries
            def limit(most=megabytes << 20):
                resource.setrlimit(resource.RLIMIT_AS, (most, most))
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            shutil.rmtree(out, ignore_errors=True)
            result = kensho("build", HOME / "samples/shiomizawa", "--out", out, preexec_fn=limit)
            ends.add(result.returncode)
            assert result.returncode in (0, 2), (megabytes, result.returncode, result.stderr[-300:])
            if result.returncode == 0:
                assert content(out) == content(good), megabytes
            else:
                assert result.stderr.strip() and (not out.exists() or not content(out)), (megabytes, result.stderr)
        assert ends == {0, 2}, ends


def a_signal_at_any_moment_leaves_one_set():
    with scratch() as folder:
        project, out = copied("shiomizawa", folder), pathlib.Path(folder) / "out"
        build = [KENSHO, "build", str(project), "--out", str(out)]
        other = another_edition(project)
        assert kensho("build", other, "--out", out).returncode == 0
        earlier = content(out)
        shutil.rmtree(out)
        began = time.monotonic()
        assert kensho("build", project, "--out", out).returncode == 0
        took, good = time.monotonic() - began, content(out)
        for at, how in enumerate([signal.SIGINT, signal.SIGTERM, signal.SIGKILL] * 4):
            subprocess.run([KENSHO, "build", str(other), "--out", str(out)], capture_output=True)
            process = subprocess.Popen(build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(took * (0.80 + 0.03 * at))  # around the end, where it writes
            process.send_signal(how)
            process.wait()
            assert kensho("check", project).returncode == 0
            subprocess.run([KENSHO, "build", str(project / "nothing"), "--out", str(out)], capture_output=True)
            now = {k: v for k, v in content(out).items() if not k.startswith(".kensho-")}
            stage = [p for p in out.iterdir() if p.name.startswith(".kensho-")]
            assert stage or now in (earlier, good), "a mixed set, and nothing to carry on with"
            assert kensho("build", project, "--out", out).returncode == 0
            assert content(out) == good


def two_builds_into_one_folder():
    with scratch() as folder:
        project, out = copied("shiomizawa", folder), pathlib.Path(folder) / "out"
        other = another_edition(project)
        for _ in range(2):
            both = [subprocess.Popen([KENSHO, "build", str(each), "--out", str(out)], stdout=subprocess.DEVNULL,
                                     stderr=subprocess.PIPE) for each in (project, other)]
            assert [process.wait() for process in both] == [0, 0], [process.stderr.read() for process in both]
            assert subprocess.run(["sha256sum", "--quiet", "-c", ".kensho"], cwd=out, capture_output=True).returncode == 0


def what_cannot_be_replaced_is_seen_first():
    """Only where this machine lets us make such files."""
    with scratch() as folder:
        project, out = copied("shiomizawa", folder), pathlib.Path(folder) / "out"
        assert kensho("build", another_edition(project), "--out", out).returncode == 0
        before = content(out)
        last = sorted(p for p in out.iterdir() if p.suffix == ".xlsx")[-1]
        for make, unmake, words in ((["chattr", "+i", last], ["chattr", "-i", last], "protected against any change"),
                                    (["mount", "--bind", last, last], ["umount", last], "is mounted by itself")):
            if shutil.which(make[0]) is None or subprocess.run(make, capture_output=True).returncode != 0:
                print(f"cannot be tried here: {make[0]}")
                continue
            try:
                result = kensho("build", project, "--out", out)
                assert result.returncode == 2 and words in result.stderr, result.stderr
                assert content(out) == before
            finally:
                subprocess.run(unmake, check=True)


def a_template_does_not_lead_out_of_its_folder():
    with scratch() as folder:
        project = copied("shiomizawa", folder)
        shutil.copytree(HOME / "templates/gaiyou", project / "own")
        settings = project / "kensho.yaml"
        settings.write_text(settings.read_text().replace("template: gaiyou", "template: ./own"))
        secret = pathlib.Path(folder) / "secret.yaml"
        secret.write_text("password: 1234\n")
        (project / "own/extra.yaml").symlink_to(secret)
        result = kensho("check", project)
        assert result.returncode == 1 and "`extra.yaml` of the template leads out of its folder" in result.stderr
        assert "1234" not in result.stderr


def letters_that_cannot_be_seen_are_named():
    with scratch() as folder:
        project = copied("shiomizawa", folder)
        settings = project / "kensho.yaml"
        settings.write_text(settings.read_text().replace("policy: policy.yaml", "policy: \"gp\u202eylx.\\x1b[31m\""))
        result = kensho("check", project)
        assert result.returncode == 1 and "<U+202E>" in result.stderr, result.stderr
        assert "\u202e" not in result.stderr and "\x1b" not in result.stderr
        long = kensho("check", project, "--oops-" + "x" * 100_000)
        assert long.returncode == 2


def what_memory_held_before_does_not_matter():
    """Fresh and freed memory filled with other bytes: not one of them comes into a report (see valgrind.supp)."""
    with scratch() as folder:
        made = []
        for fill in ("0", "85", "170"):
            out = pathlib.Path(folder) / fill
            result = subprocess.run([KENSHO, "build", str(HOME / "samples/shiomizawa"), "--out", str(out)],
                                    capture_output=True, env={**os.environ, "MALLOC_PERTURB_": fill})
            assert result.returncode == 0, result.stderr[-300:]
            made.append(content(out))
        assert made[0] and made[0] == made[1] == made[2], [k for k in made[0] if made[0][k] != made[2].get(k)]


sys.exit(main([a_face_that_cannot_be_read_is_a_fault_of_the_machine,
               a_dictionary_that_cannot_be_read_is_a_fault_of_the_machine,
               little_memory_ends_with_a_word_or_with_the_whole, a_signal_at_any_moment_leaves_one_set,
               two_builds_into_one_folder, what_cannot_be_replaced_is_seen_first,
               a_template_does_not_lead_out_of_its_folder, letters_that_cannot_be_seen_are_named,
               what_memory_held_before_does_not_matter]))
