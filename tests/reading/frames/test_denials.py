"""What is said to be untrue is told by nobody."""

import pytest

from dragoman import Reader, make_document
from dragoman.reading.frames.denials import denied
from dragoman.reading.paging import build_page
from dragoman.values import Edtf


def untrue(text: str) -> str:
    page = build_page(text)
    words = denied(page)
    return "".join(token.text_with_ws for token in page.doc if token.i in words).strip()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The Ministry of Finance denied reports that Togo would lend Ghana $2 million.",
            "reports that Togo would lend Ghana $2 million",
        ),
        ("The report that Chad has left was denied by Paris.", "The report that Chad has left"),
        ("Officials denied supplying arms to the rebels.", "supplying arms to the rebels"),
        ("The claim that Peru will build a port in Cuba is false.", "The claim that Peru will build a port in Cuba"),
        ("Rumours of a visit by the Prime Minister are baseless.", "Rumours of a visit by the Prime Minister"),
        ("Reports of an exchange of prisoners are not true.", "Reports of an exchange of prisoners"),
        ("The report that Mali will leave is without foundation.", "The report that Mali will leave"),
        ("There is no truth in the report that Mali will leave.", "the report that Mali will leave"),
        ("Baku called unfounded the rumours of a visit to Yerevan.", "the rumours of a visit to Yerevan"),
        ("It is not true that Oman has agreed to buy tanks, he said.", "that Oman has agreed to buy tanks"),
        ("Contrary to a report that it had left, Fiji is a member.", "a report that it had left"),
    ],
)  # fmt: skip
def test_what_is_denied(text, said):
    assert untrue(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not deny that Peru would buy the frigates.",
        "The report that Chad will borrow $20 million is not wrong.",
        "Peru denied visas to the delegation, which was to visit Lima.",
        "The two sides signed a report on false documents.",
        "The report that Chad has borrowed $20 million is true.",
    ],
)
def test_what_is_not_denied(text):
    assert not untrue(text)


def test_what_is_denied_is_no_entry():
    def loans(text):
        document = make_document(text, id="a", date=Edtf("2019-03-04"))
        return [entry for entry in Reader().read(document).entries if getattr(entry, "type", None) == "loan"]

    said = "China will lend Ghana $200 million for the port of Tema"
    assert loans(f"{said}, the Ministry of Finance said on Monday.")
    report = make_document(f"SUVA, 4 March 2019. The report that {said} is false, it said.", id="b")
    assert not [entry for entry in Reader().read(report).entries if entry.kind == "event"]
    assert not loans(f"The report that {said} is false, the Ministry of Finance said on Monday.")
