"""Measure the desk on a large ledger: ``python -m bench.desk [--entries 100000] [--requests 200] [PAGE …]``.

The ledger is made up (``bench.synthetic``), once, in ``build/``. A desk with one worker is asked for each page, for
another record, document, pair or word each time; then fifty readers ask at once; then Chromium shows a pair. The first
view of each address is told apart (the median and the slowest): some answers look at the whole ledger, or at all of a
pair, and are kept then. What the desk works out when it opens (promises, findings) is waited for. The floors are
those of the design.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import statistics
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.served import addresses, chromium, serving
from bench.synthetic import readings
from dragoman.ledger import Ledger

MOST_MS = 100.0
"""Milliseconds of a page, at the 95th percentile."""
MOST_PAINT_MS = 1000.0
"""Milliseconds until Chromium begins to paint a pair."""
READERS = 50
_EACH = 20  # pages that each of them reads
_WORDS = (
    "agreement",
    "visit",
    "Norway",
    "grant hospital",
    "Ana Dahl",
    "coffee",
    "joint commission",
    "Lima",
    "fisheries",
)


@dataclass(frozen=True)
class Timed:
    """Milliseconds of the requests for one page; ``first`` are those of the first views of its addresses."""

    page: str
    first: Sequence[float]
    taken: Sequence[float]
    size: int

    @property
    def p95(self) -> float:
        """Ninety-five in a hundred take no longer."""
        return percentile(self.taken, 95)

    def line(self) -> str:
        """The figures in one line."""
        middle = statistics.median(self.taken)
        first = f"{statistics.median(self.first):9.0f} {max(self.first):9.0f}"
        return f"{self.page:14} {first} {middle:9.1f} {self.p95:9.1f} {self.size / 1024:9.0f}"


def percentile(taken: Sequence[float], of: int) -> float:
    """The value that so many in a hundred do not exceed."""
    ordered = sorted(taken)
    return ordered[max(0, -(-len(ordered) * of // 100) - 1)]


def make(place: Path, entries: int) -> None:
    """Make up a ledger of so many entries, unless it is there; its records by the rules of today."""
    if place.exists():
        with Ledger.open(place) as ledger:
            ledger.resolve()
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_suffix(".part")
    part.unlink(missing_ok=True)
    print(f"Making up {place}, which takes some minutes", file=sys.stderr)
    with Ledger.open(part) as ledger:
        for document, reading in readings(entries):
            ledger.add(reading, document, "made up")
        ledger.resolve()
    part.rename(place)


def variety(ledger: Ledger) -> dict[str, list[str]]:
    """Addresses of each page, many where there are many of them, drawn always alike."""
    draw = random.Random(1)
    documents = [document.sha256 for document in ledger.documents()]
    records = [record.id for record in islice(ledger.records(), 5000)]
    pairs = ["/".join(pair.states) for pair in ledger.pairs()[:100]]
    found = {name: [address] for name, address in addresses(ledger).items()}
    found.pop("question", None)  # which is the way to one
    found["pair"] = [f"/{pair}" for pair in pairs]
    found["pair-records"] = [f"/{pair}/records{query}" for pair in pairs for query in ("", "?page=2", "?kind=event")]
    found["record"] = [f"/records/{id}" for id in draw.sample(records, min(200, len(records)))]
    found["document"] = [f"/documents/{sha}" for sha in draw.sample(documents, min(200, len(documents)))]
    found["search"] = [f"/search?q={word.replace(' ', '+')}" for word in _WORDS]
    for name in ("promises", "figures", "instruments"):
        found[name] = [f"/{name}{query}" for query in ("", "?page=2", "?state=NOR", "?state=NOR&with=KEN", "?q=grant")]
    for name in ("people", "organisations"):
        found[name] = [f"/{name}{query}" for query in ("", "?state=NOR", "?state=KEN&q=a", "?q=dahl")]
    return found


def ask(connection: http.client.HTTPConnection, address: str) -> tuple[int, int, float]:
    """Status, bytes and milliseconds of an answer."""
    begin = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    size = len(answer.read())
    return answer.status, size, (time.perf_counter() - begin) * 1000


def measure(base: str, page: str, found: Sequence[str], requests: int) -> Timed:
    """Ask for the addresses in turn; ``RuntimeError`` if one is not answered as it should be."""
    connection = http.client.HTTPConnection(base.removeprefix("http://"), timeout=600)
    expected = 404 if page == "not-found" else 200
    taken, size = [], 0
    for address in (*found, *islice(cycle(found), requests)):
        status, size, milliseconds = ask(connection, address)
        if status != expected:
            raise RuntimeError(f"{address} is answered with {status}")
        taken.append(milliseconds)
    connection.close()
    return Timed(page, taken[: len(found)], taken[len(found) :], size)


def await_whole(base: str) -> float:
    """Seconds until promises and findings are there, which are worked out when a desk opens."""
    begin = time.perf_counter()
    while True:
        with urllib.request.urlopen(f"{base}/api/v1/overview", timeout=600) as answer:
            if json.load(answer)["whole"]:
                return time.perf_counter() - begin
        time.sleep(1)


def crowd(base: str, found: Sequence[str]) -> tuple[Counter[int], list[float], float]:
    """Fifty readers at once, each with pages of its own choice: statuses, milliseconds, and seconds in all."""

    def read(number: int) -> list[tuple[int, int, float]]:
        draw, connection = random.Random(number), http.client.HTTPConnection(base.removeprefix("http://"), timeout=600)
        return [ask(connection, draw.choice(found)) for _ in range(_EACH)]

    begin = time.perf_counter()
    with ThreadPoolExecutor(READERS) as readers:
        answers = [answer for given in readers.map(read, range(READERS)) for answer in given]
    return Counter(status for status, _, _ in answers), [ms for _, _, ms in answers], time.perf_counter() - begin


def first_paint(url: str, program: str, times: int = 5) -> float:
    """Milliseconds until Chromium begins to paint a page, the middle one of some new windows."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        taken: list[float] = []
        for _ in range(times):
            with browser.new_context() as context:
                page = context.new_page()
                page.goto(url)
                # The policy of the desk lets nothing be evaluated in the page itself, as wait_for_function does.
                while not page.evaluate("performance.getEntriesByName('first-contentful-paint').length"):
                    page.wait_for_timeout(20)
                taken.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        browser.close()
    return statistics.median(taken)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--entries", type=int, default=100_000)
    options.add_argument("--requests", type=int, default=200, help="of each page")
    options.add_argument("pages", nargs="*", metavar="PAGE", help="these pages only, without the readers at once")
    asked = options.parse_args()
    place = Path(f"build/desk-{asked.entries}.ledger")
    make(place, asked.entries)
    with Ledger.open(place, create=False) as ledger:
        pages = {name: found for name, found in variety(ledger).items() if not asked.pages or name in asked.pages}
    problems = []
    print(f"{asked.entries:,} entries; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"{'page':14} {'first ms':>9} {'slowest':>9} {'median':>9} {'p95':>9} {'KiB':>9}")
    with serving(place) as base:
        print(f"promises and findings are there after {await_whole(base):.0f} s", flush=True)
        for name, found in pages.items():
            timed = measure(base, name, found, asked.requests)
            print(timed.line(), flush=True)
            if timed.p95 > MOST_MS:
                problems.append(f"{name} takes {timed.p95:.0f} ms")
        if not asked.pages:
            every = [address for name, found in pages.items() if name != "not-found" for address in found]
            statuses, taken, seconds = crowd(base, every)
            middle = statistics.median(taken)
            print(
                f"{READERS} readers at once: {len(taken)} pages in {seconds:.1f} s, median {middle:.0f} ms, "
                f"p95 {percentile(taken, 95):.0f} ms, statuses {dict(statuses)}"
            )
            if set(statuses) != {200}:
                problems.append(f"readers at once were answered with {dict(statuses)}")
        if "pair" in pages and (program := chromium()):
            paint = first_paint(base + pages["pair"][0], program)
            print(f"first paint of a pair in Chromium: {paint:.0f} ms")
            if paint > MOST_PAINT_MS:
                problems.append(f"the first paint of a pair takes {paint:.0f} ms")
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
