"""Names the verbs flow files may `do`, so that checking a flow needs neither database nor channel.

Each is written in `handlers/verbs.py`; a test holds the two lists against each other.
"""

from flows.walk import NEW_ITEM

VERB_NAMES = frozenset(
    {
        "add_lesson_tasks",
        "add_licence_task",
        "alert_detention",
        "answer_home",
        "answer_rsvp",
        "approve_document",
        "approve_summary",
        "ask_for_help",
        "ask_this_evening",
        "cancel_action",
        "change_role",
        "confirm_role",
        "delete_interrupted",
        "delete_last_answer",
        "forget_me",
        "found_coalition",
        "give_consent",
        "go_action",
        "invite_member",
        "join_coalition",
        "keep_city",
        "leave_coalition",
        "move_player",
        "mute_coalition",
        "note_health",
        "note_opened",
        "note_status",
        "publish_action",
        "refuse_consent",
        "resume_place",
        "return_to_question",
        "set_weekly",
        "share_document",
        "share_summary",
        "show_attendance",
        "show_earlier_version",
        "show_my_data",
        "switch_coalition",
        "take_on_steps",
        "unmute_coalition",
        NEW_ITEM,
    }
)

ARTEFACT_NAMES = frozenset({"inventory", "plan", "power_map", "share_card", "timeline"})
"""What flow files may `draw`; written in `handlers/drawing.py`."""
