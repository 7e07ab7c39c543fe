"""Accounts of the desk, from the command line."""

import subprocess
import sys

PASSWORD = "a long and plain one\n"


def test_an_account_is_added_listed_and_taken_away(run, ledger):
    added = run("accounts", "add", "h.sato", "--role", "analyst", "--password-stdin", input=PASSWORD)
    assert (added.exit_code, added.stderr) == (0, "h.sato can sign in as analyst.\n")
    assert "h.sato" in run("accounts", "list").stdout
    assert run("accounts", "remove", "h.sato").exit_code == 0
    assert "h.sato" not in run("accounts", "list").stdout


def test_where_no_terminal_can_hide_it_no_password_is_asked_for(ledger):
    command = [sys.executable, "-m", "dragoman", "accounts", "add", "h.sato"]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=ledger.parent, start_new_session=True
    )
    assert done.returncode == 2
    assert "use --password-stdin" in " ".join(done.stderr.split())
    assert "Warning" not in done.stderr


def test_a_ledger_on_a_server_has_no_folder_for_accounts(run, here):
    asked = run("accounts", "list", "--ledger", "postgresql://user@host/database")
    assert asked.exit_code == 2
    assert "name a file" in " ".join(asked.stderr.split())
