"""Pairs of entries that are one thing, and pairs that are two, however alike they look."""

import pytest

from dragoman.ledger.identity.blocking import blocks_of
from dragoman.ledger.identity.compare import compare
from dragoman.ledger.identity.evidence import DOUBT, JOIN
from dragoman.ledger.identity.features import features_of
from dragoman.ledger.identity.quotes import Quote, quote_of, sums_again
from dragoman.ledger.records import derive_all
from dragoman.ledger.stored import StoredEntry
from dragoman.models import Evidence
from tests.ledger.identity.telling import figure, grant, meeting, named, party, stored, tenure, told_together, visit

LIMA = {"name": "Lima", "country": "PER"}
ONE = [
    (
        "a planned session that is held some weeks later",
        meeting(
            1, "2019-03-01", "Ninth session of the forestry commission", stage="planned", date="2019-11", place=LIMA
        ),
        meeting(2, "2020-01-12", "9th meeting of the forestry commission", stage="done", date="2020-01-08", place=LIMA),
    ),
    (
        "a visit announced by post and reported by name",
        visit(1, "2018-05-02", "Visit of the Finnish president to Peru", stage="planned", date="2018-06", place=LIMA),
        visit(2, "2018-06-20", "Niinistö visits Lima", stage="done", date="2018-06-18/2018-06-20", place=LIMA),
    ),
    (
        "a planned visit that is told as a meeting",
        visit(1, "2018-05-02", "Visit to Lima", person="Aino Virtanen", stage="planned", date="2018-06-18"),
        meeting(2, "2018-06-20", "Talks in Lima", stage="done", date="2018-06-18", place=LIMA),
    ),
    (
        "a plan of eight points, in words and figures",
        named(1, "2016-05-20", "plan", "eight-point plan for the Andes"),
        named(2, "2018-02-03", "plan", "plan of 8 points put forward in Helsinki"),
    ),
    (
        "an acronym and what it stands for",
        named(1, "2016-05-20", "agreement", "FiPeTA"),
        named(2, "2018-02-03", "agreement", "Finland–Peru Tourism Agreement"),
    ),
    (
        "a grant whose sum was raised",
        grant(1, "2011-04-01", "Vocational school in Iquitos", 100_000.0, stage="agreed"),
        grant(2, "2012-09-30", "Funds for the Iquitos vocational school", 150_000.0, stage="done"),
    ),
    (
        "one odd sum for one purpose in other words",
        grant(1, "2011-04-01", "Ultrasound device for the maternity ward", 48_350.0),
        grant(2, "2011-05-09", "Equipment for mothers and babies: maternity ward", 48_350.0),
    ),
    (
        "two values of one figure",
        figure(1, "2020-02-01", "asparagus", 900.0, "2019"),
        figure(2, "2020-07-01", "asparagus", 930.0, "2019"),
    ),
    (
        "one person in one post, in another order and spelling",
        tenure(1, "2015-01-01", "VIRTANEN Aino", "Minister for Foreign Trade of Finland", "FIN"),
        tenure(2, "2016-01-01", "Aino Virtanen", "Finnish foreign trade minister", "FIN"),
    ),
]
TWO = [
    (
        "a grant and a loan of a thousand times its sum for one port",
        grant(1, "2021-03-01", "Grant for the fishing port of Callao", 25_000, stage="done"),
        grant(2, "2021-09-01", "Loan for the fishing port of Callao", 25_000_000, stage="done"),
    ),
    (
        "the eighth and the ninth meeting",
        meeting(1, "2019-03-01", "Eighth session of the forestry commission", date="2019-03", place=LIMA),
        meeting(2, "2019-03-20", "Ninth session of the forestry commission", date="2019-03", place=LIMA),
    ),
    (
        "the ninth meeting of another series",
        meeting(1, "2019-03-01", "Ninth session of the forestry commission", date="2019-03", stage="done"),
        meeting(2, "2019-09-20", "Ninth round of the consular dialogue", date="2019-09", stage="done"),
    ),
    (
        "two visits in a year",
        visit(1, "2018-03-04", "Visit to Lima", person="Aino Virtanen", stage="done", date="2018-03-02", place=LIMA),
        visit(2, "2018-10-08", "Visit to Lima", person="Aino Virtanen", stage="done", date="2018-10-06", place=LIMA),
    ),
    (
        "a visit and the one in return",
        visit(1, "2018-03-04", "Presidential visit", stage="done", date="2018-03-02"),
        visit(2, "2018-03-20", "Presidential visit", "PER", "FIN", stage="done", date="2018-03"),
    ),
    (
        "what was over before it was announced",
        visit(1, "2018-03-04", "Visit of the president", stage="done", date="2018-03-02"),
        visit(2, "2018-12-20", "Visit of the president", stage="planned", date="2019-03"),
    ),
    (
        "two grants of one size to two hospitals",
        grant(1, "2011-04-01", "Scanner for the Iquitos hospital", 80_000.0, date="2011"),
        grant(2, "2011-04-01", "Beds for the Arequipa hospital", 80_000.0, date="2011"),
    ),
    (
        "two grants of one size, to a school and a clinic of one town",
        grant(1, "2011-04-01", "Grant for the school of Iquitos", 80_000.0, date="2011"),
        grant(2, "2011-08-01", "Grant for the clinic of Iquitos", 80_000.0, date="2011"),
    ),
    (
        "two agreements of one kind",
        named(1, "2016-05-20", "agreement", "Agreement on air services", date="2016-05-19", stage="agreed"),
        named(2, "2016-08-03", "agreement", "Agreement on plant health", date="2016-08-01", stage="agreed"),
    ),
    (
        "one figure of two years",
        figure(1, "2020-02-01", "asparagus", 900.0, "2019"),
        figure(2, "2020-02-01", "asparagus", 900.0, "2018"),
    ),
    (
        "one figure of two states",
        figure(1, "2020-02-01", "asparagus", 900.0, "2019"),
        figure(2, "2020-02-01", "asparagus", 900.0, "2019", "FIN"),
    ),
    (
        "namesakes",
        tenure(1, "2015-01-01", "Aino Virtanen", "minister of health", "FIN"),
        tenure(2, "2015-02-01", "Matti Virtanen", "minister of health", "FIN"),
    ),
    (
        "one person in two posts",
        tenure(1, "2015-01-01", "Aino Virtanen", "minister of health", "FIN"),
        tenure(2, "2019-02-01", "Aino Virtanen", "ambassador to Peru", "FIN"),
    ),
]


@pytest.mark.parametrize(("one", "other"), [pytest.param(*pair, id=name) for name, *pair in ONE])
def test_one_thing(one, other):
    a, b = features_of(one), features_of(other)
    found = compare(a, b)
    assert found.apart is None
    assert found.points >= JOIN, found.words()
    assert blocks_of(a) & blocks_of(b), "they are compared at all"


@pytest.mark.parametrize(("one", "other"), [pytest.param(*pair, id=name) for name, *pair in TWO])
def test_two_things(one, other):
    found = compare(features_of(one), features_of(other))
    assert found.apart or found.points < JOIN, found.words()


@pytest.mark.parametrize(("one", "other"), [pytest.param(*pair, id=name) for name, *pair in ONE + TWO])
def test_the_order_of_two_makes_no_difference(one, other):
    a, b = features_of(one), features_of(other)
    assert compare(a, b) == compare(b, a)


def test_reasons_are_given_in_words():
    _, planned, held = ONE[0]
    words = compare(features_of(planned), features_of(held)).words()
    assert words[0] == "the same number: session 9"
    assert "the same place: Lima" in words
    assert "but 39 days apart" in words


def test_a_gift_that_goes_the_other_way_is_hardly_the_same():
    there = grant(1, "2017-03-01", "Grant for the bridge", 50_000)
    roles = party("PER", "funder"), party("FIN", "recipient")
    back = stored(
        2, "2018-03-01", "activity", "grant", "Grant for the bridge", *roles, amount={"value": 50_000, "unit": "EUR"}
    )
    assert "but given the other way" in compare(features_of(there), features_of(back)).words()


def test_a_doubt_is_neither():
    one = visit(1, "2018-02-02", "Visit to Peru", person="Aino Virtanen", stage="planned", date="2018")
    other = visit(2, "2018-10-20", "Visit to Peru", stage="done", date="2018-10-18")
    found = compare(features_of(one), features_of(other))
    assert DOUBT <= found.points < JOIN


def test_the_quote_tells_what_the_title_leaves_out():
    one = grant(1, "2011-04-01", "New grant signed", 60_000.0, date="2011-03")
    other = grant(2, "2012-04-01", "Ribbon is cut", 60_000.0, stage="done", date="2012-04")
    bare = compare(features_of(one), features_of(other))
    quotes = Quote("60,000 for a fish farm on Lake Titicaca"), Quote("the fish farm on Titicaca that Finland paid for")
    told = compare(features_of(one, quotes[0]), features_of(other, quotes[1]))
    assert bare.points < JOIN <= told.points


def test_a_likeness_to_both_does_not_join_what_excludes_each_other():
    eighth = meeting(1, "2019-03-01", "Eighth session of the forestry commission", date="2019-03", place=LIMA)
    ninth = meeting(2, "2019-03-20", "Ninth session of the forestry commission", date="2019-03", place=LIMA)
    either = meeting(3, "2019-04-01", "Session of the forestry commission", date="2019-03", place=LIMA)
    records = told_together(eighth, ninth, either)
    assert len(records) == 2
    assert not any({eighth.key, ninth.key} <= set(entries) for entries in records)


def test_what_one_document_tells_apart_stays_apart():
    first = grant(1, "2011-04-01", "Scanner for the hospital", 80_000.0)
    second = grant(2, "2011-04-01", "Beds for the hospital", 80_000.0)
    second = second.model_copy(update={"document": first.document})
    later = grant(3, "2011-06-01", "Hospital gets its scanner", 80_000.0, stage="done")
    records = told_together(first, second, later)
    assert records == {(first.key, later.key), (second.key,)}


def said(number, published, title, *quotes, **known):
    """A grant with what its document says around it."""
    return features_of(grant(number, published, title, **known), Quote(*quotes))


def document(text, title, *told):
    """An entry as a document tells it: the quote of an activity that rests on these words of the text."""
    spans = [{"start": text.index(words), "end": text.index(words) + len(words)} for words in told]
    entry = grant(1, "2015-03-01", "Grant", 300_000.0, evidence=spans)
    named = entry.document.model_copy(update={"title": title})
    return quote_of(entry.model_copy(update={"document": named}), text)


LABORATORY = (
    "Lima looks at its soil\n\nFinland set up a soil laboratory in Huaraz last year. Rain fell all day. "
    "The laboratory cost 300,000 euros, as promised; another 300,000 euros went to a weather station."
)


def test_a_quote_holds_what_it_points_to_and_not_the_heading():
    quote = document(
        LABORATORY, "Lima looks at its soil", "Lima looks at its soil", "The laboratory cost 300,000 euros"
    )
    assert quote.words == "The laboratory cost 300,000 euros"
    assert quote.heading == "Lima looks at its soil"
    assert "Huaraz" in quote.earlier
    assert "Rain" not in quote.earlier
    assert quote.rest.startswith(", as promised")


def test_the_sentence_with_the_sum_is_what_the_grant_rests_on():
    quote = document(LABORATORY, None, "Rain fell all day.", "The laboratory cost 300,000 euros")
    assert quote.words == "The laboratory cost 300,000 euros"
    assert quote.more == "Rain fell all day."


def test_a_sum_that_is_told_of_another_thing_too_is_noted():
    assert document(LABORATORY, None, "Rain fell all day.").twice == {300_000.0}
    assert document(LABORATORY.replace("another", "these"), None, "Rain fell all day.").twice == frozenset()


def test_a_programme_that_something_is_part_of_is_not_what_is_spoken_of():
    text = "The water programme for Puno began. A pump was bought as part of the programme."
    assert document(text, None, "A pump was bought as part of the programme.").earlier == ""


def test_a_short_later_mention_finds_its_grant():
    first = said(1, "2014-02-01", "Grant for a soil laboratory", "Finland will set up a soil laboratory in Huaraz")
    later = said(2, "2015-03-01", "Money well spent", "The laboratory was paid by Finland", value=300_000.0)
    pointing = said(
        2, "2015-03-01", "Money well spent", "The laboratory was paid by Finland", "", "", "", "",
        "Finland set up a soil laboratory in Huaraz.", value=300_000.0,
    )  # fmt: skip
    assert compare(first, later).points < compare(first, pointing).points
    assert compare(first, pointing).points >= JOIN


def test_one_more_of_its_kind_is_not_the_first():
    first = said(1, "2014-02-01", "Buses for Tacna", "Finland gives buses to Tacna", value=700_000.0)
    again = said(2, "2016-02-01", "Buses for Tacna", "Finland gives buses to Tacna", value=700_000.0)
    more = said(2, "2016-02-01", "Buses for Tacna", "Finland gives a new fleet of buses to Tacna", value=700_000.0)
    assert compare(first, again).points >= JOIN
    assert compare(first, more).points < compare(first, again).points
    assert "but told as another one" in compare(first, more).words()


def test_the_year_of_the_other_report_and_the_number_of_things_tell():
    plan = said(1, "2014-02-01", "Finland to train 30 Peruvian foresters", "Finland will train 30 Peruvian foresters")
    done = said(2, "2016-05-01", "Foresters home", "Thirty foresters whom Finland took in by its word of 2014 are home")
    words = compare(plan, done).words()
    assert "one names the year in which the other was told" in words
    assert any("30-forester" in reason for reason in words)


def test_a_visit_that_was_put_off_takes_place_later():
    plan = visit(1, "2020-03-20", "Visit of Aino Virtanen to Peru", person="Aino Virtanen", date="2020-04", place=LIMA)
    done = visit(
        2, "2022-02-03", "Visit of Aino Virtanen to Peru", person="Aino Virtanen", date="2022-02-01", stage="done",
        place=LIMA,
    )  # fmt: skip
    kept = compare(features_of(plan, Quote("She will come to Lima in April")), features_of(done))
    assert kept.apart or kept.points < JOIN
    put_off = compare(features_of(plan, Quote("Her stay in Lima in April is postponed")), features_of(done))
    assert put_off.points >= JOIN
    assert "after it was put off" in put_off.words()


def test_a_sum_told_of_two_things_does_not_make_them_one():
    """Three grants of one sum: the first document tells two of them, the later ones one each."""
    text = "Finland gives 400,000 euros for a ward in Cusco. Another 400,000 euros are for a library in Tacna."
    both = grant(1, "2011-04-01", "Ward in Cusco", 400_000.0, evidence=[{"start": 0, "end": 48}])
    ward = grant(2, "2013-04-01", "Cusco has its ward", 400_000.0, stage="done")
    library = grant(3, "2013-06-01", "Tacna reads", 400_000.0, stage="done")
    quotes = {
        both.key: quote_of(both, text),
        ward.key: Quote("The ward in Cusco cost 400,000 euros"),
        library.key: Quote("It cost 400,000 euros"),
    }
    groups = derive_all([both, ward, library], {}, {}, quotes).groups
    assert sorted(map(sorted, groups)) == [[both.key, ward.key], [library.key]]


def test_the_only_twinning_of_two_states_is_every_other_one():
    towns = named(1, "2016-01-10", "twinning", "Twinning of Lima and Turku")
    sole = named(2, "2017-05-01", "twinning", "Sister-city agreement")
    quote = Quote(words="So far only one sister-city agreement is in force between the two")
    assert compare(features_of(towns), features_of(sole, quote)).points >= JOIN
    assert compare(features_of(towns), features_of(sole)).points < JOIN


def test_embassies_of_two_states_in_each_other_are_two():
    there = named(1, "2016-01-10", "mission", "Embassy in Lima", place=LIMA)
    here = named(2, "2017-05-01", "mission", "Embassy in Helsinki", place={"name": "Helsinki", "country": "FIN"})
    assert compare(features_of(there), features_of(here)).apart == "missions in two states"


def test_a_session_is_counted_where_the_word_for_it_is_left_out():
    plan = meeting(1, "2017-05-01", "Ninth to be held in Lima", stage="planned", date="2018-05", due="2018-05")
    held = meeting(2, "2019-07-12", "Ninth session of the forestry commission", stage="done", date="2019-07-08")
    tenth = meeting(2, "2019-07-12", "Tenth session of the forestry commission", stage="done", date="2019-07-08")
    around = {
        "before": "The eighth session of the forestry commission was held in Turku, and ",
        "heading": "Forestry talks",
    }
    ninth = features_of(plan, Quote("the ninth will be held in Lima within a year", **around))
    assert ninth.ordinals == {("session", 9)}
    assert compare(ninth, features_of(held)).points >= JOIN
    assert compare(ninth, features_of(tenth)).apart == "different numbers of a series"


def test_a_new_zealand_grant_is_no_new_grant():
    first = said(1, "2014-02-01", "Buses for Tacna", "Finland gives buses to Tacna")
    later = said(2, "2014-05-01", "Buses for Tacna", "Tacna has the buses of a New Zealand grant")
    another = said(2, "2014-05-01", "Buses for Tacna", "Tacna has the buses of a new grant")
    assert "but told as another one" not in compare(first, later).words()
    assert "but told as another one" in compare(first, another).words()


@pytest.mark.parametrize(
    "second, goes_on",
    [
        ("It will stand in 2017.", True),
        ("300 tonnes will be shipped in May.", True),
        ("300 tonnes of steel will be shipped in May.", False),
        ("Trade is worth 300,000 euros.", False),
    ],
)
def test_a_sentence_that_begins_with_it_or_a_measure_goes_on_from_the_one_before(second, goes_on):
    text = f"Finland gives Puno a ferry, the minister said in Turku on Monday. {second}"
    first, other = (grant(number, "2015-03-01", "Ferry for Puno") for number in (1, 2))
    ends = text.index(","), len(text) - 1
    spans = [{"start": 0, "end": ends[0]}, {"start": text.index(second), "end": ends[1]}]
    features = [
        features_of(told, quote_of(told, text))
        for told in (
            StoredEntry(
                key=each.key, entry=each.entry.model_copy(update={"evidence": evidence}), document=first.document
            )
            for each, evidence in zip((first, other), ([Evidence(**span)] for span in spans), strict=True)
        )
    ]
    words = compare(*features).words()
    assert ("one goes on from the sentence of the other" in words) == goes_on


def test_the_rest_of_a_sentence_ends_where_it_ends():
    quote = document("Finland paid for a pier. Rain fell all day.", None, "Finland paid for a pier.")
    assert quote.rest == ""


def test_an_agreement_is_the_one_that_a_shorter_name_spells_out():
    signed = named(1, "2018-04-01", "agreement", "Agreement on inspection of goods", stage="agreed")
    short = named(2, "2019-09-01", "agreement", "Agreement on goods in force", stage="agreed")
    full = Quote("The agreement on the transport and inspection of goods entered into force")
    assert compare(features_of(signed), features_of(short, full)).points >= JOIN
    other = Quote("The agreement on the export of goods entered into force")
    assert compare(features_of(signed), features_of(short, other)).points < JOIN


def test_money_that_built_a_thing_is_told_with_the_building():
    works = stored(
        1, "2014-02-01", "activity", "construction", "Pier for Puno", party("FIN", "funder"), party("PER", "recipient")
    )
    paid = said(2, "2016-02-01", "Pier for Puno", "Finland built it for 300,000 euros", value=300_000.0)
    given = said(2, "2016-02-01", "Pier for Puno", "Finland gave 300,000 euros", value=300_000.0)
    plan = features_of(works, Quote("Finland will build a pier in Puno"))
    assert compare(plan, paid).points > compare(plan, given).points


def test_entries_for_one_sort_of_thing_of_the_same_states_are_compared():
    first = said(1, "2014-02-01", "150 teachers for Puno", "Finland will send 150 teachers to the lake towns")
    later = said(2, "2015-03-01", "152 teachers at work", "This year 152 teachers taught in reference schools")
    assert blocks_of(first) & blocks_of(later)


def test_a_gift_that_is_told_as_one_more_is_none_told_before():
    first = said(1, "2014-02-01", "5,000 blankets for Puno", "Finland gives Puno 5,000 blankets")
    more = said(2, "2016-02-01", "5,000 blankets for Puno", "A second gift of 5,000 blankets reached Puno")
    again = said(3, "2016-03-01", "5,000 blankets for Puno", "The 5,000 blankets reached Puno")
    assert compare(first, more).apart == "told as one more"
    assert compare(more, again).points >= JOIN


def test_an_activity_is_called_by_its_sentence_where_the_title_speaks_of_other_things():
    title, heading = "Foreign ministers meet in Turku", "Ministers look north"
    loan = grant(1, "2014-02-01", title, 3e6)
    words = "The grant of 3 million for the waterworks in Huaraz was signed"
    assert "huaraz" in features_of(loan, Quote(words, heading=heading)).words
    bare = "The Nordic fund bore the cost of 3 million"
    assert "nordic" not in features_of(loan, Quote(bare, heading=heading)).words


def test_a_given_name_may_stand_for_the_whole_name():
    plan = visit(1, "2018-05-02", "Visit to Peru", person="Thongsing", stage="planned", date="2018", place=LIMA)
    done = visit(2, "2018-10-20", "Visit to Peru", person="Thongsing Thammavong", date="2018-10-18", place=LIMA)
    other = visit(2, "2018-10-20", "Visit to Peru", person="Aino Virtanen", date="2018-10-18", place=LIMA)
    assert compare(features_of(plan), features_of(done)).points >= JOIN
    assert compare(features_of(plan), features_of(other)).points < JOIN


def test_a_short_name_of_an_agreement_may_stand_for_a_longer_one():
    signed = named(1, "2013-10-29", "agreement", "Agreement on the promotion of investments", stage="agreed")
    short = named(2, "2015-03-19", "agreement", "Investment agreement", stage="underway", date="2013")
    assert compare(features_of(signed), features_of(short, Quote("The investment agreement of 2013"))).points >= JOIN


def test_it_points_to_the_sentence_before_and_to_no_other():
    text = "The dam at Huaraz was given up. A canal to Puno takes its place. It costs less than the dam."
    assert document(text, None, "It costs less than the dam.").earlier.strip() == "A canal to Puno takes its place."
    assert "Huaraz" in document(text, None, "less than the dam.").earlier


@pytest.mark.parametrize(
    "sentence, words",
    [
        ("Besides the wells in Puno, Finland pays for pipes.", "Finland pays for pipes."),
        ("On top of 1.5 million for wells, Finland pays for pipes.", "Finland pays for pipes."),
        ("Finland pays for pipes.", "Finland pays for pipes."),
    ],
)
def test_what_a_sentence_sets_beside_its_matter_is_not_that(sentence, words):
    assert document(f"Water in Peru. {sentence}", None, sentence).words == words


def test_a_town_that_gets_a_harbour_is_no_person():
    roles = party("FIN", "funder"), party("PER", "recipient", "Chala")
    harbour = stored(
        1, "2018-01-09", "activity", "grant", "Harbour of Chala", *roles, place={"name": "Chala", "country": "PER"}
    )
    assert "chala" in features_of(harbour).words


def test_a_sum_in_dollars_may_be_in_those_of_the_giver():
    first = said(1, "2014-02-01", "Pier for Puno", "a pier for Puno", value=3e6, unit="CAD")
    same = said(2, "2014-05-01", "Pier for Puno", "a pier for Puno", value=3e6, unit="USD")
    other = said(2, "2014-05-01", "Pier for Puno", "a pier for Puno", value=4e6, unit="USD")
    euros = said(2, "2014-05-01", "Pier for Puno", "a pier for Puno", value=3e6, unit="EUR")
    assert "the same amount" in compare(first, same).words()
    assert "but sums in different currencies" in compare(first, other).words()
    assert "but sums in different currencies" in compare(first, euros).words()


def test_a_number_may_stand_in_the_rest_of_the_sentence():
    before = said(1, "2014-02-01", "Scholarships", "scholarships for Peruvians", "", " from 60 to 100 a year")
    later = said(2, "2016-02-01", "Scholarships", "100 Peruvians a year study in Turku", value=100.0, unit="person")
    assert "the same sum is told" in compare(before, later).words()


@pytest.mark.parametrize(
    "title, number",
    [
        ("Twenty-second session of the commission", 22),
        ("The commission met for the fifth time", 5),
        ("The commission will meet in Lima for the thirty-first time", 31),
        ("Thirtieth session of the commission", 30),
    ],
)
def test_the_number_of_a_session_in_words(title, number):
    assert features_of(meeting(1, "2019-03-01", title)).ordinals == {("session", number)}


@pytest.mark.parametrize("title", ["Session ² of the commission", "The session² in Lima"])
def test_the_mark_of_a_footnote_is_no_number_of_a_session(title):
    assert not features_of(meeting(1, "2019-03-01", title)).ordinals


def test_who_meet_for_the_first_time_open_no_series():
    assert not features_of(meeting(1, "2019-03-01", "The ministers met for the first time")).ordinals


def test_two_activities_for_one_sort_of_thing_are_more_alike():
    first = said(1, "2014-02-01", "Teachers", "Finland will send 150 teachers to Puno")
    later = said(2, "2015-03-01", "Teachers", "This year 152 teachers from Finland taught in Peru")
    assert "for the same sort of thing" in compare(first, later).words()


def test_works_may_be_told_as_done_about_the_time_that_was_set_for_them():
    plan = said(1, "2011-02-01", "Pier", "a pier for Puno", stage="planned", date="2013-12", due="2013-12")
    then = said(2, "2014-08-20", "Pier", "a pier for Puno", stage="done", date="2014-08-20")
    late = said(2, "2018-08-20", "Pier", "a pier for Puno", stage="done", date="2018-08-20")
    assert "told about the time that was set" in compare(plan, then).words()
    assert "told about the time that was set" not in compare(plan, late).words()


def test_talks_in_the_course_of_a_visit_are_not_the_visit():
    plan = visit(1, "2018-05-02", "Visit", person="Aino Virtanen", stage="planned", date="2018-06")
    came = visit(2, "2018-06-20", "Visit", person="Aino Virtanen", stage="done", date="2018-06-18/2018-06-20")
    talks = stored(
        3, "2018-06-20", "event", "meeting", "Talks", party("FIN", name="Aino Virtanen"), party("PER"), stage="done",
        date="2018-06-19",
    ).model_copy(update={"document": came.document})  # fmt: skip
    records = told_together(plan, came, talks)
    assert records == {(plan.key, came.key), (talks.key,)}
    assert told_together(plan, talks) == {(plan.key, talks.key)}


def test_what_was_called_off_is_not_what_takes_place_long_after():
    plan = visit(1, "2020-03-20", "Visit", person="Aino Virtanen", stage="planned", date="2020-05", place=LIMA)
    off = visit(2, "2020-04-02", "Visit", person="Aino Virtanen", stage="cancelled", place=LIMA)
    came = visit(3, "2021-02-03", "Visit", person="Aino Virtanen", stage="done", date="2021-02-01", place=LIMA)
    assert told_together(plan, off, came) == {(plan.key, off.key), (came.key,)}


def test_what_goes_on_while_it_is_told_is_no_plan():
    now = visit(1, "2020-03-06", "Visit", stage="planned", date="2020-03-04/2020-03-07")
    assert (features_of(now).stage, features_of(now).ahead) == ("done", False)
    soon = visit(1, "2020-03-03", "Visit", stage="planned", date="2020-03-04/2020-03-07")
    assert (features_of(soon).stage, features_of(soon).ahead) == ("planned", True)


@pytest.mark.parametrize(
    "words, place",
    [
        ("The next consultations are planned for May", None),
        ("The next consultations will be held in Lima in May", "lima"),
    ],
)
def test_what_is_to_come_is_where_its_sentence_says_and_not_where_the_news_comes_from(words, place):
    plan = meeting(1, "2019-03-01", "Consultations", stage="planned", date="2019-05", place=LIMA)
    assert features_of(plan, Quote(words, heading="Lima saves money")).place == place


def test_what_was_put_off_is_what_takes_place_next():
    plan = meeting(1, "2019-03-01", "Consultations on fish", date="2019-04", stage="suspended")
    off = features_of(plan, Quote("The consultations on fish are put off"))
    soon, late = (
        features_of(meeting(2, day, "Consultations on fish", date=day, stage="done"))
        for day in ("2019-10-03", "2021-05-03")
    )
    assert compare(off, soon).points > compare(off, late).points


def test_a_city_that_sounds_like_a_thing_is_none():
    assert not features_of(grant(1, "2014-02-01", "Nurses"), Quote("Port Moresby will train ten of them")).things
    assert "port" in features_of(grant(1, "2014-02-01", "Nurses"), Quote("The port will train ten of them")).things


def test_a_sentence_that_says_what_it_is_for_is_not_called_by_the_heading():
    title = heading = "Bridge at last"
    loan = grant(1, "2014-02-01", title, 3e6)
    assert "bridge" not in features_of(loan, Quote("Finland lends 3 million for gas bottles", heading=heading)).words
    assert "bridge" in features_of(loan, Quote("Finland lends 3 million for it", heading=heading)).words


@pytest.mark.parametrize(
    "quote, again",
    [
        ("The Finnish loan, 25 million euros, has to be repaid", True),
        ("Parliament approved the credit of 25 million euros", True),
        ("Finland suspended the 25 million euro loan", True),
        ("The 25 million for the waterworks are spent", False),
        ("Finland gives the school 25 million euros", False),
        ("The other 25 million are spent", False),
    ],
)
def test_the_sum_that_is_pointed_to_was_told_before(quote, again):
    assert sums_again(quote) == ({25e6} if again else set())


def test_a_later_mention_of_the_sum_finds_the_loan():
    first = said(1, "2014-02-01", "Loan", "Finland lends Peru 3 million for the waterworks in Huaraz", value=3e6)
    later = said(2, "2016-03-01", "Credit", "The Finnish credit of 3 million was repaid", value=3e6)
    vague = said(2, "2016-03-01", "Credit", "A Finnish credit of 3 million was repaid", value=3e6)
    assert compare(first, vague).points < JOIN <= compare(first, later).points


def test_of_two_alike_in_one_document_the_first_is_the_one_that_was_planned():
    plan = visit(1, "2018-05-02", "Visit", person="Aino Virtanen", stage="planned", date="2018")
    first = visit(9, "2018-06-20", "Visit", person="Aino Virtanen", stage="done", date="2018-06-18")
    second = visit(3, "2018-06-20", "Visit", person="Aino Virtanen", stage="done", date="2018-06-11")
    second = second.model_copy(update={"document": first.document})
    quotes = {first.key: Quote("came", start=10, end=14), second.key: Quote("came", start=50, end=54)}
    groups = derive_all([plan, first, second], {}, {}, quotes).groups
    assert sorted(map(sorted, groups)) == sorted([sorted([plan.key, first.key]), [second.key]])


def test_what_counts_others_does_not_go_on():
    text = "Finland takes in 12 teachers from Peru. It takes in 12 nurses from Peru, too."
    teachers = grant(1, "2017-04-13", "12 teachers", 12, "teacher", evidence=[{"start": 0, "end": 38}])
    nurses = grant(2, "2017-04-13", "12 nurses", 12, "nurse", evidence=[{"start": 40, "end": 75}])
    nurses = nurses.model_copy(update={"document": teachers.document})
    one, other = (features_of(entry, quote_of(entry, text)) for entry in (teachers, nurses))
    assert other.leans
    assert "one goes on from the sentence of the other" not in compare(one, other).words()


def test_a_grant_told_of_a_session_is_not_counted_with_it():
    assert not features_of(grant(1, "2014-02-01", "Second meeting of the commission")).ordinals
    assert features_of(grant(1, "2014-02-01", "Second tranche for the port")).ordinals == {("part", 2)}
    assert features_of(meeting(1, "2014-02-01", "Second meeting of the commission")).ordinals == {("session", 2)}


def test_a_visit_that_is_moved_is_put_off():
    plan = visit(1, "2018-02-02", "Visit to Peru", date="2018-08")
    assert features_of(plan, Quote("Her visit to Lima, planned for March, has been moved to August")).shifted
    assert not features_of(plan, Quote("Her visit to Lima will take place in August")).shifted


def test_a_session_that_opens_is_that_session():
    states = party("PER"), party("FIN")
    opens = stored(1, "2011-05-06", "event", "opening", "Third meeting opens in Lima", *states, date="2011-06-20")
    school = stored(1, "2011-05-06", "event", "opening", "School opens in Lima", *states, date="2011-06-20")
    held = meeting(2, "2011-06-24", "Commission held its third meeting", date="2011-06-20", stage="done")
    assert compare(features_of(opens), features_of(held)).points >= JOIN
    assert compare(features_of(school), features_of(held)).apart


def test_a_point_of_a_list_says_nothing_of_the_next_points():
    text = "Results:\n- the quay in Ilo is under construction;\n- the clinic, for which Oslo paid 3 million, is ready."
    found = document(text, None, "the quay in Ilo is under construction")
    assert (found.words, found.rest, found.before) == ("the quay in Ilo is under construction", ";", "")


def test_a_machine_that_is_given_to_a_hospital_is_no_hospital():
    given = {"stage": "done", "date": "2019-02-27"}
    roles = party("FIN", "funder"), party("PER", "recipient", "Iquitos Hospital")
    title = "Ultrasound device for Iquitos Hospital"
    device = stored(1, "2019-03-01", "activity", "in_kind", title, *roles, **given)
    assert not features_of(device).things
    assert features_of(grant(2, "2019-03-01", "New hospital in Iquitos")).things
