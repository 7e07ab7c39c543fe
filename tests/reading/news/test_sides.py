"""Who acts on whom; what single sentences say is tested in test_plover.py."""

import time

from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.reading.news.belonging import by_token
from dragoman.reading.news.sides import sides
from dragoman.reading.people.actors import Actor
from dragoman.values import CountryCode


def test_a_sentence_that_lists_hundreds_of_states_takes_no_long_time():
    many = 500
    words, deps, heads = ["Chad"] * many, ["nsubj", *["conj"] * (many - 1)], [many, *range(many - 1)]
    doc = Doc(
        Vocab(),
        words=[*words, "attacked", "Mali"],
        heads=[*heads, many, many],
        deps=[*deps, "ROOT", "dobj"],
        pos=[*["PROPN"] * many, "VERB", "PROPN"],
        sent_starts=[True, *[False] * (many + 1)],
    )
    places = [
        Actor(t.idx, t.idx + len(t), f"{t.text} {t.i}", CountryCode("TCD"), "state", head=t.i) for t in doc[:many]
    ]
    victim = Actor(doc[-1].idx, len(doc.text), "Mali", CountryCode("MLI"), "state", head=many + 1)
    start = time.monotonic()
    at = by_token([*places, victim], next(doc.sents))
    sources, targets = sides(at, doc[many], "ASSAULT")
    assert (sources, targets) == (places, [victim])
    assert time.monotonic() - start < 5, "the list was walked anew for each of its words: 15 seconds"
