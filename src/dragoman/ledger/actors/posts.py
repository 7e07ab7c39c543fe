"""Posts: what a phrase such as "Japan's economy minister" means, and a key that the phrases of one post share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.knowledge import read_toml
from dragoman.ledger.actors.organisations import field_words, fold_word, is_acronym, listed_name, organisation_key
from dragoman.reading.states.gazetteer import OF_A_STATE, Name, find_names

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NATIONAL = OF_A_STATE | {"capital"}
# Where the holder is sent: "ambassador to the"
_TO = re.compile(r"\b(?:to|in)\s+(?:the\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a state or body: its head ("minister"), rank ("deputy") and field, and where its holder is sent."""

    state: str | None
    head: str
    field: frozenset[str] = frozenset()
    to: str | None = None

    @property
    def key(self) -> str:
        """A key that the phrases of one post share."""
        host = f" to {self.to}" if self.to else ""
        return " ".join((self.state or "-", self.head, *sorted(self.field))) + host


@lru_cache(maxsize=1 << 16)
def read_post(text: str, state: str | None = None, to: str | None = None) -> Post | None:
    """The post that a phrase names; None if it names none, several, a former one or one that is not told from others.

    ``state`` is the one that the holder is known to belong to, ``to`` where the holder is known to be accredited.
    """
    mentions = [name for name in find_names(text) if name.code and name.kind in _NATIONAL]
    sent = _sent(text) and any(_TO.search(text, 0, name.start) for name in mentions)
    host = next((name for name in mentions if sent and _TO.search(text, 0, name.start)), None)
    owner = state or next((str(name.code) for name in mentions if name != host), None)
    words = _words(text, mentions)
    head = next((n for n, word in enumerate(words) if word in _heads()), None)
    if head is None or any(word in _list("other") for word in words):
        return None
    host_code = str(host.code) if host else to
    named = _whole(" ".join(words), owner)
    rank = " ".join(word for word in words[:head] if word in _list("ranks"))
    rest = [word for n, word in enumerate(words) if n != head and not (n < head and word in _list("ranks"))]
    if named is None and rank:
        named = _whole(" ".join(word for word in words if word not in _list("ranks")), owner)
    if named is not None:
        words = named.split(" ")
        head = next(n for n, word in enumerate(words) if word in _heads())
        rest = [word for n, word in enumerate(words) if n != head]
    if "prime" in rest and words[head] == "minister":
        return Post(owner, " ".join(filter(None, (rank, "prime minister"))))
    if words[head] == "minister":
        rank = rank.replace("vice", "deputy")
    post = Post(owner, " ".join(filter(None, (rank, words[head]))), frozenset(field_words(" ".join(rest))), host_code)
    return post if post.field or post.head in _list("whole") or _sent(text) else None


def _words(text: str, mentions: list[Name]) -> list[str]:
    """The words of a post in lower case without those of states; a ministry's acronym is written out."""
    for name in reversed(mentions):
        text = f"{text[: name.start]} {text[name.end :]}"
    text = text.replace("’s", "").replace("'s", "").replace("’", "").replace("&", " and ")
    found = []
    for word in _WORD.findall(text):
        full = is_acronym(word) and listed_name(organisation_key(word))
        parts = _WORD.findall(full.replace("Ministry", "").replace("Department", "")) if full else [word]
        found += [piece for part in parts for piece in _pieces(part.casefold())]
    return [word for word in found if word not in _list("silent")]


def _pieces(word: str) -> list[str]:
    """A head with a hyphen stays one ("governor-general"), other words are parted ("prime-minister")."""
    return [word] if word in _heads() else [fold_word(piece) for piece in word.split("-")]


def _whole(words: str, state: str | None) -> str | None:
    """The first of the names that knowledge gives one whole post, in a state."""
    for states, names in _same():
        if (not states or state in states) and " ".join(sorted(words.split(" "))) in names:
            return names[0]
    return None


def _sent(text: str) -> bool:
    return any(word.casefold() in read_toml("posts.toml")["sent"] for word in _WORD.findall(text))


@cache
def _same() -> tuple[tuple[frozenset[str], list[str]], ...]:
    return tuple(
        (frozenset(row.get("states", ())), [" ".join(_words(row["names"][0], [])), *map(_ordered, row["names"])])
        for row in read_toml("post_names.toml")["same"]
    )


def _ordered(name: str) -> str:
    return " ".join(sorted(_words(name, [])))


@cache
def _heads() -> frozenset[str]:
    posts = read_toml("posts.toml")
    return frozenset(posts["heads"]) - frozenset(posts["weak"]) - _list("no_heads") | _list("heads")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(read_toml("post_names.toml")[name])
