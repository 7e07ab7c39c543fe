"""Why the desk does not answer a question."""

from __future__ import annotations

from dragoman.errors import DragomanError


class Refused(DragomanError):
    """A question that cannot be answered as it is put; ``name`` is what of it is wrong, ``reason`` one plain clause."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class Closing(DragomanError):
    """The desk ends; what was asked for is not made any more."""

    def __init__(self) -> None:
        super().__init__("the desk is being closed")
