"""The welcome page of a room: phones read it, it shows who is in, and it takes nobody's place."""

from __future__ import annotations

import io
import json
import socket
from urllib.parse import urlsplit

import pytest
import zxingcpp
from made.guests import Guest
from PIL import Image
from playwright.sync_api import expect

from workbook.serving.welcome import hosts

ASKED = {"Accept": "text/html", "Sec_Fetch_Dest": "document"}


def read_by_a_phone(page):
    """What a reader of QR codes makes of what is on screen."""
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.screenshot())))
    return [code.text for code in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_reads_the_address_on_which_it_gets_in(voila, visitors, scheme):
    if not hosts("0.0.0.0"):
        pytest.skip("This machine is in no network, so no phone could reach it.")
    server = voila("--public", "--room", "3", "--ip", "0.0.0.0")
    page = visitors.new(color_scheme=scheme)
    page.goto(f"{server.url}welcome")
    expect(page.get_by_role("status")).to_have_text("0 of 3 are in")
    (address,) = read_by_a_phone(page)
    expect(page.get_by_text(address, exact=True)).to_be_visible()
    assert Guest(address).ask(**ASKED).status == 200
    expect(page.get_by_role("status")).to_have_text("1 of 3 are in")
    assert json.loads(Guest(server.url).ask("health").body) == {"visitors": 1, "room": 3}


def test_a_secret_is_shown_on_this_machine_alone(voila):
    if not hosts("0.0.0.0"):
        pytest.skip("This machine is in no network, so nobody elsewhere could ask.")
    server = voila("--public", "--room", "3", "--ip", "0.0.0.0", "--token", "marmalade")
    port = urlsplit(server.url).port
    assert "token=marmalade" in Guest(f"http://localhost:{port}/").ask("welcome").text
    elsewhere = Guest(f"http://{hosts('0.0.0.0')[0]}:{port}/").ask("welcome")
    assert elsewhere.status == 404
    assert "marmalade" not in elsewhere.text


def test_a_room_that_phones_cannot_reach_says_how_they_can(voila, visitors):
    page = visitors.new()
    page.goto(f"{voila('--public', '--room', '3').url}welcome")
    expect(page.get_by_text("--ip 0.0.0.0")).to_be_visible()
    assert read_by_a_phone(page) == []


def test_at_home_there_is_no_welcome_page(app):
    assert Guest(app.url).ask("welcome").status == 404


def test_a_machine_is_known_by_one_address_where_it_listens_at_one():
    assert hosts("192.168.1.20") == ["192.168.1.20"]
    assert hosts("localhost") == hosts("127.0.0.1") == []
    assert all(socket.inet_aton(host) for host in hosts("0.0.0.0"))
