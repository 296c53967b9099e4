"""Takes a holding statement from its parts to one approval and out: nothing goes out by itself, people copy it."""

from flows.effects import Do, Save
from flows.model import Phrase, Place, Value, Verbatim, Wording
from flows.rules.crisis import STATEMENT, statement_of, statement_parts, statement_state, statement_words, text_in
from flows.rules.crisis_saying import statement_lines
from handlers.action_words import saying
from handlers.crisis import my_name
from handlers.crisis_work import number_decision
from handlers.doors import Door
from handlers.turn import Turn
from storage.answers import keep_answer, records
from storage.workspaces import COORDINATOR, members_of

APPROVAL = "statement_approval"
ASKED, APPROVED, RETURNED, OUTSIDE = "asked", "approved", "returned", "outside"
_RELEASES = frozenset({"public", "reactive", "wait"})


def ask_approval(turn: Turn, do: Do, place: Place) -> None:
    """Ask whoever approves in their own chat; for somebody who is not here say so."""
    workspace = str(place.workspace)
    statement = statement_of(records(turn.conn, workspace, ("crisis",)))
    name = text_in(statement, "approver")
    if not name:
        return
    _keep(turn, place, {"author": str(turn.person.id)})
    person = text_in(statement, "approver_person")
    if person == str(turn.person.id):
        return _keep(turn, place, {"approved_words": statement_words(statement)})
    line = Phrase("statement-ask", {"name": my_name(turn)})
    door = Door(Phrase("choice-statement-read"), APPROVAL, {})
    if person.isdecimal() and turn.hand(int(person), workspace, saying(line, doors=(door,))):
        return turn.lead.append(Phrase("statement-asked"))
    _keep(turn, place, {"state": OUTSIDE})
    turn.lead.append(Phrase("statement-not-here", {"name": name}))


def answer_approval(turn: Turn, do: Do, place: Place) -> None:
    """Yes, or back with what to change: whoever asked hears it. Only who was asked may say so."""
    workspace = str(place.workspace)
    statement = statement_of(records(turn.conn, workspace, ("crisis",)))
    if statement.get("state") != ASKED or statement.get("approver_person") != str(turn.person.id):
        return turn.lead.append(Phrase("statement-gone"))
    approved = do.carried.get("approval") == "ok"
    words = {"approved_words": statement_words(statement)} if approved else {}
    _keep(turn, place, {"state": APPROVED if approved else RETURNED, **words})
    remark = text_in(statement, "remark")
    fills: dict[str, Wording] = {
        "name": my_name(turn),
        "remark": Verbatim(remark) if remark else Phrase("not-clear-yet"),
    }
    line = Phrase("statement-approved-told" if approved else "statement-returned-told", fills)
    author = text_in(statement, "author")
    asked_by = {int(author)} if author.isdecimal() else set()
    leads = {m.person for m in members_of(turn.conn, workspace) if m.role == COORDINATOR}
    for person in sorted((asked_by or leads) - {turn.person.id}):
        turn.tell(person, workspace, line)
    turn.lead.append(Phrase("statement-thanks"))


def log_release(turn: Turn, do: Do, place: Place) -> None:
    """What was decided about it goes into the log; the words are shown by themselves, ready to be copied."""
    workspace = str(place.workspace)
    tables = records(turn.conn, workspace, ("crisis", "voice", "decision"))
    statement = statement_of(tables)
    release = text_in(statement, "release")
    if release not in _RELEASES or not statement_parts(statement):
        return
    item = turn.kit.fresh()
    text = turn.plain_word(Phrase(f"statement-released.{release}"))
    turn.carry_out(turn, Save("decision", item, "text", text, "cr_release"), place)
    number_decision(turn, place, item, records(turn.conn, workspace, ("crisis", "voice", "decision")))
    _keep(turn, place, {"released_at": turn.now.isoformat()})
    warning = () if statement_state(statement) == APPROVED else (Phrase("statement-not-approved"),)
    turn.say(*warning, Phrase("statement-ready"))
    turn.say(Phrase("block", {"lines": statement_lines(tables)}))
    second = text_in(statement, "second")
    if second:
        turn.say(Verbatim(second))


def _keep(turn: Turn, place: Place, fields: dict[str, Value]) -> None:
    assert place.workspace is not None, "a statement stands in a crisis space"
    for name, value in fields.items():
        keep_answer(turn.conn, place.workspace, "crisis", STATEMENT, name, value, turn.person.id, turn.now)
