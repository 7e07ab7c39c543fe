"""Which documents of a development set are kept aside: nothing is trained or tuned on them."""

from __future__ import annotations

import hashlib

# 51 of the 256 values of a byte: a fifth of the documents.
_SHARE = 51


def kept_aside(id: str) -> bool:
    """Whether the document ``id`` is kept aside; the same for the bench and for every training script."""
    return hashlib.sha256(id.encode()).digest()[0] < _SHARE
