"""Start: who is asking."""

from __future__ import annotations

from infoview.text.addresses import email_from
from infoview.workflow.clocks import move_my_clock, said_of
from workbook.pages.fields import fields, form, page_words
from workbook.pages.page import box
from workbook.session import Session


class Profile:
    """The profile."""

    def __init__(self, session: Session) -> None:
        self._session = session
        legend = page_words("start.profile")["legend"]
        self.form = form(session, fields("start.profile"), self._change, legend)
        self.view = box([self.form])

    def draw(self) -> None:
        """Show the profile."""
        profile = self._session.logbook.profile
        values = {field["key"]: getattr(profile, field["key"]) for field in self.form.fields}
        self.form.show("profile", values | {"time_zone": said_of(profile)})

    def _change(self, _record: str, key: str, value: object) -> None:
        if key == "time_zone":
            self._session.change_and_tell(lambda logbook: move_my_clock(logbook, str(value)))
            return
        stored = email_from(str(value)) if key == "email" else value
        self._session.change(lambda logbook: logbook.change_profile(**{key: stored}))
