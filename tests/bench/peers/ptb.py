"""Runs python-telegram-bot as its documentation shows it: a stateless echo, or the form with its persistence."""

import os
import sys
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from tests.bench.peers.form import API, CHOICES, DONE, FOLDER, PORT, QUESTIONS, SECRET, TOKEN

Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton(choice, callback_data=choice)] for choice in CHOICES])


async def echoed(update: Update, context: Context) -> None:
    assert update.effective_message is not None
    words = update.effective_message.text or ""
    if update.callback_query is not None:
        await update.callback_query.answer()
    await update.effective_message.reply_text(words, reply_markup=KEYBOARD)


async def begun(update: Update, context: Context) -> int:
    assert update.message is not None
    return await _asked(update.message, 0)


async def answered(update: Update, context: Context) -> int:
    """One answer kept, the next question asked."""
    assert context.user_data is not None
    message = update.effective_message
    assert isinstance(message, Message)
    if update.callback_query is not None:
        await update.callback_query.answer()
    given = context.user_data.setdefault("answers", [])
    given.append(update.callback_query.data if update.callback_query else message.text)
    if len(given) < len(QUESTIONS):
        return await _asked(message, len(given))
    context.user_data["kept"], context.user_data["answers"] = given, []
    await message.reply_text(DONE)
    return ConversationHandler.END


async def _asked(message: Message, number: int) -> int:
    how, words = QUESTIONS[number]
    await message.reply_text(words, reply_markup=KEYBOARD if how == "choice" else None)
    return number


def form() -> App:
    states = {
        number: [
            CallbackQueryHandler(answered)
            if how == "choice"
            else MessageHandler(
                filters.Regex(r"^\d+$") if how == "number" else filters.TEXT & ~filters.COMMAND, answered
            )
        ]
        for number, (how, _) in enumerate(QUESTIONS)
    }
    conversation = ConversationHandler(
        entry_points=[CommandHandler("start", begun)],
        states=states,  # type: ignore[arg-type]  # a list of either kind of handler
        fallbacks=[CommandHandler("start", begun)],
        name="form",
        persistent=True,
    )
    application = _builder().persistence(PicklePersistence(Path(os.environ[FOLDER]) / "kept.pickle")).build()
    application.add_handler(conversation)
    app: App = application
    return app


def echo() -> App:
    application = _builder().build()
    application.add_handler(CallbackQueryHandler(echoed))
    application.add_handler(MessageHandler(filters.TEXT, echoed))
    app: App = application
    return app


def _builder() -> Any:
    return ApplicationBuilder().token(TOKEN).base_url(f"{os.environ[API]}/bot")


if __name__ == "__main__":
    bot = {"echo": echo, "form": form}[sys.argv[1]]()
    port = int(os.environ[PORT])
    bot.run_webhook(
        listen="127.0.0.1",
        port=port,
        url_path="hook",
        webhook_url=f"http://127.0.0.1:{port}/hook",
        secret_token=os.environ[SECRET],
    )
