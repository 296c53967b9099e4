"""Takes a day as an answer: pressed, or typed and said back with its weekday, so that no plan hangs on a misreading.

A pressed day is kept at once. A typed one waits in `place.listed` until the person says that it was read rightly;
what may mean several days is asked. What is over, or not understood, is quoted back and the question stays.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from flows import asking
from flows.always_words import AGREED
from flows.model import Phrase, Step
from flows.rules.dates import read_day_or_month, split_item_and_date
from flows.rules.days import kept_day
from flows.typed import cleaned, folded
from flows.walk import Walk

LOOKED_BACK = timedelta(days=19 * 365)
"""How far back a typed day is looked for, to say "this is over" instead of "not understood"."""

LONGEST_TITLE = 200


def read_day(walk: Walk, text: str) -> str | None:
    """The day that is kept now: the one said back and agreed to. None when the question goes on."""
    waiting = walk.place.listed
    if len(waiting) == 1 and folded(text) in AGREED:
        return waiting[0]
    moments = read_day_or_month(cleaned(text), walk.now)
    if not moments:
        _say_why_not(walk, text)
        return None
    walk.place = replace(walk.place, listed=tuple(moment.iso() for moment in moments[: asking.DAYS_TO_CHOOSE_FROM]))
    walk.place = replace(walk.place, choices=asking.choices_while_listed(walk), version=walk.place.version + 1)
    walk.say(asking.redrawn(walk))
    return None


def other_day(walk: Walk) -> None:
    """Not the day that was said back, or none of the buttons: say how a day may be written."""
    walk.lead.append(Phrase("date-or-type"))
    walk.ask()


def split_title(item: str, now: datetime) -> tuple[str, str | None]:
    """(title, day) of one line such as "position paper, March"; no day where none or several may be meant."""
    title, moments = split_item_and_date(item, now)
    if len(moments) != 1 or not title:
        return titled(item), None
    return titled(title), moments[0].iso()


def titled(text: str) -> str:
    """What stands on one line of a plan."""
    return " ".join(cleaned(text).split())[:LONGEST_TITLE].strip()


def heard(title: str, due: str) -> Phrase:
    """The day that was read out of a line, said back."""
    day = kept_day(due)
    return Phrase("dash-line", {"text": Phrase("dated-item", {"title": title, "day": day})})


def is_dated(step: Step) -> bool:
    return step.fits == "dated"


def _say_why_not(walk: Walk, text: str) -> None:
    said = cleaned(text)
    if not said:
        walk.lead.append(Phrase("nothing-readable"))
    else:
        is_over = bool(read_day_or_month(said, walk.now - LOOKED_BACK))
        walk.lead.append(Phrase("date-past" if is_over else "date-not-understood", {"text": said}))
    walk.redraw()
