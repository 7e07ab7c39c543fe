"""What could tell of work and tells none."""

import pytest

from dragoman.reading.frames.no_work import is_no_work


@pytest.mark.parametrize(
    "text, word, told",
    [
        pytest.param("It is vital to train the police of Peru.", "train", True, id="said to be vital"),
        pytest.param("Chile will train the police of Peru.", "train", False, id="that is done"),
        pytest.param("He helped the firms of Peru.", "helped", True, id="by one person"),
        pytest.param("They helped the firms of Peru.", "helped", False, id="by several"),
        pytest.param("Chile and Peru have a shared interest in fish.", "have", True, id="to have an interest"),
        pytest.param("Peru praised the readiness of Chile to send doctors.", "send", True, id="to be ready"),
        pytest.param("Peru praised the plan of Chile to send doctors.", "send", False, id="to plan"),
        pytest.param("Chile and Peru will continue to work together.", "continue", True, id="to continue to work"),
        pytest.param("Chile and Peru will continue to work together.", "work", True, id="the work that continues"),
        pytest.param("Chile will continue to provide help to Peru.", "provide", False, id="to continue to give"),
        pytest.param("Chile continued its support for Peru.", "continued", False, id="to continue something"),
        pytest.param("The talks were on a range of projects in Peru.", "projects", True, id="what a range is of"),
        pytest.param("The talks were on the gift of 40 projects in Peru.", "projects", False, id="counted"),
        pytest.param("Chile doubled the number of its scholarships for Peru.", "scholarships", False, id="a thing"),
        pytest.param("Chile funds projects in Peru.", "projects", False, id="what is funded"),
        pytest.param("We renewed our commitment to the people of Peru.", "commitment", True, id="a commitment"),
        pytest.param("We renewed our commitment of 3 million dollars.", "commitment", False, id="with a sum"),
        pytest.param("Chile will ensure that Peru has water.", "ensure", True, id="to ensure"),
        pytest.param("The team of Chile worked in Peru.", "worked", True, id="a team that was sent"),
        pytest.param("Investment in Peru stands at 3 million dollars.", "Investment", True, id="all investment"),
        pytest.param("Trade with Peru, valued at 3 million dollars, has grown.", "valued", True, id="all trade"),
        pytest.param("Tents for Peru, valued at 3 million dollars, have come.", "valued", False, id="goods"),
        pytest.param("Chile will strengthen its relations with Peru.", "strengthen", True, id="relations"),
        pytest.param("Chile will foster relations in mining with Peru.", "foster", False, id="in a field"),
        pytest.param("Chile urged the growth of cooperation with Peru.", "cooperation", False, id="work with somebody"),
        pytest.param("Chile will strengthen its trade with Peru.", "strengthen", False, id="trade"),
        pytest.param("He gave Peru 3 million dollars.", "gave", False, id="money of one person"),
    ],
)
def test_what_tells_no_work(frame, text, word, told):
    assert is_no_work(frame(text, word, "activity")) is told
