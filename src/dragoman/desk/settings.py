"""How a desk is served: to whom, behind what, and within which bounds."""

from __future__ import annotations

from datetime import date
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from pydantic import Field

from dragoman.desk.below import ROOT
from dragoman.desk.visitors import Role
from dragoman.models import Model

_MIB = 1024 * 1024


class Settings(Model):
    """What the person who starts a desk may set.

    Without ``accounts`` (the file in which they are kept) and ``proxy_header`` everybody who reaches the desk may read
    and decide, so it is served to its own machine only, and answers only if it is called by a name of that machine or
    one of ``hosts``. ``proxy_header`` names the header in which a proxy tells who asks; it is believed from the
    addresses ``proxies`` alone, and who has no account has ``proxy_role``. ``https`` says that visitors come by HTTPS
    alone, which a proxy may end before the desk. ``root`` is the path of another site below which the desk is
    (``/dragoman``). ``as_of`` is the day from which everything is seen; today if it is not given.
    """

    accounts: Path | None = None
    proxy_header: str | None = None
    proxies: tuple[IPv4Network | IPv6Network, ...] = (ip_network("127.0.0.0/8"), ip_network("::1"))
    proxy_role: Role = "reader"
    https: bool = False
    hosts: tuple[str, ...] = ()
    root: str = Field(default="", pattern=rf"^{ROOT}$")
    as_of: date | None = None
    upload_bytes: int = Field(default=32 * _MIB, gt=0, description="bytes of one upload, all its files together")
    upload_files: int = Field(default=200, gt=0, description="files of one upload")
    unpacked_bytes: int = Field(default=256 * _MIB, gt=0, description="bytes of what an upload may expand to")
    private_addresses: bool = Field(default=False, description="whether addresses in private networks may be fetched")
    jobs: int = Field(default=2, gt=0, description="processes that read what is added; 1: the desk's own")
    fetch_seconds: float = Field(default=30, gt=0, description="seconds that an address may take to answer")
    patience: float = Field(
        default=1.0, ge=0, description="seconds that a reader waits for a new answer where there is an older one"
    )
