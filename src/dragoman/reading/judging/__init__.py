"""Judging: which frames are entries, of which type and stage, by the ``features`` that are seen of them."""
