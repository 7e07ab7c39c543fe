"""Who asks: by the session of an account, by what a trusted proxy says, or as the one user of the machine."""

from __future__ import annotations

import getpass
import os
from functools import cache
from ipaddress import ip_address

from starlette.requests import HTTPConnection

from dragoman.desk.accounts import Accounts
from dragoman.desk.cookies import cookie_of
from dragoman.desk.settings import Settings
from dragoman.desk.visitors import Visitor

_LONGEST = 200  # characters of a name


class Unknown(Exception):
    """Somebody whom the proxy does not name, or who is not the proxy."""


def identify(request: HTTPConnection, settings: Settings, accounts: Accounts | None) -> Visitor | None:
    """The visitor, None if they have to sign in; ``Unknown`` if they came past the proxy, or it does not know them."""
    if settings.proxy_header:
        return _named_by_proxy(request, settings, accounts)
    if accounts is not None:
        return accounts.visitor(cookie_of(request))
    return Visitor(name=_user(), role="administrator")


def _named_by_proxy(request: HTTPConnection, settings: Settings, accounts: Accounts | None) -> Visitor:
    if not _is_proxy(request, settings):
        raise Unknown("This desk is reached through its proxy only.")
    given = request.headers.getlist(settings.proxy_header or "")
    # Header values come as Latin-1; proxies write names as UTF-8.
    name = given[0].encode("latin-1").decode("utf-8", "replace").strip() if len(given) == 1 else ""
    if not name or len(name) > _LONGEST or not name.isprintable():
        raise Unknown("The proxy does not say who you are.")
    account = accounts.account(name) if accounts else None
    if account is not None and account.disabled:
        raise Unknown("Your account is disabled.")
    return Visitor(name=name, role=account.role if account else settings.proxy_role)


def _is_proxy(request: HTTPConnection, settings: Settings) -> bool:
    try:
        peer = ip_address(request.client.host) if request.client else None
    except ValueError:
        return False
    return peer is not None and any(peer in network for network in settings.proxies)


@cache
def _user() -> str:
    """Who decides at the command line too: see ``dragoman decide --by``."""
    try:
        return os.environ.get("DRAGOMAN_ANALYST") or getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return "desk"
