"""Word classes from a table: what spaCy's attribute ruler says of a word, looked up where it was said before.

The ruler of ``en_core_web_md`` tries some 180 patterns on each word, which takes an eighth of the whole parse. Nearly
all of them look at one word alone, so that its tag, its relation and, if a pattern names it, its form settle what they
say. The few patterns over several words ("gonna", "let's") are left to the ruler.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

_ASKED = [LOWER, TAG, DEP, IS_SPACE]
_SET = [TAG, DEP, POS, MORPH, LEMMA]
_KEYS = {"LOWER", "TAG", "DEP", "IS_SPACE"}

Row = tuple[int, ...]


class AttributeTable:
    """Does what the ruler does, with the same result."""

    def __init__(self, ruler: AttributeRuler) -> None:
        patterns: list[dict[str, Any]] = list(ruler.patterns)
        of_words = [each for each in patterns if all(map(_looks_at_a_word, each["patterns"]))]
        self._of_words, self._of_phrases = AttributeRuler(ruler.vocab), AttributeRuler(ruler.vocab)
        self._of_words.add_patterns(of_words)
        self._of_phrases.add_patterns([each for each in patterns if each not in of_words])
        self._named = {ruler.vocab.strings[form] for each in of_words for form in _forms(each["patterns"])}
        self._known: dict[Row, Row] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set word class, morphology and, where a pattern gives them, lemma, tag and relation of each word."""
        asked: Any = doc.to_array(_ASKED)
        said = np.zeros((len(doc), len(_SET)), np.uint64)
        for number, (lower, tag, dep, is_space) in enumerate(asked.tolist()):
            key = (lower if lower in self._named else 0, tag, dep, is_space)
            if key not in self._known:
                self._known[key] = self._ask(doc[number].text, tag, dep)
            said[number] = self._known[key]
        doc.from_array(_SET, said)  # type: ignore[arg-type]
        return self._of_phrases(doc)

    def _ask(self, form: str, tag: int, dep: int) -> Row:
        """What the ruler says of a word that stands alone."""
        word = Doc(self._of_words.vocab, [form])
        word.from_array([TAG, DEP], np.array([[tag, dep]], np.uint64))  # type: ignore[arg-type]
        said: Any = self._of_words(word).to_array(_SET)
        return tuple(said[0].tolist())


def _looks_at_a_word(pattern: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a pattern is about one word of which it asks what the table goes by."""
    form = pattern[0].get("LOWER", "")
    return len(pattern) == 1 and pattern[0].keys() <= _KEYS and (isinstance(form, str) or form.keys() == {"IN"})


def _forms(patterns: Sequence[Sequence[Mapping[str, Any]]]) -> list[str]:
    """The words that patterns of one word name."""
    named = [pattern[0]["LOWER"] for pattern in patterns if "LOWER" in pattern[0]]
    return [form for each in named for form in ([each] if isinstance(each, str) else each["IN"])]


@Language.factory("attribute_table")
def _factory(nlp: Language, name: str) -> AttributeTable:
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return AttributeTable(ruler)
