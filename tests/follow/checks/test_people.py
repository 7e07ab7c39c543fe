import pytest

from dragoman.follow.checks.people import post_of, same_person
from dragoman.models import Evidence, Party, Tenure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abe", "Shinzo Abe"),
        ("HAYASHI Yoshimasa", "Yoshimasa Hayashi"),
        ("Alexander Lukashenko", "Aleksandr Lukashenka"),
        ("J. Howard", "John Howard"),
        ("Nguyễn Xuân Phúc", "Phuc"),
        ("Dr Ana Soto", "Ana Soto"),
    ],
)
def test_one_person(one, other):
    assert same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ana Soto", "Luis Rojas"), ("Shinzo Abe", "Shintaro Abe"), ("Ana Soto", "Luis Soto")]
)
def test_two_people(one, other):
    assert not same_person(one, other)


def tenure(post, of="Chile", to=None):
    holder = (Party(name="Soto", code="CHL", role="holder"),)
    return Tenure(
        title="", person="Soto", post=post, of=of, to=to, parties=holder, evidence=(Evidence(start=0, end=1),)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("Chilean Minister for Health", "Minister of Health of Chile"),
        ("Prime Minister", "Premier"),
    ],
)
def test_one_post_in_two_wordings(one, other):
    assert post_of(tenure(one)) == post_of(tenure(other)) is not None


@pytest.mark.parametrize(
    "post", ["Deputy Foreign Minister", "Minister", "member of the cabinet", "Minister of State", "adviser"]
)
def test_posts_that_several_people_may_hold(post):
    assert post_of(tenure(post)) is None


def test_an_ambassador_is_one_to_each_state():
    assert post_of(tenure("ambassador", to="Vietnam")) != post_of(tenure("ambassador", to="Norway"))
    assert post_of(tenure("ambassador")) is None
