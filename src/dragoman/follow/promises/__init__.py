"""Promises."""

from dragoman.follow.promises.following import promises
from dragoman.follow.promises.promise import Promise, Told, Verdict

__all__ = ["Promise", "Told", "Verdict", "promises"]
