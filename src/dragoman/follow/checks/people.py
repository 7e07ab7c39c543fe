"""Who holds which post: posts and names made comparable."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache

from dragoman.follow.checks.words import cue, is_state_word, known, words
from dragoman.knowledge import read_toml, read_tsv
from dragoman.ledger.states import actors_of
from dragoman.models import Tenure

ALIKE = 0.8
"""From this likeness on two spellings are one name: Lukashenko and Lukashenka."""

NEAR = 0.75
"""From this likeness on two given names beside one surname, or two whole names, are one: Aleksandr and Alexander."""

type Post = tuple[frozenset[str], str, frozenset[str], tuple[str, ...]]


def post_of(tenure: Tenure) -> Post | None:
    """The post as something that one person holds at a time; None if several may, or if too little is known.

    What tells posts apart: the words of the post, whose it is (state or body), and the states it is accredited to.
    """
    if cue(known("posts", "shared")).search(tenure.post):
        return None
    told = frozenset(
        word for word in words(tenure.post) if not is_state_word(word) and word not in known("posts", "empty")
    )
    told = _one_wording(told)
    own = next((party.code for party in tenure.parties if party.role == "holder" and party.code), None)
    body = frozenset(word for word in words(tenure.of or "") if not is_state_word(word)) - told
    abroad = tuple(sorted(actors_of(tenure) - {own})) if tenure.to else ()
    whose = own or (tenure.of or "").casefold()
    if not whose or not told or not _is_single(told, body, sent=bool(abroad)):
        return None
    return told, whose, body - frozenset(known("posts", "empty")), abroad


def _one_wording(told: frozenset[str]) -> frozenset[str]:
    for written, meant in known("posts", "alike").items():
        if frozenset(written.split()) <= told:
            return told - frozenset(written.split()) | frozenset(meant.split())
    return told


def _is_single(told: frozenset[str], body: frozenset[str], *, sent: bool) -> bool:
    if told & {"ambassador", "consul", "commissioner"} and not body:
        return sent
    if told & frozenset(known("posts", "single")):
        return True
    heads = told & frozenset(known("posts", "fielded"))
    return bool(heads) and bool((told - heads) | body)


def is_shared(around: str) -> bool:
    """Whether the words around a name tell of a deputy, a former holder or the like, whatever was read of the post."""
    return cue(known("posts", "beside")).search(around) is not None


def names_owner(around: str, tenure: Tenure) -> bool:
    """Whether these words name the state or body that the post belongs to; else the reader took it from elsewhere."""
    codes = {party.code for party in tenure.parties if party.code}
    rows = (row for row in read_tsv("states.tsv") if row["code"] in codes)
    names = [name for row in rows for name in f"{row['names']}|{row['adjectives']}".split("|") if name]
    return cue([*names, *([tenure.of] if tenure.of else [])]).search(around) is not None


@lru_cache(maxsize=1 << 17)
def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: "Abe" and "Shinzo Abe", "HAYASHI Yoshimasa" and "Yoshimasa Hayashi"."""
    first, second = _names(one), _names(other)
    small, large = sorted((first, second), key=len)
    shared = [name for name in small if any(_alike(name, each) for each in large)]
    if not shared:
        return _like("".join(first), "".join(second), NEAR)
    if len(shared) == len(small) or len(shared) > 1:
        return True
    left, right = (
        [name for name in names if not any(_alike(name, each) for each in shared)] for names in (small, large)
    )
    return any(_abbreviates(a, b) for a in left for b in right)


@cache
def _names(person: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", person).encode("ascii", "ignore").decode() or person
    found = tuple(name for name in words(plain.replace("-", " ")) if name not in _titles())
    return tuple(name for name in found if len(name) > 1) or found


@cache
def _titles() -> frozenset[str]:
    posts = read_toml("posts.toml")
    return frozenset(posts["honorifics"]) | frozenset(posts["suffixes"]) | frozenset(posts["particles"])


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) > 3 and _like(one, other, ALIKE)


def _abbreviates(one: str, other: str) -> bool:
    """Whether one is an initial or a short form of the other."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or _like(one, other, NEAR)


@lru_cache(maxsize=1 << 16)
def _like(one: str, other: str, least: float) -> bool:
    """Whether the share of letters in common is so high; what is cheap to tell of it is asked first."""
    matcher = SequenceMatcher(None, one, other)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least
