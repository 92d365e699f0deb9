"""An installed tree in a temporary folder, as the tests of the package share it."""
import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile

BUILD = pathlib.Path(os.environ["KENSHO"]).parent
SOURCES = pathlib.Path(os.environ["KENSHO_HOME"])
SAMPLE = SOURCES / "samples/atsugi"


def environment(**more):
    """That of a person: nothing in it points to the sources."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("KENSHO", "LC_", "LANG", "NO_COLOR"))}
    return {**kept, "LANG": "C.UTF-8", **more}


@contextlib.contextmanager
def installed():
    """The folder, with a copy of the sample in it as `project`."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        subprocess.run(["cmake", "--install", BUILD, "--prefix", folder / "usr"], check=True, stdout=subprocess.DEVNULL)
        shutil.copytree(SAMPLE, folder / "project")
        yield folder
