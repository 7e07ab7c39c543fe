"""How annotated documents are parted: what is kept aside, what is scored in which fold, and what is trained on then."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Protocol

from bench.split import kept_aside
from own_documents import counterparts

OWN = "own"  # the set of our own documents, which are trained on and never scored
FOLDS = 5


class Parted(Protocol):
    """A document of a set."""

    set: str
    id: str


def fold_of(document: Parted) -> int | None:
    """The fold whose models are trained without the document, None if all are trained with it.

    Of our own documents a counterpart goes with the document that it was written after, whose answers it knows.
    """
    id = counterparts().get(document.id) if document.set == OWN else document.id
    return None if id is None else hashlib.sha256(b"fold" + id.encode()).digest()[0] % FOLDS


def weight_of(document: Parted, ours: float, counterpart: float) -> float:
    """What a document weighs in training beside one of the development sets."""
    if document.set != OWN:
        return 1.0
    return counterpart if document.id in counterparts() else ours


def aside[D: Parted](documents: Iterable[D]) -> list[D]:
    """What is kept aside."""
    return [d for d in documents if d.set != OWN and kept_aside(d.id)]


def known[D: Parted](documents: Iterable[D]) -> list[D]:
    """What is not kept aside, our own with it."""
    return [d for d in documents if d.set == OWN or not kept_aside(d.id)]


def scored_in[D: Parted](fold: int, documents: Iterable[D]) -> list[D]:
    """What is scored in a fold."""
    return [d for d in known(documents) if d.set != OWN and fold_of(d) == fold]


def trained_for[D: Parted](fold: int, documents: Iterable[D]) -> list[D]:
    """What the models that score a fold are trained on."""
    return [d for d in known(documents) if fold_of(d) != fold]
