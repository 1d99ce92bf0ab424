"""Pictures: small drawings in the theme's own colours, each with its numbers as a table beside it.

Lengths across are percentages, so that a picture is as wide as its place and its words keep their size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from infoview.progress.chain import Link
from workbook.markup import Html, html

ROW, BAR = 46, 14
"""The height of a bar with its label, and of the bar alone, in pixels."""
ROOM = 84
"""How many percent of the width the longest bar takes; the rest is for its number."""
PLOT, GROUND = 120, 26
"""The height of a plot, and of the words below it, in pixels."""
BRANCH, INDENT, LEAF = 34, 26, 7
"""A line of a tree, how far the next one stands in, and the size of its dots, in pixels."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is called, how much, what stands behind it, and whether it is a quieter one."""

    label: str
    value: float
    said: str
    quiet: bool = False


def figure(picture: Html, twin: Html, caption: str = "") -> Html:
    """Put a picture and its table together."""
    return html(
        '<figure class="iv-figure">{caption}{picture}{twin}</figure>',
        caption=html("<figcaption>{caption}</figcaption>", caption=caption) if caption else "",
        picture=picture,
        twin=twin,
    )


def ring(value: int, whole: int, title: str) -> Html:
    """Draw how much of a whole is reached, as a ring with both numbers in it; more fills no more."""
    share = min(1.0, value / whole) if whole else 1.0
    return html(
        '<svg class="iv-ring" role="img" width="104" height="104" viewBox="0 0 104 104">'
        '<title>{title}</title><circle class="all" cx="52" cy="52" r="44"/>'
        '<circle class="part" cx="52" cy="52" r="44" pathLength="100" stroke-dasharray="{part:.1f} 100"/>'
        '<text x="52" y="61">{value}/{whole}</text></svg>',
        title=title,
        part=100 * share,
        value=value,
        whole=whole,
    )


def twin(opens: str, caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Html:
    """Make a table that opens on demand; the first cell of each row names it."""
    return html(
        '<details class="iv-twin"><summary>{opens}</summary>{table}</details>',
        opens=opens,
        table=table(caption, heads, rows),
    )


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Html:
    """Make a small table to read."""
    return html(
        '<div class="iv-numbers"><table><caption>{caption}</caption><thead><tr>{heads}</tr></thead>'
        "<tbody>{rows}</tbody></table></div>",
        caption=caption,
        heads=[html('<th scope="col">{head}</th>', head=head) for head in heads],
        rows=[_row(row) for row in rows],
    )


def _row(row: Sequence[object]) -> Html:
    first, *others = row
    return html(
        '<tr><th scope="row">{first}</th>{others}</tr>',
        first=first,
        others=[html("<td>{cell}</td>", cell=cell) for cell in others],
    )


def bars(title: str, shown: Sequence[Bar]) -> Html:
    """Draw bars below each other, each with its label above and its number at the end."""
    most = max((bar.value for bar in shown), default=0) or 1
    return _svg(title, ROW * len(shown), [_bar(bar, ROW * place, most) for place, bar in enumerate(shown)])


def _bar(bar: Bar, top: int, most: float) -> Html:
    width = ROOM * bar.value / most
    return html(
        '<text x="0" y="{label_y}">{label}</text><rect class="{kind}" x="0" y="{top}" width="{width:.1f}%" '
        'height="{height}" rx="3"/><text x="{end:.1f}%" dx="6" y="{number_y}">{said}</text>',
        label=bar.label,
        label_y=top + 14,
        kind="quiet" if bar.quiet else "full",
        top=top + 21,
        width=max(width, 0.4),
        height=BAR,
        end=max(width, 0.4),
        number_y=top + 33,
        said=bar.said,
    )


def columns(title: str, names: Sequence[str], groups: Sequence[tuple[str, Sequence[int]]]) -> Html:
    """Draw columns side by side in groups, such as months, with a number on each and the names below."""
    most = max((value for _, values in groups for value in values), default=0) or 1
    share = 100 / max(1, len(groups))
    drawn = [
        _group(label, values, place * share, share, most) for place, (label, values) in enumerate(groups)
    ]
    return html("{picture}{key}", picture=_svg(title, PLOT + GROUND, drawn), key=_key(names))


def _group(label: str, values: Sequence[int], left: float, share: float, most: int) -> Html:
    width = share * 0.8 / max(1, len(values))
    parts = [
        _column(value, left + share * 0.1 + place * width, width, most, place)
        for place, value in enumerate(values)
    ]
    name = html(
        '<text class="middle" x="{x:.1f}%" y="{y}">{label}</text>',
        x=left + share / 2,
        y=PLOT + 18,
        label=label,
    )
    return html("{parts}{name}", parts=parts, name=name)


def _column(value: int, left: float, width: float, most: int, kind: int) -> Html:
    height = (PLOT - 22) * value / most
    return html(
        '<rect class="kind-{kind}" x="{x:.1f}%" y="{y:.1f}" width="{width:.1f}%" height="{height:.1f}"/>'
        '<text class="middle small" x="{middle:.1f}%" y="{over:.1f}">{value}</text>',
        kind=kind,
        x=left + width * 0.12,
        y=PLOT - max(height, 1),
        width=width * 0.76,
        height=max(height, 1),
        middle=left + width / 2,
        over=PLOT - max(height, 1) - 5,
        value=value or "",
    )


def _key(names: Sequence[str]) -> Html:
    """Say which column is which."""
    entries = [
        html(
            '<li><svg width="14" height="14" aria-hidden="true"><rect class="kind-{place}" x="1" y="1" '
            'width="12" height="12"/></svg> {name}</li>',
            place=place,
            name=name,
        )
        for place, name in enumerate(names)
    ]
    return html('<ul class="iv-key">{entries}</ul>', entries=entries)


def steps(title: str, points: Sequence[tuple[str, int | None, int | None]], most: int, ends: str) -> Html:
    """Draw how something rose and fell: at each point a ring for before, a dot for after, and a line through.

    Args:
        title: What the picture shows, in words.
        points: A label, the value before and the value after for each; None is not known.
        most: The highest value there can be.
        ends: What stands at the top of the scale.
    """
    share = 100 / max(1, len(points))
    places = [(share * (place + 0.5), *point) for place, point in enumerate(points)]
    known = [(x, after) for x, _, _, after in places if after is not None]
    lines = [
        html(
            '<line class="through" x1="{x1:.1f}%" y1="{y1:.1f}" x2="{x2:.1f}%" y2="{y2:.1f}"/>',
            x1=first[0],
            y1=_height(first[1], most),
            x2=second[0],
            y2=_height(second[1], most),
        )
        for first, second in pairwise(known)
    ]
    scale = [
        html('<line class="scale" x1="0" y1="{y:.1f}" x2="100%" y2="{y:.1f}"/>', y=_height(value, most))
        for value in (0, most)
    ]
    top = html('<text class="small" x="0" y="12">{ends}</text>', ends=ends)
    marks = [mark for place in places for mark in _point(*place, most)]
    return _svg(title, PLOT + GROUND, [*scale, top, *lines, *marks])


def _point(x: float, label: str, before: int | None, after: int | None, most: int) -> Iterator[Html]:
    if before is not None and after is not None and before != after:
        yield html(
            '<line class="moved" x1="{x:.1f}%" y1="{y1:.1f}" x2="{x:.1f}%" y2="{y2:.1f}"/>',
            x=x,
            y1=_height(before, most),
            y2=_height(after, most),
        )
    for kind, value in (("before", before), ("after", after)):
        if value is not None:
            yield html(
                '<circle class="{kind}" cx="{x:.1f}%" cy="{y:.1f}" r="6"/>',
                kind=kind,
                x=x,
                y=_height(value, most),
            )
    yield html('<text class="middle" x="{x:.1f}%" y="{y}">{label}</text>', x=x, y=PLOT + 20, label=label)


def _height(value: int, most: int) -> float:
    return 20 + (PLOT - 28) * (1 - value / most)


def tree(title: str, links: Sequence[tuple[int, Link]], names: Sequence[str]) -> Html:
    """Draw who led to whom: a line for each person, those they named below and further in."""
    drawn: list[Html] = []
    above: list[int] = []
    for place, ((depth, link), name) in enumerate(zip(links, names, strict=True)):
        del above[depth:]
        drawn.append(_branch(place, depth, above[-1] if above else None, name, leaf=not link.led_to))
        above.append(place)
    return _svg(title, BRANCH * len(links), drawn)


def _branch(place: int, depth: int, parent: int | None, name: str, *, leaf: bool) -> Html:
    x, y = LEAF + 2 + depth * INDENT, place * BRANCH + BRANCH // 2
    path = "" if parent is None else f"M{x - INDENT} {parent * BRANCH + BRANCH // 2 + LEAF}V{y}H{x - LEAF}"
    return html(
        '<path d="{path}"/><circle class="{kind}" cx="{x}" cy="{y}" r="{r}"/>'
        '<text x="{text_x}" y="{text_y}">{name}</text>',
        path=path,
        kind="before" if leaf else "after",
        x=x,
        y=y,
        r=LEAF,
        text_x=x + LEAF + 8,
        text_y=y + 5,
        name=name,
    )


def _svg(title: str, height: int, parts: Sequence[Html]) -> Html:
    return html(
        '<svg class="iv-picture" role="img" width="100%" height="{height}"><title>{title}</title>'
        "{parts}</svg>",
        height=height,
        title=title,
        parts=list(parts),
    )
