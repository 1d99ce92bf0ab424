"""Where a server listens, and the one address that is printed for it."""

from __future__ import annotations

import traceback
from ipaddress import ip_address
from socket import socket
from urllib.parse import quote

from infoview.content import sentence
from infoview.errors import InputError

PORT = 8866  # Voilà's own
PORTS_TO_TRY = 50


def is_loopback(ip: str) -> bool:
    """Say whether an address can be reached from this machine only."""
    if ip == "localhost":
        return True
    try:
        return ip_address(ip).is_loopback
    except ValueError:
        return False


def is_everywhere(ip: str) -> bool:
    """Say whether listening at an address means listening at all that this machine has."""
    return ip in {"", "0.0.0.0", "::"}  # noqa: S104 - read here, not listened at


def listening_sockets(ip: str, port: int | None) -> list[socket]:
    """Take hold of a port: the one that was asked for, or the first free one from Voilà's own on.

    Raises:
        InputError: The address is not this machine's, or the port is taken or not allowed.
    """
    from tornado.netutil import bind_sockets  # noqa: PLC0415 - a refusal before this needs no Jupyter

    for candidate in range(PORT, PORT + PORTS_TO_TRY) if port is None else [port]:
        try:
            return bind_sockets(candidate, ip)
        except OSError as refusal:
            close_opened(refusal)
    if port is None:
        raise InputError(sentence("serving.no_free_port", first=PORT, ip=ip), "port")
    raise InputError(sentence("serving.no_port", port=port, ip=ip), "port")


def close_opened(refusal: OSError) -> None:
    """Close the sockets that were opened before one was refused, which Tornado leaves behind in its error."""
    for frame, _ in traceback.walk_tb(refusal.__traceback__):
        for value in frame.f_locals.values():
            for held in value if isinstance(value, list) else [value]:
                if isinstance(held, socket):
                    held.close()


def page_address(ip: str, port: int, token: str, path: str = "") -> str:
    """Write the address to open, as the browser on this machine reaches it."""
    host = "localhost" if is_everywhere(ip) else f"[{ip}]" if ":" in ip else ip
    return f"http://{host}:{port}/{path}" + asked_with(token)


def asked_with(token: str) -> str:
    """Write what stands behind an address so that it lets people in."""
    return f"?token={quote(token, safe='')}" if token else ""


def port_of(sockets: list[socket]) -> int:
    """Read which port was got."""
    return int(sockets[0].getsockname()[1])


def free_port(ip: str, port: int | None) -> int:
    """Find a port as `listening_sockets` does, for a server that opens its sockets itself."""
    sockets = listening_sockets(ip, port)
    number = port_of(sockets)
    for held in sockets:
        held.close()
    return number
