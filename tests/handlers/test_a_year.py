"""A year of a coalition: every alert's time is held against one reckoned another way, by hand-written holy days.

The year has both changes of the clock, Passover, the autumn's holidays and three days in which the bot was away.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.playground.phones import Look
from flows.wording import plain
from handlers.messages import Outcome, Outgoing
from storage.people import set_person
from tests.cast import Someone, World, play_coalition, world_in

ZONE = ZoneInfo("Asia/Jerusalem")

DAYS = (
    date(2026, 12, 8),  # a Tuesday: nothing special
    date(2026, 12, 25),  # the overdue rung falls on a Saturday
    date(2027, 2, 6),  # a Saturday
    date(2027, 3, 26),  # the clock springs forward this night
    date(2027, 4, 22),  # the first day of Passover
    date(2027, 6, 12),  # Shavuot began the evening before, and it is Shabbat
    date(2027, 7, 15),  # in the outage
    date(2027, 8, 20),  # its day and its eve are ordinary
    date(2027, 10, 2),  # Rosh Hashana and Shabbat, and one day more
    date(2027, 10, 11),  # Yom Kippur
    date(2027, 10, 31),  # the clock falls back this night
)
HOLY = {
    date(2027, 4, 22), date(2027, 4, 28), date(2027, 6, 11), date(2027, 8, 12), date(2027, 10, 2), date(2027, 10, 3),
    date(2027, 10, 11), date(2027, 10, 16), date(2027, 10, 23),
}  # fmt: skip
"""Jewish holidays of 2027 on which no work is done, and the fast of Av."""

AWAY_FROM = datetime(2027, 7, 13, 12, tzinfo=ZONE)
BACK_AT = datetime(2027, 7, 16, 12, tzinfo=ZONE)


def is_holy(day: date) -> bool:
    return day.weekday() == 5 or day in HOLY


def expected(due: date) -> Iterator[tuple[str, date, date]]:
    """(rung, the day it comes, the last day on which it still helps): those that come at all."""
    for rung, offset, matters in (("Tomorrow", -1, 0), ("Today", 0, 0), ("Yesterday was", 1, 3), ("has been", 4, 3)):
        planned = due + timedelta(offset)
        last = planned + timedelta(matters)
        comes = planned
        if AWAY_FROM <= datetime.combine(comes, time(9), ZONE) < BACK_AT:
            comes = BACK_AT.date()
        while is_holy(comes) and is_holy(comes + timedelta(1)):
            comes += timedelta(1)
        if comes <= last:
            yield rung, comes, last


@pytest.fixture
def moments() -> dict[str, list[datetime]]:
    return defaultdict(list)


async def test_every_alert_of_a_year_comes_when_it_should(tmp_path: Path, moments: dict[str, list[datetime]]) -> None:
    async with world_in(tmp_path) as world:
        listen(world, moments)
        neta, _, robin = await play_coalition(world)
        await plan(neta, robin)
        await until(world, AWAY_FROM)
        await world.stop()
        world.clock.move_to(BACK_AT)
        await world.start()
        await until(world, datetime(2027, 11, 30, tzinfo=ZONE))
    for number, due in enumerate(DAYS):
        heard = [(text, at) for text, times in moments.items() if f"step {letter(number)}”" in text for at in times]
        wanted = list(expected(due))
        assert len(heard) == len(wanted), (due, heard)
        for rung, day, _ in wanted:
            [at] = [at.astimezone(ZONE) for text, at in heard if text.startswith(rung) or f"” {rung}" in text]
            assert at.date() == day, (due, rung, at)
            assert comes_at_the_right_hour(at), (due, rung, at)


RAMADAN = (date(2027, 2, 8), date(2027, 3, 8))
"""Its first and last whole day, as it was reckoned for 2027; the moon may take or give one."""


async def test_the_weeks_question_waits_for_the_breaking_of_the_fast_and_for_the_stars(tmp_path: Path) -> None:
    """Every Sunday at six, in summer and winter: later only after the fast was broken, or a holiday went out."""
    asked: list[datetime] = []
    async with world_in(tmp_path) as world:
        neta, samir, _ = await play_coalition(world)
        await world.run(set_person, await samir.number(), quiet={"days": ["shabbat", "holidays", "iftar"]})
        await lead_one_step(neta, samir)
        send = world.lines[Look.WHATSAPP].send

        async def noted(outgoing: Outgoing) -> Outcome:
            if samir.words("wk_open.choice-later") in str(outgoing):
                asked.append(world.clock.now().astimezone(ZONE))
            return await send(outgoing)

        world.lines[Look.WHATSAPP].send = noted  # type: ignore[method-assign]
        for week in range(52):  # whoever never answers is soon asked only once in four weeks
            await until(world, datetime(2026, 11, 24, 12, tzinfo=ZONE) + timedelta(7 * week))
            await samir.press("wk_open.choice-skip")
        await until(world, datetime(2027, 11, 21, tzinfo=ZONE))
    sundays = [date(2026, 11, 22) + timedelta(7 * week) for week in range(52)]
    assert [at.date() for at in asked] == [day + timedelta(is_holy(day + timedelta(1))) for day in sundays]
    for at in asked:
        assert at.time().replace(second=0, microsecond=0) == time(18) or waits_rightly(at), at
    late = {at.date() for at in asked if at.time() > time(18, 2)}
    assert {date(2027, 2, 14), date(2027, 2, 28), date(2027, 10, 3)} <= late


def waits_rightly(at: datetime) -> bool:
    """About an hour after a sunset of February and March; on a holiday after its stars, later with the summer."""
    first, last = RAMADAN[0] - timedelta(1), RAMADAN[1] + timedelta(1)
    in_the_fast = first <= at.date() <= last and time(18, 5) < at.time() < time(18, 50)
    return in_the_fast or (is_holy(at.date()) and time(18) < at.time() < time(20, 45))


async def lead_one_step(neta: Someone, samir: Someone) -> None:
    await neta.opens("f")
    await neta.say("חזון")
    for _ in range(4):
        await neta.say("דילוג")
    await neta.say("לדבר עם הוועדה")
    await neta.press("choice-done")
    await neta.press("choice-now")
    await neta.press(samir.name)


def comes_at_the_right_hour(at: datetime) -> bool:
    """Nine by the local clock; on a holy day after its stars, and what waited for the bot at its return."""
    if is_holy(at.date()):
        return time(16, 40) < at.time() < time(20, 45)
    return at.time() == (BACK_AT.time() if at.date() == BACK_AT.date() else time(9))


def listen(world: World, moments: dict[str, list[datetime]]) -> None:
    """Note when each alert reached Robin or Neta; the long overdue go to whoever coordinates."""
    line = world.lines[Look.TELEGRAM]
    send = line.send

    async def noted(outgoing: Outgoing) -> Outcome:
        for part in outgoing.parts:
            if "step " in part and "Led by" in plain(part):
                moments[plain(part)].append(world.clock.now())
        return await send(outgoing)

    line.send = noted  # type: ignore[method-assign]


async def plan(neta: Someone, robin: Someone) -> None:
    """All the year's steps in one list, each led by Robin; Neta writes, in English like Robin."""
    await neta.say("/menu")
    await neta.press("main_menu.choice-settings")
    await neta.press("settings_menu.choice-language")
    await neta.press("settings_language.choice-en")
    neta.voice = robin.voice
    await neta.opens("f")
    await neta.say("vision")
    for _ in range(4):
        await neta.say("skip")
    for number, due in enumerate(DAYS):
        await neta.say(f"step {letter(number)} – {due.day}.{due.month}.{due.year}")
    await neta.press("choice-done")
    await neta.press("choice-now")
    for number in range(len(DAYS)):
        await neta.press(robin.name)
        await neta.press("choice-keep")
        await neta.press("task_deeper.choice-next")
        if number == len(DAYS) - 1:
            await neta.press("answer-no")


def letter(number: int) -> str:
    return chr(ord("A") + number)


async def until(world: World, moment: datetime) -> None:
    await world.move(moment - world.clock.now())
