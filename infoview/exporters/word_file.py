"""The day sheet as a Word file, on one page of A4 or US Letter."""

from __future__ import annotations

import io
from enum import StrEnum
from typing import Any

from infoview.content import sentence, words
from infoview.errors import InputError
from infoview.exporters.sound import in_one_line, sound
from infoview.questions.day_sheet import HEIGHT, LABELS, LEADING, WIDTH, DaySheet, room_left

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FACE = "Arial"
"""On nearly every machine, or replaced by a face of the same widths."""
MOST_ROOM = 54.0
"""More room than three lines below a question looks like a form to fill in."""


class Paper(StrEnum):
    """The two sheets of paper that printers take."""

    A4 = "a4"
    LETTER = "letter"


SIZES = {Paper.A4: (595.3, 841.9), Paper.LETTER: (612.0, 792.0)}
"""Width and height in points."""
TOP = 36.0
LONGEST_PROPERTY = 255
"""The letters a property of an Open Packaging file can have, as python-docx holds to."""


def day_sheet_docx(sheet: DaySheet, paper: Paper) -> bytes:
    """Write a day sheet as a .docx file.

    Raises:
        InputError: What writes Word files is not there, as in a browser.
    """
    document = new_document()
    _lay_out(document, sheet, paper)
    _head(document, sheet)
    _heading(document, sheet, words("day")["sheet"]["questions"])
    starred = sum(one for _, one in sheet.questions)
    space = room_left(sheet) + SIZES[paper][1] - 2 * TOP - HEIGHT
    share = space / max(1, starred * 2 + (len(sheet.questions) - starred))
    for number, (text, star) in enumerate(sheet.questions, start=1):
        room = min(MOST_ROOM, share * (2 if star else 1))
        _line(document, sheet, f"{number}.\t{'★ ' if star else ''}{text}", bold=star, after=room, indent=24)
    _heading(document, sheet, words("day")["sheet"]["closing"])
    for text in sheet.closing:
        _line(document, sheet, f"•\t{text}", after=2, indent=24)
    for number, text in enumerate(sheet.remember):
        line = _line(document, sheet, text, bold=number > 0, before=0 if number else 6)
        if not number:
            _rule_above(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def new_document() -> Any:  # noqa: ANN401 - docx has no types
    """Begin a Word document.

    Raises:
        InputError: What writes Word files is not there, as in a browser.
    """
    try:
        from docx import Document  # noqa: PLC0415 - slow to load, and only who wants a Word file needs it
    except ImportError:
        raise InputError(sentence("errors.exports.no_word")) from None
    return Document()


def _lay_out(document: Any, sheet: DaySheet, paper: Paper) -> None:  # noqa: ANN401 - docx has no types
    from docx.shared import Pt  # noqa: PLC0415 - likewise

    (section,) = document.sections
    wide, high = SIZES[paper]
    section.page_width, section.page_height = Pt(wide), Pt(high)
    section.left_margin = section.right_margin = Pt((wide - WIDTH) / 2)
    section.top_margin = section.bottom_margin = Pt(TOP)
    section.header_distance = section.footer_distance = Pt(18)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FACE, Pt(sheet.size)
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = Pt(sheet.size * LEADING)
    document.core_properties.title = in_one_line(sheet.title)[:LONGEST_PROPERTY]
    document.core_properties.author = ""


def _head(document: Any, sheet: DaySheet) -> None:  # noqa: ANN401 - docx has no types
    _line(document, sheet, sheet.title, bold=True, scale=1.5)
    if sheet.who:
        _line(document, sheet, sheet.who, after=4)
    for label, text in sheet.facts:
        _line(document, sheet, f"{label}\t{text}", after=2, indent=LABELS, bold_before_tab=True)


def _heading(document: Any, sheet: DaySheet, text: str) -> None:  # noqa: ANN401 - docx has no types
    paragraph = _line(document, sheet, text, bold=True, before=6, after=4, scale=1.1)
    _rule_above(paragraph)


def _line(
    document: Any,  # noqa: ANN401 - docx has no types
    sheet: DaySheet,
    text: str,
    *,
    bold: bool = False,
    bold_before_tab: bool = False,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    scale: float = 1,
) -> Any:  # noqa: ANN401 - likewise
    """Add a paragraph; a tab in it leads to the indent, where all its lines begin."""
    from docx.shared import Pt  # noqa: PLC0415 - likewise

    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing = Pt(sheet.size * LEADING * scale)
    if indent:
        form.left_indent, form.first_line_indent = Pt(indent), Pt(-indent)
        form.tab_stops.add_tab_stop(Pt(indent))
    label, tab, rest = text.partition("\t")
    for part, strong in ((label + tab, bold or bold_before_tab), (rest, bold)):
        run = paragraph.add_run(sound(part))
        run.bold = strong
        run.font.size = Pt(sheet.size * scale)
    return paragraph


def _rule_above(paragraph: Any) -> None:  # noqa: ANN401 - docx has no types
    from docx.oxml import OxmlElement  # noqa: PLC0415 - likewise
    from docx.oxml.ns import qn  # noqa: PLC0415 - likewise

    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    border.append(top)
    paragraph.paragraph_format.element.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
