"""What is due happens once, at its own moment; what has outlived its promise goes by itself."""

from datetime import timedelta

from structlog.testing import capture_logs

from storage.timers import next_due, set_timer, waiting_timers
from tests.cast import Company, Someone, World


async def test_retention_comes_back_every_day(world: World) -> None:
    with capture_logs() as logs:
        await world.move(timedelta(days=3, minutes=1))
    assert [entry["kind"] for entry in logs if entry["event"] == "timer.fired"] == ["retention"] * 3
    [timer] = await world.read(waiting_timers, 10)
    assert timer.kind == "retention"


async def test_a_restart_sets_no_second_retention(world: World) -> None:
    before = await world.read(next_due)
    await world.restart()
    assert await world.read(next_due) == before
    assert await world.count("timers") == 1


async def test_delivered_messages_go_after_seven_days_but_not_the_open_question(
    world: World, company: Company
) -> None:
    await world.move(timedelta(days=6))
    assert await world.count("outbox") > 20
    await world.move(timedelta(days=3))
    left = await world.rows()
    assert {row.person for row in left} == {
        await who.number() for who in (company.neta, company.samir, company.robin)
    }
    assert all(row.place for row in left)
    await company.robin.press("main_menu.choice-coalition")
    assert company.robin.saw("stage_jump")


async def test_an_occurrence_set_twice_is_one_and_moves(world: World, neta: Someone) -> None:
    await neta.start()
    number = await neta.number()
    for hours in (5, 7):
        due = world.clock.now() + timedelta(hours=hours)
        await world.run(set_timer, "forget_unconsented", f"forget_unconsented:{number}", due, number)
    timers = [timer for timer in await world.read(waiting_timers, 10) if timer.person == number]
    assert [timer.due_at for timer in timers] == [due]


async def test_a_timer_of_somebody_who_is_gone_goes_with_them(world: World, neta: Someone) -> None:
    await neta.start()
    assert await world.count("timers") == 2
    await neta.press("choose_language.choice-he")
    await neta.press("privacy_consent.choice-no")
    await world.move(timedelta(minutes=2))
    assert await world.count("timers") == 1


async def test_what_was_erased_by_a_timer_leaves_the_disk(world: World) -> None:
    stranger = world.someone("x", "he")
    await stranger.start()
    [(lookup,)] = await world.ask("SELECT lookup FROM addresses")
    assert isinstance(lookup, bytes)
    assert lookup in _bytes(world)
    await world.move(timedelta(hours=25))
    assert lookup not in _bytes(world)


def _bytes(world: World) -> bytes:
    files = (world.database, world.database.with_name(world.database.name + "-wal"))
    return b"".join(file.read_bytes() for file in files if file.exists())
