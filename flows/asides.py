"""Keeps words apart whose meaning is not certain, and asks: an always-word, or two messages in one breath.

While an aside is open its choices stand in for the question's; the question itself waits underneath, unchanged.
"""

from dataclasses import replace

from flows import asking
from flows.effects import Open
from flows.events import Event, SetAside, TextReceived
from flows.model import Aside, Ask, Phrase
from flows.typed import cleaned, items_of
from flows.walk import Walk


def set_aside(walk: Walk, event: Event) -> None:
    """Keep words apart and ask what they were meant for."""
    assert isinstance(event, SetAside)
    _show(walk, event.aside)


def grow(walk: Walk, event: TextReceived) -> None:
    """Still more words in the same breath: they join those that wait, so that none is lost."""
    aside = walk.place.aside
    assert aside is not None
    _show(walk, replace(aside, text=f"{aside.text}\n{cleaned(event.text)}".strip(), said_in=None))


def taken_back(walk: Walk) -> Aside:
    """Give the question its own choices again, and the words to whoever reads them now."""
    aside = walk.place.aside
    assert aside is not None
    question = asking.question(walk)
    choices = question.choices if question else ()
    if walk.place.listed:
        choices = asking.choices_while_listed(walk)
    walk.place = replace(walk.place, aside=None, choices=choices, version=walk.place.version + 1)
    return aside


def go(walk: Walk) -> None:
    """The word was meant as a word: open what it opens; the question stays where it is."""
    aside = taken_back(walk)
    walk.flush()
    walk.effects.append(Open(f"word:{aside.word}"))


def add_to_earlier(walk: Walk) -> None:
    """The words belong to the answer before: append them there, and show the open question again."""
    aside = taken_back(walk)
    standing = walk.place
    walk.place = replace(standing, frames=standing.trail[-1])
    kept = _appended(walk, aside.text)
    walk.place = standing
    walk.lead.append(Phrase("added-to-earlier" if kept else "could-not-add", {"text": aside.text}))
    walk.redraw()


def _appended(walk: Walk, text: str) -> bool:
    """Whether the answer before took more words; not as said in this message, whose edit must not replace all."""
    step = walk.step
    earlier = walk.answer_to(step)
    if step.save is None or walk.makes_items(step) or step.fits:
        return False
    if step.ask is Ask.LIST and isinstance(earlier, list):
        walk.save(walk.item_of(step), step.save.field, [*earlier, *items_of(text)])
    elif step.ask is Ask.TEXT and isinstance(earlier, str):
        walk.save(walk.item_of(step), step.save.field, f"{earlier}\n{cleaned(text)}")
    else:
        return False
    return True


def _show(walk: Walk, aside: Aside) -> None:
    walk.place = replace(
        walk.place, aside=aside, choices=asking.aside_choices(aside.word), version=walk.place.version + 1
    )
    walk.say(asking.aside_question(walk))
