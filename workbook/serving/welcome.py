"""The welcome page for a projector: a room's address in large letters and as a picture, and how many came."""

from __future__ import annotations

import socket
from ipaddress import ip_address

import psutil
import segno
from tornado.web import HTTPError, RequestHandler

from infoview.content import language, words
from workbook.look import text
from workbook.markup import Html, html
from workbook.serving.addresses import is_everywhere, is_loopback
from workbook.serving.room import Room

WELCOME = "welcome"
SHEETS = ("theme/tokens.css", "theme/welcome.css")
INNER = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vEthernet", "tun", "utun", "wg", "zt")
"""How the names of networks begin that are inside one machine, or reach far beyond the room."""
EVERY = 5
"""Seconds after which the page counts anew who is in."""
_COUNTING = """
const at = document.querySelector(".count");
setInterval(async () => {
  const reply = await fetch("health").catch(() => null);
  if (!reply?.ok) { return; }
  const { visitors, room } = await reply.json();
  at.textContent = at.dataset.said.replace("{visitors}", visitors).replace("{room}", room);
}, SECONDS * 1000);
""".replace("SECONDS", str(EVERY))


def hosts(ip: str) -> list[str]:
    """List by which addresses other machines of the same network reach a server that listens at `ip`.

    Nothing is asked of the network: these are what this machine's own cards are called. First come addresses
    of a private network, as at home or on a campus; last those of networks inside one machine, or beyond the
    room.
    """
    if not is_everywhere(ip):
        return [] if is_loopback(ip) else [ip]
    try:
        cards, states = psutil.net_if_addrs(), psutil.net_if_stats()
    except OSError:  # a program may be forbidden to ask
        return []
    found = [
        (name.startswith(INNER), not known.is_private, address.address)
        for name, addresses in sorted(cards.items())
        for address in addresses
        if name in states and states[name].isup and address.family is socket.AF_INET
        if not (known := ip_address(address.address)).is_loopback and not known.is_link_local
    ]
    return [address for *_, address in sorted(found, key=lambda card: card[:2])]


class Welcome(RequestHandler):
    """Shows a room's address. It makes no kernel, so it takes nobody's place.

    Where a secret is needed to come in, the page tells it to this machine alone.
    """

    def initialize(self, addresses: list[str], *, secret: bool) -> None:
        """Know by which addresses phones reach the room, the best first, and whether they tell a secret."""
        self._addresses, self._secret = addresses, secret

    def get(self) -> None:
        """Show the page.

        Raises:
            HTTPError: Somebody elsewhere asks, and would learn the secret.
        """
        if self._secret and not is_loopback(self.request.remote_ip or ""):
            raise HTTPError(404)
        room: Room = self.settings["kernel_manager"]
        self.finish(page(self._addresses, room.visitors, room.size))


def page(addresses: list[str], visitors: int, room: int) -> Html:
    """Write the page; without an address that phones reach, it says how to get one."""
    said = words("serving")["welcome"]
    if addresses:
        first, *others = addresses
        shown = html(
            """<div class="code">{code}</div><div class="words"><h1>{title}</h1><p>{scan}</p>
<p class="address">{first}</p>{others}<p class="count" role="status" data-said="{count}">{counted}</p>
<p class="quiet">{kept}</p></div>""",
            code=picture(first, said["picture"]),
            title=said["title"],
            scan=said["scan"],
            first=first,
            others=html("<p>{said}</p>", said=said["others"].format(others=", ".join(others)))
            if others
            else None,
            count=said["count"],
            counted=said["count"].format(visitors=visitors, room=room),
            kept=said["kept"],
        )
    else:
        shown = html('<div class="words"><h1>{title}</h1><p>{alone}</p></div>', **said)
    return html(
        """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title><link rel="icon" href="data:,"><style>{look}</style></head>
<body data-voila="welcome"><main>{shown}</main><script>{counting}</script></body></html>
""",
        language=language(),
        title=said["title"],
        look=Html(text(*SHEETS)),
        shown=shown,
        counting=Html(_COUNTING if addresses else ""),
    )


def picture(address: str, title: str) -> Html:
    """Draw an address as a QR code (ISO/IEC 18004), dark on light in every theme, as phones read it."""
    code = segno.make(address, error="m", micro=False)
    return Html(code.svg_inline(border=4, omitsize=True, dark="#111", light="#fff", title=title))
