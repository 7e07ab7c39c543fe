"""The desk in a real browser: a walk through the ledger of the samples, and every page looked at by axe-core."""

import os
import re
import shutil
import threading
import time
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright
from pypdfium2 import PdfDocument

from bench.served import addresses, chromium
from dragoman.desk import Settings, make_desk
from dragoman.desk.adding import Additions
from dragoman.desk.pages import ROUTERS
from dragoman.documents import load
from dragoman.ledger import Ledger
from dragoman.models import Document
from dragoman.reading.reader import READER, Reader

pytestmark = pytest.mark.slow

SAMPLES = Path(__file__).parents[2] / "samples"
SETTINGS = Settings(jobs=1, as_of=date(2024, 6, 1))
NEWS = """Norway and Kenya sign agreement on fisheries

NAIROBI, 4 March 2019 – Norway and Kenya signed an agreement on fisheries in Nairobi on 3 March 2019. Norway will grant
2 million dollars for a fishing port in Mombasa by the end of 2021.
"""
# Addresses that are no page: another page's file, or a way on.
NO_PAGES = {
    "/theme",
    "/charts.css",
    "/entries/{key}",
    "/{one}/{other}/brief.{format}",
    "/money/sums.csv",
    "/review/next",
}
# They show what the page of the same sort shows, or need accounts.
ALIKE = {"/login", "/account", "/accounts", "/add/{id}", "/review/{id}"}


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.fixture(scope="module")
def samples(reader, tmp_path_factory):
    """The ledger of the samples."""
    place = tmp_path_factory.mktemp("samples") / "demo.ledger"
    with Ledger.open(place) as ledger:
        for document in load(sorted(SAMPLES.glob("*/"))):
            assert isinstance(document, Document), document
            ledger.add(reader.read(document), document, READER)
        ledger.resolve()
    return place


@contextmanager
def serving(app):
    """The address of an application that is served by a thread."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture(scope="module")
def browser():
    """The system's browser; without one the test is left out, but fails in CI."""
    program = chromium()
    if program is None:
        said = "no Chromium was found; scripts/need-chromium installs one"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(said)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def ledger(samples, tmp_path):
    """The ledger of the samples, to be changed."""
    with Ledger.open(shutil.copy(samples, tmp_path / "demo.ledger"), create=False) as ledger:
        yield ledger


@pytest.fixture
def base(ledger, reader):
    """The address of a desk of this ledger."""
    app = make_desk(ledger, SETTINGS)
    app.state.additions = Additions(ledger, SETTINGS, lambda: reader)
    with serving(app) as base:
        yield base


@contextmanager
def window(browser, base, **options):
    """A page of a new window, which nothing may go wrong in and which no other host may be asked from."""
    wrong = []
    with browser.new_context(base_url=base, **options) as context:
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith((base, "data:")) else None)
        yield page
    assert wrong == []


@pytest.fixture
def page(browser, base):
    with window(browser, base) as page:
        yield page


def test_a_pair_is_found_with_the_keyboard(page):
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("Kyrgyzstan Japan")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("^(Kyrgyzstan and Japan|Japan and Kyrgyzstan)$")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Japan and Kyrgyzstan")
    page.wait_for_load_state()  # the heading is there before the script that knows the keys
    page.keyboard.press("j")
    expect(page.locator(".at")).to_have_count(1)


@pytest.mark.parametrize("address", ["/promises", "/search?q=grant", "/people", "/"])
def test_lists_are_stepped_through_with_the_keyboard(page, address):
    page.goto(address)
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".at")).to_have_count(1)
    expect(page.locator(".at a[href]").first).to_be_focused()


def test_the_menu_of_a_telephone_is_equally_high_on_every_page(browser, base):
    with browser.new_context(viewport={"width": 380, "height": 800}) as context:
        page = context.new_page()
        heights = set()
        for address in ("/", "/promises", "/instruments", "/people", "/organisations", "/review"):
            page.goto(f"{base}{address}")
            heights.add(page.locator(".top").bounding_box()["height"])
    assert len(heights) == 1


def test_what_is_overdue_can_be_read_on_paper(page):
    page.goto("/promises?verdict=overdue")
    page.emulate_media(media="print")
    sign = page.locator(".verdict.overdue").first
    assert sign.evaluate("each => getComputedStyle(each).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert sign.evaluate("each => getComputedStyle(each).color") == sign.evaluate(
        "each => getComputedStyle(each).borderTopColor"
    )


def test_a_pair_is_found_without_a_script(browser, base):
    with window(browser, base, java_script_enabled=False) as page:
        page.goto("/")
        page.get_by_role("link", name=re.compile("^Belarus and Japan$")).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Belarus and Japan")
        expect(page.get_by_role("heading", name="Promises", exact=True)).to_be_visible()


def test_a_promise_leads_to_its_sentence(page):
    page.goto("/promises?state=JPN&with=BLR")
    # A sentence that no entry rests on is found by its words; one that an entry rests on is marked in the text.
    said = page.locator(".said", has=page.locator('.source[href*="#m-"]')).first
    words = said.locator("blockquote").first.inner_text()
    said.locator('.source[href*="#m-"]').first.click()
    place = page.url.partition("#")[2]
    assert place.startswith("m-")
    mark = page.locator(f"#{place} ~ mark").first  # the anchors of other entries that begin here may stand between
    expect(mark).to_be_in_viewport()
    assert " ".join(mark.inner_text().split())[:20] in words


def test_a_value_is_corrected_and_the_correction_is_undone(page, ledger):
    record = next(iter(ledger.records(states=["JPN", "BLR"], kinds=["activity"])))
    page.goto(f"/records/{record.id}")
    telling = page.locator(f"#e-{record.entries[0]}")
    telling.get_by_text("Correct", exact=True).click()
    telling.get_by_label("Field").select_option("date")
    telling.get_by_label("Value").fill("2017-04-01")
    telling.get_by_role("button", name="Correct it").click()
    expect(telling.locator(".flag.corrected")).to_have_text("date corrected")
    assert ledger.entry(record.entries[0]).entry.date == "2017-04-01"
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.locator(".flag.corrected")).to_have_count(0)
    assert ledger.entry(record.entries[0]).corrected == ()


def test_two_records_are_merged(page, ledger):
    told = ledger.records(states=["JPN", "BLR"], kinds=["activity"])
    one, other = [record for record in told if len(record.entries) == 1][:2]  # nothing speaks against them
    page.goto(f"/records/{one.id}")
    page.locator("#merge").fill(other.id)
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.locator(".history > li")).to_have_count(len(one.entries) + len(other.entries))
    expect(page.get_by_text("found to be one thing", exact=False).first).to_be_visible()
    assert {*one.entries, *other.entries} == set(ledger.record_of(one.entries[0]).entries)


def test_a_document_is_added_and_its_entries_are_seen(page):
    page.goto("/add")
    page.get_by_label("Files").set_input_files({"name": "fish.txt", "mimeType": "text/plain", "buffer": NEWS.encode()})
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What was read", timeout=20_000)
    expect(page.locator(".added .line").first).to_be_visible()
    page.locator('a[href^="/documents/"]', has_text="Norway and Kenya sign agreement on fisheries").click()
    expect(page.locator(".paper")).to_contain_text("a fishing port in Mombasa")
    assert page.locator("mark[data-told]").count() >= 2
    page.goto("/KEN/NOR")
    expect(page.locator("main")).to_contain_text("fishing port", ignore_case=True)


def test_a_brief_is_printed_and_taken_along(page):
    page.goto("/BLR/JPN")
    page.emulate_media(media="print")
    expect(page.locator("header.top")).to_be_hidden()
    printed = PdfDocument(page.pdf(format="A4"))
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in printed)
    assert "At a glance" in text and "Sources" in text and "Search" not in text
    page.emulate_media(media="screen")
    with page.expect_download() as taken:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert taken.value.suggested_filename == "BLR-JPN-2024-06-01.pdf"
    assert "Japan" in PdfDocument(taken.value.path())[0].get_textpage().get_text_range()


def test_printed_lists_keep_their_sources_and_no_controls(page):
    page.goto("/figures")
    said = page.locator(".cited blockquote p").first.text_content()
    printed = PdfDocument(page.pdf(format="A4"))
    text = " ".join("".join(sheet.get_textpage().get_text_range() for sheet in printed).split())
    assert " ".join(said.split())[:30] in text
    page.goto("/promises")
    page.emulate_media(media="print")
    expect(page.locator(".orders").first).to_be_hidden()


def test_a_printed_record_has_no_heading_without_a_text(page):
    page.goto("/promises")
    page.locator("main h3 a").first.click()
    decide = page.get_by_role("heading", name="Decide")
    expect(decide).to_be_visible()
    page.emulate_media(media="print")
    expect(decide).to_be_hidden()


def test_no_list_has_a_heading_that_stands_higher_than_the_others(page):
    page.goto("/")
    heads = page.locator("table.pairs thead th")
    tops = {round(heads.nth(at).evaluate("each => parseFloat(getComputedStyle(each).fontSize)"), 1) for at in range(4)}
    assert len(tops) == 1


def test_every_page_is_looked_at(samples):
    with Ledger.open(samples, create=False) as ledger:
        found = {path.partition("?")[0] for path in addresses(ledger).values()}
    routes = [route for router in ROUTERS for route in router.routes if "GET" in route.methods]
    seen = {route.path for path in found for route in routes if route.path_regex.fullmatch(path)}
    assert {route.path for route in routes} - seen <= NO_PAGES | ALIKE


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_serious(browser, base, ledger, look):
    # In the dark only colours are others.
    rules = {} if look == "light" else {"runOnly": ["color-contrast"]}
    found = []
    with window(browser, base, color_scheme=look) as page:
        for name, address in addresses(ledger).items():
            if name == "not-found":
                continue  # whose status is an error of the console
            page.goto(address)
            results = Axe().run(page, options={"resultTypes": ["violations"], **rules})
            found += [
                (name, each["id"], node["html"][:120])
                for each in results.response["violations"]
                if each["impact"] in ("serious", "critical")
                for node in each["nodes"][:3]
            ]
    assert found == []
