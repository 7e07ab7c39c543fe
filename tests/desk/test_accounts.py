"""Accounts: who may sign in, for how long, and what is written down of it."""

from __future__ import annotations

import stat
from datetime import timedelta

import pytest

from dragoman.desk import accounts as module
from dragoman.desk.accounts import Accounts, AccountsError, accounts_beside
from dragoman.desk.cookies import new_cookie

PASSWORD = "a long and plain one"
WRONG = [("h.sato", "another long one"), ("nobody", PASSWORD), ("", ""), ("h.sato", "x" * 100_000)]


@pytest.fixture
def accounts(tmp_path):
    held = Accounts(tmp_path / "news.ledger.accounts")
    held.add("h.sato", PASSWORD, "analyst", by="root")
    return held


@pytest.fixture
def cookie(accounts):
    """The cookie of a session."""
    value = new_cookie()
    assert accounts.sign_in("h.sato", PASSWORD, value, address="10.1.1.1")
    return value


def test_the_file_is_its_owners_alone_and_holds_no_password(accounts, cookie, tmp_path):
    path = tmp_path / "news.ledger.accounts"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    held = path.read_bytes()
    assert b"$argon2id$" in held
    assert PASSWORD.encode() not in held and cookie.encode() not in held


def test_a_right_password_begins_a_session(accounts, cookie):
    assert accounts.visitor(cookie).name == "h.sato"
    assert accounts.visitor(cookie).may("analyst") and not accounts.visitor(cookie).may("administrator")


@pytest.mark.parametrize(("name", "password"), WRONG)
def test_a_wrong_name_or_password_begins_none(accounts, name, password):
    value = new_cookie()
    assert not accounts.sign_in(name, password, value, address="10.1.1.1")
    assert accounts.visitor(value) is None


def test_many_wrong_passwords_are_followed_by_a_pause_for_that_address(accounts, cookie, monkeypatch):
    monkeypatch.setattr(module, "FAILURES", 2)
    for _ in range(2):
        accounts.sign_in("h.sato", "another long one", new_cookie(), address="10.6.6.6")
    with pytest.raises(AccountsError, match="too many wrong passwords"):
        accounts.sign_in("h.sato", PASSWORD, new_cookie(), address="10.6.6.6")
    assert accounts.sign_in("h.sato", PASSWORD, new_cookie(), address="10.1.1.1"), "others do not wait"
    later = module._now() + module.PAUSE
    monkeypatch.setattr(module, "_now", lambda: later + timedelta(seconds=1))
    assert accounts.sign_in("h.sato", PASSWORD, new_cookie(), address="10.6.6.6")


@pytest.mark.parametrize("age", [module.IDLE, module.LONGEST])
def test_a_session_ends_with_time(accounts, cookie, monkeypatch, age):
    begun = module._now()
    step = module.IDLE - timedelta(hours=1)
    at = begun
    while at + step < begun + age:
        at += step
        monkeypatch.setattr(module, "_now", lambda at=at: at)
        assert accounts.visitor(cookie), "it is used before it is over"
    monkeypatch.setattr(module, "_now", lambda: max(at + module.IDLE, begun + age))
    assert accounts.visitor(cookie) is None


def test_signing_out_a_new_password_and_removal_end_sessions(accounts):
    def begin(password=PASSWORD):
        value = new_cookie()
        assert accounts.sign_in("h.sato", password, value, address="10.1.1.1")
        return value

    first = begin()
    accounts.sign_out(first, address="10.1.1.1")
    assert accounts.visitor(first) is None
    second = begin()
    accounts.set_password("h.sato", "quite another one", by="h.sato")
    assert accounts.visitor(second) is None
    third = begin("quite another one")
    accounts.remove("h.sato", by="root")
    assert accounts.visitor(third) is None


def test_another_role_holds_at_once(accounts, cookie):
    accounts.set_role("h.sato", "reader", by="root")
    assert not accounts.visitor(cookie).may("analyst")


def test_a_disabled_account_has_its_password_again_when_it_is_enabled(accounts, cookie):
    accounts.disable("h.sato", by="root")
    accounts.disable("h.sato", by="root")
    assert accounts.visitor(cookie) is None
    assert [each.disabled for each in accounts.accounts() if each.name == "h.sato"] == [True]
    assert not accounts.sign_in("h.sato", PASSWORD, new_cookie(), address="10.1.1.1")
    accounts.enable("h.sato", by="root")
    assert accounts.sign_in("h.sato", PASSWORD, new_cookie(), address="10.1.1.1")
    assert not accounts.account("h.sato").disabled


def test_what_is_done_is_written_down(accounts, cookie):
    accounts.set_role("h.sato", "administrator", by="root")
    accounts.sign_in("h.sato", "another long one", new_cookie(), address="10.6.6.6")
    said = [(line.what, line.address) for line in accounts.log("h.sato")]
    assert said == [
        ("gave a wrong password", "10.6.6.6"),
        ("made administrator by root", ""),
        ("signed in", "10.1.1.1"),
        ("added as analyst by root", ""),
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda held: held.add("h.sato", PASSWORD, "reader", by="root"), "already"),
        (lambda held: held.add("a b\n", PASSWORD, "reader", by="root"), "cannot be the name"),
        (lambda held: held.add("new", "short", "reader", by="root"), "12 to 256 characters"),
        (lambda held: held.add("new", PASSWORD, "king", by="root"), "no role 'king'"),
        (lambda held: held.remove("nobody", by="root"), "no account 'nobody'"),
        (lambda held: held.set_role("nobody", "reader", by="root"), "no account 'nobody'"),
        (lambda held: held.set_password("nobody", PASSWORD, by="root"), "no account 'nobody'"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(accounts, change, reason):
    before = accounts.accounts()
    with pytest.raises(AccountsError, match=reason):
        change(accounts)
    assert accounts.accounts() == before


def test_a_file_of_another_program_is_left_alone(tmp_path, empty_file):
    with pytest.raises(AccountsError, match="another program"):
        Accounts(empty_file)
    with pytest.raises(AccountsError, match="does not exist"):
        Accounts(tmp_path / "nowhere" / "accounts")
    with pytest.raises(AccountsError, match="no accounts yet"):
        Accounts(tmp_path / "accounts", create=False)
    assert not (tmp_path / "accounts").exists()


def test_they_are_beside_a_ledger_in_a_file():
    assert str(accounts_beside("news.ledger")) == "news.ledger.accounts"
    assert accounts_beside("postgresql://desk@db/news") is None
