"""The app's frame, painted from the page itself while Python is still getting ready."""

from __future__ import annotations

from functools import cache

from infoview.content import words
from workbook.chapters import STEPS
from workbook.look import text
from workbook.markup import Html, html

SHEETS = (
    *("theme/tokens.css", "theme/theme.css", "theme/pages.css"),
    *("components/actions.css", "components/stepper.css", "theme/opening.css"),
)


@cache
def opening(_: str = "") -> Html:
    """Draw the row of steps and the first words, with the look they need; Voilà's template filters "" by it.

    It is there to be seen, not used: what can be pressed takes its place as soon as it is there. Which step
    the address names, and that something takes too long, is filled in by the template's scripts.
    """
    page, stepper = words("pages/app"), words("components")["stepper"]
    said, steps = page["opening"], page["steps"]
    rows = [
        html(
            """<li><button type="button" data-step="{step}" data-of="{of}">"""
            """<span class="iv-step">{label}</span></button></li>""",
            step=step,
            label=steps[step],
            of=stepper["of"].format(number=number, total=len(STEPS)),
        )
        for number, step in enumerate(STEPS, start=1)
    ]
    return html(
        """<style>{look}</style>
<div id="opening" class="infoview iv-app" data-slow="{slow}" data-failed="{failed}">
<div class="infoview iv-stepper" inert>
<button type="button" class="iv-where"><span class="iv-here"></span> <span class="iv-of"></span></button>
<p class="iv-title"></p>
<div class="iv-menu"><div class="iv-rail"><p class="iv-brand">{brand}</p><ol>{rows}</ol></div></div>
</div>
<div class="iv-stage" role="status">
<p class="iv-opening">{opening}</p>
<p id="opening-note">{first}</p>
<noscript><p>{no_script}</p></noscript>
</div>
</div>""",
        look=Html(text(*SHEETS)),
        brand=stepper["brand"],
        rows=rows,
        **{name: said[name] for name in ("opening", "first", "slow", "failed", "no_script")},
    )
