"""What becomes of a message decides whether it is ever sent again: every way it can end is played here."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio

from bot.channels.telegram import Telegram, pieces_of
from flows.rendering import TELEGRAM
from handlers.messages import Attachment, Button, Courtesy, CourtesyKind, Fate, Outcome, Outgoing
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_world import PIXEL

MAP = Attachment(PIXEL, "map.png", "image/png")
PLAN = Attachment(b"%PDF-1.7 plan", "plan.pdf", "application/pdf")
KEYBOARD = ((Button("כן", "k.0"), Button("לא", "k.1")), (Button("תפריט", "k.2"),))


@pytest_asyncio.fixture(name="fake")
async def a_fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake


@pytest_asyncio.fixture(name="telegram")
async def a_telegram(fake: FakeTelegram) -> AsyncIterator[Telegram]:
    async with Telegram(fake.token, api_root=fake.root) as telegram:
        yield telegram


@pytest_asyncio.fixture(name="hasty")
async def a_hasty_telegram(fake: FakeTelegram) -> AsyncIterator[Telegram]:
    """One that loses its patience at once."""
    async with Telegram(fake.token, api_root=fake.root, deadline=0.2) as telegram:
        yield telegram


@pytest_asyncio.fixture(name="noa")
async def a_noa(fake: FakeTelegram) -> Phone:
    noa = await fake.person("נועה")
    await noa.start()
    return noa


def to(phone: Phone, *parts: str, attachment: Attachment | None = None, keyboard: Any = ()) -> Outgoing:
    return Outgoing(str(phone.id), parts, keyboard=keyboard, attachment=attachment)


def of_bot(phone: Phone) -> list[tuple[str, str]]:
    return [(message.kind, message.text) for message in phone.messages if message.from_bot]


# --- what arrives -----------------------------------------------------------------------------------------


def test_the_channel_says_what_it_is() -> None:
    telegram = Telegram("1:a")
    assert (telegram.name, telegram.limits) == ("telegram", TELEGRAM)


async def test_a_message_arrives_with_its_keyboard_and_its_number(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    outcome = await telegram.send(to(noa, "מה הבעיה שמאחדת אותנו?", keyboard=KEYBOARD))
    assert outcome == Outcome(Fate.ACCEPTED, provider_id=str(noa.last.id))
    assert noa.last.text == "מה הבעיה שמאחדת אותנו?"
    assert [(b.label, b.data, b.row) for b in noa.last.buttons] == [
        ("כן", "k.0", 0),
        ("לא", "k.1", 0),
        ("תפריט", "k.2", 1),
    ]
    assert fake.faults == []


async def test_words_of_people_are_never_read_as_markup(fake: FakeTelegram, telegram: Telegram, noa: Phone) -> None:
    said = "*bold* <b>_it_</b> [x](http://y.z) & \\ ` ||"
    assert (await telegram.send(to(noa, said))).fate is Fate.ACCEPTED
    assert noa.last.text == said
    assert fake.parse_mode_uses() == []


async def test_links_are_sent_without_a_preview(fake: FakeTelegram, telegram: Telegram, noa: Phone) -> None:
    await telegram.send(to(noa, "https://example.org"))
    assert fake.calls("sendMessage")[-1].params["link_preview_options"] == {"is_disabled": True}


async def test_parts_come_in_order_and_the_last_one_carries_the_buttons(telegram: Telegram, noa: Phone) -> None:
    outcome = await telegram.send(to(noa, "א 1/3", "ב 2/3", "ג 3/3", keyboard=KEYBOARD))
    bot = [message for message in noa.messages if message.from_bot]
    assert [(m.text, len(m.buttons)) for m in bot] == [("א 1/3", 0), ("ב 2/3", 0), ("ג 3/3", 3)]
    assert outcome.provider_id == str(bot[-1].id)


async def test_a_picture_takes_the_last_part_as_its_caption(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    outcome = await telegram.send(to(noa, "קודם", "המפה", attachment=MAP, keyboard=KEYBOARD))
    assert of_bot(noa) == [("text", "קודם"), ("photo", "המפה")]
    assert outcome == Outcome(Fate.ACCEPTED, provider_id=str(noa.last.id))
    assert noa.last.labels == ["כן", "לא", "תפריט"]
    assert fake.faults == []


async def test_anything_but_a_picture_goes_as_a_document_under_its_name(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    named = Attachment(PLAN.content, "תוכנית עבודה.pdf", PLAN.media_type)
    await telegram.send(to(noa, "התוכנית", attachment=named))
    assert of_bot(noa) == [("document", "התוכנית")]
    assert noa.last.raw["document"]["file_name"] == "תוכנית עבודה.pdf"
    assert noa.last.raw["document"]["mime_type"] == "application/pdf"
    assert fake.world.files[noa.last.file_id].data == PLAN.content


async def test_a_file_of_many_megabytes_arrives_whole(fake: FakeTelegram, telegram: Telegram, noa: Phone) -> None:
    large = Attachment(bytes(range(256)) * 12_000, "large.bin", "application/octet-stream")
    assert (await telegram.send(to(noa, "", attachment=large))).fate is Fate.ACCEPTED
    assert fake.world.files[noa.last.file_id].data == large.content


@pytest.mark.parametrize(
    ("caption", "shown"),
    [
        ("x" * 1024, [("photo", "x" * 1024)]),
        ("x" * 1025, [("photo", ""), ("text", "x" * 1025)]),
        ("🕊" * 512, [("photo", "🕊" * 512)]),
        ("🕊" * 513, [("photo", ""), ("text", "🕊" * 513)]),
    ],
    ids=["fits", "one too many", "fits in UTF-16", "one too many in UTF-16"],
)
async def test_a_caption_that_is_too_long_follows_its_picture_as_text(
    telegram: Telegram, noa: Phone, caption: str, shown: list[tuple[str, str]]
) -> None:
    outcome = await telegram.send(to(noa, caption, attachment=MAP, keyboard=KEYBOARD))
    assert of_bot(noa) == shown
    assert len(noa.last.buttons) == 3
    assert outcome.provider_id == str(noa.last.id)


def test_a_picture_needs_no_words() -> None:
    (piece,) = pieces_of(Outgoing("1", (), attachment=MAP, keyboard=KEYBOARD))
    assert (piece.text, piece.attachment, piece.keyboard) == ("", MAP, KEYBOARD)


# --- refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "description", "reason", "blocked"),
    [
        (403, "Forbidden: bot was blocked by the user", "blocked", True),
        (403, "Forbidden: user is deactivated", "deactivated", True),
        (403, "Forbidden: bot can't initiate conversation with a user", "never_started", True),
        (403, "Forbidden: bot was kicked from the supergroup chat", "kicked", True),
        (403, "Forbidden: bot is not a member of the channel chat", "not_a_member", True),
        (403, "Forbidden: something new about נועה", "forbidden", False),
        (400, "Bad Request: chat not found", "chat_not_found", True),
        (400, "Bad Request: PEER_ID_INVALID", "chat_not_found", True),
        (400, "Bad Request: group chat was upgraded to a supergroup chat", "group_upgraded", False),
        (400, "Bad Request: message text is empty", "empty_text", False),
        (400, "Bad Request: message is too long", "text_too_long", False),
        (400, "Bad Request: BUTTON_DATA_INVALID", "bad_button", False),
        (400, "Bad Request: not enough rights to send text messages to the chat", "no_rights", False),
        (400, "Bad Request: can't parse entities: unsupported start tag נועה", "unreadable_markup", False),
        (400, "Bad Request: נועה wrote something odd", "bad_request", False),
        (413, "Request Entity Too Large", "file_too_big", False),
        (418, "I'm a teapot", "http_418", False),
    ],
)
async def test_a_refusal_becomes_a_code(
    fake: FakeTelegram,
    telegram: Telegram,
    noa: Phone,
    code: int,
    description: str,
    reason: str,
    blocked: bool,
) -> None:
    await fake.refuse(code, description)
    outcome = await telegram.send(to(noa, "x"))
    assert outcome == Outcome(Fate.REFUSED, reason=reason, blocked=blocked)


async def test_whoever_blocked_the_bot_is_out_of_reach(fake: FakeTelegram, telegram: Telegram, noa: Phone) -> None:
    await noa.block()
    assert await telegram.send(to(noa, "x")) == Outcome(Fate.REFUSED, reason="blocked", blocked=True)
    assert fake.faults == []


async def test_whoever_never_wrote_is_out_of_reach(fake: FakeTelegram, telegram: Telegram) -> None:
    stranger = await fake.person("Omar")
    outcome = await telegram.send(to(stranger, "x"))
    assert outcome == Outcome(Fate.REFUSED, reason="chat_not_found", blocked=True)


@pytest.mark.parametrize("address", ["", "noa", "12a", "@noa", "--1", "²"])
async def test_what_is_no_address_is_refused_without_a_call(
    fake: FakeTelegram, telegram: Telegram, address: str
) -> None:
    assert await telegram.send(Outgoing(address, ("x",))) == Outcome(Fate.REFUSED, reason="bad_address")
    assert fake.log == []


async def test_a_picture_that_telegram_cannot_read_is_refused(telegram: Telegram, noa: Phone) -> None:
    broken = Attachment(b"no picture at all", "map.png", "image/png")
    assert await telegram.send(to(noa, "x", attachment=broken)) == Outcome(Fate.REFUSED, reason="bad_picture")


# --- not now ----------------------------------------------------------------------------------------------


async def test_a_throttled_message_waits_exactly_as_told(fake: FakeTelegram, telegram: Telegram, noa: Phone) -> None:
    await fake.throttle(noa.id, retry_after=37)
    outcome = await telegram.send(to(noa, "x"))
    assert outcome == Outcome(Fate.LATER, reason="throttled", retry_after=37.0)
    await fake.advance(37)
    assert (await telegram.send(to(noa, "x"))).fate is Fate.ACCEPTED
    assert fake.faults == []


@pytest.mark.parametrize(
    ("token", "status"), [("8090:revoked", 401), ("no token at all", 404)], ids=["revoked", "misshapen"]
)
async def test_a_refused_token_holds_the_whole_bot(fake: FakeTelegram, noa: Phone, token: str, status: int) -> None:
    async with Telegram(token, api_root=fake.root) as stranger:
        outcome = await stranger.send(to(noa, "x"))
    assert outcome == Outcome(Fate.LATER, reason="token_refused", retry_after=30.0, whole_bot=True)


async def test_a_conflict_holds_the_whole_bot(fake: FakeTelegram, telegram: Telegram, noa: Phone) -> None:
    await fake.refuse(409, "Conflict: terminated by other getUpdates request")
    outcome = await telegram.send(to(noa, "x"))
    assert outcome == Outcome(Fate.LATER, reason="conflict", retry_after=30.0, whole_bot=True)


async def test_nobody_listening_means_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    async with Telegram("1:a", api_root=f"http://127.0.0.1:{port}") as lonely:
        outcome = await lonely.send(Outgoing("5", ("x",)))
    assert outcome == Outcome(Fate.LATER, reason="not_sent", retry_after=1.0)


# --- who knows --------------------------------------------------------------------------------------------


async def test_a_connection_lost_before_delivering_is_uncertain(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    await fake.drop_before()
    assert await telegram.send(to(noa, "x")) == Outcome(Fate.UNKNOWN, reason="connection_lost")
    assert len(fake.calls("sendMessage")) == 1, "uncertain messages are never sent again from here"


async def test_a_connection_lost_after_delivering_is_uncertain(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    await fake.drop_after()
    assert await telegram.send(to(noa, "x")) == Outcome(Fate.UNKNOWN, reason="connection_lost")
    assert of_bot(noa) == [("text", "x")]


@pytest.mark.parametrize("status", [500, 502, 504])
@pytest.mark.parametrize("delivered", [True, False])
async def test_a_gateway_in_trouble_leaves_it_uncertain(
    fake: FakeTelegram, telegram: Telegram, noa: Phone, status: int, delivered: bool
) -> None:
    await fake.server_error(status=status, delivered=delivered)
    assert await telegram.send(to(noa, "x")) == Outcome(Fate.UNKNOWN, reason="server_error")
    assert len(of_bot(noa)) == delivered


async def test_an_answer_that_breaks_off_is_uncertain(
    fake: FakeTelegram, telegram: Telegram, noa: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    await fake.garbled()
    assert await telegram.send(to(noa, "סוד")) == Outcome(Fate.UNKNOWN, reason="broken_answer")
    assert of_bot(noa) == [("text", "סוד")]
    assert caplog.text == "", "a broken answer quotes what was sent: it must not be logged"


async def test_an_answer_that_does_not_come_in_time_is_uncertain(
    fake: FakeTelegram, hasty: Telegram, noa: Phone
) -> None:
    await fake.hold("sendMessage")
    assert await hasty.send(to(noa, "x")) == Outcome(Fate.UNKNOWN, reason="timed_out")
    assert of_bot(noa) == [("text", "x")]


async def test_a_cancelled_send_is_uncertain_and_says_so(fake: FakeTelegram, telegram: Telegram, noa: Phone) -> None:
    await fake.hold("sendMessage")
    sending = asyncio.create_task(telegram.send(to(noa, "x")))
    await fake.wait_for_held()
    sending.cancel()
    assert await sending == Outcome(Fate.UNKNOWN, reason="cancelled")
    assert sending.cancelling() == 1


async def test_a_message_of_which_a_part_arrived_is_uncertain_whatever_stopped_the_rest(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    """The wait is told all the same: it holds for what comes next."""
    await fake.hold("sendMessage", when="before", times=1)
    first = asyncio.create_task(telegram.send(to(noa, "1/2", "2/2")))
    await fake.wait_for_held()
    await fake.throttle(noa.id, retry_after=3)
    await fake.release()
    assert await first == Outcome(Fate.UNKNOWN, reason="partly_sent", retry_after=3.0)
    assert of_bot(noa) == [("text", "1/2")]


async def test_a_message_blocked_between_its_parts_is_uncertain_and_the_person_out_of_reach(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    await fake.refuse(403, "Forbidden: bot was blocked by the user", method="sendPhoto")
    outcome = await telegram.send(to(noa, "1/2", "2/2", attachment=MAP))
    assert outcome == Outcome(Fate.UNKNOWN, reason="partly_sent", blocked=True)


async def test_a_message_throttled_at_its_first_part_was_not_sent_at_all(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    await fake.throttle(noa.id, retry_after=2)
    outcome = await telegram.send(to(noa, "1/2", "2/2"))
    assert outcome == Outcome(Fate.LATER, reason="throttled", retry_after=2.0)
    assert of_bot(noa) == []


# --- courtesies -------------------------------------------------------------------------------------------


async def test_a_press_is_answered_with_a_notice(fake: FakeTelegram, telegram: Telegram, noa: Phone) -> None:
    await telegram.send(to(noa, "?", keyboard=KEYBOARD))
    press = await noa.press("כן")
    await telegram.be_courteous(Courtesy(CourtesyKind.ANSWER_PRESS, press, text="נשמר"), str(noa.id))
    assert noa.toasts == ["נשמר"]
    assert fake.unanswered_presses() == []
    assert not telegram.failed_courtesies


async def test_a_settled_message_shows_the_choice_and_loses_its_buttons(telegram: Telegram, noa: Phone) -> None:
    await telegram.send(to(noa, "לבוא?", keyboard=KEYBOARD))
    settle = Courtesy(CourtesyKind.SETTLE, message_id=str(noa.last.id), text="לבוא? · כן")
    await telegram.be_courteous(settle, str(noa.id))
    assert (noa.last.text, noa.last.buttons) == ("לבוא? · כן", [])


@pytest.mark.parametrize(("attachment", "text"), [(MAP, "כן"), (None, None)], ids=["picture", "no text"])
async def test_where_no_words_can_be_put_only_the_buttons_go(
    telegram: Telegram, noa: Phone, attachment: Attachment | None, text: str | None
) -> None:
    await telegram.send(to(noa, "לבוא?", keyboard=KEYBOARD, attachment=attachment))
    settle = Courtesy(CourtesyKind.SETTLE, message_id=str(noa.last.id), text=text)
    await telegram.be_courteous(settle, str(noa.id))
    assert (noa.last.text, noa.last.buttons) == ("לבוא?", [])
    assert not telegram.failed_courtesies


async def test_ticks_are_shown_on_the_same_message(telegram: Telegram, noa: Phone) -> None:
    await telegram.send(to(noa, "מי?", keyboard=KEYBOARD))
    ticked = ((Button("✓ כן", "k.0-"),),)
    ticks = Courtesy(CourtesyKind.SHOW_TICKS, message_id=str(noa.last.id), keyboard=ticked)
    await telegram.be_courteous(ticks, str(noa.id))
    assert (noa.last.text, noa.last.labels) == ("מי?", ["✓ כן"])


@pytest.mark.parametrize("kind", list(CourtesyKind))
async def test_a_courtesy_without_anything_to_hold_on_to_makes_no_call(
    fake: FakeTelegram, telegram: Telegram, kind: CourtesyKind
) -> None:
    await telegram.be_courteous(Courtesy(kind), "5")
    assert fake.log == []


async def test_a_courtesy_that_fails_is_counted_by_its_code_and_not_repeated(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    await telegram.send(to(noa, "?", keyboard=KEYBOARD))
    press, shown = await noa.press("כן"), str(noa.last.id)
    await fake.advance(151)
    await telegram.be_courteous(Courtesy(CourtesyKind.ANSWER_PRESS, press), str(noa.id))
    await telegram.be_courteous(Courtesy(CourtesyKind.SHOW_TICKS, None, shown, keyboard=KEYBOARD), str(noa.id))
    await fake.server_error()
    await telegram.be_courteous(Courtesy(CourtesyKind.SETTLE, None, shown, "x"), str(noa.id))
    await telegram.be_courteous(Courtesy(CourtesyKind.SETTLE, None, "no number", "x"), str(noa.id))
    assert telegram.failed_courtesies == {
        "answer_press:press_too_old": 1,
        "show_ticks:not_modified": 1,
        "settle:server_error": 1,
        "settle:ValueError": 1,
    }
    assert len(fake.log) == 4


# --- what must not be seen --------------------------------------------------------------------------------


async def test_neither_token_nor_words_are_ever_logged(
    fake: FakeTelegram, noa: Phone, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    async with Telegram(fake.token, api_root=fake.root, deadline=0.2) as telegram:
        await telegram.send(to(noa, "סוד גלוי"))
        for spoil in (fake.drop_before, fake.garbled, fake.server_error, fake.throttle, fake.hold):
            await spoil()
            await telegram.send(to(noa, "סוד גלוי", attachment=MAP))
            await fake.clear_knobs()
            await fake.advance(60)
        shown = repr(telegram) + repr(telegram.bot) + repr(telegram.request) + str(vars(telegram))
    written = capsys.readouterr()
    everything = shown + caplog.text + written.out + written.err
    assert fake.token not in everything
    assert fake.token.partition(":")[2] not in everything
    assert "סוד גלוי" not in everything


# --- what takes the place of an earlier message -----------------------------------------------------------


async def test_an_earlier_message_says_something_new_and_none_is_added(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    first = await telegram.send(to(noa, "1 of 3", keyboard=KEYBOARD))
    outcome = await telegram.send(replace(to(noa, "2 of 3"), instead_of=first.provider_id))
    assert outcome == first
    assert of_bot(noa) == [("text", "2 of 3")]
    assert not noa.last.buttons
    assert fake.faults == []


async def test_an_edit_that_changes_nothing_is_done(telegram: Telegram, noa: Phone) -> None:
    first = await telegram.send(to(noa, "1 of 3"))
    assert await telegram.send(replace(to(noa, "1 of 3"), instead_of=first.provider_id)) == first
    assert of_bot(noa) == [("text", "1 of 3")]


async def test_what_takes_the_place_of_a_message_that_is_gone_is_sent_anew(telegram: Telegram, noa: Phone) -> None:
    outcome = await telegram.send(replace(to(noa, "2 of 3"), instead_of="999"))
    assert outcome == Outcome(Fate.ACCEPTED, provider_id=str(noa.last.id))
    assert of_bot(noa) == [("text", "2 of 3")]


async def test_an_edit_that_is_throttled_waits_as_a_message_does(
    fake: FakeTelegram, telegram: Telegram, noa: Phone
) -> None:
    first = await telegram.send(to(noa, "1 of 3"))
    await fake.throttle(noa.id, retry_after=7)
    outcome = await telegram.send(replace(to(noa, "2 of 3"), instead_of=first.provider_id))
    assert (outcome.fate, outcome.retry_after) == (Fate.LATER, 7.0)
    assert of_bot(noa) == [("text", "1 of 3")]
