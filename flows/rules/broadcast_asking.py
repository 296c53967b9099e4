"""Answers what composing a call to action asks: what is open, who could be meant, how it stands before it goes."""

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from flows.facts import Facts, Filling, Guard, Here, Source
from flows.model import Choice, Fields, Fill, Phrase, Wording
from flows.rules import broadcast as rules
from flows.rules import broadcast_audience, message_box
from flows.rules.action import actions_in, start_of
from flows.rules.action_days import is_published, title_of
from flows.rules.audience import KINDS, USUAL_RATE, Reach, platform, reach, resting, seconds_for
from flows.rules.broadcast_audience import ASKING, crowd_here, fields_here, for_whom_said
from flows.rules.dates import Moment
from flows.rules.days import kept_day
from flows.rules.message_check import findings

BROADCAST = frozenset({"broadcast"})

PARTS: Mapping[str, tuple[str, ...]] = {
    "text": ("bc_text", "bc_options"),
    "he": ("bc_text_he",),
    "ar": ("bc_text_ar",),
    "en": ("bc_text_en",),
    "picture": ("bc_picture", "bc_alt"),
    "who": ("bc_audience", "bc_audience_who"),
    "narrow": ("bc_narrow", "bc_narrow_who"),
    "when": ("bc_when", "bc_day"),
    "repeat": ("bc_repeat",),
    "purpose": ("bc_purpose", "bc_options"),
}
"""What can be corrected, and the questions that are asked again for it."""

OFTEN = 3
"""So many calls in one week, and people begin to stop them."""

ONLY_LATER = frozenset({"bc_repeat", "bc_narrow", "bc_narrow_who"})
"""Questions nobody is asked on the way to the preview."""


# -- which question is asked -----------------------------------------------------------------------------------------


def _asked(step: str) -> Callable[[Facts, Here], bool]:
    """Whether this question is asked now: while one part is corrected, only those of that part."""

    def asked(facts: Facts, here: Here) -> bool:
        fix = here.place.carried.get("fix")
        wanted = step in PARTS.get(fix, ()) if fix else step not in ONLY_LATER
        applies = _APPLIES.get(step)
        return wanted and (applies is None or applies(facts, here))

    return asked


def _names_a_kind(field: str) -> Callable[[Facts, Here], bool]:
    def names_a_kind(facts: Facts, here: Here) -> bool:
        return fields_here(facts, here).get(field) in KINDS

    return names_a_kind


def _is_a_poll(facts: Facts, here: Here) -> bool:
    return rules.purpose_of(fields_here(facts, here)) == "poll"


def _options_do_not_fit(facts: Facts, here: Here) -> bool:
    return _is_a_poll(facts, here) and not rules.options_fit(fields_here(facts, here))


def _translation(language: str) -> Callable[[Facts, Here], bool]:
    """Asked for the language most readers lack, and whenever it is chosen to be corrected."""

    def wanted(facts: Facts, here: Here) -> bool:
        fields = fields_here(facts, here)
        first = next(iter(rules.texts_of(fields)), "")
        if here.place.carried.get("fix"):
            return language != first
        lacking = {one: n for one, n in _readers(facts, here).items() if one in rules.LANGUAGES and one != first}
        return bool(lacking) and language == max(lacking, key=lambda one: lacking[one])

    return wanted


def _readers(facts: Facts, here: Here) -> Mapping[str, int]:
    return reach(crowd_here(facts), rules.filters_of(fields_here(facts, here))).by_language


def _picture_is_asked(facts: Facts, here: Here) -> bool:
    """Not for a short question, and not where a picture came with the words."""
    if here.place.carried.get("fix"):
        return True
    return not rules.has_picture(fields_here(facts, here)) and not _is_a_poll(facts, here)


def _picture_is_undescribed(facts: Facts, here: Here) -> bool:
    fields = fields_here(facts, here)
    return rules.has_picture(fields) and not fields.get("alt")


def _another_time(facts: Facts, here: Here) -> bool:
    return fields_here(facts, here).get("when") == rules.OTHER


_APPLIES: Mapping[str, Callable[[Facts, Here], bool]] = {
    "bc_audience_who": _names_a_kind("audience"),
    "bc_narrow_who": _names_a_kind("narrow"),
    "bc_options": _is_a_poll,
    "bc_text_he": _translation("he"),
    "bc_text_ar": _translation("ar"),
    "bc_text_en": _translation("en"),
    "bc_picture": _picture_is_asked,
    "bc_alt": _picture_is_undescribed,
    "bc_day": _another_time,
}


def _is_new(facts: Facts, here: Here) -> bool:
    return not here.frame.item


def _donation_is_new(facts: Facts, here: Here) -> bool:
    return rules.purpose_of(fields_here(facts, here)) == "donate" and _asked("bc_purpose")(facts, here)


def _text_is_missing(facts: Facts, here: Here) -> bool:
    return not rules.texts_of(fields_here(facts, here))


def _this_broadcast(facts: Facts, here: Here) -> tuple[Choice, ...]:
    return (Choice(here.frame.item, Phrase("broadcast-title")),)


def _reaches_nobody(facts: Facts, here: Here) -> bool:
    return reach(crowd_here(facts), rules.filters_of(fields_here(facts, here))).people == 0


def _earlier_was_picked(facts: Facts, here: Here) -> bool:
    return "earlier" in here.place.carried


# -- choices ---------------------------------------------------------------------------------------------------------


def _purposes(facts: Facts, here: Here) -> tuple[Choice, ...]:
    ahead = [(item, f) for item, f in actions_in(facts.tables, here.now.date()).items() if _is_ahead(f, here)]
    events = tuple(Choice(f"event:{item}", Phrase("call-for-event", {"title": title_of(f)})) for item, f in ahead[:1])
    usual = tuple(Choice(purpose, Phrase(f"call-purpose.{purpose}")) for purpose in rules.PURPOSES)
    return (*events, *usual, Choice(rules.EARLIER, Phrase("call-purpose.earlier")))


def _is_ahead(action: Fields, here: Here) -> bool:
    start = start_of(action)
    return is_published(action) and start is not None and start.day >= here.now.date()


def _times(facts: Facts, here: Here) -> tuple[Choice, ...]:
    usual = (Choice(moment.iso(), Phrase(f"call-time.{name}")) for name, moment in rules.times_to_send(here.now))
    return (Choice(rules.NOW, Phrase("call-time.now")), *usual, Choice(rules.OTHER, Phrase("call-time.other")))


def _parts(facts: Facts, here: Here) -> tuple[Choice, ...]:
    first = next(iter(rules.texts_of(fields_here(facts, here))), "he")
    kept = (part for part in PARTS if part != first)
    return tuple(Choice(part, Phrase(f"call-part.{part}")) for part in kept)


# -- as it stands ----------------------------------------------------------------------------------------------------


def _for_whom(facts: Facts, here: Here) -> Mapping[str, Fill]:
    reached = reach(crowd_here(facts), rules.filters_of(fields_here(facts, here)))
    return {"count": reached.people}


def _as_it_stands(facts: Facts, here: Here) -> Mapping[str, Fill]:
    fields = fields_here(facts, here)
    return {
        "audience": for_whom_said(fields, facts),
        "reach": tuple(_reach_lines(facts, here)),
        "when": _when_said(fields, here),
        "notes": tuple(_notes(facts, here)) or (Phrase("call-nothing-noticed"),),
    }


def _reach_lines(facts: Facts, here: Here) -> list[Wording]:
    """How many on each channel and how long it takes; who cannot be told; who rests."""
    fields, crowd, zone = fields_here(facts, here), crowd_here(facts), _zone(here)
    filters = rules.filters_of(fields)
    reached = reach(crowd, filters)
    lines: list[Wording] = [Phrase("reach-people", {"count": reached.people})]
    lines += [_channel_line(channel, people, facts) for channel, people in sorted(_by_platform(reached).items())]
    start = rules.starts_at(fields, here.now, zone) or here.now
    rest, last = resting(crowd, filters, start, zone, urgent=rules.is_urgent(fields))
    if rest and last is not None:
        local = last.astimezone(zone)
        until = Moment(local.date(), local.time().replace(second=0, microsecond=0)).iso()
        lines.append(Phrase("reach-resting", {"count": rest, "day": kept_day(until)}))
    if reached.muted:
        lines.append(Phrase("reach-muted", {"count": reached.muted}))
    if reached.unreachable:
        lines.append(Phrase("reach-lost", {"count": reached.unreachable}))
    return lines


def _by_platform(reached: Reach) -> dict[str, int]:
    summed: dict[str, int] = {}
    for channel, people in reached.by_channel.items():
        summed[platform(channel)] = summed.get(platform(channel), 0) + people
    return summed


def _channel_line(channel: str, people: int, facts: Facts) -> Phrase:
    rate = facts.one("house").get(f"rate_{channel}")
    seconds = seconds_for(people, rate if isinstance(rate, int) else USUAL_RATE)
    time = Phrase("call-lasts.seconds", {"count": seconds}) if seconds < 90 else _minutes(seconds)
    return Phrase("reach-channel", {"channel": Phrase(f"channel-name.{channel}"), "count": people, "time": time})


def _minutes(seconds: int) -> Phrase:
    return Phrase("call-lasts.minutes", {"count": (seconds + 59) // 60})


def _when_said(fields: Fields, here: Here) -> Wording:
    at = rules.starts_at(fields, here.now, _zone(here))
    when = kept_day(str(fields.get("when"))) if at is not None else Phrase("call-goes-now")
    repeat = str(fields.get("repeat") or "")
    if repeat in rules.REPEATS:
        return Phrase("call-goes-again", {"when": when, "repeat": Phrase(f"call-repeat.{repeat}")})
    return when


def _notes(facts: Facts, here: Here) -> list[Wording]:
    """What the checker saw, what readers will miss, what the law asks."""
    fields = fields_here(facts, here)
    texts = rules.texts_of(fields)
    seen = {f.code: f.said for text in texts.values() for f in findings(text)}
    notes: list[Wording] = list(seen.values())
    lacking = [(one, n) for one, n in _readers(facts, here).items() if one in rules.LANGUAGES and one not in texts]
    notes += [Phrase(f"call-not-in.{language}", {"count": people}) for language, people in lacking]
    this_week = facts.one("calls").get("this_week")
    if isinstance(this_week, int) and this_week >= OFTEN:
        notes.append(Phrase("call-often", {"count": this_week}))
    if rules.purpose_of(fields) == "donate":
        notes.append(Phrase("call-donation-law"))
    return notes


def _zone(here: Here) -> ZoneInfo:
    zone = here.now.tzinfo
    return zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")


STEPS = tuple(dict.fromkeys(step for steps in PARTS.values() for step in steps))

GUARDS: Mapping[str, Guard] = {
    **{f"{step}_is_asked": Guard(_asked(step), ASKING) for step in STEPS},
    "broadcast_is_new": Guard(_is_new),
    "donation_is_new": Guard(_donation_is_new, ASKING),
    "text_is_missing": Guard(_text_is_missing, BROADCAST),
    "options_do_not_fit": Guard(_options_do_not_fit, BROADCAST),
    "call_reaches_nobody": Guard(_reaches_nobody, ASKING),
    "earlier_was_picked": Guard(_earlier_was_picked),
}

SOURCES: Mapping[str, Source] = {
    "call_purposes": Source(_purposes, frozenset({"action"})),
    "sending_times": Source(_times),
    "this_broadcast": Source(_this_broadcast),
    **broadcast_audience.SOURCES,
    **message_box.SOURCES,
    "broadcast_parts": Source(_parts, BROADCAST),
}

FILLS: Mapping[str, Filling] = {
    **message_box.FILLS,
    "broadcast_for_whom": Filling(_for_whom, ASKING, frozenset({"count"})),
    "broadcast_as_it_stands": Filling(
        _as_it_stands,
        ASKING | {"action", "house", "calls"},
        frozenset({"audience", "reach", "when", "notes"}),
    ),
}
