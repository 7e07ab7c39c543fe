"""Documents of Word become their paragraphs, lists and tables in order; python-docx writes the files."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dragoman.documents import load


@pytest.fixture
def word():
    return docx.Document()


@pytest.fixture
def read(tmp_path):
    def read_word(word):
        path = tmp_path / "note.docx"
        path.write_bytes(word) if isinstance(word, bytes) else word.save(path)
        [result] = load([path])
        return result

    return read_word


def packed(word):
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def without(data, part):
    """The file with one of its parts gone."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename != part:
                new.writestr(info, old.read(info))
    return out.getvalue()


def test_paragraphs_headings_lists_and_tables_stand_in_their_order(word, read):
    word.add_heading("Peru and Norway build a port", 0)
    word.add_paragraph("They agreed on it on Monday.")
    word.add_heading("What was agreed", 1)
    for text in ("Norway gives ships.", "Peru gives land."):
        word.add_paragraph(text, style="List Bullet")
    for text in ("First the quay.", "Then the road."):
        word.add_paragraph(text, style="List Number")
    table = word.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("Year", "Cost (USD)"), ("2019", "400 | 500")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    word.add_paragraph("The end.\nOf it.")
    document = read(word)
    assert document.text.split("\n\n") == [
        "Peru and Norway build a port",
        "They agreed on it on Monday.",
        "What was agreed",
        "- Norway gives ships.\n- Peru gives land.\n1. First the quay.\n2. Then the road.",
        "| Year | Cost (USD) |\n| 2019 | 400 / 500 |",
        "The end.\nOf it.",
    ]
    assert (document.id, document.title, document.language) == ("note", "Peru and Norway build a port", "en")


def test_cells_over_several_rows_are_told_in_each_and_those_over_several_columns_once(word, read):
    table = word.add_table(rows=4, cols=3)
    for row, cells in enumerate(
        (("State", "Year", "Tonnes"), ("Peru", "2017", "4"), ("", "2018", "5"), ("All", "", ""))
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 1).merge(table.cell(3, 2)).text = "9"
    assert read(word).text.split("\n")[1:] == ["| Peru | 2017 | 4 |", "| Peru | 2018 | 5 |", "| All | 9 |  |"]


def test_a_table_that_is_there_for_the_layout_is_read_as_paragraphs(word, read):
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Ministry of Ports"
    table.cell(0, 1).text = "Press release"
    assert read(word).text == "Ministry of Ports\n\nPress release"


def test_headers_footers_and_what_was_struck_out_are_left_out(word, read):
    word.sections[0].header.paragraphs[0].text = "Ministry of Ports"
    paragraph = word.add_paragraph("Peru gave ")
    struck, added = OxmlElement("w:del"), OxmlElement("w:ins")
    struck.append(paragraph.add_run("two")._element)
    added.append(paragraph.add_run("three")._element)
    paragraph._element.extend([struck, added])
    paragraph.add_run(" ships.")
    assert read(word).text == "Peru gave three ships."


def test_text_in_content_controls_and_text_boxes_is_read(word, read):
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    content.append(word.add_paragraph("Inside a control.")._element)
    control.append(content)
    word.element.body.insert(0, control)
    paragraph = word.add_paragraph("Beside a box.")
    box = OxmlElement("w:txbxContent")
    box.append(word.add_paragraph("Inside a box.")._element)
    paragraph.add_run()._element.append(box)
    assert read(word).text == "Inside a control.\n\nBeside a box.\n\nInside a box."


@pytest.mark.parametrize(
    ("shape", "marks"),
    [
        ("decimal", ["2.", "3.", "4."]),
        ("lowerLetter", ["b.", "c.", "d."]),
        ("upperRoman", ["II.", "III.", "IV."]),
        ("bullet", ["-", "-", "-"]),
        ("none", ["", "", ""]),
    ],
)
def test_items_are_marked_as_the_list_says(word, read, shape, marks):
    numbering = word.part.numbering_part.element
    for each in numbering.iter(qn("w:lvl")):
        each.find(qn("w:numFmt")).set(qn("w:val"), shape)
        each.find(qn("w:start")).set(qn("w:val"), "2")
    for text in ("one", "two", "three"):
        word.add_paragraph(text, style="List Number")
    texts = [f"{mark} {text}".strip() for mark, text in zip(marks, ("one", "two", "three"), strict=True)]
    assert read(word).text.split() == " ".join(texts).split()


def test_the_title_of_the_properties_is_believed_if_the_text_has_it(word, read):
    word.add_paragraph("Ministry of Ports")
    word.add_paragraph("Peru and Norway build a port")
    word.add_paragraph("The two agreed on it on Monday, and work is to begin soon.")
    word.core_properties.title = "Peru and Norway Build a Port"
    assert read(word).title == "Peru and Norway Build a Port"
    word.core_properties.title = "Template 2007"
    assert read(word).title == "Peru and Norway build a port"


def test_the_date_is_that_of_the_text_or_the_header_and_not_that_of_the_file(word, read):
    word.add_paragraph("Peru and Norway build a port. They agreed on it on Monday.")
    assert word.core_properties.created is not None
    assert read(word).date is None
    word.sections[0].footer.paragraphs[0].text = "Released on 5 April 2019"
    assert read(word).date == "2019-04-05"
    word.add_paragraph("3 May 2019")
    assert read(word).date == "2019-05-03"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"words", "it is no document of Word (.docx), or a damaged one"),
        (packed(docx.Document())[:5000], "it is no document of Word (.docx), or a damaged one"),
        (without(packed(docx.Document()), "word/document.xml"), "it is no document of Word (.docx), or a damaged one"),
        (without(packed(docx.Document()), "[Content_Types].xml"), "it is a ZIP archive, not a document of Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 90, "it is encrypted, or a document of an older Word (.doc)"),
        (packed(docx.Document()), "there is no text in it"),
    ],
    ids=["no archive", "cut off", "without its text", "another archive", "encrypted", "empty"],
)
def test_what_cannot_be_read_is_told_with_the_reason(read, data, reason):
    error = read(data)
    assert error.name.endswith("note.docx")
    assert error.reason == reason


def test_a_file_that_unpacks_to_too_much_is_refused_before(read, monkeypatch):
    monkeypatch.setattr("dragoman.documents.docx._MOST", 1000)
    assert read(packed(docx.Document())).reason == "it unpacks to more than 0 MiB"


@pytest.mark.parametrize(
    ("before", "raised", "shown"),
    [
        ("The ministers met in 2021", "19", "The ministers met in 2021"),
        ("They met.", "3", "They met."),
        ("The park has 12 km", "2", "The park has 12 km²"),
        ("It holds 10", "3", "It holds 10³"),
        ("On the 21", "st", "On the 21st"),
    ],
)
def test_the_marks_of_footnotes_are_left_out_and_powers_are_not(word, read, before, raised, shown):
    paragraph = word.add_paragraph(before)
    paragraph.add_run(raised).font.superscript = True
    assert read(word).text == shown
