"""Predicates in the parse: a word that may tell an act, with its subjects, objects, prepositions and clauses."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache

from spacy.tokens import Doc, Token

from dragoman.reading.frames.predicate_rules import PLOVER_TYPES, Rule, choices, lists, rules

_POS = {"verb": {"VERB", "AUX"}, "noun": {"NOUN", "PROPN"}, "adj": {"ADJ", "ADV"}}
_OBJECTS = {"dobj", "dative", "oprd", "attr", "nsubjpass"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass"}
_PREPOSED = {"prep", "agent", "dative", "prt"}
CLAUSES = {"xcomp", "ccomp", "pcomp", "acl"}
PRONOUNS = {"they", "it", "he", "she", "we", "i", "who", "which", "that", "themselves", "itself", "himself"}
# What a name stands for when conditions ask for a list of common nouns.
_NAMED = {"PERSON": "somebody", "ORG": "organization", "GPE": "state", "NORP": "people"}


def conjuncts(token: Token) -> tuple[Token, ...]:
    """The token and what is coordinated with it; of one that is itself coordinated with a word before, it alone."""
    return coordinated(token) if token.dep_ != "conj" else (token,)


def coordinated(token: Token) -> tuple[Token, ...]:
    """All words of the list that ``token`` stands in, itself too, the first one first; it alone if it is in none.

    They are those of ``Token.conjuncts``, which walks the whole list anew at each of its words: where a sentence lists
    hundreds of states, that takes minutes.
    """
    return _lists(token.doc).get(token.i, (token,))


@lru_cache(maxsize=1)  # asked for by every predicate of a page in turn
def _lists(doc: Doc) -> dict[int, tuple[Token, ...]]:
    """The lists of coordinated words, by the index of each word in one."""
    first: dict[int, Token] = {}
    following: dict[int, list[Token]] = defaultdict(list)
    for token in doc:
        start = token
        while start.dep_ == "conj" and start.head != start and start.i not in first:
            start = start.head
        first[token.i] = first.get(start.i, start)
        if token.dep_ == "conj" and token.head.i < token.i:
            following[token.head.i].append(token)
    whole: dict[int, tuple[Token, ...]] = {}
    for start in (doc[i] for i in following if first[i].i == i):
        words = [start]
        for word in words:  # grows as it is read
            words += following.get(word.i, ())
        whole[start.i] = tuple(words)
    return {i: whole[start.i] for i, start in first.items() if start.i in whole}


class Predicate:
    """One predicate with its subjects, objects, prepositions and clauses."""

    def __init__(self, token: Token) -> None:
        self.token = token

    @cached_property
    def keys(self) -> list[str]:
        """The dictionary forms to look up, the longest first: "call off", "joint exercise", "exercise"."""
        token, lemma = self.token, self.token.lemma_.lower()
        joined = _hyphened(token)
        if token.pos_ in _POS["noun"]:
            before = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod") and c.i < token.i]
            forms = (form for c in before for form in dict.fromkeys((c.lower_, c.lemma_.lower())))
            return [*joined, *(f"{form} {lemma}" for form in forms), lemma]
        after = [
            c.lower_
            for c in token.children
            if c.dep_ in ("prt", "advmod", "acomp", "prep") and token.i < c.i <= token.i + 5
        ]
        both = [f"{lemma} {particle}" for particle in after]
        stems = [
            token.lower_.removesuffix(ending) + "e" * e
            for ending in ("ed", "ing")
            for e in (1, 0)
            if token.lower_.endswith(ending)
        ]
        own = [f"{lemma} {c.lemma_.lower()}" for c in token.children if c.dep_ in ("acomp", "dobj")]
        own += [f"{lemma} {c.lower_}" for o in token.children if o.dep_ == "dobj" for c in o.rights if c.dep_ == "amod"]
        nested = [
            f"{lemma} {p.lower_} {c.lower_}"
            for p in token.children
            if p.dep_ in ("prt", "advmod", "prep")
            for c in p.children
            if c.dep_ == "prep"
        ]
        shared = ["do jointly"] if any(c.lower_ in ("jointly", "together") for c in token.children) else []
        return [
            *joined,
            *nested,
            *both,
            *own,
            *shared,
            lemma,
            *(s for s in stems if lemma not in rules() and s in rules()),
        ]

    @cached_property
    def passive(self) -> bool:
        """Whether the subject is what is acted on."""
        token = self.token
        if any(c.dep_ in ("nsubjpass", "auxpass", "csubjpass") for c in token.children):
            return True
        return _participle(token)

    @cached_property
    def objects(self) -> list[Token]:
        """Heads of the objects, conjuncts included; of a noun, what stands after "of"."""
        token = self.token
        found = [o for c in token.children if c.dep_ in _OBJECTS and c.pos_ != "ADP" for o in conjuncts(c)]
        if _participle(token):
            found.append(token.head)
        if token.lemma_ in ("allow", "permit", "let", "order", "tell"):  # "let the inspectors return"
            found += [s for c in token.children if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubj"]
        if token.pos_ in _POS["noun"]:
            found += self.preps.get("of", [])
            found += [c for c in token.children if c.dep_ == "compound"]
        return found

    @cached_property
    def preps(self) -> dict[str, list[Token]]:
        """The prepositions that hang on the word (or on its particle or object), with the heads of what they govern."""
        found: dict[str, list[Token]] = defaultdict(list)
        for holder in (self.token, *(c for c in self.token.children if c.dep_ in ("prt", "advmod", "dobj"))):
            for prep in (c for c in holder.children if c.dep_ in _PREPOSED and c.pos_ in ("ADP", "SCONJ", "PART")):
                governed = [o for c in prep.children if c.dep_ in ("pobj", "pcomp") for o in conjuncts(c)]
                if governed and all(o.ent_type_ in ("DATE", "TIME") for o in governed):
                    continue
                found[prep.lower_] += governed
                if holder.dep_ in ("prt", "advmod"):
                    found[f"{holder.lower_}_{prep.lower_}"] += governed
                for deeper in (c for c in prep.children if c.dep_ == "prep"):
                    found[f"{prep.lower_}_{deeper.lower_}"] += [o for o in deeper.children if o.dep_ == "pobj"]
        for mark in (m for c in self.token.children if c.dep_ == "advcl" for m in c.children if m.dep_ == "mark"):
            found[mark.lower_] += []
        return dict(found)

    @cached_property
    def subjects(self) -> list[Token]:
        """Heads of the grammatical subject, taken from the governing clause where the word has none of its own."""
        return subjects_of(self.token)

    @cached_property
    def clauses(self) -> list[Token]:
        """Heads of the clauses that complete the word."""
        token = self.token
        found = [c for c in token.children if c.dep_ in CLAUSES or (c.dep_ == "relcl" and is_infinitive(c))]
        found += [o for governed in self.preps.values() for o in governed if o.dep_ == "pcomp"]
        found += [
            c for o in token.children if o.dep_ == "dobj" for c in o.children if c.dep_ == "relcl" and is_infinitive(c)
        ]
        return [c for c in found if not (c.dep_ == "acl" and c.tag_ == "VBN")] + self.purposes

    @cached_property
    def purposes(self) -> list[Token]:
        """Infinitives of purpose, which the parse often takes for the clause that completes the word."""
        return [c for c in self.token.children if c.dep_ == "advcl" and is_infinitive(c)]

    def fits(self, rule: Rule, inner: str | None) -> bool:
        """Whether all conditions of ``rule`` hold; ``inner`` is the type of what hangs on the word."""
        if self.token.pos_ == "ADJ" and "adj" not in rule.conditions and rule.meaning in PLOVER_TYPES:
            return False
        return all(self.holds(c, inner) for c in rule.conditions)

    def holds(self, condition: str, inner: str | None) -> bool:
        """Whether one condition of the table holds."""
        if condition.startswith("!"):
            return not self.holds(condition[1:], inner)
        name, _, words = condition.partition("=")
        if name in _POS:
            return self.token.pos_ in _POS[name]
        if name == "passive":
            return self.passive
        if name == "clause":
            return bool(self.clauses)
        if name == "other":
            return self._other()
        if name == "infinitive":
            return any(is_infinitive(c) for c in self.clauses)
        if name == "does":
            return inner is not None and (not words or inner in choices(words))
        if name in ("obj", "subj"):
            tokens = self.objects if name == "obj" else self.subjects
            return any(not words or described(t) & choices(words) for t in tokens)
        governed = [t for prep in name.split("|") for t in self.preps.get(prep, [])]
        if not words:
            return any(prep in self.preps for prep in name.split("|"))
        return any(described(t) & choices(words) for t in governed)

    def _other(self) -> bool:
        """Whether the clause has a subject of its own, or an object of this verb is to act."""
        if any(c.dep_ in SUBJECTS and c.lower_ not in PRONOUNS for clause in self.clauses for c in clause.children):
            return True
        return bool(self.clauses) and any(c.dep_ in ("dobj", "dative") for c in self.token.children)


def _hyphened(token: Token) -> list[str]:
    """The word with what a hyphen ties to it, which the tokenizer parts: "cease-fire", "test-fire"."""
    doc, i = token.doc, token.i
    found = []
    if i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_:
        found.append(f"{doc[i - 2].lower_}-{token.lemma_.lower()}")
    if i + 2 < len(doc) and doc[i + 1].text == "-" and not token.whitespace_:
        found.append(f"{token.lemma_.lower()}-{doc[i + 2].lower_}")
    return found


def _participle(token: Token) -> bool:
    """ "troops sent by"; below the root it is the sentence's verb, misread ("leaders conferred by telephone")."""
    if token.dep_ != "acl" or token.tag_ != "VBN" or token.head.dep_ == "ROOT":
        return False
    return not any(c.dep_ == "dobj" for verb in conjuncts(token) for c in verb.children)


def is_infinitive(token: Token) -> bool:
    """Whether it stands behind "to", as a verb does."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def described(token: Token) -> set[str]:
    """The words that a noun phrase answers to in conditions: its head, its compounds, what is measured by it."""
    found = {token.lemma_.lower(), token.lower_}
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod"):
            found |= {f"{child.lemma_.lower()} {token.lemma_.lower()}"}
        if child.dep_ == "prep" and child.lower_ == "of" and token.lemma_.lower() in lists()["@measuring"]:
            found |= {w for c in child.children if c.dep_ == "pobj" for w in described(c)}
    if token.ent_type_ in _NAMED and token.pos_ == "PROPN":
        found.add(_NAMED[token.ent_type_])
    return found


def subjects_of(token: Token, steps: int = 6) -> list[Token]:
    """Heads of the subject of ``token``; a pronoun is followed to the subject of the governing clause."""
    own = [s for c in token.children if c.dep_ in SUBJECTS for s in conjuncts(c)]
    if own and (own[0].lower_ not in PRONOUNS or steps <= 0):
        return own
    head = token.head
    if steps <= 0 or head == token:
        return own
    if token.dep_ in ("relcl", "acl") and token.pos_ != "NOUN":
        if token.dep_ == "acl" and is_infinitive(token):
            return subjects_of(head, steps - 1)
        if head.dep_ == "attr" and (named := subjects_of(head.head, steps - 1)):
            return named  # "Chad was the first state to recognise them"
        return [head] if head.pos_ in ("NOUN", "PROPN", "PRON") else subjects_of(head, steps - 1)
    if token.dep_ == "xcomp" and not own:
        controlled = [c for c in head.children if c.dep_ in ("dobj", "dative") and c.pos_ in ("NOUN", "PROPN", "PRON")]
        if any(described(c) & lists()["@people"] or c.pos_ == "PROPN" for c in controlled):
            return controlled
    return subjects_of(head, steps - 1) or own
