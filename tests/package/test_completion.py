"""What TAB offers in bash, zsh and fish, typed into the real shells with the scripts that are installed."""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time

import home

# What is typed before TAB, and words that must be on the screen afterwards (a single one is completed on the line).
CASES = [
    ("kensho bui", ["kensho build"]),
    ("kensho co", ["kensho collect"]),
    ("kensho check --cla", ["--claims"]),
    ("kensho check --format j", ["--format json"]),
    ("kensho evaluate --policy sy", ["--policy symbols"]),
    ("kensho evaluate --explain daily", ["--explain daily-support"]),
    ("kensho evaluate --explain daily-support@", ["daily-support@R"]),
    ("kensho check --format=j", ["--format=json"]),
    ("kensho evaluate --policy=sy", ["--policy=symbols"]),
    ("kensho build --out=yea", ["--out=years"]),
    ("kensho check two\\ wo", ["two\\ words"]),
    ("kensho check 日", ["check 日本語"]),
    ("kensho build --volume dig", ["--volume digest"]),
    ("kensho build --out yea", ["--out years/"]),
    ("kensho specimen stra", ["specimen strategy.yaml"]),
]

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "source {share}/bash-completion/completions/kensho"),
    "zsh": (["zsh", "-f", "-i"],
            "fpath=({share}/zsh/vendor-completions $fpath); autoload -U compinit; compinit -u -D; setopt no_beep"),
    "fish": (["fish", "--no-config", "-i"], "source {share}/fish/vendor_completions.d/kensho.fish"),
}


class Shell:
    """An interactive shell on a terminal of its own."""

    def __init__(self, command, folder):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder / "project")
            os.environ.clear()
            os.environ.update(home.environment(PATH=f"{folder}/usr/bin:/usr/bin:/bin", TERM="xterm", HOME=str(folder),
                                               COLUMNS="160"))
            os.execvp(command[0], command)

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def read_until(self, wanted, seconds=20):
        text = ""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not all(word in text for word in wanted):
            if select.select([self.terminal], [], [], 0.2)[0]:
                text += re.sub(r"\x1b(\[[0-9;?>=]*[A-Za-z]|[()][A-Z0-9]|[=>]|\][^\x07\x1b]*(\x07|\x1b\\))", "",
                               os.read(self.terminal, 65536).decode("utf-8", "replace"))
                text = re.sub(r"[^\n]\x08", "", text) if "\x08" in text else text
        return text

    def close(self):
        os.close(self.terminal)
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)


def check_shell(name, folder):
    command, setup = SHELLS[name]
    shell = Shell(command, folder)
    shell.type(setup.format(share=folder / "usr/share") + "; echo re''ady\r")
    assert "ready" in shell.read_until(["ready"]), f"{name} did not start"
    for typed, wanted in CASES:
        shell.type(typed + "\t")
        screen = shell.read_until(wanted)
        assert all(word in screen for word in wanted), (name, typed, screen)
        shell.type("\x15echo ne''xt\r")  # the line is wiped
        assert "next" in shell.read_until(["next"]), (name, typed)
    shell.close()
    print(f"{name}: {len(CASES)} cases")


def ask(folder, *words):
    return subprocess.run([folder / "usr/bin/kensho", "__complete", *words], cwd=folder / "project", check=True,
                          capture_output=True, text=True, env=home.environment()).stdout


def check_program(folder):
    """Whatever the command, it and its options are offered; and a broken project offers nothing, quietly."""
    help_page = subprocess.run([folder / "usr/bin/kensho", "--help"], capture_output=True, text=True,
                               env=home.environment()).stdout
    names = re.findall(r"^  ([a-z]+) ", help_page.partition("Commands:")[2], re.M)
    assert len(names) >= 9 and all(f"{name}\t" in ask(folder, "") for name in names), names
    for name in names:
        page = subprocess.run([folder / "usr/bin/kensho", name, "--help"], capture_output=True, text=True,
                              env=home.environment()).stdout
        offered = {line.split("\t")[0] for line in ask(folder, name, "--").splitlines()}
        assert set(re.findall(r"(--[a-z-]+)(?=[ :\n])", page.partition("Options:")[2].partition("Examples:")[0])) <= offered | {"--help"}, name
    (folder / "project/strategy.yaml").write_text("- broken")
    assert ask(folder, "evaluate", "--explain", "") == ""


def main():
    with home.installed() as folder:
        for name in SHELLS:
            for more in ("two words", "日本語"):
                (folder / "project" / more).mkdir(exist_ok=True)
            assert shutil.which(name), f"{name} is not installed"
            check_shell(name, folder)
        check_program(folder)


if __name__ == "__main__":
    sys.exit(main())
