def test_the_first_page_says_how_much_there_is(client):
    page = client.get("/")
    assert page.status_code == 200
    assert "3 documents" in page.text


def test_an_address_that_is_none_gets_a_page_of_our_own(client):
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert "There is no such page" in page.text
    assert client.get("/api/v1/nowhere").json()["detail"]
