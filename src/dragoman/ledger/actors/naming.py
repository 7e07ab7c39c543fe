"""What a name names: a state, an organisation, a person, a place or a post, by its words and what is known of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from dragoman.knowledge import read_toml, read_tsv, word_set
from dragoman.ledger.actors.names import surname_keys
from dragoman.ledger.actors.organisations import is_acronym, listed_name, organisation_key
from dragoman.ledger.actors.places import place_key
from dragoman.ledger.actors.posts import Post, read_post
from dragoman.reading.states.gazetteer import OF_A_STATE, find_names

ActorKind = Literal["state", "organisation", "person", "place", "post"]

_NATIONAL = OF_A_STATE | {"nickname"}
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_ARTICLE = re.compile(r"^(?:the|The|THE)\s+")


@dataclass(frozen=True, slots=True)
class Naming:
    """What one name in one entry names; ``key`` is shared by the names of one thing within its kind and state.

    A ``post`` is to be resolved to its holder, and the name of a ``person`` to be compared with others. ``proper`` is
    false for a description ("Chinese doctors"), which stands for the state that it belongs to.
    """

    kind: ActorKind
    state: str | None
    key: str
    name: str
    post: Post | None = None
    proper: bool = True


@lru_cache(maxsize=1 << 17)
def read_naming(name: str, state: str | None = None, *, person: bool = False) -> Naming | None:
    """What a party's name names; None for a description of no state that is known.

    ``state`` is the one that the party is or belongs to; ``person`` says that the document knows it as a person's name.
    """
    bare = _ARTICLE.sub("", " ".join(name.split()))
    if not bare:
        return None
    if person:
        return Naming("person", state, "", bare)
    if state and _is_state(bare, state):
        return Naming("state", state, state, bare, proper=_is_name(bare))
    listed = listed_name(organisation_key(bare, state))
    if listed and not bare[0].islower():
        return Naming("organisation", _owner(organisation_key(bare, state)), organisation_key(bare, state), bare)
    if not _begins_as_body(bare) and (post := read_post(bare, state)):
        return Naming("post", post.state, post.key, bare, post)
    if _is_description(bare) or bare.casefold() in read_toml("posts.toml")["heads"]:
        return Naming("state", state, state, bare, proper=False) if state else None
    if " " not in bare and _known(bare, state):
        return Naming("person", state, "", bare)
    if _is_place(bare, state):
        return Naming("place", state, place_key(bare, state), bare)
    if _is_person(bare, state):
        return Naming("person", state, "", bare)
    return Naming("organisation", state, organisation_key(bare, state), bare)


def read_place(name: str, country: str | None) -> Naming:
    """What the name of a place names: the state itself, or a place in it."""
    bare = _ARTICLE.sub("", " ".join(name.split()))
    key = place_key(bare, country)
    if key.startswith("state "):
        return Naming("state", key.removeprefix("state "), key.removeprefix("state "), bare, proper=_is_name(bare))
    return Naming("place", country, key, bare)


def _owner(key: str) -> str | None:
    owner = key.partition(" ")[0]
    return None if owner == "-" else owner


def _is_state(name: str, state: str) -> bool:
    """Whether a name is that of the state, of its people or of its government as a whole."""
    words = name.split()
    if name == state:
        return True
    for found in find_names(name):
        if found.kind in _NATIONAL and found.code == state:
            rest = f"{name[: found.start]} {name[found.end :]}"
            rest_words = re.findall(r"[^\W_]+", rest.replace("’s", "").replace("'s", "").casefold())
            return all(word in _government() for word in rest_words)
    return len(words) <= 2 and words[-1].casefold() in _rulers() and len(words[0]) > 2


def _is_name(name: str) -> bool:
    """Whether a name of a state is its name and not that of its people or government."""
    return any(f.kind == "state" and f.start == 0 and f.end == len(name) for f in find_names(name))


@cache
def _government() -> frozenset[str]:
    return frozenset(read_toml("bodies.toml")["government"]) | {"of", "the", "people", "peoples", "s", "federal"}


@cache
def _rulers() -> frozenset[str]:
    """Words after a leader's name or alone that stand for the state: "Government", "Gillard Government"."""
    return frozenset(("government", "govt", "administration", "cabinet"))


def _is_description(name: str) -> bool:
    """Whether common nouns say who is meant, and no name does: "many Nepalese students", "Chinese doctors"."""
    words = [word.rstrip(".") for word in _WORD.findall(name)]
    if not words:
        return True
    if len(words) > 1 and any(word.casefold() in _groups() for word in words) and not _has_body(words):
        return True
    if words[-1].casefold() in _groups():
        return True
    small = [word for word in words if word.islower() and word not in _small()]
    return bool(small) or words[0].islower()


def _begins_as_body(name: str) -> bool:
    """Whether a name is of an office or group and only mentions a post: "office of the Honorary Consul"."""
    return name.split()[0].casefold() in _bodies() and " of " in name.casefold()


def _has_body(words: list[str]) -> bool:
    return any(word[0].isupper() and word.casefold() in _bodies() for word in words)


def _bodies() -> frozenset[str]:
    """Head nouns of organisations, in small letters."""
    return word_set("bodies.toml", "body")


@cache
def _groups() -> frozenset[str]:
    """Plurals of nouns of people, and nouns of bodies in the plural."""
    nouns = {noun for noun in read_toml("bodies.toml")["group"] if " " not in noun}
    plurals = {f"{noun}s" for noun in nouns if not noun.endswith("s")}
    return frozenset(plurals | {noun for noun in nouns if noun.endswith(("ies", "men", "people", "ff", "nel", "side"))})


@cache
def _small() -> frozenset[str]:
    return frozenset(read_toml("bodies.toml")["connectors"]) | frozenset(read_toml("posts.toml")["particles"]) | {"s"}


def _is_place(name: str, state: str | None) -> bool:
    found = [each for each in find_names(f"in {name}") if each.kind in ("city", "capital", "region")]
    if len(found) == 1 and found[0].start == 3 and found[0].end == len(name) + 3:
        return state is None or found[0].code in (None, state)
    last = name.split()[-1].casefold()
    others = [word.casefold() for word in name.split()[:-1]]
    return bool(others) and last in _regions() and not any(word in _bodies() for word in others)


@cache
def _regions() -> frozenset[str]:
    return frozenset(read_toml("bodies.toml")["region"]) - {"division", "state", "department", "capital"}


def _is_person(name: str, state: str | None) -> bool:
    """Whether a name without a known word of bodies, places or times has the shape of a person's name."""
    words = [word for word in _WORD.findall(name) if word.casefold().rstrip(".") not in _particles()]
    if len(words) == 1 or is_acronym(name):
        return _known(name, state)
    if not 1 < len(words) <= 5 or re.search(r"[\d&/]", name):
        return False
    if any(found.kind in _NATIONAL | {"organisation"} for found in find_names(name)):
        return False
    return all(word[0].isupper() and word.casefold().rstrip(".") not in _not_names() for word in words)


def _known(name: str, state: str | None) -> bool:
    """Whether a single word is the surname of a leader of the state, or of any if the state is not known."""
    return len(name) > 1 and any((state, key) in known_surnames() for key in surname_keys(name))


@cache
def known_surnames() -> frozenset[tuple[str | None, str]]:
    """The possible surnames of the leaders and holders in ``knowledge/``, by state and without one."""
    rows = (*read_tsv("holders.tsv"), *read_tsv("leaders.tsv"))
    return frozenset(
        (state, key) for row in rows for key in surname_keys(row["name"]) for state in (row["state"], None)
    )


@cache
def _particles() -> frozenset[str]:
    return frozenset(read_toml("posts.toml")["particles"]) | frozenset(read_toml("posts.toml")["suffixes"])


@cache
def _not_names() -> frozenset[str]:
    posts = read_toml("posts.toml")
    return _bodies().union(posts["not_names"], posts["fields"], _government(), _groups(), _regions())
