"""kensho serve as a program: who gets in, what is answered, what is written, and that it stops when it is told to."""
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "report"))
from run import HOME, KENSHO, copied, kensho, main, scratch  # noqa: E402


class Served:
    def __init__(self, project, *arguments, process=None, address=None):
        self.process = process or subprocess.Popen([KENSHO, "serve", project, *arguments], stdout=subprocess.PIPE,
                                                   text=True)
        self.address = address or self.process.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:([0-9]+)/\?token=([0-9a-f]{64})", self.address)
        assert found, self.address
        self.port, self.token = int(found[1]), found[2]
        self.cookie = None

    def ask(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookie:
            headers.setdefault("Cookie", self.cookie)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer, answer.read()

    def enter(self):
        answer, _ = self.ask(f"/?token={self.token}")
        assert answer.status == 303
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]

    def send(self, path, body):
        answer, said = self.ask(path, "POST", body, X_Kensho="1", Origin=f"http://127.0.0.1:{self.port}")
        return answer.status, said.decode()

    def tell(self, path, **what):
        return self.send(path, urllib.parse.urlencode(what))

    @staticmethod
    def until(good, otherwise, turns=100):
        for _ in range(turns):
            if good():
                return
            time.sleep(0.1)
        raise AssertionError(otherwise)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(20) == 0


def nobody_gets_in_and_nothing_gets_out():
    with scratch() as folder, Served(copied("shiomizawa", folder)) as served:
        assert served.ask("/state")[0].status == 403
        assert served.ask("/words/0")[0].status == 403
        assert served.ask("/?token=" + "0" * 64)[0].status == 403
        served.enter()
        assert served.ask(f"/?token={served.token}", Cookie="")[0].status == 403
        answer, _ = served.ask("/state")
        assert answer.status == 200 and "Access-Control-Allow-Origin" not in answer.headers
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        assert served.ask("/state", Host="evil.example")[0].status == 421
        assert served.ask("/state", Origin="http://evil.example")[0].status == 403
        for path in ("/../kensho.yaml", "/page/../../etc/passwd", "/output/..%2fkensho.yaml", "//etc/passwd", "/page/0/999",
                     "/page/-1/0", "/page/99999999999999999999/0", "/fact/0/x", "/words/99", "/words/x", "/output/99", "/review.css/x"):
            assert served.ask(path)[0].status == 404, path
        assert served.ask("/value")[0].status == 404
        assert served.tell("/value", volume=0, fact=0, value="x" * 70000)[0] == 413
        assert served.ask("/state", X_Long="x" * 40000)[0].status in (431, 413, 400)
        # A client that never ends its question holds up nobody.
        slow = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(100)]
        for each in slow:
            each.sendall(b"GET /state HTTP/1.1\r\nHost: 1")
        began = time.monotonic()
        assert served.ask("/state")[0].status == 200 and time.monotonic() - began < 14, "it waited until they were cut off"


def two_projects_share_a_browser():
    """Cookies are kept by host alone: one project's must not put out the other's."""
    with scratch() as folder, Served(copied("shiomizawa", folder)) as one, Served(pathlib.Path(folder) / "shiomizawa") as other:
        for served in (one, other):
            served.enter()
        both = f"{one.cookie}; {other.cookie}"
        assert one.cookie.split("=")[0] != other.cookie.split("=")[0]
        for served in (one, other):
            assert served.ask("/version", Cookie=both)[0].status == 200


def the_letters_are_those_of_the_pages():
    """Runs have the numbers of their elements in the picture of the page; a paragraph is one, over its lines."""
    with scratch() as folder, Served(copied("shiomizawa", folder)) as served:
        served.enter()
        blocks = json.loads(served.ask("/words/0")[1])["blocks"]
        labels = json.loads(served.ask("/state")[1])["volumes"][0]["labels"]
        runs = {(block[i], block[i + 1]): block[i + 2] for block in blocks for i in range(0, len(block), 3)}
        drawn = {}
        for page in range(len(labels)):
            picture = xml.etree.ElementTree.fromstring(served.ask(f"/page/0/{page}")[1])
            texts = picture.iter("{http://www.w3.org/2000/svg}text")
            drawn |= {(page, number): each.text for number, each in enumerate(texts)}
        assert runs and runs.items() <= drawn.items()
        heads = set(drawn) - set(runs)  # running heads, folios and the mark of a draft stand on all pages
        assert any(len(block) > 6 for block in blocks)
        assert heads and len(heads) < len(drawn) / 5, (len(heads), len(drawn))


def read_only_writes_nothing():
    with scratch() as folder, Served(copied("shiomizawa", folder), "--read-only") as served:
        served.enter()
        assert served.tell("/value", volume=0, fact=0, value="1", reason="x", write=1)[0] == 403


def what_cannot_be_had_is_said_in_words():
    with scratch() as folder, Served(copied("shiomizawa", folder)) as served:
        for arguments, words in ((("--listen", "192.0.2.1"), "この機械の番地ではありません"), (("--port", str(served.port)), "使用中です"),
                                 (("--listen", "localhost"), "番地"), (("--port", "99999"), "ポート")):
            result = kensho("serve", pathlib.Path(folder) / "shiomizawa", *arguments)
            assert result.returncode == 2 and words in result.stderr and "??" not in result.stderr, result.stderr


def a_value_is_put_right():
    with scratch() as folder:
        where = copied("shiomizawa", folder)
        with Served(where) as served:
            served.enter()
            before = {path: path.read_bytes() for path in where.rglob("*.yaml")}
            facts = ((n, json.loads(served.ask(f"/fact/0/{n}")[1])) for n in range(2000))
            fact, name = next((n, each["name"]) for n, each in facts if "actuals" in each["file"] or "years" in each["file"])
            told = {"volume": 0, "fact": fact, "name": name, "value": "1234", "source": "福祉課 6月3日", "reason": "転記の誤り"}
            status, body = served.tell("/value", **told)
            assert status == 200 and not json.loads(body)["written"], body
            assert before == {path: path.read_bytes() for path in where.rglob("*.yaml")}
            version = json.loads(served.ask("/version")[1])["version"]
            status, body = served.tell("/value", **told, write=1)
            assert status == 200 and json.loads(body)["written"], body
            changed = [path for path, bytes_ in before.items() if path.read_bytes() != bytes_]
            assert [str(path.relative_to(where)) for path in changed] == [json.loads(body)["file"]]
            assert "1234" in json.loads(body)["after"] and "転記の誤り" in changed[0].read_text()
            served.until(lambda: json.loads(served.ask("/version")[1])["version"] > version, "no new build")
            assert served.tell("/value", volume=0, fact=fact, name=name, value="1")[0] == 422  # no reason
            for value, status in (("abc", 422), ("12a", 422), ("1\n2", 422), ("１，２８８人", 200), ("1,2", 200), ("-5", 200), ("未公表", 200)):
                made, body = served.tell("/value", **{**told, "value": value})
                assert made == status, (value, body)
                if status == 200:
                    assert re.search('value: "?(-?[0-9]{1,3}(,[0-9]{3})*|未公表)"?, from', json.loads(body)["after"]), body
            assert served.tell("/value", **{**told, "name": name + "x"}, write=1)[0] == 422  # of another state
            assert all(folder not in text and str(HOME) not in text for text in
                       (served.ask(path)[1].decode() for path in ("/state", f"/fact/0/{fact}", "/near/0/0", "/words/0", "/forms")))
            page = served.ask("/page/0/0")[1].decode()
            assert page.startswith("<svg") and served.ask("/output/0")[1].startswith(b"%PDF")


def nothing_is_missed_while_it_begins():
    """A value that changes while the first build runs, or before its files are looked at, is shown."""
    with scratch() as folder:
        where = copied("shiomizawa", folder)
        file = where / "kensho.yaml"
        text = file.read_text()
        title = "title: 総合戦略の進捗と評価"
        assert title in text
        process = subprocess.Popen([KENSHO, "serve", where], stdout=subprocess.PIPE, text=True)
        os.set_blocking(process.stdout.fileno(), False)
        address, turn = "", 0
        while not address:  # the last change lies in the moment that is easily missed
            turn += 1
            file.with_suffix(".new").write_text(text.replace(title, f"title: 第{turn}稿"))
            file.with_suffix(".new").rename(file)
            time.sleep(0.01)
            address = (process.stdout.readline() or "").strip()
        with Served(None, process=process, address=address) as served:
            served.enter()
            served.until(lambda: f"第{turn}稿" in json.loads(served.ask("/state")[1])["title"], f"turn {turn} is never shown", turns=50)


def a_folder_that_is_away_comes_back():
    """A share that is gone for a moment, and a file that comes with its old date: both are seen, nothing stops."""
    with scratch() as folder:
        where = copied("shiomizawa", folder)
        with Served(where) as served:
            served.enter()
            faults = lambda: [each["message"] for each in json.loads(served.ask("/state")[1])["found"] if each["severity"] == "error"]
            away = where.with_name("away")
            assert not faults(), faults()
            for before, after in ((where, away), (where / "strategy.yaml", where / "strategy.old")):
                before.rename(after)
                served.until(faults, f"nobody misses {before}")
                assert str(where) not in str(faults()), faults()
                assert served.ask("/page/0/0")[0].status == 200, f"the last good pages stay: {before}"
                after.rename(before)
                served.until(lambda: not faults(), f"{before} came back, unseen")
            (where / "kensho.yaml").write_bytes(b"title: \xff")
            served.until(faults, "what is no UTF-8 is a fault")
            fault = next(each for each in json.loads(served.ask("/state")[1])["found"] if each["severity"] == "error")
            said = served.tell("/silence", number=fault["number"], message=fault["message"], reason="確かめた", write=1)
            assert said[0] == 422 and "確かめただけでは消えません" in str(said[1]), said


def forms_are_taken_in_and_editions_kept():
    with scratch() as folder, Served(copied("shiomizawa", folder)) as served:
        served.enter()
        where = pathlib.Path(folder) / "shiomizawa"
        sent = kensho("forms", "-p", where, "--out", where / "回答")
        assert sent.returncode == 0, sent.stderr
        forms = json.loads(served.ask("/forms")[1])["forms"]
        assert forms and all(each.startswith("回答/") for each in forms), forms
        status, said = served.send("/collect?chosen=0&write=0", b"")
        assert status == 200 and json.loads(said)["good"] and not json.loads(said)["written"], said
        form = (where / forms[0]).read_bytes()
        status, said = served.send(f"/collect?write=0&names=x.xlsx&sizes={len(form)}", form)
        assert status == 200 and json.loads(said)["said"].startswith("x.xlsx: "), said
        for query in ("chosen=99", "chosen=../kensho.yaml", f"names=x.xlsx&sizes={len(form) + 1}", "names=a/b&sizes=1", ""):
            assert served.send(f"/collect?write=1&{query}", form if "names" in query else b"")[0] == 422, query
        status, said = served.send("/collect?write=0&names=x.xlsx&sizes=5", b"noxls")
        assert status == 200 and not json.loads(said)["good"], said
        assert served.send("/collect?names=x&sizes=1", b"x" * (65 << 20))[0] == 413
        assert served.send("/freeze", b"x" * 70000)[0] == 413
        cookie, served.cookie = served.cookie, served.cookie.split("=")[0] + "=" + "0" * 64
        assert served.send("/collect?names=x&sizes=1", b"x" * 100000)[0] == 413  # nobody else fills the memory
        served.cookie = cookie
        assert served.tell("/freeze", name="", write=1)[0] == 422
        assert served.tell("/freeze", name="../out", write=1)[0] == 422
        status, said = served.tell("/freeze", name="提出", draft=1, write=0)
        assert status == 200 and "editions/提出" in said and not (where / "editions").exists(), said
        assert served.tell("/freeze", name="提出", draft=1, write=1)[0] == 200
        assert (where / "editions/提出/edition.yaml").is_file()
        served.until(lambda: json.loads(served.ask("/state")[1])["editions"], "the edition is never shown")
        told = json.loads(served.ask("/changes/0")[1])
        assert told["edition"] == "提出" and told["changes"]["same"], told["changes"]["causes"]
        assert served.ask("/before/0/0")[1].startswith(b"<svg")
        assert served.ask("/changes/1")[0].status == 404 and served.ask("/correction/0")[0].status == 404
        assert served.tell("/errata", edition=0, date="2024-11-28", write=1)[0] == 422  # nothing to correct
        assert not (where / "訂正").exists()


if __name__ == "__main__":
    sys.exit(main([nobody_gets_in_and_nothing_gets_out, the_letters_are_those_of_the_pages, read_only_writes_nothing,
                   what_cannot_be_had_is_said_in_words, a_value_is_put_right, nothing_is_missed_while_it_begins,
                   two_projects_share_a_browser, a_folder_that_is_away_comes_back, forms_are_taken_in_and_editions_kept]))
