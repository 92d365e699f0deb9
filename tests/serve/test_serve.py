"""kensho serve as a program: who gets in, what is answered, what is written, and that it stops when it is told to."""
import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "report"))
from run import KENSHO, copied, main, scratch  # noqa: E402


class Served:
    def __init__(self, project, *arguments):
        self.process = subprocess.Popen([KENSHO, "serve", project, *arguments], stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
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

    def tell(self, path, **what):
        answer, body = self.ask(path, "POST", urllib.parse.urlencode(what), X_Kensho="1",
                                Origin=f"http://127.0.0.1:{self.port}")
        return answer.status, body.decode()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(20) == 0


def nobody_gets_in_and_nothing_gets_out():
    with scratch() as folder, Served(copied("shiomizawa", folder)) as served:
        assert served.ask("/state")[0].status == 403
        assert served.ask("/?token=" + "0" * 64)[0].status == 403
        served.enter()
        assert served.ask(f"/?token={served.token}", Cookie="")[0].status == 403
        answer, _ = served.ask("/state")
        assert answer.status == 200 and "Access-Control-Allow-Origin" not in answer.headers
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        assert served.ask("/state", Host="evil.example")[0].status == 421
        assert served.ask("/state", Origin="http://evil.example")[0].status == 403
        for path in ("/../kensho.yaml", "/page/../../etc/passwd", "/output/..%2fkensho.yaml", "//etc/passwd", "/page/0/999",
                     "/page/-1/0", "/page/99999999999999999999/0", "/fact/0/x", "/output/99", "/review.css/x"):
            assert served.ask(path)[0].status == 404, path
        assert served.ask("/value")[0].status == 404
        assert served.tell("/value", volume=0, fact=0, value="x" * 70000)[0] == 413
        assert served.ask("/state", X_Long="x" * 40000)[0].status in (431, 413, 400)
        # A client that never ends its question holds up nobody.
        slow = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(20)]
        for each in slow:
            each.sendall(b"GET /state HTTP/1.1\r\nHost: 1")
        assert served.ask("/state")[0].status == 200


def read_only_writes_nothing():
    with scratch() as folder, Served(copied("shiomizawa", folder), "--read-only") as served:
        served.enter()
        assert served.tell("/value", volume=0, fact=0, value="1", reason="x", write=1)[0] == 403


def a_value_is_put_right():
    import json
    with scratch() as folder:
        where = copied("shiomizawa", folder)
        with Served(where) as served:
            served.enter()
            before = {path: path.read_bytes() for path in where.rglob("*.yaml")}
            fact = next(n for n in range(2000) if "actuals" in json.loads(served.ask(f"/fact/0/{n}")[1])["file"]
                        or "years" in json.loads(served.ask(f"/fact/0/{n}")[1])["file"])
            told = {"volume": 0, "fact": fact, "value": "1234", "source": "福祉課 6月3日", "reason": "転記の誤り"}
            status, body = served.tell("/value", **told)
            assert status == 200 and not json.loads(body)["written"], body
            assert before == {path: path.read_bytes() for path in where.rglob("*.yaml")}
            version = json.loads(served.ask("/version")[1])["version"]
            status, body = served.tell("/value", **told, write=1)
            assert status == 200 and json.loads(body)["written"], body
            changed = [path for path, bytes_ in before.items() if path.read_bytes() != bytes_]
            assert [str(path.relative_to(where)) for path in changed] == [json.loads(body)["file"]]
            assert "1234" in json.loads(body)["after"] and "転記の誤り" in changed[0].read_text()
            for _ in range(100):
                if json.loads(served.ask("/version")[1])["version"] > version:
                    break
                time.sleep(0.1)
            else:
                raise AssertionError("no new build")
            assert served.tell("/value", volume=0, fact=fact, value="1")[0] == 422  # no reason
            page = served.ask("/page/0/0")[1].decode()
            assert page.startswith("<svg") and served.ask("/output/0")[1].startswith(b"%PDF")


if __name__ == "__main__":
    main([nobody_gets_in_and_nothing_gets_out, read_only_writes_nothing, a_value_is_put_right])
