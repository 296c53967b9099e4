"""Decides what to say next: the one place where a conversation moves.

Rules for later editors:
1. `advance` is a function of its arguments: no clock, no randomness, no storage; instants, ids and facts come in.
2. What was just saved is laid over the facts before the next guard, source or fill looks.
3. Choices are frozen into the place when they are shown; a press, number or label is matched against those.
4. A place waits at exactly one question. Every question asked raises the place's version; a tick does not.
5. Nothing a person wrote is dropped in silence: what does not fit is quoted back and the question stays.

Theory of operation: an event is *taken* by the step the person stands at (flows/taking.py reads the answer). If the
answer fits, it becomes effects and the walk goes on from the step after it, passing messages, deeds, pictures and
blocks, until a step waits or the stack of frames is empty.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from flows import asides, asking, listing, taking
from flows.effects import Effect, End
from flows.events import (
    BackWanted,
    Event,
    HelpWanted,
    Resumed,
    SetAside,
    SkipWanted,
    Started,
)
from flows.facts import Facts
from flows.model import Catalogue, Frame, Phrase, Place, Wording
from flows.readings import Readings
from flows.standing import Standing, stands
from flows.walk import Walk


@dataclass(frozen=True, slots=True)
class Advanced:
    """Where the person stands now (None when the conversation ended) and what is to be done, in order."""

    place: Place | None
    effects: tuple[Effect, ...]


def advance(
    catalogue: Catalogue,
    readings: Readings,
    place: Place,
    event: Event,
    facts: Facts,
    fresh: Iterator[str],
    now: datetime,
    lead: tuple[Wording, ...] = (),
) -> Advanced:
    """Take one event at one place.

    `fresh` yields ids never used before; `lead` are lines that open the next message ("what changed since …").
    A place whose step no longer exists must have been mended (`mended`) before.
    """
    walk = Walk(catalogue, readings, place, facts, now, fresh, list(lead))
    _MOVES.get(type(event), taking.take)(walk, event)
    return Advanced(None if _ended(walk) else walk.place, tuple(walk.effects))


def mended(catalogue: Catalogue, place: Place) -> Place | None:
    """The place itself, or the last station on its trail that still exists, or the flow's start; None without it."""
    if place.flow not in catalogue:
        return None
    if stands(catalogue, place.frames):
        return place
    trail = place.trail
    while trail and not stands(catalogue, trail[-1]):
        trail = trail[:-1]
    frames = trail[-1] if trail else (Frame(place.flow, catalogue[place.flow].first.id),)
    return replace(place, frames=frames, trail=trail[:-1], choices=(), ticked=frozenset(), listed=(), aside=None)


def _ended(walk: Walk) -> bool:
    return any(isinstance(effect, End) for effect in walk.effects)


def _start(walk: Walk, event: Event) -> None:
    assert isinstance(event, Started)
    walk.run_from(walk.flow.steps.get(event.step or "") or asking.opening_step(walk))


def _resume(walk: Walk, event: Event) -> None:
    if walk.step.waits:
        walk.redraw()
    else:
        walk.run_from(walk.step)


def _help(walk: Walk, event: Event) -> None:
    walk.lead.append(asking.help_for(walk.step))
    walk.redraw()


def _skip(walk: Walk, event: Event) -> None:
    if walk.step.required:
        walk.lead.append(Phrase("cannot-skip"))
        return walk.redraw()
    if not listing.keep_listed(walk):
        walk.lead.append(Phrase("skipped"))
    walk.leave()


def _back(walk: Walk, event: Event) -> None:
    """One question back; the earlier answer is shown, and a new one is kept as a new version."""
    trail = walk.place.trail
    while trail and not _can_be_asked(walk, trail[-1]):
        trail = trail[:-1]
    if not trail:
        walk.lead.append(Phrase("nothing-before"))
        return walk.redraw()
    listing.keep_listed(walk)
    walk.place = replace(walk.place, frames=trail[-1], trail=trail[:-1], aside=None, correcting=False)
    walk.ask()


def _can_be_asked(walk: Walk, frames: tuple[Frame, ...]) -> bool:
    """Whether an earlier question still exists, and has something to choose from."""
    if not stands(walk.catalogue, frames):
        return False
    there = Standing(walk.catalogue, walk.readings, replace(walk.place, frames=frames), walk.facts, walk.now)
    return there.step.waits and asking.question(there) is not None


_MOVES: Mapping[type, Callable[[Walk, Event], None]] = {
    Started: _start,
    Resumed: _resume,
    HelpWanted: _help,
    SkipWanted: _skip,
    BackWanted: _back,
    SetAside: asides.set_aside,
}
