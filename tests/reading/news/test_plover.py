"""The PLOVER event of a sentence: its type, who acts and on whom."""

from functools import cache

import pytest

from dragoman.errors import KnowledgeError
from dragoman.reading.frames import predicate_rules
from dragoman.reading.language import parse
from dragoman.reading.news.plover import PloverEvent, find_plover
from dragoman.reading.page import Page
from dragoman.reading.people.actors import find_actors


@cache
def events(text: str) -> tuple[PloverEvent, ...]:
    doc = parse(text)
    page = Page(doc, actors=find_actors(doc, None))
    return tuple(e for sent in doc.sents for e in find_plover(page, sent))


def main_event(text: str) -> PloverEvent:
    return max(events(text), key=lambda e: e.score)


TYPES = [
    ("AGREE", "The Hungarian parliament on Monday approved the sale of electricity to Slovakia."),
    ("CONSULT", "Pakistan and Iran discussed ways of fighting smuggling across their frontier."),
    ("SUPPORT", "Thailand has restored full diplomatic relations with Laos after a break of five years."),
    ("COOPERATE", "Turkey has been passing intelligence on the group to Israel for months."),
    ("AID", "Tanzania took in some 30,000 Burundian refugees over the weekend."),
    ("CONCEDE", "Morocco's king pardoned dozens of Islamist detainees."),
    ("RETREAT", "Ethiopian troops pulled out of the Somali town of Baidoa overnight."),
    ("REQUEST", "Haiti's premier appealed for international help after the hurricane."),
    ("ACCUSE", "Venezuela's president lashed out at Colombia over the border incident."),
    ("REJECT", "Eritrea turned down an offer of mediation."),
    ("REJECT", "Eritrea dismissed Djibouti's claim to the islet."),
    ("REQUEST", "Chad called on Togo on Friday to return the stolen statues."),
    ("SANCTION", "Malta walked out of arbitration with Cyprus."),
    ("SANCTION", "Oman has banned Yemeni lorries from its roads."),
    ("MOBILIZE", "Oman flew reconnaissance sorties over Yemen."),
    ("RETREAT", "The last Chadian battalion rolled out of Mali on Monday."),
    ("AID", "Danish engineers are helping Laos rebuild its bridges."),
    ("COERCE", "Hackers from Laos broke into the computers of the Thai ministry."),
    ("COOPERATE", "Peru and Chile jointly tested a weather rocket."),
    ("THREATEN", "Belarus threatened to expel Polish diplomats."),
    ("PROTEST", "Peruvian dockers refused to unload the ships."),
    ("PROTEST", "Graduates clashed with police in the Malian town of Segou."),
    ("COOPERATE", "Greek and Maltese police arrested six men in a joint raid."),
    ("AID", "A Danish ship docked in Haiti with food and tents."),
    ("AID", "Malta has trained 200 Gambian policemen."),
    ("ASSAULT", "Clashes between rival clans in Chad have left nine people dead."),
    ("RETREAT", "Italy returned a looted statue to Libya."),
    ("ACCUSE", "A Spanish judge issued an arrest warrant for the Chilean general."),
    ("SANCTION", "The African Union suspended Mali after the coup."),
    ("REJECT", "Oman would not sell the land unless its terms were met."),
    ("PROTEST", "Spanish fishermen blocked the port of Vigo with their boats."),
    ("SANCTION", "Zambia expelled three Zimbabwean diplomats on Thursday."),
    ("MOBILIZE", "France dispatched an aircraft carrier to the eastern Mediterranean."),
    ("COERCE", "Nepal imposed a curfew in the capital on Friday."),
    ("ASSAULT", "Sudanese warplanes bombed villages in the Nuba mountains."),
]


@pytest.mark.parametrize(("plover", "text"), TYPES)
def test_each_type_has_its_predicates(plover: str, text: str) -> None:
    assert main_event(text).type == plover


@pytest.mark.parametrize(
    ("plover", "text"),
    [
        ("SANCTION", "Japan suspended aid to Gabon."),
        ("CONCEDE", "Japan lifted the embargo against Gabon."),
        ("RETREAT", "Gabon's army halted its offensive."),
        ("THREATEN", "Peru's ambassador issued an ultimatum to Chile."),
        ("CONSULT", "Peru's ambassador held talks with Chile."),
    ],
)
def test_what_hangs_on_a_verb_decides(plover: str, text: str) -> None:
    assert main_event(text).type == plover


@pytest.mark.parametrize(
    ("plover", "text"),
    [
        ("AID", "Ghana delivered rice to Togo."),
        ("AGREE", "Ghana will deliver rice to Togo."),
        ("REJECT", "Ghana did not deliver rice to Togo."),
        ("AGREE", "Ghana said it was ready to deliver rice to Togo."),
        ("REJECT", "Ghana refused to deliver rice to Togo."),
        ("REQUEST", "Ghana urged Mali to deliver rice to Togo."),
        ("ASSAULT", "Malian jets bombed the town."),
        ("THREATEN", "Mali said its jets would bomb the town."),
        ("REQUEST", "Finland insisted that Russia must reopen the border."),
    ],
)
def test_future_refusal_and_duty_turn_the_act_into_another(plover: str, text: str) -> None:
    assert main_event(text).type == plover


def test_the_act_itself_is_kept_beside_the_type() -> None:
    event = main_event("The Polish president will visit Latvia in May.")
    assert (event.type, event.act) == ("AGREE", "CONSULT")


SIDES = [
    ("Rwanda accuses Uganda of sheltering militia members.", {"RWA"}, {"UGA"}),
    ("A Mexican border guard was killed by gunmen from Guatemala.", {"GTM"}, {"MEX"}),
    ("Japan imposed sanctions on Fiji and Tonga after the coup.", {"JPN"}, {"FJI", "TON"}),
    ("India and Bangladesh have reached an accord on fishing.", {"IND", "BGD"}, set()),
    ("The French minister held talks with his Spanish counterpart.", {"FRA", "ESP"}, set()),
    ("Kenya attacked the plan, a Danish official said.", {"KEN"}, set()),
    ("Bosnian Serbs released a Dutch journalist.", {"BIH"}, {"NLD"}),
    ("Egyptian police detained forty students.", {"EGY"}, {"EGY"}),
    ("Fighting broke out between Malian and Togolese soldiers.", {"MLI", "TGO"}, set()),
    ("Laos became the first country to recognise Tonga’s new government.", {"LAO"}, {"TON"}),
    ("Fiji would be bombed if it fired again, a Samoan minister said.", {"WSM"}, {"FJI"}),
    ("Fiji will not rule out force against Samoa, a general warned.", {"FJI"}, {"WSM"}),
    ("A Danish tourist was jailed for a year in Vientiane.", {"LAO"}, {"DNK"}),
    ("Bolivia sued Peru at Geneva.", {"BOL"}, {"PER"}),
    ("Students burned flags outside Togo’s embassy in Lima.", {"PER"}, {"TGO"}),
    ("Norwegian aid worth 4 million kroner reached farmers in Malawi.", {"NOR"}, {"MWI"}),
]


@pytest.mark.parametrize(("text", "sources", "targets"), SIDES)
def test_who_acts_on_whom(text: str, sources: set[str], targets: set[str]) -> None:
    event = main_event(text)
    assert {a.code for a in event.sources} == sources
    assert {a.code for a in event.targets} == targets


@pytest.mark.parametrize(
    ("text", "sources", "targets"),
    [
        # what strikes or frees somebody of no named state is done at home
        ("Zambia's president lifted the state of emergency on Friday.", {"ZMB"}, {"ZMB"}),
        ("Peruvian nurses called off their strike on Monday.", {"PER"}, {"PER"}),
        ("Maoist rebels in Bhutan agreed on Monday to lay down their arms.", {"BTN"}, {"BTN"}),
        # what a government tells the world at large strikes nobody
        ("Laos called on Sunday for an international conference on refugees.", {"LAO"}, set()),
        ("Gabon is committed to a lasting peace, its foreign minister said.", {"GAB"}, set()),
        # victims of whom nothing is told are of the place
        ("Chadian gunmen killed ten people in the Sudanese town of Nyala.", {"TCD"}, {"SDN"}),
        ("Burundian troops shelled a rebel camp on the Rwandan border.", {"BDI"}, {"BDI"}),
        ("Riots broke out in the Togolese capital on Tuesday.", {"TGO"}, {"TGO"}),
        # people across a border are of the state told of
        ("Ethnic Uzbeks marched through the Kyrgyz city of Osh.", {"KGZ"}, {"KGZ"}),
        # bodies and groups of no one state get none
        ("A rights group accused Nepal of torturing prisoners.", set(), {"NPL"}),
        ("West African leaders imposed sanctions on Mali.", set(), {"MLI"}),
        ("A United Nations envoy urged Cyprus to reopen the crossing.", set(), {"CYP"}),
        # who says that another did wrong accuses him
        ("Zambia said on Friday that Malawi had meddled in its election.", {"ZMB"}, {"MWI"}),
        # one's own troops are not those they are pulled out from
        ("Ghana offered to pull its troops out of all Togolese territory.", {"GHA"}, {"TGO"}),
        ("Two Chadian bombers killed nine people as they blew themselves up in Khartoum.", {"TCD"}, {"SDN"}),
        ("Ethnic Uzbeks began a hunger strike over Oman's decision to send them to Chad.", {"OMN"}, {"OMN"}),
        ("Malta will not accept more refugees if war starts in Chad.", {"MLT"}, set()),
        ("Malta complained to Italy about tests off Tunisia's coast.", {"MLT"}, {"TUN"}),
        # those who meet do so as equals, unless one hosts the other
        ("Laos's premier telephoned Thailand's on Friday to discuss fishing.", {"LAO", "THA"}, set()),
        ("Laos's premier discussed the Thai offer with his cabinet.", {"LAO"}, set()),
        ("Laos's king hosted Thailand's premier.", {"LAO"}, {"THA"}),
        ("Gunmen seized two Chadian drivers north of Tripoli.", {"LBY"}, {"TCD"}),
        # two who sign are both sources
        ("Oman and Yemen signed a treaty in Cairo on Sunday.", {"OMN", "YEM"}, set()),
        ("A Chadian was put under investigation in Malta on Friday.", {"MLT"}, {"TCD"}),
        # what is told without those who do it: they are of the place, of whence somebody is sent, or of who yields
        ("Six hundred Malian refugees have been given shelter in Mauritania.", {"MRT"}, {"MLI"}),
        ("A Maltese banker was extradited from Chile on Friday.", {"CHL"}, {"MLT"}),
        ("A Laotian diplomat was ordered out of Nepal.", {"NPL"}, {"LAO"}),
        ("The withdrawal of Togolese troops from Ghana was completed on Friday.", {"TGO"}, {"GHA"}),
        ("Martial law was lifted in Chad on Friday.", {"TCD"}, {"TCD"}),
        ("Tanks took up positions around the centre of Quito.", {"ECU"}, set()),
        ("Laotian villages came under fire from Thailand.", {"THA"}, {"LAO"}),
        ("A Maltese judge had nine Libyan sailors rounded up at sea.", {"MLT"}, {"LBY"}),
        ("A Chadian general died in a Libyan air raid near Faya.", {"LBY"}, {"TCD"}),
        ("Malta said that Libyan gunmen were to blame for the blast.", {"MLT"}, {"LBY"}),
        ("Chad protested to Niger over a film on the murder of President Idriss Deby.", {"TCD"}, {"NER"}),
        # peacekeepers who look on are no side
        ("Chadian rebels surrendered their weapons to United Nations peacekeepers.", {"TCD"}, {"TCD"}),
    ],
)
def test_of_which_state_those_are_who_are_told_of_without_one(text: str, sources: set[str], targets: set[str]) -> None:
    event = main_event(text)
    assert {a.code for a in event.sources if a.code} == sources
    assert {a.code for a in event.targets if a.code} == targets


def test_an_event_points_to_its_words_and_says_why() -> None:
    text = "On Monday Norway donated blankets to Malawi."
    event = main_event(text)
    assert text[slice(*event.trigger)].startswith("donated")
    assert event.predicate == "donate"
    assert any("AID" in reason for reason in event.why)


def test_a_sentence_without_an_act_has_no_event() -> None:
    assert events("The river is 40 kilometres long.") == ()


def test_the_table_is_sound() -> None:
    assert len(predicate_rules.rules()) > 1000
    assert {rule.meaning for some in predicate_rules.rules().values() for rule in some} >= predicate_rules.PLOVER_TYPES


def test_a_wrong_type_in_the_table_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"plover": "AGREEE", "when": "-", "predicates": "nod"}
    monkeypatch.setattr(predicate_rules, "read_tsv", lambda name: (row,))
    predicate_rules.rules.cache_clear()
    with pytest.raises(KnowledgeError, match="AGREEE"):
        predicate_rules.rules()
    monkeypatch.undo()
    predicate_rules.rules.cache_clear()
