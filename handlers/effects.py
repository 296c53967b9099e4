"""Writes each effect as rows: a table from the effect's type to the function that carries it out, nothing else."""

from collections.abc import Callable, Mapping
from typing import Any

from flows.always_words import Word
from flows.asking import CHECKIN_WORD
from flows.effects import Do, Draw, Effect, End, Open, Save, Say
from flows.model import Place
from handlers.alerts import answer_kept
from handlers.checkin_typed import go_on_with
from handlers.courtesies import shows_ticks
from handlers.crisis import THINK, enter
from handlers.crisis_work import voice_kept
from handlers.documents import keep_in_sight
from handlers.people import come_in
from handlers.quiet import columns_for
from handlers.turn import Turn
from handlers.verbs import VERBS
from handlers.weekly import owner_kept
from handlers.words import open_word
from storage.answers import keep_answer


def carry_out(turn: Turn, effect: Effect, place: Place) -> None:
    """Write one effect that was decided at `place`."""
    _WRITERS[type(effect)](turn, effect, place)


def _say(turn: Turn, say: Say, place: Place) -> None:
    if not (say.ticking and shows_ticks(turn, say)):
        turn.put(say, place)


def _save(turn: Turn, save: Save, place: Place) -> None:
    if save.kind == "person":
        return turn.set_person(**columns_for(turn.person, save.field, save.value))
    assert place.workspace is not None, f"step {save.step} saves to a workspace but stands in none"
    kept = keep_answer(
        turn.conn,
        place.workspace,
        save.kind,
        save.item,
        save.field,
        save.value,
        turn.person.id,
        turn.now,
        save.step,
        bytes.fromhex(save.said_in) if save.said_in else None,
    )
    if kept:
        answer_kept(turn.conn, turn.kit, place.workspace, save.kind, save.item, save.field, turn.now)
        owner_kept(turn.conn, turn.kit, place.workspace, save.kind, save.field, save.value, turn.now)
        if save.kind == "voice":
            voice_kept(turn, place.workspace)


def _do(turn: Turn, do: Do, place: Place) -> None:
    VERBS[do.verb](turn, do, place)


def _draw(turn: Turn, draw: Draw, place: Place) -> None:
    """The place remembers which version was shown, so that approving and sharing mean that one."""
    assert place.workspace is not None, f"{draw.artefact} is drawn of a workspace but the person stands in none"
    keep_in_sight(turn, place, turn.draw(draw.artefact, place.workspace))


def _open(turn: Turn, effect: Open, place: Place) -> None:
    if effect.flow.startswith(f"word:{CHECKIN_WORD}"):
        return go_on_with(turn, effect.flow.removeprefix("word:"))
    if effect.flow.startswith("word:"):
        return open_word(turn, Word(effect.flow.removeprefix("word:")))
    if effect.flow == "join":
        return come_in(turn, effect.carried)
    if effect.flow == THINK:
        return enter(turn, effect.carried)
    turn.open(effect.flow, effect.carried)


def _end(turn: Turn, effect: End, place: Place) -> None:
    """The place was closed when the decision was written."""


_WRITERS: Mapping[type, Callable[[Turn, Any, Place], None]] = {
    Say: _say,
    Save: _save,
    Do: _do,
    Draw: _draw,
    Open: _open,
    End: _end,
}
