"""Entries on relations of Tonga and Fiji, made from models: for tests of what is done with entries once read."""

from dragoman.models import Activity, Amount, Event, Evidence, Instrument, Party
from dragoman.values import CountryCode, Edtf, Unit


def at(start, end):
    return (Evidence(start=start, end=end),)


def who(roles):
    return tuple(Party(name=code, code=CountryCode(code), role=role) for code, role in roles.items())


def event(type_="meeting", where=(0, 10), title="Talks on fish", roles=None, **more):
    parties = who(roles or {"TON": "participant", "FJI": "participant"})
    return Event(type=type_, title=title, parties=parties, evidence=at(*where), **dated(more))


def visit(where=(0, 10), guest="TON", host="FJI", stage="done", **more):
    return event("visit", where, "A visit", {guest: "source", host: "host"}, stage=stage, **more)


def instrument(name, type_="agreement", where=(0, 10), **more):
    return Instrument(type=type_, title=name, name=name, evidence=at(*where), **dated(more))


def activity(title="Boats for Tonga", where=(0, 10), type_="grant", **more):
    return Activity(type=type_, title=title, evidence=at(*where), **dated(more))


def money(value=None, unit="USD", **more):
    return Amount(value=value, unit=Unit(unit), **more)


def dated(fields):
    return {name: Edtf(value) if name in ("date", "due") else value for name, value in fields.items()}
