"""What a bot asks for itself: its updates, webhook, commands and name, and the files it was sent."""

import re
from collections.abc import Awaitable, Callable

from tests.fakes import telegram_rules as rules
from tests.fakes.telegram_calls import Asked
from tests.fakes.telegram_rules import Json, bad
from tests.fakes.telegram_updates import Webhook

# --- receiving --------------------------------------------------------------------------------------------


def _want(asked: Asked) -> None:
    """The kinds of updates wanted from now on; the setting stays until it is given again."""
    if "allowed_updates" in asked.params:
        asked.world.updates.allowed = list(asked.params["allowed_updates"])


async def get_updates(asked: Asked) -> list[Json]:
    _want(asked)
    number = asked.params.get
    return await asked.world.updates.poll(number("offset", 0), number("limit", 100), number("timeout", 0))


async def set_webhook(asked: Asked) -> Json:
    url, secret = asked.text("url"), asked.text("secret_token")
    if not url:
        return await delete_webhook(asked)
    if not re.match(r"https://.|http://(127\.0\.0\.1|localhost)[:/]", url):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > rules.SECRET_TOKEN:
        raise bad("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad("secret token contains unallowed characters")
    _want(asked)
    if asked.params.get("drop_pending_updates"):
        asked.world.updates.drop_all()
    connections = max(1, min(asked.params.get("max_connections", 40), 100))
    wanted, now = Webhook(url, secret, connections), asked.world.updates.webhook
    if now and (now.url, now.secret, now.max_connections) == (url, secret, connections):
        return {"result": True, "description": "Webhook is already set"}
    await asked.world.updates.open_webhook(wanted)
    return {"result": True, "description": "Webhook was set"}


async def delete_webhook(asked: Asked) -> Json:
    updates = asked.world.updates
    said = "Webhook was deleted" if updates.webhook else "Webhook is already deleted"
    await updates.close_webhook()
    if asked.params.get("drop_pending_updates"):
        updates.drop_all()
    return {"result": True, "description": said}


async def get_webhook_info(asked: Asked) -> Json:
    updates = asked.world.updates
    webhook = updates.webhook
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(updates.waiting),
    }
    if webhook:
        info["max_connections"] = webhook.max_connections
        info["ip_address"] = "127.0.0.1"
    if webhook and webhook.last_error:
        info["last_error_date"], info["last_error_message"] = webhook.last_error
    if updates.allowed:
        info["allowed_updates"] = updates.allowed
    return info


# --- the bot itself ---------------------------------------------------------------------------------------


async def get_me(asked: Asked) -> Json:
    return {
        **asked.world.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_file(asked: Asked) -> Json:
    file = asked.world.files.get(asked.text("file_id"))
    if file is None:
        raise bad("invalid file_id")
    if len(file.data) > rules.DOWNLOAD_BYTES:
        raise bad("file is too big")
    return {**file.described(), "file_path": file.path}


def _language(asked: Asked) -> str:
    code = asked.text("language_code")
    if code and not (len(code) == 2 and code.isascii() and code.isalpha() and code.islower()):
        raise bad("invalid language code specified")
    return code


def _command_place(asked: Asked) -> tuple[str, str]:
    """(scope written as text, language): the drawer in which a list of commands is kept."""
    scope: Json = asked.params.get("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind not in rules.COMMAND_SCOPES:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    needed = rules.COMMAND_SCOPES[kind]
    if "chat_id" in needed and scope.get("chat_id") not in asked.world.phones:
        raise bad("chat not found")
    return " ".join([kind, *(str(scope.get(name, "")) for name in needed)]), _language(asked)


def _command(given: object) -> Json:
    for name in ("command", "description"):
        if not isinstance(given, dict) or not isinstance(given.get(name), str):
            raise bad(f"can't parse BotCommand: Can't find field \"{name}\"")
    assert isinstance(given, dict)
    name, description = given["command"].strip().removeprefix("/"), given["description"].strip()
    if not name:
        raise bad("command must be non-empty")
    if len(name) > rules.COMMAND_LETTERS:
        raise bad(f"command length must not exceed {rules.COMMAND_LETTERS}")
    if not description:
        raise bad("command description must be non-empty")
    if len(description) > rules.COMMAND_DESCRIPTION:
        raise bad(f"command description length must not exceed {rules.COMMAND_DESCRIPTION}")
    if not set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789_"):
        raise bad("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


async def set_my_commands(asked: Asked) -> bool:
    commands = [_command(given) for given in asked.params.get("commands", [])]
    if len(commands) > rules.COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    asked.world.commands[_command_place(asked)] = commands
    return True


async def get_my_commands(asked: Asked) -> list[Json]:
    return asked.world.commands.get(_command_place(asked), [])


async def delete_my_commands(asked: Asked) -> bool:
    asked.world.commands.pop(_command_place(asked), None)
    return True


def profile(field: str, longest: int) -> "Callable[[Asked], Awaitable[bool]]":
    async def set_my_profile(asked: Asked) -> bool:
        language = _language(asked)
        if len(asked.text(field)) > longest:
            raise bad(f"bot {field.replace('_', ' ')} is too long")
        asked.world.profile[(field, language)] = asked.text(field)
        return True

    return set_my_profile
