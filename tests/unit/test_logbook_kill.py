"""A program that is killed at any instant loses nothing it has acknowledged, and its logbook opens again.

A child process writes without pause and acknowledges each change on a pipe after it returned; it is killed
with SIGKILL at a random moment, again and again on the same file.
"""

import os
import random
import select
import signal
import struct
from datetime import datetime
from time import monotonic

import pytest

from infoview.logbook import open_file, open_memory
from infoview.records.contacts import Contact
from infoview.records.requests import Request, RequestStatus

FILES = 5
"""So that no file grows too large to be opened quickly."""
LONGEST_LIFE = 0.04
"""Seconds until the kill; in every fourth life from its very beginning, else from its first change."""
PATIENCE = 20.0
"""Seconds to wait for a first change on a busy machine."""
NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001 - only a name for a file is made of it
ACKNOWLEDGED = struct.Struct("<q")


def child(work, pipe):
    """Fork; run `work(acknowledge)` there until it is killed, and never come back from it."""
    number = os.fork()
    if number:
        return number
    try:
        work(lambda value: os.write(pipe, ACKNOWLEDGED.pack(value)))
    finally:
        os._exit(1)


def killed(work, seconds, *, from_birth=False):
    """Let a child work for so long, kill it, and return what it acknowledged."""
    reading, writing = os.pipe()
    number = child(work, writing)
    os.close(writing)
    said = b""
    if not from_birth:
        assert select.select([reading], [], [], PATIENCE)[0], "the child never made a change"
    end = monotonic() + seconds
    while (left := end - monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            part = os.read(reading, 65536)
            assert part, "the child ended by itself instead of being killed"
            said += part
    os.kill(number, signal.SIGKILL)
    _, status = os.waitpid(number, 0)
    with os.fdopen(reading, "rb") as rest:
        said += rest.read()
    assert os.WIFSIGNALED(status), "the child ended by itself instead of being killed"
    return [value for (value,) in ACKNOWLEDGED.iter_unpack(said)]


def write(file, dice):
    """Make the work of a child: it adds contacts, each with a request, and marks the requests answered."""

    def work(acknowledge):
        logbook = open_file(file)
        while True:
            with logbook.change():  # a contact and their request: both or none
                contact = logbook.contacts.add(Contact("Ada Park", note="x" * dice.randrange(3000)))
                request = logbook.requests.add(Request(contact.id, RequestStatus.SENT))
            acknowledge(contact.id)
            logbook.requests.change(request.id, status=RequestStatus.ACCEPTED)
            acknowledge(-contact.id)

    return work


def survive(file, lives):
    """Kill a writing child so many times; after each, the file opens and nothing acknowledged is missing."""
    dice = random.Random(str(file.name))
    acknowledged = set()
    for life in range(lives):
        seconds = dice.uniform(0, LONGEST_LIFE)
        acknowledged |= set(killed(write(file, dice), seconds, from_birth=life % 4 == 1))
        logbook = open_file(file)  # also checks the file's health
        kept = {contact.id for contact in logbook.contacts.find()}
        requests = logbook.requests.find()
        logbook.close()
        answered = {request.contact_id for request in requests if request.status is RequestStatus.ACCEPTED}

        assert acknowledged <= kept | {-number for number in answered}
        assert {request.contact_id for request in requests} == kept
    return acknowledged


@pytest.fixture
def kills(pytestconfig):
    """How often the child is killed: in passing, or as often as before a release."""
    return 200 if pytestconfig.getoption("long") else 50


def test_no_acknowledged_change_is_missing_after_any_kill(tmp_path, kills, record_property):
    acknowledged = [survive(tmp_path / f"{number}.infoview", kills // FILES) for number in range(FILES)]
    changes = sum(map(len, acknowledged))

    record_property("kills survived", kills)
    record_property("changes acknowledged before them", changes)
    assert changes > kills


def test_a_copy_takes_the_logbooks_place_as_a_whole_even_when_killed(tmp_path, kills):
    file = tmp_path / "mine.infoview"
    dice = random.Random(7)
    copies = {}
    for people in (20, 150):
        book = open_memory()
        with book.change():
            for _ in range(people):
                book.contacts.add(Contact(f"One of {people}", note="y" * 900))
        copies[people] = book.copy()
        book.close()
    file.write_bytes(copies[20])

    def replace(acknowledge):
        logbook = open_file(file)
        while True:
            for people, copy in copies.items():
                logbook.replace_with(copy, NOW)
                acknowledge(people)

    for life in range(kills // FILES):
        killed(replace, dice.uniform(0, LONGEST_LIFE), from_birth=life % 4 == 0)
        logbook = open_file(file)
        names = [contact.name for contact in logbook.contacts.find()]
        logbook.close()

        assert names in (["One of 20"] * 20, ["One of 150"] * 150)
