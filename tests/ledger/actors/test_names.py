import pytest

from dragoman.ledger.actors import PERHAPS, SURE, person_key, same_person, surname_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MORI Haruto", "Haruto Mori"),
        ("Mori, Haruto", "Haruto Mori"),
        ("Mori Haruto", "Haruto Mori"),
        ("Szabó Péter", "Peter Szabo"),
        ("Alexander Lukashenko", "Alyaksandr Lukashenka"),
        ("Aleksandr Grigoryevich Lukashenko", "Aleksandr Lukashenko"),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
        ("Dr. Siarhei Kavalenka", "S. Kavalenka"),
        ("Владимир Петров", "Vladimir Petrov"),
        ("Nguyễn Văn Hùng", "Nguyen Van Hung"),
        ("Kim Min-jae", "Kim Minjae"),
        ("Mao Tse-tung", "Mao Zedong"),
        ("Jan van der Berg", "Jan Van Der Berg"),
        ("Nuri Maliki", "Nouri al-Maliki"),
        ("H.E. Mr He Weimin", "He Weimin"),
        ("Bill Clinton", "William Jefferson Clinton"),
        ("Rt Hon. Ann Berry MP", "Ann Berry"),
        ("Keiichi Satoh", "Satō Keiichi"),
        ("Konstantin Wassiljew", "Konstantin Wassilijew"),
    ],
)
def test_names_of_one_person(one, other):
    assert same_person(one, other).score >= SURE
    assert same_person(other, one) == same_person(one, other)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Mr Mori", "Haruto Mori"),
        ("President Xi", "Xi Jinping"),
        ("Trong", "Nguyen Phu Trong"),
        ("Ramos-Horta", "José Ramos-Horta"),
        ("Bambang Yudhoyono", "Susilo Bambang Yudhoyono"),
        ("Enrique Peña", "Enrique Peña Nieto"),
        ("Lukashenka", "Alexander Lukashenko"),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr."),
    ],
)
def test_a_short_name_may_be_of_a_person(short, full):
    assert PERHAPS <= same_person(short, full).score < SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Howard", "Michael Howard"),
        ("Kim Jong Il", "Kim Jong Un"),
        ("Lee Kuan Yew", "Lee Hsien Loong"),
        ("George W. Bush", "George H. W. Bush"),
        ("Ferdinand Marcos Jr.", "Ferdinand Marcos Sr."),
        ("Mohammed bin Salman", "King Salman"),
        ("Emomali Rahmon", "Rustam Emomali"),
        ("Wang Yi", "Wang Yu"),
        ("Zhang Ming", "Zhang Min"),
        ("Imran Khan", "Ayub Khan"),
        ("Khan", "Han"),
        ("Haruto Mori", "Haruto Hori"),
        ("Julia", "Julia Gillard"),
    ],
)
def test_names_of_two_persons(one, other):
    assert same_person(one, other).score < PERHAPS


def test_one_name_in_two_states_is_of_two_persons():
    likeness = same_person("Maria Silva", "Maria Silva", ("PRT", "BRA"))
    assert likeness.score < PERHAPS
    assert likeness.reasons[-1] == "of two states: PRT, BRA"
    assert same_person("Maria Silva", "Maria Silva", ("PRT", None)).score == 1


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Mori", "Haruto Mori", "only the surname"),
        ("S. Petrov", "Sergei Petrov", "an initial for a given name"),
        ("Mori Haruto", "Haruto Mori", "the names in another order"),
        ("Sergey Petrov", "Siarhei Petrov", "two spellings of one given name"),
        ("Anna Berg", "Olga Berg", "two given names: anna, olga"),
    ],
)
def test_a_likeness_says_why(one, other, reason):
    assert reason in same_person(one, other).reasons


def test_keys_are_shared_by_spellings_and_orders():
    assert person_key("MORI Haruto") == person_key("Haruto Mori")
    assert surname_keys("HAYASHI Yoshimasa") == surname_keys("Hayashi")
    assert surname_keys("Zelenskyy") == surname_keys("Zelenskiy")


def test_titles_alone_are_no_name():
    assert same_person("", "Haruto Mori").reasons == ("no name",)
