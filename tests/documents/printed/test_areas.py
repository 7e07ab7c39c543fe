"""The order of reading: columns one after the other, rows of tables as rows, whatever stands above or below."""

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.printed.areas import areas_of
from dragoman.documents.printed.paragraphs import text_of
from dragoman.documents.printed.words import Word


def words(*lines):
    """Words of lines that are given with their place from the left and the top, in the order of the file."""
    found, index = [], 0
    for left, top, line in lines:
        for text in line.split():
            found.append(Word(text, left, top, left + 5 * len(text), top + 10, 10.0, index))
            left += 5 * len(text) + 3
            index += len(text) + 1
    return found


def column(left, top, *lines):
    return [(left, top + 12 * number, line) for number, line in enumerate(lines)]


def read(*lines):
    return [area.block or [line.text for line in area.lines] for area in areas_of(words(*lines))]


LEFT = ["The ministers met on Monday and", "spoke of ships and of the fish", "that both of them are after."]
RIGHT = ["The second day was given to the", "harbour, which is to be built", "within the next two years."]


def test_what_goes_over_both_columns_comes_before_or_after_them():
    title = (50, 40, "A title that goes over both of the columns and is as long as they are wide")
    end = (50, 160, "A line below them that goes over both of the columns and is as long as that")
    assert read(title, *column(50, 80, *LEFT), *column(250, 80, *RIGHT), end) == [[title[2]], LEFT, RIGHT, [end[2]]]


def test_a_column_that_ends_before_the_other_one_ends_all_the_same():
    assert read(*column(50, 80, *LEFT, *LEFT), *column(250, 80, *RIGHT)) == [LEFT * 2, RIGHT]
    assert read(*column(50, 80, *LEFT), *column(250, 80, *RIGHT, *RIGHT)) == [LEFT, RIGHT * 2]


def test_a_head_over_the_columns_is_not_part_of_them():
    head = [(50, 60, "The Envoy"), (250, 60, "3 May 2019")]
    assert read(*head, *column(50, 80, *LEFT), *column(250, 80, *RIGHT)) == [["The Envoy", "3 May 2019"], LEFT, RIGHT]


def test_white_space_from_side_to_side_parts_two_pairs_of_columns():
    first = [*column(50, 80, *LEFT), *column(250, 80, *RIGHT)]
    assert read(*first, *column(50, 200, *LEFT), *column(250, 200, *RIGHT)) == [LEFT, RIGHT, LEFT, RIGHT]


def test_rows_that_were_written_from_left_to_right_are_a_table():
    rows = [("Partner", "Sum"), ("Chile", "1,200"), ("Peru", "90")]
    cells = [(x, 80 + 14 * y, text) for y, row in enumerate(rows) for x, text in zip((50, 150), row, strict=True)]
    above, below = (50, 60, "They agreed on this:"), (50, 140, "All were thanked.")
    table = "| Partner | Sum |\n| Chile | 1,200 |\n| Peru | 90 |"
    assert read(above, *cells, below) == [[above[2]], table, [below[2]]]


def test_a_cell_of_several_lines_is_one_cell():
    cells = [
        (50, 80, "State"),
        (150, 80, "Work"),
        *column(50, 94, "Chile and", "Peru"),
        *column(150, 94, "a port", "with a quay"),
    ]
    assert read(*cells, (50, 120, "Fiji"), (150, 120, "a ship")) == [
        "| State | Work |\n| Chile and Peru | a port with a quay |\n| Fiji | a ship |"
    ]


def test_labels_and_what_they_label_are_lines():
    cells = [(50, 80, "Place:"), (150, 80, "Oslo"), (50, 94, "Date:"), (150, 94, "3 May 2019")]
    assert read(*cells) == ["Place: Oslo\nDate: 3 May 2019"]


def test_the_marks_of_a_list_are_no_column():
    lines = [(50, 80, "•"), (70, 80, "a port"), (50, 92, "•"), (70, 92, "a ship"), (50, 104, "•"), (70, 104, "a road")]
    assert read(*lines) == [["• a port", "• a ship", "• a road"]]


PLACES = st.tuples(
    st.integers(0, 12).map(lambda x: 40 * x), st.integers(0, 14).map(lambda y: 9 * y), st.integers(4, 18)
)


@given(st.lists(PLACES, min_size=1, max_size=60))
def test_no_word_is_lost_or_told_twice_wherever_words_stand(places):
    found = [Word(f"w{n}", x, y, x + 2 * size, y + size, size, 3 * n) for n, (x, y, size) in enumerate(places)]
    areas = areas_of(found)
    told = [
        text
        for area in areas
        for text in (area.block.replace("|", " ") or " ".join(p.text for p in area.lines)).split()
    ]
    assert sorted(told) == sorted(word.text for word in found)
    assert sorted(text_of(areas).replace("|", " ").split()) == sorted(told)


def test_a_map_takes_no_time():
    place = random.Random(0)
    labels = [(place.uniform(0, 600), place.uniform(0, 800), "port") for _ in range(5000)]
    start = time.perf_counter()
    areas_of(words(*labels))
    assert time.perf_counter() - start < 5
