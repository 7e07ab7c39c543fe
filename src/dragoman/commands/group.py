"""What all commands share when something goes wrong: one clear line, and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from dragoman.errors import DragomanError

FAILED = 1
PIPE_CLOSED = 141
"""128 + SIGPIPE, as the shell reports of programs whose reader went away (``| head``)."""


class Commands(TyperGroup):
    """The group of all commands."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; errors that are meant for the user's eyes are one line on standard error."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except DragomanError as error:
            complain(error)
            raise typer.Exit(FAILED) from None
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")  # newer Typers put it before what is wrong
            raise
        except BrokenPipeError:
            # What is still in the buffer has nowhere to go; Python would complain of it at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(PIPE_CLOSED) from None


def complain(error: Exception | str) -> None:
    """One line on standard error, whatever line breaks and control characters the text has."""
    line = "".join(sign if sign.isprintable() else " " for sign in str(error))
    typer.secho(" ".join(line.split()), err=True, fg=typer.colors.RED)
