import csv
import json


def test_the_table_has_the_sum_in_words(run, ledger):
    out = " ".join(run("money").stdout.split())
    assert "NOR VNM grants given NOK 25,000 1" in out


def test_csv_names_the_records(run, ids):
    (row,) = csv.DictReader(run("money", "--by", "year", "--by", "taker", "--format", "csv").stdout.splitlines())
    assert (row["year"], row["taker"], row["sum"], row["currency"]) == ("2019", "VNM", "25000.0", "NOK")
    assert row["records"] == ids["activity"]


def test_lines_are_parted_by_what_is_asked_for(run, ledger):
    row = json.loads(run("money", "--by", "form", "--format", "jsonl").stdout)
    assert (row["form"], row["standing"], row["counted"], "giver" in row) == ("grants", "given", 1, False)


def test_no_money_is_said(run, ledger):
    assert "No such money" in run("money", "--state", "JPN").stderr
