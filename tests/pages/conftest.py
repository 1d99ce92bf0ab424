"""Someone in front of the pages: acts by the messages a browser sends, and sees what a browser would show."""

from __future__ import annotations

from datetime import date

import comm
import ipywidgets
import pytest
from comm.base_comm import BaseComm

from infoview import sample
from infoview.logbook import open_file, open_memory
from infoview.records.contacts import Contact, ContactImport, PoolPerson
from infoview.records.meetings import Meeting, MeetingStatus
from workbook.app import App
from workbook.components.base import Component
from workbook.window import Window

TODAY = date(2026, 11, 23)
PARTS = {
    "who": "I am in my second year of biology and wonder about work in museums.",
    "how_found": "Professor Lund told me about your tide pool exhibition.",
    "ask": "Would you have twenty minutes to talk in the next two weeks?",
}
"""A request in its three parts."""
TALKATIVE = (
    "title", "legend", "fields", "values", "errors", "caption", "columns", "rows", "summary", "empty",
    "items", "groups", "actions", "text", "hint", "count", "verdict", "aside",
)  # fmt: skip
"""What a component shows of itself."""


LARGE = "large"
"""The step that is due next, which stands above the rows of the others."""


class Line(BaseComm):
    """The line to a browser; it keeps what was sent down it."""

    def __init__(self, *args, **kwargs):
        self.sent = []
        super().__init__(*args, **kwargs)

    def publish_msg(self, _kind, data=None, _about=None, buffers=None, **_keys):
        """Keep a message."""
        self.sent.append((data or {}, buffers or []))


class Someone:
    """A person with one browser page open on a logbook; what they do comes back as whether it worked."""

    def __init__(self, logbook, *, strict=True):
        self.logbook = logbook
        self.window = Window(logbook, strict=strict)
        self.session = self.window.session
        self.app = App(self.window)
        self._count = 0

    def go(self, step):
        """Go to a step by its button."""
        self.app.stepper.receive({"type": "step", "key": step})
        assert self.app.stepper.current == step
        return self.window.pages[step]

    def section(self, step, name):
        """Go to the part of a step that has a section, and look at it."""
        page = self.go(step)
        self.app.stepper.receive({"type": "step", "key": step, "part": page.part_of(name)})
        page.unfold(name)
        return page.section(name)

    def choose(self, contact_id):
        """Choose whom it is about, in the list at the top of the request's page."""
        return self.type(self.section("requests", "person").picker.form, "contact", str(contact_id))

    def type(self, form, key, text):
        """Type into a field; the browser sends it when typing pauses."""
        return self._tell(form, {"type": "change", "record": form.record, "key": key, "value": text})

    def fill(self, form, **texts):
        """Type into several fields."""
        for key, text in texts.items():
            assert self.type(form, key, text)

    def press(self, actions, key):
        """Press one of the buttons that are there."""
        assert shown(actions), "nobody can press what is hidden"
        assert key in {action["key"] for action in actions.actions}, "there is no such button"
        return self._tell(actions, {"type": "action", "key": key})

    def act(self, table, action, row):
        """Press a button in a table's row."""
        offered = {row["id"]: [key for key, _ in row["actions"]] + row["opens"][:1] for row in table.rows}
        assert action in offered[str(row)]
        return self._tell(table, {"type": "action", "action": action, "id": str(row)})

    def due(self):
        """Everything that is due, in its order: the large step first, with what can be done about each."""
        self.session.redraw()
        section = self.section("start", "due")
        large = (
            []
            if section.first is None
            else [
                {
                    "id": LARGE,
                    "text": section.first.sentence,
                    "actions": [a["key"] for a in section.hero_actions.actions],
                }
            ]
        )
        sentences = {f"{step.kind.value}-{step.about}-{step.contact_id or 0}": step for step in section.steps}
        return large + [
            {
                "id": row["id"],
                "text": sentences[row["id"]].sentence,
                "actions": ["open"] * row["opens"] + [key for key, _ in row["actions"]],
            }
            for group in section.rows.groups
            if group["key"] != "done"
            for row in group["rows"]
        ]

    def do_due(self, action, text):
        """Open or mark what is due, by words of its sentence."""
        row = next(row for row in self.due() if text in row["text"])
        section = self.section("start", "due")
        if row["id"] == LARGE:
            return self.press(section.hero_actions, action)
        assert action in row["actions"]
        return self._tell(section.rows, {"type": "action", "action": action, "id": row["id"]})

    def view(self, table, **changes):
        """Search, sort or turn the page of a table."""
        return self._tell(table, {"type": "view", **table.state, **changes})

    def tick(self, checklist, item, *, on=True):
        """Tick an item."""
        return self._tell(checklist, {"type": "tick", "id": item, "on": on})

    def arrange(self, ordered, kind, **fields):
        """Move, star, change or remove an item of an ordered list."""
        return self._tell(ordered, {"type": kind, **fields})

    def upload(self, upload, name, data, piece=500_000, place=0):
        """Hand in a file, in pieces as the browser sends it; several chosen at once have their places."""
        worked = True
        for at in range(0, len(data), piece):
            message = {"type": "piece", "name": name, "at": at, "size": len(data), "place": place}
            worked = worked and self._tell(upload, message, [memoryview(data[at : at + piece])])
        return worked

    def download(self, takeout, key):
        """Press a download button, and open the file that arrives."""
        assert self._tell(takeout, {"type": "make", "key": key})
        *_, (sent, buffers) = [
            one for one in takeout.comm.sent if one[0].get("content", {}).get("type") == "file"
        ]
        return sent["content"]["name"], bytes(buffers[0])

    def set_aside(self, remarks, rule, reason):
        """Say at a remark why it does not fit here."""
        assert rule in {item["rule"] for item in remarks.items}
        return self._tell(remarks, {"type": "set_aside", "rule": rule, "reason": reason})

    def take_up(self, remarks, rule):
        """Listen again to a remark that was set aside."""
        assert rule in {one["rule"] for one in remarks.aside}
        return self._tell(remarks, {"type": "take_up", "rule": rule})

    def wait(self):
        """Let a few seconds pass: the page asks whether the program is still there."""
        self.window.status.receive({"type": "ping"})

    @property
    def told(self):
        """The sentence in the status line, and its tone."""
        return self.window.status.text, self.window.status.tone

    def sees(self, step=None):
        """Everything that can be read on the page of a step, or where they are."""
        return read(self.window.pages[step or self.app.stepper.current].view)

    def _tell(self, component, message, buffers=()):
        self._count += 1
        component.receive({**message, "seq": self._count}, buffers)
        seq, worked = component.answered
        assert seq == self._count
        return worked


def shown(widget):
    """Whether a widget is on the screen, as far as it decides that itself."""
    return widget.layout.display != "none"


def read(widget):
    """Read what a widget and those inside it show, top to bottom."""
    if not shown(widget):
        return ""
    if isinstance(widget, ipywidgets.Box):
        return "\n".join(read(child) for child in widget.children)
    if isinstance(widget, ipywidgets.HTML):
        return widget.value
    if isinstance(widget, Component):
        held = {name: getattr(widget, name) for name in TALKATIVE if widget.has_trait(name)}
        if held.get("rows") or held.get("items"):
            held.pop("empty", "")  # shown only where there is nothing else
        return "\n".join(map(str, held.values()))
    return ""


@pytest.fixture(autouse=True)
def line(monkeypatch):
    """Give every widget a line to a browser, and every page the same day."""
    monkeypatch.setattr(comm, "create_comm", Line)
    monkeypatch.setenv("INFOVIEW_TODAY", TODAY.isoformat())


@pytest.fixture
def file(tmp_path):
    """Where the logbook is kept."""
    return tmp_path / "mine.infoview"


@pytest.fixture
def reopened(file):
    """Open the logbook's file a second time, as another program would, to see what is on disk."""
    opened = []

    def reopen():
        opened.append(open_file(file))
        return opened[-1]

    yield reopen
    for logbook in opened:
        logbook.close()


@pytest.fixture
def logbook(file):
    """An empty logbook in a real file."""
    book = open_file(file)
    yield book
    book.close()


@pytest.fixture
def someone(logbook):
    """Someone with an empty logbook in a file."""
    return Someone(logbook)


@pytest.fixture
def someone_else(reopened):
    """Open another window on the same file."""
    return lambda: Someone(reopened())


@pytest.fixture
def visitor():
    """Someone on a shared machine, whose logbook lives in memory."""
    logbook = open_memory()
    yield Someone(logbook)
    logbook.close()


@pytest.fixture
def with_ada(someone):
    """Someone who has one contact, Ada Park, and works on her."""
    ada = someone.logbook.contacts.add(Contact("Ada Park", "Tidal Museum", "Curator", "ada@example.org"))
    someone.session.here.choose(ada.id)
    return someone


@pytest.fixture
def writing(with_ada):
    """Someone who has written a request to Ada Park."""
    write = with_ada.section("requests", "write")
    with_ada.fill(write.form, **PARTS)
    with_ada.fill(write.around, subject="A question about museum work")
    return with_ada


@pytest.fixture
def sent(writing):
    """Someone who has sent it today."""
    writing.press(writing.section("requests", "send").actions, "sent")
    return writing


@pytest.fixture
def meeting_ada(with_ada):
    """Someone who meets Ada Park tomorrow."""
    with_ada.logbook.meetings.add(
        Meeting(with_ada.session.here.contact.id, on=date(2026, 11, 24), at="16:30")
    )
    return with_ada


@pytest.fixture
def with_demo(someone):
    """Someone far along: the sample logbook."""
    sample.write(someone.logbook, TODAY)
    someone.session.redraw()
    return someone


@pytest.fixture(scope="session")
def crowded():
    """A logbook of 30,000 people in the pool, 500 contacts and 200 meetings."""
    book = open_memory()
    with book.change():
        record = ContactImport("Connections.csv", "linkedin-connections", TODAY, 30_000)
        book.pool.fill(record, (PoolPerson(0, n, f"Person {n}", f"Firm {n % 90}") for n in range(30_000)))
        for number in range(500):
            contact = book.contacts.add(Contact(f"Contact {number:03}", f"Firm {number % 90}"))
            if number < 200:
                status = MeetingStatus.HELD if number % 2 else MeetingStatus.PLANNED
                book.meetings.add(Meeting(contact.id, status, on=TODAY))
        book.remember("contact", "1")
    yield book
    book.close()


class Tools:
    """What the tests of the pages share besides people."""

    Someone = Someone
    today = TODAY
    parts = PARTS
    shown = staticmethod(shown)
    read = staticmethod(read)


@pytest.fixture(scope="session")
def tools():
    """Reading what is shown, and opening more windows."""
    return Tools
