from dragoman.desk.answers.places import PLACED_RECORDS, places_of


def test_places_are_counted_and_drawn_where_they_lie(client):
    places = places_of(PLACED_RECORDS.rows(client.app.state.held))
    dodoma = next(each for each in places.places if each.where.name == "Dodoma")
    assert (dodoma.records, dodoma.kinds, dodoma.where.country) == (1, {"event": 1}, "TZA")
    assert (round(dodoma.where.latitude), round(dodoma.where.longitude)) == (-6, 36)
    assert "Dodoma 1" in places.chart.sentence


def test_a_place_that_nobody_knows_is_listed_and_not_drawn(client):
    page = client.get("/map").text
    assert "not on the map" in page
    assert "Dodoma" in page
    assert "onerror=alert(1)>" not in page  # its name is shown as text


def test_the_map_shows_what_the_filters_let_pass(client):
    page = client.get("/map?country=TZA").text
    assert "Dodoma" in page
    assert "not on the map" not in page
    assert client.get("/map?country=TZA&format=json").json()["rows"][0]["place"] == "Dodoma"
    assert client.get("/map?kind=tenure&format=json").json()["total"] == 0


def test_no_places(empty_client):
    assert "<svg role=" not in empty_client.get("/map").text
