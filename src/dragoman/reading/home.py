"""Which state's government speaks in a document, if it is a release or a speech of one."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from dragoman.reading.gazetteer import Name, find_names
from dragoman.values import CountryCode

_QUOTED = re.compile(r"[\"“][^\"”]{0,2000}[\"”]")
_TITLE = (
    r"(?:acting |deputy |vice[- ])?(?:prime minister|president|premier|foreign minister|chancellor|general secretary|king|queen|"
    r"governor-general|head of state|minister for [a-z]+|minister of [a-z]+|leaders?|counterpart|ambassador)"
)
# What makes a text the speech of somebody, and how much: "our government", "I", "the Prime Minister" without a state.
_VOICE = (
    (3, re.compile(r"(?i)\b(?:my|our) (?:own )?(?:government|country|nation|foreign minister|ministers?|parliament)\b")),
    (1, re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")),
    (3, re.compile(r"(?i)\b(?:media|press) (?:release|statement)\b|\bfor (?:press|media)\b|\bstatement by the \b|\bjoint statement\b")),
    (2, re.compile(r"\btoday (?:announced|said|signed|welcomed)\b|\b(?:pleased|delighted) to (?:announce|welcome)\b")),
    (2, re.compile(r"(?:^|[.\n]\s*|today )(?:The )?(?:Acting |Deputy )?(?:Prime Minister|PRIME MINISTER|Minister for)\b(?! of)")),
    (1, re.compile(r"(?m)^(?:VISIT|Visit) ")),
)  # fmt: skip
_ACTS = (
    r"(?i)(?:[’']?s?)\s+(?:federal |commonwealth )?(?:government|defence forces?|troops|forces|taxpayers|contribution|commitment|aid|"
    r"assistance|exports?|exporters|companies|industry|support|parliament|business|businesses|ministers|high commission|embassy|"
    r"consulate|interests?|investment|officials|veterans|schools|universities)\b"
)
_SELF = r"(?i)\b(?:i|we|my|prime minister(?! of)(?: (?!of|that)[a-z]+){0,2})(?: (?!that\b|welcom)[a-z]+){0,4} "
# What stands before (first) and after (second) a state's name, and how much that speaks for its being the one that speaks.
_EVIDENCE = tuple(
    (weight, re.compile(before), re.compile(after))
    for weight, before, after in (
        (5, r"(?i)\b(?:we in|on behalf of(?: all| the [a-z ]{2,30})?|all|every|fellow|for) $", r"(?i)(?:[’']s)? |s\b(?=.{0,40}\b(?:i|we|our)\b)"),
        (5, r"(?i)\b(?:his|her|your|[’']s|their|state|official) (?:\w+ )?(?:visit|arrival|trip) (?:to|in) $", r""),
        (5, r"(?i)\b(?:visit|arrival) (?:to|in) $", r"(?i) (?:by|from)\b"),
        (-6, _SELF + r"\b(?:visit|visits|visiting|travel to|travelling to|go to|going to|leave for|arrive in|stay in)(?: \w+){0,4} ?$", ""),
        (-6, r"(?i)\b(?:invitation of|visit(?:ing)? to|journey to) (?:the )?(?:government of (?:the )?)?$", ""),
        (4, r"(?i)\b(?:will|to) (?:make .{0,20})?visit $|\bguest of the $|\bwelcom\w+ .{2,60} (?:to|in) $|\b(?:arrives?|arriving|arrived|time) in $", ""),
        (-3, rf"(?i)\b{_TITLE},? (?:of|for|from) (?:the )?(?:people[’']s |islamic |socialist )?$", ""),
        (-6, "", rf"(?i)(?:[’']s)? (?:new |then |acting )?{_TITLE}\b"),
        (-3, r"(?i)\b(?:government|people|leaders|support|help|assist\w*|aid) (?:of|for|to|from) (?:the )?$", ""),
        (4, "", _ACTS),
        (4, r"(?i)\b(?:is|are|remains?|was|as|of) (?:one of |also )?$", r"[’']s? (?!east|west|north|south)[a-z]"),
        (-2, "", r" (?:is|remains) (?:one of )?[A-Z]\w+[’']s"),
        (4, r"(?i)(?:between|of|^|[.]) ?$", r" ?(?:-| and |/)(?:the )?(?=[A-Z])"),
        (2, "", r" ?(?:-| and |/)(?:the )?(?=[A-Z])"),
        (-2, r"[a-zA-Z](?:-| and (?:the )?)$", ""),
        (2, "", r" (?:will|has|welcomes|congratulates|supports|attaches|stands|places)\b|[’']s (?!east|west|north|south)[a-z]"),
        (-1, r"(?i)\b(?:in|to|from|of|with) (?:the )?$", ""),
    )
)  # fmt: skip
# A capital that dates the text: "CANBERRA 28 January 1970".
_DATED = re.compile(r"\s+\d{1,2} [A-Z][a-z]+ \d{4}|\s*$|\s+(?:The|Prime|Today|I)\b")
_DATED_WEIGHT = 6
# By how much the state must lead in a text that is clearly spoken by somebody, and in one that may not be.
_SPOKEN, _MARGIN, _WIDE_MARGIN = 3, 1, 6


def home_state(doc: Doc) -> CountryCode | None:
    """The state whose government speaks in ``doc``, if it is a release of one; None for news and narratives.

    A release speaks in the first person outside quotations, or of "the Prime Minister" without a state. Its state
    comes first where two are paired, acts through its government, and is not the one that is travelled to.
    """
    whole = doc.text
    text = _QUOTED.sub(lambda quote: " " * len(quote.group()), whole)
    voice = sum(weight * len(pattern.findall(text)) for weight, pattern in _VOICE)
    if not voice or 300 * voice < len(doc):
        return None
    scores: Counter[CountryCode] = Counter()
    for name in find_names(whole):
        if name.code and name.kind in ("state", "adjective", "people", "capital"):
            scores[name.code] += _weight(whole, name)
    (best, most), (_, second) = (*scores.most_common(2), (None, 0), (None, 0))[:2]
    return best if most > 0 and most - second >= (_MARGIN if voice >= _SPOKEN else _WIDE_MARGIN) else None


def _weight(text: str, name: Name) -> int:
    """How much a mention speaks for its state being the one that speaks."""
    before = text[max(0, name.start - 90) : name.start]
    if name.kind == "capital" and re.search(r"[.\n\d ] ?$", before) and _DATED.match(text, name.end):
        return _DATED_WEIGHT
    for weight, left, right in _EVIDENCE:
        if left.search(before) and right.match(text, name.end):
            return weight
    return int(name.kind in ("adjective", "people"))
