"""Shows people what is kept about them, in words and not in codes, so that trust needs no explaining."""

from collections.abc import Iterator, Mapping

from flows.contacts import WHO
from flows.effects import Do
from flows.model import Phrase, Place, Value, Verbatim, Wording
from flows.rules.action_days import title_of
from flows.rules.days import kept_day
from flows.rules.news import weekly_time_said
from flows.rules.quiet_choices import quiet_fields, quiet_said
from handlers.checkin_words import on_day
from handlers.coalition import name_of
from handlers.turn import Turn
from storage.answers import Answer, answers_of, records
from storage.attendance import answers_to_actions
from storage.checkins import checkins_answered
from storage.workspaces import COALITION, Membership

ANSWERS_SHOWN = 60

DAYS = frozenset(
    {"available_from", "available_until", "done_at", "due", "launch_at", "needed_by", "start_at", "talk_at"}
)
"""Fields that hold a day."""

KIND_LABELS = {
    "resource": "resource-kind",
    "gap": "gap-kind",
    "tactic": "means",
    "goal": "goal-kind",
    "role": "role-kind",
    "risk": "risk-kind",
}
"""Records that are one of a fixed list of kinds, with the texts that name those."""


def show_my_data(turn: Turn, do: Do, place: Place) -> None:
    """Everything kept about this person, readable."""
    person = turn.person
    answers = tuple(answer for answer in answers_of(turn.conn, person.id) if _says_something(answer))
    names = {membership.workspace: name_where(membership) for membership in turn.parts()}
    coalitions: tuple[Wording, ...] = tuple(
        Phrase(
            "mydata-coalition",
            {
                "coalition": name_of(membership.name),
                "role": Phrase(f"role-label.{membership.role}"),
                "count": sum(answer.workspace == membership.workspace for answer in answers),
            },
        )
        for membership in turn.memberships()
    )
    consented = person.consented_at
    turn.say(
        Phrase(
            "mydata",
            {
                "name": person.display_name or Phrase("not-clear-yet"),
                "language": Phrase(f"language-name.{person.language}"),
                "address": Phrase(f"form-name.{person.address_form or 'plural'}"),
                "consented": f"{consented.day}.{consented.month}.{consented.year}" if consented else "–",
                "coalitions": coalitions,
                "answers": len(answers),
            },
        ),
        *_chosen_times(turn),
        Phrase(
            "block",
            {
                "lines": (
                    *_answer_lines(turn, answers, names),
                    *_action_lines(turn, names),
                    *_checkin_lines(turn, names),
                )
            },
        ),
    )


def _chosen_times(turn: Turn) -> Iterator[Wording]:
    """When somebody wants to be asked, and when left alone, where they chose it."""
    person = turn.person
    if person.weekly_day is not None:
        yield Phrase("mydata-weekly", {"time": weekly_time_said(person.weekly_day, person.weekly_hour)})
    if person.quiet is not None:
        yield Phrase("mydata-quiet", quiet_said(quiet_fields(person.quiet), person.language))


def name_where(membership: Membership) -> Wording:
    """What a place is called: a coalition by its name, a crisis by no more than what it is."""
    return name_of(membership.name) if membership.kind == COALITION else Phrase("crisis-room")


def topic_of(turn: Turn, answer: Answer) -> Wording:
    """The name of the question an answer was given to."""
    key = f"{answer.step}.topic"
    has_topic = answer.step is not None and turn.kit.conversations.texts.has(key, turn.voice.language)
    return Phrase(key) if has_topic else Phrase("answer-topic")


def _says_something(answer: Answer) -> bool:
    """An empty list, a name that was not ticked, or a summary's approval tells nothing about anybody."""
    tells = answer.value not in (None, False, []) and answer.step is not None
    return tells and not answer.field.endswith(WHO)  # the name beside it says who


def _answer_lines(turn: Turn, answers: tuple[Answer, ...], names: Mapping[str, Wording]) -> list[Wording]:
    shown = answers[-ANSWERS_SHOWN:]
    return [
        Phrase(
            "mydata-answer",
            {
                "coalition": names.get(answer.workspace, name_of(None)),
                "topic": topic_of(turn, answer),
                "value": _readable(turn, answer),
            },
        )
        for answer in shown
    ]


def _action_lines(turn: Turn, names: Mapping[str, Wording]) -> list[Wording]:
    """Whether they come to which action; it stands nowhere else in their words."""
    return [
        Phrase(
            "mydata-answer",
            {
                "coalition": names.get(workspace, name_of(None)),
                "topic": Phrase("mydata-action", {"title": _title(turn, workspace, action)}),
                "value": Phrase(f"mydata-coming.{answer}"),
            },
        )
        for workspace, action, answer in answers_to_actions(turn.conn, turn.person.id)
    ]


def _checkin_lines(turn: Turn, names: Mapping[str, Wording]) -> list[Wording]:
    """How they said they were, and when; what else they said then goes with it."""
    return [
        Phrase(
            "mydata-answer",
            {
                "coalition": names.get(workspace, name_of(None)),
                "topic": Phrase("mydata-checkin", {"date": on_day(turn.kit, asked_at)}),
                "value": Phrase(f"ci_ok.choice-{status}"),
            },
        )
        for workspace, asked_at, status in checkins_answered(turn.conn, turn.person.id)
    ]


def _title(turn: Turn, workspace: str, action: str) -> str:
    return title_of(records(turn.conn, workspace, ("action",))["action"].get(action, {}))


def _readable(turn: Turn, answer: Answer) -> Wording:
    """An answer as its giver saw it: labels for choices, the name of what was ticked."""
    if isinstance(answer.value, list):
        lines = tuple(Phrase("dash-line", {"text": _readable_one(turn, answer, one)}) for one in answer.value)
        return Phrase("and-list", {"items": lines})
    if answer.item and answer.value in (True, "primary"):
        return _marked(turn, answer)
    if isinstance(answer.value, str) and answer.field in DAYS:
        return kept_day(answer.value)
    return _readable_one(turn, answer, answer.value)


def _marked(turn: Turn, answer: Answer) -> Wording:
    """What was ticked: a record by its name, or one of a fixed list of kinds by its label."""
    if answer.kind in KIND_LABELS:
        return Phrase(f"{KIND_LABELS[answer.kind]}.{answer.item.rpartition(':')[2]}")
    named = records(turn.conn, answer.workspace, (answer.kind,))[answer.kind].get(answer.item, {})
    return Verbatim(str(named.get("name") or "–"))


def _readable_one(turn: Turn, answer: Answer, value: Value) -> Wording:
    asked = turn.kit.conversations.asked_at(answer.step)
    if asked is not None and value in asked[1].choices:
        return Phrase(f"{asked[1].id}.choice-{value}")
    return Verbatim(str(value))
