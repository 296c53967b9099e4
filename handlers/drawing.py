"""Makes what a row names from the records as they stood in its version: a table, one line for each artefact.

Nothing drawn is stored: a row names artefact, workspace and version, and drawing again gives the same.
"""

from collections.abc import Callable, Mapping

from handlers.brief_drawing import brief_drawn, brief_told, calendar_drawn
from handlers.broadcast_drawing import report_drawn
from handlers.card_drawing import card_drawn, card_told
from handlers.crisis_drawing import crisis_card_drawn, crisis_card_told, crisis_log_drawn, crisis_log_told
from handlers.inventory_drawing import inventory_drawn, inventory_told
from handlers.map_drawing import map_drawn, map_in_words
from handlers.plan_drawing import plan_drawn, plan_told
from handlers.sitter import Drawn, Sitter
from handlers.timeline_drawing import timeline_drawn, timeline_told


def drawn(name: str, sitter: Sitter) -> Drawn:
    """Make one artefact. Takes up to two seconds of CPU: call it in a thread."""
    return _ARTEFACTS[name](sitter)


_ARTEFACTS: Mapping[str, Callable[[Sitter], Drawn]] = {
    "power_map": map_drawn,
    "power_map_in_words": map_in_words,
    "plan": plan_drawn,
    "plan_in_words": plan_told,
    "timeline": timeline_drawn,
    "timeline_in_words": timeline_told,
    "inventory": inventory_drawn,
    "inventory_in_words": inventory_told,
    "share_card": card_drawn,
    "share_card_in_words": card_told,
    "crisis_card": crisis_card_drawn,
    "crisis_card_in_words": crisis_card_told,
    "crisis_log": crisis_log_drawn,
    "crisis_log_in_words": crisis_log_told,
    "brief": brief_drawn,
    "brief_in_words": brief_told,
    "calendar": calendar_drawn,
    "broadcast_report": report_drawn,
}
