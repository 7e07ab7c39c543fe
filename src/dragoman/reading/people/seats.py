"""Seats: the posts that a text has filled so far, and whose one is that it names again without its holder."""

from __future__ import annotations

from dragoman.reading.people.post_fields import words
from dragoman.reading.people.posts import Post
from dragoman.reading.states.bodies import Layout
from dragoman.reading.states.gazetteer import FOR_A_STATE
from dragoman.values import CountryCode

_FAR = 400  # characters before the post of a town in which its office may be that of the town
_FULL_TITLE = 3  # words that tell a post from the others of its kind: "Acting Prime Minister"


class Seats:
    """The posts of one document whose holders and states are known; ``home`` is the state whose government speaks."""

    def __init__(self, layout: Layout, home: CountryCode | None, dateline: CountryCode | None) -> None:
        self.layout = layout
        self.home = home
        self.dateline = dateline
        self._filled: list[tuple[Post, frozenset[str], CountryCode]] = []

    def fill(self, post: Post, code: CountryCode) -> None:
        """Note a post that somebody of the state ``code`` holds."""
        self._filled.append((post, self._words(post), code))

    def state_of(self, post: Post) -> CountryCode | None:
        """The state of the only ones named before in such a post: "the Ambassador", of Chile as the text has it.

        Else the state of the dateline, if the sentence names none before. The state that speaks has a Prime Minister
        and an ambassador too, who need no name.
        """
        title = self._words(post)
        before = [(words, code) for held, words, code in self._filled if held.first < post.first]
        if self.home is not None:
            same = {code for words, code in before if words == title and len(title) >= _FULL_TITLE}
            return same.pop() if len(same) == 1 else None
        fitting = {code for words, code in before if title <= words}
        if len(fitting) == 1:
            return fitting.pop()
        first, _ = self.layout.sentence(post.head)
        named = any(n.code and n.kind in FOR_A_STATE for n in self.layout.within(first, post.first))
        return self.dateline if not fitting and not named else None

    def _words(self, post: Post) -> frozenset[str]:
        """The words of a post without those of states and small ones."""
        tokens = (self.layout.doc[i] for i in range(post.first, post.last) if i not in self.layout.at)
        return frozenset(token.lower_ for token in tokens if token.is_alpha and not token.is_stop)


def state_of_town(layout: Layout, post: Post) -> CountryCode | None:
    """The state of the town of which a post is that names none: of the one named last before, "Mayor" in Cochabamba."""
    if layout.doc[post.head].lower_ not in words("local"):
        return None
    at = layout.doc[post.first].idx
    towns = [n for n in layout.names if n.kind in ("city", "capital", "region") and n.code and at - _FAR < n.start < at]
    return towns[-1].code if towns else None
