from tests.follow.checks.conftest import entry, figure, gift


def write(tell, number, word):
    tell(
        f"Chile signed three deals: a grant of 2 million for Hue, a grant of 3 million for Vinh, and a grant of 4 "
        f"million for Hanoi. In all, {word} grants worth 9 million dollars were agreed.",
        gift("a grant of 2 million for Hue", 2e6),
        gift("a grant of 3 million for Vinh", 3e6),
        gift("a grant of 4 million for Hanoi", 4e6),
        figure(f"{word} grants worth 9 million dollars", number, "grant", "count", of="grants"),
        figure(f"{word} grants worth 9 million dollars", 9e6, "USD", "grants", of="grants"),
    )


def test_a_count_that_its_list_does_not_exhaust(tell, only):
    write(tell, 6, "six")
    finding = only("counts")
    assert finding.confirmed
    assert finding.statement.startswith("6 grants are counted and 3 told one by one: ")
    assert "3 are not told one by one; USD 9 million for all is about USD 1.5 million each" in finding.statement


def test_a_list_that_is_longer_than_the_count(tell, only):
    write(tell, 2, "two")
    finding = only("counts")
    assert not finding.confirmed
    assert finding.statement.startswith("2 grants are counted and 3 told one by one")


def test_one_treaty_is_no_list_of_treaties(tell, found):
    tell(
        "Five agreements exist. A fishing treaty was signed.",
        figure("Five agreements", 5, "agreement", "count"),
        entry("instrument", "A fishing treaty", type="agreement", stage="agreed"),
    )
    assert found("counts") == []
