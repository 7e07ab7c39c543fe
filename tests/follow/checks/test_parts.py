import pytest

from tests.follow.checks.conftest import entry, figure, gift

CLINICS = (
    "Vietnam got 2.5 million dollars from Chile for clinics. The sum includes 1.2 million dollars for Hue and "
    "{second} dollars for Vinh."
)


def clinics(tell, second, value):
    tell(
        CLINICS.format(second=second),
        gift("2.5 million dollars from Chile for clinics", 2.5e6),
        gift("1.2 million dollars for Hue", 1.2e6),
        gift(f"{second} dollars for Vinh", value),
    )


def test_parts_that_fit_their_whole_are_told_with_the_sum(tell, only):
    clinics(tell, "0.4 million", 0.4e6)
    finding = only("parts")
    assert finding.confirmed
    assert "USD 1.2 million + 400,000 = USD 1.6 million, of USD 2.5 million" in finding.statement
    assert [quote.words[:12] for quote in finding.quotes] == ["Vietnam got ", "The sum incl"]


def test_parts_that_come_to_more_than_their_whole(tell, only):
    clinics(tell, "1.9 million", 1.9e6)
    finding = only("parts")
    assert not finding.confirmed
    assert "more than the whole: USD 1.2 million + 1.9 million = USD 3.1 million" in finding.statement
    assert finding.sure >= 0.5


def test_a_list_that_is_whole_must_come_to_its_sum(tell, only):
    tell(
        "Eleven doctors went: the team consists of 6 surgeons and 2 nurses.",
        figure("Eleven doctors", 11, "doctor", "people"),
        figure("6 surgeons", 6, "surgeon", "people"),
        figure("2 nurses", 2, "nurse", "people"),
    )
    assert "less than the whole" in only("parts").statement


def test_neighbours_that_add_up_to_an_amount_make_it_an_umbrella(tell, only):
    tell(
        "A grant of 33 million euros was signed. Schools get 25 million euros. Roads get 8 million euros.",
        gift("grant of 33 million euros", 33e6, "EUR"),
        gift("Schools get 25 million euros", 25e6, "EUR"),
        gift("Roads get 8 million euros", 8e6, "EUR"),
    )
    finding = only("parts")
    assert finding.confirmed
    assert finding.statement.startswith("EUR 25 million + 8 million = EUR 33 million")


def test_amounts_that_have_nothing_to_do_with_each_other_are_let_be(tell, found):
    tell(
        "A grant of 33 million euros was signed. Schools get 20 million dollars. Trade was 8 million euros.",
        gift("grant of 33 million euros", 33e6, "EUR"),
        gift("Schools get 20 million dollars", 20e6),
        figure("Trade was 8 million euros", 8e6, "EUR", "trade"),
    )
    assert found("parts") == []


class TestTotals:
    WORDS = "{first} went to Hue and {second} to Vinh. Since 2010 grants of 5 million dollars were made in all."

    def write(self, tell, first, second, date=None, **known):
        tell(
            self.WORDS.format(first=first, second=second),
            gift(f"{first} went to Hue", float(first.split()[0]) * 1e6, **known),
            gift(f"{second} to Vinh", float(second.split()[0]) * 1e6, **known),
            figure("grants of 5 million dollars", 5e6, date="2010/.."),
            date=date,
        )

    def test_gifts_of_one_document_are_counted_under_its_total(self, tell, only):
        self.write(tell, "1.5 million dollars", "2 million dollars")
        finding = only("parts")
        assert finding.confirmed
        assert "2 grants told one by one: USD 1.5 million + 2 million = USD 3.5 million; the total" in finding.statement
        assert "since 2010 is USD 5 million; USD 1.5 million of it is not told one by one" in finding.statement

    def test_gifts_that_come_to_more_than_the_total(self, tell, only):
        self.write(tell, "3.5 million dollars", "2 million dollars")
        finding = only("parts")
        assert not finding.confirmed
        assert "USD 500,000 more than the total" in finding.statement

    @pytest.mark.parametrize(
        ("known", "reason"),
        [
            ({"stage": "planned"}, "only planned"),
            ({"date": "2008"}, "2008, out of the period"),
        ],
    )
    def test_what_is_left_out_is_named(self, tell, only, known, reason):
        tell(
            "2 million dollars went to Hue and 1 million dollars to Vinh. Since 2010 grants of 5 million dollars.",
            gift("2 million dollars went to Hue", 2e6),
            gift("1 million dollars to Vinh", 1e6, **known),
            figure("grants of 5 million dollars", 5e6, date="2010/.."),
        )
        assert f"left out: USD 1 million ({reason})" in only("parts").statement

    def test_gifts_that_other_documents_told_before_count_too(self, tell, found):
        tell("Hue gets 2 million dollars.", gift("2 million dollars", 2e6, date="2012-03"), date="2012-04-01")
        tell("Hanoi gets 1 million dollars.", gift("1 million dollars", 1e6, date="2021-03"), date="2021-04-01")
        tell("Vinh gets 1 million dollars.", gift("1 million dollars", 1e6, date="2003-03"), date="2003-04-01")
        tell(
            "Since 2010 grants of 5 million dollars.",
            figure("grants of 5 million dollars", 5e6, of="grants", date="2010/.."),
            date="2019-01-01",
        )
        (finding,) = found("parts")
        assert finding.statement.startswith(
            "1 grant told one by one: USD 2 million; the total told since 2010 is USD 5 million"
        )
        assert len(finding.quotes) == 2

    def test_a_sum_that_measures_nothing_known_is_a_total_if_it_is_told_as_one(self, tell, found):
        text = "Hue got 2 million dollars. {words} 5 million dollars."
        for words in ("In all the programme paid for", "Trade came in all to", "The bridge is worth"):
            told = text.format(words=words)
            at = f"{words} 5 million dollars"
            tell(told, gift("2 million dollars", 2e6), figure(at, 5e6, measure="other", of="programme"))
        (finding,) = found("parts")
        assert finding.confirmed
        assert finding.quotes[0].words.startswith("In all the programme")

    def test_gifts_of_other_states_do_not_count(self, tell, found):
        others = entry("figure", "x", parties=())[2]["parties"]
        tell(
            "Hue got 2 million dollars. Since 2010 grants of 5 million dollars.",
            gift("2 million dollars", 2e6, parties=others),
            figure("grants of 5 million dollars", 5e6, date="2010/.."),
        )
        assert found("parts") == []
