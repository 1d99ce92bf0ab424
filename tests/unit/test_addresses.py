"""Where a server listens, and which address is printed for it."""

from __future__ import annotations

import socket
import warnings

import pytest

from infoview.errors import InputError
from workbook.serving.addresses import free_port, is_loopback, page_address


@pytest.mark.parametrize("ip", ["localhost", "127.0.0.1", "127.0.0.2", "::1"])
def test_an_address_only_this_machine_reaches(ip):
    assert is_loopback(ip)


@pytest.mark.parametrize("ip", ["0.0.0.0", "::", "", "192.0.2.7", "example.org"])
def test_an_address_others_may_reach(ip):
    assert not is_loopback(ip)


@pytest.mark.parametrize(
    ("ip", "address"),
    [
        ("localhost", "http://localhost:8866/"),
        ("0.0.0.0", "http://localhost:8866/"),
        ("::1", "http://[::1]:8866/"),
        ("192.0.2.7", "http://192.0.2.7:8866/"),
    ],
)
def test_the_printed_address_is_one_a_browser_can_open(ip, address):
    assert page_address(ip, 8866, "") == address


def test_the_token_stands_in_the_printed_address():
    assert page_address("localhost", 8866, "sesame", "lab") == "http://localhost:8866/lab?token=sesame"


def test_a_taken_port_that_was_asked_for_is_a_sentence():
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"Port {port} at localhost can't be used"):
            free_port("localhost", port)


def test_without_one_asked_for_a_free_port_is_found():
    assert free_port("localhost", None) >= 8866


def test_a_refused_port_leaves_no_socket_open(monkeypatch):
    left = []
    monkeypatch.setattr("sys.unraisablehook", left.append)
    with socket.create_server(("127.0.0.1", 0)) as taken, warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        with pytest.raises(InputError):
            free_port("127.0.0.1", taken.getsockname()[1])
    assert left == []
