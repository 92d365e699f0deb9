"""Changes one value of a sample again and again while `kensho serve` shows it: how long it takes by the clock until new
pages can be seen and until all is known, from the change of the file (`seen`) and from when it was noticed; and the
processor time of the program from one state to the next, its watching of files included.

serve_times.py KENSHO [SAMPLE] [CHANGES]
"""
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).parents[2]
VALUES = {"atsugi": ("years/r5/actuals.yaml", r"(daily-support: +)[\d,]+"),
          "shiomizawa": ("years/r4/actuals.yaml", r"(^ +[a-z-]+: +)[\d,]+")}


class Page:
    def __init__(self, address):
        self.port, token = re.search(r":(\d+)/\?token=(\w+)", address).groups()
        self.cookie = None
        self.cookie = self.ask(f"/?token={token}")[0].headers["Set-Cookie"].split(";")[0]

    def ask(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", int(self.port), timeout=60)
        connection.request("GET", path, headers={"Cookie": self.cookie} if self.cookie else {})
        answer = connection.getresponse()
        return answer, answer.read()

    def state(self):
        return json.loads(self.ask("/state")[1])

    def version(self):
        return json.loads(self.ask("/version")[1])

    def state_after(self, version):
        while self.version()["version"] == version:
            time.sleep(0.005)
        return self.state()

    def whole_state(self):
        while self.version()["changing"]:
            time.sleep(0.005)
        return self.state()


def processor(process):
    """Milliseconds of all threads until now."""
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 // os.sysconf("SC_CLK_TCK")


def told(what, times):
    print(f"{what}: least {min(times)}, middle {statistics.median(times):.0f}, most {max(times)} ms")


def main(kensho, sample="atsugi", changes=12):
    name, value = VALUES[sample]
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / sample
        shutil.copytree(HOME / "samples" / sample, project)
        with subprocess.Popen([kensho, "serve", project], stdout=subprocess.PIPE, text=True) as process:
            page = Page(process.stdout.readline())
            state = page.state()
            before = processor(process)
            print(f"first: {state['milliseconds']} ms, {before} ms of processor")
            seen, pages, clock, cost = [], [], [], []
            for i in range(int(changes)):
                text = (project / name).read_text()
                (project / name).write_text(re.sub(value, rf"\g<1>{10_000 + 37 * i:,}", text, count=1, flags=re.M))
                began = time.monotonic()
                state = page.state_after(state["version"])
                seen.append(round((time.monotonic() - began) * 1000))
                pages.append(state["milliseconds"])
                state = page.whole_state()
                clock.append(state["milliseconds"])
                now = processor(process)
                cost.append(now - before)
                before = now
            told("new pages, seen", seen)
            told("new pages, from when the change was noticed", pages)
            told("one changed value, by the clock", clock)
            told("one changed value, processor", cost)
            process.send_signal(signal.SIGINT)


main(*sys.argv[1:])
