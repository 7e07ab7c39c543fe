"""What is seen of a frame, in words that a person can read."""

import pytest

from dragoman.reading.judging.features import features_of
from dragoman.reading.page import Page
from dragoman.values import CountryCode


@pytest.fixture
def seen(page, frame):
    def features(text, word, kind="event", date=None):
        return set(features_of(frame(text, word, kind, date), page(text, date)))

    return features


@pytest.mark.parametrize(
    "text, word, feature",
    [
        ("Togo signed a treaty with Laos.", "signed", "verb=sign"),
        ("Togo signed a treaty with Laos.", "signed", "object=treaty"),
        ("Togo signed a treaty with Laos.", "signed", "sign+treaty"),
        ("Togo signed a treaty with Laos.", "signed", "subject=togo"),
        ("Togo signed a treaty with Laos.", "signed", "who:subject=state"),
        ("Togo signed a treaty with Laos.", "signed", "states=2"),
        ("Togo signed a treaty with Laos.", "signed", "in the title"),
        ("Togo signed a treaty with Laos.", "signed", "from elsewhere"),
        ("Togo signed a treaty with Laos.", "signed", "tense=past"),
        ("Togo met with Laos.", "met", "prep=with"),
        ("The royal visit to Laos ended.", "visit", "amod=royal"),
        ("The royal visit to Laos ended.", "visit", "under=end"),
        ("The royal visit to Laos ended.", "visit", "common"),
        ("The royal visit to Laos ended.", "visit", "says=visit"),
        ("Visit of the King of Tonga to Laos", "Visit", "no verb in the sentence"),
        ("Togo visited Laos in May 2019.", "visited", "when:year"),
        ("“Togo visited Laos.”", "visited", "quoted"),
        ("Will Togo visit Laos?", "visit", "asked"),
        ("Laos is glad of it. Togo visited Laos. Laos is still glad.", "visited", "in the middle"),
        ("Togo plans to visit Laos.", "visit", "main=plan"),
        ("Togo plans to visit Laos.", "visit", "main word0=planned"),
        ("Togo plans to visit Laos.", "visit", "stage=planned"),
        ("Togo plans to visit Laos.", "visit", "up=plan"),
        ("Togo plans to visit Laos.", "visit", "told=plan:present"),
        ("Togo plans to visit Laos.", "visit", "said before=planned"),
        ("Togo visited Laos.", "visited", "told=itself:past"),
        ("Togo will visit Laos and open a consulate there.", "open", "open finally=future"),
        ("Visit of the King of Tonga to Laos", "Visit", "told by no verb"),
        ("Togo visited Laos.", "visited", "undated page"),
        ("Togo has supported Laos since 2019.", "supported", "with=since:perfect"),
        ("Togo will call off the visit to Laos.", "visit", "role=dobj:future"),
        ("Togo will call off the visit to Laos.", "visit", "said=call off"),
        ("Togo looks forward to the visit to Laos.", "visit", "said=look forward"),
    ],
)
def test_what_stands_in_a_sentence_is_seen(seen, text, word, feature):
    assert feature in seen(text, word)


@pytest.mark.parametrize(
    "published, time", [("2019-04-01", "later"), ("2019-05-20", "around"), ("2019-07-01", "earlier")]
)
def test_a_date_is_before_or_after_the_day_of_publication(seen, published, time):
    found = seen("Togo visited Laos in May 2019.", "visited", date=published)
    assert {f for f in found if f.startswith("time=")} == {f"time={time}"}


def test_a_sum_is_seen_by_its_kind(seen):
    assert "much:money" in seen("Togo gave Laos 2 million dollars.", "gave", "activity")


def test_a_list_item_is_seen_with_the_sentence_that_leads_up_to_it(seen):
    text = "The two countries will finance:\n\n- training of nurses in Laos\n\n- construction of a dam in Togo"
    assert "lead=finance" in seen(text, "construction", "activity")


def test_in_a_release_home_and_abroad_are_told_apart(page, frame):
    text = "New Zealand visited Laos."
    release = Page(page(text).doc, home=CountryCode("NZL"))
    found = set(features_of(frame(text, "visited", "event"), release))
    assert {"from a government", "who:subject=home", "who:object=abroad", "abroad is named"} <= found


def test_each_feature_weighs_the_same(page, frame):
    found = features_of(frame("Togo visited Laos.", "visited"), page("Togo visited Laos."))
    assert set(found.values()) == {1.0}


def test_what_work_is_about_is_seen_by_the_words_of_its_clause(seen):
    found = seen("Togo will lift the tariff on rice from Laos.", "lift", "activity")
    assert "own word of trade" in found
    assert not any(feature.startswith("own word of construction") for feature in found)
