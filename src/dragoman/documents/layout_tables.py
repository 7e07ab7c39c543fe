"""Tables that only hold the page together: a cell in them is a whole text, with paragraphs of its own."""

from __future__ import annotations

from typing import Any

from trafilatura.utils import load_html

_PARTS = ("tbody", "thead", "tfoot", "tr", "td", "th")
_LONG = 150  # characters of a cell that may be a text


def without_layout_tables(page: str) -> Any:
    """The page, or its tree in which such tables are plain blocks; tables of data stay as they are."""
    if "<table" not in page and "<TABLE" not in page:
        return page
    tree = load_html(page)
    if tree is None:
        return page
    layouts = [table for table in tree.iter("table") if _is_layout(table)]
    parts = [part for part in tree.iter(*_PARTS) if _table_of(part) in layouts]
    for part in (*parts, *layouts):
        part.tag = "div"
    return tree


def _is_layout(table: Any) -> bool:
    own = [cell for cell in table.iter("td", "th") if _table_of(cell) is table]
    return not any(cell.tag == "th" for cell in own) and any(map(_is_text, own))


def _is_text(cell: Any) -> bool:
    """Whether it has two paragraphs or more."""
    if len("".join(cell.itertext()).strip()) < _LONG:
        return False
    paragraphs = sum(1 for each in cell.iter("p") if "".join(each.itertext()).strip())
    return paragraphs > 1 or any(_is_doubled(each) for each in cell.iter("br"))


def _is_doubled(line_break: Any) -> bool:
    following = line_break.getnext()
    return following is not None and following.tag == "br" and not (line_break.tail or "").strip()


def _table_of(part: Any) -> Any:
    return next(part.iterancestors("table"), None)
