"""Makes what a row names (a picture, its words) from the records as they are when it is sent.

Nothing drawn is stored: a row says which artefact of which workspace, and drawing again is drawing the newest.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flows.facts import Table
from flows.model import Fill, Phrase, Wording
from flows.rules.power_map import Level, PowerMap, Stance, in_words, player_from, power_map
from flows.wording import Voice
from handlers.artefacts.power_map import PowerMapWords, draw_power_map
from handlers.artefacts.typesetting import Direction
from handlers.coalition import name_of
from handlers.kit import Kit
from handlers.messages import Attachment
from storage.answers import records
from storage.db import Connection

KINDS_ON_THE_MAP = (
    "ngo", "activists", "public", "state", "business", "local", "cluster", "media", "expert", "community",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drawn:
    """An artefact ready to be sent: its words, and the picture if it is one."""

    text: str
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Sitter:
    """What is drawn from: the records of one workspace, read in one moment."""

    tables: Mapping[str, Table]
    voice: Voice
    now: datetime
    kit: Kit

    def words(self, key: str, fills: Mapping[str, Fill] | None = None) -> str:
        return self.kit.conversations.word(self.voice)(Phrase(key, fills or {}))

    @property
    def coalition(self) -> Wording:
        name = self.tables["coalition"].get("", {}).get("name")
        return name_of(str(name) if name else None)

    @property
    def day(self) -> str:
        local = self.now.astimezone(ZoneInfo(self.kit.policy.timezone))
        return f"{local.day}.{local.month}.{local.year}"


def sitter_for(conn: Connection, kit: Kit, workspace: str, voice: Voice, now: datetime) -> Sitter:
    return Sitter(records(conn, workspace, ("coalition", "actor")), voice, now, kit)


def drawn(artefact: str, sitter: Sitter) -> Drawn:
    """Make one artefact. Takes up to a second of CPU: call it in a thread."""
    return _ARTEFACTS[artefact](sitter)


def _map_of(sitter: Sitter) -> PowerMap:
    actors = sitter.tables["actor"].items()
    return power_map(player_from(item, f) for item, f in actors if f.get("name") and not f.get("removed"))


def _picture(sitter: Sitter) -> Drawn:
    direction: Direction = "ltr" if sitter.voice.language == "en" else "rtl"
    content = draw_power_map(_map_of(sitter), _words_of(sitter), direction)
    caption = sitter.words("map-caption", {"coalition": sitter.coalition, "date": sitter.day})
    return Drawn(caption, Attachment(content, "map.png", "image/png"))


def _in_words(sitter: Sitter) -> Drawn:
    """The same map for people who cannot see a picture."""
    lines = tuple(
        Phrase(
            "map-line",
            {
                "heading": Phrase(f"power-map.{line.heading}"),
                "players": tuple(Phrase("dash-line", {"text": player.name}) for player in line.players),
            },
        )
        for line in in_words(_map_of(sitter))
        if line.players
    )
    if not lines:
        return Drawn(sitter.words("map-empty"))
    return Drawn(sitter.words("map-in-words", {"coalition": sitter.coalition, "lines": lines}))


def _words_of(sitter: Sitter) -> PowerMapWords:
    def word(attribute: str) -> str:
        return sitter.words(f"power-map.{attribute}")

    return PowerMapWords(
        title=word("title"),
        coalition=sitter.kit.conversations.texts.say(sitter.coalition, sitter.voice),
        date=sitter.day,
        bands={stance: word(f"stance-{stance.value}") for stance in Stance},
        levels={level: word(f"influence-{level.value}") for level in Level},
        stance_axis=word("axis-stance"),
        influence_axis=word("axis-influence"),
        hint_strong_allies=word("corner-work_closely"),
        hint_strong_opponents=word("corner-keep_satisfied"),
        hint_weak_allies=word("corner-keep_informed"),
        hint_weak_opponents=word("corner-monitor"),
        kinds={kind: sitter.words(f"actor_kind.choice-{kind}") for kind in KINDS_ON_THE_MAP},
        pressure_target=word("mark-pressure"),
        primary_target=word("mark-primary"),
        shares_goal=word("mark-shares"),
        guess=word("mark-guess"),
        not_placed=word("strip"),
        next_conversations=word("next"),
        empty=sitter.words("map-empty"),
    )


_ARTEFACTS: Mapping[str, Callable[[Sitter], Drawn]] = {
    "power_map": _picture,
    "power_map_in_words": _in_words,
}
