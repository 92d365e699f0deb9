"""A language client of a few lines: opens files of a project and asks for completion, hover and diagnostics."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCES = pathlib.Path(os.environ["KENSHO_HOME"])


class Server:
    def __init__(self, program, root):
        self.process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.told = []
        self.ask("initialize", processId=None, rootUri=root.as_uri(),
                 workspaceFolders=[{"uri": root.as_uri(), "name": "project"}],
                 capabilities={"textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}})
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration",
                  settings={"yaml": {"validate": True, "hover": True, "completion": True,
                                     "schemaStore": {"enable": False}}})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, **params):
        self.send({"method": method, "params": params})

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def until(self, wanted):
        while True:
            message = self.receive()
            if "method" in message and "id" in message:  # what the server asks of an editor
                items = message.get("params", {}).get("items") if isinstance(message.get("params"), dict) else None
                self.send({"id": message["id"], "result": [None for _ in items] if items else None})
            elif wanted(message):
                return message

    def ask(self, method, **params):
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": params})
        return self.until(lambda message: message.get("id") == number and "method" not in message).get("result")

    def open(self, path, text):
        self.tell("textDocument/didOpen",
                  textDocument={"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text})
        return self.until(lambda message: message.get("method") == "textDocument/publishDiagnostics"
                          and message["params"]["uri"] == path.as_uri())["params"]["diagnostics"]

    def labels(self, path, line, column):
        found = self.ask("textDocument/completion", textDocument={"uri": path.as_uri()},
                         position={"line": line, "character": column})
        return [item["label"] for item in (found["items"] if isinstance(found, dict) else found or [])]

    def hover(self, path, line, column):
        found = self.ask("textDocument/hover", textDocument={"uri": path.as_uri()},
                         position={"line": line, "character": column})
        contents = found["contents"] if found else ""
        return contents["value"] if isinstance(contents, dict) else str(contents)


def main():
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name).resolve() / "project"
        shutil.copytree(SOURCES / "samples/atsugi", root)
        subprocess.run([os.environ["KENSHO"], "schema", root], check=True, stdout=subprocess.DEVNULL)
        server = Server(sys.argv[1], root)

        def opened(file, schema, text):
            path = root / file
            up = "../" * (len(pathlib.Path(file).parts) - 1)
            text = f"# yaml-language-server: $schema={up}schema/{schema}.schema.json\n" + text
            return path, server.open(path, text)

        def whole(file):
            """The sample's file behind its own first line."""
            return (root / file).read_text(encoding="utf-8").partition("\n")[2]

        for file, schema in (("kensho.yaml", "kensho"), ("strategy.yaml", "strategy"), ("years/r3.yaml", "year"),
                             ("years/r5/actuals.yaml", "year"), ("years/r5/narrative.yaml", "narrative"),
                             ("years/r5/projects/goal-1.yaml", "projects")):
            path, faults = opened(file, schema, whole(file))
            assert not faults, (file, faults[:3])
            server.tell("textDocument/didClose", textDocument={"uri": path.as_uri()})
        print("6 files of the sample: no false alarms")

        path, _ = opened("a.yaml", "kensho", "policy: \ntemplate: \nevaluated_year: R5\n")
        assert {"atsugi", "share", "symbols"} <= set(server.labels(path, 1, 8)), server.labels(path, 1, 8)
        assert {"kouka-kensho", "gaiyou"} <= set(server.labels(path, 2, 10)), server.labels(path, 2, 10)
        assert "評価" in server.hover(path, 3, 3), server.hover(path, 3, 3)
        assert "評価の決まり" in server.hover(path, 1, 3), server.hover(path, 1, 3)
        path, faults = opened("years/b.yaml", "year", "year: R5\nactuals:\n  daily-suport: 1\n  \n")
        assert [fault["range"]["start"]["line"] for fault in faults] == [3], faults
        assert "戦略にない" in faults[0]["message"], faults[0]["message"]
        offered = server.labels(path, 4, 2)
        assert {"daily-support", "tourists"} <= set(offered), offered[:9]
        path, faults = opened("years/c.yaml", "year", "year: R5\nactuals:\n  daily-support: 1\n")
        assert not faults and "子育て日常生活支援事業の支給件数" in server.hover(path, 3, 4), (faults, server.hover(path, 3, 4))
        path, _ = opened("d.yaml", "narrative", "summary:\n  overall:\n    - \n")
        facts = server.labels(path, 3, 6)
        assert "{daily-support.rate}" in facts and "{goal.1.mean}" in facts, facts[:9]
        print(f"policies, templates, {len(set(offered))} ids, {len(facts)} facts are offered; hover is Japanese")
        server.process.kill()


if __name__ == "__main__":
    sys.exit(main())
