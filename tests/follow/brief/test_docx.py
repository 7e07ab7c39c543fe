import io

import docx
import pytest
from docx.oxml.ns import qn

from dragoman.follow.brief import write


@pytest.fixture
def word(full):
    return docx.Document(io.BytesIO(write(full, "docx")))


def styled(word, style):
    return [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == style]


def test_headings_are_headings(word):
    assert styled(word, "Title")[0].startswith("Chile (CHL) and")
    assert {"At a glance", "Money", "Promises", "Sources"} <= set(styled(word, "Heading 1"))
    assert "Given" in styled(word, "Heading 2")
    assert word.core_properties.title.endswith("2020-06-01")


def test_numbers_lead_to_the_sources(word, full):
    body = word.element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert links <= marks
    assert marks == {f"note_{note.number}" for note in full.notes}


def test_tables_are_tables_with_names_of_columns(word):
    header = [cell.text for cell in word.tables[0].rows[0].cells]
    assert header == ["Year", "Education", "Health", "Total"]
    assert [cell.text for cell in word.tables[0].rows[1].cells] == ["2017", "900", "", "900"]
    assert word.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_pictures_say_what_they_show(word):
    assert len(word.inline_shapes) >= 2
    assert all("." in shape._inline.docPr.get("descr") for shape in word.inline_shapes)


def test_words_of_all_scripts(word):
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert "Talks with Нгуен Ван and 阮文 <b>loudly</b>" in text
    assert "A school in Өзгөн (NOK 900)" in text
