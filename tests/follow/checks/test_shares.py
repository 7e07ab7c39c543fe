import pytest

from tests.follow.checks.conftest import figure, gift


@pytest.mark.parametrize(("rest", "fits"), [(30, True), (45, False)])
def test_a_rest_makes_up_the_whole(tell, only, rest, fits):
    tell(
        f"Chile pays 70 per cent of the bridge. The remaining {rest} per cent come from Hanoi.",
        figure("70 per cent of the bridge", 70, "%", "share", of="bridge"),
        figure(f"The remaining {rest} per cent", rest, "%", "share", of="remaining"),
    )
    finding = only("shares")
    assert finding.confirmed is fits
    assert finding.statement.startswith(f"70% + {rest}% = {70 + rest}%")


@pytest.mark.parametrize(("share", "fits"), [(85, True), (60, False)])
def test_a_share_of_a_cost_against_the_loan_that_pays_it(tell, only, share, fits):
    tell(
        f"The bridge will cost 200 million dollars. A loan of 170 million dollars covers {share} per cent of the cost.",
        figure("cost 200 million dollars", 200e6, measure="cost", of="the bridge"),
        gift("A loan of 170 million dollars", 170e6, type="loan"),
        figure(f"{share} per cent of the cost", share, "%", "share", of="the cost"),
    )
    finding = only("shares")
    assert finding.confirmed is fits
    assert "USD 170 million of USD 200 million is 85%" in finding.statement
