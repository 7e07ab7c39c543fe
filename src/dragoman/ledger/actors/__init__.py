"""Actors: one identity for a state, an organisation, a person or a place under all the names that documents give it."""

from dragoman.ledger.actors.holders import holder_of
from dragoman.ledger.actors.names import PERHAPS, SURE, Likeness, person_key, same_person, surname_keys
from dragoman.ledger.actors.organisations import organisation_key, same_organisation
from dragoman.ledger.actors.places import place_key

__all__ = [
    "PERHAPS",
    "SURE",
    "Likeness",
    "holder_of",
    "organisation_key",
    "person_key",
    "place_key",
    "same_organisation",
    "same_person",
    "surname_keys",
]
