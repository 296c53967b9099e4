"""Answers what the think-space asks: which crisis, whose turn it is, what can be chosen, when we look again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time, timedelta

from flows.facts import Facts, Guard, Here, Source
from flows.model import Choice, Fields, Phrase, Verbatim, Wording
from flows.rules import crisis as rules
from flows.rules.crisis import CRISIS, NEVER, OTHER
from flows.rules.dates import Moment

CHECK_IN, ASK_ALL = "crisis_checkin", "crisis_ask"
"""Conversations about who is safe; they are offered where they exist."""

MINE, NEW, ROOM = "mine", "new:", "room:"
CRISES_SHOWN, COALITIONS_SHOWN, COLLEAGUES_SHOWN, ALLIES_SHOWN, PROPOSED_SHOWN = 4, 2, 9, 9, 9
COORDINATOR = "coordinator"
EVENING, MORNING = time(21), time(9)
SOON = (timedelta(hours=1), timedelta(hours=3))

_ROLE = frozenset({"membership"})
_ME = frozenset({"person"})
_MINE = CRISIS | _ROLE | _ME
_APPROVER = frozenset({"crisis", "person"})


def me(facts: Facts) -> str:
    return str(facts.one("person").get("id"))


def leads(facts: Facts) -> bool:
    return facts.one("membership").get("role") == COORDINATOR


# -- which crisis ----------------------------------------------------------------------------------------------------


def _crisis_rooms(facts: Facts, here: Here) -> tuple[Choice, ...]:
    coalitions = list(facts.all("my_coalitions").items())[:COALITIONS_SHOWN]
    return (*_open_rooms(facts), *_safety_rooms(facts, here), *_new_rooms(coalitions), _MY_OWN)


def _open_rooms(facts: Facts) -> tuple[Choice, ...]:
    rooms = [(room, f) for room, f in facts.all("my_crises").items() if f.get("status") != rules.CLOSED]
    return tuple(
        Choice(f"{ROOM}{room}", Phrase("crisis-go-on", {"title": str(f.get("title") or "") or Phrase("crisis-room")}))
        for room, f in rooms[-CRISES_SHOWN:]
    )


def _safety_rooms(facts: Facts, here: Here) -> tuple[Choice, ...]:
    coalitions = facts.all("my_coalitions").values()
    coordinates = any(f.get("role") == COORDINATOR for f in coalitions)
    offered = ((CHECK_IN, bool(coalitions)), (ASK_ALL, coordinates))
    return tuple(
        Choice(flow, Phrase(f"crisis-open.{flow}")) for flow, may in offered if may and flow in here.catalogue
    )


def _new_rooms(coalitions: Sequence[tuple[str, Fields]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"{NEW}{workspace}", Phrase("crisis-for-coalition", {"coalition": _name(fields.get("name"))}))
        for workspace, fields in coalitions
    )


def _name(name: object) -> Wording:
    return Verbatim(str(name)) if name else Phrase("unnamed-coalition")


_MY_OWN = Choice(MINE, Phrase("crisis-for-me"))


def _rooms_are_to_choose(facts: Facts, here: Here) -> bool:
    return len(_crisis_rooms(facts, here)) > 1


def _coordinators_can_be_told(facts: Facts, here: Here) -> bool:
    return bool(facts.all("my_coalitions"))


# -- whose turn it is ------------------------------------------------------------------------------------------------


def _of_crisis(test: Callable[[Facts, Here], bool], *, reads: frozenset[str] = _MINE) -> Guard:
    return Guard(test, reads)


def _is_my_first_round(facts: Facts, here: Here) -> bool:
    return not facts.all("voice").get(me(facts), {}).get("done")


def _leads_first_round(facts: Facts, here: Here) -> bool:
    return leads(facts) and _is_my_first_round(facts, here) and not rules.now_of(facts.tables).get("round")


def _has_written_nothing(facts: Facts) -> bool:
    return not facts.all("voice").get(me(facts))


def _is_untold(facts: Facts, here: Here) -> bool:
    return leads(facts) and not rules.now_of(facts.tables).get("summary") and _is_my_first_round(facts, here)


def _statement_is_wanted(facts: Facts, here: Here) -> bool:
    return leads(facts) and not rules.is_dead_end(facts.tables)


def _nothing_was_chosen(facts: Facts, here: Here) -> bool:
    return not facts.all("decision").get(here.frame.item, {}).get("text")


def _joining_is_open(facts: Facts, here: Here) -> bool:
    return here.place.carried.get("joining") not in ("yes", "no")


# -- what can be chosen ----------------------------------------------------------------------------------------------


def _my_voice(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return (Choice(me(facts), Phrase("choice-me")),)


def _crisis_ways(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(way, rules.way_said(way)) for way in rules.ways(facts.tables))


def _crisis_allies(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """Partners as the coalition's own map and ledger know them; what was written already is kept as it is."""
    known = list(facts.all("allies").items())[:ALLIES_SHOWN]
    return tuple(Choice(name, _ally(name, fields.get("offers"))) for name, fields in known)


def _ally(name: str, offers: object) -> Wording:
    if not isinstance(offers, list) or not offers:
        return Verbatim(name)
    return Phrase("crisis-ally", {"name": name, "what": Phrase(f"resource-kind.{offers[0]}")})


def _proposed_actions(facts: Facts, here: Here) -> tuple[Choice, ...]:
    lines = rules.proposed(facts.tables, me(facts))[:PROPOSED_SHOWN]
    return tuple(Choice(f"{horizon}|{line}", Verbatim(line)) for horizon, line in lines)


def _actions_without_owner(facts: Facts, here: Here) -> tuple[Choice, ...]:
    lacking = (action for action in rules.actions_of(facts.tables) if not action.owner and not action.done)
    return tuple(Choice(action.item, Verbatim(action.title)) for action in lacking)


def _colleagues(facts: Facts, here: Here) -> tuple[Choice, ...]:
    known = list(facts.all("colleagues").items())[:COLLEAGUES_SHOWN]
    return tuple(Choice(person, Verbatim(str(fields["name"]))) for person, fields in known)


def _crisis_roles(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(role, Phrase(f"crisis-role.{role}")) for role in rules.ROLES)


def _crisis_review(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """The review of this crisis: one record, named like where its steps come from."""
    return (Choice(rules.SOURCE, Phrase("crisis-room")),)


def _next_moments(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """Soon, this evening, tomorrow morning: what stands on the button is what is kept."""
    now = here.now
    hours = tuple(_in_hours(now, ahead) for ahead in SOON)
    evening = now.replace(hour=EVENING.hour, minute=0, second=0, microsecond=0)
    tonight = (_at("tonight", evening),) if evening - now > SOON[-1] else ()
    tomorrow = (now + timedelta(days=1)).replace(hour=MORNING.hour, minute=0)
    chosen_otherwise = (Choice(OTHER, Phrase("crisis-next.other")), Choice(NEVER, Phrase("crisis-next.never")))
    return (*hours, *tonight, _at("tomorrow", tomorrow), *chosen_otherwise)


def _in_hours(now: datetime, ahead: timedelta) -> Choice:
    hours = int(ahead.total_seconds() // 3600)
    at = now + ahead
    at = at.replace(minute=at.minute // 5 * 5)
    return _at("one_hour" if hours == 1 else "three_hours", at)


def _at(name: str, at: datetime) -> Choice:
    moment = Moment(at.date(), time(at.hour, at.minute))
    return Choice(moment.iso(), Phrase(f"crisis-next.{name}", {"hour": f"{at:%H:%M}"}))


def _no_moment_was_chosen(facts: Facts, here: Here) -> bool:
    return rules.now_of(facts.tables).get("next_update_at") == OTHER


def _approver_is(*, member: bool, me_too: bool = False) -> Callable[[Facts, Here], bool]:
    """Whether whoever was named to approve is in the team; `me_too`: is this person themselves."""

    def approver_is(facts: Facts, here: Here) -> bool:
        statement = rules.statement_of(facts.tables)
        who = rules.text_in(statement, "approver_person")
        named = bool(rules.text_in(statement, "approver"))
        return named and bool(who) == member and (who == me(facts)) == me_too

    return approver_is


def _everybody_can_be_asked(facts: Facts, here: Here) -> bool:
    """In a security crisis whoever coordinates is told that all can be asked how they are."""
    coordinates = any(f.get("role") == COORDINATOR for f in facts.all("my_coalitions").values())
    return rules.now_of(facts.tables).get("trigger") == "security" and coordinates and ASK_ALL in here.catalogue


GUARDS: Mapping[str, Guard] = {
    "numbers_were_not_shown": Guard(lambda facts, here: "crisis" not in here.place.carried),
    "rooms_are_to_choose": Guard(_rooms_are_to_choose, frozenset({"my_crises", "my_coalitions"})),
    "coordinators_can_be_told": Guard(_coordinators_can_be_told, frozenset({"my_coalitions"})),
    "crisis_is_untold": _of_crisis(_is_untold),
    "comes_in_to_think": _of_crisis(
        lambda facts, here: bool(rules.now_of(facts.tables).get("summary")) and _has_written_nothing(facts)
    ),
    "is_my_first_round": _of_crisis(_is_my_first_round),
    "is_not_my_first_round": _of_crisis(lambda facts, here: not _is_my_first_round(facts, here)),
    "first_round_with_facts": _of_crisis(
        lambda facts, here: _is_my_first_round(facts, here) and not rules.is_dead_end(facts.tables)
    ),
    "first_round_in_dead_end": _of_crisis(
        lambda facts, here: _is_my_first_round(facts, here) and rules.is_dead_end(facts.tables)
    ),
    "leads_first_round": _of_crisis(_leads_first_round),
    "leads_the_crisis": Guard(lambda facts, here: leads(facts), _ROLE),
    "leads_not_alone": Guard(
        lambda facts, here: leads(facts) and len(facts.all("members")) > 1, _ROLE | frozenset({"members"})
    ),
    "everybody_can_be_asked": Guard(_everybody_can_be_asked, frozenset({"crisis", "my_coalitions"})),
    "is_a_thinker": Guard(lambda facts, here: not leads(facts), _ROLE),
    "statement_is_wanted": _of_crisis(_statement_is_wanted),
    "statement_is_written": Guard(
        lambda facts, here: bool(rules.statement_parts(rules.statement_of(facts.tables))), frozenset({"crisis"})
    ),
    "is_a_dead_end": Guard(lambda facts, here: rules.is_dead_end(facts.tables), frozenset({"crisis"})),
    "is_decided": Guard(lambda facts, here: bool(rules.decisions_of(facts.tables)), frozenset({"decision"})),
    "is_undecided": Guard(lambda facts, here: not rules.decisions_of(facts.tables), frozenset({"decision"})),
    "nothing_was_chosen": Guard(_nothing_was_chosen, frozenset({"decision"})),
    "no_moment_was_chosen": Guard(_no_moment_was_chosen, frozenset({"crisis"})),
    "approver_is_here": Guard(_approver_is(member=True), _APPROVER),
    "approver_is_elsewhere": Guard(_approver_is(member=False), _APPROVER),
    "approver_is_oneself": Guard(_approver_is(member=True, me_too=True), _APPROVER),
    "name_is_missing": Guard(lambda facts, here: not facts.one("person").get("display_name"), _ME),
    "colleagues_can_be_invited": Guard(
        lambda facts, here: leads(facts) and bool(facts.all("colleagues")), _ROLE | frozenset({"colleagues"})
    ),
    "joining_is_open": Guard(_joining_is_open),
}

SOURCES: Mapping[str, Source] = {
    "crisis_rooms": Source(_crisis_rooms, frozenset({"my_crises", "my_coalitions"})),
    "my_voice": Source(_my_voice, _ME),
    "crisis_ways": Source(_crisis_ways, frozenset({"voice"})),
    "crisis_allies": Source(_crisis_allies, frozenset({"allies"})),
    "proposed_actions": Source(_proposed_actions, CRISIS | _ME),
    "actions_without_owner": Source(_actions_without_owner, CRISIS),
    "colleagues": Source(_colleagues, frozenset({"colleagues"})),
    "crisis_roles": Source(_crisis_roles),
    "crisis_review": Source(_crisis_review),
    "next_moments": Source(_next_moments),
}
