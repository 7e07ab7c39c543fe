"""Stories: what documents say of a promise, and what the ledger makes of it."""

import pytest

from .conftest import BOTH, entry

HARBOUR = "Norway and Peru speak of harbours\n\nNorway will build a harbour at Mollendo by June 1999."


def planned(quote="Norway will build a harbour at Mollendo", **known):
    return entry("activity", quote, type="construction", stage="planned", due="1999-06", **known)


def documents(promise):
    return [told.document for told in promise.history]


def test_a_promise_without_an_answer_is_due_and_then_overdue(tell, follow):
    tell("1998-04-09", HARBOUR, planned())
    assert [each.verdict for each in follow("harbour", "1999-06-30")] == ["due"]
    assert [each.verdict for each in follow("harbour", "1999-07-01")] == ["overdue"]


def test_documents_of_later_days_are_left_out(tell, follow):
    tell("1998-04-09", HARBOUR, planned())
    tell(
        "1999-05-02",
        "News of Peru\n\nThe harbour at Mollendo, built by Norway, was opened on Sunday.",
        entry("event", "The harbour at Mollendo", type="opening", stage="done", date="1999-05-02"),
    )
    assert follow("harbour", "1999-05-01")[0].verdict == "due"
    kept = follow("will build a harbour", "1999-05-02")[0]
    assert (kept.verdict, kept.happened, kept.days_late) == ("kept", "1999-05-02", None)
    assert documents(kept) == ["1998-04-09", "1999-05-02"]
    assert "words in common" in "; ".join(kept.history[1].because)


def test_words_alone_may_tell_that_it_was_kept_late(tell, follow):
    tell("1998-04-09", HARBOUR, planned())
    tell(
        "2000-03-12",
        "Fish and friendship\n\nThe envoy of Norway dined in Lima. The harbour at Mollendo was finished on 1 March.",
        entry("event", "dined in Lima", type="ceremony", stage="done", date="2000-03-12"),
    )
    (kept,) = follow("harbour", "2001-01-01")
    assert (kept.verdict, kept.happened, kept.days_late) == ("kept late", "2000-03-01", 245)


def test_another_harbour_is_another_matter(tell, follow):
    tell("1998-04-09", HARBOUR, planned())
    tell(
        "1999-05-02",
        "News of Peru\n\nThe tuna cannery that Norway built at Chimbote was opened on Sunday.",
        entry("event", "The tuna cannery", type="opening", stage="done", date="1999-05-02"),
    )
    assert follow("harbour")[0].verdict == "overdue"


def test_words_around_a_promise_do_not_answer_it(tell, follow):
    session = "session of the commission on sardines, anchovies and seaweed"
    tell(
        "1998-04-09",
        f"Fish and forests\n\nThe {session} is to meet at Mollendo. Norway will build a sawmill by June 1999.",
        entry("activity", "Norway will build a sawmill", type="construction", stage="planned", due="1999-06"),
    )
    tell(
        "1998-06-02",
        f"Fisheries\n\nThe {session} met at Mollendo on Monday. It was concluded by a dinner of the two ministers.",
        entry("event", f"The {session} met", stage="done", date="1998-06-01"),
    )
    assert [each.verdict for each in follow("sawmill")] == ["overdue"]


def test_a_promise_in_a_document_without_a_date_was_made_before_its_time_was_over(tell, follow):
    tell(
        None,
        "An invitation\n\nPeru has invited the king of Norway to visit Lima in August 1999.",
        entry("event", "visit Lima", "Visit of the king of Norway", type="visit", stage="planned", due="1999-08"),
    )
    tell(
        "1999-08-20",
        "The king in Lima\n\nThe king of Norway arrived in Lima on Thursday for his visit to Peru.",
        entry("event", "arrived in Lima", "Visit of the king of Norway", type="visit", stage="done", date="1999-08-19"),
    )
    assert [(each.verdict, each.happened) for each in follow("king")] == [("kept", "1999-08-19")]


def test_what_is_told_of_a_thing_that_was_called_off_is_told_once(tell, follow):
    tell(
        "1998-04-09",
        "Fisheries\n\nThe third session of the commission, which was to meet in Lima in May, has been cancelled.",
        entry("event", "The third session", "Third session of the commission", stage="cancelled"),
    )
    assert [each.verdict for each in follow("session")] == ["dropped"]


def test_two_readings_of_one_promise_are_one_promise(tell, follow):
    tell(
        "1998-04-09",
        HARBOUR,
        planned(),
        entry("event", "Norway will build a harbour at Mollendo", type="opening", stage="planned", due="1999-06"),
    )
    assert [each.verdict for each in follow("harbour")] == ["overdue"]


def test_a_debt_that_was_cancelled_is_a_promise_kept(tell, follow):
    tell(
        "1998-04-09",
        "Old debts\n\nNorway will cancel the debts of the port of Callao by June 1999.",
        entry("activity", "Norway will cancel the debts", type="debt_relief", stage="planned", due="1999-06"),
    )
    tell(
        "1999-05-02",
        "News of Peru\n\nNorway cancelled the debts of the port of Callao on Sunday.",
        entry("activity", "Norway cancelled the debts", type="debt_relief", stage="done", date="1999-05-02"),
    )
    assert [each.verdict for each in follow("cancel")] == ["kept"]


def test_what_only_the_words_promise_is_followed_too(tell, follow):
    tell(
        "1998-04-09",
        "Norway and Peru meet\n\nThe ministers dined in Lima. Norway will send 40 fishing boats to Callao in 1999.",
        entry("event", "The ministers dined", type="meeting", stage="done", date="1998-04-09"),
    )
    (boats,) = follow("fishing boats")
    assert (boats.verdict, boats.due, boats.record) == ("overdue", "1999", "")
    assert boats.states == ("NOR", "PER")


def test_what_several_documents_of_a_day_promise_in_the_same_words_is_one_promise(tell, follow):
    said = "The ministers dined in Lima. Norway will send 40 fishing boats to Callao in 1999."
    dined = entry("event", "The ministers dined", type="meeting", stage="done", date="1998-04-09")
    for title in ("Norway and Peru meet", "Peru and Norway: news", "A dinner in Lima"):
        tell("1998-04-09", f"{title}\n\n{said}", dined)
    (boats,) = follow("fishing boats")
    assert len({told.sha256 for told in boats.history}) == 3
    tell(
        "1999-04-09",
        "News of Peru\n\nThe envoy of Norway dined in Lima. The 40 fishing boats for Callao were handed over.",
        entry("event", "dined in Lima", type="ceremony", stage="done", date="1999-04-09"),
    )
    assert [each.verdict for each in follow("fishing boats")] == ["kept"]


@pytest.mark.parametrize(
    "talk",
    [
        "Norway will always remain a friend of the fishermen of Callao.",
        "If Norway built 40 fishing boats, Callao would have work.",
        "Will Norway send 40 fishing boats to Callao?",
        "The fishing boats of Callao are painted red and yellow.",
        "Fishing boats are one of the great hopes of Callao for the next decade.",
    ],
)
def test_talk_is_no_promise(tell, follow, talk):
    dined = entry("event", "The ministers dined", type="meeting", stage="done", date="1998-04-09")
    tell("1998-04-09", f"Norway and Peru meet\n\nThe ministers dined in Lima. {talk}", dined)
    assert follow("Callao") == []


def test_neither_the_row_of_a_table_nor_work_that_began_is_a_promise(tell, follow):
    tell(
        "2011-03-01",
        "Norway and Peru: projects\n\nPeru met Norway.\n\n| Harbour school in Ilo | NOK 8 million | 2014 | \n\n"
        "Work on the harbour in Mollendo that Norway pays for with a loan began on Monday, later than planned.",
        entry("event", "Peru met Norway", stage="done"),
    )
    assert follow("Harbour school") == follow("Mollendo") == []


def test_the_eighth_session_does_not_answer_the_ninth(tell, follow):
    tell(
        "1998-04-09",
        "Fisheries talks\n\nThe ninth session of the fisheries commission will meet in Lima in 1999.",
        entry("event", "The ninth session", "Ninth session of the fisheries commission", stage="planned", due="1999"),
    )
    tell(
        "1999-02-02",
        "Fisheries talks\n\nThe eighth session of the fisheries commission met in Lima on Monday.",
        entry("event", "The eighth session", "Eighth session of the fisheries commission", stage="done"),
    )
    (ninth,) = follow("Ninth")
    assert ninth.verdict == "overdue"
    assert documents(ninth) == ["1998-04-09"]


def test_a_promise_is_dropped_or_replaced(tell, follow):
    tell("1998-04-09", HARBOUR, planned())
    tell(
        "1998-12-01",
        "News of Peru\n\nThe harbour at Mollendo will not be built. In its place Norway repairs a lighthouse.",
        entry("activity", "Norway repairs a lighthouse", stage="underway"),
    )
    assert follow("harbour")[0].verdict == "superseded"


def test_the_agreement_is_signed_under_its_full_name(tell, follow):
    name = "Comprehensive Fisheries Partnership Agreement"
    tell(
        "1998-04-09",
        f"Talks are over\n\nNorway and Peru have ended their talks on a {name}. The agreement is to be signed in June.",
        entry("instrument", name, stage="planned", name=name),
        entry("event", "The agreement is to be signed", "Agreement to be signed", type="signing", stage="planned",
              date="1998-06"),
    )  # fmt: skip
    tell(
        "1998-09-02",
        f"A delayed pact\n\nThe two fisheries ministers put their names to the {name} in Lima on Tuesday.",
        entry("instrument", name, stage="agreed", name=name, date="1998-09-01"),
        entry("event", "put their names to", f"Signing of the {name}", type="signing", stage="done", date="1998-09-01"),
    )
    (signing,) = [each for each in follow("to be signed") if each.kind == "event"]
    assert (signing.verdict, signing.happened) == ("kept late", "1998-09-01")
    assert "the paper that was spoken of" in signing.history[-1].because[0]


def test_what_is_promised_first_of_several_is_known_by_its_own_words(tell, follow):
    tell(
        "1998-04-09",
        "Boats\n\nNorway will give steel-hulled trawlers to the fishing villages of Peru. The first trawler is to be "
        "delivered in late 1999.",
        entry("activity", "Norway will give steel-hulled trawlers", type="in_kind", stage="planned"),
    )
    tell(
        "1999-11-02",
        "A gift\n\nNorway handed over the trawler Anchoveta to Peru at Mollendo on Tuesday.",
        entry("event", "Norway handed over", type="delivery", stage="done", date="1999-11-02"),
    )
    assert [each.verdict for each in follow("first trawler")] == ["kept"]


def test_a_paper_is_told_by_the_sentence_that_names_it_not_by_the_one_that_says_whose_it_is(tell, follow):
    tell(
        "1998-04-09",
        "Talk with the envoy\n\nNext spring Lima and Bergen will mark ten years as sister ports. This year we intend "
        "to work on the treaties.",
        entry("instrument", "the treaties", "Treaties", after="Lima and Bergen", stage="planned", due="1998"),
    )
    assert [each.title for each in follow("treaties")] == ["Treaties"]
    assert not follow("Next spring", as_of="1998-05-01")[0].record


def grant(quote, value, stage):
    money = {"value": value, "unit": "USD"}
    return entry("activity", quote, type="grant", stage=stage, amount=money)


@pytest.mark.parametrize(("sum_", "about_it"), [("75,300", True), ("226,000", False)])
def test_a_greater_sum_is_for_something_else(tell, follow, sum_, about_it):
    tell(
        "1998-04-09",
        "Norway helps\n\nThe cancer clinic of Mollendo will spend $75,300 on an ultrasound scanner.",
        grant("$75,300 on an ultrasound scanner", 75_300, "agreed"),
    )
    tell(
        "1998-12-01",
        f"New contracts\n\nNorway delivered ultrasound sets worth ${sum_} to Lima and Ica.",
        grant(f"ultrasound sets worth ${sum_}", float(sum_.replace(",", "")), "done"),
    )
    (clinic,) = follow("cancer clinic")
    assert ("1998-12-01" in documents(clinic)) is about_it


def test_a_loan_is_not_met_by_a_grant(tell, follow):
    tell(
        "1998-04-09",
        "Roads\n\nThe Norwegian Development Agency promised a loan in Mollendo for the repair of the main roads.",
        entry("activity", "promised a loan", "Loan for the repair of main roads", type="loan", stage="planned"),
    )
    tell(
        "1998-12-01",
        "Canals\n\nThe Norwegian Development Agency signed a grant in Mollendo for canals.",
        entry("activity", "signed a grant", "Grant for canals", type="grant", stage="agreed"),
    )
    (loan,) = follow("Loan for the repair")
    assert loan.verdict == "no news"


def test_a_visit_came_about_on_its_first_day(tell, follow):
    visit = {"type": "visit", "stage": "done"}
    tell(
        "1999-08-01",
        "The king is awaited\n\nKing Olav of Norway is due to visit Lima on 15 August.",
        entry("event", "visit Lima", "Visit of King Olav", type="visit", stage="planned", date="1999-08-15"),
    )
    tell(
        "1999-08-17",
        "Pacts\n\nPeru and Norway signed twelve treaties during the visit of King Olav. He arrived in Lima on Sunday",
        entry("event", "the visit of King Olav", "Visit of King Olav", date="1999-08-17", **visit),
        entry("event", "He arrived in Lima", "Visit of King Olav", date="1999-08-15", **visit),
    )
    kept = [each for each in follow("King Olav") if each.verdict != "no news"]
    assert {(each.verdict, each.happened) for each in kept} == {("kept", "1999-08-15")}


def test_further_help_is_met_by_further_help(tell, follow):
    giving = (BOTH[0].model_copy(update={"role": "recipient"}), BOTH[1].model_copy(update={"role": "funder"}))
    tell(
        "1998-04-09",
        "After the flood\n\nNorway will consider further assistance to Peru for the villages under water.",
        entry("activity", "further assistance", "Further assistance", stage="planned", parties=giving),
    )
    tell(
        "1998-04-20",
        "More help\n\nNorway gives a further 3 million kroner of assistance to the villages in Peru.",
        entry(
            "activity", "a further 3 million kroner", type="grant", stage="agreed", parties=giving,
            amount={"value": 3e6, "unit": "NOK"},
        ),
    )  # fmt: skip
    assert [each.verdict for each in follow("urther assistance")] == ["kept"]


def test_a_promise_tells_when_it_was_last_heard_of_and_how_much_since(tell, follow):
    tell("1998-04-09", HARBOUR, planned())
    for day in ("1999-08-01", "1999-09-01"):
        tell(
            day,
            f"News of {day}\n\nNorway and Peru talked about whales.",
            entry("event", "talked about whales", stage="done", date=day),
        )
    (harbour,) = follow("harbour")
    assert (str(harbour.last_mention), harbour.documents_since) == ("1998-04-09", 2)


def test_only_promises_of_all_these_states_are_told(tell, follow):
    tell("1998-04-09", HARBOUR, planned())
    assert len(follow("harbour", states=["NOR", "PER"])) == 1
    assert follow("harbour", states=["NOR", "CHL"]) == []


def test_a_line_of_json_has_what_the_scorer_reads(tell, follow):
    tell("1998-04-09", HARBOUR, planned())
    line = follow("harbour")[0].to_line()
    assert {"title", "verdict", "due", "happened", "days_late", "parties", "documents_since", "record"} <= set(line)
    assert line["history"][0]["document"] == "1998-04-09"
    assert line["history"][0]["stage"] == "planned"
    assert line["history"][0]["quote"].startswith("Norway will build a harbour")
