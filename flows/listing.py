"""Takes an answer of many lines: shown after every message, finished with one tap, and nothing typed is lost."""

from dataclasses import replace

from flows import asking, dating, meanwhile
from flows.model import Ask, Phrase, Step, Wording
from flows.typed import cleaned_name, items_of
from flows.walk import Walk

ITEMS_IN_A_LIST = 60


def read_list(walk: Walk, text: str, said_in: str | None) -> None:
    items = items_of(text)
    if not items:
        return walk.ask_again(Phrase("nothing-readable"))
    listed = tuple(dict.fromkeys((*walk.place.listed, *items)))
    if len(listed) > ITEMS_IN_A_LIST:
        return walk.ask_again(Phrase("list-is-full", {"total": ITEMS_IN_A_LIST}))
    walk.place = replace(walk.place, listed=listed)
    show_list(walk)


def show_list(walk: Walk) -> None:
    """After each message of a list: what stands there now, and one tap to finish."""
    choices = asking.choices_while_listed(walk) if walk.place.listed else ()
    walk.place = replace(walk.place, choices=choices, version=walk.place.version + 1)
    if not walk.place.listed:
        walk.ask()
        return
    lines = (asking.listed_so_far(walk.place.listed), Phrase("list-goes-on"))
    walk.say(replace(asking.redrawn(walk), lines=lines))


def drop_last(walk: Walk) -> None:
    walk.place = replace(walk.place, listed=walk.place.listed[:-1])
    show_list(walk)


def finish_list(walk: Walk) -> None:
    keep_listed(walk)
    walk.leave()


def keep_listed(walk: Walk) -> bool:
    """Keep what was listed so far, if anything was: leaving a question loses nothing that was typed."""
    step, listed = walk.step, walk.place.listed
    if step.ask is Ask.DATE:  # days that nobody agreed to yet
        return False
    if step.save and listed:
        _keep_list(walk, step, listed)
    return bool(listed)


def _keep_list(walk: Walk, step: Step, listed: tuple[str, ...]) -> None:
    assert step.save is not None
    if not walk.makes_items(step):
        return walk.save(walk.item_of(step), step.save.field, meanwhile.joined_list(walk, list(listed)))
    records = walk.facts.all(step.save.kind).values()
    known = {fields.get(step.save.field) for fields in records if not fields.get("removed")}
    heard: list[Wording] = []
    for item in listed:
        name, due = _named_item(walk, step, item)
        if not name or name in known:
            continue
        known.add(name)
        record = next(walk.fresh)
        walk.save(record, step.save.field, name)
        if due is not None:
            walk.save(record, "due", due)
            heard.append(dating.heard(name, due))
    if heard:
        walk.lead.append(Phrase("dates-heard", {"items": tuple(heard)}))


def _named_item(walk: Walk, step: Step, item: str) -> tuple[str, str | None]:
    """(what the record is called, its day if one was written beside it)."""
    if dating.is_dated(step):
        return dating.split_title(item, walk.now)
    return cleaned_name(item) if step.save and step.save.field == "name" else dating.titled(item), None
