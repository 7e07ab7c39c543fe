"""What is printed: broken into lines for a terminal, in whole lines for everything else."""

import pytest


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
    visit = "visit: Visit of the Norwegian minister"
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
