"""Remarks: a coach's verdict, and what it rests on: each remark with its reason and a way to set it aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import traitlets

from infoview.errors import InputError
from infoview.text.plurals import number_in_words
from workbook.components.base import Component, Guard, script

IN_SIGHT = 3
"""Remarks seen at once: as many as one changes before reading on."""
WEIGHTS = ("must", "should", "hint")
"""How much a remark can weigh, the gravest first."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: its rule, its weight (must, should or hint) as a key and as a word, and what it says.

    `quotes` are the words it is about; `source`, `better` and `worse` open on demand.
    """

    rule: str
    weight: str
    weight_word: str
    sentence: str
    quotes: Sequence[str] = ()
    source: str = ""
    better: str = ""
    worse: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """A rule that was set aside, with the reason."""

    rule: str
    reason: str


class Remarks(Component):
    """The verdict on a text and the remarks on it; what is open stays open while somebody types.

    The gravest stand first, `IN_SIGHT` of them open; the others and all hints are folded away. On a narrow
    screen the verdict on a letter stays in sight at the bottom and leads to the remarks.

    Args:
        guard: The session's catch.
        on_set_aside: Called with a rule and the reason it does not fit here; none, no such button.
        on_take_up: Called with a rule that was set aside and shall be listened to again.
    """

    section = "remarks"
    _esm = script("remarks")
    record = traitlets.Unicode().tag(sync=True)
    count = traitlets.Unicode().tag(sync=True)
    verdict = traitlets.Unicode().tag(sync=True)
    weight = traitlets.Unicode().tag(sync=True)
    more = traitlets.Unicode().tag(sync=True)
    all_in_words = traitlets.Unicode().tag(sync=True)
    items: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    aside: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    errors = traitlets.Dict().tag(sync=True)
    settable = traitlets.Bool().tag(sync=True)

    def __init__(
        self,
        guard: Guard,
        on_set_aside: Callable[[str, str], None] | None = None,
        on_take_up: Callable[[str], None] = lambda _rule: None,
    ) -> None:
        self._set_aside, self._take_up = on_set_aside, on_take_up
        super().__init__(guard, settable=on_set_aside is not None)

    def show(
        self, record: str, remarks: Sequence[Remark], *, count: str, verdict: str, aside: Sequence[Aside] = ()
    ) -> None:
        """Show the remarks on a record, such as "request-to-12", and those that were set aside."""
        ordered = sorted(remarks, key=lambda remark: WEIGHTS.index(remark.weight))
        musts = sum(remark.weight == "must" for remark in ordered)  # counted, so all in sight
        grave = [remark for remark in ordered if remark.weight != "hint"][: max(IN_SIGHT, musts)]
        open_ = (
            ordered if len(ordered) == 1 else grave
        )  # a fold with one hint in it hides more than it spares
        folded = ordered[len(open_) :]
        with self.hold_sync():
            if record != self.record:
                self.errors = {}
            self.record, self.count, self.verdict = record, count, verdict
            self.weight = ordered[0].weight if ordered else ""
            self.items = [
                asdict(remark) | {"quotes": list(remark.quotes), "folded": place >= len(open_)}
                for place, remark in enumerate(ordered)
            ]
            self.more = self._folded_in_words(len(open_), folded)
            self.all_in_words = number_in_words(self.words["remarks"], len(ordered))
            self.aside = [asdict(rule) for rule in aside]

    def _folded_in_words(self, in_sight: int, folded: Sequence[Remark]) -> str:
        """Say what is folded away, such as "3 more hints"."""
        if any(remark.weight != "hint" for remark in folded):
            return number_in_words(self.words["more_remarks"], len(folded))
        return number_in_words(self.words["more_hints" if in_sight else "hints"], len(folded))

    def _on_set_aside(self, rule: str, reason: str) -> None:
        if self._set_aside is None:
            return
        self.errors = {}
        try:
            self._set_aside(rule, reason)
        except InputError as error:
            self.errors = {rule: str(error)}
            raise

    def _on_take_up(self, rule: str) -> None:
        self._take_up(rule)
