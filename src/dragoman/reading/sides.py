"""Sides: who acts and on whom, from the parse below a predicate.

Sources stand in the subject (or after "by" in the passive), targets below the predicate; the nearest wins, where
near is counted in steps of the parse, a possessive or an adjective being a shorter step than a clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from dragoman.reading.belonging import (
    AT_HOME,
    animate,
    as_actor,
    at_border,
    at_home,
    international,
    inward,
    is_place,
    not_mere_places,
    placed,
    stateless,
    with_state,
)
from dragoman.reading.nearness import reach
from dragoman.reading.predicate_rules import lists
from dragoman.reading.predicates import SUBJECTS, Predicate, coordinated

if TYPE_CHECKING:
    from dragoman.reading.actors import Actor

# Actors within this distance of the nearest one stand beside it ("to Iran, Libya and Sudan").
_BESIDE = 0.15
# Somebody without a state counts within this distance.
_NAMED = 1.0
# A named state is preferred to a nearer person or body without one by this much.
_WORTH = 4.5
# Acts whose target is never the state itself.
_ONE_SIDED = {"MOBILIZE"}
# Those whose target is abroad, and no place at home.
_ABROAD_ONLY = {"COOPERATE", "SUPPORT", "AGREE", "AID"}
# Those that a government commonly does towards the world at large.
_BY_STATES = {"AGREE", "REJECT", "REQUEST"}
# Acts that are often told without those who do them, who are of the place then.
_UNSIGNED = {"ASSAULT", "COERCE", "PROTEST"}
# Acts of speech: where the clause names no doer, the speaker does it ("lifting it is out of the question, X said").
_SPOKEN = {"REJECT", "ACCUSE", "REQUEST", "AGREE", "THREATEN"}
# Acts of speech about what the speaker's own side will do.
_VOWED = {"THREATEN", "AGREE", "REJECT"}
# Acts that two sides do to each other, if the verb is one of those done together.
_MUTUAL = {"AGREE", "SUPPORT", "COOPERATE", "CONSULT"}
# Acts that send somebody out of a state: "was extradited from", "was ordered out of".
_SENT_OFF = {"COOPERATE", "SANCTION", "COERCE"}
# Those whose passive names who yields: "the withdrawal of Indian troops was completed", "was lifted in Chad".
_YIELDED = {"RETREAT", "CONCEDE"}
# Another state is preferred to a nearer mention of the source's own by this much.
_ABROAD = 1.5
_DYING = ("die", "perish")
_NOMINAL = ("NOUN", "PROPN", "PRON")


def sides(
    at: dict[int, Actor], sent: Span, head: Token, act: str, told: str | None = None
) -> tuple[list[Actor], list[Actor]]:
    """Sources and targets of the act that ``head`` tells of; ``act`` is its PLOVER type, ``told`` the type under
    future, negation and duty if that is another, ``at`` the actors of the sentence (``by_token``).

    Those who meet with each other, and the visitor and the visited, are all sources.
    """
    if head.lemma_ == "blame" and head.dep_ == "xcomp" and head.head.lemma_ == "be":
        head = head.head
    if act == "ASSAULT":
        head = _deadly(head)
    predicate = Predicate(head)
    doers = _doers(predicate)
    scope = list(_clause(head).subtree)
    if {act, told} & _SPOKEN and not any(d.pos_ in _NOMINAL for d in doers) and head.dep_ == "ccomp":
        doers = Predicate(head.head).subjects
    if act == "MOBILIZE" and not doers:  # "troops were sent to the border": their state sends them
        doers = predicate.subjects
    doers = _whom_they_speak_for(head, doers, at, act)
    sources = [a for doer in doers for a in _in_phrase(doer, at)]
    acted_on = _passive(predicate) and act != "MOBILIZE"
    barred = _subject_words(head, doers, acted_on)
    targets = _targets(predicate, at, barred, sources, act)
    if act == "CONSULT" and acted_on and not doers:  # "was received in Lisbon"
        sources = placed(at, scope)[:1] if targets else []
    if act == "ASSAULT" and (dead := [a for d in _dead(head) for a in _in_phrase(d, at)]):
        targets = dead
    if not sources:
        sources = _between(head, at)
        targets = [t for t in targets if t not in sources]
    if not any(a.code or international(a) for a in sources):
        if act != "PROTEST" or not targets:  # who protests at nobody else's place does so at home
            sources = with_state(sources, doers, at, scope, {a.code for a in targets})
        targets = _targets(predicate, at, barred, sources, act)
    if not sources and act in _UNSIGNED | ({"ACCUSE"} if acted_on else set()):
        unnamed = act == "PROTEST" or not any(animate(doer) for doer in doers)
        sources = (placed(at, scope) or (targets if unnamed else []))[:1]
    if not sources:
        sources = _untold(predicate, at, scope, act, targets)
    own = {a.code for a in sources}
    if act in _YIELDED and not doers:
        targets = [t for t in _targets(predicate, at, barred, sources, act) if t.code not in own]
    if act in _ABROAD_ONLY:
        targets = [t for t in targets if t.code not in own or t.kind != "place"]
    if act in _ONE_SIDED or len(own) > 1:
        targets = [t for t in targets if t.code not in own]
    if act == "CONSULT" and sources and _together(predicate):
        if "with" in predicate.preps and predicate.objects and not acted_on:  # "discussed the offer with the cabinet"
            targets = [a for guest in predicate.preps["with"] for a in _in_phrase(guest, at)]
        guests = [t for t in targets if t.kind != "place"] if len(own) > 1 or len(doers) > 1 else targets
        return _distinct([*sources, *guests]), []
    if len(own) > 1 and act in _MUTUAL and predicate.token.lemma_ in lists()["@mutual"]:
        targets = []
    seen = [t for t in targets if t.code or act != "RETREAT"]  # those to whom weapons are given up are no other side
    if not seen and at_home(doers, sources, at, scope, act):
        targets = sources
    return _distinct(sources), _distinct(targets)


def _untold(
    predicate: Predicate, at: dict[int, Actor], scope: list[Token], act: str, targets: list[Actor]
) -> list[Actor]:
    """Who does what is told without them: tanks stand in their state, and a diplomat is expelled from it."""
    if act == "MOBILIZE":
        return (placed(at, scope) or targets)[:1]
    if not _passive(predicate):
        return []
    if act in _SENT_OFF:
        return [a for prep in ("from", "out_of") for o in predicate.preps.get(prep, ()) for a in _in_phrase(o, at)]
    return (placed(at, scope) or (targets if act in _YIELDED else []))[:1] if act in _YIELDED | {"AID"} else []


def _clause(head: Token) -> Token:
    """The verb that an event noun stands with: "riots broke out in Kano"."""
    return head.head if head.pos_ == "NOUN" and head.dep_ in (*SUBJECTS, "dobj") else head


def _deadly(head: Token) -> Token:
    """In what somebody dies, who does not do it: "a Chadian general died in an air raid"."""
    nouns = [noun for prep in ("in", "from") for noun in Predicate(head).preps.get(prep, ()) if noun.pos_ == "NOUN"]
    return nouns[0] if nouns and head.lemma_ in _DYING else head


def _dead(head: Token) -> list[Token]:
    """Who dies in it."""
    verb = head.head.head if head.dep_ == "pobj" else head
    return Predicate(verb).subjects if verb.lemma_ in _DYING else []


def _whom_they_speak_for(head: Token, doers: list[Token], at: dict[int, Actor], act: str) -> list[Token]:
    """The subject of what is said, if the speaker is of no state: "Chad will strike back, a general warned".

    Who says that another one did wrong accuses him: "Chad said that the vote was rigged".
    """
    blamed = "behind" in Predicate(head).preps or any(c.lemma_ == "blame" for c in head.children)
    wrong = head.lemma_ in lists()["@misdeed"] or (head.lemma_ == "be" and blamed)
    if act == "ACCUSE" and head.dep_ == "ccomp" and wrong:
        return Predicate(head.head).subjects
    if act not in _VOWED or any(_in_phrase(doer, at) for doer in doers):
        return doers
    said = [s for c in head.children if c.dep_ == "ccomp" for s in Predicate(c).subjects if s.head == c]
    return [s for s in said if any(a.code for a in _in_phrase(s, at))] or doers


def _between(head: Token, at: dict[int, Actor]) -> list[Actor]:
    """Those between whom it happens, where nobody else does it: "fighting broke out between Chad and Sudan"."""
    around = [head, *head.children, *([head.head] if head.dep_ in SUBJECTS else [])]
    preps = [c for token in around for c in token.children if c.lower_ == "between" and c.dep_ == "prep"]
    noun = next((o for prep in preps for o in prep.children if o.dep_ == "pobj"), None)
    return _in_phrase(noun, at) if noun is not None else []


def _together(predicate: Predicate) -> bool:
    """Whether those who meet do so as equals, or one visits the other; "hosted the minister" has a target."""
    if any(t.lemma_ in ("mediate", "mediation") for t in predicate.token.subtree):
        return False
    return "with" in predicate.preps or predicate.token.lemma_ not in lists()["@hosting"]


def _passive(predicate: Predicate) -> bool:
    """Whether the subject is acted on; "is committed to", "was prepared" only describe it."""
    described = predicate.token.lemma_ in lists()["@stative"] and "by" not in predicate.preps
    return (predicate.passive or _caused(predicate.token) or _suffered(predicate)) and not described


def _suffered(predicate: Predicate) -> bool:
    """ "came under fire from"."""
    return predicate.token.lemma_ in ("come", "be") and "under" in predicate.preps


def _caused(token: Token) -> bool:
    """ "had the officers arrested"."""
    return token.dep_ == "ccomp" and token.tag_ in ("VBN", "VBD") and token.head.lemma_ in ("have", "get")


def _own_subjects(head: Token) -> list[Token]:
    return [c for c in head.children if c.dep_ in SUBJECTS and c.pos_ in _NOMINAL]


def _subject_words(head: Token, doers: list[Token], acted_on: bool) -> set[int]:
    """The tokens below ``head`` that tell who acts: no target stands among them; the subject of what is ``acted_on``
    may name one."""
    found = set() if acted_on else {t.i for s in _own_subjects(head) if s in doers for t in s.subtree}
    below = {t.i for t in head.subtree} - {head.i}
    for doer in doers:
        if doer.i in below and doer.i not in found:  # else it stands below one that was looked at
            found |= {t.i for t in doer.subtree}
    return found


def _doers(predicate: Predicate) -> list[Token]:
    """Heads of the phrases that name who acts."""
    token = predicate.token
    if token.pos_ == "NOUN" and token.dep_ not in ("ROOT", "attr"):
        near = [c for c in token.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
        return [*predicate.preps.get("by", []), *near] or predicate.subjects
    if _passive(predicate):
        by = predicate.preps.get("by", []) or (predicate.preps.get("from", []) if _suffered(predicate) else [])
        return by or (Predicate(token.head).subjects if _caused(token) else [])
    return predicate.subjects


def _in_phrase(head: Token, at: dict[int, Actor]) -> list[Actor]:
    """The nearest actors of a noun phrase, those with a state first; "leaders of the region in Dakar" are of none."""
    if stateless(head):
        at = {i: actor for i, actor in at.items() if not is_place(head.doc[i])}
    coded: list[tuple[float, Actor]] = []
    named: list[Actor] = []
    for distance, token in reach(head, set()):
        if coded and distance > max(_NAMED, coded[0][0] + _BESIDE):
            break
        if token.i in at and at[token.i].code:
            coded.append((distance, at[token.i]))
        elif token.i in at and distance < _NAMED:
            named.append(at[token.i])
    if named and international(named[0]):
        return [named[0]]
    if coded:
        return _with_coordinated([a for d, a in coded if d <= coded[0][0] + _BESIDE], at, head)
    return named[:1]


def _with_coordinated(actors: list[Actor], at: dict[int, Actor], token: Token) -> list[Actor]:
    """The actors and those coordinated with a word of theirs: "US and British forces"."""
    meant = set(actors)
    inside = [token.doc[i] for i, actor in at.items() if actor in meant]
    lists = dict.fromkeys(coordinated(t) for t in inside if t.pos_ in ("ADJ", "PROPN"))
    joined = [at[c.i] for words in lists for c in words if c.i in at and at[c.i].code]
    return _distinct([*actors, *joined])


def _targets(
    predicate: Predicate, at: dict[int, Actor], barred: set[int], sources: list[Actor], act: str
) -> list[Actor]:
    """The nearest actors below the predicate; ``barred`` are the tokens of the subject."""
    if act == "ACCUSE":  # whom one complains to is not whom one complains of, if that is told too
        told = [c for c in predicate.token.children if c.lower_ == "to" and c.dep_ in ("prep", "dative")]
        heard = {t.i for c in told for t in c.subtree}
        of = [at[t.i] for _, t in reach(predicate.token, barred | heard, act) if t.i in at and not is_place(t)]
        if any(actor.code and actor.code not in {a.code for a in sources} for actor in of):
            barred = barred | heard
    own = {a.code for a in sources}
    found: list[tuple[float, Token]] = []
    nobody: tuple[float, Token] | None = None
    for distance, token in reach(predicate.token, barred, act):
        if token.pos_ == "PRON" and token.i in at and at[token.i].code in own:
            continue  # "pulled its troops out"
        if act in _UNSIGNED and at_border(token):
            continue
        if token.i in at and (at[token.i].code or international(at[token.i])):
            found.append((distance, token))
        elif nobody is None and token.i != predicate.token.i and token.pos_ in ("NOUN", "PROPN") and animate(token):
            nobody = (distance, token)
    elsewhere = not_mere_places(found, at, own, act)
    coded = [(d, at[t.i]) for d, t in (elsewhere or found) if at[t.i].code]
    others = [(d, a) for d, a in coded if a.code not in own]
    if coded and others and others[0][0] <= coded[0][0] + _ABROAD:
        coded = others
    plain = [(d, at[t.i]) for d, t in found if not at[t.i].code]
    if plain and (not coded or plain[0][0] < coded[0][0] - 1):
        return [plain[0][1]]
    if not found and predicate.token.pos_ == "NOUN" and predicate.token.dep_ == "nsubj":
        return _targets(
            Predicate(predicate.token.head), at, barred | {t.i for t in predicate.token.subtree}, sources, act
        )
    home = next((a for a in sources if a.code), None) if act in AT_HOME else None
    if nobody is not None and stateless(nobody[1]):
        nobody = None
    struck = act == "ASSAULT" and bool(elsewhere) and is_place(elsewhere[0][1])  # the victims are of that place
    if coded and (nobody is None or home is None or struck or coded[0][0] <= nobody[0] + _WORTH):
        return _with_coordinated([a for d, a in coded if d <= coded[0][0] + _BESIDE], at, predicate.token)
    if nobody and home and (act not in _BY_STATES or inward(_doers(predicate), list(predicate.token.subtree))):
        return [as_actor(nobody[1], home)]
    return []


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    return list({(a.name, a.code): a for a in actors}.values())
