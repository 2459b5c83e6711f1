"""What the service is told by its environment or by .env: one field per line of .env.example."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingError

PREFIX = "PARKBOT_"
ENV_FILE = ".env"
SECRETS = ("telegram_token", "telegram_proxy", "webhook_secret", "database_url", "secret_key")
"""These may also be given as the path of a file that holds them, in the variable of the same name plus _FILE."""


def _web_address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("must be an address that begins with https:// or http://")
    return value.rstrip("/")


def _bot_api(value: str) -> str:
    if value.endswith("/bot"):
        raise ValueError("must not end in /bot, which is added for every call")
    return value


def _matching(pattern: str, demand: str) -> AfterValidator:
    """A check whose message says what is demanded and never repeats the value, which may be a secret."""

    def check(value: str | SecretStr) -> str | SecretStr:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        if not re.fullmatch(pattern, text):
            raise ValueError(demand)
        return value

    return AfterValidator(check)


WebAddress = Annotated[str, AfterValidator(_web_address)]
Token = Annotated[SecretStr, _matching(r"\d+:[\w-]+", "must be of the form 123456789:AAExample")]
WebhookSecret = Annotated[SecretStr, _matching(r"[A-Za-z0-9_-]{1,256}", "must be 1 to 256 letters, digits, _ and -")]
DatabaseUrl = Annotated[
    str, _matching(r"(sqlite|postgresql)(\+\w+)?://.*", "must begin with sqlite:/// or postgresql://")
]
Upper = BeforeValidator(lambda value: str(value).upper())
Lower = BeforeValidator(lambda value: str(value).lower())


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram_token: Token | None = None
    telegram_api_url: Annotated[WebAddress, AfterValidator(_bot_api)] = "https://api.telegram.org"
    telegram_proxy: WebAddress | None = Field(default=None, repr=False)
    webhook_url: WebAddress | None = None
    webhook_secret: WebhookSecret | None = None
    database_url: DatabaseUrl = Field(default="sqlite:///data/parkbot.sqlite3", repr=False)
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    public_url: WebAddress | None = None
    timezone: ZoneInfo = ZoneInfo("Asia/Shanghai")
    staff_chat_id: int | None = None
    send_rate: Annotated[int, Field(ge=1, le=1000)] = 30
    confirm_above: Annotated[int, Field(ge=0)] = 0
    secret_key: SecretStr | None = None
    log_format: Annotated[Literal["console", "json"], Lower] = "console"
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], Upper] = "INFO"

    telegram_token_file: Path | None = None
    telegram_proxy_file: Path | None = None
    webhook_secret_file: Path | None = None
    database_url_file: Path | None = None
    secret_key_file: Path | None = None

    @model_validator(mode="before")
    @classmethod
    def read_secret_files(cls, values: dict[str, Any]) -> dict[str, Any]:
        """A secret that is given itself wins over one in a file."""
        for name in SECRETS:
            path = values.get(f"{name}_file")
            if path and not values.get(name):
                values[name] = _content(variable(f"{name}_file"), Path(path))
        return values

    @property
    def token(self) -> str:
        """The bot's token; raises SettingError when there is none."""
        if self.telegram_token is None:
            raise SettingError(f"{variable('telegram_token')} is missing: ask @BotFather on Telegram for a token.")
        return self.telegram_token.get_secret_value()

    @property
    def internet_address(self) -> str | None:
        """Where people's phones reach the service, without a slash at its end; None unless somebody told."""
        return self.public_url or self.webhook_url

    @property
    def public_address(self) -> str:
        """Where people's browsers reach the service, without a slash at its end."""
        return self.internet_address or f"http://{self.http_host}:{self.http_port}"


def variable(field: str) -> str:
    """The environment variable of a field."""
    return PREFIX + field.upper()


def load(**given: Any) -> Settings:
    """The settings, with what is `given` (and not None) over the environment; raises SettingError."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise SettingError(*(_sentence(fault) for fault in faults)) from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{ENV_FILE} is not written in UTF-8: save it so.") from error


def _content(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{name} names a file that cannot be read: {path}") from error


_DEMANDS = {
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a whole number of fewer digits",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
    "zoneinfo_str": "must be the name of a time zone, like Asia/Shanghai",
}
"""What is demanded, by the type that pydantic gives a fault; others are faults of our own checks."""


def _sentence(fault: ErrorDetails) -> str:
    """What is wrong, without the value, which may be a secret."""
    context = fault.get("ctx", {})
    demand = _DEMANDS.get(fault["type"], "").format(**context) or str(context.get("error", "cannot be read"))
    return f"{variable(str(fault['loc'][0]))} is malformed: {demand}." if fault["loc"] else f"{demand}."
