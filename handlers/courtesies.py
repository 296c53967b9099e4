"""Notes the small kindnesses that ride on a reply: a press answered, a keyboard taken away, ticks shown."""

from flows.effects import Say
from handlers.turn import Turn
from storage.coding import say_json
from storage.questions import Question


def answer_press(turn: Turn) -> None:
    """Take the waiting circle off the pressed button."""
    press = turn.incoming.press if turn.incoming else None
    if press is not None and press.press_id is not None:
        turn.courtesies.append({"kind": "answer_press", "press_id": press.press_id})


def settle(turn: Turn, row: Question, message_id: str | None, chosen: tuple[int, ...]) -> None:
    """Take a question's keyboard away and show what was chosen there."""
    if message_id is not None and turn.kit.limits[row.channel].edits:
        turn.courtesies.append({"kind": "settle", "message_id": message_id, "of": row.key, "chosen": list(chosen)})


def shows_ticks(turn: Turn, say: Say) -> bool:
    """Show new ticks on the pressed message itself, where a message can be edited."""
    press = turn.incoming.press if turn.incoming else None
    if press is None or press.message_id is None or not turn.kit.limits[turn.address.channel].edits:
        return False
    turn.courtesies.append(
        {
            "kind": "show_ticks",
            "message_id": press.message_id,
            "of": press.data.partition(".")[0],
            "say": say_json(say),
        }
    )
    return True
