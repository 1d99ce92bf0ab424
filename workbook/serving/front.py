"""The server's front: the name people reach it by, where below that name, and the certificate for it."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPConnection, HTTPMessageDelegate

from infoview.content import sentence
from infoview.errors import InputError
from workbook.serving.addresses import asked_with, is_loopback, page_address

NAME = re.compile(r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?", re.IGNORECASE)
"""A host's name: letters, digits, hyphens, and points between its parts (RFC 1123)."""
BELOW = re.compile(r"(/[\w.~-]+)*/?", re.ASCII)
"""A path whose letters need no encoding (RFC 3986's unreserved ones)."""


@dataclass(frozen=True)
class Front:
    """What stands between people and the server.

    Attributes:
        name: The host's name that people type; no other is answered to. Empty where there is none.
        base_url: The path below which all is served.
        certfile: The certificate for that name, with those above it, in one PEM file; or None for plain http.
        keyfile: The certificate's key, if it is not in the same file.

    Raises:
        InputError: The name or the path is none.
    """

    name: str = ""
    base_url: str = "/"
    certfile: Path | None = None
    keyfile: Path | None = None

    def __post_init__(self) -> None:
        if self.name and not NAME.fullmatch(self.name):
            raise InputError(sentence("serving.no_name", name=self.name), "name")
        if not BELOW.fullmatch(self.base_url):
            raise InputError(sentence("serving.no_base_url", below=self.base_url), "base-url")
        if self.keyfile and not self.certfile:
            raise InputError(sentence("serving.key_alone"), "keyfile")

    def path(self, key: str = "") -> str:
        """Write the path below which all is served, with a secret at its end if there is one."""
        parts = [part for part in (*self.base_url.split("/"), key) if part]
        return "".join(f"/{part}" for part in parts) + "/"

    def certificate(self) -> ssl.SSLContext | None:
        """Read the certificate.

        Raises:
            InputError: It cannot be read, or the key is another's.
        """
        if not self.certfile:
            return None
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        try:
            context.load_cert_chain(self.certfile, self.keyfile)
        except OSError as error:
            raise InputError(sentence("serving.no_certificate", file=self.certfile), "certfile") from error
        return context

    def address(self, ip: str, port: int, token: str, path: str) -> str:
        """Write the address to open; on loopback, a name is that of a proxy, which has the certificate."""
        if self.name and is_loopback(ip) and not self.certfile:
            return f"https://{self.name}/{path}" + asked_with(token)
        url = page_address(self.name or ip, port, token, path)
        return url.replace("http:", "https:", 1) if self.certfile else url


class FrontServer(HTTPServer):
    """Takes a proxy's word for who asks and how (`X-Forwarded-*`) where the proxy is on this machine."""

    def start_request(self, server_conn: object, request_conn: HTTPConnection) -> HTTPMessageDelegate:
        """Begin to take a request."""
        self.xheaders = is_loopback(request_conn.context.remote_ip)  # type: ignore[attr-defined] # HTTP/1's has one
        return super().start_request(server_conn, request_conn)
