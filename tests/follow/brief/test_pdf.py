import pypdfium2
import pytest

from dragoman.follow.brief import pdf, write
from tests.follow.conftest import event


@pytest.fixture
def file(full):
    return write(full, "pdf")


def words_of(data):
    document = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_all_scripts_can_be_read_again(file):
    words = words_of(file)
    assert "Chile (CHL) and" in words
    assert "Talks with Нгуен Ван and 阮文 <b>loudly</b>" in words
    assert "A school in Өзгөн (NOK 900)" in words
    assert "Treaty on fishing & ports" in words


def test_it_is_tagged_with_bookmarks_and_links(file):
    document = pypdfium2.PdfDocument(file)
    assert b"pdfuaid" in file
    assert pypdfium2.raw.FPDFCatalog_IsTagged(document)
    names = [bookmark.get_title() for bookmark in document.get_toc()]
    assert {"Money", "Promises", "Sources"} <= set(names)
    assert document.get_metadata_dict()["Title"].endswith(", 2020-06-01")


def test_no_sign_is_missing_though_the_machine_has_no_fonts(full, monkeypatch):
    import typst

    compile_ = typst.compile
    standards = []

    def without_system_fonts(*args, **known):
        standards.append(known.get("pdf_standards"))
        return compile_(*args, **known, ignore_system_fonts=True)

    monkeypatch.setattr(typst, "compile", without_system_fonts)
    assert "阮文" in words_of(pdf.write(full))
    assert standards == [["ua-1"]]


def test_a_sign_that_no_font_has_does_not_cost_the_brief(tell, brief):
    tell("Odd news", "2019-02-01", event("Talks of \U000e0041\U00012000 and others", date="2019-01-30"))
    assert "and others" in words_of(pdf.write(brief()))


def test_equal_briefs_give_equal_files(full):
    assert pdf.write(full) == pdf.write(full)
