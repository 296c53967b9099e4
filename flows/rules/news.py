"""Answers what the flows of the weekly check-in and of one step's news ask: the guards, choices and values."""

from collections.abc import Callable, Mapping

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase, Verbatim
from flows.rules.days import kept_day
from flows.rules.goals import milestones, tasks
from flows.rules.weekly import (
    MILESTONES_A_WEEK,
    NEVER,
    TASKS_A_WEEK,
    USUAL_DAY,
    USUAL_HOUR,
    checkin_item,
    has_something_to_tell,
    open_records,
    open_tasks_of,
    placed_actors,
    week_of,
)

WORK = frozenset({"task", "milestone"})
WEEK = WORK | {"checkin", "person", "membership"}


def me(facts: Facts) -> str:
    return str(facts.one("person").get("id"))


def _this_weeks(facts: Facts, here: Here) -> Fields:
    return facts.all("checkin").get(checkin_item(here.now.date(), me(facts)), {})


def record_told(facts: Facts, here: Here) -> Fields:
    """The step or milestone a block is about."""
    item = here.frame.item
    return facts.all("task").get(item) or facts.all("milestone").get(item) or {}


def _status(facts: Facts, here: Here) -> str:
    """What was pressed under an alert, or else what was answered."""
    return here.place.carried.get("status") or str(record_told(facts, here).get("status") or "")


# -- guards --------------------------------------------------------------------------------------------------------


def _has_open_work(facts: Facts, here: Here) -> bool:
    coordinates = facts.one("membership").get("role") == "coordinator"
    return has_something_to_tell(facts.tables, me(facts), coordinates=coordinates)


def _week_is_to_be_opened(facts: Facts, here: Here) -> bool:
    """Nobody pressed anything under the week's message, and the week's check-in has not begun."""
    return "opened" not in here.place.carried and _this_weeks(facts, here).get("opened") != "now"


def _week_is(opened: str) -> Callable[[Facts, Here], bool]:
    """What was pressed under the week's message, or else what was answered."""

    def week_is(facts: Facts, here: Here) -> bool:
        return (here.place.carried.get("opened") or _this_weeks(facts, here).get("opened")) == opened

    return week_is


def _is_asked_about(kind: str) -> Callable[[Facts, Here], bool]:
    return lambda facts, here: here.frame.item in facts.all(kind) and "status" not in here.place.carried


def _stands_at(status: str, *kinds: str) -> Callable[[Facts, Here], bool]:
    def stands_at(facts: Facts, here: Here) -> bool:
        return any(here.frame.item in facts.all(kind) for kind in kinds) and _status(facts, here) == status

    return stands_at


def _news_is_about_nothing(facts: Facts, here: Here) -> bool:
    return not {"task", "milestone"} & here.place.carried.keys()


def _news_has_no_record(facts: Facts, here: Here) -> bool:
    return not _news_records(facts, here)


def _milestone_was_red(facts: Facts, here: Here) -> bool:
    """Red in an earlier week; that somebody else said so in this one is no second time."""
    fields = facts.all("milestone").get(here.frame.item, {})
    return fields.get("health") == "red" and fields.get("health_week") != week_of(here.now.date())


def _milestone_is_red_again(facts: Facts, here: Here) -> bool:
    fields = facts.all("milestone").get(here.frame.item, {})
    return fields.get("health") == "red" and here.place.carried.get("was_red") == "yes"


def _somebody_moved(facts: Facts, here: Here) -> bool:
    return here.place.carried.get("moved") in {"closer", "away"}


def _mover_is_known(facts: Facts, here: Here) -> bool:
    return _somebody_moved(facts, here) and here.place.carried.get("actor") in placed_actors(facts)


# -- choices -------------------------------------------------------------------------------------------------------


def _titled(table: Mapping[str, Fields]) -> tuple[Choice, ...]:
    return tuple(Choice(item, Verbatim(str(fields["title"]))) for item, fields in table.items())


def _this_week(facts: Facts, here: Here) -> tuple[Choice, ...]:
    item = checkin_item(here.now.date(), me(facts))
    return (Choice(item, Verbatim(item)),)


def _this_week_untold(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """This week, as long as no change around us was told in it."""
    return () if _this_weeks(facts, here).get("arena") else _this_week(facts, here)


def _my_open_tasks(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return _titled(open_tasks_of(facts.all("task"), me(facts)))


def _my_three_tasks(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return _my_open_tasks(facts, here)[:TASKS_A_WEEK]


def _watched_milestones(facts: Facts, here: Here) -> tuple[Choice, ...]:
    if facts.one("membership").get("role") != "coordinator":
        return ()
    return _titled(open_records(facts.all("milestone")))[:MILESTONES_A_WEEK]


def _news_records(facts: Facts, here: Here) -> tuple[Choice, ...]:
    """The step or milestone an alert was about, as long as it stands."""
    carried = here.place.carried
    told = {i: f for i, f in tasks(facts).items() if i == carried.get("task")}
    return _titled(told | {i: f for i, f in milestones(facts).items() if i == carried.get("milestone")})


def _task_just_done(facts: Facts, here: Here) -> tuple[Choice, ...]:
    carried = here.place.carried
    told = {i: f for i, f in tasks(facts).items() if i == carried.get("task")}
    return _titled({i: f for i, f in told.items() if (carried.get("status") or f.get("status")) == "done"})


def _placed_actors(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return tuple(Choice(item, Verbatim(str(f["name"]))) for item, f in placed_actors(facts).items())


# -- values --------------------------------------------------------------------------------------------------------


def week_waiting(tasks_open: int) -> Phrase:
    """What waits in this week's check-in, for its first question."""
    if not tasks_open:
        return Phrase("week-waiting-milestones")
    return Phrase("week-waiting-tasks", {"count": min(tasks_open, TASKS_A_WEEK)})


def _week_ahead(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {"waiting": week_waiting(len(_my_open_tasks(facts, here)))}


def _news_item(facts: Facts, here: Here) -> Mapping[str, Fill]:
    return {"day": kept_day(record_told(facts, here).get("due"))}


def _person_to_talk_to(facts: Facts, here: Here) -> Mapping[str, Fill]:
    contact = facts.one("house").get("contact")
    known = Phrase("person-contact", {"contact": str(contact)})
    return {"person": known if contact else Phrase("person-no-contact")}


def weekly_time_said(day: object, hour: object) -> Phrase:
    """When somebody is asked every week, in words; None: as is usual."""
    if day == NEVER:
        return Phrase("weekly-time-never")
    fills: dict[str, Fill] = {"day": Phrase(f"wt_day.choice-{day or USUAL_DAY}"), "hour": f"{hour or USUAL_HOUR}:00"}
    return Phrase("weekly-time", fills)


def _weekly_time(facts: Facts, here: Here) -> Mapping[str, Fill]:
    person = facts.one("person")
    return {"time": weekly_time_said(person.get("weekly_day"), person.get("weekly_hour"))}


GUARDS: Mapping[str, Guard] = {
    "has_open_work": Guard(_has_open_work, WEEK),
    "week_is_to_be_opened": Guard(_week_is_to_be_opened, WEEK),
    "week_was_opened_by_a_button": Guard(lambda facts, here: "opened" in here.place.carried),
    "week_is_put_off": Guard(_week_is("later"), WEEK),
    "week_is_skipped": Guard(_week_is("skip"), WEEK),
    "task_is_asked_about": Guard(_is_asked_about("task"), WORK),
    "milestone_is_asked_about": Guard(_is_asked_about("milestone"), WORK),
    "news_is_done": Guard(_stands_at("done", "task", "milestone"), WORK),
    "task_goes_on": Guard(_stands_at("going", "task"), WORK),
    "milestone_goes_on": Guard(_stands_at("going", "milestone"), WORK),
    "task_is_stuck": Guard(_stands_at("stuck", "task"), WORK),
    "milestone_is_stuck": Guard(_stands_at("stuck", "milestone"), WORK),
    "news_is_about_nothing": Guard(_news_is_about_nothing),
    "news_has_no_record": Guard(_news_has_no_record, WORK),
    "milestone_was_red": Guard(_milestone_was_red, WORK),
    "milestone_was_not_red": Guard(lambda facts, here: not _milestone_was_red(facts, here), WORK),
    "milestone_is_red_again": Guard(_milestone_is_red_again, WORK),
    "map_has_placed_actors": Guard(lambda facts, here: bool(placed_actors(facts)), frozenset({"actor"})),
    "somebody_moved": Guard(_somebody_moved),
    "mover_is_known": Guard(_mover_is_known, frozenset({"actor"})),
}

SOURCES: Mapping[str, Source] = {
    "this_week": Source(_this_week, frozenset({"person"}), item_kind="checkin"),
    "this_week_untold": Source(_this_week_untold, WEEK, item_kind="checkin"),
    "my_open_tasks": Source(_my_open_tasks, WEEK, item_kind="task"),
    "my_three_tasks": Source(_my_three_tasks, WEEK, item_kind="task"),
    "watched_milestones": Source(_watched_milestones, WEEK, item_kind="milestone"),
    "news_records": Source(_news_records, WORK),
    "task_just_done": Source(_task_just_done, WORK, item_kind="task"),
    "placed_actors": Source(_placed_actors, frozenset({"actor"}), item_kind="actor"),
}

FILLS: Mapping[str, Filling] = {
    "week_ahead": Filling(_week_ahead, WEEK, frozenset({"waiting"})),
    "news_item": Filling(_news_item, WORK, frozenset({"day"})),
    "person_to_talk_to": Filling(_person_to_talk_to, frozenset({"house"}), frozenset({"person"})),
    "weekly_time": Filling(_weekly_time, frozenset({"person"}), frozenset({"time"})),
}
