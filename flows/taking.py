"""Reads what happened as the answer to the waiting question, one small function per kind of answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from flows import asides, asking, contacts, dating, listing, meanwhile, pictures
from flows.asking import ADD, DONE, DROP_LAST, GO, KEEP, LATER, MINE, NONE, NOW, OTHER
from flows.events import (
    ChoicePicked,
    ChoicesTyped,
    ContactReceived,
    Event,
    PictureReceived,
    TextReceived,
    UnfitReceived,
)
from flows.model import Ask, Phrase, Value
from flows.rules.days import kept_day
from flows.standing import stands
from flows.typed import cleaned, cleaned_name, number_of
from flows.walk import Walk

NOTHING = "none"
"""A choice that says there is nothing to tick; it stands alone."""


def take(walk: Walk, event: Event) -> None:
    """Take an answer, or say kindly what would fit."""
    if isinstance(event, UnfitReceived):
        return walk.ask_again(Phrase(f"unfit.{event.kind.value}"))
    if isinstance(event, ChoicePicked):
        return _pick(walk, event)
    if isinstance(event, ChoicesTyped):
        return _pick_several(walk, event.positions)
    if isinstance(event, ContactReceived):
        return contacts.take_contact(walk, event)
    if isinstance(event, PictureReceived):
        caption = pictures.take_picture(walk, event)
        return _take_words(walk, caption, event.said_in) if caption else None
    if isinstance(event, TextReceived):
        return _take_text(walk, event)
    raise TypeError(f"no step takes {type(event).__name__}")


# -- choices -------------------------------------------------------------------------------------------------------


def _pick(walk: Walk, event: ChoicePicked) -> None:
    if not 0 <= event.position < len(walk.place.choices):
        return walk.ask_again(Phrase("no-such-choice"))
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
    ticked = _with_tick(walk.place.ticked, value) if wanted else walk.place.ticked - {value}
    walk.place = replace(walk.place, ticked=ticked)
    walk.say(replace(asking.redrawn(walk), ticking=True))


def _with_tick(ticked: frozenset[str], value: str) -> frozenset[str]:
    """ "Nothing" and something are not ticked together: the later tick counts."""
    return frozenset({value}) if value == NOTHING else (ticked - {NOTHING}) | {value}


def _pick_several(walk: Walk, positions: tuple[int, ...]) -> None:
    choices = walk.place.choices
    picked = [choices[p].value for p in positions if 0 <= p < len(choices)]
    if len(picked) != len(positions) or walk.step.ask is not Ask.CHOICES:
        return walk.ask_again(Phrase("no-such-choice"))
    something = frozenset(picked) - {DONE, NOTHING}
    walk.place = replace(walk.place, ticked=something or frozenset(picked) - {DONE})
    _finish_choices(walk)


def _finish_choices(walk: Walk) -> None:
    shown = [choice.value for choice in walk.place.choices if choice.value != DONE]
    ticked = [value for value in shown if value in walk.place.ticked]
    step = walk.step
    if step.save and walk.marks(step):
        for item, on in meanwhile.ticks_changed(walk, shown, ticked).items():
            walk.save(item, step.save.field, (step.save.mark or True) if on else False)
    elif step.save:
        walk.save(walk.item_of(step), step.save.field, meanwhile.joined_ticks(walk, shown, ticked))
    walk.leave()


def _keep_choice(walk: Walk, value: str) -> None:
    step = walk.step
    if step.save is None:
        return
    if step.ask is Ask.CONTACT:
        return contacts.keep_member(walk, value)
    meanwhile.name_the_other(walk, [value] if walk.marks(step) else value)
    if step.ask is Ask.DATE and not walk.place.listed:
        walk.lead.append(Phrase("date-kept", {"date": kept_day(value)}))
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
    listing.finish_list(walk)


def _keep(walk: Walk) -> None:
    walk.leave()


def _now(walk: Walk) -> None:
    """What was offered, not what would be offered now: others may have answered meanwhile."""
    walk.run_from(walk.flow.steps.get(walk.place.here.offered[-1], walk.step))


def _later(walk: Walk) -> None:
    walk.run_from(walk.step)


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
    DROP_LAST: listing.drop_last,
    MINE: _mine,
    OTHER: dating.other_day,
    GO: asides.go,
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
        return walk.ask_again(_quoted("did-not-fit", text))
    reader(walk, text, said_in)


def _quoted(key: str, text: str) -> Phrase:
    said = cleaned(text)
    return Phrase(key, {"text": said}) if said else Phrase("nothing-readable")


def _read_text(walk: Walk, text: str, said_in: str | None) -> None:
    answer = cleaned_name(text) if walk.step.fits == "name" else cleaned(text)
    if not answer:
        return walk.ask_again(Phrase("nothing-readable"))
    if walk.step.fits == "broadcast" and not pictures.passes(walk, text):
        return
    _keep_words(walk, meanwhile.joined_words(walk, answer), said_in)


def _read_number(walk: Walk, text: str, said_in: str | None) -> None:
    number = number_of(text)
    if number is None:
        return walk.ask_again(_quoted("not-a-number", text))
    _keep_words(walk, number, said_in)


def _keep_words(walk: Walk, answer: Value, said_in: str | None) -> None:
    if walk.step.save:
        walk.save(walk.item_of(walk.step), walk.step.save.field, answer, said_in)
    walk.leave()


def _read_date(walk: Walk, text: str, said_in: str | None) -> None:
    day = dating.read_day(walk, text)
    if day is not None:
        _keep_choice(walk, day)
        walk.leave()


_READERS: Mapping[Ask, Callable[[Walk, str, str | None], None]] = {
    Ask.TEXT: _read_text,
    Ask.CONTACT: contacts.read_contact,
    Ask.NUMBER: _read_number,
    Ask.DATE: _read_date,
    Ask.LIST: listing.read_list,
    Ask.PICTURE: pictures.read_words,
}
