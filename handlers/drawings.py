"""Names what is to be drawn in the way a row keeps it, so that whoever writes rows and whoever sends them agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from storage.versions import Version

IN_WORDS: Final = "_in_words"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a row asks for. `number` None: what is known now; `as_it_was`: an earlier version, on its own day.

    `item`: the one record it is of, for what has no versions.
    """

    name: str
    workspace: str
    number: int | None = None
    as_it_was: bool = False
    item: str = ""

    @property
    def artefact(self) -> str:
        return self.name.removesuffix(IN_WORDS)


def rows_of(version: Version, *, as_it_was: bool = False) -> tuple[Mapping[str, Any], ...]:
    """The contents of the rows that show one version: as a picture or file, then in words."""
    then = {"as_it_was": True} if as_it_was else {}
    names = (version.artefact, version.artefact + IN_WORDS)
    return tuple({"draw": name, "version": version.number, **then} for name in names)


def drawing_in(content: Mapping[str, Any], workspace: str) -> Drawing:
    """What a row's content asks to be drawn."""
    name, number = content["draw"], content.get("version")
    return Drawing(name, workspace, number, content.get("as_it_was", False), content.get("item", ""))
