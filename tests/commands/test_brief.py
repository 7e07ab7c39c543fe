def test_plain_markdown_when_piped(run, ids):
    result = run("brief", "Norway", "VNM")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("# Norway (NOR) and ")
    assert "## What is promised" in lines
    assert any(line.startswith("- **2018** Fish: 400 tonnes") and ids["figure"][:8] in line for line in lines)


def test_laid_out_for_the_terminal(run, ledger):
    shown = run("brief", "NOR", "VNM", "--format", "terminal").stdout
    assert "##" not in shown
    assert "Fish: 400 tonnes" in " ".join(shown.split())


def test_what_is_overdue_hangs_on_the_day(run, ledger):
    assert "overdue" not in run("brief", "NOR", "VNM", "--as-of", "2019-12-31").stdout
    assert "**overdue**" in run("brief", "NOR", "VNM", "--as-of", "2021-01-01").stdout


def test_a_pair_that_the_ledger_does_not_know(run, ledger):
    result = run("brief", "JPN", "BLR")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing on Japan (JPN) and Belarus (BLR)" in result.stderr
    assert "It has most on: NOR VNM" in result.stderr


def test_an_empty_ledger_says_what_to_do(run, here):
    (here / "empty.txt").write_text("Nothing at all.", encoding="utf-8")
    run("read", "empty.txt", "--ledger", "dragoman.ledger")
    assert "dragoman read PATH" in run("brief", "JPN", "BLR").stderr


def test_a_state_that_does_not_exist(run, ledger):
    result = run("brief", "NOR", "Atlantis")
    assert result.exit_code == 2
    assert "there is no state 'Atlantis'" in " ".join(result.stderr.split())
