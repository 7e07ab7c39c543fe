import json

from dragoman.ledger import Ledger
from dragoman.models import Reading
from tests.commands.conftest import NEWS


def dump(path):
    with Ledger.open(path) as ledger:
        return list(ledger.dump())


def test_a_table_is_the_default(run, news):
    result = run("read", news)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Norway and Vietnam speak of fish  2019-05-03" in result.stdout
    assert "grant: School in Hanoi (NOK 25,000)" in result.stdout


def test_lines_of_the_entry_format(run, news):
    result = run("read", news, "--format", "jsonl")
    (reading,) = map(Reading.from_json, result.stdout.splitlines())
    assert (reading.document.id, len(reading.entries)) == ("news", 5)


def test_standard_input(run):
    result = run("read", "-", "--format", "jsonl", input=NEWS)
    assert Reading.from_json(result.stdout).document.id == "stdin"


def test_with_a_ledger_only_the_summary_is_told(run, news):
    result = run("read", news, "--ledger", "x.ledger")
    assert result.stdout == ""
    assert result.stderr == "Read 1 document with 5 entries into x.ledger.\n"


def test_what_was_read_before_is_not_read_again(run, news, ledger):
    before = dump(ledger)
    result = run("read", news, "--ledger", ledger)
    assert "1 document had been read before." in result.stderr
    assert dump(ledger) == before


def test_a_ledger_and_lines_together(run, news):
    result = run("read", news, "--ledger", "x.ledger", "--format", "jsonl")
    assert len(Reading.from_json(result.stdout).entries) == 5


def test_entries_that_are_not_sure_are_left_out(run, news):
    result = run("read", news, "--format", "jsonl", "--min-confidence", "0.5")
    assert [entry.kind for entry in Reading.from_json(result.stdout).entries] == [
        "activity", "tenure", "instrument", "figure",
    ]  # fmt: skip


def test_the_date_of_documents_that_do_not_tell_it(run, here):
    (here / "undated.txt").write_text("The two states keep a fisheries dialogue.", encoding="utf-8")
    result = run("read", "undated.txt", "--format", "jsonl", "--date", "2019-05")
    assert Reading.from_json(result.stdout).document.date == "2019-05"


def test_each_bad_input_is_one_line_and_the_others_are_read(run, news, here):
    (here / "empty.txt").write_bytes(b"")
    result = run("read", "empty.txt", news, "absent.txt", "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.splitlines() == [
        "empty.txt: it is empty",
        "absent.txt: there is no such file or folder",
        "Read 1 document with 5 entries. 2 inputs could not be read.",
    ]


def test_a_text_in_another_language_is_read_with_a_warning(run, here):
    (here / "bericht.txt").write_text("Der Minister sprach gestern mit der Botschafterin über Zölle.", encoding="utf-8")
    result = run("read", "bericht.txt")
    assert result.exit_code == 0
    assert "1 document not in English" in result.stderr
    assert "bericht.txt: it is in another language than English (de)" in result.stderr


def test_a_file_name_cannot_break_the_line(run, here):
    (here / "two\nlines\x1b[31m.txt").write_bytes(b"")
    result = run("read", here / "two\nlines\x1b[31m.txt")
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


def test_square_brackets_are_no_markup(run, here):
    (here / "a.jsonl").write_text(json.dumps({"id": "x", "title": "[red]On [/b] fish", "text": NEWS}), encoding="utf-8")
    result = run("read", "a.jsonl")
    assert result.exit_code == 0
    assert "[red]On [/b] fish" in result.stdout


def test_a_ledger_in_a_folder_that_is_not_there(run, news):
    result = run("read", news, "--ledger", "absent/x.ledger")
    assert (result.exit_code, result.stderr) == (1, "absent/x.ledger: the folder absent does not exist\n")


def test_a_file_that_is_no_ledger_is_not_touched(run, news):
    result = run("read", news, "--ledger", news)
    assert result.exit_code == 1
    assert "is not a ledger" in result.stderr
    assert news.read_text(encoding="utf-8") == NEWS


def test_ctrl_c_keeps_what_is_finished(run, news, here, monkeypatch):
    import sys

    class Interrupted(sys.modules["dragoman.reading.reader"].Reader):
        def read(self, document):
            if document.id == "z":
                raise KeyboardInterrupt
            return super().read(document)

    monkeypatch.setattr(sys.modules["dragoman.reading.reader"], "Reader", Interrupted)
    (here / "z.txt").write_text("Something else.", encoding="utf-8")
    result = run("read", news, "z.txt", "--ledger", "x.ledger")
    assert result.exit_code == 130
    assert result.stderr == "Interrupted. Read 1 document with 5 entries into x.ledger.\n"
    with Ledger.open("x.ledger") as ledger:
        assert [document.id for document in ledger.documents()] == ["news"]


def test_a_file_without_permission(run, news, monkeypatch):
    def refuse(path, mode):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.open", refuse)  # root may read every file
    assert run("read", news).stderr == f"{news}: no permission to read it\n"
