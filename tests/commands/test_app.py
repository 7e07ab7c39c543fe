import os
import subprocess
import sys
from typing import get_args

import pytest

from dragoman.commands.options import Kinds, Stages
from dragoman.models import Kind, Stage

COMMANDS = ("read", "entries", "show", "brief", "evaluate", "spans", "explain")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Examples" in result.stdout
    assert f"dragoman {command} " in result.stdout


def test_the_version(run):
    assert run("--version").stdout.startswith("dragoman 0.")


def test_no_arguments_show_the_help(run):
    assert "Usage" in run().stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("read",),
        ("read", "x.txt", "--format", "xml"),
        ("read", "x.txt", "--date", "yesterday"),
        ("read", "x.txt", "--min-confidence", "2"),
        ("entries", "--kind", "rumour"),
        ("entries", "--state", "Atlantis"),
        ("entries", "--since", "long ago"),
        ("brief", "JPN"),
        ("brief", "JPN", "Japan"),
    ],
)
def test_wrong_usage_exits_with_2(run, arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("command", [("entries",), ("show", "abc"), ("brief", "JPN", "BLR")])
def test_a_ledger_that_is_not_there_is_one_clear_line(run, command):
    result = run(*command)
    assert (result.exit_code, result.stdout) == (1, "")
    told = "dragoman.ledger: there is no such ledger; `dragoman read PATH --ledger LEDGER` makes one\n"
    assert result.stderr == told


def test_a_value_that_is_none_of_the_known_ones_is_named_with_these(run, ledger):
    result = run("entries", "--kind", "rumour")
    assert result.exit_code == 2
    assert "'rumour' is not one of 'event'" in result.stderr
    assert "Value error" not in result.stderr


def test_the_ledger_may_come_from_the_environment(run, ledger, here):
    ledger.rename(here / "other.ledger")
    assert run("entries", env={"DRAGOMAN_LEDGER": "other.ledger"}).exit_code == 0


def test_kinds_and_stages_are_those_of_the_models():
    assert tuple(Kinds) == get_args(Kind)
    assert tuple(Stages) == get_args(Stage)


def test_help_comes_at_once():
    """Nothing heavy is imported: half a second on a free machine; what is imported tells the same on a busy one."""
    code = "import sys, dragoman.commands; print([n for n in ('spacy', 'pydantic', 'sqlalchemy') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_who_asks_a_ledger_waits_for_no_language_model():
    """The library that parses English takes a second to import, and only reading needs it."""
    code = "import sys, dragoman.ledger, dragoman.follow.brief, dragoman.follow.promises; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_reader_that_goes_away_ends_it_quietly(ledger):
    for n in range(3):
        command = [sys.executable, "-m", "dragoman", "entries", "--format", ("jsonl", "csv", "table")[n]]
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            command, stdout=writing, stderr=subprocess.PIPE, cwd=ledger.parent, text=True, check=False
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize("year", ["2018-05-01", "0000", "long ago", "18"])
def test_what_is_no_year_is_told_in_words(run, ledger, year):
    result = run("records", "--since", year)
    assert result.exit_code == 2
    assert f"{year!r} is not a year such as 2018" in " ".join(result.stderr.split())
