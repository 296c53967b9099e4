"""Keeps two people who answer one question at the same time from undoing each other.

A question remembers what stood there when it was asked (`place.seen`). If something else stands there when the answer
comes, somebody was faster: words are joined, ticks change only what this person changed, and of answers that exclude
each other the later one stands while the other is named. Every version stays kept in any case.
"""

from flows import asking
from flows.model import Ask, Phrase, Value
from flows.walk import Walk


def others_answer(walk: Walk) -> Value:
    """What somebody else answered since this question was asked; None if nobody did."""
    step = walk.step
    if step.save is None or walk.makes_items(step):
        return None
    standing = walk.answer_to(step)
    return standing if standing != walk.place.seen else None


def joined_words(walk: Walk, answer: str) -> str:
    """Both answers, each on a line of its own; the person is told."""
    other = others_answer(walk)
    if not isinstance(other, str) or other == answer:
        return answer
    if walk.step.ask is not Ask.TEXT or walk.step.fits == "name":
        name_the_other(walk, answer)
        return answer
    walk.lead.append(Phrase("both-kept", {"text": other}))
    return f"{other}\n{answer}"


def joined_list(walk: Walk, answer: list[str]) -> list[str]:
    """What the other wrote, and what this person wrote beyond it."""
    other = others_answer(walk)
    if not isinstance(other, list):
        return answer
    walk.lead.append(Phrase("both-kept", {"text": " · ".join(other)}))
    return list(dict.fromkeys((*other, *answer)))


def ticks_changed(walk: Walk, shown: list[str], ticked: list[str]) -> dict[str, bool]:
    """The shown choices this person changed, and to what; all of them where nothing was ever answered."""
    seen = walk.place.seen
    before = seen if isinstance(seen, list) else []
    if walk.answer_to(walk.step) is None:
        return {value: value in ticked for value in shown}
    return {value: value in ticked for value in shown if (value in ticked) != (value in before)}


def joined_ticks(walk: Walk, shown: list[str], ticked: list[str]) -> list[str]:
    """The standing ticks with this person's changes; the person is told when somebody else had ticked too."""
    other = others_answer(walk)
    if not isinstance(other, list):
        return ticked
    changed = ticks_changed(walk, shown, ticked)
    standing = [*other, *(value for value in ticked if value not in other)]
    return [value for value in standing if changed.get(value, True)]


def name_the_other(walk: Walk, answer: Value) -> None:
    """Say which other answer had been given meanwhile; it stays kept as an earlier version."""
    other = others_answer(walk)
    if other not in (None, answer, [], ""):
        walk.lead.append(Phrase("meanwhile-answered", {"value": asking.worded(walk, walk.step, other)}))
