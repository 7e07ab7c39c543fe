"""The sessions of a recurring format, in order."""

from dragoman.follow.promises import sessions_of

from .conftest import entry


def session(number, day, stage="done", of="the fisheries dialogue"):
    title = f"{number} session of {of}"
    return entry("event", "session", title, stage=stage, date=day)


def test_sessions_stand_in_their_order(tell, ledger):
    tell("2003-05-02", "Third\n\nThe third session was held.", session("Third", "2003-05-01"))
    tell("2002-05-02", "Second\n\nThe second session was held.", session("Second", "2002-05-01"))
    tell("2003-05-03", "Fourth\n\nThe fourth session will be held.", session("Fourth", "2004", "planned"))
    tell("2003-05-04", "Other\n\nThe second session was held.", session("Second", "2001-01-05", of="the whale council"))
    (second,) = [each for each in ledger.records() if each.best.title.startswith("Second session of the fish")]
    found = sessions_of(ledger, second)
    assert [(each.number, each.stage) for each in found] == [(2, "done"), (3, "done"), (4, "planned")]


def test_a_format_names_its_sessions(tell, ledger):
    dialogue = entry("instrument", "dialogue", "Fisheries dialogue", type="dialogue", name="Fisheries dialogue")
    tell("2001-05-02", "New\n\nThe dialogue was set up.", dialogue)
    tell("2003-05-02", "Third\n\nThe third session was held.", session("Third", "2003-05-01"))
    (format,) = ledger.records(kinds=["instrument"])
    assert [each.number for each in sessions_of(ledger, format)] == [3]
