"""``dragoman accounts``: who may use a desk that others can reach."""

from __future__ import annotations

import getpass
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.commands.desk import Roles
from dragoman.commands.options import DEFAULT_LEDGER, LedgerFile

if TYPE_CHECKING:
    from dragoman.desk.accounts import Accounts

accounts = typer.Typer(no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the account.", show_default=False)]
File = Annotated[
    str | None, typer.Option("--accounts", metavar="FILE", help="Where they are kept. Default: LEDGER.accounts.")
]
Role = Annotated[
    Roles, typer.Option(help="reader: reads; analyst: decides and adds, too; administrator: sees the accounts.")
]
FromInput = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]


@accounts.callback()
def about() -> None:
    """Add, change and list those who may sign in at the desk.

    Accounts are kept in a file beside the ledger. As soon as it is there, the desk asks everybody who they are.

    Examples:

    ```
    dragoman accounts add h.sato --role analyst
    dragoman accounts list
    dragoman accounts log
    ```
    """


@accounts.command()
def add(
    name: Name,
    role: Role = Roles.reader,
    password_stdin: FromInput = False,
    file: File = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Add an account; its password is asked for.

    Examples:

    ```
    dragoman accounts add h.sato --role analyst
    ```
    """
    held = _open(file, ledger, create=True)
    held.add(name, _password(password_stdin), role.value, by=getpass.getuser())
    typer.secho(f"{name} can sign in as {role.value}.", err=True, dim=True)


@accounts.command()
def remove(name: Name, file: File = None, ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Take an account away; what was decided under its name stays.

    Examples:

    ```
    dragoman accounts remove h.sato
    ```
    """
    _open(file, ledger).remove(name, by=getpass.getuser())


@accounts.command()
def role(
    name: Name,
    to: Annotated[Roles, typer.Argument(metavar="ROLE", help="reader, analyst or administrator.")],
    file: File = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Give an account another role.

    Examples:

    ```
    dragoman accounts role h.sato administrator
    ```
    """
    _open(file, ledger).set_role(name, to.value, by=getpass.getuser())


@accounts.command()
def password(
    name: Name, password_stdin: FromInput = False, file: File = None, ledger: LedgerFile = DEFAULT_LEDGER
) -> None:
    """Give an account another password; all its sessions end.

    Examples:

    ```
    dragoman accounts password h.sato
    ```
    """
    _open(file, ledger).set_password(name, _password(password_stdin), by=getpass.getuser())


@accounts.command("list")
def list_(file: File = None, ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """List the accounts with their roles.

    Examples:

    ```
    dragoman accounts list
    ```
    """
    for account in _open(file, ledger).accounts():
        typer.echo(f"{account.name}\t{account.role}\tsince {account.since:%Y-%m-%d}")


@accounts.command()
def log(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Of one account alone.")] = None,
    file: File = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """List what was done with accounts: signing in and out, wrong passwords, changes; the newest first.

    Examples:

    ```
    dragoman accounts log h.sato
    ```
    """
    for line in _open(file, ledger).log(name):
        typer.echo(f"{line.at:%Y-%m-%d %H:%M}\t{line.name}\t{line.what}\t{line.address}".rstrip())


def _open(file: str | None, ledger: str, *, create: bool = False) -> Accounts:
    from dragoman.desk.accounts import Accounts, accounts_beside

    place = Path(file) if file else accounts_beside(ledger)
    if place is None:
        raise typer.BadParameter("a ledger on a server has no folder for them; name a file", param_hint="--accounts")
    return Accounts(place, create=create)


def _password(from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\n")
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would go on, and show what is typed
        try:
            return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
        except getpass.GetPassWarning:
            raise typer.BadParameter("there is no terminal to ask for the password at; use --password-stdin") from None
