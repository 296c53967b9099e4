"""Phones send all sorts of things; each labelled case here is one of them, and what the bot is told of it."""

import copy
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_updates import ALLOWED_UPDATES, Leave, read, update_id
from flows.events import Unfit
from handlers.messages import Contact, Incoming, Press, Standing

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
SENT = 1_795_334_400
AT = datetime.fromtimestamp(SENT, UTC)
LARGE_ID = 2**52 - 1
ODD: list[Any] = [None, [], {}, {"update_id": "9"}, {"update_id": True}]

NOA = {"id": 5_000_000_007, "is_bot": False, "first_name": "נועה", "language_code": "he"}
PRIVATE = {"id": 5_000_000_007, "first_name": "נועה", "type": "private"}
GROUP: dict[str, Any] = {"id": -4_000_000_001, "title": "שכנים", "type": "group"}
FILE = {"file_id": "AgAC", "file_unique_id": "AQAD", "file_size": 3}


def message(kind: str = "message", sender: object = NOA, **content: Any) -> dict[str, Any]:
    envelope = {"message_id": 12, "from": sender, "chat": PRIVATE, "date": SENT}
    return {"update_id": 700_000_001, kind: {**envelope, **content}}


def press(**changed: Any) -> dict[str, Any]:
    carrier = {"message_id": 11, "chat": PRIVATE, "date": SENT, "text": "?"}
    body = {"id": "41", "from": NOA, "message": carrier, "chat_instance": "7", "data": "k.0", **changed}
    return {
        "update_id": 700_000_001,
        "callback_query": {key: value for key, value in body.items() if value is not None},
    }


def member(status: str, **changed: Any) -> dict[str, Any]:
    bot = {"id": 8090, "is_bot": True, "first_name": "Rakezet"}
    body = {
        "chat": PRIVATE,
        "from": NOA,
        "date": SENT,
        "new_chat_member": {"user": bot, "status": status},
        **changed,
    }
    return {"update_id": 700_000_001, "my_chat_member": body}


def incoming(**said: Any) -> Incoming:
    known = {"channel": "telegram", "address": "5000000007", "event_id": "700000001", "at": AT}
    return Incoming(**{**known, "message_id": "12", **said})


READABLE = {
    "words": (message(text="שלום"), incoming(text="שלום")),
    "words that look like a command": (message(text="/menu"), incoming(text="/menu")),
    "words with a start in them": (message(text="press /start now"), incoming(text="press /start now")),
    "words that only begin alike": (message(text="/starting"), incoming(text="/starting")),
    "words forwarded": (message(text="x", forward_origin={"type": "user"}), incoming(text="x")),
    "words in reply": (
        message(text="x", reply_to_message={"message_id": 3, "sticker": FILE}),
        incoming(text="x"),
    ),
    "words of another alphabet": (message(text="🕊 سلام"), incoming(text="🕊 سلام")),
    "NUL and half a character": (message(text="a\0b\ud83dc"), incoming(text="ab?c")),
    "start": (message(text="/start"), incoming(start="")),
    "start by name": (message(text="/start@rakezet_bot"), incoming(start="")),
    "start in capitals": (message(text="/Start"), incoming(start="")),
    "a link": (message(text="/start j_Ab-9"), incoming(start="j_Ab-9")),
    "a link by name": (message(text="/start@rakezet_bot j_1"), incoming(start="j_1")),
    "the longest link": (message(text="/start " + "a" * 64), incoming(start="a" * 64)),
    "a link too long": (message(text="/start " + "a" * 65), incoming(start="")),
    "a link nobody made": (message(text="/start רק רגע"), incoming(start="")),
    "words changed": (
        message("edited_message", text="שלום לך", edit_date=SENT + 60),
        incoming(text="שלום לך", edited=True, at=datetime.fromtimestamp(SENT + 60, UTC)),
    ),
    "words changed, no one knows when": (
        message("edited_message", text="x"),
        incoming(text="x", edited=True),
    ),
    "a contact": (
        message(contact={"phone_number": "+972501234567", "first_name": "Omar", "last_name": "Khalil"}),
        incoming(contact=Contact("Omar Khalil", "+972501234567")),
    ),
    "a contact with one name": (
        message(contact={"phone_number": "050", "first_name": " דנה "}),
        incoming(contact=Contact("דנה", "050")),
    ),
    "a contact without a number": (
        message(contact={"first_name": "x"}),
        incoming(contact=Contact("x", None)),
    ),
    "a contact without a name": (message(contact={"phone_number": "1"}), incoming(unfit=Unfit.CONTACT)),
    "a voice note": (message(voice=FILE), incoming(unfit=Unfit.VOICE)),
    "music": (message(audio=FILE), incoming(unfit=Unfit.VOICE)),
    "a round video": (message(video_note=FILE), incoming(unfit=Unfit.VOICE)),
    "a picture": (message(photo=[FILE]), incoming(unfit=Unfit.PICTURE, picture="AgAC")),
    "a picture with words": (
        message(photo=[FILE], caption="זאת הבעיה"),
        incoming(unfit=Unfit.PICTURE, picture="AgAC", caption="זאת הבעיה"),
    ),
    "a video": (message(video=FILE), incoming(unfit=Unfit.PICTURE)),
    "an animation": (message(animation=FILE, document=FILE), incoming(unfit=Unfit.PICTURE)),
    "a live photo": (message(live_photo=FILE, photo=[FILE]), incoming(unfit=Unfit.PICTURE, picture="AgAC")),
    "a sticker": (message(sticker=FILE), incoming(unfit=Unfit.STICKER)),
    "a location": (message(location={"latitude": 1, "longitude": 2}), incoming(unfit=Unfit.PLACE)),
    "a venue": (message(venue={}, location={}), incoming(unfit=Unfit.PLACE)),
    "a file": (message(document=FILE), incoming(unfit=Unfit.FILE)),
    "a die": (message(dice={"value": 6}), incoming(unfit=Unfit.OTHER)),
    "a poll": (message(poll={}), incoming(unfit=Unfit.OTHER)),
    "a story": (message(story={}), incoming(unfit=Unfit.OTHER)),
    "something of next year": (message(hologram={}), incoming(unfit=Unfit.OTHER)),
    "something the platform cannot show bots": (message(), incoming(unfit=Unfit.OTHER)),
    "a press": (press(), incoming(press=Press("k.0", "41", "11"), message_id="11", at=NOW)),
    "a press on a message long gone": (
        press(message={"message_id": 11, "chat": PRIVATE, "date": 0}),
        incoming(press=Press("k.0", "41", "11"), message_id="11", at=NOW),
    ),
    "a press on a message no longer named": (
        press(message=None),
        incoming(press=Press("k.0", "41", None), message_id=None, at=NOW),
    ),
    "blocked": (member("kicked"), incoming(standing=Standing.BLOCKED, message_id=None)),
    "unblocked": (member("member"), incoming(standing=Standing.UNBLOCKED, message_id=None)),
    "an id beyond 32 bits": (
        message(text="x", chat={**PRIVATE, "id": LARGE_ID}),
        incoming(text="x", address=str(LARGE_ID)),
    ),
    "no date": (message(text="x", date=None), incoming(text="x", at=NOW)),
    "a date beyond all calendars": (message(text="x", date=10**15), incoming(text="x", at=NOW)),
}

SILENT = {
    "another bot": message(text="x", sender={**NOA, "is_bot": True}),
    "a pinned message": message(pinned_message={"message_id": 3}),
    "a timer set": message(message_auto_delete_timer_changed={"message_auto_delete_time": 86400}),
    "a new background": message(chat_background_set={}),
    "leave to write": message(write_access_allowed={}),
    "a picture with another caption": message("edited_message", photo=[FILE], caption="x"),
    "a location that moves on": message("edited_message", location={}),
    "a game's button": press(data=None, game_short_name="x"),
    "a press on a message sent through another chat": press(message=None, inline_message_id="9"),
    "a status that says neither": member("restricted"),
    "a post in a channel": {"update_id": 1, "channel_post": {"text": "x", "chat": {"type": "channel"}}},
    "a kind we never asked for": {"update_id": 1, "poll_answer": {"poll_id": "1"}},
    "no id": {"message": message(text="x")["message"]},
    "an id that is none": {**message(text="x"), "update_id": True},
    "a chat without an id": message(text="x", chat={"type": "private"}),
    "a chat with an impossible id": message(text="x", chat={**PRIVATE, "id": 2**52}),
    "a chat with a negative id": message(text="x", chat={**PRIVATE, "id": -5}),
    "a chat of an unknown kind": message(text="x", chat={**PRIVATE, "type": "secret"}),
    "nothing": {},
    "a list": [],
    "a number": 7,
    "null": None,
}

STRANGERS = {
    "a message in a group": message(text="/start", chat=GROUP),
    "a message in a supergroup": message(text="x", chat={**GROUP, "type": "supergroup"}),
    "an edit in a group": message("edited_message", text="x", chat=GROUP),
    "the bot was added": member("member", chat=GROUP),
    "the bot was made administrator of a channel": member("administrator", chat={**GROUP, "type": "channel"}),
    "the news that it was added": message(new_chat_members=[{"id": 8090}], chat=GROUP),
    "a press in a group": press(message={"message_id": 3, "chat": GROUP, "date": 0}),
}


@pytest.mark.parametrize(("update", "said"), READABLE.values(), ids=READABLE)
def test_what_a_person_sends_is_told(update: dict[str, Any], said: Incoming) -> None:
    assert read(update, NOW) == said


@pytest.mark.parametrize("update", SILENT.values(), ids=SILENT)
def test_what_nobody_said_is_passed_over(update: object) -> None:
    assert read(update, NOW) is None


@pytest.mark.parametrize("update", STRANGERS.values(), ids=STRANGERS)
def test_a_group_is_to_be_left(update: dict[str, Any]) -> None:
    assert read(update, NOW) == Leave(GROUP["id"])


@pytest.mark.parametrize("status", ["left", "kicked"])
def test_a_group_that_was_left_is_not_left_again(status: str) -> None:
    assert read(member(status, chat=GROUP), NOW) is None


@pytest.mark.parametrize("missing", [None, {}, [], "x", 7])
def test_presses_without_a_person_lead_nowhere(missing: object) -> None:
    assert read(press(message=missing, **{"from": missing}), NOW) is None


def test_the_number_to_confirm_by_is_found_even_where_nothing_else_can_be_read() -> None:
    assert update_id({"update_id": 9, "odd": []}) == 9
    assert [update_id(odd) for odd in ODD] == [None] * len(ODD)


def test_only_what_is_read_is_asked_for() -> None:
    kinds = {next(key for key in update if key != "update_id") for update, _ in READABLE.values()}
    assert kinds == set(ALLOWED_UPDATES)


# --- whatever comes ---------------------------------------------------------------------------------------

REAL = [*(update for update, _ in READABLE.values()), *STRANGERS.values()]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def places(raw: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value in an update."""
    inside = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    return [path, *(deeper for key, value in inside for deeper in places(value, (*path, key)))]


@st.composite
def spoilt_updates(draw: st.DrawFn) -> object:
    """A real update in which some values, at any depth, have become something else or are gone."""
    update: Any = copy.deepcopy(draw(st.sampled_from(REAL)))
    for _ in range(draw(st.integers(1, 4))):
        *way, last = draw(st.sampled_from([path for path in places(update) if path] or [("update_id",)]))
        holder = update
        for key in way:
            holder = holder[key]
        if draw(st.booleans()) or isinstance(holder, list):
            holder[last] = draw(JUNK)
        else:
            holder.pop(last, None)
    return update


@given(spoilt_updates())
def test_no_shape_of_an_update_raises_and_what_is_told_is_whole(update: object) -> None:
    told = read(update, NOW)
    if isinstance(told, Incoming):
        assert (told.channel, told.event_id) == ("telegram", str(update_id(update)))
        assert 0 < int(told.address) < 2**52
        assert told.at.utcoffset() is not None
        said = (told.text, told.start, told.press, told.contact, told.unfit, told.standing)
        assert len([one for one in said if one is not None]) == 1
        json.dumps([told.text, told.start], ensure_ascii=False).encode()


@given(JUNK)
def test_junk_is_passed_over(update: object) -> None:
    assert read(update, NOW) is None
