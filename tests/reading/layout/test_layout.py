"""The layout of a page: whatever stands in it, every character keeps its place."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.laid_out.reading import read_laid_out
from dragoman.reading.layout.layout import Layout
from dragoman.values import Edtf

WORDS = [
    "Year", "Exports", "Project", "Donor", "Amount", "Status", "Chile", "Kenya", "2016", "12.5", "EUR 3 million", "%",
    "Monday, 2 May", "10.00", "Talks", "Agreement on visas", "Signed", "Total", "ongoing", "(USD million)", "Pledge",
]  # fmt: skip
MARKS = ["\n", "\n", "\n\n", " | ", "\t", "    ", ": ", "; ", " – ", "- ", "1) ", " "]
TEXTS = st.lists(st.tuples(st.sampled_from(MARKS), st.sampled_from(WORDS)), min_size=4, max_size=60).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)


@given(TEXTS)
def test_offsets_always_slice_to_words_of_the_text(text):
    layout = Layout.of(text, Edtf("2016-05-01"))
    page = SimpleNamespace(layout=layout, title=None, anchor=Edtf("2016-05-01"), home=None, pair=(), dollar=None)
    for entry in read_laid_out(page):
        assert all(evidence.quote(text).strip() for evidence in entry.evidence)


@given(TEXTS)
def test_what_is_parsed_is_as_long_as_the_text(text):
    assert len(Layout.of(text, Edtf("2016-05-01")).prose(text)) == len(text)


def test_prose_is_parsed_as_it_stands():
    text = "Chile and Kenya met on Monday, 2 May, at 10.00.\n\nThey agreed on three things: trade, visas and tea.\n"
    layout = Layout.of(text, Edtf("2016-05-01"))
    assert layout.is_plain and layout.prose(text) == text


def test_a_table_gives_way_to_blanks_and_its_rows_are_told_apart():
    text = "Trade of Chile\n\n| Year | Exports (EUR million) |\n| 2014 | 3.1 |\n| 2015 | 3.1 |\n\nIt grows."
    layout = Layout.of(text)
    assert layout.prose(text).split() == ["Trade", "of", "Chile", "It", "grows."]
    assert [text[row.start : row.stop] for row in layout.rows()] == ["2014 | 3.1", "2015 | 3.1"]
