"""Adding documents at the desk: what is sent is read, shown and ready to be corrected; what is bad is told."""

from __future__ import annotations

import io
import re
import shutil
import sys
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import ModuleType

import pytest
import typst
from fastapi.testclient import TestClient

from dragoman.desk import Settings, make_desk
from dragoman.desk import adding as module
from dragoman.desk.adding import Additions
from dragoman.desk.errors import Refused
from dragoman.desk.fetching import Fetched
from dragoman.errors import DocumentError
from dragoman.follow.deciding import Analyst
from dragoman.ledger import Ledger
from dragoman.models import Event, Evidence, Heading, Party, Reading
from tests.desk.forms import submit

NEWS = "Iceland and Ghana met in Accra.\n\nACCRA, 3 May 2019 – The ministers of Iceland and Ghana met in Accra on fish."


class SmallReader:
    """Finds who met."""

    def read(self, document):
        if "break" in document.text:
            raise RuntimeError("the small reader breaks")
        found = tuple(
            Event(
                type="meeting",
                title="Iceland and Ghana meet",
                stage="done",
                parties=(
                    Party(name="Iceland", code="ISL", role="participant"),
                    Party(name="Ghana", code="GHA", role="participant"),
                ),
                evidence=(Evidence(start=match.start(), end=match.end()),),
                confidence=0.3,
            )
            for match in re.finditer("met in Accra", document.text)
        )
        known = {name: getattr(document, name) for name in Heading.model_fields}
        return Reading(document=Heading(**known), entries=found)


@pytest.fixture(autouse=True)
def small_reader(monkeypatch):
    small = ModuleType("dragoman.reading.reader")
    small.READER, small.Reader = "small 1", SmallReader
    monkeypatch.setitem(sys.modules, "dragoman.reading.reader", small)


@pytest.fixture
def browser(empty_file, tmp_path):
    """A browser at an empty ledger whose desk takes little."""
    settings = Settings(jobs=1, upload_bytes=100_000, upload_files=3, unpacked_bytes=200_000)
    place = shutil.copy(empty_file, tmp_path / "add.ledger")
    with TestClient(make_desk(place, settings), base_url="http://localhost") as client:
        yield client


def add(browser, *files, **fields):
    """Send files and wait until they are read: the address of the page that tells of it."""
    sent = [("files", (name, content, "application/octet-stream")) for name, content in files]
    answer = submit(browser, "/add", "/add", files=sent or None, **fields)
    assert answer.status_code == 303, answer.text
    place = answer.headers["location"]
    for _ in range(200):
        if browser.get(place, params={"format": "json"}).json()["state"] in ("done", "broken"):
            return place
        time.sleep(0.02)
    raise AssertionError("it is not read in time")


def test_releases_as_pdf_and_items_of_feeds_are_read(browser):
    pdf = typst.compile(b"= Iceland and Ghana\nThe ministers of Iceland and Ghana met in Accra on Friday.")
    item = "<item><link>https://news.example/2</link><description>They met in Accra.</description></item>"
    place = add(browser, ("release.pdf", pdf), ("news.rss", f"<rss><channel>{item}</channel></rss>".encode()))
    assert browser.get(place).text.count("<mark>met in Accra</mark>") == 2
    ledger = browser.app.state.held.ledger
    assert {document.sources for document in ledger.documents()} == {("release.pdf",), ("https://news.example/2",)}


def test_what_is_sent_is_read_and_shown_with_its_sentences(browser):
    place = add(browser, ("news.txt", NEWS.encode()))
    shown = browser.get(place)
    assert "1 document with 2 new entries" in shown.text
    assert "<mark>met in Accra</mark>" in shown.text
    assert "Refresh" not in shown.headers
    ledger = browser.app.state.held.ledger
    assert [document.sources for document in ledger.documents()] == [("news.txt",)]
    assert place.removeprefix("/add/") in browser.get("/add").text


def test_what_was_read_can_be_corrected_at_once(browser):
    place = add(browser, ("news.txt", NEWS.encode()))
    key = next(browser.app.state.held.ledger.entries()).key
    back = f"{place}#e-{key}"
    answer = submit(browser, "/decisions/correct", place, key=key, field="type", value="visit", back=back)
    assert answer.headers["location"] == back
    assert browser.app.state.held.ledger.entry(key).entry.type == "visit"


def test_a_document_that_is_there_is_not_read_again(browser):
    add(browser, ("news.txt", NEWS.encode()))
    shown = browser.get(add(browser, ("again.txt", NEWS.encode()))).text
    assert "It was in the ledger already" in shown and "0 new entries" in shown


def test_a_document_that_was_forgotten_stays_out(browser):
    address = add(browser, ("news.txt", NEWS.encode()))
    Analyst(browser.app.state.held.ledger, "h.sato").forget(["news"])
    assert "What was read" in browser.get(address).text, "the page of the addition is still there"
    assert "by decision 1; undo that to have it read" in browser.get(add(browser, ("news.txt", NEWS.encode()))).text
    assert "forgotten: news" in browser.get("/decisions").text


def test_archives_and_bad_files_among_good_ones(browser):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.txt", NEWS)
        archive.writestr("picture.png", b"\x89PNG")
    shown = browser.get(add(browser, ("pack.zip", packed.getvalue()), ("bad.txt", b"it will break"))).text
    assert "1 document with 2 new entries; 2 could not be read" in shown
    assert "pack.zip/picture.png" in shown and "the small reader breaks" in shown


def test_the_day_of_publication_can_be_given(browser):
    add(browser, ("plain.txt", b"They met in Accra."), date="2018-02-01")
    assert [document.date for document in browser.app.state.held.ledger.documents()] == ["2018-02-01"]
    assert submit(browser, "/add", "/add", date="yesterday", addresses="https://a.example").status_code == 422


def test_an_address_is_fetched_and_is_the_source(browser, monkeypatch):
    asked = []

    def fetch(address, **bounds):
        asked.append((address, bounds))
        if "bad" in address:
            raise DocumentError(address, "the answer is 404 Not Found")
        return Fetched(address, "page.txt", NEWS.encode())

    monkeypatch.setattr(module, "fetch", fetch)
    shown = browser.get(add(browser, addresses="https://news.example/page\nhttps://bad.example/")).text
    assert "1 document with 2 new entries; 1 could not be read" in shown
    assert "404 Not Found" in shown
    assert asked[0] == ("https://news.example/page", {"most": 100_000, "seconds": 30, "private": False})
    assert next(browser.app.state.held.ledger.documents()).sources == ("https://news.example/page",)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://localhost/", "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "http://[::1]/"],
)  # fmt: skip
def test_private_addresses_are_not_fetched(browser, address):
    shown = browser.get(add(browser, addresses=address)).text
    assert "0 documents" in shown
    assert "private network" in shown or "only addresses that begin with" in shown


def test_an_upload_that_is_too_large_is_refused_before_it_is_taken(browser):
    sent = [("files", ("large.txt", b"x" * 400_000, "text/plain"))]
    answer = submit(browser, "/add", "/add", files=sent)
    assert answer.status_code == 413
    assert browser.app.state.additions.latest() == []


def test_bombs_and_floods_come_to_nothing(browser):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"\0" * 50_000_000)
    assert "unpacks to more than is allowed" in browser.get(add(browser, ("bomb.zip", packed.getvalue()))).text
    many = [(f"{number}.txt", b"words") for number in range(5)]
    assert "too many files" in browser.get(add(browser, *many)).text


def test_nothing_is_left_in_the_folder_for_temporary_files(browser, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    add(browser, ("news.txt", NEWS.encode()), ("../../x.zip", b"PK"))
    for _ in range(50):
        if not (left := list(tmp_path.glob("dragoman-desk-*"))):
            return
        time.sleep(0.02)
    raise AssertionError(left)


def test_nothing_sent_is_said_to_be_nothing(browser):
    assert submit(browser, "/add", "/add").status_code == 422
    assert submit(browser, "/add", "/add", addresses="https://a.example " * 21).status_code == 422


def test_what_is_not_known_any_more_is_not_found(browser):
    assert browser.get("/add/nothing").status_code == 404


def test_too_many_that_wait_are_refused(browser, monkeypatch):
    monkeypatch.setattr(module, "WAITING", 0)
    answer = submit(browser, "/add", "/add", addresses="https://news.example/")
    assert answer.status_code == 422 and "too many others" in answer.text


def test_of_many_who_add_at_one_time_no_more_are_taken_than_may_wait(tmp_path, monkeypatch):
    crowd = 2 * module.WAITING
    arrived, reading = Barrier(crowd), threading.Event()
    put = module.put

    def put_together(*given):
        arrived.wait(timeout=20)  # by now nobody is held yet, so all have been let in
        yield from put(*given)

    monkeypatch.setattr(module, "put", put_together)
    with Ledger.open(tmp_path / "crowd.ledger") as ledger:
        additions = Additions(ledger, Settings(jobs=1), lambda: reading.wait(timeout=20) and SmallReader())
        try:
            with ThreadPoolExecutor(crowd) as people:
                given = [
                    people.submit(additions.add, "h.sato", [("a.txt", io.BytesIO(b"They met."))]) for _ in range(crowd)
                ]
            refused = [each for each in given if isinstance(each.exception(), Refused)]
            assert len(additions.latest()) == module.WAITING
            assert len(refused) == crowd - module.WAITING
        finally:
            reading.set()
            additions.close()
