"""Markdown stays as it is; its first heading is the title, front matter is read and left out."""

import pytest

from dragoman.documents import load


@pytest.fixture
def read(tmp_path):
    def read_text(text):
        (tmp_path / "note.md").write_text(text)
        [result] = load([tmp_path / "note.md"])
        return result

    return read_text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Kenya and Fiji sign a pact\n\nThey met in Suva.", "Kenya and Fiji sign a pact"),
        ("## **Kenya** and [Fiji](https://example.org) sign ##\n\nThey met.", "Kenya and Fiji sign"),
        ("Kenya and Fiji sign\n===================\n\nThey met in Suva.", "Kenya and Fiji sign"),
        ("Kenya and Fiji sign a pact\n\nThe ministers met in Suva to sign it.", "Kenya and Fiji sign a pact"),
        ("The ministers of Kenya and Fiji met in Suva.\n\nThey signed a pact.", None),
    ],
)
def test_the_title_is_the_first_heading(read, text, title):
    document = read(text)
    assert document.title == title
    assert document.text == text


def test_front_matter_is_read_and_left_out(read):
    document = read('---\ntitle: "A pact"\ndate: 2019-05-03\nsource: Suva Post\nlang: en\n---\n# Kenya\n\nThey met.\n')
    assert (document.title, document.date, document.language) == ("A pact", "2019-05-03", "en")
    assert document.sources == ("Suva Post",)
    assert document.text == "# Kenya\n\nThey met.\n"


def test_a_rule_at_the_top_is_no_front_matter(read):
    text = "---\nThey met in Suva to sign a pact.\n---\nThey meet again.\n"
    assert read(text).text == text
