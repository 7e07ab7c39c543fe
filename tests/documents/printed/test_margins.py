"""Rows at the edges of pages that stand on other pages, too, are left out; the text is not."""

import pytest

from dragoman.documents.printed.margins import without_margins
from dragoman.documents.printed.words import Word


def laid(*pages):
    """Words of pages that are given as lines with their heights from the top."""
    index, found = 0, []
    for page in pages:
        words = []
        for top, line in page:
            left = 50.0
            for text in line.split():
                words.append(Word(text, left, top, left + 6 * len(text), top + 10, 10.0, index))
                left += 6 * len(text) + 4
                index += len(text) + 1
        found.append(words)
    return found


def body(number):
    """Five lines that no other page has."""
    return [(100 + 12 * row, f"words {'abcde'[row] * (number + 2)} of this page") for row in range(5)]


def left(pages):
    kept, around = without_margins(laid(*pages))
    return [" ".join(word.text for word in page) for page in kept], around


@pytest.mark.parametrize(
    ("heads", "feet", "around"),
    [
        (["Review of Ports"] * 3, ["1", "2", "3"], ["Review of Ports"]),
        (
            ["Review 7", "8 Review", "Review 9"],
            ["Press office"] * 3,
            ["Review 7", "Press office", "8 Review", "Review 9"],
        ),
        ([""] * 3, ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"], []),
        ([""] * 3, ["- iv -", "- v -", "- vi -"], []),
        (["Chapter 1: Ports 11", "Chapter 1: Ports 12", "Chapter 2: Ships 13"], [""] * 3, None),
    ],
)
def test_heads_feet_and_numbers_are_left_out(heads, feet, around):
    pages = [
        [(20, head), *body(n), (780, foot)] for n, (head, foot) in enumerate(zip(heads, feet, strict=True))
    ]  # fmt: skip
    texts, found = left(pages)
    assert texts == left([body(n) for n in range(3)])[0]
    assert around is None or found == around


@pytest.mark.parametrize(
    "lines", [["Article 1", "Article 2", "Article 3"], ["12 ships", "40 ships", "7 ships"], ["2019", "2031", "2050"]]
)
def test_lines_of_the_text_at_the_top_of_pages_stay(lines):
    texts, _ = left([[(60, line), *body(n)] for n, line in enumerate(lines)])
    assert [text.startswith(line) for text, line in zip(texts, lines, strict=True)] == [True] * 3


def test_the_same_sentence_at_the_same_place_of_two_pages_stays():
    page = body(0)
    assert left([page, page])[0] == [" ".join(line for _, line in page)] * 2


def test_the_number_of_the_only_page_is_left_out():
    assert left([[*body(0), (780, "1")]])[0] == left([body(0)])[0]
    assert left([[*body(0), (780, "1950")]])[0] != left([body(0)])[0]
