import pytest

from dragoman.ledger.question import MOST, Question


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("bridge river", [("bridg",), ("river",)], []),
        ('"river bridge" toll', [("river", "bridg"), ("toll",)], []),
        ("“river bridge”", [("river", "bridg")], []),
        ("river -bridge", [("river",)], [("bridg",)]),
        ('river -"toll bridge"', [("river",)], [("toll", "bridg")]),
        ("Minsk-Sendai", [("minsk", "sendai")], []),
        ('the "unclosed phrase', [("the",), ("unclos", "phrase")], []),
        ("river River RIVER", [("river",)], []),
        ("-bridge", [], [("bridg",)]),
        ('- "" -- AND* ^(river):', [("and",), ("river",)], []),
        ("", [], []),
    ],
)
def test_what_is_typed_and_what_is_asked(text, wanted, unwanted):
    question = Question.of(text)
    assert (list(question.wanted), list(question.unwanted)) == (wanted, unwanted)


def test_a_page_of_text_is_a_question_of_its_first_words():
    question = Question.of(" ".join(f"word{number}" for number in range(1000)))
    assert len(question.wanted) == MOST
