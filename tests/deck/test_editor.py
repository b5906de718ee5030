"""The schema as editors use it: through yaml-language-server, which is started and spoken to as an editor does.

The server is the one that QUIZ_YAML_LS names, or the one on the PATH, or it is installed once, by npm, into the cache
of the tests. Where none can be had, these tests are skipped and say why; what the schema takes and refuses is tested
without it in test_schema.py.
"""

from __future__ import annotations

import fcntl
import json
import os
import queue
import re
import shutil
import subprocess
import threading
import time
from pathlib import Path

import pytest

from quiz.deck.modeline import MODELINE, SCHEMA_NAME, schema_text

VERSION = "1.25.0"
ROOT = Path(__file__).parent.parent.parent
#: How long npm may take, and for how long it is not asked again when it could not, in seconds.
NPM_S, NOT_AGAIN_S = 60, 24 * 60 * 60
#: Node has its own list of whom to trust, and looks at no other; Python and most programs follow SSL_CERT_FILE.
TRUSTED = {"NODE_EXTRA_CA_CERTS": os.environ["SSL_CERT_FILE"]} if "SSL_CERT_FILE" in os.environ else {}
#: How long an answer of the server may take on a machine with much to do.
PATIENCE_S = 60


def installed(folder: Path) -> str:
    """The server's program, installed by npm into this folder if it is not there; "" where that fails."""
    program = folder / "node_modules" / ".bin" / "yaml-language-server"
    failed = folder / "failed"
    with open(folder / "lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # of several processes that test, one installs
        if program.exists():
            return str(program)
        if failed.exists() and time.time() - failed.stat().st_mtime < NOT_AGAIN_S:
            return ""
        options = ["--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0", "--fetch-timeout=10000"]
        command = ["npm", "install", "--prefix", str(folder), *options, f"yaml-language-server@{VERSION}"]
        try:
            environ = {**TRUSTED, **os.environ}
            subprocess.run(
                command, check=True, capture_output=True, timeout=NPM_S, stdin=subprocess.DEVNULL, env=environ
            )
        except (OSError, subprocess.SubprocessError):
            failed.touch()
            return ""
        return str(program) if program.exists() else ""


@pytest.fixture(scope="session")
def program(request: pytest.FixtureRequest) -> str:
    """The program of the server."""
    found = os.environ.get("QUIZ_YAML_LS") or shutil.which("yaml-language-server")
    if found:
        return found
    if not shutil.which("npm") or not shutil.which("node"):
        pytest.skip("no yaml-language-server: there is no npm to install it with (or set QUIZ_YAML_LS)")
    assert request.config.cache is not None
    found = installed(request.config.cache.mkdir(f"yaml-language-server-{VERSION}"))
    if not found:
        pytest.skip("no yaml-language-server: npm could not install it, and is not asked again today")
    return found


class Server:
    """A language server over standard input and output: JSON-RPC with a header that tells the length."""

    def __init__(self, program: str, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.told: queue.Queue[dict] = queue.Queue()
        self.number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": {}})
        self.send({"method": "initialized", "params": {}})
        # Nothing is fetched from anywhere: the decks name their schema, and it lies beside them.
        yaml = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
        self.send({"method": "workspace/didChangeConfiguration", "params": {"settings": {"yaml": yaml}}})

    def _listen(self) -> None:
        stream = self.process.stdout
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self.told.put(json.loads(stream.read(length)))

    def send(self, message: dict) -> None:
        """Send one message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def ask(self, method: str, params: dict) -> object:
        """Ask, and wait for the answer."""
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": params})
        return self.until(lambda message: message.get("id") == number and "method" not in message)["result"]

    def until(self, wanted) -> dict:
        """The next message that is wanted; what the server asks meanwhile is answered, with its own defaults."""
        end = time.monotonic() + PATIENCE_S
        while True:
            message = self.told.get(timeout=max(0.1, end - time.monotonic()))
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                items = message["params"].get("items", ()) if isinstance(message.get("params"), dict) else ()
                self.send({"id": message["id"], "result": [None for _ in items] or None})

    def open(self, name: str, text: str) -> dict:
        """Open a deck in the folder; what the server finds in it."""
        uri = (self.folder / name).as_uri()
        (self.folder / name).write_text(text, encoding="utf-8")
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        found = self.until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
            )
        )
        return found["params"]["diagnostics"]

    def at(self, name: str, line: int, column: int) -> dict:
        """A place, both counted from 1, as the server counts it."""
        uri = (self.folder / name).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}

    def offered(self, name: str, text: str) -> set[str]:
        """What is offered at the sign | of a deck."""
        before, _, behind = text.partition("|")
        self.open(name, before + behind)
        line = before.count("\n") + 1
        told = self.ask("textDocument/completion", self.at(name, line, len(before) - before.rfind("\n")))
        return {item["label"] for item in told["items"]}


@pytest.fixture(scope="module")
def server(program: str, tmp_path_factory: pytest.TempPathFactory):
    """A server with a folder of decks, their schema beside them."""
    folder = tmp_path_factory.mktemp("editor")
    (folder / SCHEMA_NAME).write_text(schema_text(), encoding="utf-8")
    server = Server(program, folder)
    yield server
    server.ask("shutdown", {})
    server.send({"method": "exit"})
    server.process.wait(PATIENCE_S)
    server.process.stdin.close()
    server.process.stdout.close()


GOOD = [
    *sorted((ROOT / "decks").rglob("*.yaml")),
    *sorted((ROOT / "tests" / "data" / "decks" / "good").glob("*.yaml")),
]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_a_sound_deck_has_no_marks(server: Server, path: Path) -> None:
    """What the reader takes, the editor underlines nowhere."""
    text = path.read_text(encoding="utf-8").replace(": ~\n", ': "~"\n')  # without marks, an editor takes it for nothing

    assert server.open(f"good-{path.name}", f"{MODELINE}\n{text.removeprefix(MODELINE)}") == []


BAD = f"""\
{MODELINE}
deck: d
cards:
  - question: Which key is unknown?
    answer: the second
    anwser: this one  #!
  - question: Which has two kinds?
    date: 14 July 1789  #!
    money: 3 euros  #!
  - question: Which has none?  #!
    hint: this one
  - question: Which holds the wrong thing?
    answer: [a, b]  #!
  - question: Which lists nothing?
    list: none  #!
  - question: Which is a choice of nothing?  #!
    choice: this
  - question: Which has options for nothing?
    answer: this
    options: [a, b]  #!
  - cloze: This has {{{{gaps}}}}.
    question: And why a question?  #!
  - answer: nobody asked  #!
  - question: When?
    answer: then
    as_of: yesterday  #!
    draft: perhaps  #!
    id: "a/b"  #!
  - question: Where does it stand?
    answer: here
    evidence:
      paragraph: 0  #!
      words: here
titel: behind the cards  #!
"""


def test_what_is_wrong_is_marked_on_its_line(server: Server) -> None:
    """Unknown keys, two kinds of answer or none, and what a key cannot hold, each on the line where it stands."""
    wrong = {number for number, line in enumerate(BAD.split("\n"), 1) if "#!" in line}

    found = server.open("bad.yaml", BAD)

    assert {one["range"]["start"]["line"] + 1 for one in found} == wrong
    assert any("A card has one answer" in one["message"] for one in found)
    assert any("This card has no answer" in one["message"] for one in found)


BEGUN = f"{MODELINE}\ndeck: d\nlanguage: en\ncards:\n  - question: When?\n    |\n"


def test_what_a_card_may_say_is_offered(server: Server) -> None:
    """Inside a card its keys, the kinds of answer among them; beside an answer what goes with it."""
    offered = server.offered("begun.yaml", BEGUN)

    assert {"answer", "person", "date", "money", "number", "quote", "choice", "list", "hint", "tags"} <= offered
    offered = server.offered("dated.yaml", BEGUN.replace("|", "date: 1789\n    |"))
    assert {"hint", "reverse", "as_of", "supersedes"} <= offered


def test_whole_cards_are_offered(server: Server) -> None:
    """Behind a dash a card of each kind, ready to be filled in; and the languages of a deck."""
    offered = server.offered("dash.yaml", f"{MODELINE}\ndeck: d\ncards:\n  - question: a\n    answer: b\n  - |\n")

    assert {"date card", "choice card", "cloze card", "question"} <= offered
    assert {"en", "fr"} <= server.offered("language.yaml", f"{MODELINE}\ndeck: d\nlanguage: |\n")
    assert {"true", "false"} <= server.offered("flag.yaml", BEGUN.replace("|", "draft: |"))


@pytest.mark.parametrize(
    ("key", "said"),
    [("money: 3 euros", "An amount of money"), ("hint: h", "Help that the learner"), ("tags: x", "the card's own")],
)
def test_a_key_is_explained(server: Server, key: str, said: str) -> None:
    """With the pointer on a key, what it says is told."""
    text = BEGUN.replace("|", key)
    name = f"hover-{key[:4]}.yaml"
    server.open(name, text)
    line = next(number for number, line in enumerate(text.split("\n"), 1) if key in line)

    told = server.ask("textDocument/hover", server.at(name, line, 7))

    assert re.search(re.escape(said), json.dumps(told, ensure_ascii=False))
