"""Words the power map: the picture with its caption, and the same for people who cannot see a picture."""

from flows.model import Phrase
from flows.rules.inventory import players_of, withheld_from
from flows.rules.power_map import Level, PowerMap, Stance, in_words, player_from, power_map
from flows.rules.timeline import written
from handlers.artefacts.power_map import PowerMapWords, draw_power_map
from handlers.artefacts.typesetting import direction_of
from handlers.messages import Attachment
from handlers.sitter import Drawn, Sitter

KINDS_ON_THE_MAP = (
    "ngo", "activists", "public", "state", "business", "local", "cluster", "media", "expert", "community",
)  # fmt: skip


def map_drawn(sitter: Sitter) -> Drawn:
    content = draw_power_map(_map_of(sitter), map_words_for(sitter), direction_of(sitter.voice.language))
    return Drawn(sitter.caption("map-caption"), Attachment(content, "map.png", "image/png"))


def map_in_words(sitter: Sitter) -> Drawn:
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


def map_words_for(sitter: Sitter) -> PowerMapWords:
    """Every word on the map, for a picture of its own and for the plan that holds one."""

    def word(attribute: str) -> str:
        return sitter.words(f"power-map.{attribute}")

    return PowerMapWords(
        title=word("title"),
        coalition=sitter.coalition_name,
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


def _map_of(sitter: Sitter) -> PowerMap:
    """Everybody on the map; the name of somebody at risk is not for everybody's eyes."""
    withheld = withheld_from(sitter.tables, sitter.reader)
    players = players_of(sitter.tables).items()
    instead = sitter.words("plan.withheld") if withheld else ""
    return power_map(
        player_from(item, {**f, "name": instead if written(f, "name") in withheld else f.get("name")})
        for item, f in players
    )
