"""Accounts of goods and people tell how many: of what is given, not of those who get it or what else is counted."""

import pytest

from dragoman import Reader, make_document
from dragoman.models import Activity, Figure
from dragoman.reading.aid.counts import count_given
from dragoman.reading.paging import build_page


def counted(text: str) -> tuple[float | None, str | None] | None:
    found = count_given(build_page(text))
    return (found.value, found.unit) if found else None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("In May 2012, Japan donated 40 wheelchairs to a clinic in Nepal.", (40, "wheelchair")),
        ("In 2004 Spain gave 300 tonnes of flour to Niger.", (300, "tonne")),
        ("Italy has helped Chad since 1990. The fourth medical team of 14 members arrived in 2008.", (14, "person")),
        ("A team was sent to Peru. It comprised 6 engineers from Kyoto.", (6, "engineer")),
        ("The embassy announced a donation of 25 sewing machines.", (25, "sewing machine")),
    ],
)
def test_what_is_given_is_counted(text: str, count: tuple[float, str]) -> None:
    assert counted(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "In 2010 Japan gave school books to three universities in Nepal.",
        "In 2010 Japan donated 12 buses and office supplies to Nepal.",
        "Every year Spain sends 20 teachers to Chad.",
        "Since 1990 Italy has sent nine medical teams to Chad.",
        "The firm was awarded two contracts in Chad.",
        "Italy gave Chad cash in 2004. It was for rice. Later Italy will give 80 scholarships.",
    ],
)
def test_what_is_counted_else_is_not(text: str) -> None:
    assert counted(text) is None


def test_the_count_stands_on_the_account_alone() -> None:
    text = (
        "In May 2012, Japan donated 40 wheelchairs to the Ministry of Health of Nepal as humanitarian aid. "
        "The Japanese ambassador handed over the wheelchairs to the Nepalese government in Kathmandu."
    )
    entries = Reader().read(make_document(text, id="given")).entries
    amounts = [(e.amount.value, e.amount.unit) for e in entries if isinstance(e, Activity) and e.amount]
    assert amounts == [(40, "wheelchair")]
    assert not [e for e in entries if isinstance(e, Figure) and e.unit == "wheelchair"]
