"""Lets an edited message change the answer it gave, as a new version; any other edit means nothing."""

from flows.model import Phrase
from flows.typed import cleaned, cleaned_name
from handlers.messages import Incoming
from handlers.reading import message_lookup
from handlers.turn import Turn
from storage.answers import answer_said_in, keep_answer


def edited(turn: Turn, incoming: Incoming) -> None:
    """An edited message that was an answer changes that answer, as a new version; any other edit means nothing."""
    if incoming.text is None:
        return
    said_in = message_lookup(turn, incoming)
    answer = answer_said_in(turn.conn, said_in, turn.person.id)
    text = cleaned(incoming.text)
    if answer is None or not text or not isinstance(answer.value, str):
        return
    asked = turn.kit.conversations.asked_at(answer.step)
    if asked is None or turn.membership_in(answer.workspace) is None or turn.refusal(asked[0], answer.workspace):
        return
    if asked[1].fits == "name":
        text = cleaned_name(text)
    kept = keep_answer(
        turn.conn,
        answer.workspace,
        answer.kind,
        answer.item,
        answer.field,
        text,
        turn.person.id,
        turn.now,
        answer.step,
        said_in,
    )
    if kept:
        turn.say(Phrase("edited-kept", {"text": text}))
