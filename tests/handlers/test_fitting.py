"""A picture is sent so that it can be read: whole in the chat or whole as a file, never refused or shrunk away."""

import struct
from typing import Any

import pytest

from flows.rendering import TELEGRAM, WHATSAPP, Limits
from flows.wording import Voice
from handlers.fitting import Recipient, as_drawn
from handlers.messages import Attachment
from handlers.sitter import Drawn
from tests.cast import conversations


class _Kit:
    """As much of the kit as fitting needs."""

    conversations = conversations()


def picture(width: int, height: int, size: int = 100) -> Attachment:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height)
    return Attachment(head.ljust(size, b"\0"), "map.png", "image/png")


def sent(attachment: Attachment, limits: Limits = TELEGRAM, text: str = "מפה") -> Any:
    kit: Any = _Kit()
    return as_drawn(kit, Drawn(text, attachment), Recipient("1", Voice("he"), limits))


@pytest.mark.parametrize("limits", [TELEGRAM, WHATSAPP])
@pytest.mark.parametrize(("width", "height"), [(1080, 1350), (1080, 2700), (1600, 3999)])
def test_a_picture_of_usual_shape_is_seen_in_the_chat(width: int, height: int, limits: Limits) -> None:
    assert sent(picture(width, height), limits).attachment.is_picture


@pytest.mark.parametrize("attachment", [picture(1080, 2701), picture(4000, 6001), picture(1080, 1350, 10_000_001)])
def test_one_that_would_be_refused_or_unreadable_goes_as_a_file(attachment: Attachment) -> None:
    outgoing = sent(attachment)
    assert not outgoing.attachment.is_picture
    assert outgoing.attachment.content == attachment.content
    assert outgoing.parts == ("מפה",)


def test_where_a_picture_cannot_be_a_file_it_stays_a_picture() -> None:
    assert sent(picture(1080, 9000), WHATSAPP).attachment.is_picture


def test_what_is_no_picture_stays_as_it_is() -> None:
    plan = Attachment(b"%PDF", "plan.pdf", "application/pdf")
    assert sent(plan).attachment is plan


def test_words_too_long_for_a_caption_go_in_parts_before_the_picture() -> None:
    outgoing = sent(picture(10, 10), text="מילה " * 900)
    assert len(outgoing.parts) > 1
    assert all(len(part) <= TELEGRAM.body for part in outgoing.parts)
    assert len(outgoing.parts[-1]) <= TELEGRAM.caption
