"""What is announced together and told one by one."""

from dragoman.models import Evidence, Instrument, Party
from dragoman.reading.whole.summed_up import one_by_one
from dragoman.values import CountryCode


def _text(title: str, start: int, type_: str = "memorandum", *codes: str) -> Instrument:
    parties = tuple(Party(name=code, code=CountryCode(code), role="participant") for code in codes)
    return Instrument(type=type_, title=title, parties=parties, evidence=(Evidence(start=start, end=start + 30),))


def test_what_is_told_one_by_one_is_not_told_together_too():
    told = [
        _text("Two Memoranda of Understanding with Chile", 0, "memorandum", "CHL", "FJI"),
        _text("Memorandum of Understanding on fish", 40),
        _text("MoU on forests", 80),
    ]
    found = one_by_one(told)
    assert [one.title for one in found] == ["Memorandum of Understanding on fish", "MoU on forests"]
    assert all({party.code for party in one.parties} == {"CHL", "FJI"} for one in found)


def test_those_that_are_not_all_told_stay():
    told = [_text("Three memoranda", 0), _text("Memorandum on fish", 40), _text("Memorandum on forests", 80)]
    assert one_by_one(told) == told
    few = [_text("Several treaties", 0, "agreement"), _text("Fish treaty", 40, "agreement")]
    assert one_by_one(few) == few


def test_a_text_and_what_it_is_called_after_are_one():
    whole = _text("Joint Statement of Closer Partnership", 0, "declaration")
    half = _text("Closer Partnership", 19, "agreement")
    assert one_by_one([half, whole]) == [whole]
    elsewhere = _text("Closer Partnership", 90, "agreement")
    assert one_by_one([whole, elsewhere]) == [whole, elsewhere]
