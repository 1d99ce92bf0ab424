"""A room behind a name: a certificate of its own, or a proxy that has one."""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
import sys
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from made.guests import Guest

from tests.browser.conftest import ROOT, printed_url, until

NAME = "workbook.example.edu"
DEPLOY = ROOT / "docs" / "deploy"
ASKED = {"Accept": "text/html", "Sec_Fetch_Dest": "document"}


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        return held.getsockname()[1]


@pytest.fixture
def certificate(place):
    """A certificate for the name, signed by its holder; its key lies in the same file."""
    file = place / "both.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={NAME}"]
    names = ["-addext", f"subjectAltName=DNS:{NAME},DNS:localhost"]
    subprocess.run([*made, *names, "-keyout", file, "-out", place / "c"], check=True, capture_output=True)
    file.write_text(file.read_text() + (place / "c").read_text())
    return file


@pytest.fixture
def room(start):
    """A room that a proxy on this machine leads to, and the port at which it does."""
    port = free_port()
    command = [sys.executable, "-m", "infoview", "app", "--public", "--room", "3", "--no-browser"]
    server = start(*command, "--port", port, "--name", NAME, "--base-url", "/interviews/")
    assert printed_url(server).url == f"https://{NAME}/interviews/"
    return port


def test_behind_a_proxy_the_room_answers_to_its_name_alone_and_believes_the_proxy(room):
    guest = Guest(f"http://localhost:{room}/interviews/")
    assert json.loads(guest.ask("health").body) == {"visitors": 0, "room": 3}
    assert guest.ask(Host="evil.example", **ASKED).status == 403
    for told, secure in ({"X_Forwarded_Proto": "https"}, True), ({}, False):
        page = Guest(guest.url).ask(Host=NAME, **ASKED, **told)
        assert page.status == 200
        assert ("; Secure" in str(page.headers.get_all("Set-Cookie"))) == secure
    assert json.loads(guest.ask("health").body)["visitors"] == 2


def test_with_a_certificate_it_answers_on_https(voila, certificate):
    server = voila("--public", "--certfile", certificate)
    assert urlsplit(server.url).scheme == "https"
    trusted = ssl.create_default_context(cafile=certificate)
    with urlopen(f"{server.url}health", context=trusted, timeout=20) as reply:
        assert json.load(reply)["visitors"] == 0


@pytest.mark.parametrize(("program", "example"), [("nginx", "nginx.conf"), ("caddy", "Caddyfile")])
def test_an_example_of_a_proxy_leads_to_the_room(room, start, place, certificate, program, example):
    if not shutil.which(program):
        pytest.skip(f"{program} isn't installed here, so its example was not run.")
    port = free_port()
    written = (DEPLOY / example).read_text().replace("8866", str(room))
    if program == "nginx":
        written = written.replace("443", str(port))
        for name in ("ssl_certificate    ", "ssl_certificate_key"):
            line = next(line for line in written.splitlines() if line.strip().startswith(name.strip() + " "))
            written = written.replace(line, f"    {name.strip()} {certificate};")
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = "".join(f"{kind}_temp_path {place}/{kind};" for kind in kinds)
        around = f"daemon off; pid {place}/pid; error_log {place}/error.log;\nevents {{}}\n"
        written = f"{around}http {{ access_log off; {temporary}\n{written}\n}}"
        command = [program, "-p", place, "-c", place / example]
    else:
        written = written.replace(f"{NAME} {{", f"{NAME}:{port} {{\n\ttls {certificate} {certificate}")
        written = "{\n\tadmin off\n\tauto_https disable_redirects\n\tdefault_sni " + NAME + "\n}\n" + written
        command = [program, "run", "--adapter", "caddyfile", "--config", place / example]
    (place / example).write_text(written)
    start(*command)
    trusted = ssl.create_default_context(cafile=certificate)
    trusted.check_hostname = False  # no name of this machine; who holds the certificate is still checked
    asked = {"Host": NAME, "Accept": "text/html", "Sec-Fetch-Dest": "document"}

    def opens() -> bool:
        request = Request(f"https://127.0.0.1:{port}/interviews/", headers=asked)
        try:
            with urlopen(request, context=trusted, timeout=20) as reply:
                return "; Secure" in str(reply.headers.get_all("Set-Cookie")) and b"kernelId" in reply.read()
        except OSError:
            return False

    assert until(opens, 10)
