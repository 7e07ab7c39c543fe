"""Meetings that are told by their number alone."""

from dragoman.reading.whole.series import with_series
from tests.reading.entries import event

NINTH = event(where=(0, 10), title="Ninth meeting of the Joint Commission", roles={"CHL": "participant"})


def test_the_next_meeting_of_a_series_has_the_parties_of_the_one_before():
    tenth = event(where=(40, 50), title="Tenth meeting").model_copy(update={"parties": ()})
    assert with_series([NINTH, tenth])[1].parties == NINTH.parties


def test_another_kind_of_meeting_or_one_with_parties_keeps_its_own():
    others = [
        event(where=(40, 50), title="Tenth session").model_copy(update={"parties": ()}),
        event(where=(60, 70), title="Meeting").model_copy(update={"parties": ()}),
        event(where=(80, 90), title="Tenth meeting", roles={"PER": "participant"}),
    ]
    assert with_series([NINTH, *others])[1:] == others
