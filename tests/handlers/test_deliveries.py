"""What platforms deliver: once has an effect, again has none; what fails is kept sealed and said kindly."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection
from structlog.testing import capture_logs

from flows import engine
from storage.inbox import quarantined
from tests.cast import Company, Someone, World


async def test_the_same_event_delivered_three_times_has_one_effect(world: World, company: Company) -> None:
    await company.neta.opens("a")
    spoken = company.neta.speaks("אין תחבורה בלילה")
    for _ in range(3):
        assert await world.deliver(spoken)
    assert [field for field, _ in await company.neta.answers()].count("problem_statement") == 1
    assert company.neta.times("a_why_together") == 1
    assert world.app.receiver.counts["duplicate:playground_telegram"] == 2


async def test_a_press_delivered_three_times_has_one_effect(world: World, company: Company) -> None:
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-people")
    await company.neta.press("people_menu.choice-invite")
    press = world.arrived[-1]
    for _ in range(2):
        assert await world.deliver(press)
    assert await world.count("invitations") == 2  # the one Samir and Robin came with, and this one


async def test_two_channels_may_use_the_same_event_id(world: World, neta: Someone, samir: Someone) -> None:
    await neta.start()
    telegram = world.arrived[-1]
    await samir.start()
    whatsapp = world.arrived[-1]
    await world.deliver(replace(whatsapp, event_id=telegram.event_id, text="/menu"))
    assert samir.times("choose_language") == 2


async def test_a_key_is_kept_unreadable_and_goes_after_thirty_days(world: World, neta: Someone) -> None:
    await neta.arrives()
    assert not world.on_disk(world.arrived[-1].event_id)
    assert await world.count("inbox") == len(world.arrived)
    await world.move(timedelta(days=31))
    assert await world.count("inbox") == 0


async def test_what_nobody_can_read_is_no_fault(world: World, neta: Someone) -> None:
    await neta.arrives()
    for words in ("\u200f\u202e", "❤️", "\u0301" * 50, "/unknown", "0", "١٢", "." * 4096):
        await neta.say(words)
        assert neta.saw("main_menu")
    assert await world.read(quarantined) == 0


async def test_a_turn_that_fails_is_kept_sealed_told_kindly_and_counted(
    world: World, neta: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    await neta.arrives()
    monkeypatch.setattr(engine, "advance", _fails)
    with capture_logs() as logs:
        await neta.say("מילים שאסור לאבד")
    assert neta.sees() == [neta.words("error-on-our-side")]
    assert world.app.receiver.counts["quarantine:playground_telegram"] == 1
    assert not world.on_disk("מילים שאסור לאבד")
    assert [entry["event"] for entry in logs if entry["log_level"] == "error"] == ["turn.failed"]
    assert "secret" not in json.dumps(logs, default=str)
    [(row, sealed)] = await world.ask("SELECT row, sealed FROM quarantine")
    assert isinstance(sealed, bytes)
    kept = json.loads(world.plan.keys.open("quarantine", str(row), sealed))
    assert kept["text"] == "מילים שאסור לאבד"


def _fails(*_: Any) -> None:
    """From now on every decision fails, as a fault of ours would."""
    raise ZeroDivisionError("some secret words of a person")


async def test_a_failed_turn_is_not_tried_again_by_a_second_delivery(
    world: World, neta: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    await neta.arrives()
    with monkeypatch.context() as broken:
        broken.setattr(engine, "advance", _fails)
        await neta.say("פעם אחת")
    assert await world.deliver(world.arrived[-1])
    assert neta.sees() == [neta.words("error-on-our-side")]
    assert await world.read(quarantined) == 1


async def test_nothing_of_a_failed_turn_stays(world: World, neta: Someone, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(engine, "advance", _fails)
        await neta.start()
    assert await world.count("persons") == 0
    assert neta.sees() == []
    await neta.start()
    assert neta.saw("choose_language")


async def test_the_quarantine_is_empty_after_three_days(
    world: World, neta: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    await neta.arrives()
    with monkeypatch.context() as broken:
        broken.setattr(engine, "advance", _fails)
        await neta.say("לא להרבה זמן")
    await world.move(timedelta(hours=71))
    assert await world.read(quarantined) == 1
    await world.move(timedelta(hours=26))
    assert await world.read(quarantined) == 0


async def test_what_cannot_be_made_durable_is_not_confirmed_and_counts_when_it_comes_again(
    world: World, company: Company
) -> None:
    await company.neta.opens("a")
    spoken = company.neta.speaks("אין תחבורה בלילה " * 200)
    await world.run(_fill_the_disk)
    assert not await world.app.receiver.receive(spoken)
    assert not [field for field, _ in await company.neta.answers() if field == "problem_statement"]
    await world.run(_empty_the_disk)
    assert await world.deliver(spoken)
    assert company.neta.saw("a_why_together")


def _fill_the_disk(conn: Connection) -> None:
    pages = conn.exec_driver_sql("PRAGMA page_count").scalar()
    conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def _empty_the_disk(conn: Connection) -> None:
    conn.exec_driver_sql("PRAGMA max_page_count = 1000000")
