"""The logbook as tables with pandas.

`of` makes a data frame of each table of a logbook, and the other functions answer what people ask of them:

>>> from infoview import frames, sample_logbook
>>> mine = frames.of(sample_logbook("2026-11-25"))
>>> mine.contacts.loc[1, ["name", "standing"]].tolist()
['Ruth Castellan', 'found']
>>> frames.funnel(mine).people.to_dict()["met"]
3

| function | answers |
|---|---|
| `of(logbook)` | every table: contacts, requests, meetings, … |
| `columns()` | which columns each table has, and of what kind |
| `answer_rate(mine, "channel")` | who answered: by channel, circle, weekday, or how I found them |
| `matrix(mine)` | who told me what, under the seven take-aways |
| `coverage(mine)` | which take-aways I asked about, and which I was told about |
| `funnel(mine)`, `paths(mine)`, `days(mine)`, `others(mine)` | how far things came, and how long they took |
| `months(mine)` | what I did month by month |
| `chain(mine)` | who led me to whom |
| `wanted(mine)` | which skills they look for |
| `from_frame(df)`, `keep(logbook, reading)` | an alumni list that is a data frame, into the pool |
| `group()`, `group(folder)`, `left_out(folder)` | the counts files of many people, put together |

pandas is imported by this package and by nothing else of infoview.
"""

from __future__ import annotations

from infoview.frames.answers import answer_rate, chain, coverage, matrix, months, wanted
from infoview.frames.groups import group, left_out
from infoview.frames.lists import from_frame, keep
from infoview.frames.steps import days, funnel, others, paths
from infoview.frames.tables import Frames, columns, of

__all__ = [
    "Frames",
    "answer_rate",
    "chain",
    "columns",
    "coverage",
    "days",
    "from_frame",
    "funnel",
    "group",
    "keep",
    "left_out",
    "matrix",
    "months",
    "of",
    "others",
    "paths",
    "wanted",
]
