import pytest

from dragoman.ledger.actors import organisation_key, same_organisation


@pytest.mark.parametrize(
    ("names", "state"),
    [
        (("PBC", "People's Bank of China", "PBOC"), "CHN"),
        (("METI", "Ministry of Economy, Trade and Industry", "Japan's Ministry of Economy, Trade and Industry"), "JPN"),
        (("Chad's Health Ministry", "Ministry of Health of the Republic of Chad", "Chadian Ministry of Public Health"),
         "TCD"),
        (("Peruvian Foreign Ministry", "Ministry of Foreign Affairs of Peru", "Ministry of External Relations"), "PER"),
        (("Embassy of Chad in Tokyo", "Chadian Embassy in Japan", "Chad’s embassy in Japan"), "TCD"),
        (("Grassroots programme", "Grass-Roots Human Security Projects"), "JPN"),
        (("State Department", "US Department of State"), "USA"),
        (("Andes Trading Co. Ltd", "Andes Trading"), "PER"),
    ],
)  # fmt: skip
def test_names_of_one_organisation_have_one_key(names, state):
    assert len({organisation_key(name, state) for name in names}) == 1


@pytest.mark.parametrize(
    "names",
    [("UN", "United Nations"), ("World Health Organisation", "WHO"), ("Asia-Pacific Economic Co-operation", "APEC")],
)
def test_international_bodies_belong_to_no_state(names):
    assert {organisation_key(name).split(" ")[0] for name in names} == {"-"}
    assert len({organisation_key(name) for name in names}) == 1


def test_the_state_tells_ministries_apart():
    assert organisation_key("Ministry of Health", "FJI") != organisation_key("Ministry of Health", "TON")
    assert organisation_key("Ministry of Health", "FJI") != organisation_key("Ministry of Education", "FJI")
    assert organisation_key("Embassy of Fiji in Tokyo") != organisation_key("Embassy of Fiji in Seoul")


def test_an_acronym_counts_only_in_capitals():
    assert organisation_key("who") != organisation_key("WHO")


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("ASPI", "Australian Strategic Policy Institute", "ASPI is made of the initials"),
        ("Interparliamentary Friendship Council", "Interparliamentary Freindship Council", "two spellings of one name"),
        ("Ministry of Health", "Fijian Ministry of Health", "one name, of which one tells the state"),
    ],
)
def test_likely_names_of_one_organisation(one, other, reason):
    likeness = same_organisation(one, other)
    assert (likeness.score, likeness.reasons) == (0.85, (reason,))


def test_bodies_of_two_states_are_two():
    assert same_organisation("National Bank", "National Bank", ("FJI", "TON")).score == 0
    assert same_organisation("Bank of Fiji", "University of Fiji").score == 0
