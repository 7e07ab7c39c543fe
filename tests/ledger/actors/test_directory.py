"""Actors out of small documents in which one thing has many names."""

from datetime import date

import pytest

from dragoman.ledger.actors.directory import Directory
from dragoman.ledger.actors.identifiers import Identifier
from dragoman.ledger.stored import StoredDocument, StoredEntry
from dragoman.models import Event, Evidence, Party, Place, Tenure
from dragoman.values import Edtf

AT = (Evidence(start=0, end=5),)


def meeting(*parties, when=None, place=None):
    """A meeting of (name, code) pairs."""
    named = tuple(Party(name=name, code=code, role="participant") for name, code in parties)
    return Event(type="meeting", title="Meeting", parties=named, date=when, place=place, evidence=AT)


def tenure(person, post, code, of, when=None, to=None):
    holder = (Party(name=person, code=code, role="holder"),)
    return Tenure(title=person, person=person, post=post, of=of, to=to, parties=holder, date=when, evidence=AT)


def directory(*documents, identifiers=()):
    """The actors of documents, each a day of publication and its entries; keys are "1a", "1b", "2a", …"""
    stored = []
    for number, (day, *entries) in enumerate(documents, 1):
        document = StoredDocument(id=f"d{number}", sha256=f"{number:064x}", date=day, reader="test")
        for letter, entry in zip("abcdefgh", entries, strict=False):
            stored.append(StoredEntry(key=f"{number}{letter}", entry=entry, document=document))
    return Directory(stored, identifiers)


def called(found, name):
    """The keys of the entries that name the only actor with this best name."""
    (actor,) = [actor for actor in found if actor.name == name]
    return found.entries(actor.id)


def test_a_state_is_one_under_all_its_names():
    found = directory(
        ("2020-01-01", meeting(("Peru", "PER"), ("Republic of Korea", "KOR"))),
        ("2020-02-01", meeting(("Peruvian Government", "PER"), ("South Korea", "KOR")), meeting(("Peruvians", "PER"))),
    )
    peru, korea = (found.get(code) for code in ("PER", "KOR"))
    assert (peru.kind, peru.name, peru.names, peru.count) == ("state", "Peru", ("Peru",), 3)
    assert korea.names == ("Republic of Korea", "South Korea")
    assert found.entries("PER") == ("1a", "2a", "2b")


def test_descriptions_name_no_actor_of_their_own():
    found = directory(("2020-01-01", meeting(("Peruvian farmers", "PER"), ("many doctors", None))))
    assert [actor.id for actor in found] == ["PER"]
    assert found.get("PER").names == ()


def test_a_surname_means_the_fuller_name_in_the_same_document():
    found = directory(
        ("2019-05-02", tenure("Ana Quispe", "Minister of Health", "PER", "Peru"), meeting(("Quispe", "PER"))),
        ("2019-06-02", meeting(("Rosa Quispe", "PER")), meeting(("Dr. Quispe", "PER"))),
    )
    assert called(found, "Ana Quispe") == ("1a", "1b")
    assert called(found, "Rosa Quispe") == ("2a", "2b")


def test_across_documents_a_surname_joins_only_where_nobody_else_has_it():
    found = directory(
        ("2019-05-02", meeting(("Ana Quispe", "PER"), ("Luis Flores", "PER"))),
        ("2019-06-02", meeting(("Rosa Quispe", "PER"))),
        ("2019-07-02", meeting(("Flores", "PER")), meeting(("Quispe", "PER")), meeting(("Flores", "BOL"))),
    )
    assert called(found, "Luis Flores") == ("1a", "3a")
    assert called(found, "Ana Quispe") == ("1a",)
    assert called(found, "Quispe") == ("3b",)


def test_time_tells_bearers_of_one_surname_apart():
    found = directory(
        ("1995-05-02", meeting(("Luis Flores", "PER"))),
        ("2015-05-02", meeting(("Eva Flores", "PER"))),
        ("1996-01-01", meeting(("Flores", "PER"))),
        ("2016-01-01", meeting(("Flores", "PER"))),
    )
    assert called(found, "Luis Flores") == ("1a", "3a")
    assert called(found, "Eva Flores") == ("2a", "4a")


def test_a_leader_is_known_by_the_surname_alone_and_without_a_state():
    found = directory(
        ("1983-05-02", meeting(("Trudeau", None))),
        ("2016-05-02", meeting(("Trudeau", "CAN"))),
        ("1993-05-02", meeting(("Soeharto", "IDN"))),
        ("1993-05-02", meeting(("Quispe", None))),
    )
    assert called(found, "Pierre Trudeau") == ("1a",)
    assert called(found, "Justin Trudeau") == ("2a",)
    assert called(found, "Suharto") == ("3a",)
    assert called(found, "Quispe") == ("4a",)


def test_spellings_and_orders_of_a_full_name_are_one_person():
    found = directory(
        ("2010-01-01", meeting(("Aliaksandr Kavalenka", "BLR"), ("MORI Haruto", "JPN"))),
        ("2010-02-01", meeting(("Alexander Kavalenka", "BLR"), ("Haruto Mori", "JPN"))),
        ("2010-03-01", meeting(("Alexander Kavalenka", "BLR"), ("Haruto Mori", "JPN"))),
    )
    assert called(found, "Alexander Kavalenka") == ("1a", "2a", "3a")
    assert called(found, "Haruto Mori") == ("1a", "2a", "3a")


def test_namesakes_of_two_states_stay_two():
    found = directory(("2010-01-01", meeting(("Maria Silva", "PRT"))), ("2010-01-02", meeting(("Maria Silva", "BRA"))))
    assert sorted((actor.code, found.entries(actor.id)) for actor in found) == [("BRA", ("2a",)), ("PRT", ("1a",))]


def test_father_and_son_stay_two():
    found = directory(("1990-01-01", meeting(("George H. W. Bush", "USA"))), ("2005-01-01", meeting(("Bush", "USA"))))
    assert called(found, "George H. W. Bush") == ("1a",)
    assert called(found, "George W. Bush") == ("2a",)


def test_a_post_is_its_holder_at_that_date():
    found = directory(
        ("2016-06-01", meeting(("Japanese Prime Minister", "JPN"), when="2016-05-06")),
        ("2022-03-01", meeting(("Prime Minister of Japan", "JPN"))),
        ("2010-12-31", meeting(("Prime Minister", "AUS"), when="2010")),
        ("2009-01-01", meeting(("Prime Minister of Tuvalu", "TUV"))),
    )
    assert called(found, "Shinzo Abe") == ("1a",)
    assert called(found, "Fumio Kishida") == ("2a",)
    (post,) = [actor for actor in found if actor.code == "TUV"]
    assert (post.kind, post.name) == ("post", "Prime Minister of Tuvalu")


def test_documents_tell_holders_that_knowledge_does_not():
    found = directory(
        ("2010-03-01", tenure("Ana Quispe", "Minister of Health", "PER", "Peru")),
        ("2010-07-01", meeting(("Peruvian Health Minister", "PER"))),
        ("2010-12-01", tenure("Ana Quispe", "Health Minister of Peru", "PER", "Peru")),
        ("2010-07-01", meeting(("Health Minister", "BOL"))),
        ("2018-07-01", meeting(("Peruvian Health Minister", "PER"))),
    )
    assert called(found, "Ana Quispe") == ("1a", "2a", "3a")
    posts = {actor.code: found.entries(actor.id) for actor in found if actor.kind == "post"}
    assert posts == {"BOL": ("4a",), "PER": ("5a",)}


def test_posts_over_time():
    found = directory(
        ("2010-03-01", tenure("Ana Quispe", "Minister of Health", "PER", "Peru")),
        ("2011-03-01", tenure("Ana Quispe", "Health Minister", "PER", "Peru")),
        ("2015-03-01", tenure("Quispe", "Ambassador", "PER", "Peru", to="Japan")),
    )
    (ana,) = [actor for actor in found if actor.kind == "person"]
    assert [(post.post, post.to, post.first, post.last) for post in ana.posts] == [
        ("Health Minister", None, date(2010, 3, 1), date(2011, 3, 1)),
        ("Ambassador", "JPN", date(2015, 3, 1), date(2015, 3, 1)),
    ]


def test_acronyms_are_spelled_out_by_the_document():
    found = directory(
        ("2010-03-01", meeting(("Andean Fisheries Research Institute", "PER")), meeting(("AFRI", "PER"))),
        ("2010-04-01", meeting(("AFRI", "BOL"))),
        ("2010-05-01", meeting(("WHO", None)), meeting(("World Health Organisation", None))),
    )
    assert called(found, "Andean Fisheries Research Institute") == ("1a", "1b")
    assert called(found, "AFRI") == ("2a",)
    assert called(found, "World Health Organization") == ("3a", "3b")


def test_places_carry_what_geonames_calls_them():
    found = directory(
        ("2010-03-01", meeting(("Peru", "PER"), place=Place(name="Peking", country="CHN"))),
        ("2010-04-01", meeting(("Peru", "PER"), place=Place(name="Beijing", country="CHN"))),
        ("2010-05-01", meeting(("Peru", "PER"), place=Place(name="China", country="CHN"))),
    )
    (city,) = [actor for actor in found if actor.kind == "place"]
    assert (city.geonames, found.entries(city.id)) == ("1816670", ("1a", "2a"))
    assert found.entries("CHN") == ("3a",)


def test_identifiers_reach_the_actor_by_any_of_its_names():
    found = directory(
        ("2010-01-01", meeting(("Alexander Kavalenka", "BLR"), ("People's Bank of China", "CHN"))),
        identifiers=[
            Identifier(kind="person", name="Aliaksandr Kavalenka", state="BLR", wikidata="Q1"),
            Identifier(kind="organisation", name="PBC", state="CHN", wikidata="Q2"),
            Identifier(kind="person", name="Olga Kavalenka", state="BLR", wikidata="Q3"),
        ],
    )
    assert {actor.name: actor.wikidata for actor in found} == {
        "Alexander Kavalenka": "Q1",
        "People's Bank of China": "Q2",
    }


@pytest.mark.parametrize(
    ("name", "state", "when", "actor"),
    [
        ("Japanese prime minister", None, "2016-05", "Shinzo Abe"),
        ("Kavalenka", "BLR", None, "Alexander Kavalenka"),
        ("PBC", "CHN", None, "People's Bank of China"),
        ("Belarus", "BLR", None, "Belarus"),
        ("Quispe", "PER", None, None),
        ("Institute of Nothing", "PER", None, None),
    ],
)
def test_asking_for_a_name(name, state, when, actor):
    found = directory(("2010-01-01", meeting(("Alexander Kavalenka", "BLR"), ("Belarus", "BLR"), ("PBOC", "CHN"))))
    answer = found.of(name, state, Edtf(when) if when else None)
    assert (answer and answer.name) == actor


def test_actors_do_not_hang_on_the_order_of_documents():
    documents = [
        ("1995-05-02", meeting(("Luis Flores", "PER"), ("Japanese Prime Minister", "JPN"))),
        ("2015-05-02", meeting(("Flores", "PER"), ("S. Petrov", "BLR"))),
        ("1996-01-01", meeting(("Flores", "PER"), ("Siarhei Petrov", "BLR"))),
        ("2016-01-01", meeting(("Eva Flores", "PER"), ("Sergei Petrov", "BLR"))),
    ]

    def told(found, order):
        renamed = {f"{new}a": f"{old}a" for new, old in enumerate(order, 1)}
        return sorted((actor.id, actor.name, sorted(renamed[k] for k in found.entries(actor.id))) for actor in found)

    orders = ([1, 2, 3, 4], [4, 3, 2, 1], [3, 1, 4, 2])
    first, *others = [told(directory(*(documents[n - 1] for n in order)), order) for order in orders]
    assert others == [first, first]
