"""Answers that people look for in their tables; each is a function of the frames that returns a frame."""

from __future__ import annotations

from datetime import date

import pandas as pd

from infoview.content import sentence
from infoview.dates import clock
from infoview.duplicates import fold
from infoview.errors import InputError
from infoview.frames.tables import Frames, really_met
from infoview.progress.activity import MONTHS
from infoview.progress.shares import interval
from infoview.records.goals import last_months
from infoview.records.requests import ANSWERED
from infoview.records.takeaways import Takeaway

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BY = ("channel", "circle", "weekday", "how_found")


def answer_rate(mine: Frames, by: str = "channel") -> pd.DataFrame:
    """Tell how many of the requests that were sent got an answer.

    Args:
        mine: The tables.
        by: "channel", "circle" (where I found them), "weekday" (on which a request was sent), or "how_found".

    Returns:
        A row for each channel and so on: how many were `asked`; of these how many `answered`, which is `yes`,
        `no` or `later`, how many were `silent` (closed without a reply) and are `waiting`; the `rate` of
        answers, and between which shares it lies 95 times in a hundred (`low`, `high`; see
        `infoview.progress.shares`). A rate counted on few says little: look at `asked` first.

    Raises:
        InputError: `by` is something else.

    >>> from infoview import frames, sample_logbook
    >>> rate = frames.answer_rate(frames.of(sample_logbook("2026-11-25")), "circle")
    >>> rate.loc["introduction", ["asked", "answered"]].tolist()
    [2, 2]
    """
    if by not in BY:
        raise InputError(sentence("errors.frames.by", by=by, known=", ".join(BY)))
    sent = mine.requests[mine.requests["status"] != "draft"]
    people = mine.contacts[["circle", "how_found"]]
    sent = sent.join(people, on="contact_id").assign(
        weekday=pd.Categorical(sent["sent_on"].dt.day_name(), categories=list(WEEKDAYS), ordered=True)
    )
    counted = pd.DataFrame(
        {
            "asked": 1,
            "answered": sent["status"].isin(list(ANSWERED)),
            **{
                name: sent["status"] == status
                for name, status in (
                    ("yes", "accepted"),
                    ("no", "declined"),
                    ("later", "later"),
                    ("silent", "no_reply"),
                    ("waiting", "sent"),
                )
            },
        },
        index=sent.index,
    ).astype("int64")
    rate = counted.groupby(sent[by], observed=False).sum()
    ends = [interval(yes, of) for yes, of in zip(rate["answered"], rate["asked"], strict=True)]
    rate["rate"] = (rate["answered"] / rate["asked"]).astype("float64")
    rate["low"], rate["high"] = ([end[side] for end in ends] for side in (0, 1))
    return rate.astype({"low": "float64", "high": "float64"})


def matrix(mine: Frames) -> pd.DataFrame:
    """Put what people said under the seven take-aways, a row a person one has met.

    Returns:
        By contact id: `name`, `organization`, and a column of text for each take-away: what is so, else what
        they think, else what I think of it; "" is a gap. Two talks with one person are two lines.
    """
    held = mine.meetings[mine.meetings["status"] == "held"]
    met = held.drop_duplicates("contact_id")
    table = met.set_index(met["contact_id"].astype("int64"))[["name", "organization"]]
    told = mine.takeaways[mine.takeaways["meeting_id"].isin(held.index)]
    said = told["text"].where(told["text"].str.strip() != "", told["opinion"])
    said = said.where(said.str.strip() != "", told["reaction"]).str.strip()
    told = told.assign(said=said)
    for takeaway in Takeaway:
        joined = told[told["takeaway"] == takeaway.value].groupby("contact_id")["said"].agg("\n".join)
        table[takeaway.value] = joined.reindex(table.index, fill_value="").astype("string[python]")
    return table


def coverage(mine: Frames) -> pd.DataFrame:
    """Tell for each take-away in how many talks I `asked` about it, was `told` something, also `unasked`.

    Returns:
        By take-away, in their usual order: whole numbers of talks, and of the `people` who told me.
    """
    held = mine.meetings.index[mine.meetings["status"] == "held"]
    asked = mine.questions[mine.questions["meeting_id"].isin(held)]
    told = mine.takeaways[mine.takeaways["meeting_id"].isin(held)]
    counted = {
        "asked": asked.groupby("takeaway", observed=False)["meeting_id"].nunique(),
        "told": told.groupby("takeaway", observed=False)["meeting_id"].nunique(),
        "unasked": told[told["unasked"]].groupby("takeaway", observed=False)["meeting_id"].nunique(),
        "people": told.groupby("takeaway", observed=False)["contact_id"].nunique(),
    }
    index = pd.Index([takeaway.value for takeaway in Takeaway], name="takeaway")
    return pd.DataFrame(
        {name: numbers.astype("int64").to_dict() for name, numbers in counted.items()}, index=index
    ).astype("int64")


def months(mine: Frames, today: date | None = None, number: int = MONTHS) -> pd.DataFrame:
    """Tell what was done in each of the last months.

    Args:
        mine: The tables.
        today: The day to look from; the real one, unless given.
        number: How many months, this one included.

    Returns:
        By the first day of the `month`: requests that were `asked`, talks (`met`) and letters (`written`),
        people met for the first time (`new`), and people new to me with a date still to come (`to_come`).
    """
    today = today or clock.today()
    firsts = last_months(today, number)
    index = pd.DatetimeIndex(pd.to_datetime(firsts).astype("datetime64[s]"), name="month")
    held = mine.meetings[mine.meetings["status"] == "held"]
    met = really_met(mine.meetings)
    first = met.groupby("contact_id")["on"].min()
    known = met.loc[met["on"].notna(), "contact_id"]
    ahead = mine.meetings[
        (mine.meetings["status"] == "planned")
        & (mine.meetings["kind"] != "mail")
        & (mine.meetings["on"] >= pd.Timestamp(today))
        & ~mine.meetings["contact_id"].isin(known)
    ]
    counted = {
        "asked": mine.requests["sent_on"],
        "met": held["on"],
        "written": mine.letters["sent_on"],
        "new": first,
        "to_come": ahead.drop_duplicates(["contact_id", "on"])["on"],
    }
    return pd.DataFrame({name: _by_month(days, index) for name, days in counted.items()}, index=index)


def _by_month(days: pd.Series, index: pd.DatetimeIndex) -> pd.Series:
    known = days.dropna()
    firsts = known.to_numpy().astype("datetime64[M]").astype("datetime64[s]")
    return pd.Series(firsts).value_counts().reindex(index, fill_value=0).astype("int64")


def chain(mine: Frames) -> pd.DataFrame:
    """List who led me to whom, an edge a row.

    Returns:
        By id: `introducer` and `name`, both with their ids; how things stand with the latter (`standing`),
        the day (`given_on`), and whether it was in a talk of ours (`in_a_talk`).
    """
    given = mine.introductions
    edges = given[["introducer_id", "contact_id", "introducer", "name", "given_on"]].copy()
    edges["standing"] = mine.contacts["standing"].reindex(given["contact_id"].astype("int64")).to_numpy()
    edges["standing"] = edges["standing"].astype(mine.contacts["standing"].dtype)
    edges["in_a_talk"] = given["meeting_id"].notna().astype(bool)
    return edges


def wanted(mine: Frames) -> pd.DataFrame:
    """Tell which skills are looked for, those that most people named first.

    Returns:
        By `skill`, however it was spelled first: the `people` who named it, and whether I `have` some of it.
    """
    held = mine.meetings.index[mine.meetings["status"] == "held"]
    skills = mine.skills[mine.skills["meeting_id"].isin(held)]
    same = skills["name"].map(lambda name: " ".join(fold(name).split())).astype("string[python]")
    grouped = skills.assign(have=skills["evidence"].str.strip() != "").groupby(same, sort=False)
    table = pd.DataFrame(
        {
            "skill": grouped["name"].first().str.strip().astype("string[python]"),
            "people": grouped["contact_id"].nunique().astype("int64"),
            "have": grouped["have"].any().astype(bool),
        }
    )
    return table.set_index("skill").sort_values("people", ascending=False, kind="stable")
