"""Names as they are known beforehand."""

from dragoman.reading.states.known_names import full_name


def test_an_organisation_has_one_full_name():
    assert [full_name(name) for name in ("EU", "European Union", "Tonga Rugby")] == [
        "European Union", "European Union", "Tonga Rugby",
    ]  # fmt: skip
