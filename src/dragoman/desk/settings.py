"""How a desk is served: to whom, behind what, and within which bounds."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from dragoman.models import Model

_MIB = 1024 * 1024


class Settings(Model):
    """What the person who starts a desk may set.

    Without ``accounts`` and ``proxy_header`` everybody who reaches the desk may read and decide, so it is served to its
    own machine only. ``proxy_header`` names the header in which a proxy that is trusted tells who asks.
    ``hosts`` are the names that the desk answers to besides those of its own machine.
    ``as_of`` is the day from which everything is seen; today if it is not given.
    """

    accounts: bool = False
    proxy_header: str | None = None
    hosts: tuple[str, ...] = ()
    as_of: date | None = None
    upload_bytes: int = Field(default=32 * _MIB, gt=0, description="bytes of one upload, all its files together")
    upload_files: int = Field(default=200, gt=0, description="files of one upload")
    unpacked_bytes: int = Field(default=256 * _MIB, gt=0, description="bytes of what an upload may expand to")
    private_addresses: bool = Field(default=False, description="whether addresses in private networks may be fetched")
    fetch_seconds: float = Field(default=30, gt=0, description="seconds that an address may take to answer")
