"""A message is a document, and so is each attachment that can be read."""

from email.message import EmailMessage

import pytest
import typst

from dragoman.documents import load
from dragoman.errors import DocumentError

SAYS = "Norway opened a port in Peru on 12 December 2019. The minister thanked the engineers of both sides."


def message(text=SAYS, subject="Norway opens a port", date="Thu, 12 Dec 2019 23:30:00 -0500"):
    made = EmailMessage()
    made["From"], made["To"] = "press@ports.example", "list@news.example"
    for name, value in (("Subject", subject), ("Date", date)):
        if value:
            made[name] = value
    if text:
        made.set_content(text)
    return made


@pytest.fixture
def read(tmp_path):
    def read_mail(made):
        path = tmp_path / "port.eml"
        path.write_bytes(made if isinstance(made, bytes) else made.as_bytes())
        return list(load([path]))

    return read_mail


def test_a_message_is_a_document_of_the_day_on_which_it_was_sent(read):
    (document,) = read(message())
    assert document.text.strip() == SAYS
    assert (document.id, document.title, document.date) == ("port", "Norway opens a port", "2019-12-12")
    assert document.sources[0].endswith("port.eml")


def test_what_the_text_tells_of_its_day_goes_before(read):
    (document,) = read(message(f"Lima, 9 December 2019. {SAYS}"))
    assert document.date == "2019-12-09"


@pytest.mark.parametrize("subject", ["Fwd: Norway opens a port", "RE: [press] Fw: Norway opens a port"])
def test_the_subject_of_what_was_passed_on_is_its_own(read, subject):
    assert read(message(subject=subject))[0].title == "Norway opens a port"


def test_letters_of_any_alphabet_and_a_page_where_there_is_no_plain_text(read):
    made = message(None)
    made.set_content(f"<p>{SAYS}</p><p>Zoltán, <b>Łódź</b></p>", subtype="html", charset="iso-8859-2")
    assert read(made)[0].text.split("\n") == [SAYS, "", "Zoltán, Łódź"]


def test_what_is_attached_is_a_document_of_its_own(read, tmp_path):
    made = message()
    (tmp_path / "a.typ").write_text("= Fish for Chile\n\nChile bought fish from Norway.", encoding="utf-8")
    release = typst.compile(str(tmp_path / "a.typ"))
    made.add_attachment(release, maintype="application", subtype="pdf", filename="release.pdf")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    _, attached = read(made)
    assert "Chile bought fish from Norway." in attached.text
    assert (attached.id, attached.date) == ("release", "2019-12-12")
    assert attached.sources[0].endswith("port.eml, release.pdf")


def test_a_bad_attachment_is_told_and_the_message_is_read(read):
    made = message()
    made.add_attachment(b"no PDF", maintype="application", subtype="pdf", filename="../release.pdf")
    document, error = read(made)
    assert document.title == "Norway opens a port"
    assert isinstance(error, DocumentError)
    assert "release.pdf: it is no PDF" in str(error)


def test_a_message_within_a_message_is_read(read):
    made = message("See below.", "Fwd: port")
    made.add_attachment(message())
    assert [document.title for document in read(made)] == ["port", "Norway opens a port"]


@pytest.mark.parametrize("made", [message(None), b"\n\n", b"Subject: nothing\n\n"])
def test_a_message_without_words_is_told(read, made):
    (error,) = read(made)
    assert "there is no text in the message" in str(error)


@pytest.mark.parametrize(
    "made",
    [
        b"Subject: =?x-none?q?port?=\nContent-Type: text/plain; charset=x-none\n\n" + SAYS.encode(),
        b"Date: some day\nSubject: port\n\n" + SAYS.encode(),
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n" + SAYS.encode(),
        SAYS.encode(),
        b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(2000)) + SAYS.encode(),
    ],
    ids=["charset", "day", "cut off", "no header", "without end"],
)
def test_what_is_broken_is_read_as_far_as_it_goes_or_told(read, made):
    (found,) = read(made)
    assert isinstance(found, DocumentError) or "port in Peru" in found.text
