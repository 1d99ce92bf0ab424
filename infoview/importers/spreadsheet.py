"""A table with headings, read as contacts: LinkedIn, Google, Outlook, Thunderbird and any list of people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from infoview.importers import consent, days, record
from infoview.importers.cells import NAMES, empty_words, is_error, line, unguarded
from infoview.importers.columns import guess_columns, plain, unclear_consent
from infoview.importers.consent import Answer
from infoview.importers.reading import ImportedContact, Problem, Reading, said
from infoview.importers.record import Values
from infoview.importers.tables import Table
from infoview.text import addresses
from infoview.text.names import spoken

_LOOKED_AT = 200
_FOR_NOTHING = ("null", "NULL", "nan", "NaN", "None", "none", "undefined")
"""What programs write for nothing and people are called as well."""


def contacts(table: Table, *, encoding: str = "", mapping: Mapping[str, str] | None = None) -> Reading:
    """Read every row of a table as a contact, or say why not."""
    sample = [cells for _, cells in table.rows[:_LOOKED_AT]]
    fields = guess_columns(table.header, sample, mapping)
    problems = list(table.problems)
    known = mapping or {}
    unclear = [heading for heading in unclear_consent(table.header, fields, sample) if heading not in known]
    problems += (Problem(None, said("consent_unknown", heading=heading)) for heading in unclear)
    found = tuple(_Rows(table, fields, problems).people())
    columns = dict(zip(table.header, fields, strict=True))
    return Reading(kind(table.header), encoding, found, tuple(problems), columns)


_SIGNS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (program, frozenset(headings.split(", ")))
    for program, headings in (
        ("linkedin-connections", "current company, current position"),
        ("google-csv", "given name, group membership"),
        ("google-csv", "phonetic first name, file as"),
        ("google-csv", "e mail value"),
        ("thunderbird-csv", "display name, primary email"),
        ("outlook-csv", "first name, e mail address, business phone"),
        ("outlook-csv", "first name, e mail address, job title"),
        ("outlook-csv", "vorname, e mail adresse, telefon geschaftlich"),
        ("outlook-csv", "prenom, adresse de messagerie"),
    )
)


def kind(header: Sequence[str]) -> str:
    """Name the program a table comes from, by headings that only it writes; "table" for any other."""
    if "connected_on" in guess_columns(header):
        return "linkedin-connections"
    headings = {plain(heading) for heading in header}
    return next((program for program, signs in _SIGNS if signs <= headings), "table")


class _Rows:
    """The rows of one table, with what holds for all of them."""

    def __init__(self, table: Table, fields: Sequence[str], problems: list[Problem]) -> None:
        self._table = table
        self._problems = problems
        self._used = [(place, field) for place, field in enumerate(fields) if field]
        self._details = {place: table.header[place] for place, field in self._used if field == "detail"}
        self._asked = [(place, field) for place, field in self._used if field in {"keep_out", "may_contact"}]
        self._nothing = self._written_for_nothing()
        guarded = NAMES if self._nothing else frozenset[str]()
        self._plan = [
            (place, field, place not in self._details and field not in guarded) for place, field in self._used
        ]
        self._surname_first = self._turns_names()
        self._days_first = days.day_first(self._column("connected_on"))
        self._date_unread = False

    def people(self) -> Iterator[ImportedContact]:
        """Read row by row, and say what was left out."""
        consents = _Consents(self._table, self._asked, self._problems)
        for number, cells in self._table.rows:
            values = self._values(cells)
            if self._asked and not consents.allow(number, cells, values):
                continue
            day = self._day(number, values.pop("connected_on")[0]) if "connected_on" in values else None
            person = record.build(
                number, values, self._problems, connected_on=day, surname_first=self._surname_first
            )
            if person:
                yield person

    def _values(self, cells: Sequence[str]) -> Values:
        """Gather what a row says, by field; a link behind a word counts where the word is no address."""
        values: Values = {}
        width = len(cells)
        for place, field, is_plain in self._plan:
            if place >= width or not (cell := cells[place]) or cell.isspace():
                continue
            if type(cell) is Linked:
                _add_behind(cell, field, values)
                continue
            if cell[0] in "'=" or not is_plain:
                cell = self._told(place, field, cell)
            if cell and field in values:
                values[field].append(cell)
            elif cell:
                values[field] = [cell]
        return values

    def _told(self, place: int, field: str, cell: str) -> str:
        """Read one cell: without the signs that guard it, with its heading where that goes to the note."""
        if cell[0] in "'=":
            cell = unguarded(cell)
        if field in NAMES:
            return "" if cell in self._nothing else cell
        if place in self._details:
            is_nothing = cell in empty_words("detail") or is_error(cell)
            return "" if is_nothing else f"{self._details[place]}: {cell}"
        return cell

    def _day(self, number: int, written: str) -> date | None:
        """Read the day of a connection; of those that can't be read the first is said."""
        day = days.read_day(written, days_first=self._days_first)
        if not day and not self._date_unread:
            self._date_unread = True
            self._problems.append(Problem(number, said("unread_date", row=number, text=line(written)[:40])))
        return day

    def _column(self, field: str) -> list[str]:
        """List what stands in the first column of a field."""
        place = next((place for place, one in self._used if one == field), None)
        rows = self._table.rows if place is not None else ()
        return [cells[place] for _, cells in rows if place is not None and len(cells) > place]

    def _turns_names(self) -> bool:
        """Tell a list that writes "Park, Ada" in its name column: most names with a comma turn round."""
        names = [name for name in self._column("name")[:_LOOKED_AT] if name.strip()]
        turned = sum(spoken(name.strip(), surname_first=True) != name.strip() for name in names)
        return 2 * turned > len(names)

    def _written_for_nothing(self) -> frozenset[str]:
        """List which of `_FOR_NOTHING` this table writes where there is nothing but a name."""
        others = [place for place, field in self._used if field not in NAMES]
        rows = self._table.rows[:_LOOKED_AT]
        seen = {cells[place] for _, cells in rows for place in others if place < len(cells)}
        return frozenset(seen.intersection(_FOR_NOTHING))


class _Consents:
    """Who of a table wants to be contacted, and what of it was not understood."""

    def __init__(self, table: Table, asked: Sequence[tuple[int, str]], problems: list[Problem]) -> None:
        self._header = table.header
        self._asked = asked
        self._problems = problems
        self._unclear: set[int] = set()
        for place, field in asked:
            answers = {consent.answer(cells[place] if place < len(cells) else "") for _, cells in table.rows}
            if field == "may_contact" and answers == {Answer.YES, Answer.BLANK}:
                problems.append(Problem(None, said("consent_blank", heading=table.header[place])))

    def allow(self, number: int, cells: Sequence[str], values: Values) -> bool:
        """Tell whether somebody may be contacted; say so where not, and once a column what is unclear."""
        values.pop("keep_out", None)
        values.pop("may_contact", None)
        for place, field in self._asked:
            cell = cells[place] if place < len(cells) else ""
            answer = consent.answer(cell)
            if answer is Answer.NO and field == "may_contact":
                break
            if answer in {Answer.YES, Answer.UNCLEAR} and field == "keep_out":
                break
            if answer is Answer.UNCLEAR:
                values.setdefault("detail", []).append(f"{self._header[place]}: {cell}")
                self._say_unclear(number, place, cell)
        else:
            return True
        self._problems.append(Problem(number, said("kept_out", row=number)))
        return False

    def _say_unclear(self, number: int, place: int, cell: str) -> None:
        if place not in self._unclear:
            self._unclear.add(place)
            text, heading = line(cell)[:40], self._header[place]
            self._problems.append(
                Problem(number, said("consent_unclear", heading=heading, text=text, row=number))
            )


class Linked(str):
    """The words of a cell with an address behind them."""

    __slots__ = ("target",)
    target: str


def _add_behind(cell: Linked, field: str, values: Values) -> None:
    """Take the address behind a word: in a column of addresses for the word, else beside it."""
    address, page = addresses.email(cell.target), addresses.link(cell.target)
    told = str(cell)
    if field == "email" and not addresses.email(told):
        told = address or told
    elif field in {"linkedin", "url"} and not addresses.link(told):
        told = page or told
    elif field in NAMES and address:
        values.setdefault("email", []).append(address)
    elif field in NAMES and "linkedin.com/" in page:
        values.setdefault("linkedin", []).append(page)
    values.setdefault(field, []).append(told)
