import pytest

from dragoman.models import Party
from tests.follow.checks.conftest import figure

SELLING = (Party(name="Chile", code="CHL", role="exporter"), Party(name="Vietnam", code="VNM", role="importer"))
BUYING = (Party(name="Chile", code="CHL", role="importer"), Party(name="Vietnam", code="VNM", role="exporter"))


@pytest.mark.parametrize(("imports", "fits"), [(400, True), (700, False)])
@pytest.mark.parametrize(("measure", "parties"), [("imports", BUYING), ("exports", BUYING), ("imports", ())])
def test_both_ways_make_up_the_trade(tell, found, imports, fits, measure, parties):
    states = SELLING if parties else tuple(party.model_copy(update={"role": "participant"}) for party in SELLING)
    tell(
        f"Trade reached 900 million dollars: 500 million of exports and {imports} million of imports.",
        figure("Trade reached 900 million", 900e6, measure="trade", of="trade", date="2017", parties=states),
        figure("500 million of exports", 500e6, measure="exports", of="exports", date="2017", parties=states),
        figure(f"{imports} million of imports", imports * 1e6, measure=measure, of="imports", date="2017",
               parties=parties or states),
    )  # fmt: skip
    (finding,) = found("parts")
    assert finding.confirmed is fits
    assert f"USD 500 million + {imports} million" in finding.statement


def test_the_trade_in_one_good_is_a_part(tell, found):
    tell(
        "Trade was 900 million dollars, exports 500 million and imports of fish 20 million.",
        figure("Trade was 900 million", 900e6, measure="trade", of="trade", date="2017"),
        figure("exports 500 million", 500e6, measure="exports", of="exports", date="2017"),
        figure("imports of fish 20 million", 20e6, measure="imports", of="fish", date="2017"),
    )
    assert found("parts") == []
