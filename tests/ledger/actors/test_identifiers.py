import pytest

from dragoman.errors import KnowledgeError
from dragoman.ledger.actors.identifiers import Identifier, read_identifiers

HEADER = "kind,name,state,wikidata,geonames\n"


def test_tables_with_commas_and_with_tabs(tmp_path):
    text = f"{HEADER}person,Ana Lopez,PER,Q12,\nplace,Tacna,PER,,3928128\n"
    expected = [
        Identifier(kind="person", name="Ana Lopez", state="PER", wikidata="Q12"),
        Identifier(kind="place", name="Tacna", state="PER", geonames="3928128"),
    ]
    for name, separator in (("ids.csv", ","), ("ids.tsv", "\t")):
        path = tmp_path / name
        path.write_text(text.replace(",", separator), encoding="utf-8-sig")
        assert read_identifiers(path) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HEADER + "person,Ana,PER,12,\n", "line 2: wikidata: String should match"),
        (HEADER + "person,Ana,PER,Q1,\nperson,Eva,XYZ,Q2,\n", "line 3: state: 'XYZ' is not an ISO 3166"),
        (HEADER + "person,Ana,PER,,\n", "line 2: there is neither a wikidata nor a geonames id"),
        (HEADER + "state,Peru,,Q419,\n", "line 2: a state needs its code"),
        (HEADER + "river,Amazon,PER,Q3783,\n", "line 2: kind: Input should be"),
        (HEADER + "person,Ana,PER,Q1,,more\n", "line 2: more cells than the header has"),
        ("kind,state\n", "line 1: no column 'name'"),
        ("kind,name,twitter\n", "line 1: unknown column 'twitter'"),
        ("", "line 1: no column 'kind'"),
    ],
)
def test_a_wrong_table_is_refused_with_the_line(tmp_path, text, reason):
    path = tmp_path / "ids.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"ids\.csv, ") as error:
        read_identifiers(path)
    assert reason in str(error.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(KnowledgeError, match="No such file"):
        read_identifiers(tmp_path / "none.csv")
