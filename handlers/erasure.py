"""Erases what people want gone: one answer, one conversation, or everything, at once."""

from flows.effects import Do
from flows.model import Phrase, Place
from handlers.consent import REFUSED_LIFE, set_unconsented_timer
from handlers.returning import return_to_question
from handlers.turn import Turn
from handlers.what_is_kept import name_where, topic_of
from storage.answers import Answer, answers_of, answers_to, erase_answers, given_together, last_answer_of
from storage.deliveries import unsay
from storage.mentions import erase_mentions
from storage.people import add_person, delete_person, load_person
from storage.places import close_place, load_place, unsay_in_places
from storage.workspaces import COORDINATOR, delete_workspace, lock_workspace, members_of, set_role


def delete_last_answer(turn: Turn, do: Do, place: Place) -> None:
    """Erase what this person answered last in the interrupted conversation's workspace."""
    interrupted = load_place(turn.conn, turn.person.id, do.carried.get("interrupted"))
    workspace = interrupted.workspace if interrupted else turn.person.active_workspace
    answer = last_answer_of(turn.conn, turn.person.id, workspace) if workspace else None
    if answer is None:
        turn.lead.append(Phrase("nothing-to-delete"))
    else:
        _erase(turn, answer.workspace, given_together(turn.conn, answer))
        turn.lead.append(Phrase("deleted-answer", {"topic": topic_of(turn, answer)}))
    return_to_question(turn, do, place)


def delete_interrupted(turn: Turn, do: Do, place: Place) -> None:
    """Erase what this person answered in the interrupted conversation, and close it."""
    interrupted = load_place(turn.conn, turn.person.id, do.carried.get("interrupted"))
    if interrupted is None or interrupted.workspace is None:
        turn.lead.append(Phrase("nothing-to-delete"))
        return turn.open("menu")
    steps = {
        step for flow in _flows_of(turn, interrupted.flow) for step in turn.kit.conversations.catalogue[flow].steps
    }
    _erase(turn, interrupted.workspace, answers_to(turn.conn, turn.person.id, interrupted.workspace, steps))
    close_place(turn.conn, interrupted.id)
    turn.lead.append(Phrase("deleted-conversation"))
    turn.open("menu")


def forget_me(turn: Turn, do: Do, place: Place) -> None:
    """Everything about this person goes now; what they answered stays without their name.

    The goodbye goes to a person of whom nothing is known but the address, who is gone a minute later.
    """
    _leave_no_orphans(turn)
    old = turn.person.id
    voice = turn.voice
    _unname(turn)
    assert turn.incoming is not None
    delete_person(turn.conn, old)
    turn.address = add_person(turn.conn, turn.kit.keys, turn.incoming.channel, turn.incoming.address, turn.now)
    turn.person = load_person(turn.conn, turn.address.person)
    turn.set_person(language=voice.language, address_form=voice.form)
    set_unconsented_timer(turn, REFUSED_LIFE)
    turn.erased = True
    turn.say(Phrase("forgotten"))


def _erase(turn: Turn, workspace: str, given: tuple[Answer, ...]) -> None:
    """Erase answers, and every copy of their words in messages and open questions."""
    words = erase_answers(turn.conn, given, turn.person.id)
    unsay_in_places(turn.conn, [workspace], words)  # first: it waits for the turns that are under way
    unsay(turn.conn, [workspace], words)
    turn.erased = True


def _unname(turn: Turn) -> None:
    """Where this person's name stood for others to read (a message, an open question, a task) it stands no more."""
    name = turn.person.display_name
    for workspace, words in erase_mentions(turn.conn, turn.person.id):
        unsay_in_places(turn.conn, [workspace], words)
        unsay(turn.conn, [workspace], words)
    answered_in = {answer.workspace for answer in answers_of(turn.conn, turn.person.id)}
    workspaces = sorted(answered_in | {membership.workspace for membership in turn.parts()})
    if name:
        unsay_in_places(turn.conn, workspaces, {name})
        unsay(turn.conn, workspaces, {name})


def _flows_of(turn: Turn, flow: str) -> set[str]:
    steps = turn.kit.conversations.catalogue[flow].steps.values()
    return {flow, *(step.call for step in steps if step.call)}


def _leave_no_orphans(turn: Turn) -> None:
    """A coalition whose last coordinator is forgotten goes to the longest member; an empty one is erased."""
    for membership in turn.parts():
        lock_workspace(turn.conn, membership.workspace)
        others = [m for m in members_of(turn.conn, membership.workspace) if m.person != turn.person.id]
        if not others:
            delete_workspace(turn.conn, membership.workspace)
        elif not any(m.role == COORDINATOR for m in others):
            heir = others[0].person
            set_role(turn.conn, membership.workspace, heir, COORDINATOR)
            line = Phrase("became-coordinator", {"coalition": name_where(membership)})
            turn.tell(heir, membership.workspace, line)
