"""Passwords: kept as argon2id hashes with the parameters of RFC 9106 for machines with little memory."""

from __future__ import annotations

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

SHORTEST, LONGEST = 12, 256
"""Characters of a password."""


class Passwords:
    """Makes hashes of passwords, and tells whether a password fits one; two at a time, since each takes 64 MiB."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._turn = BoundedSemaphore(2)
        self._nobody = self._hasher.hash("nobody")

    def hash(self, password: str) -> str:
        """What is kept of a password; ``ValueError`` if it is too short or too long."""
        if not SHORTEST <= len(password) <= LONGEST:
            raise ValueError(f"a password has {SHORTEST} to {LONGEST} characters")
        with self._turn:
            return self._hasher.hash(password)

    def fits(self, password: str, hashed: str | None) -> bool:
        """Whether the hash is that of the password; where there is none, the answer takes as long."""
        if len(password) > LONGEST:
            return False
        try:
            with self._turn:
                return self._hasher.verify(self._nobody if hashed is None else hashed, password) and hashed is not None
        except (VerificationError, InvalidHashError):
            return False
