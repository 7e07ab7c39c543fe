"""A brief as a Word document: headings and tables that Word knows as such, and sources that its links lead to."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime, time

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from dragoman.follow.brief.model import Aside, Brief, Line, Mark, Note, Section
from dragoman.follow.charts import Picture

KEY = 8
_ACCENT, _QUIET, _ALARM, _GOOD = "1C2F86", "55524D", "A8280C", "1D6B3C"
_MARKS: dict[Mark, str] = {"overdue": _ALARM, "late": _ALARM, "kept": _GOOD, "new": _ACCENT, "unsure": _QUIET}
_WHEN = Mm(30)
_FONT, _EAST_ASIAN = "Cambria", "Noto Serif CJK JP"


def write(brief: Brief) -> bytes:
    """The brief as a .docx file; equal briefs give equal words and pictures."""
    word = Document()
    _set_up(word, brief)
    word.add_heading(brief.title, 0)
    _quiet(word.add_paragraph(), f"As of {brief.as_of}. {brief.scope} {brief.caution}")
    if brief.glance:
        word.add_heading("At a glance", 1)
        for aside in brief.glance:
            _add_aside(word.add_paragraph(style="List Bullet"), aside)
    for section in brief.sections:
        _add_section(word, section, 1)
    word.add_heading("Sources", 1)
    for note in brief.notes:
        _add_note(word, note)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _set_up(word: Word, brief: Brief) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(24)
    page.top_margin = page.bottom_margin = Mm(22)
    known = word.core_properties
    known.title, known.author, known.language = f"{brief.title}, {brief.as_of}", "Dragoman", "en"
    known.created = known.modified = datetime.combine(brief.as_of, time(), UTC)
    _style(word, "Normal", 10.5, None, 3)
    _style(word, "Title", 22, "1C1B1A", 6)
    _style(word, "Heading 1", 15, _ACCENT, 6)
    _style(word, "Heading 2", 11, _QUIET, 4)
    footer = page.footer.paragraphs[0]
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(162), WD_TAB_ALIGNMENT.RIGHT)
    _quiet(footer, f"{brief.title}, {brief.as_of}\t")
    _add_field(footer, "PAGE")


def _style(word: Word, name: str, size: float, colour: str | None, after: float) -> None:
    style = word.styles[name]
    style.font.name, style.font.size = _FONT, Pt(size)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_after = Pt(after)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:hAnsi"), _FONT)
    fonts.set(qn("w:eastAsia"), _EAST_ASIAN)


def _add_section(word: Word, section: Section, level: int) -> None:
    word.add_heading(section.heading, level)
    for picture in section.charts:
        _add_picture(word, picture)
    for line in section.lines:
        _add_line(word, line, dated=section.is_dated)
    for remark in section.remarks:
        _add_aside(word.add_paragraph(), remark)
    for part in section.parts:
        _add_section(word, part, level + 1)


def _add_line(word: Word, line: Line, *, dated: bool) -> None:
    """When in a column of its own, made by a hanging indent, so that a line stays one paragraph for a screen reader."""
    paragraph = word.add_paragraph()
    form = paragraph.paragraph_format
    form.keep_together = True
    if dated:
        form.left_indent, form.first_line_indent = _WHEN, -_WHEN
        form.tab_stops.add_tab_stop(_WHEN)
        _quiet(paragraph, f"{line.when}\t")
    for mark in line.marks:
        if mark in _MARKS:
            _run(paragraph, f"{mark} ", 8.5, _MARKS[mark]).bold = True
    if line.label:
        _quiet(paragraph, f"{line.label}  ")
    paragraph.add_run(line.words)
    _cite(paragraph, line.notes)
    if line.standing:
        _quiet(paragraph, f"  {'; '.join(line.standing)}")
    for aside in line.asides:
        _quiet(paragraph, f"; {aside.words}")
        _cite(paragraph, aside.notes)


def _add_aside(paragraph: Paragraph, aside: Aside) -> None:
    paragraph.add_run(aside.words)
    _cite(paragraph, aside.notes)


def _add_picture(word: Word, picture: Picture) -> None:
    caption = word.add_paragraph()
    caption.paragraph_format.keep_with_next = True
    caption.add_run(f"{picture.title}. ").bold = True
    caption.add_run(picture.sentence)
    drawn = word.add_picture(io.BytesIO(picture.png()), width=Mm(155))
    drawn._inline.docPr.set("descr", f"{picture.title}. {picture.sentence}")
    if not picture.listed:
        _add_table(word, picture)


def _add_table(word: Word, picture: Picture) -> None:
    table = word.add_table(rows=1, cols=len(picture.header), style="Light List Accent 1")
    for place, words in enumerate((picture.header, *picture.rows)):
        row = table.add_row() if place else table.rows[0]
        for cell, said in zip(row.cells, words, strict=True):
            cell.paragraphs[0].add_run(said).font.size = Pt(8.5)
    # Word repeats the first row on each page, and screen readers take it for the names of the columns.
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    word.add_paragraph()


def _add_note(word: Word, note: Note) -> None:
    paragraph = word.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Mm(10), -Mm(10)
    form.tab_stops.add_tab_stop(Mm(10))
    _bookmark(paragraph, f"note_{note.number}", note.number)
    _run(paragraph, f"{note.number}\t", 9, _QUIET)
    _run(paragraph, note.title, 9, _QUIET).italic = True
    _run(paragraph, f", {note.published or 'no date'}: ", 9, _QUIET)
    _run(paragraph, f"“{note.quote}”", 9)
    if note.key:
        _run(paragraph, f"  {note.key[:KEY]}", 8, _QUIET).font.name = "Consolas"


def _cite(paragraph: Paragraph, numbers: Iterable[int]) -> None:
    """Raised numbers that lead to the sources."""
    for place, number in enumerate(numbers):
        if place:
            _run(paragraph, " ", 8)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"note_{number}")
        link.set(qn("w:history"), "1")
        run = _run(paragraph, str(number), 10.5, _ACCENT)
        run.font.superscript = True
        link.append(run._r)
        paragraph._p.append(link)


def _bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
        paragraph._p.append(element)
    start.set(qn("w:name"), name)


def _add_field(paragraph: Paragraph, code: str) -> None:
    run = _run(paragraph, "", 8.5, _QUIET)
    for kind, text in (("begin", None), (None, code), ("end", None)):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)


def _quiet(paragraph: Paragraph, words: str) -> None:
    _run(paragraph, words, 8.5, _QUIET)


def _run(paragraph: Paragraph, words: str, size: float, colour: str | None = None) -> Run:
    run = paragraph.add_run(words)
    run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    return run
