"""People choose when they want quiet; what they chose is kept beside them, and what waits comes afterwards."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from flows.effects import Say
from flows.model import Verbatim
from flows.rules.quiet_choices import DAYS, NIGHTS, quiet_choices, quiet_fields, with_choice
from flows.rules.quiet_times import Night
from handlers.telling import Alert, told
from storage.coding import say_json
from tests.cast import Company, Someone, World

ZONE = ZoneInfo("Asia/Jerusalem")
SATURDAY_NOON = datetime(2026, 11, 28, 12, tzinfo=ZONE).astimezone(UTC)


async def opens_quiet(who: Someone) -> None:
    await who.say("/menu")
    await who.press("main_menu.choice-settings")
    await who.press("settings_menu.choice-quiet")


async def kept(world: World, who: Someone) -> object:
    [(quiet,)] = await world.ask("SELECT quiet FROM persons WHERE id = :me", me=await who.number())
    return json.loads(str(quiet)) if quiet else None


async def is_told(world: World, company: Company, who: Someone, alert: Alert | None) -> bool:
    [(there,)] = await world.ask("SELECT id FROM workspaces")
    content = {"say": say_json(Say((Verbatim("news"),)))}
    done = await world.run(told, world.app.kit, await who.number(), str(there), [content], world.clock.now(), alert)
    world.app.sender.wake()
    await world.rest()
    return done


# -- the document --------------------------------------------------------------------------------------------------


def test_nights_shabbat_and_jewish_holidays_are_quiet_until_somebody_chooses() -> None:
    usual = quiet_choices(None, ZONE)
    assert (usual.night, usual.keep_shabbat, usual.jewish_holidays) == (Night(), True, True)
    others = ("memorial_days", "muslim_feasts", "ramadan_iftar", "ramadan_night", "christian_western")
    assert not any(getattr(usual, name) for name in (*others, "christian_eastern", "druze_days"))


@pytest.mark.parametrize("night", NIGHTS)
def test_every_night_that_is_offered_is_a_night(night: str) -> None:
    assert quiet_choices({"nights": night}, ZONE).night == NIGHTS[night]


@pytest.mark.parametrize("day", DAYS)
def test_every_day_that_is_ticked_is_kept_and_no_other(day: str) -> None:
    chosen = quiet_choices(with_choice(None, "quiet_days", [day]), ZONE)
    assert [choice for choice, name in DAYS.items() if getattr(chosen, name)] == [day]


def test_nothing_ticked_is_a_choice_too() -> None:
    assert not quiet_choices({"days": []}, ZONE).keep_shabbat


def test_one_choice_leaves_the_others() -> None:
    assert with_choice({"nights": "none"}, "quiet_city", "Haifa") == {"nights": "none", "city": "Haifa"}


def test_what_this_version_does_not_know_is_left_out() -> None:
    fields = quiet_fields({"nights": "n1_2", "days": ["moon", "druze"], "city": "Atlantis", "more": 1})
    assert fields == {"quiet_nights": "n22_7", "quiet_days": ["druze"], "quiet_city": "Jerusalem"}


# -- the conversation ----------------------------------------------------------------------------------------------


async def test_nights_days_and_city_are_chosen_and_shown(world: World, company: Company) -> None:
    robin = company.robin
    await opens_quiet(robin)
    assert robin.saw("quiet_menu", city="Jerusalem", nights=robin.words("quiet_nights.choice-n22_7"))
    await robin.press("quiet_menu.choice-nights")
    await robin.press("quiet_nights.choice-n23_7")
    await robin.press("quiet_menu.choice-days")
    await robin.press("quiet_days.choice-holidays")
    await robin.press("quiet_days.choice-iftar")
    await robin.press("choice-done")
    await robin.press("quiet_menu.choice-city")
    await robin.say("haifa")
    assert robin.saw("quiet-city-kept", city="Haifa")
    assert robin.saw("quiet_menu", city="Haifa", nights=robin.words("quiet_nights.choice-n23_7"))
    assert await kept(world, robin) == {"nights": "n23_7", "days": ["shabbat", "iftar"], "city": "Haifa"}
    await robin.press("quiet_menu.choice-back")
    assert robin.saw("settings_menu")
    await robin.press("settings_menu.choice-mydata")
    assert robin.saw("mydata-quiet", city="Haifa", nights=robin.words("quiet_nights.choice-n23_7"))


async def test_a_city_we_do_not_know_changes_nothing(world: World, company: Company) -> None:
    robin = company.robin
    await opens_quiet(robin)
    await robin.press("quiet_menu.choice-city")
    await robin.say("Atlantis")
    assert robin.saw("quiet-city-unknown", text="Atlantis")
    assert robin.saw("quiet_menu", city="Jerusalem")
    assert await kept(world, robin) is None


# -- what waits ----------------------------------------------------------------------------------------------------


async def test_an_alert_waits_for_the_end_of_shabbat(world: World, company: Company) -> None:
    await world.move(SATURDAY_NOON - world.clock.now())
    assert await is_told(world, company, company.robin, Alert(SATURDAY_NOON + timedelta(days=1)))
    assert "news" not in company.robin.chat
    await world.move(timedelta(hours=6))
    assert "news" in company.robin.chat


async def test_an_alert_that_matters_no_more_when_the_quiet_ends_is_dropped(world: World, company: Company) -> None:
    await world.move(SATURDAY_NOON - world.clock.now())
    assert not await is_told(world, company, company.robin, Alert(SATURDAY_NOON + timedelta(hours=2)))
    await world.move(timedelta(days=1))
    assert "news" not in company.robin.chat


async def test_what_is_approved_and_what_is_no_alert_goes_at_once(world: World, company: Company) -> None:
    await world.move(SATURDAY_NOON - world.clock.now())
    await is_told(world, company, company.robin, Alert(SATURDAY_NOON + timedelta(days=1), urgent=True))
    await is_told(world, company, company.samir, None)
    assert "news" in company.robin.chat
    assert "news" in company.samir.chat
