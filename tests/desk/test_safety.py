"""The door of the desk: names, headers, tokens, roles, and how much may be brought."""

from __future__ import annotations

import shutil

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import Settings, make_desk
from dragoman.desk.accounts import Accounts
from dragoman.desk.safety import READING, own_address
from tests.desk.conftest import add
from tests.desk.forms import from_here, submit, token

HERE = "http://localhost:8470"
PASSWORD = "a long and plain one"


@pytest.fixture
def serve(empty_file, tmp_path):
    """A browser at an empty ledger that is served with these settings."""
    place = shutil.copy(empty_file, tmp_path / "safe.ledger")

    def browser(client=("127.0.0.1", 50000), url=HERE, **settings):
        return TestClient(make_desk(place, Settings(**settings)), base_url=url, client=client, follow_redirects=False)

    return browser


@pytest.fixture
def accounts(tmp_path):
    path = tmp_path / "safe.accounts"
    held = Accounts(path)
    for role in ("reader", "analyst", "administrator"):
        held.add(role, PASSWORD, role, by="root")
    return path


def sign_in(browser, name, password=PASSWORD, back="/"):
    return submit(browser, "/login", page="/login", name=name, password=password, back=back)


def changes(app):
    """Every route of the application that changes something."""
    for route in app.routes:
        inner = getattr(getattr(route, "original_router", None), "routes", None) or [route]
        for each in inner:
            for method in sorted((getattr(each, "methods", None) or set()) - READING):
                yield method, each.path


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/desk.css", "/login", "/openapi.json"])
def test_every_answer_has_the_headers(serve, path):
    headers = serve().get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.parametrize("url", ["http://desk.evil.example", "http://127.0.0.1.evil.example", "http://localhost.evil"])
def test_a_name_that_is_not_its_own_is_refused(serve, url):
    answer = serve(url=url).get("/")
    assert answer.status_code == 400
    assert "does not go by the name" in answer.text
    assert serve(url=url, hosts=(url.removeprefix("http://"),)).get("/").status_code == 200


@pytest.mark.parametrize("host", ["localhost:99999999", "localhost:x", "", "[::1"])
def test_a_host_that_is_none_is_refused(serve, host):
    assert serve().get("/", headers={"Host": host}).status_code == 400


def test_every_change_needs_the_token(serve):
    browser = serve()
    browser.get("/")
    known = list(changes(browser.app))
    assert ("POST", "/login") in known
    for method, path in known:
        path = path.replace("{", "").replace("}", "")
        for data in ({}, {"csrf": "x" * 40}, {"csrf": ""}):
            assert browser.request(method, path, data=data, headers=from_here(browser)).status_code == 403, path


def test_the_token_of_one_browser_is_no_good_for_another(serve):
    one, other = serve(), serve()
    other.get("/")
    assert other.post("/login", data={"csrf": token(one)}, headers=from_here(other)).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:9999"},
        {"Origin": "null"},
    ],
)
def test_a_change_from_another_site_is_refused_even_with_the_token(serve, headers):
    browser = serve()
    answer = browser.post("/logout", data={"csrf": token(browser)}, headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.text


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_what_other_sites_can_send_is_never_taken_for_json(serve, kind):
    browser = serve()
    assert browser.post("/logout", content=b'{"a": 1}', headers={"Content-Type": kind}).status_code in (400, 403)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(serve):
    said = serve().get("/").headers["set-cookie"].lower()
    assert "httponly" in said and "samesite=lax" in said and "secure" not in said
    assert "secure" in serve(https=True).get("/").headers["set-cookie"].lower()
    assert "strict-transport-security" in serve(https=True).get("/").headers


def test_who_is_not_signed_in_is_sent_to_the_door(serve, accounts):
    browser = serve(accounts=accounts)
    answer = browser.get("/figures?state=JPN")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?back=%2Ffigures%3Fstate%3DJPN"
    assert browser.get("/api/v1/overview").status_code == 401
    assert browser.get("/openapi.json").status_code == 303
    assert browser.get("/static/desk.css").status_code == 200
    assert browser.post("/add", data={"csrf": token(browser, "/login")}).status_code == 401


def test_signing_in_changes_the_cookie_and_leads_on(serve, accounts):
    browser = serve(accounts=accounts)
    browser.get("/login")
    before = dict(browser.cookies)
    answer = sign_in(browser, "analyst", back="/theme")
    assert (answer.status_code, answer.headers["location"]) == (303, "/theme")
    assert dict(browser.cookies).keys() == before.keys()
    assert dict(browser.cookies) != before
    assert browser.get("/account").status_code == 200
    assert browser.get("/account").headers["cache-control"] == "no-store"


def test_a_wrong_password_is_said_without_saying_which_part_is_wrong(serve, accounts):
    browser = serve(accounts=accounts)
    said = {name: sign_in(browser, name, "not the right one") for name in ("analyst", "nobody")}
    assert {answer.status_code for answer in said.values()} == {401}
    assert all("no account with this name and password" in answer.text for answer in said.values())


def test_signing_out_ends_the_session(serve, accounts):
    browser = serve(accounts=accounts)
    sign_in(browser, "analyst")
    stolen = dict(browser.cookies)
    assert submit(browser, "/logout", page="/account").status_code == 303
    browser.cookies.update(stolen)
    assert browser.get("/account").status_code == 303


def test_ones_own_password_can_be_changed(serve, accounts):
    browser = serve(accounts=accounts)
    sign_in(browser, "reader")
    new = "an entirely new one"
    wrong = submit(browser, "/account", page="/account", old="not the right one", new=new, again=new)
    assert wrong.status_code == 422 and "the old password is wrong" in wrong.text
    other = submit(browser, "/account", page="/account", old=PASSWORD, new=new, again=new + "!")
    assert other.status_code == 422
    assert submit(browser, "/account", page="/account", old=PASSWORD, new=new, again=new).status_code == 303
    assert browser.get("/account").status_code == 303
    assert sign_in(browser, "reader", new).status_code == 303


def test_who_may_not_decide_is_not_offered_to_forget(serve, accounts):
    browser = serve(accounts=accounts)
    page = f"/documents/{add(browser.app.state.held.ledger, 'note', 'Chile met Norway.', (), '2020-01-01', 'A note')}"
    for role, offered in (("reader", False), ("analyst", True)):
        sign_in(browser, role)
        assert (f'href="{page}/forget"' in browser.get(page).text) is offered
        assert ('action="/decisions/forget"' in browser.get(f"{page}/forget").text) is offered
        submit(browser, "/logout", page="/account")


def test_readers_change_nothing(serve, accounts):
    browser = serve(accounts=accounts)
    sign_in(browser, "reader")
    secret = token(browser, "/account")
    own = {"/login", "/logout", "/account"}
    for method, path in changes(browser.app):
        if path not in own:
            path = path.replace("{", "").replace("}", "")
            assert (
                browser.request(method, path, data={"csrf": secret}, headers=from_here(browser)).status_code == 403
            ), path


def test_only_administrators_see_the_accounts(serve, accounts):
    browser = serve(accounts=accounts)
    sign_in(browser, "analyst")
    assert browser.get("/accounts").status_code == 403
    assert 'href="/accounts"' not in browser.get("/account").text
    assert submit(browser, "/accounts/reader/disable", page="/account").status_code == 403
    sign_in(browser, "administrator")
    shown = browser.get("/accounts").text
    assert "signed in" in shown and "analyst" in shown and "added as reader by root" in shown


def test_an_administrator_adds_changes_and_disables_accounts(serve, accounts):
    browser, other = serve(accounts=accounts), serve(accounts=accounts)
    sign_in(browser, "administrator")
    assert (
        submit(browser, "/accounts", page="/accounts", name="new", role="reader", password=PASSWORD).status_code == 303
    )
    short = submit(browser, "/accounts", page="/accounts", name="newer", role="reader", password="short")
    assert short.status_code == 422 and "12 to 256 characters" in short.text
    assert sign_in(other, "new").status_code == 303
    assert submit(browser, "/accounts/new/role", page="/accounts", role="analyst").status_code == 303
    assert "analyst" in other.get("/account").text
    assert submit(browser, "/accounts/new/disable", page="/accounts").status_code == 303
    assert other.get("/account").status_code == 303, "the session is over"
    assert sign_in(other, "new").status_code == 401
    assert submit(browser, "/accounts/new/enable", page="/accounts").status_code == 303
    assert sign_in(other, "new").status_code == 303
    log = browser.get("/accounts").text
    assert "disabled by administrator" in log and "made analyst by administrator" in log
    for change in ("disable", "role"):
        own = submit(browser, f"/accounts/administrator/{change}", page="/accounts", role="reader")
        assert own.status_code == 422, "nobody locks themselves out"


def test_whom_the_proxy_names_stays_out_while_their_account_is_disabled(serve, accounts):
    Accounts(accounts).disable("analyst", by="root")
    behind = serve(proxy_header="X-Forwarded-User", accounts=accounts)
    assert behind.get("/", headers={"X-Forwarded-User": "analyst"}).status_code == 401


def test_a_proxy_is_believed_where_it_stands_and_if_it_was_switched_on(serve, accounts):
    told = {"X-Forwarded-User": "analyst"}
    assert serve(accounts=accounts).get("/", headers=told).status_code == 303, "not switched on"
    behind = {"proxy_header": "X-Forwarded-User", "accounts": accounts}
    assert "analyst" in serve(**behind).get("/", headers=told).text
    assert serve(**behind).get("/").status_code == 401
    assert serve(**behind).get("/", headers=[("X-Forwarded-User", "a"), ("X-Forwarded-User", "b")]).status_code == 401
    assert serve(client=("10.0.0.9", 50000), **behind).get("/", headers=told).status_code == 401
    there = serve(client=("10.0.0.9", 50000), proxies=("10.0.0.0/24",), **behind)
    assert there.get("/", headers=told).status_code == 200


def test_whom_the_proxy_names_without_an_account_reads_only(serve):
    told = {"X-Forwarded-User": "müller".encode()}
    browser = serve(proxy_header="X-Forwarded-User")
    assert "müller" in browser.get("/", headers=told).text
    form = {"csrf": token(serve(), "/")}
    assert browser.post("/add", data=form, headers=told).status_code == 403
    chief = serve(proxy_header="X-Forwarded-User", proxy_role="analyst")
    assert "You may read here" not in chief.post("/add", data=form, headers=told).text


@pytest.mark.parametrize("announced", [True, False])
def test_a_form_that_is_too_large_is_refused(serve, announced):
    browser = serve()
    body = b"csrf=" + b"x" * 400_000
    parts = body if announced else (body[at : at + 1000] for at in range(0, len(body), 1000))
    answer = browser.post("/logout", content=parts, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/a\r\nSet-Cookie: x=1",
        "",
        None,
    ],
)
def test_nobody_is_sent_elsewhere(serve, accounts, elsewhere):
    assert own_address(elsewhere) == "/"
    assert sign_in(serve(accounts=accounts), "analyst", back=elsewhere or "").headers["location"] == "/"
    assert own_address("/records/3f9a?x=1") == "/records/3f9a?x=1"
