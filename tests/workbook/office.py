"""LibreOffice without a window, as an independent program that calculates."""
import pathlib
import shutil
import subprocess
import tempfile

# "Recalculate always": LibreOffice otherwise trusts the values a file brings.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def available():
    return shutil.which("soffice") is not None


def converted(paths, form, out):
    """All the files in one run of the program, which takes seconds to start."""
    with tempfile.TemporaryDirectory(prefix="kensho-office-") as profile:
        user = pathlib.Path(profile) / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(PROFILE)
        result = subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form,
                                 "--outdir", str(out), *map(str, paths)], capture_output=True, text=True, timeout=60 * len(paths) + 240)
        assert result.returncode == 0, result.stderr
    suffix = form.split(":")[0]
    made = [pathlib.Path(out) / (pathlib.Path(path).stem + "." + suffix) for path in paths]
    assert all(path.exists() for path in made), result.stderr
    return made


def recalculated(paths, out):
    return converted(paths, "xlsx", out)
