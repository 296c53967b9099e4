"""Lists the verbs that flow files may `do`, each written where its topic lives."""

from collections.abc import Callable, Mapping

from flows.effects import Do
from flows.model import Place
from handlers import (
    action_tasks,
    coalition,
    consent,
    documents,
    erasure,
    news,
    people,
    publishing,
    quiet,
    returning,
    rsvp,
    weekly,
    what_is_kept,
)
from handlers.turn import Turn

Verb = Callable[[Turn, Do, Place], None]

VERBS: Mapping[str, Verb] = {
    "give_consent": consent.give_consent,
    "refuse_consent": consent.refuse_consent,
    "found_coalition": coalition.found_coalition,
    "switch_coalition": coalition.switch_coalition,
    "approve_summary": coalition.approve_summary,
    "share_summary": coalition.share_summary,
    "approve_document": documents.approve_document,
    "share_document": documents.share_document,
    "show_earlier_version": documents.show_earlier_version,
    "mute_coalition": coalition.mute_coalition,
    "unmute_coalition": coalition.unmute_coalition,
    "invite_member": people.invite_member,
    "join_coalition": people.join_coalition,
    "change_role": people.change_role,
    "leave_coalition": people.leave_coalition,
    "resume_place": returning.resume_place,
    "return_to_question": returning.return_to_question,
    "delete_last_answer": erasure.delete_last_answer,
    "delete_interrupted": erasure.delete_interrupted,
    "show_my_data": what_is_kept.show_my_data,
    "forget_me": erasure.forget_me,
    "note_status": news.note_status,
    "note_health": news.note_health,
    "move_player": news.move_player,
    "take_on_steps": news.take_on_steps,
    "ask_for_help": news.ask_for_help,
    "note_opened": weekly.note_opened,
    "ask_this_evening": weekly.ask_this_evening,
    "set_weekly": weekly.set_weekly,
    "keep_city": quiet.keep_city,
    "publish_action": publishing.publish_action,
    "cancel_action": publishing.cancel_action,
    "show_attendance": publishing.show_attendance,
    "go_action": publishing.go_action,
    "answer_rsvp": rsvp.answer_rsvp,
    "confirm_role": rsvp.confirm_role,
    "answer_home": rsvp.answer_home,
    "add_licence_task": action_tasks.add_licence_task,
    "add_lesson_tasks": action_tasks.add_lesson_tasks,
    "alert_detention": action_tasks.alert_detention,
}
