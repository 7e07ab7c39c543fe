"""Charts as answers: drawn, and in words."""

from __future__ import annotations

from dragoman.follow.charts import Picture
from dragoman.models import Model


class Chart(Model):
    """A chart as SVG, with a sentence and a table that say the same."""

    title: str
    sentence: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    svg: str


def draw(picture: Picture) -> Chart:
    """The picture, drawn; that takes some hundredths of a second, so keep it."""
    return Chart(
        title=picture.title, sentence=picture.sentence, header=picture.header, rows=picture.rows, svg=picture.svg()
    )
