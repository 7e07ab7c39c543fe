"""What a text says that nobody does or did."""

import pytest

from dragoman import Reader, make_document
from dragoman.reading.frames.negation import is_negated, is_not_done, not_done
from dragoman.values import Edtf


def found(text):
    """Type and stage of what is read that stands on its own."""
    document = make_document(text, id="d1", date=Edtf("2022-05-04"))
    return {(entry.type, getattr(entry, "stage", None)) for entry in Reader().read(document).entries}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Malta did not sign the treaty.", "sign", True),
        ("Malta has never signed the treaty.", "signed", True),
        ("Malta hasn't signed the treaty.", "signed", True),
        ("Malta not only signed the treaty, it ratified it.", "signed", True),
        ("Malta signed no treaty.", "treaty", True),
        ("Malta signed no treaty.", "signed", False),
        ("Malta signed the treaty.", "signed", False),
    ],
)
def test_which_words_are_negated(page, text, word, expected):
    assert is_negated(next(token for token in page(text).doc if token.text == word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Malta will not build a school in Oman.", "build", True),
        ("Malta has never built a school in Oman.", "built", True),
        ("Malta has not yet built a school in Oman.", "built", True),
        ("Malta no longer builds schools in Oman.", "builds", True),
        ("Malta will not only build a school in Oman, it will run it.", "build", False),
        ("The school that Malta paid for was not built until 2019.", "built", False),
        ("Malta declined to build a school in Oman.", "build", True),
        ("Malta refused to lend a cent and to build a school in Oman.", "build", True),
        ("Malta decided against building a school in Oman.", "building", True),
        ("Malta did not fail to build a school in Oman.", "build", False),
        ("Malta stopped building a school in Oman.", "building", False),
        ("Malta built a school in Oman without a permit.", "built", False),
        ("Malta built a school in Oman.", "built", False),
    ],
)
def test_what_is_not_done(frame, text, word, expected):
    assert is_not_done(frame(text, word, "activity").head) is expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The consulate in Erdenet has not been opened, he said.", {"consulate", "opened"}),
        ("Denmark did not sign the loan.", {"sign"}),
        ("The minister did not visit Muscat.", {"visit"}),
        ("Denmark did not open an embassy.", {"open", "embassy"}),
        ("Denmark never signed the loan.", {"signed"}),
        ("Denmark refused to sign the loan.", {"sign"}),
        ("Denmark stopped short of signing the loan.", {"signing"}),
        ("Denmark has not delivered the boats that it promised.", {"delivered"}),
        ("Denmark and Kenya signed no treaty.", {"signed", "treaty"}),
        ("No treaty was signed.", {"signed", "treaty"}),
        ("No minister of Denmark visited Kenya.", {"minister", "visited"}),
        ("Neither side signed the treaty.", {"side", "signed"}),
        ("Nobody visited Kenya.", {"Nobody", "visited"}),
        ("There was no meeting in Nairobi.", {"meeting"}),
    ],
)
def test_what_did_not_happen(page, text, words):
    doc = page(text).doc
    assert {doc[number].text for number in not_done(page(text))} == words


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was not only built, it was paid for.",
        "Not only Denmark but also Norway paid for the bridge.",
        "The bridge was not built until 2019.",
        "The bridge was built without a permit.",
        "The loan has not yet been paid.",
        "Denmark has not suspended its aid to Kenya.",
        "Denmark will not sign the loan.",
        "Denmark does not recognise the government.",
    ],
)
def test_what_did_happen_or_still_may(page, text):
    assert not not_done(page(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Danish consulate in Mombasa has not been opened, the ambassador of Denmark to Kenya said.",
        "Neither Denmark nor Norway opened an embassy in Togo in 2021, the minister said.",
    ],
)
def test_what_nobody_opened_is_no_opening(text):
    assert not {"opening", "mission"} & {type_ for type_, _ in found(text)}


def test_no_agreement_is_none():
    text = "No agreement on fishing was signed between Chile and Peru in Lima on Monday, the two ministers said."
    assert not {"signing", "agreement"} & {type_ for type_, _ in found(text)}


def test_what_is_not_built_until_some_year_is_still_planned():
    planned = found("Denmark will not fund the bridge in Kenya until 2025, its ambassador told reporters in Nairobi.")
    assert not {stage for _, stage in planned} & {"cancelled"}


@pytest.mark.parametrize(
    ("text", "type_", "sides"),
    [
        ("Norway declined to lend 3 million dollars to Kenya.", "loan", {"NOR": "funder", "KEN": "recipient"}),
        ("Norway refused to sell gas to Poland.", "other", {"NOR": "source", "POL": "target"}),
    ],
)
def test_what_somebody_refuses_to_do_is_called_off(text, type_, sides):
    before = "2022-05-04\n\nThe foreign ministers of Oman and Chad met in Muscat on Monday. They spoke of the drought. "
    document = make_document(before + text, id="d1")
    (entry,) = [entry for entry in Reader().read(document).entries if entry.type == type_]
    assert entry.stage == "cancelled"
    assert {party.code: party.role for party in entry.parties} == sides
