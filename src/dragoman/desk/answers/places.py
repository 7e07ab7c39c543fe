"""Places: where the records of the ledger took place, on a map."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from starlette.datastructures import QueryParams

from dragoman.desk.answers.charts import Chart, draw
from dragoman.desk.answers.quotations import with_last_words
from dragoman.desk.answers.record_rows import PLACED, RecordRow, Where, record_rows
from dragoman.desk.held import Held
from dragoman.desk.index import Index
from dragoman.follow.charts.world import Spot, world_map
from dragoman.models import Kind, Model

_ONLY_THE_LIST = ("sort", "page", "size", "format")


class PlaceCount(Model):
    """A place with how many records lie there, in all and by kind."""

    where: Where
    records: int
    kinds: dict[Kind, int]


class Places(Model):
    """The places of some records, those of most records first, and the map of those that are known to GeoNames."""

    places: tuple[PlaceCount, ...]
    chart: Chart | None


def placed_rows(desk: Held) -> list[RecordRow]:
    """All records of which it is told where they take place, the latest first."""
    return record_rows(record for record in desk.ledger.records() if record.best.place)


PLACED_RECORDS = Index("map", RecordRow, PLACED, placed_rows, with_last_words)


def places_of(rows: Sequence[RecordRow], title: str = "Where it takes place") -> Places:
    """The places of these records, with their map."""
    counts: dict[str, Counter[Kind]] = defaultdict(Counter)
    names: dict[str, Counter[Where]] = defaultdict(Counter)
    for row in rows:
        if row.where:
            counts[row.where.key][row.kind] += 1
            names[row.where.key][row.where] += 1
    found = [
        PlaceCount(where=names[key].most_common(1)[0][0], records=counts[key].total(), kinds=dict(counts[key]))
        for key in counts
    ]
    found.sort(key=lambda each: (-each.records, each.where.name))
    picture = world_map(title, (spot for each in found if (spot := _spot(each))))
    return Places(places=tuple(found), chart=draw(picture) if picture else None)


def _spot(place: PlaceCount) -> Spot | None:
    where = place.where
    if where.latitude is None or where.longitude is None:
        return None
    return Spot(where.name, where.latitude, where.longitude, place.records, where.whole)


def places_shown(desk: Held, query: QueryParams) -> Places:
    """The places of the records that the filters let pass; kept, since drawing takes longer than all else."""
    rows = PLACED_RECORDS.passing(desk, query)
    name = ("map", *sorted((key, value) for key, value in query.multi_items() if key not in _ONLY_THE_LIST))
    return desk.cache.get(name, lambda: places_of(rows))
