"""Lists the verbs that flow files may `do`, each written where its topic lives."""

from collections.abc import Callable, Mapping

from flows.effects import Do
from flows.model import Place
from handlers import coalition, consent, documents, erasure, news, people, quiet, returning, weekly, what_is_kept
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
}
