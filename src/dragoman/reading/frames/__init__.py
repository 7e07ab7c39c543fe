"""Frames: predicates with their arguments, how far they have come (``speech``) and who says so (``voices``)."""
