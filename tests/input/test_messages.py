"""Every message of the program has a Japanese translation with the same placeholders, and none is translated in vain."""

import gettext
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HOME = pathlib.Path(os.environ["KENSHO_HOME"])
KEYWORDS = ["say", "translated", "to_translate", "fail", "report_unknown", "report_type:2", "find_look:4"]


def catalogue(po: pathlib.Path, folder: pathlib.Path) -> dict[str, str]:
    mo = folder / "catalogue.mo"
    subprocess.run(["msgfmt", "--check", "-o", mo, po], check=True)
    with open(mo, "rb") as file:
        messages = gettext.GNUTranslations(file)._catalog
    return {key: text for key, text in messages.items() if key != ""}


def keys_of_sources(folder: pathlib.Path) -> dict[str, str]:
    sources = sorted((HOME / "generator").rglob("*.cpp")) + sorted((HOME / "generator").rglob("*.h"))
    pot = folder / "kensho.pot"
    keywords = ["-k"] + [f"-k{word}" for word in KEYWORDS]
    subprocess.run(["xgettext", "--language=C++", "--from-code=UTF-8", *keywords, "-o", pot, *sources], check=True)
    english = folder / "en.po"
    subprocess.run(["msgen", "--no-wrap", pot, "-o", english], check=True)
    return catalogue(english, folder)


def fields(text: str) -> list[str]:
    """The placeholders of a format string, numbered and sorted: {} {} and {1} {0} are the same."""
    found = re.findall(r"\{([^{}]*)\}", text.replace("{{", "").replace("}}", ""))
    numbered = [(field.split(":")[0] or str(i)) + ":" + field.partition(":")[2] for i, field in enumerate(found)]
    return sorted(set(numbered))


def main() -> int:
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        keys = keys_of_sources(folder)
        japanese = catalogue(HOME / "config/messages/ja.po", folder)
    assert len(keys) > 100, "the extraction found hardly any message"
    for key in keys:
        if not japanese.get(key):
            faults.append(f"no translation: {key}")
        elif fields(key) != fields(japanese[key]):
            faults.append(f"other placeholders: {key} | {japanese[key]}")
    faults += [f"translated in vain: {key}" for key in japanese if key not in keys]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
