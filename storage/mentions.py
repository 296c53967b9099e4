"""Finds where others put a person in charge, so that whoever is forgotten stands in nobody's plan by name."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, select, type_coerce, update

from storage.columns import Json
from storage.tables import answers

_WHO = "_person"
"""Ends the field that holds which member a name belongs to: `owner_person` beside `owner`."""


def erase_mentions(conn: Connection, person: int) -> Iterable[tuple[str, frozenset[str]]]:
    """Erase the names given as this person, and who they stood for; (workspace, the names) for each."""
    where = (answers.c.workspace_id, answers.c.kind, answers.c.item, answers.c.field)
    stands = (answers.c.field.endswith(_WHO, autoescape=True), answers.c.value == type_coerce(str(person), Json))
    found = conn.execute(select(answers.c.id, *where, answers.c.answered_at).where(*stands)).all()
    names: dict[str, set[str]] = defaultdict(set)
    for row, workspace, kind, item, field, at in found:
        beside = (
            answers.c.workspace_id == workspace,
            answers.c.kind == kind,
            answers.c.item == item,
            answers.c.field == field.removesuffix(_WHO),
        )
        given = (*beside, answers.c.answered_at == at)
        names[workspace].update(v for v in conn.execute(select(answers.c.value).where(*given)).scalars() if v)
        conn.execute(delete(answers).where(*given))
        conn.execute(delete(answers).where(answers.c.id == row))
        newest = select(func.max(answers.c.id)).where(*beside).scalar_subquery()
        conn.execute(update(answers).where(answers.c.id == newest).values(current=True))
    return tuple((workspace, frozenset(said)) for workspace, said in names.items())
