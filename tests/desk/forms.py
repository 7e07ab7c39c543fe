"""Filling in forms as a browser does: with the cookie and the token of a page that was loaded before."""

from html.parser import HTMLParser


def from_here(client):
    """What a browser says of a form on a page of the desk."""
    return {"Origin": str(client.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}


def token(client, page="/"):
    """The token that forms bring along for this client."""
    found = fields(client.get(page).text)
    return found["csrf"]


def submit(client, path, page="/", files=None, follow=False, **given):
    """Send a form of ``page``."""
    data = {"csrf": token(client, page), **given}
    return client.post(path, data=data, files=files, headers=from_here(client), follow_redirects=follow)


def fields(html):
    """The values of the hidden fields of a page, by name."""
    seen = {}

    class Fields(HTMLParser):
        def handle_starttag(self, tag, attributes):
            known = dict(attributes)
            if tag == "input" and known.get("type") == "hidden":
                seen.setdefault(known["name"], known.get("value"))

    Fields().feed(html)
    return seen
