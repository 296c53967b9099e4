"""Carries messages to the playground's phones through the same port as to the platforms."""

from dataclasses import replace
from datetime import timedelta

from bot.playground.phones import Kind, Look, Message, Phone, Phones
from bot.playground.refusals import refusal
from flows.rendering import TELEGRAM, WHATSAPP, Limits
from handlers.messages import Courtesy, CourtesyKind, Fate, Outcome, Outgoing
from handlers.ports import Clock

_NAMES = {Look.TELEGRAM: "playground_telegram", Look.WHATSAPP: "playground_whatsapp"}
_LIMITS = {Look.TELEGRAM: TELEGRAM, Look.WHATSAPP: WHATSAPP}


class Playground:
    """One platform of the playground: the phones of one look.

    `window` is how long after its owner's last word a phone takes messages (WhatsApp: 24 h); None: always.
    """

    def __init__(self, look: Look, phones: Phones, clock: Clock, window: timedelta | None = None) -> None:
        self.look = look
        self._phones = phones
        self._clock = clock
        self._window = window

    @property
    def name(self) -> str:
        return _NAMES[self.look]

    @property
    def limits(self) -> Limits:
        return _LIMITS[self.look]

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Accepted with the last message's id, or refused with the code of what a platform would not take."""
        phone = self._phone(outgoing.address)
        if phone is None:
            return Outcome(Fate.REFUSED, reason="chat_not_found", blocked=True)
        if phone.blocked:
            return Outcome(Fate.REFUSED, reason="blocked", blocked=True)
        reason = refusal(outgoing, self.look) or self._closed_window(phone)
        if reason:
            return Outcome(Fate.REFUSED, reason=reason)
        earlier = phone.message(outgoing.instead_of) if self.limits.edits else None
        if earlier is not None and len(outgoing.parts) == 1:
            edited = replace(earlier, text=outgoing.parts[0], keyboard=outgoing.keyboard)
            return Outcome(Fate.ACCEPTED, provider_id=self._phones.put(phone, edited).id)
        return Outcome(Fate.ACCEPTED, provider_id=self._show(phone, outgoing).id)

    async def be_courteous(self, courtesy: Courtesy, address: str) -> None:
        """A notice for a press; on the Telegram look also the change of a message that is still there."""
        phone = self._phone(address)
        if phone is None or phone.blocked:
            return
        if courtesy.kind is CourtesyKind.ANSWER_PRESS:
            if courtesy.text and self.limits.edits:  # only where a press waits for an answer
                self._phones.toast(phone, courtesy.text)
            return
        message = phone.message(courtesy.message_id)
        if message is not None and not message.mine and self.limits.edits:
            self._phones.put(phone, _changed(message, courtesy))

    def _phone(self, address: str) -> Phone | None:
        phone = self._phones.find(address)
        return phone if phone and phone.look is self.look else None

    def _closed_window(self, phone: Phone) -> str | None:
        if self._window is None:
            return None
        spoken = max((message.at for message in phone.messages if message.mine), default=None)
        is_open = spoken is not None and self._clock.now() - spoken <= self._window
        return None if is_open else "window_closed"

    def _show(self, phone: Phone, outgoing: Outgoing) -> Message:
        *earlier, last = outgoing.parts or ("",)
        for text in earlier:
            self._phones.put(phone, self._message(text))
        hung = replace(
            self._message(last),
            kind=Kind.PICTURE if outgoing.media else Kind.TEXT,
            keyboard=outgoing.keyboard,
            picker=outgoing.picker,
            attachment=outgoing.attachment,
        )
        return self._phones.put(phone, hung)

    def _message(self, text: str) -> Message:
        return Message(self._phones.fresh_id("m"), False, text, self._clock.now())


def _changed(message: Message, courtesy: Courtesy) -> Message:
    """SHOW_TICKS gives a new keyboard; SETTLE takes it away and shows the text, if there is one."""
    if courtesy.kind is CourtesyKind.SHOW_TICKS:
        return replace(message, keyboard=courtesy.keyboard)
    return replace(message, keyboard=(), text=courtesy.text or message.text)
