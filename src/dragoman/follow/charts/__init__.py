"""Charts of what the ledger holds, the same in a brief, on the desk and in a notebook.

Each is a ``Picture``: drawn by Altair and vl-convert without any network, with one sentence and a table that say the
same in words.

    picture = money_chart("Grants by Chile", bars, Unit("NOK"))
    picture.svg(), picture.png(), picture.sentence, picture.rows
"""

from dragoman.follow.charts.money import Bar, money_chart
from dragoman.follow.charts.picture import Picture, dark_rules
from dragoman.follow.charts.series import Point, series_chart
from dragoman.follow.charts.timeline import Moment, timeline

__all__ = ["Bar", "Moment", "Picture", "Point", "dark_rules", "money_chart", "series_chart", "timeline"]
