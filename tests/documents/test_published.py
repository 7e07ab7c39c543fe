"""The day of publication is told by the page around a text, never by the running text."""

import pytest

from dragoman.documents.published import as_edtf, find_date

TITLE = "Peru and Norway open a port"
LEAD = "The ministers of Peru and Norway met in Lima on 9 April 1998 and agreed to open a port. It opened in 2001."


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Posted: 03.02.2022 09:40", "2022-02-03"),
        ("2022-02-03", "2022-02-03"),
        ("20220203", "2022-02-03"),
        ("2022-02-03T09:40:00+03:00", "2022-02-03"),
        ("Published on Thu 3 Feb 2022 9.40 GMT", "2022-02-03"),
        ("Press Release No. 34/2022, 3 February 2022", "2022-02-03"),
        ("Feb. 3, 2022, 09:40 AM", "2022-02-03"),
        ("Source: Agency| 2022-02-03 12:30:15|Editor: someone", "2022-02-03"),
        ("By A. Writer | Harbour Post | Updated: 2022-02-03 10:20", "2022-02-03"),
        ("Thursday 3rd of February, 2022", "2022-02-03"),
        ("LIMA 3 FEBRUARY 2022", "2022-02-03"),
        ("Embargoed until 10 am, 3 February 2022", "2022-02-03"),
        ("Published: 3 May 2019 | Updated: 5 May 2019", "2019-05-03"),
        ("04/05/2019", "2019-05-04"),
        ("12/31/2021", "2021-12-31"),
        ("August 2022", "2022-08"),
    ],
)
@pytest.mark.parametrize("layout", ["{line}\n\n{title}\n\n{lead}", "{title}\n{line}\n\n{lead}", "{lead}\n\n{line}\n"])
def test_a_line_for_the_date_at_the_head_or_the_tail_tells_it(line, date, layout):
    assert find_date(layout.format(line=line, title=TITLE, lead=LEAD)) == date


@pytest.mark.parametrize(
    "line",
    [
        "Visit of the minister to Peru, 12-15 September 2014",
        "31 March to 3 April 1999",
        "May 3, 2019 - May 5, 2019",
        "Treaty signed at Lima on 3 May 2019 enters into force",
        "Published on 3 May 2019, the report of the bank shows that trade has grown",
        "3 May 2999",
        "31.02.2019",
        "Independence was won in 1821",
        "© 2022 Harbour Post",
    ],
)
def test_other_lines_do_not(line):
    assert find_date(f"{TITLE}\n{line}\n\n{LEAD}") is None


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("LIMA, 3 May 2019 (Agency) – The ministers met in Lima and opened a port.", "2019-05-03"),
        ("**LIMA, 3 May 2019** – The ministers met in Lima and opened a port.", "2019-05-03"),
        ("_Lima, 3 May 2019_ – The ministers met in Lima and opened a port.", "2019-05-03"),
        ("LIMA, Peru (APN) — May 3, 2019: The ministers met in Lima and opened a port.", "2019-05-03"),
        ("LIMA, Sept. 3 (2019) -- The ministers met in Lima and opened a port.", "2019-09-03"),
        ("LIMA, May 3, 2019. /AGENCY/. The ministers met in Lima and opened a port.", "2019-05-03"),
        ("Lima, Peru, 3 May 2019: The ministers met there and opened a port.", "2019-05-03"),
        ("KUALA LUMPUR, Malaysia, Feb. 3, 2019 (Agency) — The ministers opened a port.", "2019-02-03"),
        ("LIMA — 3 May 2019 — The ministers met and opened a port together.", "2019-05-03"),
        ("On 3 May 2019 (Friday) the ministers met in Lima and opened a port.", None),
        ("In May 2019 – a year late – the ministers met in Lima and opened a port.", None),
        ("3 May 2019 (Agency News) The gift of the ministers is most welcome.", None),
        ("July 20, 2012 Peru gave two ships to two ports of Fiji.", None),
    ],
)
def test_the_dateline_tells_it(lead, date):
    assert find_date(f"{TITLE}\n\n{lead}\n\nThey will meet again.") == date
    assert find_date(lead) == date


@pytest.mark.parametrize(
    ("lead", "rest", "date"),
    [
        ("met on Friday", "The port was begun in 2018.", "2019-05-03"),
        ("met on Friday", "The port was opened in 2019.", "2019-05-03"),
        ("met on Friday", "The port will be ready in 2999, a year after 2018.", "2019-05-03"),
        ("met on Friday", "The port was begun in 2016.", None),
        ("met on Friday", "The port is small.", None),
        ("met on Tuesday", "The port was begun in 2018.", None),
        ("met on Friday and on Monday", "The port was begun in 2018.", None),
        ("met", "The port was begun in 2018.", None),
    ],
)
def test_a_dateline_without_year_is_dated_by_weekday_and_newest_year(lead, rest, date):
    assert find_date(f"LIMA, May 3 (Agency) – The ministers of Peru and Norway {lead}.\n\n{rest}") == date


def test_only_head_and_tail_are_looked_at():
    filler = f"{LEAD}\n\n" * 200
    assert find_date(f"{TITLE}\n\n{filler}3 May 2019\n\n{filler}") is None


@pytest.mark.parametrize(
    ("written", "date"),
    [("2019-05", "2019-05"), ("2019/2020", "2019/2020"), ("3 May 2019", "2019-05-03"), ("", None), (None, None)],
)
def test_a_field_may_hold_edtf_or_a_written_date(written, date):
    assert as_edtf(written) == date


@pytest.mark.parametrize(
    "line",
    ["Interview with the ambassador of Peru in Oslo, 12 March 2009", "12 March 2009 (agency)", "12 March 2009 - Radio"],
)
def test_a_line_under_the_title_may_end_or_begin_with_the_date(line):
    assert find_date(f"{TITLE}\n{line}\n\n{LEAD}") == "2009-03-12"
    assert find_date(f"{line}\n\n{LEAD}" if line.startswith("Interview") else f"{TITLE}\n\n{LEAD}") is None
