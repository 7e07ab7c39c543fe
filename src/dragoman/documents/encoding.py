"""Bytes to text: a byte order mark, else UTF-8, else UTF-16 without a mark, else an 8-bit or East Asian charset."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from charset_normalizer import from_bytes

from dragoman.errors import DocumentError

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"\xff\xd8\xff": "a JPEG image",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old office document",
    b"\x1f\x8b\x08": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"SQLite format 3\x00": "an SQLite database",
    b"\x7fELF": "a program",
    b"{\\rtf": "a document in RTF",
}
# HTML Living Standard 13.2.3.2: the declaration stands within the first 1024 bytes.
_DECLARED = re.compile(rb"""(?:charset|<\?xml[^>]*\bencoding)\s*=\s*["']?([\w:.-]+)""", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x19\x1c-\x1f\x7f]")
_SAMPLE = 1 << 16  # bytes from which a charset is guessed
# Text of Western Europe has few signs beyond ASCII (French 0.05 to 0.09, Czech 0.15 of the bytes), and these are:
_WESTERN_SHARE = 0.12
_WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœ€£°§©®«»‘’‚“”„–—…•¡¿ºª\u00a0\u00ad")
# The charsets in which texts were written before Unicode. Left out are those that differ from one of these in a few
# signs only and would win now and then on a short text: of EBCDIC, DOS and the Macintosh, and the Baltic ones.
_CHARSETS = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2", "iso8859_5",
    "koi8_r", "cp866", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    r"""The text of a file, without byte order mark, with ``\n`` at the end of every line as Python's ``open`` reads it.

    ``declared`` is the charset that the file itself names; it is believed if the bytes allow it.
    Raises ``DocumentError``, naming ``name``, if the bytes are no text.
    """
    text = _decode(data, name, declared)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def declared_charset(data: bytes) -> str | None:
    """The charset that a page of HTML or XML names at its beginning."""
    found = _DECLARED.search(data[:1024])
    return found[1].decode() if found else None


def refuse_binary(head: bytes, name: str) -> None:
    """Raise ``DocumentError`` if ``head``, the beginning of a file, is that of an image, an archive or the like."""
    for magic, what in _MAGIC.items():
        if head.startswith(magic):
            raise DocumentError(name, f"it is {what}, not text")
    if len(_CONTROL.findall(head)) > len(head) // 100:
        raise DocumentError(name, "it is binary data, not text")


def _decode(data: bytes, name: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _try(data, encoding)
            if text is None:
                raise DocumentError(name, f"it begins as {encoding.upper()[:6].rstrip('-')} but is not valid")
            return text.removeprefix("\ufeff")
    head, text = data[:_SAMPLE], _try(data, "utf-8")
    # UTF-16 of plain letters is valid UTF-8 with a NUL for every space; a stray NUL makes no UTF-16.
    if head.count(0) > (len(head) // 100 if text else 0) and (wide := _wide(data)):
        return wide
    refuse_binary(head, name)
    return text if text is not None else _eight_bit(data, name, declared)


def _eight_bit(data: bytes, name: str, declared: str | None) -> str:
    for encoding in filter(None, chain([declared], _likely(data[:_SAMPLE]))):
        if (text := _try(data, encoding)) is not None:
            return text
    raise DocumentError(name, "its character encoding cannot be told")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _wide(data: bytes) -> str | None:
    """The text if the bytes are UTF-16 without a mark: read the wrong way round, none of its ASCII would be ASCII."""
    texts = {encoding: _beginning(data, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    good = {encoding: sum(map(str.isascii, text)) for encoding, text in texts.items() if text and _is_prose(text)}
    return _try(data, max(good, key=lambda encoding: good[encoding])) if good else None


def _beginning(data: bytes, encoding: str) -> str | None:
    """The beginning of ``data``, without the character that the sample may end in the middle of."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data[:_SAMPLE], final=len(data) <= _SAMPLE)
    except UnicodeError:
        return None


def _is_prose(text: str) -> bool:
    """Whether all characters are ones that texts are made of: assigned ones, and no control but white space."""
    return all(c.isspace() or unicodedata.category(c) not in ("Cc", "Cn", "Co", "Cs") for c in set(text))


def _likely(sample: bytes) -> Iterator[str]:
    """Charsets to try, likeliest first."""
    western = _try(sample, "cp1252") or ""
    beyond_ascii = [sign for sign in western if not sign.isascii()]
    if western and len(beyond_ascii) <= _WESTERN_SHARE * len(western) and _WESTERN.issuperset(beyond_ascii):
        yield "cp1252"
    yield from (match.encoding for match in from_bytes(sample, cp_isolation=_CHARSETS))
