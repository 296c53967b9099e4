"""Words what a crisis space shows in the chat: the picture as it grows, the statement, the team, a decision."""

from collections.abc import Iterable, Mapping
from typing import Final

from flows.facts import Facts, Filling, Here
from flows.model import Fields, Fill, Phrase, Verbatim, Wording
from flows.rules import crisis as rules
from flows.rules import emergency
from flows.rules.crisis import CRISIS, Tables
from flows.rules.days import kept_day

Fills = Mapping[str, Fill]

SHOWN: Final = 3
"""How many lines of a list stand in the picture; the rest is on the card and in the log."""
PICTURED: Final = ("facts", "unknowns", "goals", "options")
NAMED: Final = "names"


def picture(tables: Tables, members: Mapping[str, Fields]) -> tuple[Wording, ...]:
    """What is known so far, as one message: a few lines of each list, the decision, open actions, the next look."""
    lines = _about(tables)
    names = members if rules.now_of(tables).get("names") == NAMED else {}
    for name in PICTURED:
        lines += _list(name, rules.all_said(tables, name), names)
    lines += _outcome(tables, members)
    return tuple(lines)


def _about(tables: Tables) -> list[Wording]:
    return [Phrase("crisis-about", {"title": rules.title_of(tables) or Phrase("crisis-room")}), *_kind(tables)]


def _outcome(tables: Tables, members: Mapping[str, Fields], coming: int = 0) -> list[Wording]:
    """What came of it: the decision, the actions, how many have written, when we look again."""
    lines = [*_decided(tables), *_open_actions(tables, coming)]
    if len(members) > 1:
        lines.append(Phrase("crisis-thinking", {"count": rules.have_thought(tables), "total": len(members)}))
    if rules.next_look(tables):
        lines.append(Phrase("crisis-next-look", {"day": kept_day(rules.next_look(tables))}))
    return lines


def counted(tables: Tables, members: Mapping[str, Fields], coming: int = 0) -> tuple[Wording, ...]:
    """The picture in a few lines: how much stands in each list, and what came of it.

    `coming`: lines that become actions with this very answer.
    """
    counts = ((name, len(rules.all_said(tables, name))) for name in PICTURED)
    said = tuple(Phrase(f"crisis-count.{name}", {"count": count}) for name, count in counts if count)
    return (*_about(tables), *((joined(said),) if said else ()), *_outcome(tables, members, coming))


def _kind(tables: Tables) -> list[Wording]:
    now = rules.now_of(tables)
    trigger, severity, status = (rules.text_in(now, name) for name in ("trigger", "severity", "status"))
    said: list[Wording] = [Phrase(f"cr_trigger.choice-{trigger}")] if trigger else []
    said += [Phrase(f"cr_severity.choice-{severity}")] if severity else []
    said += [Phrase(f"cr_close.choice-{status}")] if status else []
    return [Phrase("crisis-kind", {"words": joined(said)})] if said else []


def _list(name: str, said: tuple[rules.Said, ...], members: Mapping[str, Fields]) -> list[Wording]:
    if not said:
        return []
    shown = [_line(one, members) for one in said[:SHOWN]]
    more = [Phrase("crisis-more", {"count": len(said) - SHOWN})] if len(said) > SHOWN else []
    return [Phrase(f"crisis-list.{name}", {"items": (*shown, *more)})]


def _line(said: rules.Said, members: Mapping[str, Fields]) -> Wording:
    names = [str(members[author].get("name")) for author in said.authors if author in members]
    if not names:
        return Phrase("dash-line", {"text": said.text})
    return Phrase("crisis-line-of", {"text": said.text, "names": " · ".join(names)})


def _decided(tables: Tables) -> list[Wording]:
    decisions = rules.decisions_of(tables)
    return [Phrase("crisis-decided", {"text": rules.way_said(str(decisions[-1]["text"]))})] if decisions else []


def _open_actions(tables: Tables, coming: int) -> list[Wording]:
    actions = rules.actions_of(tables)
    done, count = sum(action.done for action in actions), len(actions) + coming
    return [Phrase("crisis-actions", {"count": count, "done": done})] if count else []


def joined(parts: Iterable[Wording]) -> Wording:
    """Several wordings on one line, with a dot between them."""
    whole: Wording | None = None
    for part in parts:
        whole = part if whole is None else Phrase("crisis-and", {"one": whole, "other": part})
    return whole or Verbatim("")


def statement_lines(tables: Tables) -> tuple[Wording, ...]:
    """The holding statement, each part on a line of its own in the words of whoever wrote it."""
    parts = rules.statement_parts(rules.statement_of(tables))
    return tuple(Phrase(f"statement-part.{name}", {"text": text}) for name, text in parts)


def _statement(facts: Facts, here: Here) -> Fills:
    statement = rules.statement_of(facts.tables)
    second = rules.text_in(statement, "second")
    other: tuple[Wording, ...] = (Phrase("statement-second", {"text": second}),) if second else ()
    lines = statement_lines(facts.tables)
    if not lines:
        return {"statement": (Phrase("statement-empty"),), "state": ""}
    return {"statement": (*lines, *other), "state": _state(statement)}


def _state(statement: Fields) -> Wording:
    state = rules.statement_state(statement)
    approver = rules.text_in(statement, "approver")
    remark = rules.text_in(statement, "remark")
    fills: dict[str, Fill] = {
        "name": approver or Phrase("not-clear-yet"),
        "remark": remark or Phrase("not-clear-yet"),
    }
    return Phrase(f"statement-state.{state}", fills)


def _so_far(name: str) -> Filling:
    """What stands in the lists already, to take words from."""

    def so_far(facts: Facts, here: Here) -> Fills:
        lines = tuple(Phrase("dash-line", {"text": text}) for text in rules.texts(facts.tables, name)[:SHOWN])
        return {"so_far": lines or (Phrase("not-clear-yet"),)}

    return Filling(so_far, CRISIS, frozenset({"so_far"}))


def _next_so_far(facts: Facts, here: Here) -> Fills:
    return {"day": kept_day(rules.next_look(facts.tables))}


def _crisis_picture(facts: Facts, here: Here) -> Fills:
    leads = facts.one("membership").get("role") == "coordinator"
    coming = rules.not_taken_on(facts.tables, str(facts.one("person").get("id"))) if leads else 0
    return {"picture": counted(facts.tables, facts.all("members"), coming)}


def _crisis_brief(facts: Facts, here: Here) -> Fills:
    """What somebody who comes in must know before they think along."""
    summary = rules.text_in(rules.now_of(facts.tables), "summary")
    return {"what": (Verbatim(summary), *_kind(facts.tables), *_decided(facts.tables))}


def _latest_decision(facts: Facts, here: Here) -> Fills:
    decisions = rules.decisions_of(facts.tables)
    last = decisions[-1] if decisions else {}
    reason = rules.text_in(last, "reason")
    return {
        "decision": rules.way_said(str(last.get("text") or "")),
        "reason": Verbatim(reason) if reason else Phrase("not-clear-yet"),
    }


def _action_item(facts: Facts, here: Here) -> Fills:
    task = facts.all("task").get(here.frame.item, {})
    return {"action": rules.text_in(task, "title"), "day": kept_day(task.get("due"))}


def _role_item(facts: Facts, here: Here) -> Fills:
    return {"role": Phrase(f"crisis-role.{here.frame.item}")}


def _team(facts: Facts, here: Here) -> Fills:
    """Who is here, and who holds which part."""
    members = tuple(Phrase("dash-line", {"text": _name_of(fields)}) for fields in facts.all("members").values())
    return {"people": (*members, *role_lines(facts.tables))}


def role_lines(tables: Tables) -> tuple[Wording, ...]:
    return tuple(
        Phrase(
            "crisis-role-line" if backup else "crisis-role-alone",
            {"role": Phrase(f"crisis-role.{role}"), "name": owner, "backup": backup},
        )
        for role, owner, backup in rules.roles_held(tables)
    )


def _name_of(fields: Fields) -> Wording:
    name = str(fields.get("name") or "")
    return Verbatim(name) if name not in ("", "–") else Phrase("nameless-member")


_MEMBERS = frozenset({"members"})
_WHO = _MEMBERS | frozenset({"membership", "person"})

FILLS: Mapping[str, Filling] = {
    "crisis_picture": Filling(_crisis_picture, CRISIS | _WHO, frozenset({"picture"})),
    "statement": Filling(_statement, frozenset({"crisis"}), frozenset({"statement", "state"})),
    "known_so_far": _so_far("facts"),
    "unknown_so_far": _so_far("unknowns"),
    "next_so_far": Filling(_next_so_far, frozenset({"crisis"}), frozenset({"day"})),
    "crisis_brief": Filling(_crisis_brief, CRISIS, frozenset({"what"})),
    "latest_decision": Filling(_latest_decision, frozenset({"decision"}), frozenset({"decision", "reason"})),
    "action_item": Filling(_action_item, frozenset({"task"}), frozenset({"action", "day"})),
    "crisis_role": Filling(_role_item, gives=frozenset({"role"})),
    "crisis_team": Filling(_team, CRISIS | _MEMBERS, frozenset({"people"})),
    **emergency.FILLS,
}
