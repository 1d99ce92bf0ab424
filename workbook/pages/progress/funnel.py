"""Progress: how many people came how far, what became of the others, and how long it took."""

from __future__ import annotations

from infoview.progress.funnel import SPANS, Funnel, Span, Stage, funnel
from infoview.text.plurals import number_in_words
from workbook.markup import Html, html, prose
from workbook.pages.fields import page_words
from workbook.pages.page import box
from workbook.pictures import Bar, bars, figure, table, twin
from workbook.session import Session


class HowFar:
    """The funnel of people, honest about silence, with the times between."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = page_words("progress.funnel")
        self.said = prose(html(""))
        self.view = box([self.said])

    def draw(self) -> None:
        """Count everyone."""
        told = funnel(self._session.logbook)
        if not told.people[Stage.ASKED]:
            self.said.value = html("<p>{said}</p>", said=self._words["empty"])
            return
        self.said.value = html(
            "{figure}{unasked}{others}{spans}",
            figure=self._figure(told),
            unasked=self._unasked(told),
            others=self._others(told),
            spans=self._spans(told),
        )

    def _figure(self, told: Funnel) -> Html:
        shown = [
            Bar(self._words["stages"][stage.value], told.people[stage], str(told.people[stage]))
            for stage in Stage
        ]
        rows = [(bar.label, bar.said) for bar in shown]
        picture = self._words["picture"].format(asked=told.people[Stage.ASKED], met=told.people[Stage.MET])
        heads = list(self._words["columns"].values())
        return figure(bars(picture, shown), twin(self._words["table"], self._words["title"], heads, rows))

    def _unasked(self, told: Funnel) -> Html:
        said = number_in_words(self._words["unasked"], told.unasked)
        return html("<p>{said}</p>", said=said) if said else html("")

    def _others(self, told: Funnel) -> Html:
        """Say what became of those who were asked and not met."""
        entries = [
            html("<li>{said}</li>", said=number_in_words(self._words["others"][outcome], number))
            for outcome in self._words["others"]
            if (number := told.others.get(outcome, 0))
        ]
        if not entries:
            return html("")
        return html("<h3>{title}</h3><ul>{entries}</ul>", title=self._words["others_title"], entries=entries)

    def _spans(self, told: Funnel) -> Html:
        """List how long each step took."""
        rows = [self._span(between, told.spans[between]) for between in SPANS if between in told.spans]
        if not rows:
            return html("")
        heads = list(self._words["span_columns"].values())
        said = self._words["spans"]
        return html("<h3>{title}</h3>{table}", title=said, table=table(said, heads, rows))

    def _span(self, between: tuple[Stage, Stage], span: Span) -> list[object]:
        start, end = between
        return [
            self._words["between"][f"{start.value}_{end.value}"],
            number_in_words(self._words["days"], round(span.middle)),
            self._words["range"].format(shortest=span.shortest, longest=span.longest)
            if span.shortest < span.longest
            else span.shortest,
            span.people,
        ]
