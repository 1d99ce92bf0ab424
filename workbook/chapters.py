"""Chapters: the words of each step, written once in `content/guides` and shown by app and notebooks alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from infoview import content
from infoview.errors import ContentError
from workbook.markup import Html, html, markdown

STEPS = ("start", "contacts", "requests", "questions", "debrief", "progress")
_SECTION = re.compile(r"^## (?P<title>.+?) \{#(?P<name>\w+)\}$")


@dataclass(frozen=True, slots=True)
class Help:
    """An answer that opens where it is needed."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words above one section's widget, in Markdown."""

    name: str
    title: str
    text: str
    helps: tuple[Help, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The words of one step: a title, a lead, and its sections in order."""

    step: str
    title: str
    lead: str
    sections: tuple[Words, ...]

    def section(self, name: str) -> Words:
        """Find a section by its name."""
        return next(words for words in self.sections if words.name == name)


def source_print(source: str) -> str:
    """Take the fingerprint of what stands in a cell of a notebook, which marks it as ours and unchanged."""
    return sha256(source.encode()).hexdigest()[:12]


@cache
def chapter(step: str) -> Chapter:
    """Read the chapter of a step.

    Raises:
        ContentError: The guide does not begin with a title, or a section has no name.
    """
    blocks: list[tuple[str, list[str]]] = []
    for line in content.text(f"guides/{step}.md").splitlines():
        if line.startswith(("# ", "## ", "??? ")):
            blocks.append((line, []))
        elif blocks:
            blocks[-1][1].append(line)
    if not blocks or not blocks[0][0].startswith("# "):
        raise ContentError(content.sentence("errors.content.no_title", step=step))
    sections: list[Words] = []
    for heading, lines in blocks[1:]:
        text = "\n".join(lines).strip()
        if heading.startswith("## "):
            found = _SECTION.match(heading)
            if not found:
                raise ContentError(content.sentence("errors.content.no_name", step=step, heading=heading))
            sections.append(Words(found["name"], found["title"], text, ()))
        else:
            last = sections.pop()
            answer = Help(heading.removeprefix("??? ").strip(), text)
            sections.append(Words(last.name, last.title, last.text, (*last.helps, answer)))
    return Chapter(step, blocks[0][0][2:].strip(), "\n".join(blocks[0][1]).strip(), tuple(sections))


def heading_html(words: Words) -> Html:
    """The words above a section as they stand in the app: a heading, and a sentence or two."""
    return html("<h2>{title}</h2>{text}", title=words.title, text=markdown(words.text))


def helps_html(words: Words) -> Html:
    """The answers beside a section; each opens on demand."""
    return html(
        "{helps}",
        helps=[
            html(
                '<details class="iv-help"><summary>{question}</summary>{answer}</details>',
                question=item.question,
                answer=markdown(item.answer),
            )
            for item in words.helps
        ],
    )
