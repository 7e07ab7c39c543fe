"""Listed: items of a list that name a sum and what it is for, without a verb: "• 3 million euros for schools in Oruro".

So does a contract that serves nothing else: "• Loan contract for 3 million euros for the port of Tema". Where a list of
grants or loans is led up to, its items may end with the sum: "• Rural School, Oruro – new desks (EUR 40,000)".

The judge looks at predicates and sees none here. What the sentence above the list says tells how far they have come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span

from dragoman.knowledge import any_of
from dragoman.models import Activity, Entry, Instrument, Stage
from dragoman.reading.drafting.activities import draft_activity
from dragoman.reading.frames.frames import Frame
from dragoman.reading.frames.leads import dated_by_lead, has_verb, lead_of
from dragoman.reading.frames.slots import slot_of
from dragoman.reading.frames.speech import stage_by_rule, stage_signals
from dragoman.reading.page import Page
from dragoman.reading.quantities.numbers import Quantity

# What may stand before the sum: a bullet, "a further", "up to".
_BEFORE = re.compile(rf"\W*(?:\(?\w{{1,2}}[.)]\s+)?(?:{any_of('giving.toml', 'opening')}\s+){{0,4}}", re.I)
_AS_AID = rf"(?:in|of|as)\s+{any_of('giving.toml', 'given_as')}\s+"
_PURPOSE = re.compile(
    rf"\s*(?:\([^()]*\)\s*)?(?:{_AS_AID})?(?:over \w+ years\s+)?(?:for|to|towards?|in support of)\s", re.I
)
_LENT = re.compile(rf"\b{any_of('giving.toml', 'lent')}\b", re.I)
# A contract on a sum: "Loan contract for", "Grant agreement worth up to".
_CONTRACT = re.compile(
    rf"\W*(?:\(?\w{{1,2}}[.)]\s+)?(?:an? |the )?{any_of('giving.toml', 'contracts_on')}\s+(?:contract|agreement)"
    r"\s+(?:for|of|on|worth|amounting to)\s+(?:up to\s+)?",
    re.I,
)
# What parts who gets a sum from what it is for, and that from the sum at the end of an item; what ends the item.
_PARTED = re.compile(r"\s[–—-]\s|:\s")
_TO_SUM = re.compile(r"(?:\s*[(–—:,]|\s-)\s*(?:about |some |up to )?$")
_END = re.compile(r"[\s)\].,;]*(?:\band)?\s*")
_UP = 3  # sentences before what leads up to a list, in which grants may be told of
_AID = re.compile(rf"\b{any_of('giving.toml', 'aid_lists')}\b", re.I)
_BETWEEN = re.compile(r",\s+(?:signed\s+)?between\s")
_CONFIDENCE = 0.5


def read_listed(page: Page) -> Iterator[Activity]:
    """The sums of lists and what they are for, as grants, or as loans if they are called so."""
    for number, sent in enumerate(page.sentences):
        if has_verb(sent):
            continue
        money = next((q for q in page.quantities_in(sent) if q.kind == "money"), None)
        if money is None:
            continue
        signed = _is_contract(sent, money)
        at_head = _PURPOSE.match(page.text, money.end, sent.end_char) and (signed or _is_first(sent, money))
        if not at_head and not (_is_last(sent, money) and _is_list_of_aid(page.sentences[:number])):
            continue
        frame = _frame(sent, money, page) if at_head else _frame_before(sent, money, page)
        type_ = "loan" if _LENT.search(sent.text) else "grant"
        entry = draft_activity(
            dated_by_lead(frame, page) if signed else frame, page, type_, _stage(page.sentences[:number])
        )
        why = ("activity: a sum in a list, and what it is for",)
        yield entry.model_copy(update={"confidence": _CONFIDENCE, "why": why})


def _is_first(sent: Span, money: Quantity) -> bool:
    return _BEFORE.fullmatch(sent.text[: money.start - sent.start_char]) is not None


def _is_last(sent: Span, money: Quantity) -> bool:
    """Whether an item ends with its sum, apart from what that is for."""
    before, behind = sent.text[: money.start - sent.start_char], sent.text[money.end - sent.start_char :]
    return bool(_TO_SUM.search(before) and _END.fullmatch(behind))


def _is_list_of_aid(before: Sequence[Span]) -> bool:
    """Whether what leads up to a list, or what is told right before that, is of grants, loans or those who get them."""
    lead = lead_of(before)
    around = [sent for sent in before if lead is not None and sent.start <= lead.start][-_UP - 1 :]
    return any(_AID.search(sent.text) for sent in around)


def _is_contract(sent: Span, money: Quantity) -> bool:
    """Whether an item names a contract on its sum."""
    return _CONTRACT.fullmatch(sent.text[: money.start - sent.start_char]) is not None


def without_what_is_listed(told: Iterable[Entry], listed: Sequence[Activity]) -> list[Entry]:
    """The entries but for what the items of a list name: contracts, and work without its sum, are what they tell."""
    spans = [span for item in listed for span in item.evidence]

    def is_told(entry: Entry) -> bool:
        first = entry.evidence[0]
        within = any(span.start <= first.end and first.start < span.end for span in spans)
        if isinstance(entry, Activity):
            return within and not (entry.amount and entry.amount.unit and entry.amount.unit.is_money)
        return isinstance(entry, Instrument) and entry.type in ("contract", "agreement") and within

    return [entry for entry in told if not is_told(entry)]


def _frame(sent: Span, money: Quantity, page: Page) -> Frame:
    """The item as a frame around the last word of its sum."""
    words = [token for token in sent if not token.is_space]
    while len(words) > 1 and words[0].is_punct:
        words.pop(0)
    while len(words) > 1 and words[-1].is_punct:
        words.pop()
    head = next(token for token in reversed(words) if token.idx < money.end)
    purpose = [token for token in words if token.idx >= money.end]
    sides = _BETWEEN.search(page.text, money.end, sent.end_char)
    if sides:  # those who signed are not what the sum is for
        purpose = [token for token in purpose if token.idx < sides.start()] or purpose
    frame = Frame(
        head, "activity", ("grant", "loan"), None, sent, purpose, words[0].idx, words[-1].idx + len(words[-1])
    )
    frame.actors = [(slot_of(actor.head, head, None, sent), actor) for actor in page.actors_in(sent)]
    frame.dates = page.dates_in(sent)
    frame.quantities = [money]
    return frame


def _frame_before(sent: Span, money: Quantity, page: Page) -> Frame:
    """The item as a frame around the sum at its end, told by what stands before that and behind who gets it."""
    frame = _frame(sent, money, page)
    words = [token for token in sent if frame.start <= token.idx < money.start]
    while len(words) > 1 and (words[-1].is_punct or words[-1].is_space):
        words.pop()
    parts = [m.end() for m in _PARTED.finditer(page.text, frame.start, words[-1].idx)]
    frame.core = [token for token in words if not parts or token.idx >= parts[0]]
    return frame


def _stage(before: list[Span]) -> Stage:
    """How far what a list holds has come, by the verb of what leads up to it: agreed on, if that only says "is"."""
    lead = lead_of(before)
    if lead is None or lead.root.pos_ != "VERB":
        return "agreed"
    stage = stage_by_rule("activity", stage_signals(lead.root, lead.root))
    return "agreed" if stage == "underway" else stage
