"""Signs that deceive the eye, written out: a document must not be able to show other words than it has."""

from __future__ import annotations

import re

# Control characters but tab and line ends, and the signs that turn the direction of writing (UAX #9) or stand nowhere.
_DECEIVING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with such signs as their numbers: "⟨U+202E⟩"."""
    return _DECEIVING.sub(_number, text) if _DECEIVING.search(text) else text


def _number(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"
