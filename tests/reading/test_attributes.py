"""The table says of each word what spaCy's attribute ruler says of it."""

import pytest
from spacy.pipeline import AttributeRuler

from dragoman.reading.attributes import AttributeTable
from dragoman.reading.language import language_model

SAID = """The Minister said that she would not go to Lima, but he is going to. "Let's see," they told us: it has been
done, and there were 12 ships. She's gotta leave  now, hasn't she? Nobody knew whether that was what I had meant;
what we do is ours. Once they got there, the better roads were gonna help."""


def annotations(doc):
    return [(word.text, word.tag_, word.pos_, str(word.morph), word.lemma_, word.dep_) for word in doc]


def tagged(text):
    """The text with tags and relations, as a table or a ruler gets it."""
    model = language_model()
    doc = model.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = model.get_pipe(name)(doc)
    return doc


@pytest.mark.parametrize("text", [pytest.param(SAID, id="many patterns"), pytest.param("", id="no text")])
def test_the_table_says_what_the_ruler_says(text):
    ruler = language_model().get_pipe("attribute_ruler")
    table = AttributeTable(ruler)
    assert annotations(table(tagged(text))) == annotations(ruler(tagged(text)))
    assert annotations(table(tagged(text))) == annotations(ruler(tagged(text)))  # from memory now


def test_a_word_that_no_pattern_names_is_as_any_other_with_its_tag():
    table = AttributeTable(language_model().get_pipe("attribute_ruler"))
    assert [word.pos_ for word in table(tagged("She went to Zembla and Lima."))][3:6] == ["PROPN", "CCONJ", "PROPN"]


def test_patterns_over_several_words_are_kept():
    ruler = AttributeRuler(language_model().vocab)
    ruler.add([[{"LOWER": "prime"}, {"LOWER": "minister"}]], {"LEMMA": "premier"}, index=1)
    ruler.add([[{"LOWER": {"REGEX": "^roa"}}]], {"LEMMA": "way"})
    ruler.add([[{"LOWER": "the"}]], {"POS": "DET"})
    doc = AttributeTable(ruler)(language_model().make_doc("The prime minister saw roads"))
    assert [word.lemma_ for word in doc] == ["", "", "premier", "", "way"]
