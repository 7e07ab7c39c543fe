"""PDF files become the text that a person reads; files are set by Typst or written by hand."""

import random

import pytest
import typst

from dragoman.documents import load

SAYS = (
    "Norway opened a fisheries office in Santiago on Friday, the deputy minister of international cooperation said, "
    "and undertook responsibility for the administration of a long-term programme. "
)
"""Long enough to be broken, with words that are parted, one of which has a hyphen of its own."""

WORDS = SAYS.lower().replace(",", "").replace(".", "").split()
POINTS = [f"Point {n} follows: {' '.join(random.Random(n).sample(WORDS, len(WORDS)))}." for n in range(30)]
"""Paragraphs of which no two have the same lines."""


@pytest.fixture
def read(tmp_path):
    """``read(source, title=…)``: the document, or the error, of what Typst makes of its source."""

    def read_source(source, *, name="release.pdf"):
        data = source if isinstance(source, bytes) else typst.compile(source.encode())
        (tmp_path / name).write_bytes(data)
        [result] = load([tmp_path / name])
        return result

    return read_source


def written(objects, trailer=""):
    """A PDF file of these objects, the first of which is the catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode("latin-1")


def page(content):
    """A PDF file of one page with these operators."""
    return written(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
            "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    )


def at(x, y, words, size=10):
    return f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET"


def test_lines_are_joined_to_paragraphs_and_parted_words_mended(read):
    document = read(
        f'#set page(width: 9cm)\n#set text(lang: "en", hyphenate: true)\n#set par(justify: true)\n'
        f"= Norway in Chile\nSantiago, 5 April 2019\n\n{SAYS * 3}\n\n{SAYS}"
    )
    title, date, first, second = document.text.split("\n\n")
    assert (title, date, first, second) == (
        "Norway in Chile",
        "Santiago, 5 April 2019",
        (SAYS * 3).strip(),
        SAYS.strip(),
    )
    assert (document.id, document.title, document.date) == ("release", "Norway in Chile", "2019-04-05")
    assert (document.language, document.sources[0].endswith("release.pdf")) == ("en", True)


def test_columns_are_read_one_after_the_other_and_pages_do_not_cut_sentences(read):
    text = read(
        '#set page("a5", columns: 2)\n#set text(lang: "en", hyphenate: true)\n#set par(justify: true)\n'
        '#place(top, scope: "parent", float: true)[= A title that goes over both of the columns]\n'
        + "\n\n".join(POINTS)
    ).text
    paragraphs = text.split("\n\n")
    assert paragraphs[0] == "A title that goes over both of the columns"
    assert paragraphs[1:] == POINTS


def test_three_columns_with_headings(read):
    text = read(
        '#set page("a4", flipped: true, columns: 3)\n#set text(9pt)\n'
        + "\n\n".join(f"== Matter {number}\n{SAYS * 2}" for number in range(9))
    ).text
    assert text.split("\n\n")[::2] == [f"Matter {number}" for number in range(9)]


def test_running_heads_feet_and_page_numbers_are_left_out(read):
    document = read(
        '#set page("a5", numbering: "— 1 / 1 —", header: context if calc.odd(here().page()) '
        "[Review of Fisheries #h(1fr) 3 May 2019] else [3 May 2019 #h(1fr) Review of Fisheries])\n"
        + "\n\n".join(POINTS)
    )
    assert document.text.split("\n\n") == POINTS
    assert document.date == "2019-05-03", "that of the running head"


def test_articles_at_the_top_of_pages_are_no_running_heads(read):
    text = read('#set page("a6")\n' + "\n#pagebreak()\n".join(f"Article {n}\n\n{POINTS[n]}" for n in range(1, 5))).text
    assert text.split("\n\n") == [line for n in range(1, 5) for line in (f"Article {n}", POINTS[n])]


def test_footnotes_stand_below_the_paragraph_and_leave_no_number_in_it(read):
    text = read(f'#set page("a6")\n{SAYS.strip()}#footnote[Not counting the ships.] {SAYS * 5}\n\nThat is all.').text
    first, note, last = text.split("\n\n")
    assert first == (SAYS * 6).strip()
    assert note == "1) Not counting the ships."
    assert last == "That is all."


@pytest.mark.parametrize("said", ["The port was built in 2021.", "Trade rose by 3.5 per cent (2019)", "It cost $4.2"])
def test_the_mark_behind_a_number_is_none_of_it(read, said):
    text = read(f'#set page("a6")\n{said.replace("$", chr(92) + "$")}#footnote[As the ministry says.] {SAYS * 3}').text
    assert text.startswith(said) and not text[len(said)].isdigit()


def test_powers_stay(read):
    assert "200 km2 of sea" in read('#set page("a6")\nThey share 200 km#super[2] of sea in the south.').text


def test_lists_and_tables_come_as_lines(read):
    text = read(
        "= Projects\nThe ministers agreed:\n- to build a port with a quay for the ships of both;\n- to train crews.\n\n"
        "#table(columns: (1fr, 2fr, auto), [Partner], [Project], [Amount],\n"
        "[Chile], [A laboratory for the health of fish, with a house for all those who are to work in it], "
        "[USD 3 million],"
        "[Peru, Kenya], [A ship], [USD 40 million])\nThey thanked all who had come to Oslo."
    ).text
    assert text.split("\n\n")[2].split("\n") == [
        "- to build a port with a quay for the ships of both;",
        "- to train crews.",
    ]
    assert text.split("\n\n")[3].split("\n") == [
        "| Partner | Project | Amount |",
        "| Chile | A laboratory for the health of fish, with a house for all those who are to work in it "
        "| USD 3 million |",
        "| Peru, Kenya | A ship | USD 40 million |",
    ]
    assert text.endswith("They thanked all who had come to Oslo.")


def test_columns_that_are_written_line_by_line_are_columns_all_the_same(read):
    left = ["The ministers of the two states met in", "the capital on Monday and spoke of the", "ships that fish off "
            "the southern coast", "and of those who buy what they catch."]  # fmt: skip
    right = ["A second matter was the harbour, which", "the one had offered to build and which", "the other had "
             "not yet been willing to", "take, for want of a road that leads to it."]  # fmt: skip
    rows = [
        at(x, 700 - 12 * row, words)
        for row, pair in enumerate(zip(left, right, strict=True))
        for x, words in zip((50, 320), pair, strict=True)
    ]
    assert read(page("\n".join(rows))).text == f"{' '.join(left)}\n\n{' '.join(right)}"


def test_a_stamp_across_the_page_is_left_out(read):
    text = read(f"#set page(background: rotate(45deg, text(60pt)[DRAFT COPY]))\n= Norway in Chile\n{SAYS * 4}").text
    assert "DRAFT" not in text and "COPY" not in text


def test_a_page_that_lies_on_its_side_is_read(read):
    lines = ["Peru thanks Chile for the ships and", "for the crews that came with them."]
    shown = (f"BT /F 10 Tf 0 1 -1 0 {200 + 12 * row} 100 Tm ({words}) Tj ET" for row, words in enumerate(lines))
    assert read(page("\n".join(shown))).text == "Peru thanks Chile for the ships and for the crews that came with them."


@pytest.mark.parametrize(("title", "taken"), [("Norway   in CHILE", True), ("Microsoft Word - draft3.docx", False)])
def test_the_title_of_the_properties_is_believed_if_the_text_has_it(read, title, taken):
    document = read(f'#set document(title: "{title}")\nMINISTRY OF FISHERIES\n\nNorway in Chile\n\n{SAYS}')
    assert (document.title == title) is taken


@pytest.mark.parametrize("title", ["Norway - in Chile - Post", "Norway - in Chile | Ministry of Fisheries | News"])
def test_the_name_of_the_site_is_no_part_of_the_title(read, title):
    page = f'#set document(title: "{title}")\nHome Our work Economy Sport Contact\n\nNorway - in Chile\n\n{SAYS}'
    assert read(page).title == "Norway - in Chile"


def test_the_day_on_which_the_file_was_made_is_not_that_of_publication(read):
    document = read(f"#set document(date: datetime(year: 2020, month: 1, day: 2))\n= Norway in Chile\n{SAYS}")
    assert document.date is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n" + bytes(range(256)), "it is no PDF, or a damaged one"),
        (b"words", "it is no PDF, or a damaged one"),
        (page("0 0 0 rg 100 100 400 600 re f"), "there is no text in it, only an image: a scan has to be recognised"),
        (
            written(
                ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>",
                 f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}> >>"],
                f"/Encrypt 3 0 R /ID [<{'01' * 16}> <{'01' * 16}>]",
            ),
            "it is encrypted, and opens only with a password",
        ),
    ],
    ids=["damaged", "no PDF", "a scan", "encrypted"],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_the_reason(read, data, reason):
    error = read(data)
    assert error.name.endswith("release.pdf")
    assert error.reason.startswith(reason)


def test_a_file_that_is_cut_off_is_told_or_read(read):
    whole = typst.compile(f"= Norway in Chile\n{SAYS * 3}".encode())
    for part in (3, 2, 1):
        assert read(whole[: len(whole) * part // 4]).reason == "it is no PDF, or a damaged one"
