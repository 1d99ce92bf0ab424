"""Numbers as people say them: the form of a sentence for nobody, for one, and for many."""

from __future__ import annotations

from collections.abc import Mapping


def number_in_words(forms: Mapping[str, str], number: int, **more: object) -> str:
    """Choose the form for a number: `none`, `one` or `many`; where a form is missing, that for many.

    `more` fills what else the sentence names.
    """
    key = {0: "none", 1: "one"}.get(number, "many")
    return forms.get(key, forms["many"]).format(number=number, **more)
