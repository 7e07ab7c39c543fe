"""What would go with documents is said before they are forgotten."""

from dragoman.follow.forgetting import loss_of
from tests.follow.conftest import event, figure


def test_what_one_document_alone_tells_goes_and_what_others_tell_too_stays(ledger, tell):
    tell("First", "2019-02-01", event("Chile and Vietnam meet", date="2019-01-30"), figure("salmon", 900))
    tell("Second", "2019-02-02", event("Chile and Vietnam meet", date="2019-01-30"))
    ledger.resolve()
    first, second = (ledger.document(name).sha256 for name in ("first", "second"))
    loss = loss_of(ledger, [first])
    assert (loss.entries[first], loss.records, loss.kept) == (2, 1, 1)
    both = loss_of(ledger, [first, second])
    assert (dict(both.entries), both.records, both.kept) == ({first: 2, second: 1}, 2, 0)


def test_with_a_document_that_says_nothing_nothing_goes(ledger, tell):
    tell("Empty", "2019-02-01")
    loss = loss_of(ledger, [ledger.document("empty").sha256])
    assert (dict(loss.entries), loss.records, loss.kept) == ({}, 0, 0)
