"""What a room says of itself once a minute: numbers, and nobody's name."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from tornado.web import HTTPError

from workbook.serving.app import AppServer
from workbook.serving.room import Room


def test_those_who_came_and_those_turned_away_are_counted_and_then_counted_anew():
    async def a_minute():
        room = Room(size=1)
        async with room.place():
            with pytest.raises(HTTPError) as full:
                async with room.place():
                    pass
            assert full.value.status_code == 503
            return room.told_of(), room.told_of()

    with ThreadPoolExecutor(1) as elsewhere:  # where no browser test has a loop of its own
        first, second = elsewhere.submit(asyncio.run, a_minute()).result()
    assert first == {"visitors": 1, "opened": 0, "refused": 1}
    assert second == {"visitors": 1, "opened": 0, "refused": 0}


def test_the_minute_is_one_line_of_numbers(capsys, monkeypatch):
    monkeypatch.setenv("INFOVIEW_TODAY", "2026-11-23")
    room = SimpleNamespace(size=30, told_of=lambda: {"visitors": 12, "opened": 3, "refused": 1})
    AppServer.count(SimpleNamespace(kernel_manager=room))
    assert capsys.readouterr().out.partition(" ")[2] == "visitors 12 of 30, pages opened 3, turned away 1\n"
