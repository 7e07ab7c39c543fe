"""Readings: what a predicate may tell of by its word alone (``knowledge/frames.tsv``), and where it cannot."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.knowledge import read_toml, read_tsv, word_set
from dragoman.reading.frames.predicates import is_infinitive
from dragoman.reading.frames.slots import ACTED_ON, acted_on, subject_of
from dragoman.reading.quantities.units import people

if TYPE_CHECKING:
    from dragoman.reading.frames.frames import FrameKind

NOUNS = {"NOUN", "PROPN"}
_ABSTRACT = ("tion", "sion", "ment", "ness", "ance", "ence", "ity", "ship", "ism", "growth", "fact", "progress", "step")


@cache
def _lexicon() -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
    """(pos, lemma) to {kind: types}."""
    found: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in read_tsv("frames.tsv"):
        found[row["pos"], row["lemma"]][row["kind"]].append(row["type"])
    return {key: {kind: tuple(types) for kind, types in kinds.items()} for key, kinds in found.items()}


@cache
def _beside() -> tuple[str, ...]:
    return tuple(read_toml("identity.toml")["another"]["beside"])


def readings(token: Token, named: set[int], bodies: set[int]) -> Iterable[tuple[FrameKind, tuple[str, ...]]]:
    """The kinds of frame that a token may be, each with the types that it may have, () for any.

    ``named`` are the tokens of names of persons and places, ``bodies`` the heads of those of organisations.
    """
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if lemma == "go" and token.tag_ == "VBG" and any(child.dep_ == "xcomp" for child in token.children):
            return ()  # "is going to" only sets the time of the verb behind it
        if token.dep_ in ("amod", "compound") and _with_next(token):
            return ()  # the "twinning" of "a twinning agreement"
        if lemma == "come" and token.doc[token.i + 1 : token.i + 4].text.lower().startswith(_beside()):
            return ()  # "it comes on top of the five million" tells of neither gift anew
        known = _lexicon().get(("verb", lemma), {})
        known = known | named_together(token)
        if lemma == "call" and (types := _of_calling(token)) is not None:
            known = {**known, "event": types} if types else {k: v for k, v in known.items() if k != "event"}
        figurative = lemma == "found" and any(child.lower_ in ("on", "upon") for child in token.children)
        ends = lemma == "conclude" and not acted_on(token)  # "the conference concludes on Friday"
        if figurative or ends or (lemma in ("recognise", "recognize") and not _recognises_state(token)):
            known = {kind: types for kind, types in known.items() if kind != "event"}
        if lemma == "receive" and "event" in known:
            left = {"event": types} if (types := _of_receiving(token)) else {}
            known = {kind: of for kind, of in known.items() if kind != "event"} | left
        if lemma in word_set("visits.toml", "awaiting") and _is_awaited_somewhere(token):
            known = {"event": ("visit",)}
        if lemma == "protest" and _are_people(subject_of(token)):
            known = known | {"event": ("protest",)}
        if lemma == "recall" and not _calls_home(token):
            known = {kind: types for kind, types in known.items() if kind != "event"}
        if "visit" in known.get("event", ()):
            left = {"event": types} if (types := _without_visits(token, known["event"])) else {}
            known = {kind: of for kind, of in known.items() if kind != "event"} | left
        if "activity" not in known and token.dep_ != "amod" and len(lemma) > 2:
            known = known | {"activity": ()}
        return list(known.items())  # type: ignore[arg-type]
    if token.pos_ not in NOUNS or token.i in named:
        return ()
    if lemma == "invitation" and _leads_to_visit(token):
        return ()
    if lemma == "protest" and token.dep_ == "pobj" and token.nbor(-1).lower_ == "in":
        return ()  # "closed the border in protest": why, not what
    if lemma == "recognition" and not _recognises_state(token):
        return ()
    known = _lexicon().get(("noun", lemma), {})
    if lemma == "launch" and _is_fired(token):
        return ()
    if lemma == "congress" and _is_parliament(token):
        return ()
    if lemma == "mission" and any(c.lower_ in word_set("visits.toml", "errand_missions") for c in token.lefts):
        known = {kind: types for kind, types in known.items() if kind != "instrument"}
    housed = token.dep_ in ACTED_ON and token.head.lemma_ in word_set("visits.toml", "housing")
    if housed and lemma in ("mission", "delegation"):
        known = {"instrument": ("mission",)}
    if lemma == "call" and any(child.lower_ in ("with", "between") for child in token.children):
        known = {"event": ("call",)}
    if token.i > 0 and (before := _lexicon().get(("noun", f"{token.nbor(-1).lemma_.lower()} {lemma}"))):
        known = known | before
    if token.i in bodies and "instrument" not in known:
        known = known | {"instrument": ("body",)}
    # In "trade agreement signing ceremony" only the last word is what the phrase is about.
    if token.dep_ in ("compound", "nmod") and token.head.i > token.i and token.head.pos_ in NOUNS:
        return [(kind, types) for kind, types in known.items() if kind == "event"]  # type: ignore[misc]
    return list(known.items())  # type: ignore[arg-type]


def reading_of(pos: str, lemma: str) -> dict[str, tuple[str, ...]]:
    """The kinds and types that ``knowledge/frames.tsv`` gives a verb or noun."""
    return _lexicon().get((pos, lemma), {})


def _are_people(subject: Token | None) -> bool:
    """Whether people act, and no state: "farmers protested", "hundreds of students"."""
    if subject is None or subject.pos_ == "PROPN":
        return False
    of = (aim for child in subject.children if child.lower_ == "of" for aim in child.children)
    return any(noun.lemma_.lower() in people() for noun in (subject, *of))


def _is_awaited_somewhere(verb: Token) -> bool:
    """Whether the holder of a post, or somebody by name, "is expected in Lima"."""
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if subject is None or any(child.dep_ == "xcomp" for child in verb.children):
        return False
    person = subject.ent_type_ == "PERSON" or subject.lemma_.lower() in word_set("posts.toml", "heads")
    there = (place for child in verb.children if child.lower_ == "in" for place in child.children)
    return person and any(place.pos_ == "PROPN" and place.ent_type_ != "DATE" for place in there)


def named_together(verb: Token) -> dict[str, tuple[str, ...]]:
    """The kinds and types of what a verb and its object tell together: "summoned the envoy", "shut the border"."""
    found: dict[str, tuple[str, ...]] = {}
    for word in object_words(verb):
        found |= reading_of("verb", f"{verb.lemma_.lower()} {word}")
    if verb.lemma_.lower() == "declare" and _NON_GRATA.search(verb.sent.text, verb.idx - verb.sent.start_char):
        found["event"] = ("sanction",)
    return found


_NON_GRATA = re.compile(r"\bnon gratae?\b")


def object_words(verb: Token) -> Iterator[str]:
    """The lemmas of the objects of a verb, and of the posts before their names: "summoned Ambassador Silva"."""
    for of in acted_on(verb):
        yield of.lemma_.lower()
        if of.pos_ == "PROPN":
            yield from (child.lemma_.lower() for child in of.children if child.dep_ in ("compound", "nmod"))


def _with_next(token: Token) -> bool:
    """Whether a word and the noun behind it are known together: "twinning agreement"."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return behind is not None and ("noun", f"{token.lemma_.lower()} {behind.lemma_.lower()}") in _lexicon()


def _is_fired(launch: Token) -> bool:
    """Whether what is launched flies: "the launch of a rocket" opens nothing."""
    of = [end for child in launch.children if child.lower_ == "of" for end in child.children]
    of += [child for child in launch.children if child.dep_ in ("compound", "nmod")]
    return any(thing.lemma_.lower() in word_set("acts.toml", "fired") for thing in of)


def _is_parliament(congress: Token) -> bool:
    """Whether a congress is a state's parliament: "Peru's Congress ratified the treaty"."""
    own = any(child.dep_ == "poss" for child in congress.children)
    return congress.text[0].isupper() and (own or congress.dep_ in ("nsubj", "agent"))


def _of_receiving(verb: Token) -> tuple[str, ...]:
    """What "receive" tells: persons visit, those whom a person receives meet that one, things are delivered."""
    of = acted_on(verb)
    by = [t for child in verb.children for t in (child.children if child.dep_ == "agent" else (child,))]
    if any(t.dep_ in ("nsubj", "pobj") and _is_person(t) for t in by) and not (of and all(map(_is_inanimate, of))):
        return ("meeting",)
    if of and all(t.lemma_.lower() in word_set("acts.toml", "not_delivered") for t in of):
        return ()
    if of and all(map(_is_inanimate, of)):
        return ("delivery",)
    return ("visit",) if any(map(_is_person, of)) else ("visit", "delivery")


def _is_inanimate(token: Token) -> bool:
    guests = word_set("visits.toml", "guests") | word_set("bodies.toml", "group")
    return token.pos_ == "NOUN" and not _is_person(token) and token.lemma_.lower() not in guests


def _is_person(token: Token) -> bool:
    """Whether a word names a person, or a post that one holds."""
    words = [token, *(child for child in token.children if child.dep_ in ("compound", "appos", "nmod"))]
    return any(t.ent_type_ == "PERSON" or t.lemma_.lower() in word_set("posts.toml", "heads") for t in words)


def _recognises_state(token: Token) -> bool:
    """Whether what is recognised may be a state and is no diploma or merit; where nothing is named, it may."""
    of = [t for child in token.children for t in (child.children if child.lower_ == "of" else (child,))]
    things = [t for t in of if t.dep_ in (*ACTED_ON, "pobj", "ccomp") and t.pos_ in ("NOUN", "VERB", "AUX")]
    return not things or any(t.lemma_.lower() in word_set("visits.toml", "recognised") for t in things)


def _without_visits(verb: Token, types: tuple[str, ...]) -> tuple[str, ...]:
    """What a verb of visits tells of where nobody comes: a thing that is welcomed, an envoy back at his post, tribute
    that is paid, peoples that come together, a treaty that comes into force.
    """
    if verb.lemma_ == "leave" and not any(child.lower_ == "for" for child in verb.children):
        return ()  # "left the army", "leave Australia safer"
    paid = verb.lemma_ == "pay" and word_set("visits.toml", "leading").isdisjoint(object_words(verb))
    if paid or _leads_nowhere(verb) or (verb.lemma_ == "welcome" and _is_thing(verb)):
        return tuple(type_ for type_ in types if type_ != "visit")
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.lemma_ == "return" and subject is not None and subject.lemma_.lower() in word_set("visits.toml", "posted"):
        return tuple(dict.fromkeys("other" if type_ == "visit" else type_ for type_ in types))
    if subject is not None and subject.lemma_.lower() in word_set("visits.toml", "crowds"):
        return tuple(type_ for type_ in types if type_ != "visit")
    subject = subject_of(verb)  # "the cars are expected to arrive"
    if subject is not None and subject.lemma_.lower() in word_set("visits.toml", "cargo"):
        return tuple(dict.fromkeys("delivery" if type_ == "visit" else type_ for type_ in types))
    return types


def _leads_nowhere(verb: Token) -> bool:
    """Whether the word behind a verb of motion makes another of it: "went on to discuss trade", "come into force"."""
    if verb.lemma_ not in word_set("visits.toml", "led_aside"):
        return False
    aside = any(child.lower_ in word_set("visits.toml", "led_aside", verb.lemma_) for child in verb.children)
    ends = (end for child in verb.children if child.lower_ == "to" for end in child.children)
    return aside and not any(end.dep_ == "pobj" and end.pos_ == "PROPN" for end in ends)


def _calls_home(recall: Token) -> bool:
    """Whether who is recalled is somebody who was sent; who recalls a day, or that it was so, remembers it."""
    sent = word_set("visits.toml", "posted") | word_set("visits.toml", "sent_out")
    return any(word in sent for word in object_words(recall))


def _of_calling(verb: Token) -> tuple[str, ...] | None:
    """What "call" tells where it is no courtesy call: whom one calls on to act one asks; what is called off is none."""
    if any(child.lower_ == "off" for child in verb.children):
        return ()
    asks = any(child.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(child) for child in verb.children)
    return ("statement",) if asks else None


def _is_thing(verb: Token) -> bool:
    """Whether what a verb is done to is no guest: "welcomed the signing", "welcomed that the road was open"."""
    of = next((child for child in verb.children if child.dep_ in (*ACTED_ON, "ccomp")), None)
    if of is None or of.pos_ in ("PROPN", "PRON"):
        return False
    lemma = of.lemma_.lower()
    return of.pos_ == "VERB" or (
        lemma not in word_set("visits.toml", "guests") and (("noun", lemma) in _lexicon() or lemma.endswith(_ABSTRACT))
    )


def _leads_to_visit(invitation: Token) -> bool:
    """Whether the visit that is made "at the invitation" of somebody is told by another word of the sentence."""
    if invitation.dep_ != "pobj" or invitation.head.lower_ not in ("at", "on", "upon"):
        return False
    others = (t for t in invitation.sent if t != invitation and t.pos_ in (*NOUNS, "VERB"))
    return any(t.lemma_.lower() in word_set("visits.toml", "leading") for t in others)
