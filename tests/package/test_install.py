"""`cmake --install` into an empty folder: the program runs from anywhere, in Japanese by locale, also after the tree was
moved, and makes the same report as the one that was built. KENSHO_HOME and a project's own folder come before its own."""
import filecmp
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

BUILD = pathlib.Path(os.environ["KENSHO"]).parent
SOURCES = pathlib.Path(os.environ["KENSHO_HOME"])
SAMPLE = SOURCES / "samples/atsugi"


def run(program, *words, home=None, language="C.UTF-8"):
    """As a person would from `/`, with nothing set that points to the sources."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("KENSHO", "LC_", "LANG"))}
    environment["LANG"] = language
    if home is not None:
        environment["KENSHO_HOME"] = str(home)
    return subprocess.run([program, *words], cwd="/", env=environment, capture_output=True, text=True)


def expect(result, status, words=""):
    assert result.returncode == status and words in result.stdout + result.stderr, (result, words)


def installed(folder):
    subprocess.run(["cmake", "--install", BUILD, "--prefix", folder], check=True, stdout=subprocess.DEVNULL)
    return folder / "bin/kensho"


def check_moved_tree(folder, built):
    program = installed(folder / "first")
    (folder / "first").rename(folder / "moved")
    program = folder / "moved/bin/kensho"
    expect(run(program, "build", SAMPLE, "--out", folder / "out"), 0)
    names = sorted(path.name for path in built.iterdir())
    assert names == sorted(path.name for path in (folder / "out").iterdir()), names
    _, different, missing = filecmp.cmpfiles(built, folder / "out", names, shallow=False)
    assert not different and not missing, (different, missing)
    link = folder / "kensho"
    link.symlink_to(program)
    expect(run(link, "check", SAMPLE), 0)
    return program


def check_language(program, folder):
    for language in ("ja_JP.UTF-8", "ja"):  # whether or not the machine has that locale
        expect(run(program, "check", folder / "none", language=language), 2, "がありません")
    expect(run(program, "check", folder / "none"), 2, "there is no folder")


def check_homes(program, folder):
    expect(run(program, "check", SAMPLE, home=folder), 2, "KENSHO_HOME names")
    home = folder / "home"
    shutil.copytree(folder / "moved/share/kensho", home)
    policy = home / "config/policies/atsugi.yaml"
    policy.write_text("colour: red\n" + policy.read_text(encoding="utf-8"), encoding="utf-8")
    expect(run(program, "check", SAMPLE, home=home), 1, f"{policy}:1:1: error: unknown key `colour`")
    project = folder / "project"
    shutil.copytree(SAMPLE, project)
    (project / "config/policies").mkdir(parents=True)
    shutil.copy(SOURCES / "config/policies/atsugi.yaml", project / "config/policies")
    expect(run(program, "check", project, home=home), 0)
    (project / "fonts").mkdir()
    (project / "fonts/fonts.yaml").write_text("faces: {own: {file: none.otf}}\n")
    expect(run(program, "check", project), 1, f"{project}/fonts/fonts.yaml")


def check_schemas(folder):
    """The samples' first lines name schemas that are there."""
    samples = sorted((folder / "moved/share/kensho/samples").rglob("*.yaml"))
    assert samples
    for sample in samples:
        first = sample.read_text(encoding="utf-8").splitlines()[0]
        if "$schema=" in first:
            assert (sample.parent / first.split("$schema=")[1]).is_file(), (sample, first)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        expect(run(BUILD / "kensho", "build", SAMPLE, "--out", folder / "built", home=SOURCES), 0)
        program = check_moved_tree(folder, folder / "built")
        check_language(program, folder)
        check_homes(program, folder)
        check_schemas(folder)


if __name__ == "__main__":
    sys.exit(main())
