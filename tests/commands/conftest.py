"""The command line with a small reader in the place of the real one, and a folder of documents that it can read."""

import re
import sys
from types import ModuleType, SimpleNamespace

import pytest
from typer.testing import CliRunner

from dragoman.commands import app
from dragoman.models import Activity, Event, Evidence, Figure, Heading, Instrument, Party, Reading, Tenure

NEWS = """Norway and Vietnam speak of fish

HANOI, 3 May 2019 — Norway gave Vietnam 25,000 kroner for a school. The Norwegian minister will visit Vietnam in 2020.
Ingrid Dahl is the ambassador of Norway to Vietnam. The two states keep a fisheries dialogue.

Vietnam sold 400 tonnes of fish to Norway in 2018.
"""


def states(*roles):
    return tuple(
        Party(name=name, code=code, role=role)
        for (name, code), role in zip((("Norway", "NOR"), ("Vietnam", "VNM")), roles, strict=False)
    )


BOTH = states("participant", "participant")
TOLD = (
    (r"gave Vietnam 25,000 kroner", Activity, {
        "type": "grant", "title": "School in Hanoi", "amount": {"value": 25000, "unit": "NOK"}, "stage": "done",
        "parties": states("funder", "recipient"), "date": "2019-05-03", "confidence": 0.9, "why": ("the verb gave",),
    }),
    (r"will visit Vietnam in 2020", Event, {
        "type": "visit", "title": "Visit of the Norwegian minister", "stage": "planned", "date": "2020", "due": "2020",
        "parties": states("source", "host"), "confidence": 0.4,
    }),
    (r"Ingrid Dahl is the ambassador", Tenure, {
        "title": "Ingrid Dahl", "person": "Ingrid Dahl", "post": "ambassador", "of": "Norway", "to": "Vietnam",
        "parties": states("holder"), "date": "2019-05-03",
    }),
    (r"fisheries dialogue", Instrument, {
        "type": "dialogue", "title": "Fisheries dialogue", "stage": "underway", "parties": BOTH,
    }),
    (r"400 tonnes of fish", Figure, {
        "title": "Fish sold", "measure": "exports", "of": "fish", "value": 400, "unit": "tonne", "date": "2018",
        "parties": states("importer", "exporter"),
    }),
)  # fmt: skip


class SmallReader:
    """Finds the sentences of ``NEWS``, wherever they stand."""

    def read(self, document):
        found = []
        for words, kind, known in TOLD:
            for match in re.finditer(words, document.text):
                found.append(kind(**known, evidence=(Evidence(start=match.start(), end=match.end()),)))
        known = {name: getattr(document, name) for name in Heading.model_fields}
        return Reading(
            document=Heading(**known), entries=tuple(sorted(found, key=lambda entry: entry.evidence[0].start))
        )


def small_page(document, *, as_prose=False):
    """The sum and the actor of the first sentence."""
    at = document.text.index("25,000 kroner")
    sum_ = SimpleNamespace(
        start=at, end=at + 13, value=25000.0, low=None, high=None, unit="NOK", bound=None, approx=False, kind="money"
    )
    who = SimpleNamespace(start=0, end=6, name="Norway", code="NOR", kind="state", post=None)
    at = document.text.find("(about")
    again = [SimpleNamespace(**{**vars(sum_), "start": at + 7, "end": at + 9, "value": 3.0, "unit": "USD"})]
    return SimpleNamespace(quantities=[sum_], restated=again if at > 0 else [], actors=[who])


@pytest.fixture(autouse=True)
def small_reader(monkeypatch):
    module = ModuleType("dragoman.reading.reader")
    module.READER, module.Reader = "small 1", SmallReader
    monkeypatch.setitem(sys.modules, "dragoman.reading.reader", module)
    paging = ModuleType("dragoman.reading.paging")
    paging.page_of = small_page
    monkeypatch.setitem(sys.modules, "dragoman.reading.paging", paging)
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here):
    """Run a command: ``run("read", "news.txt")``; the result has exit_code, stdout and stderr."""

    def invoke(*arguments, **known):
        result = CliRunner().invoke(app, list(map(str, arguments)), **known)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


@pytest.fixture
def news(here):
    """A file with the news."""
    path = here / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.fixture
def ledger(run, news):
    """The default ledger, which holds the news."""
    assert run("read", news, "--ledger", "dragoman.ledger").exit_code == 0
    return news.parent / "dragoman.ledger"


@pytest.fixture
def ids(run, ledger):
    """The ids of its entries by kind."""
    import json

    lines = run("entries", "--format", "jsonl").stdout.splitlines()
    return {entry["kind"]: entry["id"] for entry in map(json.loads, lines)}
