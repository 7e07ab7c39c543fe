"""A ``Document`` in, a list of ``Entry`` out: numbers, dates, actors and speech, frames, and the five kinds."""
