"""Pages over http, from a server within the test: redirects, sizes, slowness, encodings, and what is nobody's page."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from quiz import __version__
from quiz.fetch import Fetched, Limits, fetch
from quiz.fetch.address import is_public, read_address
from quiz.problem import Failure
from quiz.words import load

TEXT = "Le musée de la ville fermera en avril, a annoncé la maire, déçue.\n"
PAGE = f"<!doctype html><html><body><article><p>{TEXT}</p><p>Le chantier durera deux ans.</p></article></body></html>"
PLAIN = "text/plain; charset=utf-8"
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers each path as the test has said."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Note what was asked, and answer."""
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answers[self.path](self)

    def log_message(self, *_: object) -> None:
        """Nothing: the tests ask the server itself."""

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        """An answer with a body of a known length."""
        self.send_response(status)
        for name, value in {"Content_Type": PLAIN, "Content_Length": str(len(body)), **headers}.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """A server of one test, on a port of its own."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what these tests are about."""

    def at(self, path: str, answer: Answer) -> str:
        """Answer a path so; its address."""
        self.answers[path] = answer
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def sends(self, path: str, body: bytes, status: int = 200, **headers: str) -> str:
        """Answer a path with a body and headers; its address."""
        return self.at(path, lambda handler: handler.send(body, status, **headers))


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that runs while the test does."""
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.over.set()
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own surroundings may name a proxy."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def here(url: str, **limits: float) -> Fetched:
    """An article from this computer."""
    return fetch(url, allow_private=True, limits=Limits()._replace(**limits))


def problem_of(url: str, **options: Any) -> tuple[str, dict[str, object]]:
    """The one problem of a page that cannot be had, which both languages can say."""
    with pytest.raises(Failure) as caught:
        fetch(url, **options)
    (problem,) = caught.value.problems
    for language in ("en", "fr"):
        assert load(language).say(f"problem.{problem.code}", **problem.facts)
        assert load(language).say(f"remedy.{problem.code}", **problem.facts)
    return problem.code, dict(problem.facts)


def refused(url: str, **limits: float) -> str:
    """The code of the problem of a page on this computer."""
    return problem_of(url, allow_private=True, limits=Limits()._replace(**limits))[0]


# --- what is read ----------------------------------------------------------------------------------------------------


def test_a_page_is_an_article(server: Server) -> None:
    """A page is fetched by a plain request that says who asks, and read as its article."""
    url = server.sends("/2024/03/03/mus%C3%A9e?a=1", PAGE.encode(), Content_Type="text/html")

    article, problems = here(f"{url}#part")

    assert article.paragraphs() == (TEXT.strip(), "Le chantier durera deux ans.")
    assert (article.url, article.name, article.language) == (url, "musée", "fr")
    assert (article.published, problems) == ("2024-03-03", ())
    ((path, headers),) = server.asked
    assert path == "/2024/03/03/mus%C3%A9e?a=1"
    assert headers["User-Agent"] == f"quiz/{__version__}"
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (TEXT.encode(), "text/plain; charset=utf-8"),
        (TEXT.encode(), "text/plain"),
        (TEXT.encode(), ""),
        (TEXT.encode("iso-8859-1"), 'text/plain; charset="ISO-8859-1"'),
        (TEXT.encode("windows-1252"), "text/plain;charset=windows-1252"),
        (TEXT.encode("utf-16"), "text/plain; charset=utf-8"),
        (TEXT.encode(), "text/plain; charset=iso-8859-1"),
        (TEXT.encode(), "text/plain; charset=utf-7"),
    ],
)
def test_the_encoding_is_the_servers_unless_it_is_plainly_wrong(server: Server, body: bytes, kind: str) -> None:
    """What the server says of the encoding is believed where the bytes do not say otherwise; nothing was guessed."""
    article, problems = here(server.sends("/a.txt", body, Content_Type=kind))

    assert (article.text, problems) == (TEXT, ())


def test_markdown_is_known_by_its_type_or_its_name(server: Server) -> None:
    """A raw file of a repository is called plain text and named .md."""
    typed = server.sends("/story", f"**{TEXT.strip()}**".encode(), Content_Type="text/markdown")
    named = server.sends("/story.md", f"**{TEXT.strip()}**".encode())

    assert here(typed).article.text == here(named).article.text == TEXT


def packed(name: str) -> bytes:
    """The text as a server packs it."""
    raw = zlib.compressobj(wbits=-15)
    return {
        "gzip": gzip.compress(TEXT.encode(), mtime=0),
        "two": gzip.compress(TEXT[:20].encode(), mtime=0) + gzip.compress(TEXT[20:].encode(), mtime=0),
        "zlib": zlib.compress(TEXT.encode()),
        "bare": raw.compress(TEXT.encode()) + raw.flush(),
    }[name]


@pytest.mark.parametrize(
    ("how", "said"), [("gzip", "gzip"), ("gzip", "x-gzip"), ("two", "gzip"), ("zlib", "deflate"), ("bare", "deflate")]
)
def test_a_packed_page_is_unpacked(server: Server, how: str, said: str) -> None:
    """gzip, of one member or more, and both meanings of deflate are read."""
    assert here(server.sends("/", packed(how), Content_Encoding=said)).article.text == TEXT


def test_a_page_in_pieces_is_read_whole(server: Server) -> None:
    """A body in chunks, of a length that nobody announced, is read to its end; so is one that ends with the line."""

    def chunked(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", PLAIN)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in (TEXT[:7].encode(), TEXT[7:].encode(), b""):
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))

    def ends(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", PLAIN)
        handler.end_headers()
        handler.wfile.write(TEXT.encode())
        handler.close_connection = True

    assert here(server.at("/chunked", chunked)).article.text == TEXT
    assert here(server.at("/ends", ends)).article.text == TEXT


# --- redirects -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(server: Server, status: int) -> None:
    """The article's address is where the redirects end; a Location may be relative and hold odd letters."""
    end = server.sends("/la%20fin/%C3%A9t%C3%A9", TEXT.encode())
    server.sends("/next/b", b"", 302, Location="/la fin/été".encode().decode("latin-1"))
    start = server.sends("/start/a", b"", status, Location="../next/b")

    article = here(start).article

    assert article.text == TEXT
    assert article.name == "été"
    assert read_address(article.url).path == read_address(end).path


def test_redirects_have_an_end(server: Server) -> None:
    """Five redirects are followed, a sixth is not; nor is a circle."""
    for number in range(7):
        server.sends(f"/{number}", b"", 302, Location=f"/{number + 1}")
    server.sends("/7", TEXT.encode())
    first = server.sends("/circle", b"", 302, Location="/circle")

    assert here(first.replace("circle", "2")).article.text == TEXT
    assert refused(first.replace("circle", "1")) == "page-redirects"
    assert refused(first) == "page-redirects"


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("file:///etc/hostname", "page-scheme"),
        ("ftp://example.org/", "page-scheme"),
        ("javascript:alert(1)", "page-scheme"),
        ("http://me:secret@127.0.0.1/", "page-address-odd"),
        ("http://[::1/", "page-address-odd"),
        ("http://127.0.0.1:99999/", "page-address-odd"),
    ],
)
def test_a_redirect_to_what_is_no_page_is_refused(server: Server, location: str, code: str) -> None:
    """Where a redirect leads is looked at like what the user wrote."""
    assert refused(server.sends("/", b"", 302, Location=location)) == code


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "code"),
    [(404, "page-missing"), (410, "page-missing"), (401, "page-refused"), (403, "page-refused"), (451, "page-refused"),
     (429, "page-status"), (500, "page-status"), (503, "page-status"), (304, "page-status"), (302, "page-status")],
)  # fmt: skip
def test_an_answer_that_is_no_page_is_told(server: Server, status: int, code: str) -> None:
    """A page that is missing, closed to strangers, or that the server cannot give just now: each has its sentence."""
    assert refused(server.sends("/", b"no", status)) == code


@pytest.mark.parametrize(
    "kind", ["application/pdf", "image/png", "application/json", "text/css", "application/octet-stream", "text/xml"]
)
def test_a_type_that_is_no_text_is_refused(server: Server, kind: str) -> None:
    """What is neither text nor HTML is refused by its type, before its body is read."""
    assert problem_of(server.sends("/", TEXT.encode(), Content_Type=kind), allow_private=True)[1]["type"] == kind


def test_a_file_that_only_calls_itself_a_page_is_named(server: Server) -> None:
    """A PDF that a server calls HTML is still a PDF."""
    assert refused(server.sends("/", b"%PDF-1.7 x", Content_Type="text/html")) == "article-pdf"


def test_a_page_that_is_too_long_is_not_read(server: Server) -> None:
    """The limit holds for what is announced, for what comes unannounced, and for what a small body unpacks to."""

    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", PLAIN)
        handler.end_headers()
        while not handler.server.over.is_set():
            handler.wfile.write(b"la ville " * 1000)

    announced = server.sends("/announced", b"short", Content_Length="10000000000")
    bomb = server.sends("/bomb", gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")
    deflated = server.sends("/deflated", zlib.compress(bytes(30_000_000)), Content_Encoding="deflate")

    assert refused(announced, size=100_000) == "article-too-big"
    assert refused(server.at("/endless", endless), size=100_000) == "article-too-big"
    assert refused(bomb, size=100_000) == "article-too-big"
    assert refused(deflated, size=100_000) == "article-too-big"
    assert here(server.sends("/", TEXT.encode()), size=len(TEXT.encode())).article.text == TEXT


def drip(handler: Handler, piece: bytes) -> None:
    """Send a little, again and again, for ever."""
    while not handler.server.over.wait(0.05):
        handler.wfile.write(piece)


def slow_body(handler: Handler) -> None:
    """A page that never ends to come."""
    handler.send_response(200)
    handler.send_header("Content-Type", PLAIN)
    handler.end_headers()
    drip(handler, b"l")


def slow_head(handler: Handler) -> None:
    """A head that never ends to come."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    drip(handler, b"x")


def silent(handler: Handler) -> None:
    """No answer at all."""
    handler.server.over.wait()


@pytest.mark.parametrize("answer", [slow_body, slow_head, silent])
def test_a_slow_page_is_not_waited_for(server: Server, answer: Answer) -> None:
    """Neither silence nor a letter from time to time holds the program longer than the whole fetch may take."""
    assert refused(server.at("/", answer), read=0.3, total=0.5) == "page-slow"


def test_redirects_share_one_time(server: Server) -> None:
    """The time is that of the whole fetch: redirects, each slow by itself, do not begin it anew."""

    def later(handler: Handler) -> None:
        handler.server.over.wait(0.2)
        handler.send(b"", 302, Location="/")

    assert refused(server.at("/", later), total=0.5) == "page-slow"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"half", {"Content_Length": "1000"}),
        (gzip.compress(TEXT.encode(), mtime=0)[:-20], {"Content_Encoding": "gzip"}),
        (b"not packed at all", {"Content_Encoding": "gzip"}),
        (b"packed by others", {"Content_Encoding": "br"}),
        (gzip.compress(TEXT.encode(), mtime=0), {"Content_Encoding": "gzip, gzip"}),
    ],
)
def test_a_damaged_page_is_told(server: Server, body: bytes, headers: dict[str, str]) -> None:
    """Half a page is no page, and what cannot be unpacked is not read as it lies."""

    def broken(handler: Handler) -> None:
        handler.send(body, **headers)
        handler.close_connection = True

    assert refused(server.at("/", broken)) == "page-damaged"


def test_what_does_not_speak_http_is_unreachable(server: Server) -> None:
    """Nonsense instead of an answer, and a port where nobody listens."""
    nonsense = server.at("/", lambda handler: handler.wfile.write(b"SSH-2.0-nothing\r\n") and handler.finish())
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    assert refused(nonsense) == "page-unreachable"
    assert refused(f"http://127.0.0.1:{port}/") == "page-unreachable"


def test_a_server_without_a_certificate_is_not_secure(server: Server) -> None:
    """Over https, a server that cannot prove who it is is asked nothing."""
    url = server.sends("/", TEXT.encode()).replace("http:", "https:")

    assert refused(url) == "page-insecure"
    assert server.asked == []


def test_a_proxy_is_not_used_and_it_is_said(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    """A proxy of the environment is never called; where the page is out of reach, the problem speaks of it."""
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_address[1]}")
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    code, facts = problem_of(f"http://127.0.0.1:{port}/", allow_private=True)

    assert (code, facts["variable"]) == ("page-behind-proxy", "http_proxy")
    assert server.asked == []
    assert here(server.sends("/", TEXT.encode())).article.text == TEXT


# --- addresses -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1",
        "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254",
        "fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a9fe:a9fe::1",
        "2001:0:4136:e378:8000:63bf:80ff:fffe", "nonsense", "",
    ],
)  # fmt: skip
def test_an_address_that_is_not_everybodys_is_private(number: str) -> None:
    """Local, private, shared, reserved, multicast and documentation addresses, in IPv4 and within IPv6, are private."""
    assert not is_public(number)


@pytest.mark.parametrize(
    "number",
    ["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"],
)
def test_an_address_of_the_public_network_is_public(number: str) -> None:
    """What belongs to everybody may be called, in whatever form it is written."""
    assert is_public(number)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0/", "http://2130706433/", "http://0x7f000001/",
        "http://127.1/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/meta-data/", "https://10.0.0.1/",
        "http://localhost./", "HTTP://LOCALHOST:80/",
    ],
)  # fmt: skip
def test_this_computer_is_not_fetched_without_leave(url: str) -> None:
    """However this computer and its network are written, they are refused until they are allowed."""
    assert problem_of(url)[0] == "page-private"


class Net:
    """Names and numbers of the test: a name looked up again gives its next numbers; who is called is written down."""

    def __init__(self, names: dict[str, list[list[str]]], server: Server) -> None:
        self.names, self.server = names, server
        self.called: list[str] = []

    def resolve(self, host: str, _port: int) -> list[str]:
        """The next numbers of a name."""
        if host[0].isdigit():
            return [host]
        if host not in self.names:
            raise socket.gaierror
        numbers = self.names[host]
        return numbers.pop(0) if len(numbers) > 1 else numbers[0]

    def connect(self, number: str, _port: int, seconds: float) -> socket.socket:
        """A connection to the server of the test, whichever number is called."""
        self.called.append(number)
        if number == "192.88.1.1":
            raise ConnectionRefusedError
        return socket.create_connection(self.server.server_address[:2], timeout=seconds)


@pytest.fixture
def net(server: Server, monkeypatch: pytest.MonkeyPatch) -> Net:
    """A network in which no number leads out of this computer."""
    made = Net(
        {
            "public.example": [["93.184.216.34"]],
            "home.example": [["192.168.1.1"]],
            "mixed.example": [["93.184.216.34", "10.0.0.1"]],
            "rebinding.example": [["93.184.216.34"], ["127.0.0.1"]],
            "second.example": [["192.88.1.1", "93.184.216.34"]],
            "xn--muse-dpa.example": [["93.184.216.34"]],
        },
        server,
    )
    monkeypatch.setattr("quiz.fetch.web.resolve", made.resolve)
    monkeypatch.setattr("quiz.fetch.connection.connect", made.connect)
    return made


def test_a_public_name_is_called_by_the_number_that_was_checked(net: Net, server: Server) -> None:
    """The connection goes to the number, the request names the host."""
    server.sends("/a", TEXT.encode())

    assert fetch("http://public.example/a").article.text == TEXT
    assert net.called == ["93.184.216.34"]
    assert server.asked[0][1]["Host"] == "public.example"


@pytest.mark.parametrize("name", ["home.example", "mixed.example"])
def test_a_name_that_leads_home_is_refused(net: Net, name: str) -> None:
    """One private number among a name's numbers is enough, and nobody is called."""
    assert problem_of(f"http://{name}/") == ("page-private", {"host": name})
    assert net.called == []


def test_a_redirect_that_leads_home_is_refused(net: Net, server: Server) -> None:
    """Each hop is looked at: a public page may not lead to a private one, by name or by number."""
    server.sends("/a", b"", 302, Location="http://home.example/")
    server.sends("/b", b"", 302, Location="//127.0.0.1/")

    assert problem_of("http://public.example/a") == ("page-private", {"host": "home.example"})
    assert problem_of("http://public.example/b") == ("page-private", {"host": "127.0.0.1"})
    assert net.called == ["93.184.216.34"] * 2


def test_a_name_that_changes_its_mind_is_called_by_its_first_number(net: Net, server: Server) -> None:
    """A name is looked up once for each request, so that what was checked is what is called."""
    server.sends("/a", TEXT.encode())

    assert fetch("http://rebinding.example/a").article.text == TEXT
    assert net.called == ["93.184.216.34"]
    assert problem_of("http://rebinding.example/a")[0] == "page-private"


def test_the_next_number_is_called_where_one_does_not_answer(net: Net, server: Server) -> None:
    """A host with two numbers is reached by the second."""
    server.sends("/a", TEXT.encode())

    assert fetch("http://second.example/a").article.text == TEXT
    assert net.called == ["192.88.1.1", "93.184.216.34"]


@pytest.mark.usefixtures("net")
def test_a_name_with_accents_is_looked_up_as_the_network_writes_it(server: Server) -> None:
    """International names are called by their ASCII form."""
    server.sends("/%C3%A9t%C3%A9", TEXT.encode())

    assert fetch("http://musée.example/été").article.text == TEXT


@pytest.mark.usefixtures("net")
def test_a_name_that_nobody_knows_is_told() -> None:
    """A name without numbers is a problem of its own."""
    assert problem_of("http://nobody.example/") == ("page-unknown-host", {"host": "nobody.example"})


@pytest.mark.parametrize(
    "url",
    ["http://", "https:///path", "http://me@x.example/", "http://a b.example/", "http://x.example/\x07", "http://x.example:port/",
     "http://[nonsense]/", f"http://x.example/{'a' * 5000}", f"http://{'a' * 70}.é.example/", "http://%31.example/"],
)  # fmt: skip
def test_an_address_that_is_not_sound_is_refused(url: str) -> None:
    """Addresses without a host, with a password, with odd characters or without end are not called."""
    assert problem_of(url)[0] == "page-address-odd"
