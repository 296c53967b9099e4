"""Takes a person's name as an answer: pressed, typed or shared, and tied to the member it belongs to.

What everyone reads is the name (`task.owner`); beside it (`task.owner_person`) stands who it is, when it is somebody
of the coalition, so that they can be told. Of a shared contact only the name is kept: the number belongs to somebody
who was not asked.
"""

from flows import meanwhile
from flows.events import ContactReceived
from flows.model import Ask, Phrase
from flows.typed import cleaned, cleaned_name, folded
from flows.walk import Walk

WHO = "_person"
"""Added to a field that holds a name: the field that holds which member it is."""


def keep_member(walk: Walk, member: str) -> None:
    """Somebody of the coalition, pressed."""
    name = str(walk.facts.all("members").get(member, {}).get("name") or "")
    _keep(walk, name, member, None)


def read_contact(walk: Walk, text: str, said_in: str | None) -> None:
    """A typed name; a member's own name means that member."""
    name = cleaned_name(text)
    if not name:
        return walk.ask_again(Phrase("nothing-readable"))
    _keep(walk, name, _member_called(walk, name), said_in)
    walk.leave()


def take_contact(walk: Walk, event: ContactReceived) -> None:
    """A shared contact: its name."""
    if walk.step.ask is not Ask.CONTACT:
        return walk.ask_again(Phrase("unfit.contact"))
    if cleaned(event.name):
        walk.lead.append(Phrase("kept-name-only"))
    read_contact(walk, event.name, event.said_in)


def _keep(walk: Walk, name: str, member: str | None, said_in: str | None) -> None:
    step = walk.step
    if step.save is None:
        return
    item, who = walk.item_of(step), f"{step.save.field}{WHO}"
    meanwhile.name_the_other(walk, name)
    walk.save(item, step.save.field, name, said_in)
    known = walk.facts.tables.get(step.save.kind, {}).get(item, {}).get(who)
    if step.source and member != known:
        walk.save(item, who, member)


def _member_called(walk: Walk, name: str) -> str | None:
    """The one member of this name; nobody where two share it."""
    if not walk.step.source:
        return None
    members = walk.facts.all("members").items()
    same = [member for member, fields in members if folded(str(fields.get("name") or "")) == folded(name)]
    return same[0] if len(same) == 1 else None
