"""Who holds which post, where it belongs, and when the text shows it."""

import pytest

from dragoman.reading.dates import find_dates
from dragoman.reading.language import parse
from dragoman.reading.page import Page
from dragoman.reading.tenures.tenures import read_tenures
from dragoman.values import CountryCode, Edtf


def tenures(text, date=None, home=None):
    doc = parse(text)
    anchor = Edtf(date) if date else None
    return read_tenures(Page(doc, anchor, home, dates=find_dates(doc.text, anchor)))


def posts(text, **known):
    return [(t.person, t.post, t.of, t.to) for t in tenures(text, **known)]


@pytest.mark.parametrize(
    "text, person, post, of, to",
    [
        ("Kenyan President Mary Otieno arrived.", "Mary Otieno", "Kenyan President", "Kenya", None),
        ("He met President Lagos of Chile.", "Lagos", "President", "Chile", None),
        (
            "Chile's envoy met Jose Silva, the minister in charge of the Peruvian highlands.",
            "Jose Silva",
            "minister in charge of the Peruvian highlands",
            "Peru",
            None,
        ),
        (
            "Chile's envoy met Igor Volkov, the minister in charge of the Russian Far East.",
            "Igor Volkov",
            "minister in charge of the Russian Far East",
            "Russia",
            None,
        ),
        (
            "The Secretary of the Kenyan Ministry of Defence Air Marshal Peter Kamau spoke.",
            "Peter Kamau",
            "Secretary of the Kenyan Ministry of Defence",
            "Kenyan Ministry of Defence",
            None,
        ),
        (
            "The Minister for Fisheries of Fiji, the Hon. Ana Vula MP, spoke.",
            "Ana Vula",
            "Minister for Fisheries of Fiji",
            "Fiji",
            None,
        ),
        (
            "Two members of the working group, Peruvian Finance Minister Petra Luna and others, spoke.",
            "Petra Luna",
            "Peruvian Finance Minister",
            "Peru",
            None,
        ),
        (
            "The Kenyan Minister for Roads Materiel Mike Otieno left.",
            "Mike Otieno",
            "Kenyan Minister for Roads Materiel",
            "Kenya",
            None,
        ),
        ("As prime minister of Fiji in 2007, Mr Vula visited Togo.", "Vula", "prime minister of Fiji", "Fiji", None),
        (
            "The Kenyan delegation then met Foreign Minister Pedro Lima, who spoke of Peru.",
            "Pedro Lima",
            "Foreign Minister",
            "Peru",
            None,
        ),
        (
            "Pedro Lima, counsellor at the Peruvian Embassy, spoke.",
            "Pedro Lima",
            "counsellor at the Peruvian Embassy",
            "Peru",
            None,
        ),
        (
            "Mr Jone Vula MP, Minister for Fisheries of Fiji, spoke.",
            "Jone Vula",
            "Minister for Fisheries of Fiji",
            "Fiji",
            None,
        ),
        (
            "The Minister of Energy, Trade and Industry of Peru, Mr Luis Rojas, spoke.",
            "Luis Rojas",
            "Minister of Energy, Trade and Industry of Peru",
            "Peru",
            None,
        ),
        (
            "The Italian Ambassador to Ghana, Paolo Ricci, spoke.",
            "Paolo Ricci",
            "Italian Ambassador to Ghana",
            "Italy",
            "Ghana",
        ),
        (
            "Chairman of the Nordic Trade Council Erik Lund spoke.",
            "Erik Lund",
            "Chairman of the Nordic Trade Council",
            "Nordic Trade Council",
            None,
        ),
        (
            "The Chief of the Kenyan Defence Force, General David Mwangi, spoke.",
            "David Mwangi",
            "Chief of the Kenyan Defence Force",
            "Kenyan Defence Force",
            None,
        ),
        (
            "Maria Lopez was appointed Minister of Finance of Peru.",
            "Maria Lopez",
            "Minister of Finance of Peru",
            "Peru",
            None,
        ),
        (
            "The former Prime Minister of Malta, Mr Joe Borg, spoke.",
            "Joe Borg",
            "Prime Minister of Malta",
            "Malta",
            None,
        ),
    ],
)
def test_a_person_beside_a_post_holds_it(text, person, post, of, to):
    assert posts(text) == [(person, post, of, to)]


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        ("Peruvian Minister of Education and Science Øyvind Hagerup left.", "Øyvind Hagerup", "Education and Science"),
        ("Polish Minister of Health Łucja Wrona left.", "Łucja Wrona", "Health"),
        ("Swedish Minister for Foreign Trade Åsbjörg Lindholt left.", "Åsbjörg Lindholt", "Foreign Trade"),
        ("UAE Minister of State for Foreign Trade Saif Al Mazroui left.", "Saif Al Mazroui", "Foreign Trade"),
        ("Minister of Digital Transformation Mykhailo Fedorenko of Fiji left.", "Mykhailo Fedorenko", "Transformation"),
        ("Czech Minister of Foreign Affairs Vladimír Hrubka left.", "Vladimír Hrubka", "Foreign Affairs"),
    ],
)
def test_a_name_right_behind_the_fields_of_a_post_is_its_holder(text, person, post):
    [(name, words, _, _)] = posts(text)
    assert name == person and words.endswith(post)


def test_two_posts_joined_by_and_are_two_tenures():
    told = posts("The Deputy Prime Minister and Minister for Trade of Samoa, Mr Sione Tuala, spoke.")
    assert [(person, post) for person, post, _, _ in told] == [
        ("Sione Tuala", "Deputy Prime Minister"), ("Sione Tuala", "Minister for Trade of Samoa")]  # fmt: skip


def test_two_leaders_joined_by_and_are_two_persons():
    told = tenures("The Prime Minister and President Mary Otieno of Kenya met.")
    assert [(t.person, t.post) for t in told] == [("Mary Otieno", "President")]


def test_a_list_gives_each_name_its_own_post():
    told = posts(
        "With him were Mr Arne Berg, Minister for Trade of Norway, and Ms Eva Lind, Minister for Energy of Sweden."
    )
    assert [(person, of) for person, _, of, _ in told] == [("Arne Berg", "Norway"), ("Eva Lind", "Sweden")]


def test_the_same_person_and_post_told_twice_is_one_tenure_with_all_its_evidence():
    text = "Kenyan President Mary Otieno arrived. Later President Otieno spoke."
    (told,) = tenures(text)
    assert [e.quote(text) for e in told.evidence] == ["Kenyan President Mary Otieno", "President Otieno"]


def test_a_post_without_a_name_is_no_tenure():
    assert tenures("The Prime Minister of Nepal will visit Bhutan. The Government agreed.") == []


def test_a_pronoun_takes_the_post_for_the_person_named_last():
    text = "Mr Ravi Sharma will go to Peru. He was Secretary of the Trade Board from 2001 to 2004."
    assert ("Ravi Sharma", "Secretary of the Trade Board") in [(t.person, t.post) for t in tenures(text)]


def test_a_holder_has_the_state_of_the_post_as_code():
    (told,) = tenures("The Latvian Foreign Minister, Mr Janis Ozols, spoke.")
    assert [(p.name, p.code, p.role) for p in told.parties] == [("Janis Ozols", "LVA", "holder")]


@pytest.mark.parametrize(
    "text, date",
    [
        ("Kenyan President Mary Otieno will arrive in June.", "2015-03-02"),
        ("Kenyan President Mary Otieno visited us on 5 January 2012.", "2012-01-05"),
        ("The former Kenyan President, Mrs Mary Otieno, will come.", None),
    ],
)
def test_the_date_is_that_of_what_is_told_else_that_of_the_document(text, date):
    assert [t.date for t in tenures(text, date="2015-03-02")] == [date]


def test_without_a_date_of_the_document_the_text_tells_it():
    text = "The school was opened in April 2009. Italian Ambassador to Ghana Paolo Ricci spoke there."
    assert [t.date for t in tenures(text)] == ["2009-04"]


def test_the_years_that_work_takes_show_nobody_in_a_post():
    text = "In May 2009 a loan was agreed on. Italian Ambassador to Ghana Paolo Ricci said it is for work in 2010-2014."
    assert [t.date for t in tenures(text)] == ["2009-05"]


def test_a_minister_without_a_state_is_of_the_state_that_speaks():
    (told,) = tenures("The Minister for Trade, Mr Colm Daly, will visit Ghana.", home="IRL")
    assert told.of == "Ireland"


def test_a_minister_is_not_of_the_state_that_is_travelled_to():
    text = "The Zambian delegation reached Peru. Minister Mwila ended his visit to Peru. Peru was glad of it."
    assert [p.code for e in tenures(text) if e.person == "Mwila" for p in e.parties] == ["ZMB"]


def test_whoever_receives_an_ambassador_is_of_the_state_that_the_ambassador_is_sent_to():
    told = tenures("Chairman of the Budget Committee Pavel Novak met the Ambassador of Peru to Latvia Luis Rojas.")
    assert {t.person: t.parties[0].code for t in told} == {"Pavel Novak": "LVA", "Luis Rojas": "PER"}


@pytest.mark.parametrize(
    "text, person, post, of",
    [
        (
            "Kenyan Minister Mary Otieno, who is in charge of relations with Peru, arrived.",
            "Mary Otieno", "in charge of relations with Peru", "Kenya",
        ),
        (
            "Kenyan Minister Mary Otieno, who was responsible for trade, arrived.",
            "Mary Otieno", "responsible for trade", "Kenya",
        ),
        ("In 1985 the diplomat Ivan Petrov headed the Soviet embassy in Peru.",
         "Ivan Petrov", "head of the Soviet embassy in Peru", "Soviet Union"),
        ("Our friend, an able diplomat Mary Otieno headed the Kenyan embassy in Peru.",
         "Mary Otieno", "head of the Kenyan embassy in Peru", "Kenya"),
        ("Mary Otieno, who heads Kenya’s Trade Office in Lima, arrived.",
         "Mary Otieno", "head of Kenya’s Trade Office in Lima", "Kenya"),
    ],
)  # fmt: skip
def test_a_post_may_be_told_by_what_its_holder_does(text, person, post, of):
    assert (person, post, of) in [each[:3] for each in posts(text, date="2019-05-03")]


def test_who_leads_a_delegation_has_no_post_by_it():
    assert posts("Mary Otieno, who leads a delegation to Peru, arrived.") == []


def test_a_speaker_speaks_in_a_post():
    text = (
        "Kenyan Minister of Trade Mary Otieno has talked to the press, and she had a lot to tell of her plans for "
        "Lima, Cusco and Arequipa. "
        "“As the minister responsible for cooperation with Peru, I would like to do more,” she said."
    )
    tenure = next(t for t in tenures(text, "2019-05-03") if "responsible" in t.post)
    assert (tenure.person, tenure.of) == ("Mary Otieno", "Kenya")
    assert [e.quote(text) for e in tenure.evidence] == [tenure.post]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We thank President Lagos for his 2009 visit to Fiji.", "2014-05-05"),
        ("As told in my letter of 3 March 2009 President Lagos of Chile will come.", "2014-05-05"),
        ("President Lagos will come in the 200th anniversary of Chile.", "2014-05-05"),
        ("President Lagos of Chile came in 2009.", "2009"),
    ],
)
def test_the_time_of_something_else_does_not_show_the_person_in_the_post(text, expected):
    assert [t.date for t in tenures(text, date="2014-05-05")] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Fiji's Deputy Prime Minister Ana Vula.", ("Ana Vula", "Fiji's Deputy Prime Minister", "Fiji")),
        ("The New Zealand Consul, Mr Tom Reid, spoke.", ("Tom Reid", "New Zealand Consul", "New Zealand")),
        ("Korean Trade Minister Seo Min-jae spoke.", ("Seo Min-jae", "Korean Trade Minister", "South Korea")),
    ],
)
def test_a_post_and_a_name_are_told_in_full(text, expected):
    assert expected in [each[:3] for each in posts(text, date="2019-05-03")]


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        ("LIMA, 3 May 2019. President Ana Quispe received the Foreign Minister of Togo.", "Ana Quispe", "Peru"),
        ("A Fijian came to Peru. In Lima, he held talks with Foreign Minister Luz Soto.", "Luz Soto", "Peru"),
        ("The Fijian Fund for Reefs (FFR) met in Lima. Ana Vula, Director of FFR, spoke.", "Ana Vula", "FFR"),
        ("SUVA, 3 May 2019. Peru will help Fiji with fish, ambassador Luz Soto said.", "Luz Soto", "Peru"),
        ("Fiji will send tents to Tonga, Defence Minister Ana Vula announced.", "Ana Vula", "Fiji"),
        ("LIMA, Peru - Trade Minister Luz Soto said that Fiji had agreed.", "Luz Soto", "Peru"),
        ("A Fijian minister will visit Lima at the invitation of President Luz Soto.", "Luz Soto", "Peru"),
        ("Fiji helps Peru\n\nSUVA, 3 May 2019. Minister of Works Ana Vula opened a fair.", "Ana Vula", "Fiji"),
        ('Fiji will help Peru, "a friend of us all", said Minister Ana Vula.\n\nSuva, 3 May 2019', "Ana Vula", "Fiji"),
        ("Fiji's President will visit Japan, Chief Cabinet Secretary Ken Mori told us.", "Ken Mori", "Japan"),
        ("Fiji asked Peru, speaker Ana Vula's office said.", "Ana Vula", "Fiji"),
        (
            "It was signed in Lima by Trade Minister Ana Vula and Peruvian Minister Luz Soto. Fiji is glad.",
            "Ana Vula",
            "Fiji",
        ),
        ("Fijian Minister Ana Vula is in Peru. On Friday Vula will call on President Luz Soto.", "Luz Soto", "Peru"),
        ("Fijian Minister Ana Vula signed with Minister Luz Soto a plan for Peru.", "Luz Soto", "Peru"),
        ("The Fijian minister came; in Lima she held talks with Foreign Minister Luz Soto.", "Luz Soto", "Peru"),
        ("Fiji and Peru are friends. Prime Minister Ana Vula made a stopover in Lima.", "Ana Vula", "Fiji"),
        ("(Spanish version)\n\nFijian help for Peru. Trade Minister Ana Vula spoke.", "Ana Vula", "Fiji"),
        (
            "Fisheries Minister Anders Holm met Malawi’s Foreign Minister Grace Banda in Oslo.",
            "Anders Holm",
            "Norway",  # and not of the state of the one whom he met
        ),
        ("President Omar Diallo will travel to Lisbon, a paper in Bissau said.", "Omar Diallo", "Guinea-Bissau"),
        (
            "Kenyan President Mary Otieno went to Lisbon. She was received by President Marcos Pinto.",
            "Marcos Pinto",
            "Portugal",
        ),
        (
            "The Prime Minister of Fiji, Ana Vula, went to Chile. In Lota she met experts and was received by "
            "President Marcos Pinto.",
            "Marcos Pinto",
            "Chile",
        ),
        ("Links of Fiji and Peru. In May: Minister of Trade Ana Vula to Lima.", "Ana Vula", "Fiji"),
        ("Fiji opened a school in Arequipa. Fiji's envoy was met by Mayor Juan Rey.", "Juan Rey", "Peru"),
        ("Fiji's envoy met Maija Kalna, head of the Saeima.", "Maija Kalna", "Saeima"),
    ],
)
def test_whose_a_post_is_where_it_does_not_say_so(text, person, of):
    assert (person, of) in [(each[0], each[2]) for each in posts(text, date="2019-05-03")]


def test_the_letters_of_a_body_give_the_state_that_it_is_called_after():
    text = "The Fijian Fund for Reefs (FFR) met in Lima. Ana Vula, Director of FFR, spoke."
    assert [t.parties[0].code for t in tenures(text)] == ["FJI"]


def test_of_two_who_are_met_both_are_of_the_other_state():
    text = (
        "In Lima, our minister met Prime Minister Luz Soto and the Minister of Energy, Juan Rey, of whom Peru is proud."
    )
    assert [t.of for t in tenures(text, "2019-05-03", CountryCode("FJI"))] == ["Peru", "Peru"]


def test_who_is_named_beside_a_counterpart_is_of_another_state():
    text = "Fiji and Chile met. Foreign Minister Ana Silva and her Fijian counterpart Luke Rabuka signed a treaty."
    assert ("Ana Silva", "Foreign Minister", "Chile", None) in posts(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(
            "SUVA, 3 May 2014 (FNA) – President Luke Rabuka received the Chilean envoy, who is to leave for Geneva.",
            "Fiji",
            id="behind a dateline, with an aside",
        ),
        pytest.param(
            "SUVA, 3 May 2014 (FNA) – Fiji and Chile met. At a dinner hosted by President Luke Rabuka they sang.",
            "Fiji",
            id="who gives a dinner where the text is dated",
        ),
        pytest.param(
            "Fiji and Chile are friends. A Chilean promise was made when President Luke Rabuka visited Santiago.",
            "Fiji",
            id="who goes there is not of it",
        ),
        pytest.param(
            "Chile's Minister Ana Silva came. Fiji was glad. Silva invited President Luke Rabuka to Santiago.",
            "Fiji",
            id="who is invited is of another state",
        ),
        pytest.param(
            "The Fijian delegation and an aid group met. Fiji is glad. Fiji will give more. Fiji has an idea. Fijian "
            "food was served. Fijians sang. The war in Peru was named. Fijian girls danced. Fiji smiled. They paid "
            "a courtesy call on Foreign Minister Luke Rabuka.",
            "Fiji",
            id="a state named in passing is not his",
        ),
    ],
)
def test_the_state_of_a_holder_is_told_by_what_he_does(text, expected):
    assert {t.of for t in tenures(text) if "Rabuka" in t.person} == {expected}


def test_a_mayor_is_not_of_the_state_that_speaks():
    text = "The school is in Arequipa. Mayor Juan Rey Soto spoke. Later Mayor Rey left."
    told = tenures(text, "2019-05-03", CountryCode("FJI"))
    assert [(t.person, t.of, len(t.evidence)) for t in told] == [("Juan Rey Soto", "Peru", 2)]


@pytest.mark.parametrize("word", ["counterpart", "colleague"])
def test_a_counterpart_holds_the_same_post(word):
    text = f"Chilean Minister for Trade Ana Silva met her Fijian {word} Luke Rabuka."
    assert ("Luke Rabuka", "Fijian Minister for Trade", "Fiji", None) in posts(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(
            "Fijian envoy Ana Vula left. Ms Vula will take up duties as Ambassador to Chile.",
            ("Ana Vula", "Ambassador to Chile", "Fiji", "Chile"),
            id="takes up duties as",
        ),
        pytest.param(
            "Ana Vula, a career diplomat aged 54, earlier served as consul general of Fiji in Lima.",
            ("Ana Vula", "consul general of Fiji in Lima", "Fiji", "Peru"),
            id="served as, behind an aside",
        ),
        pytest.param(
            "Fijian envoy Ana Vula left. Ms Vula will become Permanent Representative to the United Nations.",
            ("Ana Vula", "Permanent Representative to the United Nations", "Fiji", "United Nations"),
            id="sent to a body",
        ),
        pytest.param(
            "The Fijian embassy will be headed by Counsellor Ana Vula.",
            ("Ana Vula", "Counsellor", "Fiji", None),
            id="a rank of diplomats",
        ),
    ],
)
def test_posts_are_told_by_verbs_of_serving(text, expected):
    told = [entry for entry in posts(text) if entry[1] == expected[1]]
    assert [entry[:2] for entry in told] == [expected[:2]]
    assert [entry[2] for entry in told] == [expected[2]]


@pytest.mark.parametrize(
    "text, person, of",
    [
        (
            "The ambassador of Japan, Ken Arai, presented his credentials to President Luke Rabuka.",
            "Luke Rabuka",
            "Fiji",
        ),
        ("Ambassador Luke Rabuka paid a farewell call on Chilean President Ana Silva.", "Luke Rabuka", "Fiji"),
        ("Fiji has named the banker Luke Rabuka as its new ambassador to Chile.", "Luke Rabuka", "Fiji"),
    ],
)
def test_an_envoy_and_his_host_are_of_two_states(text, person, of):
    assert [t.of for t in tenures(f"SUVA, 3 May 2014 (FNA) – {text}") if t.person == person] == [of]


def test_an_ambassador_of_a_body_is_of_no_state():
    text = "Fiji and Chile met. The EU ambassador, Gaspar Frei, spoke. Fiji sang."
    assert [(t.of, t.parties[0].code) for t in tenures(text)] == [("EU", None)]


def test_a_counterpart_named_in_a_later_sentence_holds_the_same_post():
    text = "Chilean Foreign Minister Ana Silva came. Silva spoke with her Fijian counterpart Luke Rabuka."
    assert ("Luke Rabuka", "Fijian Foreign Minister", "Fiji", None) in posts(text)


def test_whoever_gets_a_message_is_of_another_state():
    text = "Fiji and Chile met. The King of Chile sent a message of condolence to President Luke Rabuka. Fiji wept."
    assert [t.of for t in tenures(text) if t.person == "Luke Rabuka"] == ["Fiji"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Prime Minister Bill English of New Zealand met Peru's envoy.", [("Bill English", "Prime Minister")]),
        ("President Ana Silva of Chile met English teachers.", [("Ana Silva", "President")]),
        ("PRIME MINISTER J12/92\n\nThe Prime Minister of Greece will visit Peru.", []),
        (
            "The Prime Minister and the Minister for Trade of Canada, Mr Carter, met Peru's envoy.",
            [("Carter", "Minister for Trade of Canada")],
        ),
        (
            "The Deputy Prime Minister and Minister for Trade of Canada, Mr Carter, met Peru's envoy.",
            [("Carter", "Deputy Prime Minister"), ("Carter", "Minister for Trade of Canada")],
        ),
        ("General Sir Tom Reed AK MC (Retd), Governor of Fiji, met Peru's envoy.", [("Tom Reed", "Governor of Fiji")]),
    ],
)
def test_names_end_where_no_name_goes_on(text, expected):
    assert [(person, post) for person, post, _, _ in posts(text)] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Ali Alatas was an adviser to President Yudhoyono of Indonesia.", [("Yudhoyono", "President")]),
        (
            "He met Jack Watson, the personal representative of President Clinton.",
            [("Jack Watson", "personal representative"), ("Clinton", "President")],
        ),
        (
            "Special Envoy of the President of Peru, Ana Silva, arrived in Fiji.",
            [("Ana Silva", "Special Envoy of the President of Peru")],
        ),
        ("Canada's Minister for Defence Tom Reed met Peru's envoy.", [("Tom Reed", "Canada's Minister for Defence")]),
        ("The talks in Lima, Peru, begin at 9 pm Eastern Summer Time.", []),
        ("As Prime Minister of Canada I'm glad of Peru's help.", []),
    ],
)
def test_who_serves_a_president_is_not_the_president(text, expected):
    assert [(person, post) for person, post, _, _ in posts(text)] == expected


def test_part_of_the_name_of_an_office_is_nobody():
    found = posts("Mr Lee was Secretary to the Cabinet and Head of the Cabinet Policy Unit of Canada.")
    assert {person for person, *_ in found} == {"Lee"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "VISIT OF KENYAN PRESIDENT OTIENO\n\nMs Mary Otieno Wafula, President of the Republic of Kenya, will come.",
            [("Mary Otieno Wafula", "President of the Republic of Kenya")],
        ),
        (
            "Prime Minister Ahmet Davut-Oğlu of Turkey came. Prime Minister Oglu of Turkey left.",
            [("Ahmet Davut-Oğlu", "Prime Minister")],
        ),
        (
            "Prime Minister Khamtay Vong of Laos came. Prime Minister Khamntay of Laos left.",
            [("Khamtay Vong", "Prime Minister")],
        ),
        (
            "Fiji’s Minister for Roads, Ms Vula, met her Kenyan counterpart, Mr Paul Mboya. Minister Mboya left.",
            [("Vula", "Fiji’s Minister for Roads"), ("Paul Mboya", "Kenyan Minister for Roads")],
        ),
    ],
    ids=["a heading", "accents and hyphens", "a slip", "a counterpart"],
)
def test_one_person_in_one_post_is_told_once(text, expected):
    assert [(person, post) for person, post, *_ in posts(text)] == expected


def test_years_in_brackets_are_those_of_the_post_before_them():
    text = "Mr Hugh Temple was Minister of Mines (1977 - 1982) and Minister for Ports (1981 - 1984) ."
    found = [(t.post, t.date) for t in tenures(text, date="2011-02-16")]
    assert found == [("Minister of Mines", "1977/1982"), ("Minister for Ports", "1981/1984")]


def test_who_speaks_is_not_the_one_who_is_named_with_the_next_post():
    text = "The Prime Minister and Defence Minister Mike Jones will travel to Fiji."
    found = posts(text, date="2012-05-16", home=CountryCode("AUS"))
    assert found == [("Mike Jones", "Defence Minister", "Australia", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under President Ana Silva, Peru was rich.", [("Ana Silva", "President")]),
        ("Peru joined the international Building Partner Capacity mission.", []),
        ("HMAS Perth, a successor of the ship of Peru, came.", []),
        ("Peru’s Minister of State Professor Ana Silva spoke.", [("Ana Silva", "Peru’s Minister of State")]),
        ("The President of Peru Ana-Luz Ipanaque spoke.", [("Ana-Luz Ipanaque", "President of Peru")]),
        ("Peru’s Ambassador to Chad, Ms Ana Small, spoke.", [("Ana Small", "Peru’s Ambassador to Chad")]),
        ("He sat in the Keating and Howard governments. He was Leader of the House.", []),
    ],
)
def test_a_name_is_parted_from_the_post_and_from_what_is_called_after_it(text, expected):
    assert [(person, post) for person, post, *_ in posts(text)] == expected


def test_all_who_are_met_in_a_list_are_of_the_other_state():
    text = "I met Vice-President Ana Rojas, Energy Minister Luis Silva and Trade Minister Eva Soto. I thank Peru."
    found = posts(text, home=CountryCode("NZL"))
    assert [(person, of) for person, _, of, _ in found] == [
        ("Ana Rojas", "Peru"), ("Luis Silva", "Peru"), ("Eva Soto", "Peru"),
    ]  # fmt: skip


def test_a_post_goes_on_over_a_gap():
    found = posts("The Fijian Deputy Prime  Minister, Mr Sitiveni Vula, came.")
    assert [(person, post) for person, post, *_ in found] == [("Sitiveni Vula", "Fijian Deputy Prime Minister")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Minister of Trade of Chile, Ambassador Pablo Fuentes, spoke.",
            [("Pablo Fuentes", "Minister of Trade of Chile")],
            id="a rank beside a post",
        ),
        pytest.param(
            "Ambassador Pablo Fuentes of Chile spoke.", [("Pablo Fuentes", "Ambassador")], id="the post itself"
        ),
        pytest.param(
            "Norway sent the Prime Minister, the Minister of Defence and the Minister of Trade, Anna Lund.",
            [("Anna Lund", "Minister of Trade")],
            id="the last of a list of persons",
        ),
        pytest.param(
            "Norway's aid agency and its Chilean counterpart AGCID worked together.", [], id="a body by its letters"
        ),
        pytest.param(
            "Norway met its Chilean counterpart Pablo Fuentes.",
            [("Pablo Fuentes", "Chilean counterpart")],
            id="a person",
        ),
        pytest.param(
            "Chile was represented by its Consul General in Hamburg, Pablo Fuentes.",
            [("Pablo Fuentes", "Consul General in Hamburg")],
            id="sent to a town",
        ),
        pytest.param(
            "The head of the bank's office in Accra, Lars Holm, and others signed.",
            [("Lars Holm", "head of the bank's office in Accra")],
            id="an office in a town",
        ),
    ],
)
def test_a_post_is_given_to_whom_it_belongs_as_far_as_it_goes(text, expected):
    assert [(person, post) for person, post, *_ in posts(text)] == expected


def test_the_dates_of_what_a_holder_says_are_not_those_of_the_post():
    (said,) = tenures("Peru's Ambassador to Chile, Ana Soto, said that trade had doubled in 2002.", date="2006-05-20")
    (did,) = tenures("Peru's Ambassador to Chile, Ana Soto, opened a school in 2002.", date="2006-05-20")
    assert (said.date, did.date) == ("2006-05-20", "2002")


def test_what_has_gone_on_since_a_year_dates_no_holder():
    text = "Ambassador of Peru to Samoa Rosa Vega came. Peru has paid for 63 wells since 2004."
    assert [tenure.date for tenure in tenures(text)] == [None]


def test_a_career_is_told_post_by_post_with_its_years():
    text = (
        "I am glad to announce the appointment of Ms Ana Silva as Australia's High Commissioner to Fiji. "
        "She served as Ambassador to Peru from 2009 to 2012 and was Deputy High Commissioner in Nairobi between 2004 "
        "and 2007. From 2013 to 2015 Ms Silva was Consul-General in Osaka. She was High Commissioner to Tonga until "
        "2003. She replaces Mr Tom Reed, who has been High Commissioner since January 2013. "
        "Mr Reed will become Australia's Ambassador to Chile in January 2017."
    )
    told = tenures(text, date="2016-05-12", home=CountryCode("AUS"))
    assert [(t.person, t.post, t.to, t.date) for t in told] == [
        ("Ana Silva", "Australia's High Commissioner to Fiji", "Fiji", "2016-05-12"),
        ("Ana Silva", "Ambassador to Peru", "Peru", "2009/2012"),
        ("Ana Silva", "Deputy High Commissioner in Nairobi", "Kenya", "2004/2007"),
        ("Ana Silva", "Consul-General in Osaka", "Japan", "2013/2015"),
        ("Ana Silva", "High Commissioner to Tonga", "Tonga", "../2003"),
        ("Tom Reed", "High Commissioner", "Fiji", "2013-01/.."),
        ("Tom Reed", "Australia's Ambassador to Chile", "Chile", "2017-01"),
    ]


def test_years_that_say_nothing_of_the_post_are_not_its_term():
    text = "The Peruvian Ambassador, Luis Rojas, has worked on the plan since 2009."
    assert [t.date for t in tenures(text, date="2015-03-02")] == ["2015-03-02"]


def test_who_is_shown_in_a_post_now_is_dated_by_now():
    text = "In November 2014 Chancellor Ana Gruber visited Peru. Chancellor Gruber will return to Lima with her team."
    assert [t.date for t in tenures(text, date="2015-03-02")] == ["2015-03-02"]


@pytest.mark.parametrize(
    "text, person, post",
    [
        ("The Minister for Trade and Resilience Ana Silva came.", "Ana Silva", "Minister for Trade and Resilience"),
        ("Minister for Cyber Security Tom Hall joined.", "Tom Hall", "Minister for Cyber Security"),
        ("Finance Minister Ana Silva MP visited Lima.", "Ana Silva", "Finance Minister"),
    ],
)
def test_a_post_ends_where_its_holders_name_begins(text, person, post):
    assert [(t.person, t.post) for t in tenures(text, date="2015-03-02")] == [(person, post)]


def test_who_travels_is_of_none_of_the_states_on_the_way():
    text = "Visit to Chile\nWellington, 3 March 2011\n\nPrime Minister Anne Dale will travel to Chile and Peru."
    assert {t.of for t in tenures(text, date="2011-03-03") if t.person == "Anne Dale"} == {"New Zealand"}
