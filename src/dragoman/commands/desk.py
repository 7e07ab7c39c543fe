"""``dragoman desk``: the ledger as pages for the browser."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile, edtf

_HERE = ("127.0.0.1", "localhost", "::1")


def desk(
    ledger: LedgerFile = DEFAULT_LEDGER,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0: any that is free.")] = 8470,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="Where to listen; beyond this machine only with --accounts or --proxy-header."
        ),
    ] = "127.0.0.1",
    accounts: Annotated[bool, typer.Option("--accounts", help="Ask everybody for a name and a password.")] = False,
    proxy_header: Annotated[
        str | None,
        typer.Option(metavar="HEADER", help="Trust the proxy before the desk to say in this header who asks."),
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="Another name that the desk is called by.")
    ] = None,
    private_addresses: Annotated[
        bool, typer.Option("--private-addresses", help="Let addresses in private networks be fetched.")
    ] = False,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="See everything from this day. Default: today.")
    ] = None,
) -> None:
    """Serve the ledger to the browser.

    The desk is for this machine alone unless it is told whom to trust: with `--accounts`, or behind a proxy.

    Examples:

    ```
    dragoman desk
    dragoman desk --ledger news.ledger --port 8000
    dragoman desk --host 0.0.0.0 --accounts --name desk.example.org
    ```
    """
    if host not in _HERE and not (accounts or proxy_header):
        raise typer.BadParameter(
            f"{host} can be reached by others; add --accounts, or --proxy-header behind a proxy", param_hint="--host"
        )
    day = edtf(as_of, "--as-of")
    import uvicorn

    from dragoman.desk import Settings, make_desk

    settings = Settings(
        accounts=accounts,
        proxy_header=proxy_header,
        hosts=tuple(name or ()) + (() if host in (*_HERE, "0.0.0.0", "::") else (host,)),
        private_addresses=private_addresses,
        as_of=day.last if day else None,
    )
    app = make_desk(ledger, settings)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False)
