"""A picture that somebody sent is shown to many from where it lies: by its id, with its words and buttons."""

from datetime import UTC, datetime

import pytest

from bot.channels.telegram import Telegram, pieces_of
from bot.channels.telegram_updates import read
from handlers.messages import Button, Fate, Incoming, Outgoing
from tests.fakes.telegram import FakeTelegram

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


async def test_a_picture_is_read_with_its_caption_and_sent_again_by_its_id() -> None:
    async with FakeTelegram() as fake, Telegram(fake.token, api_root=fake.root) as telegram:
        noa, samir = await fake.person("Noa"), await fake.person("Samir")
        await samir.start()
        await noa.send_photo(caption="Wednesday 18:00")
        said = [read(update, NOW) for update in await telegram.updates(None, 0)]
        [seen] = [one for one in said if isinstance(one, Incoming) and one.picture]
        assert seen.caption == "Wednesday 18:00"
        to_samir = Outgoing(str(samir.id), ("Come",), ((Button("Coming", "k.0"),),), media=seen.picture)
        assert (await telegram.send(to_samir)).fate is Fate.ACCEPTED
        await samir.refresh()
        assert (samir.last.kind, samir.last.text, samir.last.labels) == ("photo", "Come", ["Coming"])


async def test_a_picture_that_is_gone_is_a_refusal_and_not_an_uncertainty() -> None:
    async with FakeTelegram() as fake, Telegram(fake.token, api_root=fake.root) as telegram:
        noa = await fake.person("Noa")
        await noa.start()
        outcome = await telegram.send(Outgoing(str(noa.id), ("Come",), media="AgACunknown"))
        assert outcome.fate is Fate.REFUSED


@pytest.mark.parametrize(("words", "pieces"), [("short", 1), ("א" * 2000, 2)])
def test_words_too_long_for_a_caption_follow_the_picture(words: str, pieces: int) -> None:
    made = pieces_of(Outgoing("1", (words,), ((Button("Coming", "k.0"),),), media="AgAC"))
    assert len(made) == pieces
    assert made[0].media == "AgAC"
    assert made[-1].keyboard
