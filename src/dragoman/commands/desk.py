"""``dragoman desk``: the ledger as pages for the browser."""

from __future__ import annotations

import re
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated

import typer

from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile, edtf

# The roles of ``dragoman.desk.visitors`` again, so that --help need not wait for the desk.
Roles = StrEnum("Roles", ["reader", "analyst", "administrator"])
_HERE = ("127.0.0.1", "localhost", "::1")


def desk(
    ledger: LedgerFile = DEFAULT_LEDGER,
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, metavar="PORT", help="0: any that is free.")
    ] = 8470,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="Where to listen; beyond this machine only with --accounts or --proxy-header."
        ),
    ] = "127.0.0.1",
    accounts: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Ask everybody for a name and a password. Default: LEDGER.accounts, once `dragoman accounts` made it.",
        ),
    ] = None,
    proxy_header: Annotated[
        str | None,
        typer.Option(metavar="HEADER", help="Trust the proxy before the desk to say in this header who asks."),
    ] = None,
    proxies: Annotated[
        list[str] | None,
        typer.Option(
            "--proxy", metavar="NETWORK", help="Where the proxy is, as 10.0.0.7 or 10.0.0.0/24. Default: here."
        ),
    ] = None,
    proxy_role: Annotated[
        Roles, typer.Option(help="What those may do whom the proxy names and who have no account.")
    ] = Roles.reader,
    https: Annotated[
        bool, typer.Option("--https", help="Visitors come by HTTPS alone, which a proxy ends before the desk.")
    ] = False,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="Another name that the desk is called by.")
    ] = None,
    root_path: Annotated[
        str, typer.Option(metavar="PATH", help="The path of another site below which the desk is, as /dragoman.")
    ] = "",
    private_addresses: Annotated[
        bool, typer.Option("--private-addresses", help="Let addresses in private networks be fetched.")
    ] = False,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="See everything from this day. Default: today.")
    ] = None,
) -> None:
    """Serve the ledger to the browser.

    The desk is for this machine alone unless it knows who asks: by accounts, or from a proxy. Behind a proxy it has a
    name of its own (desk.example.org) or, with --root-path, a path below another site. A name of its own is safer:
    what other pages of the site do in a browser the desk cannot tell from what its visitor does.

    Examples:

    ```
    dragoman desk
    dragoman desk --ledger news.ledger --port 8000
    dragoman accounts add h.sato --role analyst
    dragoman desk --host 0.0.0.0
    dragoman desk --proxy-header X-Forwarded-User --https --name desk.example.org
    dragoman desk --proxy-header X-Forwarded-User --https --name www.example.org --root-path /dragoman
    ```
    """
    from dragoman.desk.accounts import accounts_beside

    beside = accounts_beside(ledger)
    held = Path(accounts) if accounts else beside if beside and beside.exists() else None
    if host not in _HERE and not (held or proxy_header):
        raise typer.BadParameter(
            f"{host} can be reached by others; make accounts with `dragoman accounts add`, or use --proxy-header "
            "behind a proxy",
            param_hint="--host",
        )
    day = edtf(as_of, "--as-of")
    from dragoman.commands.screen import resolve
    from dragoman.desk import Settings, make_desk
    from dragoman.desk.serving import leave, serve, taking
    from dragoman.ledger import Ledger

    settings = Settings(
        accounts=held,
        proxy_header=proxy_header,
        proxy_role=proxy_role.value,
        https=https,
        hosts=tuple(name or ()) + (() if host in (*_HERE, "0.0.0.0", "::") else (host,)),
        root=_root(root_path),
        private_addresses=private_addresses,
        as_of=day.last if day else None,
    )
    if proxies:
        settings = settings.model_copy(update={"proxies": tuple(map(_network, proxies))})
    with taking(host, port) as at, Ledger.open(ledger) as opened:
        resolve(opened)
        app = make_desk(opened, settings)
        serve(app, at, lambda place: typer.secho(f"The desk is at {place}", err=True, dim=True))
    leave()


def _root(path: str) -> str:
    """The path below which the desk is, without a slash at its end."""
    from dragoman.desk.below import ROOT

    if not re.fullmatch(ROOT, path.rstrip("/")):
        raise typer.BadParameter(f"{path!r} is no path such as /dragoman", param_hint="--root-path")
    return path.rstrip("/")


def _network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no network such as 10.0.0.0/24", param_hint="--proxy") from None
