import re

from dragoman.follow.brief import markdown, write
from tests.follow.conftest import event, grant


def test_each_line_leads_to_its_source(tell, ledger, brief):
    tell("A *bold* title", "2019-02-01", event("Talks", date="2019-01-30", said_by="Ana Soto"))
    (key,) = [stored.key for stored in ledger.entries()]
    page = write(brief(), "md").decode().splitlines()
    assert page[0].startswith("# Chile (CHL) and ")
    assert "- **2019-01-30** meeting: Talks, done, said by Ana Soto[^1]" in page
    assert page[-1] == (f"[^1]: *A \\*bold\\* title*, 2019-02-01: “A \\*bold\\* title.”, `{key[:8]}`")


def test_every_number_has_its_note(full):
    page = markdown.write(full)
    body, notes = page.split("## Sources")
    assert set(re.findall(r"\[\^(\d+)\]", body)) == set(re.findall(r"^\[\^(\d+)\]:", notes, re.M))


def test_charts_are_tables(full):
    page = markdown.write(full)
    assert "| Year | Education | Health | Total |" in page
    assert "| 2017 | 900 |  | 900 |" in page
    assert "| Exports of honey, CHL to VNM | 2016 | 14 |" in page


def test_the_terminal_gets_numbers_instead_of_footnotes(full):
    page = markdown.write(full, footnotes=False)
    assert "[^" not in page
    assert "\n1. *" in page


def test_a_line_that_the_reader_is_not_sure_of_says_so(full):
    line = next(line for line in markdown.write(full).splitlines() if line.startswith("- **2018-02-27** call: A call"))
    assert "*unsure*" in line


def test_what_is_overdue_is_loud(tell, brief):
    tell("News", "2018-02-01", grant("A school", due="2019"))
    assert "- **2019** grant: A school, **overdue** by 5 months[^1]" in markdown.write(brief()).splitlines()


def test_what_was_said_before_stands_behind_the_sources_of_the_line(tell, brief):
    tell("First", "2018-02-01", grant("Maternity clinic in Arica", 100_000, date="2018", stage="done"))
    tell("Second", "2018-06-01", grant("Maternity clinic in Arica", 120_000, date="2018", stage="done"))
    line = next(line for line in markdown.write(brief()).splitlines() if "earlier" in line)
    assert re.search(r"done(\[\^\d\])+; earlier NOK 100,000(\[\^\d\])+$", line)
