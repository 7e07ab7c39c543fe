import pytest

from dragoman.follow.quoting import sentences_of
from dragoman.models import Evidence


def test_an_entry_with_its_sentence_and_source(run, ids):
    shown = run("show", ids["activity"][:8]).stdout
    assert "grant: School in Hanoi (NOK 25,000)" in shown
    assert "Norway gave Vietnam 25,000 kroner for a school." in shown
    assert "Norway and Vietnam speak of fish  2019-05-03" in shown
    assert "news.txt" in shown
    assert "the verb gave" in shown
    assert "0.90" in shown


def test_a_figure_shows_its_amount_once(run, ids):
    shown = run("show", ids["figure"]).stdout
    assert [line.split() for line in shown.splitlines() if line.startswith("amount")] == [["amount", "400", "tonnes"]]


def test_an_unknown_id(run, ids):
    result = run("show", "ffff0000ffff")
    assert (result.exit_code, result.stderr) == (1, "dragoman.ledger: there is no entry 'ffff0000ffff'\n")


TEXT = "A first sentence. Mr. A. Berg met\nthe U.S. envoy. Nothing came of it.\n\nAnother paragraph"


@pytest.mark.parametrize(
    ("words", "sentence", "marked"),
    [
        ("Berg met", "Mr. A. Berg met the U.S. envoy.", ["Berg met"]),
        ("Nothing", "Nothing came of it.", ["Nothing"]),
        ("met\nthe U.S. envoy. Nothing", "Mr. A. Berg met the U.S. envoy. Nothing came of it.", None),
        ("paragraph", "Another paragraph", ["paragraph"]),
    ],
)
def test_the_sentence_around_evidence(words, sentence, marked):
    start = TEXT.index(words)
    (found,) = sentences_of(TEXT, [Evidence(start=start, end=start + len(words))])
    assert found.words == sentence
    if marked:
        assert [found.words[first:last] for first, last in found.marks] == marked


def test_evidence_of_one_sentence_is_quoted_together():
    start = TEXT.index("Berg")
    evidence = [Evidence(start=start, end=start + 4), Evidence(start=start + 5, end=start + 8)]
    (found,) = sentences_of(TEXT, evidence)
    assert [found.words[first:last] for first, last in found.marks] == ["Berg", "met"]
