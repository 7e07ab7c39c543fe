"""Labelled lines on one thing."""

import time

import pytest

from dragoman.reading.layout.sheets import find_sheets

UNDER = "Project: Wells for Dosso\nDonor: Italy\nAmount: EUR 2 million\nStatus: ongoing\n"


@pytest.mark.parametrize(
    "text",
    [
        UNDER,
        UNDER.replace(": ", " – "),
        UNDER.replace(": ", "\t"),
        "".join(f"- **{line.replace(': ', ':** ')}\n" for line in UNDER.splitlines()),
        "".join(f"| {line.replace(': ', ' | ')} |\n" for line in UNDER.splitlines()),
        "; ".join(UNDER.splitlines()) + ".\n",
        " / ".join(UNDER.splitlines()) + "\n",
        UNDER.replace(": ", "\n").replace("\n", "\n\n"),
        "".join(f"- {line}\n" for line in UNDER.replace(": ", "\n").splitlines()),
    ],
)
def test_labels_and_what_stands_behind_them(text):
    (sheet,) = find_sheets(text)
    assert {field.heading: field.cell.text.rstrip(".") for field in sheet.row.fields} == {
        "Project": "Wells for Dosso",
        "Donor": "Italy",
        "Amount": "EUR 2 million",
        "Status": "ongoing",
    }
    assert all(text[field.cell.start : field.cell.end] == field.cell.text for field in sheet.row.fields)


def test_a_label_that_comes_again_begins_the_next_sheet():
    first, second = find_sheets(UNDER + UNDER.replace("Dosso", "Zinder"))
    assert first.row.fields[0].cell.text == "Wells for Dosso"
    assert second.row.fields[0].cell.text == "Wells for Zinder"


def test_the_line_above_is_the_heading():
    (sheet,) = find_sheets("### A dyke for Beira\n\nDonor: Italy\nBudget: EUR 2 million\nDuration: 2015-2017\n")
    assert sheet.heading is not None and sheet.heading.text == "A dyke for Beira"


def test_under_the_name_of_a_project_two_labels_are_enough():
    (sheet,) = find_sheets("1. The Project for Wells in Dosso\nRecipient: City of Dosso\nAmount: EUR 20,400\n")
    assert sheet.heading is not None and sheet.heading.text == "The Project for Wells in Dosso"
    assert not list(find_sheets("1. A walk in Dosso\nRecipient: City of Dosso\nAmount: EUR 20,400\n"))


def test_label_and_value_may_both_be_parted():
    (sheet,) = find_sheets("Project: Wells for Dosso\nPeriod/Budget: 2015-2017 / EUR 2 million\nStatus: ongoing\n")
    assert [(field.heading, field.cell.text) for field in sheet.row.fields[1:3]] == [
        ("Period", "2015-2017"),
        ("Budget", "EUR 2 million"),
    ]


def test_a_value_may_go_on_in_the_next_line():
    (sheet,) = find_sheets("Project: Wells for Dosso\n   and for Zinder\nDonor: Italy\nAmount: EUR 2 million\n")
    assert sheet.row.fields[0].cell.text == "Wells for Dosso\n   and for Zinder"


@pytest.mark.parametrize(
    "text",
    [
        "Address: Long Street 12\nTelephone: 123 4567\nOpening hours: 9 to 12\n",
        "Place: Vienna\nDate: 3 May 2019\nContact: press office\n",
        "He said three things: money, time and patience. The amount: nothing.\n",
    ],
)
def test_other_labelled_lines_are_no_sheets(text):
    assert not list(find_sheets(text))


def test_a_long_run_of_blanks_takes_no_long_time():
    start = time.monotonic()
    assert not list(find_sheets(f"He said: {' ' * 1000}\nand left.\n"))
    assert time.monotonic() - start < 5, "each blank was the beginning of a search: 18 seconds"
