"""Fetching a page: what the open web gives, and nothing of a private network whatever way leads there."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import pytest

from dragoman.desk import fetching
from dragoman.desk.fetching import fetch, is_public
from dragoman.errors import DocumentError

PAGE = b"<html><body><p>Norway and Tanzania met in Dodoma.</p></body></html>"
MOST = 100_000


class Pages(BaseHTTPRequestHandler):
    """``/page`` is a page; the other paths are what bad servers do."""

    def do_GET(self):
        kind, _, rest = self.path.lstrip("/").partition("?")
        getattr(self, f"do_{kind.partition('.')[0] or 'page'}")(rest)

    def do_page(self, rest):
        self.answer(PAGE)

    def do_named(self, rest):
        self.answer(b"words", kind="application/octet-stream")

    def do_other(self, rest):
        self.answer(b"\x89PNG", kind="image/png")

    def do_kind(self, rest):
        self.answer(b"bytes", kind=unquote(rest))

    def do_missing(self, rest):
        self.answer(b"", status=404)

    def do_to(self, rest):
        self.answer(b"", status=302, Location=rest)

    def do_round(self, rest):
        self.answer(b"", status=302, Location="/round")

    def do_large(self, rest):
        self.answer(b"x" * (MOST + 1))

    def do_packed(self, rest):
        self.answer(gzip.compress(PAGE), **{"Content-Encoding": "gzip"})

    def do_bomb(self, rest):
        self.answer(gzip.compress(b"\0" * (MOST * 1000)), **{"Content-Encoding": "gzip"})

    def do_odd(self, rest):
        self.answer(b"\x1b\x03", **{"Content-Encoding": "br"})

    def do_slow(self, rest):
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def answer(self, body, status=200, kind="text/html; charset=utf-8", **headers):
        self.server.asked.append((self.path, self.headers["Host"]))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def pages():
    """A server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        server.asked, server.handle_error = [], lambda *_: None
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def here(pages):
    pages.asked.clear()
    return f"http://127.0.0.1:{pages.server_port}"


@pytest.fixture
def web(pages, monkeypatch):
    """``web(name=addresses)``: names stand for these addresses; public ones lead to the server on this machine."""
    asked, connected = [], []
    real = fetching.httpcore.SyncBackend.connect_tcp

    def name(**known):
        known = {"".join(host).replace("_", "."): list(addresses) for host, addresses in known.items()}

        def look_up(host, port, **_):
            asked.append(host)
            if host not in known:
                raise socket.gaierror("unknown")
            found = known[host].pop(0) if isinstance(known[host][0], list) else known[host]
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

        def connect(self, host, port, **options):
            connected.append(host)
            stream = real(self, "127.0.0.1", pages.server_port, **options)
            inner = stream.get_extra_info
            stream.get_extra_info = lambda info: (host, port) if info == "server_addr" else inner(info)
            return stream

        monkeypatch.setattr(fetching, "getaddrinfo", look_up)
        monkeypatch.setattr(fetching.httpcore.SyncBackend, "connect_tcp", connect)
        pages.asked.clear()

    name.asked, name.connected = asked, connected
    return name


def get(address, **known):
    return fetch(address, **({"most": MOST, "seconds": 5} | known))


def refused(address, reason, **known):
    with pytest.raises(DocumentError, match=reason) as error:
        get(address, **known)
    assert error.value.name == address


def test_a_page_comes_with_its_name_and_address(web, pages):
    web(news_example=["93.184.215.14"])
    found = get("http://news.example/page")
    assert (found.address, found.name, found.body) == ("http://news.example/page", "page.html", PAGE)
    assert web.connected == ["93.184.215.14"]
    assert pages.asked == [("/page", "news.example")]


def test_a_page_may_lead_on_and_be_packed(web):
    web(news_example=["93.184.215.14"], other_example=["93.184.215.15"])
    found = get("http://news.example/to?http://other.example/packed")
    assert (found.address, found.body) == ("http://other.example/packed", PAGE)


def test_the_ending_tells_what_a_file_is_if_the_server_does_not(web):
    web(news_example=["93.184.215.14"])
    assert get("http://news.example/named.md").name == "named.md"
    assert get("http://news.example/named.warc.gz").name == "named.warc.gz"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("application/pdf", "kind.pdf"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "kind.docx"),
        ("application/rss+xml; charset=utf-8", "kind.rss"),
        ("text/xml", "kind.xml"),
    ],
)
def test_the_kind_of_answer_tells_what_a_file_is(web, kind, name):
    web(news_example=["93.184.215.14"])
    assert get(f"http://news.example/kind?{kind}").name == name


PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "192.0.0.1", "198.18.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1",
    "fc00::1", "fd12::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_of_the_open_web(address, web):
    assert not is_public(ipaddress.ip_address(address))
    web(inner_example=[address])
    refused("http://inner.example/page", "private network")
    assert web.connected == []


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::808:808"]
)
def test_addresses_of_the_open_web(address):
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0"],
)
def test_this_machine_by_any_name(pages, host):
    pages.asked.clear()
    refused(f"http://{host}:8080/page", "private network|no machine|not an address")
    assert pages.asked == []


def test_a_name_that_stands_for_a_public_and_a_private_address(web):
    web(both_example=["93.184.215.14", "10.0.0.1"])
    refused("http://both.example/page", "private network")


def test_a_name_that_stands_for_another_address_a_moment_later(web):
    web(rebound_example=[["93.184.215.14"], ["127.0.0.1"]])
    assert get("http://rebound.example/page").body == PAGE
    assert web.connected == ["93.184.215.14"], "the address that was looked at"
    assert web.asked == ["rebound.example"], "and looked up once"


@pytest.mark.parametrize(
    "target",
    [
        "http://inner.example/page",
        "http://127.0.0.1/",
        "file:///etc/passwd",
        "ftp://news.example/",
        "http://a:b@news.example/",
        "http://news.example:22/",
    ],
)
def test_a_redirect_is_looked_at_like_the_first_address(web, target):
    web(news_example=["93.184.215.14"], inner_example=["10.0.0.1"], **{"127_0_0_1": ["127.0.0.1"]})
    refused(f"http://news.example/to?{target}", "private network|only addresses that begin|a user name|port 22")
    assert set(web.connected) == {"93.184.215.14"}


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/passwd", "only addresses that begin"),
        ("gopher://news.example/", "only addresses that begin"),
        ("news.example", "only addresses that begin"),
        ("http://", "only addresses that begin|not an address"),
        ("http://user:secret@news.example/", "a user name"),
        ("http://news.example:22/", "port 22"),
        ("http://news.example:6379/", "port 6379"),
        ("http://nowhere.example/page", "no machine"),
        ("http://news.example/missing", "404"),
        ("http://news.example/other", "image/png, which is not read"),
        ("http://news.example/odd", "was not asked for"),
        ("http://news.example/large", "larger than"),
        ("http://news.example/bomb", "larger than"),
        ("http://news.example/round", "more than 5 times"),
        ("http://[::1", "not an address|it is not"),
    ],
)
def test_what_is_no_page_is_refused_with_a_reason(web, address, reason):
    web(news_example=["93.184.215.14"])
    refused(address, reason)


def test_an_answer_that_drips_is_given_up_in_time(web):
    web(news_example=["93.184.215.14"])
    begun = time.monotonic()
    refused("http://news.example/slow", "too long", seconds=0.5)
    assert time.monotonic() - begun < 3


def test_private_addresses_can_be_allowed(here):
    assert get(f"{here}/page", private=True).body == PAGE
    refused(f"{here}/page", "port|private")
