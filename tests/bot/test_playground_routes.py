"""The playground's page gets what it needs, bad requests get a code and no trace, and its line ends when told."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.playground import Playground
from bot.playground import routes
from bot.playground.phones import Look, News, Phones, two_phones
from bot.playground.routes import LANGUAGES, playground_routes
from handlers.messages import Attachment, Button, Incoming, Outgoing
from tests.fakes.playground_world import StandingClock

PAGE = Path(routes.__file__).with_name("page.html")


class OneCoalition:
    """A drawer with one coalition in it."""

    async def drawer(self) -> dict[str, Any]:
        return {"outbox": [], "timers": [], "records": [], "workspaces": [{"id": "x1", "name": "אוויר נקי"}]}

    async def power_map(self, workspace: str, language: str) -> bytes:
        if workspace != "x1":
            raise LookupError(workspace)
        return f"picture in {language}".encode()


class Table:
    """The page's routes on a table, with a bot that keeps what it hears, unless told not to."""

    def __init__(self) -> None:
        self.phones = two_phones()
        self.channels = tuple(Playground(look, self.phones, StandingClock()) for look in Look)
        self.heard: list[Incoming] = []
        self.keeps = True
        clock, drawer = StandingClock(), OneCoalition()
        paths = playground_routes(self.phones, self.channels, self._hear, clock, drawer, self._words)
        transport = httpx.ASGITransport(Starlette(routes=paths))
        self.page = httpx.AsyncClient(transport=transport, base_url="http://playground")

    async def _hear(self, incoming: Incoming) -> bool:
        self.heard.append(incoming)
        return self.keeps

    def _words(self, language: str) -> dict[str, str]:
        keys = set(re.findall(r"\{\{([\w-]+)\}\}", PAGE.read_text("utf-8"))) | {"playground-hello"}
        return dict.fromkeys(keys, f"word in {language}") | {"playground-title": "</script> & more"}

    async def act(self, phone: str, body: object) -> httpx.Response:
        return await self.page.post(f"/playground/phones/{phone}", json=body)


@pytest.fixture
async def table() -> AsyncIterator[Table]:
    table = Table()
    async with table.page:
        yield table


async def test_the_page_is_hebrew_and_right_to_left_before_any_script_runs(table: Table) -> None:
    page = (await table.page.get("/")).text
    assert '<html lang="he" dir="rtl">' in page
    assert "{{" not in page


async def test_no_text_can_break_out_of_the_page(table: Table) -> None:
    page = (await table.page.get("/")).text
    assert "<title>&lt;/script&gt; &amp; more</title>" in page
    words = page.split('id="words">')[1].split("</script>")[0]
    assert json.loads(words)["playground-title"] == "</script> & more"


async def test_the_page_may_load_nothing_from_elsewhere(table: Table) -> None:
    answer = await table.page.get("/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "http://" not in answer.text
    assert "https://" not in answer.text


async def test_every_file_the_page_names_is_served(table: Table) -> None:
    todo: list[str] = ["/"]
    seen: set[str] = set()
    while todo:
        path = todo.pop()
        answer = await table.page.get(path)
        assert answer.status_code == 200, path
        named = {part.split('"')[0] for part in answer.text.split('"/playground/files/')[1:]}
        named |= {part.split('"')[0] for part in answer.text.split('from "./')[1:]}
        todo += [f"/playground/files/{name}" for name in named - seen]
        seen |= named
    assert {"page.js", "phone.js", "words.js", "page.css", "Rubik-Regular.ttf", "mark.svg"} <= seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_the_page_asks_for_is_written(language: str) -> None:
    source = PAGE.read_text("utf-8") + "".join(path.read_text("utf-8") for path in PAGE.parent.glob("*.js"))
    asked = set(re.findall(r"""[\w-]="(playground-[\w-]+)\"""", source))
    asked |= {f"playground-{key}" for key in re.findall(r"""\bword\("([\w-]+)"\)""", source)}
    texts = PAGE.parents[2].joinpath("flows/texts", language, "playground.ftl").read_text("utf-8")
    assert len(asked) > 40
    assert not asked - set(re.findall(r"^([\w-]+) =", texts, re.MULTILINE))


@pytest.mark.parametrize("name", ["routes.py", "page.html", "..%2Froutes.py", "OFL.txt"])
async def test_nothing_else_is_served(table: Table, name: str) -> None:
    assert (await table.page.get(f"/playground/files/{name}")).status_code == 404


async def test_words_come_in_the_language_asked_for(table: Table) -> None:
    assert (await table.page.get("/playground/words?lang=ar")).json()["playground-hello"] == "word in ar"
    refused = await table.page.get("/playground/words?lang=xx")
    assert (refused.status_code, refused.json()) == (400, {"error": "language_unknown"})


async def test_the_state_shows_each_phone_with_its_messages(table: Table) -> None:
    keyboard = ((Button("כן", "k.0"), Button("לא", "k.1")),)
    picture = Attachment(b"\x89PNG", "map.png", "image/png")
    await table.channels[0].send(Outgoing("t1", ("שאלה",), keyboard, None, picture))
    state = (await table.page.get("/playground/state")).json()
    telegram, whatsapp = state["phones"]
    assert (state["now"], state["zone"]) == ("2026-11-22T06:00:00+00:00", "Asia/Jerusalem")
    assert (whatsapp["id"], whatsapp["look"], whatsapp["messages"]) == ("w1", "whatsapp", [])
    (message,) = telegram["messages"]
    assert message["buttons"] == [[{"label": "כן", "data": "k.0"}, {"label": "לא", "data": "k.1"}]]
    sent = await table.page.get(message["picture"])
    assert (sent.content, sent.headers["content-type"]) == (picture.content, "image/png")


@pytest.mark.parametrize(
    ("phone", "body", "field"),
    [
        ("t1", {"say": "שלום"}, "text"),
        ("t1", {"start": ""}, "start"),
        ("t1", {"start": "j_code"}, "start"),
        ("w1", {"send": "voice"}, "unfit"),
        ("w1", {"contact": {"name": "Samir", "number": ""}}, "contact"),
        ("t1", {"block": True}, "standing"),
    ],
)
async def test_each_act_reaches_the_bot(table: Table, phone: str, body: object, field: str) -> None:
    assert (await table.act(phone, body)).status_code == 200
    assert getattr(table.heard[0], field) is not None


async def test_pressing_and_editing_name_their_message(table: Table) -> None:
    outcome = await table.channels[0].send(Outgoing("t1", ("?",), ((Button("כן", "k.0"),),)))
    assert (await table.act("t1", {"press": "k.0", "message": outcome.provider_id})).status_code == 200
    await table.act("t1", {"say": "frist"})
    edit = {"edit": {"message": table.heard[-1].message_id, "text": "first"}}
    assert (await table.act("t1", edit)).status_code == 200
    assert (table.heard[-1].text, table.heard[-1].edited) == ("first", True)


@pytest.mark.parametrize(
    ("phone", "body", "status", "code"),
    [
        ("t9", {"say": "x"}, 404, "phone_unknown"),
        ("t1", {"press": "k.0", "message": "m0"}, 404, "message_unknown"),
        ("t1", {"edit": {"message": "m0", "text": "x"}}, 404, "message_unknown"),
        ("t1", {}, 400, "act_unknown"),
        ("t1", {"say": "x", "start": ""}, 400, "act_unknown"),
        ("t1", {"say": 5}, 400, "act_unknown"),
        ("t1", {"say": ""}, 400, "text_empty"),
        ("t1", {"say": "x" * 4097}, 400, "text_too_long"),
        ("t1", {"send": "thoughts"}, 400, "kind_unknown"),
        ("t1", {"start": "two words"}, 400, "start_invalid"),
        ("t1", {"contact": {"name": "x", "number": "call me"}}, 400, "number_invalid"),
        ("t1", {"contact": {"name": ""}}, 400, "act_unknown"),
        ("t1", {"block": "yes"}, 400, "act_unknown"),
        ("t1", ["say"], 400, "body_invalid"),
    ],
)
async def test_what_a_phone_cannot_do_is_answered_with_a_code(
    table: Table, phone: str, body: object, status: int, code: str
) -> None:
    answer = await table.act(phone, body)
    assert (answer.status_code, answer.json()) == (status, {"error": code})
    assert not table.heard


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 10_000, b"\xff"])
async def test_a_body_that_is_no_json_is_refused(table: Table, content: bytes) -> None:
    headers = {"content-type": "application/json"}
    answer = await table.page.post("/playground/phones/t1", content=content, headers=headers)
    assert (answer.status_code, answer.json()) == (400, {"error": "body_invalid"})


async def test_a_form_on_another_site_cannot_act(table: Table) -> None:
    headers = {"content-type": "text/plain"}
    answer = await table.page.post("/playground/phones/t1", content=b'{"say": "x"}', headers=headers)
    assert answer.status_code == 400
    assert not table.heard


async def test_what_the_bot_did_not_keep_is_said_so(table: Table) -> None:
    table.keeps = False
    answer = await table.act("t1", {"say": "x"})
    assert (answer.status_code, answer.json()) == (503, {"error": "not_kept"})


async def test_phones_can_be_added_up_to_twelve(table: Table) -> None:
    answers = [await table.page.post("/playground/phones", json={"look": "whatsapp"}) for _ in range(11)]
    assert (answers[0].status_code, answers[0].json()["id"]) == (201, "w2")
    assert (answers[-1].status_code, answers[-1].json()) == (409, {"error": "too_many_phones"})
    assert len(table.phones) == 12


@pytest.mark.parametrize("look", ["signal", None, ["telegram"]])
async def test_a_phone_needs_a_look_that_exists(table: Table, look: object) -> None:
    answer = await table.page.post("/playground/phones", json={"look": look})
    assert (answer.status_code, answer.json()) == (400, {"error": "look_unknown"})


async def test_the_drawer_and_the_map_are_handed_through(table: Table) -> None:
    drawer = (await table.page.get("/playground/drawer")).json()
    assert drawer["workspaces"] == [{"id": "x1", "name": "אוויר נקי"}]
    picture = await table.page.get("/playground/map/x1.png?lang=ar")
    assert (picture.content, picture.headers["content-type"]) == (b"picture in ar", "image/png")
    assert (await table.page.get("/playground/map/x2.png")).status_code == 404
    assert (await table.page.get("/playground/map/x1.png?lang=xx")).status_code == 400


async def test_a_page_is_told_the_newest_of_each_kind_and_no_more() -> None:
    phones = two_phones()
    with phones.listening() as line:
        for number in range(1000):
            phones.tell(News("toast", "t1", str(number)))
        batch = await anext(line.news(quiet_seconds=60))
    assert batch == (News("toast", "t1", "999"), News("drawer"))


async def test_a_quiet_line_still_says_that_it_is_there() -> None:
    with two_phones().listening() as line:
        assert await anext(line.news(quiet_seconds=0)) == ()


async def test_a_line_ends_when_the_server_hangs_up() -> None:
    phones = two_phones()
    with phones.listening() as line:
        phones.hang_up()
        assert [batch async for batch in line.news(quiet_seconds=60)] == []


async def test_nobody_is_told_after_leaving() -> None:
    phones = Phones()
    with phones.listening() as line:
        pass
    phones.add(Look.TELEGRAM)
    assert await anext(line.news(quiet_seconds=0)) == ()
