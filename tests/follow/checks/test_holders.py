from tests.follow.checks.conftest import post


def seen(tell, person, day, of="Foreign Minister", whose="Vietnamese"):
    tell(f"On {day} {whose} {of} {person} spoke.", post(f"{of} {person}", person, of, date=day), date=day)


def test_two_holders_on_one_day(tell, only):
    seen(tell, "Le Van Minh", "2017-05-02")
    seen(tell, "Tran Duc", "2017-05-02", "Minister of Foreign Affairs")
    finding = only("holders")
    assert not finding.confirmed
    assert finding.statement.startswith("Le Van Minh and Tran Duc are both told as Foreign Minister of Vietnam")


def test_a_holder_between_two_times_of_another(tell, only):
    seen(tell, "Le Van Minh", "2017-05-02")
    seen(tell, "Tran Duc", "2017-06-09")
    seen(tell, "Minh", "2017-08-01")
    finding = only("holders")
    assert "Tran Duc in between, on 2017-06-09" in finding.statement
    assert len(finding.entries) == 3


def test_one_after_the_other_is_a_succession(tell, only):
    seen(tell, "Le Van Minh", "2017-05-02")
    seen(tell, "Tran Duc", "2018-06-09")
    seen(tell, "Duc", "2019-08-01")
    finding = only("holders")
    assert finding.confirmed
    assert "one after the other" in finding.statement


def test_who_comes_back_after_years_held_the_post_twice(tell, found):
    seen(tell, "Le Van Minh", "2010-05-02")
    seen(tell, "Tran Duc", "2013-06-09")
    seen(tell, "Le Van Minh", "2016-08-01")
    assert all(finding.confirmed for finding in found("holders"))


def test_a_deputy_or_a_predecessor_is_no_second_holder(tell, found):
    seen(tell, "Le Van Minh", "2017-05-02")
    seen(tell, "Tran Duc", "2017-05-02", "Deputy Foreign Minister")
    tell(
        "Former Foreign Minister Vo Thanh was there.",
        post("Foreign Minister Vo Thanh", "Vo Thanh", "Foreign Minister", date="2017-05-02"),
        date="2017-05-02",
    )
    assert found("holders") == []


def test_a_post_of_which_the_words_do_not_say_whose_it_is_contradicts_nothing(tell, found):
    seen(tell, "Le Van Minh", "2017-05-02")
    seen(tell, "Tran Duc", "2017-05-02", whose="the")
    assert found("holders") == []
