"""Start: what this is."""

from __future__ import annotations

import ipywidgets

from workbook.pages.page import box
from workbook.session import Session


class Welcome:
    """What an informational interview is and is not: words only."""

    def __init__(self, session: Session) -> None:
        del session
        self.view: ipywidgets.Widget = box([])

    def draw(self) -> None:
        """Nothing changes here."""
