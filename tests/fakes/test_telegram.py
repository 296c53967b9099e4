"""The fake Telegram is what every promise of the bot is measured with, so it is measured first."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, RetryAfter

from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_messages import NOT_MODIFIED, OLD_QUERY
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_rules import Fault, Json
from tests.fakes.telegram_wire import Wire, a_noa, a_telegram, a_wire, codes, rows  # noqa: F401 (fixtures)
from tests.fakes.telegram_world import PIXEL

# --- who may ask what ------------------------------------------------------------------------------------


async def test_a_foreign_token_is_unauthorized(wire: Wire) -> None:
    async with wire.session.get(f"{wire.telegram.root}/bot1:other/getMe") as answer:
        assert answer.status == 401
        assert await answer.text() == '{"ok":false,"error_code":401,"description":"Unauthorized"}'


async def test_what_is_no_token_at_all_is_not_found(wire: Wire) -> None:
    async with wire.session.get(f"{wire.telegram.root}/botnonsense/getMe") as answer:
        assert answer.status == 404
        assert await answer.text() == '{"ok":false,"error_code":404,"description":"Not Found"}'


async def test_an_unknown_method_is_not_found_and_a_fault(wire: Wire) -> None:
    assert await wire.call("sendSmell") == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }
    assert codes(wire.telegram) == ["unknown_method"]


@pytest.mark.parametrize("method", ["getMe", "getme", "GETME"])
async def test_method_names_do_not_mind_their_case(wire: Wire, method: str) -> None:
    me = await wire.ok(method)
    assert (me["id"], me["is_bot"], me["username"]) == (8090, True, "rakezet_bot")


async def test_parameters_may_come_in_the_address_a_form_or_json(wire: Wire, noa: Phone) -> None:
    async with wire.session.get(wire.url("sendMessage"), params={"chat_id": noa.id, "text": "a"}) as answer:
        assert answer.status == 200
    async with wire.session.post(wire.url("sendMessage"), data={"chat_id": noa.id, "text": "b"}) as answer:
        assert answer.status == 200
    await wire.ok("sendMessage", chat_id=noa.id, text="c")
    assert [m.text for m in noa.messages if m.from_bot] == ["a", "b", "c"]
    assert wire.telegram.faults == []


async def test_broken_json_is_refused(wire: Wire) -> None:
    headers = {"Content-Type": "application/json"}
    async with wire.session.post(wire.url("sendMessage"), data=b"{", headers=headers) as answer:
        assert answer.status == 400
        assert (await answer.json())["description"] == "Bad Request: can't parse JSON object"


async def test_unknown_parameters_and_wrong_types_go_through_but_are_faults(wire: Wire, noa: Phone) -> None:
    await wire.ok("sendMessage", chat_id=str(noa.id), text="hi", reply_to_message_id=3, disable_notification=1)
    assert [(fault.code, fault.detail) for fault in wire.telegram.faults] == [
        ("wrong_type", f"chat_id is '{noa.id}', not chat"),
        ("unknown_parameter", "reply_to_message_id"),
        ("wrong_type", "disable_notification is 1, not bool"),
    ]


# --- texts and their limits ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n\t", "Bad Request: text must be non-empty"),
        ("א" * 4097, "Bad Request: message is too long"),
        ("👍" * 2049, "Bad Request: message is too long"),
        ("א" * 16385, "Bad Request: text is too long"),
    ],
)
async def test_texts_that_do_not_fit_are_refused(wire: Wire, noa: Phone, text: str, description: str) -> None:
    assert await wire.refused("sendMessage", chat_id=noa.id, text=text) == description
    assert [m for m in noa.messages if m.from_bot] == []


@pytest.mark.parametrize("text", ["א" * 4096, "👍" * 2048])
async def test_a_text_of_exactly_4096_units_is_sent(wire: Wire, noa: Phone, text: str) -> None:
    message = await wire.ok("sendMessage", chat_id=noa.id, text=text)
    assert message["text"] == noa.last.text == text


async def test_the_limit_counts_what_is_left_after_the_markup(wire: Wire, noa: Phone) -> None:
    text = "<b>" + "x" * 4096 + "</b>"
    assert len((await wire.ok("sendMessage", chat_id=noa.id, text=text, parse_mode="HTML"))["text"]) == 4096


async def test_direction_overrides_vanish_and_isolates_stay(wire: Wire, noa: Phone) -> None:
    await wire.ok("sendMessage", chat_id=noa.id, text=" \u202eab\u202c \u2068שם\u2069\r\x07 ")
    assert noa.last.text == "ab \u2068שם\u2069"


async def test_an_answer_looks_like_a_real_message(wire: Wire, noa: Phone) -> None:
    message = await wire.ok("sendMessage", chat_id=noa.id, text="שלום", reply_markup=rows("כן"))
    assert message == {
        "message_id": 2,
        "from": {"id": 8090, "is_bot": True, "first_name": "Rakezet", "username": "rakezet_bot"},
        "chat": {"id": noa.id, "first_name": "נועה", "username": "noa", "type": "private"},
        "date": message["date"],
        "text": "שלום",
        "reply_markup": {"inline_keyboard": [[{"text": "כן", "callback_data": "d:כן"}]]},
    }


@pytest.mark.parametrize(
    ("mode", "text", "problem"),
    [
        ("HTML", "a <b", "Unclosed start tag at byte offset 2"),
        ("HTML", "שלום <h1>x</h1>", 'Unsupported start tag "h1" at byte offset 9'),
        ("HTML", "a < b > c", 'Unsupported start tag "" at byte offset 2'),
        ("HTML", "x</b>", "Unexpected end tag at byte offset 1"),
        ("HTML", "<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("HTML", "<b><i>x</i>", 'Can\'t find end tag corresponding to start tag "b"'),
        ("Markdown", "שם_משפחה", "Can't find end of the entity starting at byte offset 4"),
        ("Markdown", "[x", "Can't find end of the entity starting at byte offset 0"),
        ("MarkdownV2", "1.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("MarkdownV2", "א*x", "Can't find end of Bold entity at byte offset 2"),
    ],
)
async def test_broken_markup_is_refused(wire: Wire, noa: Phone, mode: str, text: str, problem: str) -> None:
    said = await wire.refused("sendMessage", chat_id=noa.id, text=text, parse_mode=mode)
    assert said == f"Bad Request: can't parse entities: {problem}"


@pytest.mark.parametrize(
    ("mode", "text", "shown", "entities"),
    [
        ("HTML", "a &lt;&amp; <b>👍<i>c</i></b>", "a <& 👍c", [("bold", 5, 3), ("italic", 7, 1)]),
        ("HTML", ' <a href="https://x.org">y</a>', "y", [("text_link", 0, 1)]),
        ("Markdown", r"*a* \_ _b_ `c`", "a _ b c", [("bold", 0, 1), ("italic", 4, 1), ("code", 6, 1)]),
        ("Markdown", "[y](https://x.org) [z]", "y z", [("text_link", 0, 1)]),
        (
            "MarkdownV2",
            r"*a __b__* `c.d` \. [y](https://x.org)",
            "a b c.d . y",
            [("bold", 0, 3), ("underline", 2, 1), ("code", 4, 3), ("text_link", 10, 1)],
        ),
    ],
)
async def test_markup_becomes_entities(
    wire: Wire, noa: Phone, mode: str, text: str, shown: str, entities: list[tuple[str, int, int]]
) -> None:
    message = await wire.ok("sendMessage", chat_id=noa.id, text=text, parse_mode=mode)
    assert message["text"] == shown
    assert [(e["type"], e["offset"], e["length"]) for e in message["entities"]] == entities


async def test_every_use_of_a_parse_mode_is_recorded(wire: Wire, noa: Phone) -> None:
    await wire.ok("sendMessage", chat_id=noa.id, text="plain")
    await wire.ok("sendMessage", chat_id=noa.id, text="<b>x</b>", parse_mode="HTML")
    assert [call.params["text"] for call in wire.telegram.parse_mode_uses()] == ["<b>x</b>"]
    assert (
        await wire.refused("sendMessage", chat_id=noa.id, text="x", parse_mode="Word")
        == "Bad Request: unsupported parse_mode"
    )


async def test_entities_outside_of_the_text_are_refused(wire: Wire, noa: Phone) -> None:
    entity = {"type": "bold", "offset": 2, "length": 9}
    said = await wire.refused("sendMessage", chat_id=noa.id, text="abc", entities=[entity])
    assert said == "Bad Request: entity beginning at UTF-16 offset 2 ends after the end of the text"


async def test_a_reply_quotes_and_a_vanished_one_is_refused(wire: Wire, noa: Phone) -> None:
    asked = await noa.say("מתי?")
    answer = await wire.ok("sendMessage", chat_id=noa.id, text="מחר", reply_parameters={"message_id": asked})
    assert answer["reply_to_message"]["text"] == "מתי?"
    gone: Json = {"message_id": 999}
    said = await wire.refused("sendMessage", chat_id=noa.id, text="x", reply_parameters=gone)
    assert said == "Bad Request: message to be replied not found"
    await wire.ok(
        "sendMessage",
        chat_id=noa.id,
        text="x",
        reply_parameters={**gone, "allow_sending_without_reply": True},
    )


# --- keyboards -------------------------------------------------------------------------------------------

CANNOT = "Bad Request: can't parse inline keyboard button: "


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": "א" * 33}]]},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": ""}]]},
            CANNOT + "Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"inline_keyboard": [[{"text": "x"}]]},
            CANNOT + "Text buttons are unallowed in the inline keyboard",
        ),
        ({"inline_keyboard": [[{"callback_data": "x"}]]}, CANNOT + 'Can\'t find field "text"'),
        (
            {"inline_keyboard": [[{"text": 1, "callback_data": "x"}]]},
            CANNOT + 'Field "text" must be of type String',
        ),
        (
            {"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]},
            "Bad Request: inline keyboard button text must be non-empty",
        ),
        ({"inline_keyboard": [["x"]]}, CANNOT + "InlineKeyboardButton must be an Object"),
        ({"inline_keyboard": ["x"]}, 'Bad Request: field "inline_keyboard" must be an Array of Arrays'),
        ({"inline_keyboard": [[{"text": "x", "url": "no link"}]]}, "Bad Request: BUTTON_URL_INVALID"),
        ({"inline_keyboard": rows("x")["inline_keyboard"] * 101}, "Bad Request: reply markup is too long"),
        (
            {"inline_keyboard": [[{"text": str(n), "callback_data": "x"} for n in range(9)]]},
            "Bad Request: reply markup is too long",
        ),
        ({"buttons": []}, "Bad Request: object expected as reply markup"),
        ({"keyboard": [[""]]}, "Bad Request: keyboard button text must be non-empty"),
    ],
)
async def test_bad_keyboards_are_refused(wire: Wire, noa: Phone, markup: Json, description: str) -> None:
    assert await wire.refused("sendMessage", chat_id=noa.id, text="?", reply_markup=markup) == description


async def test_the_largest_keyboard_fits(wire: Wire, noa: Phone) -> None:
    buttons = [{"text": str(n), "callback_data": "x" * 64} for n in range(8)]
    markup = {"inline_keyboard": [buttons] * 12 + [buttons[:4]] + [[]]}
    await wire.ok("sendMessage", chat_id=noa.id, text="?", reply_markup=markup)
    assert len(noa.last.buttons) == 100
    assert noa.last.buttons[8].row == 1


async def test_an_unknown_field_of_a_button_is_a_fault(wire: Wire, noa: Phone) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "x", "colour": "red"}]]}
    await wire.ok("sendMessage", chat_id=noa.id, text="?", reply_markup=markup)
    assert wire.telegram.faults == [Fault("unknown_button_field", "sendMessage", "colour")]


async def test_a_reply_keyboard_shows_until_it_is_removed(wire: Wire, noa: Phone) -> None:
    keyboard = {"keyboard": [[{"text": "הכרטיס שלי", "request_contact": True}], ["אחר כך"]]}
    sent = await wire.ok("sendMessage", chat_id=noa.id, text="?", reply_markup=keyboard)
    assert "reply_markup" not in sent
    assert noa.reply_labels == ["הכרטיס שלי", "אחר כך"]
    await noa.press("אחר כך")
    assert noa.messages[-1].text == "אחר כך"
    await noa.press("הכרטיס שלי")
    assert noa.messages[-1].raw["contact"]["user_id"] == noa.id
    edit = await wire.refused("editMessageText", chat_id=noa.id, message_id=sent["message_id"], text="!")
    assert edit == "Bad Request: message can't be edited"
    await wire.ok("sendMessage", chat_id=noa.id, text=".", reply_markup={"remove_keyboard": True})
    assert noa.reply_labels == []


# --- files -----------------------------------------------------------------------------------------------


async def test_a_photo_is_uploaded_once_and_sent_again_by_its_id(wire: Wire, noa: Phone) -> None:
    sent = await wire.upload("sendPhoto", "photo", PIXEL, chat_id=str(noa.id), caption="מפה")
    size = sent["result"]["photo"][0]
    assert (size["width"], size["height"], size["file_size"]) == (1, 1, len(PIXEL))
    await wire.ok("sendPhoto", chat_id=noa.id, photo=size["file_id"])
    assert [(m.kind, m.text, m.file_id) for m in noa.messages if m.from_bot] == [
        ("photo", "מפה", size["file_id"]),
        ("photo", "", size["file_id"]),
    ]
    assert wire.telegram.log[-2].params["photo"] == {"name": "x.png", "size": len(PIXEL)}


async def test_a_file_may_be_attached_under_another_name(wire: Wire, noa: Phone) -> None:
    fields = {"chat_id": str(noa.id), "document": "attach://plan"}
    sent = await wire.upload("sendDocument", "plan", b"%PDF", **fields)
    assert sent["result"]["document"]["file_name"] == "x.png"
    assert wire.telegram.faults == []


@pytest.mark.parametrize(
    ("method", "start", "zeros", "code", "description"),
    [
        ("sendPhoto", b"", 0, 400, "Bad Request: file must be non-empty"),
        ("sendPhoto", b"no picture", 0, 400, "Bad Request: IMAGE_PROCESS_FAILED"),
        (
            "sendPhoto",
            PIXEL[:16] + (9990).to_bytes(4, "big") + (11).to_bytes(4, "big"),
            0,
            400,
            "Bad Request: PHOTO_INVALID_DIMENSIONS",
        ),
        (
            "sendPhoto",
            PIXEL,
            10 * 2**20,
            400,
            f"Bad Request: file of size {10 * 2**20 + len(PIXEL)} bytes is too big for a photo; "
            f"the maximum size is {10 * 2**20} bytes",
        ),
        ("sendDocument", b"", 50 * 2**20 + 1, 413, "Request Entity Too Large"),
        ("sendDocument", b"", 52 * 2**20, 413, "Request Entity Too Large"),
    ],
)
async def test_files_that_do_not_fit_are_refused(
    wire: Wire, noa: Phone, method: str, start: bytes, zeros: int, code: int, description: str
) -> None:
    name = method.removeprefix("send").lower()
    answer = await wire.upload(method, name, start + bytes(zeros), chat_id=str(noa.id))
    assert answer == {"ok": False, "error_code": code, "description": description}


async def test_captions_have_a_limit_of_their_own(wire: Wire, noa: Phone) -> None:
    fits = await wire.upload("sendPhoto", "photo", PIXEL, chat_id=str(noa.id), caption="א" * 1024)
    assert fits["ok"]
    long = await wire.upload("sendPhoto", "photo", PIXEL, chat_id=str(noa.id), caption="א" * 1025)
    assert long["description"] == "Bad Request: message caption is too long"


async def test_file_ids_must_exist_and_be_of_the_kind(wire: Wire, noa: Phone) -> None:
    document = await wire.upload("sendDocument", "document", b"x", chat_id=str(noa.id))
    file_id = document["result"]["document"]["file_id"]
    assert await wire.refused("sendPhoto", chat_id=noa.id, photo=file_id) == "Bad Request: type of file mismatch"
    unknown = await wire.refused("sendPhoto", chat_id=noa.id, photo="https://example.org/a.png")
    assert unknown == "Bad Request: wrong file identifier/HTTP URL specified"
    assert await wire.refused("sendPhoto", chat_id=noa.id) == "Bad Request: there is no photo in the request"


async def test_what_a_person_sends_can_be_fetched(wire: Wire, noa: Phone) -> None:
    message_id = await noa.send_document("תוכנית.txt", b"first line")
    file = await wire.ok("getFile", file_id=noa.message(message_id).file_id)
    address = f"{wire.telegram.root}/file/bot{wire.telegram.token}/"
    async with wire.session.get(address + file["file_path"]) as answer:
        assert await answer.read() == b"first line"
    async with wire.session.get(address + "documents/none") as answer:
        assert answer.status == 404
    assert await wire.refused("getFile", file_id="x") == "Bad Request: invalid file_id"


async def test_only_20_megabytes_can_be_fetched(wire: Wire, telegram: FakeTelegram) -> None:
    file = telegram.world.keep_file("document", bytes(20 * 2**20 + 1), "x.bin")
    assert await wire.refused("getFile", file_id=file.id) == "Bad Request: file is too big"


# --- who can be reached ----------------------------------------------------------------------------------


async def test_nobody_is_reached_before_they_write(wire: Wire) -> None:
    stranger = await wire.telegram.person()
    for chat_id in (stranger.id, 12345, "@somebody"):
        assert await wire.refused("sendMessage", chat_id=chat_id, text="x") == "Bad Request: chat not found"
    await stranger.say("שלום")
    await wire.ok("sendMessage", chat_id=stranger.id, text="x")
    assert await wire.refused("sendMessage", text="x") == "Bad Request: chat_id is empty"


async def test_who_blocks_is_not_reached_and_tells_by_an_update(wire: Wire, noa: Phone) -> None:
    await noa.block()
    blocked = "Forbidden: bot was blocked by the user"
    assert await wire.refused("sendMessage", chat_id=noa.id, text="x") == blocked
    assert await wire.refused("sendChatAction", chat_id=noa.id, action="typing") == blocked
    await noa.unblock()
    await wire.ok("sendMessage", chat_id=noa.id, text="x")
    changes = [update["my_chat_member"] for update in await wire.ok("getUpdates")]
    assert [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]
    assert changes[0]["from"]["id"] == noa.id


async def test_who_blocked_cannot_write_by_mistake_of_the_test(noa: Phone) -> None:
    await noa.block()
    with pytest.raises(ValueError, match="unblock"):
        await noa.say("x")


async def test_a_deleted_account_is_not_reached(wire: Wire, noa: Phone) -> None:
    await noa.deactivate()
    assert await wire.refused("sendMessage", chat_id=noa.id, text="x") == "Forbidden: user is deactivated"


async def test_chat_actions_are_seen_and_checked(wire: Wire, noa: Phone) -> None:
    await wire.ok("sendChatAction", chat_id=noa.id, action="typing")
    assert noa.seen.actions == ["typing"]
    said = await wire.refused("sendChatAction", chat_id=noa.id, action="dancing")
    assert said == "Bad Request: wrong parameter action in request"


async def test_a_group_adds_the_bot_and_privacy_mode_hides_its_talk(wire: Wire, noa: Phone) -> None:
    ben = await wire.telegram.person("Ben")
    group = await wire.telegram.group(noa, "שכנים", "group", ben)
    said = await wire.refused("sendMessage", chat_id=group.id, text="x")
    assert said == "Forbidden: bot is not a member of the group chat"
    await group.add_bot()
    await group.say("just talk", by=ben.id)
    await group.say("/plan@rakezet_bot", by=ben.id)
    await group.say("/plan@other_bot", by=ben.id)
    sent = await wire.ok("sendMessage", chat_id=group.id, text="hello")
    await group.say("an answer", reply_to=sent["message_id"])
    updates = await wire.ok("getUpdates")
    assert updates[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert updates[1]["message"]["new_chat_members"][0]["id"] == 8090
    assert [u["message"]["text"] for u in updates[2:]] == ["/plan@rakezet_bot", "an answer"]
    assert updates[2]["message"]["from"]["first_name"] == "Ben"
    assert updates[2]["message"]["chat"] == {"id": group.id, "title": "שכנים", "type": "group"}
    assert group.id < 0


async def test_a_bot_leaves_or_is_thrown_out(wire: Wire, noa: Phone) -> None:
    group = await wire.telegram.group(noa, "שכנים", "supergroup")
    await group.add_bot()
    await wire.ok("leaveChat", chat_id=group.id)
    left = "Forbidden: bot is not a member of the supergroup chat"
    assert await wire.refused("sendMessage", chat_id=group.id, text="x") == left
    await group.add_bot()
    await group.remove_bot()
    kicked = "Forbidden: bot was kicked from the supergroup chat"
    assert await wire.refused("sendMessage", chat_id=group.id, text="x") == kicked
    private = await wire.refused("leaveChat", chat_id=noa.id)
    assert private == "Bad Request: chat member status can't be changed in private chats"
    assert str(group.id).startswith("-100")


# --- changing what was sent ------------------------------------------------------------------------------


async def test_an_edit_changes_what_the_person_sees(wire: Wire, noa: Phone) -> None:
    sent = await wire.ok("sendMessage", chat_id=noa.id, text="1", reply_markup=rows("כן", "לא"))
    assert noa.last.labels == ["כן", "לא"]
    edited = await wire.ok("editMessageText", chat_id=noa.id, message_id=sent["message_id"], text="2")
    assert "edit_date" in edited
    assert (noa.last.text, noa.last.labels, noa.last.edited) == ("2", [], True)
    await wire.ok("editMessageReplyMarkup", chat_id=noa.id, message_id=sent["message_id"], reply_markup=rows("אולי"))
    assert (noa.last.text, noa.last.labels) == ("2", ["אולי"])


async def test_an_edit_without_a_change_is_refused(wire: Wire, noa: Phone) -> None:
    sent = await wire.ok("sendMessage", chat_id=noa.id, text="1", reply_markup=rows("כן"))
    where: Json = {"chat_id": noa.id, "message_id": sent["message_id"]}
    same = await wire.refused("editMessageText", **where, text="1", reply_markup=rows("כן"))
    assert same == f"Bad Request: {NOT_MODIFIED}"
    assert await wire.refused("editMessageReplyMarkup", **where, reply_markup=rows("כן")) == same
    await wire.ok("editMessageReplyMarkup", **where)
    assert await wire.refused("editMessageReplyMarkup", **where) == same
    assert wire.telegram.faults == []


async def test_edits_of_foreign_and_unknown_messages_are_faults(wire: Wire, noa: Phone) -> None:
    theirs = await noa.say("שלי")
    foreign = await wire.refused("editMessageText", chat_id=noa.id, message_id=theirs, text="x")
    assert foreign == "Bad Request: message can't be edited"
    unknown = await wire.refused("editMessageText", chat_id=noa.id, message_id=777, text="x")
    assert unknown == "Bad Request: message to edit not found"
    assert codes(wire.telegram) == ["foreign_edit", "unknown_edit"]
    missing = await wire.refused("editMessageText", chat_id=noa.id, text="x")
    assert missing == "Bad Request: message identifier is not specified"


async def test_a_message_the_person_deleted_cannot_be_edited_and_that_is_no_fault(wire: Wire, noa: Phone) -> None:
    sent = await wire.ok("sendMessage", chat_id=noa.id, text="1")
    await noa.clear(sent["message_id"])
    said = await wire.refused("editMessageText", chat_id=noa.id, message_id=sent["message_id"], text="x")
    assert said == "Bad Request: message to edit not found"
    assert wire.telegram.faults == []


async def test_edits_keep_to_the_rules_of_sending(wire: Wire, noa: Phone) -> None:
    sent = await wire.ok("sendMessage", chat_id=noa.id, text="1")
    where: Json = {"chat_id": noa.id, "message_id": sent["message_id"]}
    assert await wire.refused("editMessageText", **where) == "Bad Request: message text is empty"
    assert await wire.refused("editMessageText", **where, text="x" * 4097) == "Bad Request: message is too long"
    force = {"force_reply": True}
    said = await wire.refused("editMessageText", **where, text="2", reply_markup=force)
    assert said == "Bad Request: inline keyboard expected"
    photo = await wire.upload("sendPhoto", "photo", PIXEL, chat_id=str(noa.id))
    where["message_id"] = photo["result"]["message_id"]
    said = await wire.refused("editMessageText", **where, text="2")
    assert said == "Bad Request: there is no text in the message to edit"


async def test_messages_are_deleted_within_48_hours(wire: Wire, noa: Phone) -> None:
    first = await wire.ok("sendMessage", chat_id=noa.id, text="1")
    second = await wire.ok("sendMessage", chat_id=noa.id, text="2")
    await wire.ok("deleteMessage", chat_id=noa.id, message_id=second["message_id"])
    assert noa.last.text == "1"
    gone = await wire.refused("deleteMessage", chat_id=noa.id, message_id=second["message_id"])
    assert gone == "Bad Request: message to delete not found"
    await wire.telegram.advance(48 * 3600 + 1)
    old = await wire.refused("deleteMessage", chat_id=noa.id, message_id=first["message_id"])
    assert old == "Bad Request: message can't be deleted for everyone"


# --- presses ---------------------------------------------------------------------------------------------


async def test_a_press_arrives_with_its_message_and_wants_an_answer(wire: Wire, noa: Phone) -> None:
    sent = await wire.ok("sendMessage", chat_id=noa.id, text="?", reply_markup=rows("כן"))
    press = await noa.press("כן")
    [update] = await wire.ok("getUpdates")
    query = update["callback_query"]
    assert (query["id"], query["data"], query["message"]) == (press, "d:כן", sent)
    assert (query["from"]["id"], query["from"]["language_code"]) == (noa.id, "he")
    assert [p.label for p in wire.telegram.unanswered_presses()] == ["כן"]
    await wire.ok("answerCallbackQuery", callback_query_id=press, text="נשמר")
    assert noa.toasts == ["נשמר"]
    assert wire.telegram.unanswered_presses() == []


async def test_answering_twice_is_allowed_but_a_fault(wire: Wire, noa: Phone) -> None:
    await wire.ok("sendMessage", chat_id=noa.id, text="?", reply_markup=rows("כן"))
    press = await noa.press("כן")
    await wire.ok("answerCallbackQuery", callback_query_id=press)
    await wire.ok("answerCallbackQuery", callback_query_id=press)
    assert codes(wire.telegram) == ["answered_twice"]


async def test_a_press_older_than_150_seconds_cannot_be_answered_nor_fetched(wire: Wire, noa: Phone) -> None:
    await wire.ok("sendMessage", chat_id=noa.id, text="?", reply_markup=rows("כן"))
    press = await noa.press("כן")
    await wire.telegram.advance(151)
    assert await wire.refused("answerCallbackQuery", callback_query_id=press) == f"Bad Request: {OLD_QUERY}"
    assert await wire.ok("getUpdates") == []
    assert wire.telegram.faults == []


async def test_bad_answers_to_presses_are_refused(wire: Wire, noa: Phone) -> None:
    await wire.ok("sendMessage", chat_id=noa.id, text="?", reply_markup=rows("כן"))
    press = await noa.press("כן")
    long = await wire.refused("answerCallbackQuery", callback_query_id=press, text="א" * 201)
    assert long == "Bad Request: MESSAGE_TOO_LONG"
    assert await wire.refused("answerCallbackQuery", callback_query_id="1") == f"Bad Request: {OLD_QUERY}"
    assert codes(wire.telegram) == ["unknown_press"]
    await wire.ok("answerCallbackQuery", callback_query_id=press, text="א" * 200)


async def test_only_buttons_that_stand_can_be_pressed_unless_the_phone_lags(wire: Wire, noa: Phone) -> None:
    sent = await wire.ok("sendMessage", chat_id=noa.id, text="?", reply_markup=rows("כן"))
    await wire.ok("editMessageReplyMarkup", chat_id=noa.id, message_id=sent["message_id"])
    with pytest.raises(LookupError, match="no button"):
        await noa.press("כן")
    await noa.press("כן", stale=True)
    [update] = await wire.ok("getUpdates")
    assert update["callback_query"]["data"] == "d:כן"


async def test_forged_data_and_vanished_messages_can_be_pressed(wire: Wire, noa: Phone) -> None:
    await noa.press_data("forged", message_id=55)
    [update] = await wire.ok("getUpdates")
    assert update["callback_query"]["data"] == "forged"
    assert update["callback_query"]["message"]["date"] == 0


# --- what people send ------------------------------------------------------------------------------------


async def test_a_start_link_arrives_as_a_command_with_its_payload(wire: Wire) -> None:
    ana = await wire.telegram.person("Ana", last_name="Levi", language_code="en")
    await ana.start("j_abc-1")
    [update] = await wire.ok("getUpdates")
    assert update["message"] == {
        "message_id": 1,
        "from": {
            "id": ana.id,
            "is_bot": False,
            "first_name": "Ana",
            "last_name": "Levi",
            "language_code": "en",
        },
        "chat": {"id": ana.id, "first_name": "Ana", "last_name": "Levi", "type": "private"},
        "date": update["message"]["date"],
        "text": "/start j_abc-1",
        "entities": [{"offset": 0, "length": 6, "type": "bot_command"}],
    }
    assert ana.id > 2**32
    with pytest.raises(ValueError, match="payload"):
        await ana.start("x" * 65)


async def test_everything_a_phone_can_send_arrives(wire: Wire, noa: Phone) -> None:
    said = await noa.say("שלום")
    await noa.say_edited(said, "שלום לך")
    await noa.share_contact(first_name="דני", phone_number="+972501112222")
    await noa.send_voice()
    await noa.send_photo(caption="תמונה")
    await noa.send_sticker()
    await noa.send_location()
    updates = await wire.ok("getUpdates")
    assert updates[1]["edited_message"]["text"] == "שלום לך"
    assert updates[1]["edited_message"]["message_id"] == said
    assert "edit_date" in updates[1]["edited_message"]
    assert updates[2]["message"]["contact"] == {"phone_number": "+972501112222", "first_name": "דני"}
    kinds = ["voice", "photo", "sticker", "location"]
    assert all(kind in u["message"] for kind, u in zip(kinds, updates[3:], strict=True))
    assert updates[4]["message"]["caption"] == "תמונה"


# --- the bot's own card ----------------------------------------------------------------------------------


async def test_commands_are_kept_per_scope_and_language(wire: Wire) -> None:
    commands = [{"command": "/menu", "description": "תפריט"}]
    await wire.ok("setMyCommands", commands=commands, language_code="he")
    await wire.ok("setMyCommands", commands=commands, scope={"type": "all_private_chats"})
    kept = [{"command": "menu", "description": "תפריט"}]
    assert await wire.ok("getMyCommands", language_code="he") == kept
    assert await wire.ok("getMyCommands") == []
    await wire.ok("deleteMyCommands", language_code="he")
    assert await wire.ok("getMyCommands", language_code="he") == []
    assert await wire.ok("getMyCommands", scope={"type": "all_private_chats"}) == kept


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"commands": [{"command": "Menu", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a" * 33, "description": "x"}]}, "command length must not exceed 32"),
        ({"commands": [{"command": "a", "description": ""}]}, "command description must be non-empty"),
        (
            {"commands": [{"command": "a", "description": "x" * 257}]},
            "command description length must not exceed 256",
        ),
        ({"commands": [{"command": "", "description": "x"}]}, "command must be non-empty"),
        ({"commands": [{"command": "a"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [{"command": "a", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [], "language_code": "hebrew"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "x"}}, "can't parse BotCommandScope: unsupported type specified"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 1}}, "chat not found"),
    ],
)
async def test_bad_commands_are_refused(wire: Wire, params: Json, description: str) -> None:
    assert await wire.refused("setMyCommands", **params) == f"Bad Request: {description}"


async def test_name_and_descriptions_are_kept_per_language(wire: Wire, telegram: FakeTelegram) -> None:
    await wire.ok("setMyName", name="רכזת", language_code="he")
    await wire.ok("setMyDescription", description="x" * 512)
    await wire.ok("setMyShortDescription", short_description="x" * 120)
    assert telegram.world.profile[("name", "he")] == "רכזת"
    assert await wire.refused("setMyName", name="x" * 65) == "Bad Request: bot name is too long"
    assert await wire.refused("setMyDescription", description="x" * 513) == "Bad Request: bot description is too long"
    long = await wire.refused("setMyShortDescription", short_description="x" * 121)
    assert long == "Bad Request: bot short description is too long"


# --- with the library the bot uses -----------------------------------------------------------------------


@pytest_asyncio.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    root = telegram.root
    async with Bot(telegram.token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot") as bot:
        yield bot


async def test_python_telegram_bot_makes_a_round_trip_without_a_fault(
    telegram: FakeTelegram, noa: Phone, bot: Bot
) -> None:
    assert bot.username == "rakezet_bot"
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("כן", callback_data="yes")]])
    sent = await bot.send_message(noa.id, "מגיעים?", reply_markup=markup, disable_notification=True)
    await noa.press("כן")
    [update] = await bot.get_updates(timeout=5, allowed_updates=["message", "callback_query"])
    query = update.callback_query
    assert query is not None
    assert (query.data, query.message) == ("yes", sent)
    assert await query.answer("תודה")
    await query.edit_message_text("מגיעים")
    picture = await bot.send_photo(noa.id, PIXEL, caption="מפה")
    await bot.send_document(noa.id, b"%PDF-", filename="plan.pdf")
    await noa.send_document("a.txt", b"abc")
    [update] = await bot.get_updates(offset=update.update_id + 1)
    assert update.message is not None
    assert update.message.document is not None
    file = await bot.get_file(update.message.document.file_id)
    assert await file.download_as_bytearray() == b"abc"
    await bot.delete_message(noa.id, picture.message_id)
    await bot.set_my_commands([("menu", "תפריט")], language_code="he")
    await bot.send_chat_action(noa.id, "typing")
    assert telegram.faults == []
    assert telegram.unanswered_presses() == []
    assert [(m.kind, m.text) for m in noa.messages if m.from_bot] == [("text", "מגיעים"), ("document", "")]


async def test_python_telegram_bot_understands_the_refusals(
    telegram: FakeTelegram, noa: Phone, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # how the library will count waits from its next version on
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(noa.id, "x" * 4097)
    await telegram.throttle(noa.id, retry_after=3)
    with pytest.raises(RetryAfter) as told:
        await bot.send_message(noa.id, "x")
    assert told.value.retry_after == timedelta(seconds=3)
    await telegram.advance(3)
    await noa.block()
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(noa.id, "x")
