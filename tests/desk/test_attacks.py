"""A page of attacks: documents, forms, addresses and files that wish ill. Each is refused, or is only words.

Uploads that never end are in ``test_uploads.py``, addresses that lead inside in ``test_fetching.py``, forged forms and
names in ``test_safety.py``; here is what goes through the whole desk.
"""

from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import Settings, make_desk
from dragoman.models import (
    Activity,
    Amount,
    Document,
    Event,
    Evidence,
    Figure,
    Heading,
    Instrument,
    Party,
    Place,
    Reading,
    Tenure,
)
from dragoman.values import CountryCode, Edtf, Unit
from tests.desk.forms import from_here, submit, token

SCRIPT = "<script>alert('x')</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
ATTRIBUTE = "' onmouseover='alert(1)' x='"
TEMPLATE = "{{ 7 * 191 }}{% raw %}"
TURNED = "\u202egnp.exe\u2066"
HURT = f"{SCRIPT}{IMAGE}{ATTRIBUTE}{TEMPLATE}{TURNED}"
TEXT = f"{HURT} said so. </pre></mark></main>{HURT} The end. " + "w" * 20_000
ADDRESSES = ("javascript:alert(1)", "data:text/html,<script>alert(1)</script>", f"https://news.example/{HURT}")
NORWAY, CHILE = CountryCode("NOR"), CountryCode("CHL")


@pytest.fixture
def hurt(ledger):
    """A ledger in which every text field of every kind of entry wishes ill."""
    both = (Party(name=HURT, code=NORWAY, role="funder"), Party(name=HURT, code=CHILE, role="recipient"))
    known = {
        "title": HURT,
        "parties": both,
        "evidence": (Evidence(start=0, end=40),),
        "why": (HURT,),
        "confidence": 0.2,
    }
    staged = known | {"stage": "planned", "due": Edtf("2022"), "date": Edtf("2020"), "said_by": HURT}
    place = Place(name=HURT, country=CHILE)
    entries = (
        Event(type="meeting", place=place, **staged),
        Instrument(type="agreement", name=HURT, **staged),
        Activity(type="grant", amount=Amount(value=1e6, unit=Unit(HURT)), sector=HURT, **staged),
        Figure(measure="exports", of=HURT, value=5, unit=Unit(HURT), date=Edtf("2020"), **known),
        Figure(measure="exports", of=HURT, value=7, unit=Unit(HURT), date=Edtf("2020"), **known),
        Tenure(person=HURT, post=HURT, of=HURT, to=HURT, date=Edtf("2020"), **known),
    )
    document = Document(
        id=HURT,
        text=TEXT,
        sha256=sha256(TEXT.encode()).hexdigest(),
        title=HURT,
        date=Edtf("2020-01-01"),
        sources=ADDRESSES,
    )
    ledger.add(Reading(document=Heading(id=HURT, title=HURT), entries=entries), document, HURT)
    ledger.resolve()
    return ledger


class Page(HTMLParser):
    """What a browser would make of a page: its tags, and all that could run or lead elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.danger: list[str] = []
        self.links: list[str] = []
        self.ways: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        if tag in ("script", "iframe", "object", "embed", "base") and not (known.get("src") or "").startswith(
            "/static/"
        ):
            self.danger.append(f"<{tag}> {known}")
        self.danger += [f"<{tag} {name}>" for name in known if name.startswith("on")]
        self.danger += [f"<{tag} style>"] if "style" in known and tag not in SVG else []
        for name in ("href", "src", "action", "formaction"):
            if name in known:
                self.links.append(known[name] or "")
        self.ways += [known["href"]] if tag == "a" and known.get("href", "").startswith("/") else []


SVG = {"svg", "g", "path", "text", "rect", "circle", "line", "clippath", "defs", "use", "image", "tspan", "symbol"}


def addresses(client, ledger):
    """Every page that there is for what the ledger holds, by following the links of the desk's own pages."""
    waiting = ["/", "/NOR/CHL", "/review", "/decisions", "/add", "/search?q=said"]
    waiting += [f"/records/{record.id}" for record in ledger.records()]
    waiting += [f"/documents/{document.sha256}" for document in ledger.documents()]
    waiting += [f"/review/{question}" for question in _questions(client)]
    seen = set()
    while waiting and len(seen) < 120:
        address = waiting.pop(0).partition("#")[0]
        if address in seen or "format=" in address or address.startswith(("/static", "/theme")):
            continue
        seen.add(address)
        yield address
        answer = client.get(address)
        if answer.headers.get("content-type", "").startswith("text/html"):
            waiting += Page(answer.text).ways


def _questions(client):
    return [row["id"] for row in client.get("/review?format=json&size=0").json()["rows"]]


def test_texts_of_documents_are_only_words_on_every_page(client, hurt):
    submit(client, "/decisions/wrong", "/", key=next(hurt.entries()).key, reason=HURT)
    looked_at = list(addresses(client, hurt))
    assert len(looked_at) > 20
    for address in looked_at:
        answer = client.get(address)
        assert answer.status_code in (200, 404, 422), address
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        page = Page(answer.text)
        assert page.danger == [], address
        assert [link for link in page.links if _leads_astray(link)] == [], address
        assert "1337" not in answer.text, f"{address}: a template in a document was carried out"
        assert not set("\u202e\u2066") & set(answer.text), f"{address}: signs that turn the writing are shown as such"


def _leads_astray(link):
    scheme = link.strip().partition(":")[0].lower() if ":" in link.partition("/")[0] else ""
    return scheme in ("javascript", "data", "vbscript")


def test_what_is_asked_comes_back_as_words_only(client):
    for path in (
        "/search?q=",
        "/review?q=",
        "/decisions?q=",
        "/promises?q=",
        "/figures?of=",
        "/people?q=",
        "/review/",
        "/",
    ):
        answer = client.get(path + HURT.replace("{", "%7B").replace("\u202e", ""))
        assert answer.status_code in (200, 404, 422), path
        assert Page(answer.text).danger == [], path


SQL = [
    "' OR '1'='1",
    "'; DROP TABLE entries; --",
    '" OR 1=1 --',
    "1 UNION SELECT password FROM accounts",
    "%27",
    "x\0y",
    "🂡" * 200,
]


@pytest.mark.parametrize("words", SQL)
def test_statements_of_sql_are_only_words(client, ledger, words):
    before = list(ledger.dump())
    for path in (
        "search",
        "review",
        "decisions",
        "promises",
        "figures",
        "instruments",
        "people",
        "organisations",
        "map",
    ):
        for name in ("q", "state", "with", "sort", "page", "size", "kind", "since", "of"):
            answer = client.get(f"/{path}", params={name: words})
            assert answer.status_code in (200, 404, 422), (path, name)
    for path in ("/records/", "/documents/", "/entries/", "/review/", "/add/", "/api/v1/records/"):
        assert client.get(path + words.replace("\0", "%00").replace("%27", "'")).status_code in (404, 422), path
    assert list(ledger.dump()) == before


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.py",
        "/static/..%2f..%2fsettings.py",
        "/static/%2e%2e/%2e%2e/settings.py",
        "/static//etc/passwd",
        "/static/..%5c..%5csettings.py",
        "/static/desk.css%00.js",
        "/documents/..%2f..%2fetc%2fpasswd",
        "/records/..%2f..%2fetc%2fpasswd",
        "/add/..%2f..%2fetc%2fpasswd",
        "/..%2f..%2fetc/passwd",
    ],
)
def test_paths_do_not_lead_out(client, path):
    answer = client.get(path)
    assert answer.status_code in (400, 404, 422)
    assert "root:" not in answer.text and "class Settings" not in answer.text


def test_a_file_name_that_wishes_ill_is_only_a_name(client, tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(f"../../../{SCRIPT}.png", b"x")
    files = [("files", (f"..\\..\\{IMAGE}.png", b"x", "text/plain")), ("files", ("slip.zip", packed.getvalue(), "x/y"))]
    place = submit(client, "/add", "/add", files=files).headers["location"]
    assert Page(client.get(place).text).danger == []
    assert client.get(place, params={"format": "json"}).json()["read"] == []


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:22/",
        "http://localhost/",
        "http://[::ffff:169.254.169.254]/latest/meta-data/",
        "http://0x7f.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:6379/_FLUSHALL",
        "dict://127.0.0.1:11211/stats",
    ],
)
def test_addresses_do_not_lead_inside(client, ledger, address):
    before = ledger.counts()
    place = submit(client, "/add", "/add", addresses=address).headers["location"]
    for _ in range(500):
        told = client.get(place, params={"format": "json"}).json()
        if told["state"] == "done":
            break
    assert told["read"] == [] and len(told["failed"]) == 1
    assert ledger.counts() == before


def test_forms_of_other_sites_decide_nothing(client, ledger):
    key = next(ledger.entries()).key
    secret = token(client)
    forged = [
        ({"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}, {"csrf": secret}),
        ({"Referer": "https://evil.example/"}, {}),
        ({"Content-Type": "text/plain"}, {}),
        (from_here(client), {"csrf": "0" * 40}),
    ]
    for headers, data in forged:
        assert client.post("/decisions/wrong", data={"key": key} | data, headers=headers).status_code == 403
    json = {"verdict": "wrong", "entries": [key]}
    assert client.post("/api/v1/decisions", json=json, headers={"Origin": "https://evil.example"}).status_code == 403
    for method in ("GET", "PUT", "DELETE", "PATCH"):
        assert client.request(method, "/decisions/wrong", params={"key": key}).status_code in (403, 405, 404)
    assert ledger.decisions() == {}


def test_no_other_site_may_read_an_answer(client):
    answer = client.get("/api/v1/records", headers={"Origin": "https://evil.example"})
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    asked = client.options(
        "/api/v1/records", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    )
    assert not [name for name in asked.headers if name.startswith("access-control-")]


def test_faults_tell_nothing_of_the_inside(ledger, monkeypatch):
    def fail(*_):
        raise RuntimeError("the secret is 12345")

    with TestClient(
        make_desk(ledger, Settings()), base_url="http://localhost", raise_server_exceptions=False
    ) as client:
        monkeypatch.setattr(ledger, "decisions", fail)
        answer = client.get("/decisions")
    assert answer.status_code == 500
    assert "12345" not in answer.text and "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


def test_formulas_stay_words_in_spreadsheets(client, ledger):
    key = next(ledger.entries()).key
    for reason in ("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1"):
        submit(client, "/decisions/right", "/", key=key, reason=reason)
    cells = [line.split(",")[5] for line in client.get("/decisions?format=csv").text.splitlines()[1:]]
    assert cells and not [cell for cell in cells if cell.lstrip('"')[:1] in "=+-@\t"]
