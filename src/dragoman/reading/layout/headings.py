"""What headings and labels mean: what stands under them, in which unit, and what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, get_args

from dragoman.knowledge import read_toml, read_tsv, word_set
from dragoman.models import Measure, Stage
from dragoman.reading.quantities import money
from dragoman.reading.quantities.units import measure_of, people, plurals, symbols, units
from dragoman.reading.quantities.whose_money import choose
from dragoman.values import CurrencyCode

Role = Literal[
    "name", "treaty", "sum", "cost", "giver", "taker", "doer", "stage", "signed", "decided", "begin", "end", "period",
    "force", "form", "terms", "place", "number", "sector", "told",
]  # fmt: skip

_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|%")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "crore": 1e7, "lakh": 1e5}
_LONGEST = 9  # words of a label or a heading
_PROBE = "100000"  # a number beside which words and signs of money are looked for
_COUNTING = re.compile(r"^(?:total )?(?:number|no\.?|nr\.?|#|count) (?:of )?|^total |^#\s?", re.I)
_ADDED = ("ed", "ing", "en")  # "scholarships awarded"


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a heading in small letters, without what stands in brackets."""
    return tuple(word.lower() for word in _WORD.findall(_ASIDE.sub(" ", text)))


@lru_cache(maxsize=4096)
def role_of(heading: str, *, whole: bool = False) -> Role | None:
    """What stands under a heading; as a ``whole`` only if it says nothing else."""
    words = words_of(heading)
    if not words or len(words) > _LONGEST:
        return None
    if exact := _roles().get(" ".join(words)):
        return exact
    if whole:
        return None
    held = [" ".join(words[at : at + n]) for n in range(len(words), 0, -1) for at in range(len(words) - n + 1)]
    alone = word_set("headings.toml", "plain", "alone")
    return next((role for part in held if part not in alone and (role := _roles().get(part))), None)


@cache
def _roles() -> dict[str, Role]:
    known = read_toml("headings.toml")["roles"]
    found: dict[str, Role] = {}
    for role in get_args(Role):
        for phrase in known[role]:
            found.setdefault(phrase, role)
    return found


# ---------------------------------------------------------------- units


@dataclass(frozen=True, slots=True)
class Scale:
    """What the bare numbers under a heading are: of which unit, and how many of it make one."""

    unit: str
    factor: float = 1.0

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return measure_of(self.unit) is None and self.unit != "%"


@lru_cache(maxsize=4096)
def unit_in(text: str, whole_text: str, dollar: CurrencyCode) -> Scale | None:
    """The unit that a heading or a caption gives to numbers: "(USD million)", "thousand tonnes", "%"."""
    for part in _parts(text):
        for match in _scale_words().finditer(part):
            factor = _scale_of(match.group())
            currency = _currency(part[: match.start()], part[match.end() :], whole_text, dollar)
            if unit := currency or _measured(re.sub(r"^\W*(?:of )?", "", part[match.end() :])):
                return Scale(unit, factor)
        currency = _currency(part, "", whole_text, dollar) or _currency("", part, whole_text, dollar, alone=True)
        unit = currency or _measured(part.strip(" ."))
        if unit and not (part == text and measure_of(unit) == "duration"):  # the heading "Year" is no unit
            return Scale(unit)
    return None


def _parts(text: str) -> list[str]:
    """Where a unit may stand, the likeliest first: in brackets, behind a comma or "in", all of the text."""
    inside = [part.strip("()[] ") for part in _ASIDE.findall(text)]
    behind = re.split(r",\s|:\s|;\s|\bin (?=\S)|\bUnit:?\s", text)[1:]
    return [*(re.sub(r"^in ", "", part) for part in inside), *behind, text]


@cache
def _scale_words() -> re.Pattern[str]:
    known = sorted((word for words in read_toml("headings.toml")["scales"].values() for word in words), key=len)
    return re.compile(rf"(?<![a-z\d])(?:{'|'.join(re.escape(word) for word in reversed(known))})(?![\w])", re.I)


def _scale_of(word: str) -> float:
    known = read_toml("headings.toml")["scales"]
    return next(_SCALES[name] for name, words in known.items() if word.lower() in words)


def _currency(
    before: str, behind: str, whole_text: str, dollar: CurrencyCode, *, alone: bool = False
) -> CurrencyCode | None:
    """The currency whose name or sign ends what stands ``before`` a magnitude or begins what stands ``behind`` it."""
    probe = f"{before.rstrip()} {_PROBE}" if before[-1:].isalnum() or before[-1:] in " ." else f"{before}{_PROBE}"
    if before.strip() and (found := money.currency_before(probe, len(probe) - len(_PROBE), 1e5)):
        return choose(found[0], probe[found[1] :], whole_text, dollar)
    probe = f"{_PROBE} {re.sub(r'^\W*(?:of )?', '', behind)}" if behind[:1] not in "$€£¥" else f"{_PROBE}{behind}"
    found = money.currency_after(probe, len(_PROBE), 1e5) if behind.strip() else None
    if found and not (alone and probe[found[1] :].strip(" .)")):
        return choose(found[0], probe, whole_text, dollar)
    signed = behind.strip()[:1]
    if signed in "$€£¥" and signed and (found := money.currency_before(f"{signed}{_PROBE}", 1, 1e5)):
        return choose(found[0], signed, whole_text, dollar)
    return None


def _measured(text: str) -> str | None:
    """The unit of measure that a text is, nothing else."""
    if re.match(r"(?:in |share,? )?(?:%|per ?cent\b)", text.strip(), re.IGNORECASE):
        return "%"
    probe = f"1 {text}"
    found = symbols().after(probe, 1) or units().after(probe, 1)
    return found[0] if found and not probe[found[1] :].strip(" .)") else None


# ---------------------------------------------------------------- what is measured or counted


@lru_cache(maxsize=4096)
def measure_in(text: str) -> Measure | None:
    """What the first word of a heading or a caption that names a measure says is measured."""
    words = words_of(text)
    known = _measure_words()
    pairs = (" ".join(words[at : at + 2]) for at in range(len(words) - 1))
    return next((known[word] for word in (*pairs, *words) if word in known), None)


@cache
def _measure_words() -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for row in read_tsv("measures.tsv"):
        word = row["lemma"]
        if (measure := as_measure(row["measure"])) is not None:
            found |= {word: measure, f"{word[:-1]}ies" if word.endswith("y") else f"{word}s": measure}
    for name, words in read_toml("headings.toml")["measures"].items():
        found |= {word: measure for word in words if (measure := as_measure(name)) is not None}
    return found


def as_measure(name: str | None) -> Measure | None:
    """The measure of that name, None if there is none."""
    return next((measure for measure in get_args(Measure) if measure == name), None)


@lru_cache(maxsize=4096)
def counted_in(heading: str) -> str | None:
    """The noun for what a heading counts ("Number of students": student), None if it counts nothing."""
    said = _COUNTING.sub("", _ASIDE.sub("", heading).strip())
    counting = said != _ASIDE.sub("", heading).strip()
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", said.lower())
    for word in words:
        noun = _singular(word)
        if (noun in people() or word.endswith("s") or counting or word in plurals()) and not word.endswith(_ADDED):
            return people().get(noun, noun) if noun != word or noun in people() else None
    return None


def _singular(word: str) -> str:
    if word in plurals():
        return plurals()[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]


def is_total(label: str) -> bool:
    """Whether a row adds up the others."""
    words = " ".join(words_of(label))
    return any(
        words == total or words.startswith(f"{total} ") for total in read_toml("headings.toml")["plain"]["totals"]
    )


def says(text: str, name: str) -> bool:
    """Whether a heading holds one of the words of a plain list of ``headings.toml``."""
    return not set(read_toml("headings.toml")["plain"][name]).isdisjoint(words_of(text))


def is_any_number(heading: str) -> bool:
    """Whether a heading says no more than that numbers stand under it: what of, the rows name."""
    return " ".join(words_of(heading)) in word_set("headings.toml", "plain", "any_number")


def tell_of_works(headings: Sequence[str]) -> bool:
    """Whether a line of headings says what single things are: their names, sums, parties, dates."""
    return sum(role_of(heading) is not None for heading in headings) > 1


def tell_of_numbers(headings: Sequence[str]) -> bool:
    """Whether a line of headings tells a measure, a unit, what is counted, or years."""
    return any(map(_is_measured, headings)) or any(map(is_any_number, headings[1:])) or _are_years(headings)


@lru_cache(maxsize=4096)
def _is_measured(heading: str) -> bool:
    """Whether a heading tells a measure, what is counted, or a unit."""
    if measure_in(heading) or counted_in(heading) or _scale_words().search(heading) or "%" in heading:
        return True
    return any(_measured(part.strip(" .")) for part in _parts(heading)[:-1])


def _are_years(headings: Iterable[str]) -> bool:
    found = [re.fullmatch(r"\D{0,3}(?:19|20)\d\d(?:[/–-]\d{2,4})?\D{0,3}", heading.strip()) for heading in headings]
    return sum(map(bool, found)) > 1


# ---------------------------------------------------------------- words that stand under headings


@lru_cache(maxsize=4096)
def stage_in(text: str) -> Stage | None:
    """How far a status says that a thing has come."""
    rows = read_toml("headings.toml")["stages"]
    found = ((row["stage"], word) for row in rows for word in row["words"])
    held = [(stage, word) for stage, word in found if _holds(text, word)]
    return max(held, key=lambda pair: len(pair[1]))[0] if held else None


def _holds(text: str, phrase: str) -> bool:
    """Whether a text holds a phrase as whole words; "%" is none."""
    before = r"(?<![\w-])" if phrase[0].isalnum() else ""
    return bool(re.search(rf"{before}{re.escape(phrase)}(?!\w)", text, re.IGNORECASE))


@lru_cache(maxsize=4096)
def form_in(text: str) -> str | None:
    """The type of work that the words for a sum or for the kind of finance make it."""
    rows = read_toml("headings.toml")["forms"]
    return next((str(row["type"]) for row in rows if any(_holds(text, word) for word in row["words"])), None)


@cache
def _instrument_nouns() -> dict[str, str]:
    rows = (row for row in read_tsv("frames.tsv") if row["kind"] == "instrument" and row["pos"] == "noun")
    return {row["lemma"]: row["type"] for row in rows}


@lru_cache(maxsize=4096)
def instrument_in(title: str, *, at_once: bool = False) -> str | None:
    """The type of the treaty or paper that a title is of: by the last noun for one before "of", "on", "between".

    Where there is none, by the first one behind; not if it must be named ``at_once``.
    """
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", title)]
    head = next((n for n, word in enumerate(words) if word in _LEADING_ON), len(words))
    known = _instrument_nouns()
    named = [known.get(word) or known.get(word.rstrip("s")) for word in words]
    behind = [] if at_once else named[head:]
    return next(filter(None, [*reversed(named[:head]), *behind]), None)


_LEADING_ON = frozenset(
    ("of", "on", "for", "between", "in", "to", "with", "concerning", "regarding", "amending", "about")
)
