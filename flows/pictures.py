"""Takes what is written and shown to many: a picture with its description, a text that was looked over first."""

from flows.events import PictureReceived
from flows.model import Ask, Phrase
from flows.rules.message_check import findings
from flows.typed import cleaned
from flows.walk import Walk

PICTURE = "picture"
"""The field that holds which picture it is; the step's own field may hold something else."""


def take_picture(walk: Walk, event: PictureReceived) -> str:
    """Keep a picture where one is wanted; its caption, if the step's own answer is words. "" when all is done."""
    step = walk.step
    if step.save is None or (step.ask is not Ask.PICTURE and step.fits != "broadcast"):
        walk.ask_again(Phrase("unfit.picture"))
        return ""
    caption = cleaned(event.caption)
    if step.ask is not Ask.PICTURE:
        walk.save(walk.item_of(step), PICTURE, event.picture)
        walk.save(walk.item_of(step), "alt", None)  # it described another one, if any
        if not caption:
            walk.ask_again(Phrase("picture-kept"))
        return event.caption if caption else ""
    walk.save(walk.item_of(step), step.save.field, event.picture)
    walk.save(walk.item_of(step), "alt", caption or None)
    walk.leave()
    return ""


def read_words(walk: Walk, text: str, said_in: str | None) -> None:
    """Words where a picture is wanted: they are quoted back, so that nothing typed is lost."""
    said = cleaned(text)
    if said:
        walk.lead.append(Phrase("you-wrote", {"text": said}))
    walk.ask_again(Phrase("picture-wanted"))


def passes(walk: Walk, text: str) -> bool:
    """Say what there is to say about a message to many; False when something must be mended first."""
    found = findings(text)
    if any(finding.hard for finding in found):
        walk.lead.append(Phrase("you-wrote", {"text": cleaned(text)}))  # to be copied and mended
        walk.lead.append(Phrase("message-check-blocked", {"findings": tuple(f.said for f in found if f.hard)}))
        walk.redraw()
        return False
    if found:
        walk.lead.append(Phrase("message-check-noticed", {"findings": tuple(f.said for f in found)}))
    return True
