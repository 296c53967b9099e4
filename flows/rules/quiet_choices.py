"""Keeps what a person chose about quiet times in one small document, so that a new kind of quiet needs no new column.

The document holds only what was chosen; for the rest the usual stands: nights, Shabbat and the Jewish holidays. What
an older version of the bot wrote and this one does not know is left out.
"""

from collections.abc import Mapping
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from flows.facts import Facts, Filling, Here
from flows.model import Fields, Fill, Phrase, Value, Verbatim
from flows.rules.cities import City, city_named
from flows.rules.quiet_times import Night, QuietChoices

FIELDS = {"quiet_nights": "nights", "quiet_days": "days", "quiet_city": "city"}
"""What flow files save about a person, and its name in the document."""

NIGHTS: Mapping[str, Night | None] = {
    "n21_7": Night(time(21), time(7)),
    "n22_7": Night(time(22), time(7)),
    "n22_8": Night(time(22), time(8)),
    "n23_7": Night(time(23), time(7)),
    "n0_8": Night(time(0), time(8)),
    "n0_6": Night(time(0), time(6)),
    "none": None,
}

DAYS: Mapping[str, str] = {
    "shabbat": "keep_shabbat",
    "holidays": "jewish_holidays",
    "memorial": "memorial_days",
    "muslim": "muslim_feasts",
    "iftar": "ramadan_iftar",
    "ramadan": "ramadan_night",
    "western": "christian_western",
    "eastern": "christian_eastern",
    "druze": "druze_days",
}
"""What can be ticked, and what it is called where quiet is reckoned."""

USUAL_NIGHT = "n22_7"
USUAL_DAYS = ("shabbat", "holidays")
USUAL_CITY = "Jerusalem"
"""Candles are lit earliest there: two or twenty minutes more of quiet hurt nobody."""

Kept = Mapping[str, Any]


def quiet_choices(kept: Kept | None, zone: ZoneInfo) -> QuietChoices:
    """What is kept, as quiet is reckoned by it; None: nobody chose anything yet."""
    fields = quiet_fields(kept)
    days = fields["quiet_days"]
    ticked = {name: (choice in days if isinstance(days, list) else False) for choice, name in DAYS.items()}
    return QuietChoices(zone, _city(fields), NIGHTS[str(fields["quiet_nights"])], **ticked)


def quiet_fields(kept: Kept | None) -> Fields:
    """What is kept as flow files read it: the night's name, the days ticked, the city's name in English."""
    chosen = kept or {}
    nights, days, city = chosen.get("nights"), chosen.get("days"), chosen.get("city")
    known = city_named(city) if isinstance(city, str) else None
    return {
        "quiet_nights": nights if nights in NIGHTS else USUAL_NIGHT,
        "quiet_days": [day for day in (days if isinstance(days, list) else USUAL_DAYS) if day in DAYS],
        "quiet_city": known.names["en"] if known else USUAL_CITY,
    }


def with_choice(kept: Kept | None, field: str, value: Value) -> dict[str, Any]:
    """The document with one choice changed; `field` as in `FIELDS`."""
    return {**(kept or {}), FIELDS[field]: value}


def _city(fields: Fields) -> City:
    city = city_named(str(fields.get("quiet_city"))) or city_named(USUAL_CITY)
    assert city is not None, "the usual city stands in the table"
    return city


def quiet_said(fields: Fields, language: object) -> Mapping[str, Fill]:
    """The choices in words, as `quiet_fields` gives them."""
    days = fields.get("quiet_days")
    known = [day for day in days if day in DAYS] if isinstance(days, list) else []
    said = [Phrase(f"quiet_days.choice-{day}") for day in known] or [Phrase("quiet-no-days")]
    lines = tuple(Phrase("dash-line", {"text": one}) for one in said)
    return {
        "nights": Phrase(f"quiet_nights.choice-{fields.get('quiet_nights') or USUAL_NIGHT}"),
        "days": Phrase("and-list", {"items": lines}),
        "city": Verbatim(_city(fields).names[str(language or "he")]),
    }


def _chosen(facts: Facts, here: Here) -> Mapping[str, Fill]:
    person = facts.one("person")
    return quiet_said(person, person.get("language"))


FILLS: Mapping[str, Filling] = {
    "quiet_choices": Filling(_chosen, frozenset({"person"}), frozenset({"nights", "days", "city"})),
}
