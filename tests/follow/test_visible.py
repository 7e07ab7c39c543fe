"""Signs that deceive the eye are written out, and all other signs are left alone."""

import pytest

from dragoman.follow.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pay \u202e000,1\u202c", "pay ⟨U+202E⟩000,1⟨U+202C⟩"),
        ("a\u200bb\ufeffc\u2066d", "a⟨U+200B⟩b⟨U+FEFF⟩c⟨U+2066⟩d"),
        ("bell\x07 and escape\x1b[31m", "bell⟨U+0007⟩ and escape⟨U+001B⟩[31m"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
    ],
)
def test_deceiving_signs_are_written_out(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["", "Ørsted – “naïve”\n\tline", "日本とキルギス", "שלום עולם", "مرحبا", "🇯🇵 🇰🇬", "नमस्ते"]
)
def test_other_signs_stay(text):
    assert visible(text) is text
