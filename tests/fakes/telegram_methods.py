"""The whole list of methods; one that is not here does not exist for the bot.

A method gets its call with checked parameters. It returns the `result` of the answer (the two webhook
methods: result and description), or raises a `Refusal`.
"""

from collections.abc import Awaitable, Callable

from tests.fakes import telegram_messages as messages
from tests.fakes import telegram_rules as rules
from tests.fakes import telegram_settings as settings
from tests.fakes.telegram_calls import Asked

METHODS: "dict[str, Callable[[Asked], Awaitable[object]]]" = {
    "getMe": settings.get_me,
    "getUpdates": settings.get_updates,
    "setWebhook": settings.set_webhook,
    "deleteWebhook": settings.delete_webhook,
    "getWebhookInfo": settings.get_webhook_info,
    "sendMessage": messages.send_message,
    "sendPhoto": messages.send_photo,
    "sendDocument": messages.send_document,
    "editMessageText": messages.edit_message_text,
    "editMessageReplyMarkup": messages.edit_message_reply_markup,
    "deleteMessage": messages.delete_message,
    "answerCallbackQuery": messages.answer_callback_query,
    "sendChatAction": messages.send_chat_action,
    "setMyCommands": settings.set_my_commands,
    "getMyCommands": settings.get_my_commands,
    "deleteMyCommands": settings.delete_my_commands,
    "setMyName": settings.profile("name", rules.BOT_NAME),
    "setMyDescription": settings.profile("description", rules.BOT_DESCRIPTION),
    "setMyShortDescription": settings.profile("short_description", rules.BOT_SHORT_DESCRIPTION),
    "leaveChat": messages.leave_chat,
    "getFile": settings.get_file,
}
