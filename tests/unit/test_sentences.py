"""Where the first sentence of a text ends."""

from __future__ import annotations

import pytest

from infoview.text.sentences import first_sentence


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("Ada has not answered. A reminder helps.", "Ada has not answered.", "A reminder helps."),
        ("Ask Dr. Quist for the name. It is due.", "Ask Dr. Quist for the name.", "It is due."),
        ("Write to J. Park today! Then rest.", "Write to J. Park today!", "Then rest."),
        ("Send the note to Prof. Lund", "Send the note to Prof. Lund", ""),
        ("", "", ""),
    ],
)
def test_the_first_sentence_ends_at_its_mark_and_at_no_title(text, first, rest):
    assert first_sentence(text) == (first, rest)
