import pytest


def test_plain_markdown_when_piped(run, ids):
    result = run("brief", "Norway", "VNM")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("# Norway (NOR) and ")
    assert "## Promises" in lines
    (fish,) = [line for line in lines if line.startswith("- **2018** exports: Fish: 400 tonnes[^")]
    number = fish.removesuffix("]").rpartition("^")[2]
    assert any(line.startswith(f"[^{number}]:") and ids["figure"][:8] in line for line in lines)


def test_laid_out_for_the_terminal(run, ledger):
    shown = run("brief", "NOR", "VNM", "--format", "terminal").stdout
    assert "##" not in shown
    assert "Fish: 400 tonnes" in " ".join(shown.split())


@pytest.mark.parametrize(("name", "begins"), [("b.pdf", b"%PDF"), ("b.docx", b"PK"), ("b.html", b"<!doctype html>")])
def test_the_name_of_the_file_tells_the_format(run, ledger, here, name, begins):
    assert run("brief", "NOR", "VNM", "--output", name).exit_code == 0
    assert (here / name).read_bytes().startswith(begins)


def test_a_file_whose_name_tells_no_format(run, ledger, here):
    result = run("brief", "NOR", "VNM", "--output", "brief.txt")
    assert result.exit_code == 2
    assert "name the --format" in " ".join(result.stderr.split())
    assert run("brief", "NOR", "VNM", "--output", "brief.txt", "--format", "md").exit_code == 0
    assert (here / "brief.txt").read_text(encoding="utf-8").startswith("# Norway (NOR)")


def test_a_file_that_cannot_be_written(run, ledger):
    result = run("brief", "NOR", "VNM", "--output", "nowhere/brief.md")
    assert result.exit_code == 1
    assert "nowhere/brief.md: cannot be written" in " ".join(result.stderr.split())


def test_a_pdf_can_be_piped(run, ledger):
    assert run("brief", "NOR", "VNM", "--format", "pdf").stdout_bytes.startswith(b"%PDF")


def test_what_is_new(run, ledger):
    assert "## New since 2019-01-01" in run("brief", "NOR", "VNM", "--new-since", "2019-01-01").stdout
    assert "## New since" not in run("brief", "NOR", "VNM").stdout


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


def test_the_two_states_may_be_options(run, ledger):
    named = run("brief", "NOR", "VNM").stdout
    assert run("brief", "-s", "NOR", "-s", "VNM").stdout == run("brief", "NOR", "-s", "VNM").stdout == named


def test_a_brief_is_on_two_states(run, ledger):
    for states in ((), ("NOR",), ("NOR", "VNM", "JPN")):
        result = run("brief", *states)
        assert result.exit_code == 2
        assert f"not on {len(states)}" in " ".join(result.stderr.split())
