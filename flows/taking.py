"""Reads what happened as the answer to the waiting question, one small function per kind of answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from flows import asides, asking
from flows.asking import ADD, DONE, DROP_LAST, GO, KEEP, LATER, MINE, NONE, NOW, STAY
from flows.events import (
    ChoicePicked,
    ChoicesTyped,
    ContactReceived,
    Event,
    TextReceived,
    UnfitReceived,
)
from flows.model import Ask, Phrase, Step, Value, Wording
from flows.standing import stands
from flows.typed import cleaned, cleaned_name, items_of, number_of
from flows.walk import Walk

ITEMS_IN_A_LIST = 60


def take(walk: Walk, event: Event) -> None:
    """Take an answer, or say kindly what would fit."""
    if isinstance(event, UnfitReceived):
        return _ask_again(walk, Phrase(f"unfit.{event.kind.value}"))
    if isinstance(event, ChoicePicked):
        return _pick(walk, event)
    if isinstance(event, ChoicesTyped):
        return _pick_several(walk, event.positions)
    if isinstance(event, ContactReceived):
        return _take_contact(walk, event)
    if isinstance(event, TextReceived):
        return _take_text(walk, event)
    raise TypeError(f"no step takes {type(event).__name__}")


def _ask_again(walk: Walk, line: Wording) -> None:
    walk.lead.append(line)
    walk.redraw()


# -- choices -------------------------------------------------------------------------------------------------------


def _pick(walk: Walk, event: ChoicePicked) -> None:
    if not 0 <= event.position < len(walk.place.choices):
        return _ask_again(walk, Phrase("no-such-choice"))
    value = walk.place.choices[event.position].value
    control = _CONTROLS.get(value)
    if control is not None:
        return control(walk)
    if walk.step.ask is Ask.CHOICES:
        return _tick(walk, value, event.on)
    _keep_choice(walk, value)
    walk.leave(value)


def _tick(walk: Walk, value: str, on: bool | None) -> None:
    """A tick names the state it leads to, so that pressing twice is pressing once; the version stays."""
    wanted = value not in walk.place.ticked if on is None else on
    ticked = walk.place.ticked | {value} if wanted else walk.place.ticked - {value}
    walk.place = replace(walk.place, ticked=ticked)
    walk.say(replace(asking.redrawn(walk), ticking=True))


def _pick_several(walk: Walk, positions: tuple[int, ...]) -> None:
    choices = walk.place.choices
    picked = [choices[p].value for p in positions if 0 <= p < len(choices)]
    if len(picked) != len(positions) or walk.step.ask is not Ask.CHOICES:
        return _ask_again(walk, Phrase("no-such-choice"))
    walk.place = replace(walk.place, ticked=frozenset(picked) - {DONE})
    _finish_choices(walk)


def _finish_choices(walk: Walk) -> None:
    shown = [choice.value for choice in walk.place.choices if choice.value != DONE]
    ticked = [value for value in shown if value in walk.place.ticked]
    step = walk.step
    if step.save and walk.marks(step):
        for item in shown:
            walk.save(item, step.save.field, (step.save.mark or True) if item in ticked else False)
    elif step.save:
        walk.save(walk.item_of(step), step.save.field, ticked)
    walk.leave()


def _keep_choice(walk: Walk, value: str) -> None:
    step = walk.step
    if step.save is None:
        return
    if not walk.marks(step):
        return walk.save(walk.item_of(step), step.save.field, value)
    earlier = walk.answer_to(step)
    for item in earlier if isinstance(earlier, list) else ():
        if item != value:
            walk.save(item, step.save.field, None)
    walk.save(value, step.save.field, step.save.mark or True)


# -- controls: choices that steer instead of answering ---------------------------------------------------------------


def _done(walk: Walk) -> None:
    if walk.step.offer_more:
        return walk.run_from(walk.following(walk.step))
    if walk.step.ask is Ask.CHOICES:
        return _finish_choices(walk)
    _finish_list(walk)


def _keep(walk: Walk) -> None:
    walk.leave()


def _now(walk: Walk) -> None:
    """What was offered, not what would be offered now: others may have answered meanwhile."""
    walk.run_from(walk.flow.steps.get(walk.place.here.offered[-1], walk.step))


def _later(walk: Walk) -> None:
    walk.run_from(walk.step)


def _drop_last(walk: Walk) -> None:
    walk.place = replace(walk.place, listed=walk.place.listed[:-1])
    _show_list(walk)


def _none(walk: Walk) -> None:
    """None of the choices: the question counts as left open, and the conversation goes on."""
    walk.leave()


def _mine(walk: Walk) -> None:
    """The words set aside were the answer to the question that is open."""
    aside = asides.taken_back(walk)
    _take_words(walk, aside.text, aside.said_in)


def _add(walk: Walk) -> None:
    """The words belong to the answer before; with no answer before they are the answer here."""
    if walk.place.trail and stands(walk.catalogue, walk.place.trail[-1]):
        return asides.add_to_earlier(walk)
    _mine(walk)


_CONTROLS: Mapping[str, Callable[[Walk], None]] = {
    DONE: _done,
    KEEP: _keep,
    NOW: _now,
    LATER: _later,
    DROP_LAST: _drop_last,
    MINE: _mine,
    GO: asides.go,
    STAY: asides.stay,
    ADD: _add,
    NONE: _none,
}


# -- words ---------------------------------------------------------------------------------------------------------


def _take_text(walk: Walk, event: TextReceived) -> None:
    if walk.place.aside is None:
        return _take_words(walk, event.text, event.said_in)
    if walk.place.aside.word is None:
        return asides.grow(walk, event)
    asides.taken_back(walk)
    _take_words(walk, event.text, event.said_in)


def _take_words(walk: Walk, text: str, said_in: str | None) -> None:
    reader = _READERS.get(walk.step.ask or Ask.MESSAGE)
    if reader is None or walk.step.offer_more:
        return _ask_again(walk, _quoted("did-not-fit", text))
    reader(walk, text, said_in)


def _quoted(key: str, text: str) -> Phrase:
    said = cleaned(text)
    return Phrase(key, {"text": said}) if said else Phrase("nothing-readable")


def _read_text(walk: Walk, text: str, said_in: str | None) -> None:
    answer = cleaned_name(text) if walk.step.fits == "name" else cleaned(text)
    if not answer:
        return _ask_again(walk, Phrase("nothing-readable"))
    _keep_words(walk, answer, said_in)


def _read_number(walk: Walk, text: str, said_in: str | None) -> None:
    number = number_of(text)
    if number is None:
        return _ask_again(walk, _quoted("not-a-number", text))
    _keep_words(walk, number, said_in)


def _keep_words(walk: Walk, answer: Value, said_in: str | None) -> None:
    if walk.step.save:
        walk.save(walk.item_of(walk.step), walk.step.save.field, answer, said_in)
    walk.leave()


def _read_list(walk: Walk, text: str, said_in: str | None) -> None:
    items = items_of(text)
    if not items:
        return _ask_again(walk, Phrase("nothing-readable"))
    listed = tuple(dict.fromkeys((*walk.place.listed, *items)))
    if len(listed) > ITEMS_IN_A_LIST:
        return _ask_again(walk, Phrase("list-is-full", {"total": ITEMS_IN_A_LIST}))
    walk.place = replace(walk.place, listed=listed)
    _show_list(walk)


def _show_list(walk: Walk) -> None:
    """After each message of a list: what stands there now, and one tap to finish."""
    choices = asking.list_controls() if walk.place.listed else ()
    walk.place = replace(walk.place, choices=choices, version=walk.place.version + 1)
    if not walk.place.listed:
        walk.ask()
        return
    lines = (asking.listed_so_far(walk.place.listed), Phrase("list-goes-on"))
    walk.say(replace(asking.redrawn(walk), lines=lines))


def _finish_list(walk: Walk) -> None:
    keep_listed(walk)
    walk.leave()


def keep_listed(walk: Walk) -> bool:
    """Keep what was listed so far, if anything was: leaving a question loses nothing that was typed."""
    step, listed = walk.step, walk.place.listed
    if step.save and listed:
        _keep_list(walk, step, listed)
    return bool(listed)


def _keep_list(walk: Walk, step: Step, listed: tuple[str, ...]) -> None:
    assert step.save is not None
    if not walk.makes_items(step):
        return walk.save(walk.item_of(step), step.save.field, list(listed))
    records = walk.facts.all(step.save.kind).values()
    known = {fields.get(step.save.field) for fields in records if not fields.get("removed")}
    for name in (cleaned_name(item) for item in listed):
        if name and name not in known:
            known.add(name)
            walk.save(next(walk.fresh), step.save.field, name)


def _take_contact(walk: Walk, event: ContactReceived) -> None:
    """Of a shared contact only the name is kept: the number belongs to somebody who was not asked."""
    if walk.step.ask is not Ask.CONTACT:
        return _ask_again(walk, Phrase("unfit.contact"))
    if cleaned(event.name):
        walk.lead.append(Phrase("kept-name-only"))
    _read_text(walk, event.name, event.said_in)


_READERS: Mapping[Ask, Callable[[Walk, str, str | None], None]] = {
    Ask.TEXT: _read_text,
    Ask.CONTACT: _read_text,
    Ask.NUMBER: _read_number,
    Ask.LIST: _read_list,
}
