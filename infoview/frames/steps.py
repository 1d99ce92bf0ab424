"""How far things came with each contact, and how long each step took.

The stages are those of `infoview.progress.funnel`, counted here from the tables alone.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from infoview.frames.tables import Frames, really_met
from infoview.progress.funnel import OUTCOMES, SPANS, Outcome, Stage
from infoview.records.requests import ANSWERED


def paths(mine: Frames) -> pd.DataFrame:
    """Follow every contact through the stages.

    Returns:
        A row a contact, by its id: the `name`; for each stage whether they came there (`asked`, bool) and
        the first day where one is known (`asked_on`). The stages are listed, asked, answered, agreed, met,
        thanked and named.
    """
    asked = mine.requests[mine.requests["status"] != "draft"]
    answered = asked[asked["status"].isin(list(ANSWERED))]
    agreed = asked[asked["status"] == "accepted"]
    meetings = mine.meetings[mine.meetings["status"] != "cancelled"]
    held = really_met(meetings)
    thanks = mine.letters[(mine.letters["kind"] == "thank_you") & mine.letters["sent_on"].notna()]
    given = mine.introductions.rename(columns={"contact_id": "led_to_id", "introducer_id": "contact_id"})
    came = {
        Stage.ASKED: ([asked, meetings], asked, "sent_on"),
        Stage.ANSWERED: ([answered, meetings], answered, "answered_on"),
        Stage.AGREED: ([agreed, meetings], agreed, "answered_on"),
        Stage.MET: ([held], held, "on"),
        Stage.THANKED: ([thanks], thanks, "sent_on"),
        Stage.NAMED: ([given], given, "given_on"),
    }
    path = pd.DataFrame({"name": mine.contacts["name"], "listed": True})
    path["listed_on"] = mine.contacts["added_on"]
    for stage, (some, dated, day) in came.items():
        people = set().union(*(there["contact_id"] for there in some))
        first = dated.groupby("contact_id")[day].min()
        path[stage.value] = path.index.isin(people)
        path[f"{stage.value}_on"] = first.reindex(path.index).astype("datetime64[s]")
    for after in ("thanked", "named"):
        path[after] &= path["met"]
        path[f"{after}_on"] = path[f"{after}_on"].where(path[after])
    return path


def funnel(mine: Frames) -> pd.DataFrame:
    """Count the `people` who came to each stage; nobody is left out.

    >>> from infoview import frames, sample_logbook
    >>> frames.funnel(frames.of(sample_logbook("2026-11-25")))["people"].to_dict()
    {'listed': 14, 'asked': 9, 'answered': 6, 'agreed': 4, 'met': 3, 'thanked': 2, 'named': 3}
    """
    path = paths(mine)
    people = [int(path[stage.value].sum()) for stage in Stage]
    return pd.DataFrame({"people": people}, index=pd.Index([stage.value for stage in Stage], name="stage"))


def others(mine: Frames) -> pd.DataFrame:
    """Count what became of the `people` who were asked and whom no meeting came of, by `outcome`."""
    asked = mine.requests[mine.requests["status"] != "draft"]
    meetings = mine.meetings[mine.meetings["status"] != "cancelled"]
    last = asked.groupby("contact_id")["status"].last()
    outcome = last[~last.index.isin(meetings["contact_id"])].astype(object).map(OUTCOMES)
    counted = outcome.value_counts().reindex(list(Outcome), fill_value=0)
    index = pd.Index([found.value for found in Outcome], name="outcome")
    return pd.DataFrame({"people": counted.to_numpy(dtype="int64")}, index=index)


def days(mine: Frames) -> pd.DataFrame:
    """Tell for each contact how many days each step took.

    Returns:
        A row a contact, by its id: the `name`, and whole days (`Int64`) in `listed_asked`, `asked_answered`,
        `agreed_met`, `asked_met` and `met_thanked`; `NA` where a day is not known, or is before the former.
    """
    path = paths(mine)
    took = pd.DataFrame({"name": path["name"]})
    for start, end in SPANS:
        passed = (path[f"{end.value}_on"] - path[f"{start.value}_on"]).dt.days
        took[f"{start.value}_{end.value}"] = pd.array(passed.where(passed >= 0, np.nan), dtype="Int64")
    return took
