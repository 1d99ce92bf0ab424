"""Start: who is asking."""

from __future__ import annotations

from infoview.dates.zones import zone_from
from infoview.text.addresses import email_from
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
        self.form.show(
            "profile", {field["key"]: getattr(profile, field["key"]) for field in self.form.fields}
        )

    def _change(self, _record: str, key: str, value: object) -> None:
        read = {"time_zone": zone_from, "email": email_from}.get(key)
        stored = read(str(value)) if read else value
        self._session.change(lambda logbook: logbook.change_profile(**{key: stored}))
