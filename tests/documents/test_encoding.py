"""Bytes of many charsets become the text that was meant; what is no text is refused with the reason."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.encoding import decode
from dragoman.errors import DocumentError

ENGLISH = "The envoy said “we will build the bridge” – and Peru’s bank agreed to lend €3 million.\n"
RUSSIAN = "Министры Сербии и Киргизии встретились в Белграде и договорились о поставках пшеницы.\n"
FRENCH = "Le ministre a déclaré à Genève que l'accord avec le Pérou a été signé.\n"
GREEK = "Οι υπουργοί της Ελλάδας και της Χιλής υπέγραψαν συμφωνία για το εμπόριο.\n"
JAPANESE = "日本とチリは貿易協定に署名した。両国の大臣は東京で会談し、協力を強化することで合意した。\n"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (FRENCH, "latin-1"),
        (GREEK, "cp1253"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "utf-16-le"),
    ],
)
def test_charsets_are_recognised(text, charset):
    assert decode(text.encode(charset), "x") == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "it is a JPEG image, not text"),
        (b"%PDF-1.7\n%\xe2\xe3", "it is a PDF document, not text"),
        (b"PK\x03\x04\x14\x00\x00\x00", "it is a ZIP archive or an office document, not text"),
        (b"\x00\x01\x02\x03\x00\xff", "it is binary data, not text"),
        (b"\xff\xfea", "it begins as UTF-16 but is not valid"),
    ],
)
def test_what_is_no_text_is_refused(data, reason):
    with pytest.raises(DocumentError) as raised:
        decode(data, "picture.txt")
    assert (raised.value.name, raised.value.reason) == ("picture.txt", reason)


def test_line_ends_become_newlines():
    assert decode(b"a\r\nb\rc\n", "x") == "a\nb\nc\n"


def test_a_declared_charset_is_believed_if_the_bytes_allow_it():
    assert decode("Łódź".encode("iso8859-2"), "x", declared="iso-8859-2") == "Łódź"
    assert decode("Łódź".encode(), "x", declared="iso-8859-2") == "Łódź"
    assert decode(b"Chile", "x", declared="no-such-charset") == "Chile"


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_is_read_back_unchanged(text, charset):
    assert decode(text.encode(charset), "x") == text


@given(st.text("abcdefghijklmnopqrstuvwxyz ,.\n", min_size=1), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_letters_in_utf16_need_no_mark(text, charset):
    assert decode(text.encode(charset), "x") == text


@given(TEXTS)
def test_big_endian_marks_are_read(text):
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "x") == text
