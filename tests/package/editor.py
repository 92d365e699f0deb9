"""A language client of a few lines: opens files of a project and asks for completion, hover and diagnostics."""
import json
import os
import pathlib
import re
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
        self.number += 1  # the server keeps what it parsed by name and version
        self.tell("textDocument/didOpen",
                  textDocument={"uri": path.as_uri(), "languageId": "yaml", "version": self.number, "text": text})
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


def check_samples(server, root):
    """Whatever stands in a right file is not marked, and hovering over any of its keys tells it in Japanese."""
    keys = 0
    lacking = []
    told = set()
    files = 0
    for sample in sorted(path.name for path in (SOURCES / "samples").iterdir()):
        project = root / sample
        shutil.copytree(SOURCES / "samples" / sample, project)
        subprocess.run([os.environ["KENSHO"], "schema", project], check=True, stdout=subprocess.DEVNULL)
        shutil.copytree(SOURCES / "config/policies", project / "policies")
        shutil.copytree(SOURCES / "templates", project / "templates")
        for path in sorted(project.rglob("*.yaml")):
            kind = kind_of(path.relative_to(project))
            if sample != "atsugi" and path.parts[len(project.parts)] in ("policies", "templates"):
                continue  # the shipped ones, once
            files += 1
            lines = path.read_text(encoding="utf-8").splitlines()
            lines = [line for line in lines if "yaml-language-server" not in line]
            up = "../" * (len(path.relative_to(project).parts) - 1)
            text = "\n".join([f"# yaml-language-server: $schema={up}schema/{kind}.schema.json", *lines]) + "\n"
            faults = server.open(path, text)
            assert not faults, (path, faults[:3])
            for number, line in enumerate(text.splitlines()):
                for match in re.finditer(r"(?:^ *(?:- )*|[{,] ?)([A-Za-z_][\w-]*)(?=:(?: |$))", line.split(" #")[0]):
                    key = (kind, match[1])
                    if key in told:
                        continue  # once for each kind of file: what stands above it says the rest
                    told.add(key)
                    keys += 1
                    hover = server.hover(path, number, match.start(1) + 1)
                    if not re.search("[ぁ-んァ-ヶ一-龠]", hover.partition("Source:")[0]):
                        lacking.append(f"{path.relative_to(root)}:{number}: {match[1]}")
            server.tell("textDocument/didClose", textDocument={"uri": path.as_uri()})
    assert not lacking, (len(lacking), lacking[:40])
    print(f"{files} files, no false alarms; {keys} keys, each with a Japanese word on hovering")


def kind_of(path):
    if path.parts[0] == "policies" or path.name.startswith("policy"):
        return "policy"
    if path.parts[0] == "templates":
        return path.stem if path.stem in ("style", "workbook") else "template"
    if path.parts[0] == "years":
        return {"narrative.yaml": "narrative"}.get(path.name, "projects" if "projects" in path.parts else "year")
    return path.stem


# File, kind, its lines with ▮ where the cursor stands, what is offered there.
OFFERED = [
    ("a.yaml", "kensho", "policy: ▮\n", {"atsugi", "share", "symbols"}),
    ("a.yaml", "kensho", "template: ▮\n", {"kouka-kensho", "gaiyou"}),
    ("a.yaml", "kensho", "fields:\n  a:\n    rate_of:\n      - ▮\n", {"budget", "settled"}),
    ("years/b.yaml", "year", "year: R5\nactuals:\n  ▮\n", {"app-users", "vacant-house-contracts"}),
    ("d.yaml", "narrative", "summary:\n  overall:\n    - ▮\n", {"{app-users.rate}", "{goal.1.mean}"}),
    ("d.yaml", "narrative", "citizens:\n  reached:\n    - indicator: ▮\n", {"vacant-house-contracts"}),
    ("e.yaml", "strategy", "goals:\n  - headline_targets:\n      - id: a\n        replaced_by: ▮\n", {"vacant-house-contracts"}),
    ("e.yaml", "strategy", "goals:\n  - measures:\n      - initiatives:\n          - kpis:\n              - reprint_of: ▮\n",
     {"vacant-house-contracts"}),
    ("e.yaml", "strategy", "goals:\n  - headline_targets:\n      - id: a\n        sum_of:\n          - ▮\n", {"advice-at-counter"}),
    ("f.yaml", "projects", "measures:\n  - initiatives:\n      - projects:\n          - id: a\n            indicators:\n"
     "              - kpi: ▮\n", {"vacant-house-contracts"}),
    ("f.yaml", "projects", "measures:\n  - initiatives:\n      - projects:\n          - id: a\n            indicators:\n"
     "              - same_as: ▮\n", {"advice-at-counter"}),
    ("f.yaml", "projects", "measures:\n  - initiatives:\n      - projects:\n          - id: a\n            reprint_of: ▮\n",
     {"vacant-house-bank"}),
]


def main():
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name).resolve()
        for sample in ("shiomizawa", "kuzuse", "atsugi"):
            shutil.copytree(SOURCES / "samples" / sample, root / f"begun-{sample}")
            subprocess.run([os.environ["KENSHO"], "schema", root / f"begun-{sample}"], check=True, stdout=subprocess.DEVNULL)
        server = Server(sys.argv[1], root)

        def opened(file, schema, text, project="begun-atsugi"):
            path = root / project / file
            up = "../" * (len(pathlib.Path(file).parts) - 1)
            text = f"# yaml-language-server: $schema={up}schema/{schema}.schema.json\n" + text
            return path, server.open(path, text)

        for file, schema, text, wanted in OFFERED:
            before = text.partition("▮")[0]
            path, _ = opened(file, schema, text.replace("▮", ""),
                             "begun-kuzuse" if "rate_of" in text else "begun-shiomizawa")
            offered = server.labels(path, before.count("\n") + 1, len(before.rpartition("\n")[2]))
            assert wanted <= set(offered), (text, offered[:20])
            server.tell("textDocument/didClose", textDocument={"uri": path.as_uri()})
        print(f"{len(OFFERED)} places: policies, templates, ids and facts are offered")

        path, _ = opened("a.yaml", "kensho", "policy: \n")
        assert "評価の決まり" in server.hover(path, 1, 3), server.hover(path, 1, 3)
        path, faults = opened("years/b.yaml", "year", "year: R5\nactuals:\n  daily-suport: 1\n")
        assert [fault["range"]["start"]["line"] for fault in faults] == [3], faults
        assert "戦略にない" in faults[0]["message"], faults[0]["message"]
        path, faults = opened("years/c.yaml", "year", "year: R5\nactuals:\n  daily-support: 1\n")
        assert not faults and "子育て日常生活支援事業の支給件数" in server.hover(path, 3, 4), (faults, server.hover(path, 3, 4))
        path, faults = opened("f.yaml", "projects", "goal: 1\nmeasures:\n  - number: 1\n    initiatives:\n      - number: 1\n"
                              "        projects:\n          - id: a\n            name: あ\n            content: い\n            results: []\n"
                              "            indicators:\n              - kpi: daily-suport\n")
        assert len(faults) == 1 and "にない id" in faults[0]["message"], faults
        check_samples(server, root)
        server.process.kill()


if __name__ == "__main__":
    sys.exit(main())
