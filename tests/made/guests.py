"""Someone who talks to a server without a browser: sends whatever they like, and sees what comes back."""

import json
import re
import secrets
from dataclasses import dataclass, field
from http.client import HTTPMessage
from time import monotonic
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

from websocket import (
    WebSocket,
    WebSocketBadStatusException,
    WebSocketConnectionClosedException,
    create_connection,
)

from made.frames import frame

PATIENCE = 30  # seconds
PROTOCOL = "v1.kernel.websocket.jupyter.org"


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Line:
    """A line to a kernel."""

    def __init__(self, socket: WebSocket) -> None:
        self.socket = socket

    def __del__(self) -> None:
        """Hang up with whoever lets it go: the socket refers to itself, and would stay open a while."""
        self.socket.shutdown()

    def send(self, sent: bytes | str) -> None:
        """Send a frame, or whatever it is."""
        self.socket.send(sent, opcode=1 if isinstance(sent, str) else 2)

    def ask(self) -> bool:
        """Whether the kernel answers who it is."""
        self.send(frame("kernel_info_request"))
        return self.hears("kernel_info_reply")

    def hears(self, kind: str) -> bool:
        """Whether a message of this kind comes before the line is closed; that nothing comes is an error."""
        until = monotonic() + PATIENCE
        try:
            while (came := self.socket.recv()) != "":
                if kind.encode() in came:
                    return True
                if monotonic() > until:
                    raise TimeoutError(kind)
        except (WebSocketConnectionClosedException, ConnectionError):
            return False
        return False

    def is_closed(self) -> bool:
        """Whether the server closes the line, whatever else it sends before."""
        return not self.hears("nothing of this name")


@dataclass
class Guest:
    """Someone with a browser's cookies and no browser."""

    url: str
    secret: str = field(default_factory=lambda: secrets.token_hex(16))
    kernel: str = ""

    def __post_init__(self) -> None:
        self._jar = HTTPCookieProcessor()
        self._opener = build_opener(self._jar)

    @property
    def cookies(self) -> str:
        """The cookies as a browser sends them: the server's, and those that the page's script sets."""
        own = {f"_xsrf={self.secret}", f"infoview-page={self.secret}"}
        return "; ".join(sorted({f"{cookie.name}={cookie.value}" for cookie in self._jar.cookiejar} | own))

    def ask(
        self, path: str = "", *, method: str = "GET", data: bytes | None = None, **headers: str
    ) -> Answer:
        """Ask for something; underscores in a header's name stand for hyphens."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = Request(self.address(path), data, {"Cookie": self.cookies} | named, method=method)
        try:
            with self._opener.open(request, timeout=PATIENCE) as reply:
                return Answer(reply.status, reply.headers, reply.read())
        except HTTPError as refusal:
            return Answer(refusal.code, refusal.headers, refusal.read())

    def address(self, path: str) -> str:
        """The address of something on the server: the one that was printed, with another path."""
        base, _, query = self.url.partition("?")
        return f"{base}{path}" + (f"?{query}" if query and "?" not in path else "")

    def open(self) -> "Guest":
        """Open a page, and learn which kernel is its own."""
        answer = self.ask(Accept="text/html", Sec_Fetch_Dest="document")
        assert answer.status == 200, answer
        self.kernel = re.search(r'"kernelId": ?"([0-9a-f-]{36})"', answer.text)[1]
        return self

    def reach(self, kernel: str = "", *, protocols: tuple[str, ...] = (PROTOCOL,)) -> Line | int:
        """Open a line to a kernel, one's own if none is named; a refusal is its status."""
        parts = urlsplit(self.url)
        scheme = "wss" if parts.scheme == "https" else "ws"
        query = f"session_id={self.secret}" + (f"&{parts.query}" if parts.query else "")
        path = f"{parts.path}api/kernels/{kernel or self.kernel}/channels?{query}"
        try:
            socket = create_connection(
                f"{scheme}://{parts.netloc}{path}",
                timeout=PATIENCE,
                cookie=self.cookies,
                origin=f"{parts.scheme}://{parts.netloc}",
                subprotocols=list(protocols),
            )
        except WebSocketBadStatusException as refusal:
            return refusal.status_code
        return Line(socket)

    def leave(self, kernel: str = "") -> int:
        """Tell the server that the page was left, as its script does."""
        form = urlencode({"_xsrf": self.secret}).encode()
        return self.ask(f"voila/api/shutdown/{kernel or self.kernel}", method="POST", data=form).status

    def has_no_line(self) -> bool:
        """Whether the server knows that one's line is gone; before that, no new one works."""
        told = self.model()
        return isinstance(told, dict) and told["connections"] == 0

    def model(self, kernel: str = "") -> dict[str, object] | int:
        """What the server tells of a kernel."""
        answer = self.ask(f"api/kernels/{kernel or self.kernel}")
        return json.loads(answer.body) if answer.status == 200 else answer.status
