"""DOCX, the documents of Word: paragraphs, headings, lists and tables in their order, as they are read.

What is printed on every page (headers and footers), comments and what was struck out with changes tracked is left out.
The title is that of the properties only if it stands at the head of the text too, since templates hand theirs on. The
days on which the file was made and changed are not the day of publication; that is what the text tells, or its header.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BufferedReader, BytesIO

from docx import Document as open_word
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from dragoman.documents.making import make_document
from dragoman.documents.published import find_date
from dragoman.documents.sources import Source
from dragoman.documents.tables import as_rows
from dragoman.documents.title import standing_in
from dragoman.documents.word_lists import Marks
from dragoman.errors import DocumentError
from dragoman.models import Document

_MOST = 256 << 20  # bytes that the parts of a file may unpack to
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Word 97 to 2003, and of encrypted files
_LONGEST_CELL = 300  # characters; a table with more in a cell is there for the layout
_HOLDERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")))
_HIDDEN = frozenset(map(qn, ("w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "w:rPr", "w:instrText")))
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = qn("w:t")
_RAISED = f"{qn('w:rPr')}/{qn('w:vertAlign')}[@{qn('w:val')}='superscript']"
_HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# The mark of a footnote ("in 2021¹⁹"), not the power of "km²" or "10³".
_NOTE = re.compile(r"(?<![m⁰¹²³⁴-⁹])(?<!\b\d)(?<!\b\d\d)[⁰¹²³⁴-⁹]{1,3}(?!\w)")


def read(file: BufferedReader, source: Source) -> Iterator[Document]:
    """Read one document; raises ``DocumentError`` if it is damaged, encrypted or without text."""
    word = _open(file.read(), source.name)
    try:
        text, heading = _Reading(word).text()
        header, title = _header(word), word.core_properties.title
    except Exception as error:  # whatever part of it is missing or wrong
        raise _damaged(source.name) from error
    yield make_document(
        text,
        id=source.id,
        title=standing_in(text, title) or heading,
        date=find_date(text) or find_date(header),
        source=source.name,
    )


def _open(data: bytes, name: str) -> Word:
    if data.startswith(_OLD):
        raise DocumentError(name, "it is encrypted, or a document of an older Word (.doc)")
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            if sum(info.file_size for info in parts.infolist()) > _MOST:
                raise DocumentError(name, f"it unpacks to more than {_MOST >> 20} MiB")
            if "[Content_Types].xml" not in parts.namelist():
                raise DocumentError(name, "it is a ZIP archive, not a document of Word")
        return open_word(BytesIO(data))
    except DocumentError:
        raise
    except Exception as error:  # python-docx checks little: whatever part is missing or wrong shows in its own way
        raise _damaged(name) from error


def _damaged(name: str) -> DocumentError:
    return DocumentError(name, "it is no document of Word (.docx), or a damaged one")


def _header(word: Word) -> str:
    """What stands in the headers and footers, for the sake of the date."""
    section = word.sections[0] if len(word.sections) else None
    if section is None:
        return ""
    parts = [section.first_page_header, section.header, section.first_page_footer, section.footer]
    lines = (_plain(p) for part in parts if not part.is_linked_to_previous for p in part._element.iter(qn("w:p")))
    return "\n".join(lines)


class _Reading:
    """One pass over the body of a document."""

    def __init__(self, word: Word) -> None:
        self._body = word.element.body
        self._marks = Marks(word)
        self._styles = {style.style_id: (style.name or "").lower() for style in word.styles}
        self._heading: str | None = None

    def text(self) -> tuple[str, str | None]:
        """The text, and the first of its lines that is marked as title or heading."""
        out, before = "", None
        for kind, block in self._blocks(self._body):
            out += ("" if before is None else "\n" if before == kind == "item" else "\n\n") + block
            before = kind
        return out, self._heading

    def _blocks(self, holder: BaseOxmlElement) -> Iterator[tuple[str, str]]:
        """Paragraphs, items and tables, each with its kind."""
        for element in holder:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                yield from self._table(element)
            elif element.tag in _HOLDERS:
                yield from self._blocks(element)

    def _paragraph(self, element: BaseOxmlElement) -> Iterator[tuple[str, str]]:
        mark, text = self._marks.before(element), _plain(element)
        if text:
            style = self._style(element)
            if self._heading is None and (style == "title" or style.startswith("heading")):
                self._heading = " ".join(text.split())
            is_item = mark is not None and not style.startswith("heading")
            yield "item" if is_item else "paragraph", f"{mark} {text}" if mark else text
        for box in element.iter(qn("w:txbxContent")):
            # The same box stands there a second time for programs that do not know its newer form.
            if not any(
                True for _ in box.iterancestors("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
            ):
                yield from self._blocks(box)

    def _style(self, element: BaseOxmlElement) -> str:
        found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self._styles.get(found.get(qn("w:val")), "") if found is not None else ""

    def _table(self, element: BaseOxmlElement) -> Iterator[tuple[str, str]]:
        """The rows as lines; a table of one row or column, or of long cells, is there for the layout alone."""
        rows = [list(_cells(row)) for row in _children(element, "w:tr")]
        words = [[self._in_cell(cell) if cell is not None else "" for cell, _ in row] for row in rows]
        longest = max((len(text) for row in words for text in row), default=0)
        if len(rows) < 2 or max(map(len, rows)) < 2 or longest > _LONGEST_CELL:
            for row in rows:
                for cell, _ in row:
                    if cell is not None:
                        yield from self._blocks(cell)
            return
        above: dict[int, str] = {}
        for row, texts in zip(rows, words, strict=True):
            for column, (_, goes_on) in enumerate(row):
                texts[column] = above.get(column, "") if goes_on else texts[column]
                above[column] = texts[column]
        if block := as_rows(words):
            yield "table", block

    def _in_cell(self, cell: BaseOxmlElement) -> str:
        return " ".join(" ".join(_plain(p).split()) for p in cell.iter(qn("w:p")))


def _cells(row: BaseOxmlElement) -> Iterator[tuple[BaseOxmlElement | None, bool]]:
    """A cell for each column of the grid, None where one goes on from the left; and whether it goes on from above."""
    for cell in _children(row, "w:tc"):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        goes_on = merge is not None and merge.get(qn("w:val")) != "restart"
        yield cell, goes_on
        for _ in range(min(int(span.get(qn("w:val"))), 100) - 1 if span is not None else 0):
            yield None, False


def _children(element: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    for child in element:
        if child.tag == qn(tag):
            yield child
        elif child.tag in _HOLDERS:
            yield from _children(child, tag)


def _plain(paragraph: BaseOxmlElement) -> str:
    """The words of a paragraph as they are shown, without the marks of footnotes."""
    return re.sub(r" *\n *", "\n", _NOTE.sub("", "".join(_signs(paragraph)))).strip()


def _signs(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _HIDDEN:
            raised = child.find(_RAISED) is not None
            yield from (sign.translate(_HIGH) for sign in _signs(child)) if raised else _signs(child)
