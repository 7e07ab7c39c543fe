"""What is printed: broken into lines for a terminal, in whole lines for everything else."""

import pytest

from dragoman.commands import screen


@pytest.fixture
def unbound(monkeypatch):
    """Nobody says how wide a line may be."""
    monkeypatch.delenv("COLUMNS")


TABLES = (
    ("records",), ("entries",), ("documents",), ("sources",), ("actors",), ("money",), ("spans", "news.txt"),
    ("read", "news.txt"), ("promises",), ("search", "fish"), ("explain", "news.txt"),
    ("brief", "NOR", "VNM", "--format", "terminal"),
)  # fmt: skip


@pytest.mark.parametrize("command", TABLES, ids=lambda command: command[0])
def test_no_line_that_is_piped_is_filled_up_with_blanks(run, ledger, unbound, command):
    lines = run(*command).stdout.splitlines()
    assert 0 < max(map(len, lines)) < 400
    if command[0] != "brief":
        assert lines == [line.rstrip() for line in lines]


def test_a_row_that_is_piped_is_one_line(run, ledger, unbound, monkeypatch):
    visit = "Visit of the Norwegian minister"
    row = next(line for line in run("records").stdout.splitlines() if visit in line)
    assert "NOR VNM" in row
    assert row.endswith("planned")
    monkeypatch.setenv("COLUMNS", "50")
    assert visit not in run("records").stdout


def test_the_source_of_a_document_is_whole_where_it_is_piped(run, ledger, unbound, monkeypatch):
    folder = ledger.parent / "a-folder-whose-name-is-longer-than-the-table"
    folder.mkdir()
    (folder / "other.txt").write_text("Norway and Vietnam met.", encoding="utf-8")
    run("read", folder, "--ledger", ledger)
    assert f"{folder}/other.txt" in run("documents").stdout
    monkeypatch.setenv("COLUMNS", "100")
    assert "…" in run("documents").stdout


def test_columns_say_how_wide_a_piped_table_is(run, ledger, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, run("records").stdout.splitlines())) <= 60


LISTS = (("records",), ("entries",), ("documents",), ("actors",), ("promises",), ("check", "--all"))


@pytest.mark.parametrize("command", LISTS, ids=lambda command: command[0])
def test_a_terminal_shows_the_first_of_a_long_list_and_says_so(run, ledger, monkeypatch, command):
    whole = run(*command)
    assert "Shown:" not in whole.stderr
    monkeypatch.setattr(screen.Screen, "is_terminal", True)
    monkeypatch.setattr(screen, "MOST", 1)
    shown = run(*command)
    more = len(run(*command, "--format", "jsonl").stdout.splitlines())
    assert ("Shown: 1 of" in shown.stderr) == (more > 1)


@pytest.mark.parametrize("format", ["table", "jsonl", "csv"])
def test_a_limit_holds_in_every_form(run, ledger, format):
    whole, first = (run("entries", *limit, "--format", format) for limit in ((), ("--limit", "1")))
    assert len(first.stdout) < len(whole.stdout)
    assert ("Shown: 1 of 5." in first.stderr) == (format == "table")


NAMED = (*LISTS, ("money",))


@pytest.mark.parametrize("command", NAMED, ids=lambda command: command[0])
def test_states_may_be_named_by_place_or_as_an_option(run, ledger, command):
    shown = run(*command, "NOR", "Vietnam")
    assert shown.exit_code == 0
    assert shown.stdout == run(*command, "-s", "NOR", "--state", "VNM").stdout
    assert "there is no state 'Norwey'" in " ".join(run(*command, "Norwey").stderr.split())
