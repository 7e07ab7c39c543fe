"""A word that the end of a line has parted is put together; one with a hyphen of its own keeps it."""

import pytest

from dragoman.documents.printed.hyphens import joined, vocabulary


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("the admin-", "istration of", "the administration of"),
        ("a long-", "term plan", "a long-term plan"),
        ("the high-", "est dam", "the highest dam"),
        ("a Franco-", "German plan", "a Franco-German plan"),
        ("short-", "and long-term aid", "short- and long-term aid"),
        ("in 2018-", "2019 it", "in 2018-2019 it"),
        ("the peace-", "keeping force", "the peace-keeping force"),
        ("see https://un.example/", "news", "see https://un.example/news"),
        ("the port—", "a large one", "the port—a large one"),
        ("he said –", "and left", "he said – and left"),
        ("two ships", "of Peru", "two ships of Peru"),
    ],
)
def test_two_lines_become_one(left, right, whole):
    assert joined(left, right, vocabulary(["Peace-keeping is costly, and so is administration."])) == whole
