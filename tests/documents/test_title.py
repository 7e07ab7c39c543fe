"""The title is the heading below whatever a page prints above it."""

import pytest

from dragoman.documents.title import find_title

TITLE = "Peru and Norway open a port"
LEAD = "The ministers of Peru and Norway met in Lima and agreed to open a port together. The work begins soon."


@pytest.mark.parametrize(
    "above",
    [
        "",
        "Posted: 03.02.2022 09:40",
        "All news",
        "Home > News > Politics",
        "Home Politics Economy Culture Sport Contact",
        "Home About us Ports News Media centre Contacts",
        "Menu  Latest news  Fisheries  Search",
        "News | Peru | 3 May 2019",
        "PRESS RELEASE\n3 May 2019",
        "Press Release No. 34/2022",
        "Photo: Ministry of Ports",
        "By the staff of the Harbour Post",
        "Ports and Shipping Special",
        "MINISTRY OF PORTS OF PERU",
        "World\n\nUpdated 09:40 GMT, 3 May 2019",
        "Ministry for Ports of Peru\nPress release, 3 May 2019",
        "Embassy of Norway in Peru\n3 May 2019",
        "STATE DEPARTMENT FOR PORTS, LIMA\n\nPRESS STATEMENT\nFriday, 3 May 2019",
        "Government Offices of Norway\nPress release from Ministry of Ports\n3 May 2019",
    ],
)
def test_what_is_printed_above_the_title_is_passed_over(above):
    assert find_title(f"{above}\n\n{TITLE}\n\nA second heading below\n\n{LEAD}") == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Will Peru and Norway open a port?",
        "Peru and Norway: “We will open a port”",
        "Peru's minister of ports to visit the U.S.",
        "VISIT TO NORWAY",
        "Visit of the Minister of Ports of Peru, 12-15 September 2014",
        "Norway",
        "Politics and sport: news for ministers",
        "Home affairs ministers of Peru and Norway meet",
    ],
)
def test_titles_of_many_kinds_are_found(title):
    assert find_title(f"{title}\n\n{LEAD}") == title


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"{LEAD}\n\nThe next meeting is in Oslo.\n",
        "I am glad to say that the\n\nMinister of Ports of Peru will visit Oslo\n\nin May.\n\nHe will stay two days.",
        "On 3 May 2019, Peru gave Fiji two ships.\n\nThey are used for fishing.",
        f"— How did the trade in fish grow?\n\n{LEAD}",
        TITLE,
    ],
)
def test_a_text_that_begins_with_a_sentence_has_no_title(text):
    assert find_title(text) is None


def test_a_title_of_two_lines_is_put_together():
    assert find_title(f"Peru and Norway\nopen a port\n\n{LEAD}") == TITLE


def test_whatever_stands_right_on_the_date_is_the_title():
    title = "Speech by the Minister of Ports. At the Dinner in Honour of the King."
    assert find_title(f"{title}\n2019-05-03\n\n{LEAD}") == title


def test_a_section_is_the_title_where_there_is_no_other():
    assert find_title(f"Ports Special\n\n{LEAD}") == "Ports Special"
