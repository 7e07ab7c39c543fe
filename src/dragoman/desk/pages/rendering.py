"""Templates, and what all of them can use."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from dragoman.desk.answers.choosing import state_words
from dragoman.desk.answers.deciding import slots_of
from dragoman.desk.below import outward
from dragoman.desk.cache import Cache
from dragoman.follow.visible import visible
from dragoman.follow.wording import amount_words, date_words, label_of, number_words, parties_words, shorten, words_of
from dragoman.models import BaseEntry
from dragoman.reading.reasons import in_words

NAV = (
    ("/promises", "Promises"), ("/money", "Money"), ("/figures", "Figures"), ("/instruments", "Instruments"),
    ("/people", "People"), ("/organisations", "Organisations"), ("/map", "Map"), ("/review", "Review"), ("/add", "Add"),
)  # fmt: skip
THEMES = ("light", "dark")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page made from a template; ``request`` and what ``base.html`` needs are added."""
    chosen = request.cookies.get("theme", "")
    shown = {
        "request": request,
        "nav": NAV,
        "theme": chosen if chosen in THEMES else "",
        "today": request.app.state.held.today,
        "visitor": getattr(request.state, "visitor", None),
        "token": getattr(request.state, "token", ""),
        "notice": getattr(request.state, "notice", None),
        "behind": Cache.is_behind(),
    }
    html = _environment().get_template(template).render(shown | context)
    return HTMLResponse(outward(html, request.app.state.held.settings.root), status)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.desk"), autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=_finalize
    )
    environment.filters |= {
        "amount": amount_words, "date": date_words, "label": label_of, "number": number_words,
        "parties": parties_words, "reason": in_words, "shorten": shorten,
        "words": words_of, "state": state_words, "spoken": spoken,
        "dated": dated, "drawing": drawing,
    }  # fmt: skip
    environment.globals |= {"slots_of": slots_of, "static": static}
    return environment


def _finalize(value: Any) -> Any:
    """What is printed: nothing for None, and no sign that deceives the eye. Escaping follows."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=256)
def drawing(svg: str) -> Markup:
    """A drawing of ours, whose words may be those of documents: their signs are written out as everywhere."""
    return Markup(visible(svg))


def dated(words: str) -> Markup:
    """Words whose days are marked as such, and not parted at the end of a line."""
    return Markup(_DAY.sub(r'<time datetime="\g<0>">\g<0></time>', str(escape(visible(words)))))


def static(name: str) -> str:
    """The address of a file of ours, another one whenever the file changes, so that browsers may keep it."""
    return f"/static/{name}?v={_digest(name)}"


@cache
def _digest(name: str) -> str:
    return sha256((files("dragoman.desk") / "static" / name).read_bytes()).hexdigest()[:10]


def spoken(value: BaseEntry | str) -> str:
    """A word of the data as one says it: "technical_assistance" is "technical assistance"."""
    return str(value).replace("_", " ")
