"""Names the verbs flow files may `do`, so that checking a flow needs neither database nor channel.

Each is written in `handlers/verbs.py`; a test holds the two lists against each other.
"""

from flows.walk import NEW_ITEM

VERB_NAMES = frozenset(
    {
        "approve_document",
        "approve_summary",
        "change_role",
        "delete_interrupted",
        "delete_last_answer",
        "forget_me",
        "found_coalition",
        "give_consent",
        "invite_member",
        "join_coalition",
        "leave_coalition",
        "mute_coalition",
        "refuse_consent",
        "resume_place",
        "return_to_question",
        "share_document",
        "share_summary",
        "show_earlier_version",
        "show_my_data",
        "switch_coalition",
        "unmute_coalition",
        NEW_ITEM,
    }
)

ARTEFACT_NAMES = frozenset({"inventory", "plan", "power_map", "share_card", "timeline"})
"""What flow files may `draw`; written in `handlers/drawing.py`."""
