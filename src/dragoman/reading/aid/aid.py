"""The piece of aid that an account of development finance is mainly about, coded as AidData's coders would.

Classifiers over the wording say what kind of help it is, how far it has come and for which sector; rankers say who
gives, who receives, when and how much. Each leaves the words that decided in ``why``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.models import Activity, Evidence, Place
from dragoman.reading.aid.choice import Sides, best, listed, said_around
from dragoman.reading.aid.counts import count_given
from dragoman.reading.aid.implied import year_of_disaster
from dragoman.reading.aid.sums import is_doubtful, money_candidates, share_financed, tells_of_one
from dragoman.reading.aid.terms import find_terms
from dragoman.reading.aid.title import telling, title_of_account
from dragoman.reading.aid.wording import Lexicon, Word, features_of, lexicon, manner_of, words_of
from dragoman.reading.aid.years import date_candidates
from dragoman.reading.drafting.drafting import trim
from dragoman.reading.frames.frames import find_frames
from dragoman.reading.frames.pledges import stage_of_work
from dragoman.reading.page import Page
from dragoman.reading.scoring.context import Asked, Context, View, together
from dragoman.reading.scoring.encoder import Window, windows
from dragoman.reading.scoring.linear import LinearModel, Prediction
from dragoman.values import CountryCode, Edtf

if TYPE_CHECKING:
    from dragoman.reading.quantities.numbers import Quantity

# In tokens: the longest of AidData's narratives has 572; a longer text is about more than one piece of aid.
LONGEST = 650
# From this chance on a text is an account: 0.994 of the narratives kept aside are, of the releases and news 0.007.
ACCOUNT = 0.6
# A text of so few words without one of giving, lending or helping has to be an account beyond doubt.
SHORT, BEYOND_DOUBT = 30, 0.9
# An account is told in one go: none of AidData's narratives has more paragraphs, headings and list items than this,
# and none has a table.
BLOCKS = 5
# Chosen on the development data; scripts/train_aid.py prints what other values give for the amount.
AMOUNT = 0.25
# The same of sums that are hardly what the aid is worth: a fifth of them are.
AMOUNT_IN_DOUBT = 0.9
SECTOR = 0.5
# How often the rule for what was broken off is right on them (13 of 19).
BROKEN_OFF = 0.7
# What a verb settles by the guideline leaves little open.
SETTLED = 0.9
# Share of the entries that annotators of 135 whole narratives have too, with no sum and with a sum beyond doubt.
WITHOUT_SUM, WITH_SUM = 0.65, 1.0
_REACH = 7
_OPEN = "998"
# In pieces of words: most narratives are read in one window.
_WHOLE = 400
_UNSEEN: View = {}
# The labels of AidData's flow classes are activity types already, but for gifts of goods.
_GOODS = "in_kind"


def cues(question: str) -> dict[str, Lexicon]:
    """The groups of cues that a classifier looks at: "account", "flow", "stage" or "sector"."""
    if question == "sector":
        return {"sector": lexicon("sectors.tsv", "code")}
    groups = {"account": ("flow",), "flow": ("flow",), "stage": ("stage", "doubt", "flow")}[question]
    return {group: lexicon("aid_cues.tsv", "cue", group) for group in groups}


def windows_of(page: Page) -> Iterator[Window]:
    """The sentences of an account, as many together as can be, without the names of states and firms.

    What was learned from the accounts of one donor and its partners holds for others so.
    """
    named = [word for word in words_of(page.text) if word.mask]
    for window in windows(((sent.start_char, sent.text) for sent in page.sentences), _WHOLE):
        for word in named:
            window.hide(word.start, word.start + len(word.text))
        yield window


def asked_of_account(page: Page) -> Asked:
    """The account as the context is asked about it: all of it, and how it begins."""
    first = page.sentences[0]
    return Asked("account", [(0, len(page.text))], [(first.start_char, first.end_char)])


def context() -> Context:
    """What answers by the words around: for an account's flow, stage and sector, and for its year.

    It was trained for the recipient and the amount too and is not asked: there it errs more often than the linear
    models.
    """
    return Context.load("aid-context")


def classify(question: str, words: Sequence[Word], view: View = _UNSEEN) -> Prediction:
    """The answer to one of the questions of ``cues`` from the words, and from the context if it was asked."""
    model, seen = LinearModel.load(f"aid-{question}"), features_of(words, cues(question))
    chances = together(model.probabilities(seen), view.get(question))
    label = max(chances, key=chances.__getitem__)
    because = (*model.reasons(seen, label), *said_around(view.get(question), label))
    return Prediction(label, chances[label], because)


def sector_of(text: str) -> tuple[str | None, float, tuple[str, ...]]:
    """The DAC sector that a text on a piece of work is about, its probability, and the words that decided.

    The codes are those of ``sectors.tsv``; None if the text does not make the sector clear, or is about no one sector.
    """
    said = classify("sector", words_of(text))
    clear = said.probability >= SECTOR and said.label != _OPEN
    return (said.label if clear else None), said.probability, said.because


def stage_of(words: Sequence[Word], flow: str, view: View = _UNSEEN) -> Prediction:
    """How far a piece of aid of the kind ``flow`` has come.

    What was broken off and not resumed is too rare for training, so a rule goes before the classifier.
    """
    ended = None if flow == "debt_relief" else _broken_off(words)
    return ended or classify("stage", words, view)


def _told(page: Page) -> Prediction | None:
    """How far the aid has come if a verb of the first sentence settles it, as in the entries of any dated text.

    AidData's coders, of whose undated accounts the classifier knows, take "has agreed to lend" for a plan as often.
    """
    frames = find_frames(page) if page.anchor else ()
    opening = (frame for frame in frames if frame.kind == "activity" and frame.sent.start == 0)
    told = ((frame, stage_of_work(frame, page.anchor)) for frame in opening)
    return next((Prediction(stage, SETTLED, (f"“{frame.verb}”",)) for frame, stage in told if stage), None)


def _broken_off(words: Sequence[Word]) -> Prediction | None:
    ends = [(at, end, said) for at, end, said in lexicon("aid_cues.tsv", "cue", "end").find(words)]
    told = [(at, end, said) for at, end, said in ends if end != "resumed" and not manner_of(words, at)]
    if not told:
        return None
    at, end, said = told[-1]
    near = [word.lower for word in words[max(0, at - _REACH) : at + _REACH]]
    later = [n for n, other, _ in ends if other == "resumed" and n > at and not manner_of(words, n)]
    if any(word.startswith("debt") for word in near) or any(words[n].sentence <= words[at].sentence + 1 for n in later):
        return None
    return Prediction(end, BROKEN_OFF, (f"“{said}”",))


def read_main_activity(page: Page) -> Activity | None:
    """The one piece of aid that the text is an account of, None if it is no such account."""
    if len(page.doc) > LONGEST or page.blocks > BLOCKS or not page.layout.is_plain:
        return None
    if page.anchor is not None and not tells_of_one(page):
        return None
    words = words_of(page.text)
    seen = features_of(words, cues("account"))
    account = LinearModel.load("aid-account").chance(seen, "yes")
    cued = any(feature.startswith("flow") for feature in seen)
    if account[0] < (ACCOUNT if cued or len(words) >= SHORT else BEYOND_DOUBT):
        return None
    return _draft(page, words, account)


def _draft(page: Page, words: Sequence[Word], account: tuple[float, tuple[str, ...]]) -> Activity:
    understood = context().over(windows_of(page))
    (view,) = understood.views([asked_of_account(page)])
    flow, sector = classify("flow", words, view), classify("sector", words, view)
    stage = stage_of(words, flow.label, view)
    if stage.label not in ("suspended", "cancelled"):  # what was agreed to first may have been called off later
        stage = _told(page) or stage
    who = Sides.of(page)
    date = best("date", date_candidates(page, flow.label), page, understood)
    amount = best("amount", money_candidates(page, flow.label), page)
    receiver = who.receiver.value if who.receiver else None
    when = date.value[0].edtf if date else year_of_disaster(page.text, receiver)
    if stage.label != "planned" and when and Edtf(when).begins_after(page.anchor):
        when = None  # that of what is to follow
    place = _place(page, receiver)
    sure = AMOUNT_IN_DOUBT if amount and is_doubtful(page, amount.value) else AMOUNT
    sum_ = share_financed(page, amount.value) if amount and amount.chance >= sure else None
    count = count_given(page) if sum_ is None else None
    return Activity(
        type=_type(flow.label, words),
        title=title_of_account(page, place.name if place else None),
        parties=tuple(who.parties(page)),
        date=when,
        due=when if stage.label == "planned" else None,
        place=place,
        stage=stage.label,
        amount=sum_.amount if sum_ else count.amount if count else None,
        sector=sector.label,
        terms=find_terms(page.text) if flow.label == "loan" else None,
        evidence=tuple(_evidence(page, sum_ or count)),
        salience=1.0,
        confidence=_confidence(account[0], amount.chance if sum_ and amount else 0.0),
        why=(
            f"an account of aid by {listed(account[1])}",
            f"{flow.label} by {listed(flow.because)}",
            f"{stage.label} by {listed(stage.because)}",
            f"sector {sector.label} by {listed(sector.because)}",
            *who.why(),
            *((f"of {date.value[0].edtf} by {listed(date.because)}",) if date else ()),
            *((f"{sum_.value or sum_.high:.15g} {sum_.unit} by {listed(amount.because)}",) if sum_ and amount else ()),
        ),
    )


def _confidence(account: float, amount: float) -> float:
    """How often such an entry is the annotators' own, on the development narratives: its sum makes it sure."""
    return round(account * (WITHOUT_SUM + (WITH_SUM - WITHOUT_SUM) * amount), 3)


def _type(flow: str, words: Sequence[Word]) -> str:
    """Gifts are told apart: of goods and no money is ``in_kind``."""
    if flow != "grant":
        return flow
    said = [value for _, value, _ in lexicon("aid_cues.tsv", "cue", "gift").find(words)]
    return _GOODS if "goods" in said and "money" not in said and "works" not in said else flow


def _evidence(page: Page, sum_: Quantity | None) -> Iterator[Evidence]:
    """The sentence that tells of the aid, as a rule that which the account begins with, and the one with its sum."""
    first = telling(page)
    for sent in page.sentences:
        if sent.start == first.start or (sum_ is not None and sent.start_char <= sum_.start < sent.end_char):
            yield trim(page.text, sent.start_char, sent.end_char)


def _place(page: Page, state: CountryCode | None) -> Place | None:
    """The first place named in the state that receives, else that state."""
    if state is None:
        return None
    found = next((a for a in page.actors if a.kind == "place" and a.code == state), None)
    return Place(name=found.name if found else state.country, country=state)
