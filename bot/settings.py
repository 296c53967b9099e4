"""Reads the environment once into one frozen object, and reports every mistake at once."""

import re
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.clock import parse_clock
from flows.rules.pacing import parse_rate

PREFIX = "RAKEZET_"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
KNOWN_LANGUAGES = ("he", "ar", "en")


class Settings(BaseSettings):
    """Every setting, with its default. Secrets are never printed."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True)

    database_url: str = "sqlite:///data/rakezet.db"
    key_file: Path = Path("data/key")
    http_host: str = "127.0.0.1"
    http_port: int = Field(8080, ge=0, le=65535)
    telegram_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_secret: SecretStr | None = None
    public_url: str | None = None
    metrics_token: SecretStr | None = None
    founders: Literal["anyone", "invited"] = "anyone"
    timezone: str = "Asia/Jerusalem"
    languages: Annotated[tuple[str, ...], NoDecode] = KNOWN_LANGUAGES
    telegram_rate: int = Field(25, ge=1, le=1000)
    telegram_chat_rate: str = "1/1s:20"
    content_dir: Path | None = None
    log: Literal["debug", "info", "warning", "error"] = "info"
    clock: str = "system"

    @field_validator("telegram_token")
    @classmethod
    def _token_has_its_form(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None or not token.get_secret_value():
            return None
        number, _, letters = token.get_secret_value().partition(":")
        if not number.isdigit() or not letters:
            raise ValueError("is no bot token; it looks like 123456789:AA…, as @BotFather gives it")
        return token

    @field_validator("telegram_api_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        if not url.startswith(("http://", "https://")):
            raise ValueError("is no address; it begins with https:// (or http:// on this machine)")
        return url.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except Exception:
            raise ValueError("is no time zone such as Asia/Jerusalem") from None
        return zone

    @field_validator("languages", mode="before")
    @classmethod
    def _languages_are_known(cls, value: Any) -> Any:
        chosen = tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value
        unknown = [language for language in chosen if language not in KNOWN_LANGUAGES]
        if unknown or not chosen:
            raise ValueError(f"may name {', '.join(KNOWN_LANGUAGES)}, set apart by commas")
        return chosen

    @field_validator("telegram_chat_rate")
    @classmethod
    def _rate_can_be_read(cls, rate: str) -> str:
        parse_rate(rate)
        return rate

    @field_validator("clock")
    @classmethod
    def _clock_can_be_read(cls, clock: str) -> str:
        parse_clock(clock)
        return clock

    @field_validator("content_dir")
    @classmethod
    def _folder_exists(cls, folder: Path | None) -> Path | None:
        if folder is not None and not folder.is_dir():
            raise ValueError("names a folder that does not exist")
        return folder

    @field_validator("telegram_secret")
    @classmethod
    def _secret_fits_a_header(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not _SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("may hold 1 to 256 letters, digits, _ and - only")
        return secret

    @field_validator("public_url")
    @classmethod
    def _public_address_is_safe(cls, url: str | None) -> str | None:
        if url is not None and not (url.startswith("https://") or is_on_this_machine(url)):
            raise ValueError("begins with https:// (http:// only on this machine)")
        return url.rstrip("/") if url else None

    @model_validator(mode="after")
    def _a_webhook_has_an_address(self) -> "Settings":
        if self.telegram_mode == "webhook" and self.public_url is None:
            raise ValueError("PUBLIC_URL: webhook mode needs the https:// address at which Telegram reaches us")
        return self

    @property
    def clock_is_safe(self) -> bool:
        """A clock moved by hand must never reach real people: every API is on this machine, or the clock is real."""
        return self.clock == "system" or is_on_this_machine(self.telegram_api_url)


def is_on_this_machine(url: str) -> bool:
    """Whether an address names the loopback: by number, or as localhost."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class SettingsWrong(Exception):
    """The settings cannot be used; the message has one line for each mistake, never a value that may be secret."""


def read_settings(**over: Any) -> Settings:
    """The settings of this environment. Raises SettingsWrong with every mistake."""
    try:
        return Settings(**over)
    except ValidationError as error:
        raise SettingsWrong("\n".join(_line(mistake) for mistake in error.errors())) from None


def _line(mistake: Any) -> str:
    name = "_".join(str(part) for part in mistake["loc"]).upper()
    sentence = mistake["msg"].removeprefix("Value error, ")
    return f"{PREFIX}{name}: {sentence}" if name else f"{PREFIX}{sentence}"
