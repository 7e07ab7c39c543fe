"""Lists of who held a post: "Ambassadors of Peru to Fiji", and a name with its years in each line or between commas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.knowledge import any_of
from dragoman.models import Evidence, Party, Tenure
from dragoman.reading.layout.cells import Line, lines_of
from dragoman.reading.layout.values import states_in
from dragoman.reading.page import Page
from dragoman.reading.people.names import NAME, titles_before
from dragoman.reading.states.gazetteer import fold
from dragoman.values import CountryCode, Edtf

_LEAST = 2  # holders that make a list
_FEWEST_WORDS = 2  # of a name
_LONGEST = 14  # words of a heading
_YEAR = r"(?:(?:[A-Z][a-z]{2,8}\.? )?\d{0,2}(?:\. ?|, ?)?)?(?:19|20)\d\d"
_NOW = r"present|today|now|date|\.\.\.|…"
_SPAN = rf"(?:(?:since|from) (?P<since>{_YEAR})|(?P<first>{_YEAR})(?:\s?(?:[-–—]|to)\s?(?P<last>{_YEAR}|{_NOW})?)?)"
_BULLET = r"[ \t]*(?:[-*•–·▪]|\d{1,2}[.)])?[ \t]*"
_BEFORE = re.compile(rf"{_BULLET}{_SPAN}\s?[:,–—-]?\s+(?P<who>.+)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?P<who>[^(),;:]+?)\s?(?:\(|,\s?|\s)(?:in office )?{_SPAN}\)?", re.IGNORECASE)
_NAME = re.compile(NAME)
_TO = re.compile(r"\b(?:to|in|accredited to)\s+(?:the\s+)?$")
_YEARS = re.compile(r"(?:19|20)\d\d")


@cache
def _posts() -> re.Pattern[str]:
    """The plural of a post in a heading, with what stands before and behind it up to a colon or the end."""
    return re.compile(rf"(?P<before>[^:.\n]*?)\b(?P<head>{any_of('posts.toml', 'listed')})\b(?P<behind>[^:.\n]*)", re.I)


def read_holders(page: Page, told: Sequence[Tenure] = ()) -> Iterator[Tenure]:
    """The holders that lists of the page name, but for those of whom the text ``told`` already holds the post."""
    known = {(tenure.person.split()[-1], tenure.post.split()[0].lower()) for tenure in told}
    heading: Line | None = None
    found: list[Tenure] = []
    for line in lines_of(page.layout.text or page.text):
        one = _in_line(heading, line, page) if heading else None
        if heading and one:
            found.append(one)
            continue
        yield from _unless_known(found, known)
        found, heading = [], line if _is_heading(line) else None
        yield from _unless_known(list(_in_a_row(line, page)), known)
    yield from _unless_known(found, known)


def _unless_known(found: Sequence[Tenure], known: set[tuple[str, str]]) -> Iterator[Tenure]:
    if len(found) >= _LEAST:
        yield from (one for one in found if (one.person.split()[-1], one.post.split()[0].lower()) not in known)


def _is_heading(line: Line) -> bool:
    return len(line.text.split()) <= _LONGEST and bool(_posts().match(line.text)) and line.text[-1:] not in ".;,"


def _in_line(heading: Line, line: Line, page: Page) -> Tenure | None:
    """The holder of a line: "1999–2004 Ana Vula", "since 2015: Ana Vula", "Ana Vula (1999–2004)"."""
    match = _BEFORE.fullmatch(line.text) or _behind(line.text)
    return _holder(heading.text, match, line.start, page) if match else None


def _behind(text: str) -> re.Match[str] | None:
    found = _BEHIND.match(text, re.match(_BULLET, text).end())  # type: ignore[union-attr]
    return found if found and not text[found.end() :].strip(" .;,)") else None


def _in_a_row(line: Line, page: Page) -> Iterator[Tenure]:
    """The holders behind a colon: "Ambassadors of Peru: Ana Vula (2013–2017), Juan Rey (since 2017)."."""
    post = _posts().match(line.text)
    at = line.text.find(":") if post else -1
    if post is None or at < 0 or len(line.text[:at].split()) > _LONGEST:
        return
    for item in re.finditer(r"[^,;]*\([^)]*\)", line.text[at + 1 :]):
        if match := _BEHIND.match(item.group().strip()):
            lead = len(item.group()) - len(item.group().lstrip())
            if one := _holder(line.text[:at], match, line.start + at + 1 + item.start() + lead, page):
                yield one


def _holder(heading: str, match: re.Match[str], offset: int, page: Page) -> Tenure | None:
    who = match["who"].strip(" .,;")
    title = titles_before().match(who)
    name = who[title.end() :] if title else who
    if not _NAME.fullmatch(fold(name)) or len(name.split()) < _FEWEST_WORDS:
        return None
    if any(state.end - state.start == len(name) for state in states_in(name)):
        return None
    post, of, to = _post(heading, page)
    if of is None:
        return None
    begin = offset + match.start("who") + match["who"].index(name)
    return Tenure(
        title=f"{name}, {post}",
        person=name,
        post=post,
        of=of.country,
        to=to.country if to else None,
        parties=(Party(name=name, code=of, role="holder"),),
        date=_time(match),
        evidence=(Evidence(start=min(begin, offset + match.start()), end=offset + match.end()),),
        why=("post: the heading of a list",),
    )


def _time(match: re.Match[str]) -> Edtf | None:
    years = [_YEARS.findall(part)[-1] for part in (match["since"], match["first"], match["last"]) if part and
             _YEARS.search(part)]  # fmt: skip
    if not years:
        return None
    open_ = bool(match["since"]) or bool(match["last"] and not _YEARS.search(match["last"]))
    return Edtf(f"{years[0]}/.." if open_ else "/".join(dict.fromkeys(years)))


def _post(heading: str, page: Page) -> tuple[str, CountryCode | None, CountryCode | None]:
    """The post of a heading in the singular, the state that it is of, and the one that it is sent to."""
    found = _posts().match(heading.strip(" \t#*•-"))
    if found is None:
        return heading, None, None
    behind = re.split(r"\s+(?:since|from|until|between)\b|\s*\(", found["behind"])[0].rstrip()
    post = re.sub(
        r"^(?:the|former|list of|all)\s+", "", f"{found['before']}{_single(found['head'])}{behind}", flags=re.I
    )
    named = [name for name in states_in(post) if name.code]
    led = next((name for name in named if _TO.search(post[: name.start])), None)
    own = next((name.code for name in named if name is not led), None)
    others = [code for code in (page.home, *page.pair) if code]
    own = own or next((code for code in others if led is None or code != led.code), None)
    to = led.code if led else next((code for code in page.pair if code != own), None)
    return post[:1].upper() + post[1:] if not found["before"].strip() else post, own, to


def _single(plural: str) -> str:
    first, *rest = plural.split(" ")
    return " ".join([first.removesuffix("s"), *rest])
