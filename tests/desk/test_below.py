"""A desk below a path of another site: every way through it stays below the path."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError
from typer.testing import CliRunner

from dragoman.commands import app
from dragoman.desk import Settings, make_desk
from dragoman.desk.accounts import Accounts
from dragoman.desk.below import outward
from tests.desk.forms import submit

ROOT = "/papers/desk"
ADDRESS = re.compile(r'<[^>]*\s(href|action|src)="([^"]*)"')


@pytest.fixture
def below(ledger):
    """A browser at the desk below a path, behind a proxy that hands the path on."""
    desk = make_desk(ledger, Settings(as_of=date(2023, 1, 1), patience=60, root=ROOT))
    with TestClient(desk, base_url="http://localhost", follow_redirects=False) as client:
        yield client


def test_every_link_of_every_page_stays_below_the_path_and_leads_somewhere(below):
    waiting, seen = [f"{ROOT}/"], set()
    while waiting and len(seen) < 150:
        asked = waiting.pop(0)
        seen.add(asked)
        answer = below.get(asked)
        assert answer.status_code in (200, 303), asked
        found = [(name, unescape(place).partition("#")[0]) for name, place in ADDRESS.findall(answer.text)]
        for name, place in [*found, ("href", answer.headers.get("location", ""))]:
            if place.startswith("/"):
                assert place.startswith(f"{ROOT}/"), f"{place} on {asked}"
                if name == "href" and place not in {*seen, *waiting} and "brief." not in place:
                    waiting.append(place)
    assert len(seen) > 40


def test_a_proxy_may_take_the_path_away(below):
    assert below.get("/promises").text == below.get(f"{ROOT}/promises").text


def test_what_leads_on_leads_below_the_path(below):
    assert below.get(f"{ROOT}/theme?to=dark&back=/promises").headers["location"] == f"{ROOT}/promises"
    assert below.get(f"{ROOT}/tza/nor?since=2020").headers["location"] == f"{ROOT}/NOR/TZA?since=2020"


def test_the_cookie_and_the_way_to_sign_in_are_below_the_path(ledger, tmp_path):
    held = Accounts(tmp_path / "safe.accounts")
    held.add("ada", "a long and plain one", "analyst", by="root")
    settings = Settings(root=ROOT, accounts=tmp_path / "safe.accounts")
    client = TestClient(make_desk(ledger, settings), base_url="http://localhost", follow_redirects=False)
    asked = client.get(f"{ROOT}/promises?state=NOR")
    assert asked.headers["location"] == f"{ROOT}/login?back=%2Fpromises%3Fstate%3DNOR"
    shown = client.get(asked.headers["location"])
    assert f"Path={ROOT};" in shown.headers["set-cookie"]
    signed = submit(
        client, f"{ROOT}/login", page=f"{ROOT}/login", name="ada", password="a long and plain one", back="/promises"
    )
    assert signed.headers["location"] == f"{ROOT}/promises"
    assert client.get(signed.headers["location"]).status_code == 200


def test_the_api_says_where_it_is(below):
    assert below.get(f"{ROOT}/openapi.json").json()["servers"] == [{"url": ROOT}]
    assert below.get(f"{ROOT}/api/v1/overview").status_code == 200


def test_addresses_elsewhere_and_words_are_left_alone():
    html = '<a href="https://x.example/a">b</a> <a href="//x.example">c</a> <a href="#d">d</a> say href=&#34;/e&#34;'
    assert outward(html, ROOT) == html
    assert outward('<a class="a" href="/">', ROOT) == f'<a class="a" href="{ROOT}/">'
    assert outward('<a href="/">', "") == '<a href="/">'


@pytest.mark.parametrize("path", ["dragoman", "/a b", '/"', "/a//b", "https://x.example/a"])
def test_what_is_no_path_is_refused(path):
    with pytest.raises(ValidationError):
        Settings(root=path)
    refused = CliRunner().invoke(app, ["desk", "--ledger", "none", "--root-path", path])
    assert (refused.exit_code, "is no path" in refused.output) == (2, True)
