"""A coach's advice as remarks on screen: the same about several places is said once."""

from __future__ import annotations

from collections.abc import Sequence

from infoview.coach.advice import Advice
from workbook.components.remarks import WEIGHTS, Remark
from workbook.pages.fields import page_words


def remarks_from(advice: Sequence[Advice]) -> list[Remark]:
    """Turn advice into remarks, so that nobody is told twice what concerns several places.

    Where the same sentence is said with different weights, the gravest holds.
    """
    said: dict[str, list[Advice]] = {}
    for remark in sorted(advice, key=lambda remark: WEIGHTS.index(remark.severity)):
        said.setdefault(remark.sentence, []).append(remark)
    return [_remark(same) for same in said.values()]


def _remark(same: Sequence[Advice]) -> Remark:
    first = same[0]
    return Remark(
        first.rule,
        first.severity.value,
        page_words("requests.check")[first.severity.value],
        first.sentence,
        [remark.excerpt for remark in same if remark.excerpt],
        first.source,
        first.better,
        first.worse,
    )
