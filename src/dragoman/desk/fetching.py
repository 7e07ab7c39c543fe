"""Fetch a page from an address that somebody gave, so that nothing but the open web can be reached by it.

Whoever gives an address makes the desk ask there in its own name (server-side request forgery, SSRF): the machine's
own services and those of its network would answer it. So the name is looked up here, every address that it stands for
must be public, and the connection is made to the very address that was looked at, whatever the name stands for a moment
later (DNS rebinding). Each redirect is looked at like the first address. Size and time are bounded, also of what is
packed.
"""

from __future__ import annotations

import ipaddress
import re
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from socket import SOCK_STREAM, getaddrinfo
from ssl import SSLContext
from urllib.parse import unquote

import httpcore
import httpx

from dragoman.documents.loading import FORMATS, ending_of
from dragoman.errors import DocumentError

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address

REDIRECTS = 5
PORTS = frozenset({80, 443, 8080, 8443})
"""Where pages are served; other ports are for other services."""
_HEADERS = {"User-Agent": "Dragoman (reads releases; one page at a time)", "Accept-Encoding": "gzip"}
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
_ANY = frozenset({"", "application/octet-stream", "application/gzip", "application/x-gzip", "application/warc"})
"""Kinds of answers that do not tell how to read them, as the ending of the address does."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last 32 bits
_PRIVATE = "it leads into a private network or to this machine, which the desk is not allowed to reach"


@dataclass(frozen=True)
class Fetched:
    """What stands at an address: where it was found in the end, under which file name, and its bytes."""

    address: str
    name: str
    body: bytes


def fetch(address: str, *, most: int, seconds: float, private: bool = False) -> Fetched:
    """Fetch a page of at most ``most`` bytes within so many seconds; ``DocumentError`` with the reason if it cannot be.

    With ``private`` every address may be asked, those of this machine too.
    """
    deadline = time.monotonic() + seconds
    url = _parse(address, address)
    with httpx.Client(
        transport=_Transport(_Door(private, deadline, address)), trust_env=False, headers=_HEADERS
    ) as web:
        for _ in range(REDIRECTS + 1):
            _check(url, address, private)
            try:
                with web.stream("GET", url, follow_redirects=False) as response:
                    if response.has_redirect_location:
                        url = _parse(str(url.join(response.headers["location"])), address)
                        continue
                    return _taken(response, url, address, most)
            except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError) as error:
                raise DocumentError(address, f"it does not answer as a web page does ({error})") from error
            except (httpx.TimeoutException, httpcore.TimeoutException, TimeoutError) as error:
                raise _late(address) from error
            except (OSError, zlib.error, httpx.InvalidURL) as error:
                raise DocumentError(address, f"it cannot be fetched ({error})") from error
    raise DocumentError(address, f"it leads on more than {REDIRECTS} times")


def is_public(address: Address) -> bool:
    """Whether an address is one of the open Internet, and so is every address that is wrapped in it."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        wrapped = [address.sixtofour, *(address.teredo or ())]
        if address.is_site_local or not all(is_public(inner) for inner in wrapped if inner is not None):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_link_local)


def _parse(text: str, address: str) -> httpx.URL:
    try:
        return httpx.URL(text.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise DocumentError(address, f"it is not an address ({error})") from error


def _check(url: httpx.URL, address: str, private: bool) -> None:
    if url.scheme not in ("http", "https") or not url.host:
        raise DocumentError(address, "only addresses that begin with http:// or https:// are fetched")
    if url.userinfo:
        raise DocumentError(address, "it holds a user name")
    port = url.port or {"http": 80, "https": 443}[url.scheme]
    if port not in PORTS and not private:
        raise DocumentError(address, f"port {port} is not one of web pages ({', '.join(map(str, sorted(PORTS)))})")


def _taken(response: httpx.Response, url: httpx.URL, address: str, most: int) -> Fetched:
    if response.status_code != httpx.codes.OK:
        raise DocumentError(address, f"the answer is {response.status_code} {response.reason_phrase}".strip())
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = b"".join(_bounded(_unpacked(response, address), address, most))
    return Fetched(address=str(url), name=_name(url, kind, address), body=body)


def _unpacked(response: httpx.Response, address: str) -> Iterator[bytes]:
    """The bytes of the answer, in pieces that stay small whatever they were packed from."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing in ("", "identity"):
        yield from response.iter_raw()
        return
    if packing not in ("gzip", "x-gzip"):
        raise DocumentError(address, f"it is packed in a way that was not asked for ({packing[:40]})")
    unpacking = zlib.decompressobj(wbits=31)
    for piece in response.iter_raw():
        while piece and not unpacking.eof:
            yield unpacking.decompress(piece, 1 << 16)
            piece = unpacking.unconsumed_tail


def _bounded(pieces: Iterable[bytes], address: str, most: int) -> Iterator[bytes]:
    taken = 0
    for piece in pieces:
        taken += len(piece)
        if taken > most:
            raise DocumentError(address, f"it is larger than {most / 1024 / 1024:.3g} MiB")
        yield piece


def _name(url: httpx.URL, kind: str, address: str) -> str:
    """A file name that tells how to read it: the last part of the path, with the ending of the kind of answer."""
    last = PurePosixPath(unquote(url.path)).name or url.host
    ending = ending_of(PurePosixPath(last))
    stem = last[: len(last) - len(ending)] or url.host
    if kind in _ENDINGS:
        return stem + _ENDINGS[kind]
    if kind in _ANY and ending in FORMATS:
        return stem + ending
    raise DocumentError(address, f"it is {re.sub(r'[^ -~]', '', kind)[:60] or 'of no known kind'}, which is not read")


def _late(address: str) -> DocumentError:
    return DocumentError(address, "it took too long to answer")


class _Transport(httpx.BaseTransport):
    """What ``httpx.HTTPTransport`` does, on connections that pass our door."""

    def __init__(self, door: _Door) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(trust_env=True), network_backend=door)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and give the answer, whose body is still to be read."""
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        answer = self._pool.handle_request(
            httpcore.Request(request.method, target, headers=request.headers.raw, content=None)
        )
        assert isinstance(answer.stream, Iterable), "a pool that waits gives streams that wait"
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions={"http_version": b"HTTP/1.1"}
        )

    def close(self) -> None:
        """End all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Door(httpcore.NetworkBackend):
    """Connections to public addresses only, all of which end at one moment."""

    def __init__(self, private: bool, deadline: float, address: str) -> None:
        self._private = private
        self._deadline = deadline
        self._address = address
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to an address of the name that was looked at, and to none that it stands for later."""
        addresses = self._look_up(host, port)
        inner = self._connect(addresses, port, socket_options)
        peer = ipaddress.ip_address(inner.get_extra_info("server_addr")[0].partition("%")[0])
        if peer not in addresses:
            inner.close()
            raise DocumentError(self._address, _PRIVATE)
        return _Stream(inner, self)

    def _connect(
        self, addresses: Sequence[Address], port: int, options: Iterable[httpcore.SOCKET_OPTION] | None
    ) -> httpcore.NetworkStream:
        """The first of them that answers."""
        *others, last = addresses
        for address in others:
            try:
                return self._inner.connect_tcp(str(address), port, timeout=self.left(), socket_options=options)
            except httpcore.ConnectError:
                continue
        return self._inner.connect_tcp(str(last), port, timeout=self.left(), socket_options=options)

    def left(self) -> float:
        """Seconds until all must be over; ``DocumentError`` if there are none."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise _late(self._address)
        return left

    def _look_up(self, host: str, port: int) -> list[Address]:
        try:
            found = getaddrinfo(host, port, type=SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise DocumentError(self._address, f"there is no machine {host!r}") from error
        addresses = list(dict.fromkeys(ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found))
        if not addresses or not (self._private or all(map(is_public, addresses))):
            raise DocumentError(self._address, _PRIVATE)
        return addresses


class _Stream(httpcore.NetworkStream):
    """A connection on which nothing takes longer than is left."""

    def __init__(self, inner: httpcore.NetworkStream, door: _Door) -> None:
        self._inner = inner
        self._door = door

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._door.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._door.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._door.left()), self._door)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)
