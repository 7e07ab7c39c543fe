"""Who held which post, and how names vary: the files hold together."""

import re
import tomllib

from dragoman.knowledge import FOLDER, read_toml, read_tsv
from dragoman.ledger.actors.posts import read_post
from dragoman.values import CountryCode, Edtf


def test_terms_follow_each_other_within_a_post():
    ended = {}
    for row in read_tsv("holders.tsv"):
        post = read_post(row["post"], CountryCode(row["state"]))
        begun = Edtf(row["from"])
        assert post is not None, row
        assert post.key not in ended or ended[post.key] <= begun, row
        ended[post.key] = Edtf(row["to"]) if row["to"] else "9999"
        assert begun < ended[post.key], row


def test_every_post_has_one_spelling():
    posts = {(row["state"], row["post"]) for row in read_tsv("holders.tsv")}
    assert len({read_post(post, state).key for state, post in posts}) == len(posts)


def test_given_names_have_variants():
    for row in read_tsv("given_names.tsv"):
        names = row["names"].split("|")
        assert len(names) == len(set(names)) > 1, row


def test_patterns_compile_and_states_exist():
    for pattern, _ in read_toml("names.toml")["spellings"]:
        re.compile(pattern)
    for file in ("organisation_names.toml", "post_names.toml"):
        for group in tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))["same"]:
            assert len(group["names"]) > 1, group
            for code in [*group.get("states", ()), *([group["state"]] if "state" in group else [])]:
                CountryCode(code)
