"""Which documents of a development set are kept aside, and the models that know nothing of them.

The models that are shipped are trained on every document that there is. Those in ``models/`` are made by the same
scripts, from the same data without what is kept aside, and read what is kept aside when the bench measures it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

MODELS = Path(__file__).with_name("models")

# 51 of the 256 values of a byte: a fifth of the documents.
_SHARE = 51


def kept_aside(id: str) -> bool:
    """Whether the document ``id`` is kept aside; the same for the bench and for every training script."""
    return hashlib.sha256(id.encode()).digest()[0] < _SHARE
