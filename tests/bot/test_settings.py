"""Settings: defaults, secrets from files, and one sentence for whatever is wrong."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.errors import SettingError
from bot.settings import SECRETS, Settings, load, variable

EXAMPLE = Path(__file__).parents[2] / ".env.example"
pytestmark = pytest.mark.usefixtures("own_folder")


def test_settings_without_any_are_sensible() -> None:
    settings = load()
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite:///data/parkbot.sqlite3"
    assert settings.timezone == ZoneInfo("Asia/Shanghai")
    assert settings.public_address == "http://127.0.0.1:8080"


def test_example_holds_every_setting_and_changes_none(own_folder: Path) -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    named = {line.partition("=")[0] for line in lines if line.startswith("PARKBOT_")}
    assert named == {variable(field) for field in Settings.model_fields}
    defaults = load()
    (own_folder / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    assert load() == defaults


def test_environment_wins_over_the_file(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_folder / ".env").write_text("PARKBOT_HTTP_PORT=1\nPARKBOT_SEND_RATE=2\n")
    monkeypatch.setenv("PARKBOT_HTTP_PORT", "3")
    settings = load()
    assert (settings.http_port, settings.send_rate) == (3, 2)


def test_given_value_wins_and_none_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKBOT_HTTP_PORT", "3")
    settings = load(http_port=4, send_rate=None)
    assert (settings.http_port, settings.send_rate) == (4, 30)


def test_addresses_lose_the_slash_at_their_end() -> None:
    settings = load(webhook_url="https://park.example/", telegram_api_url="http://127.0.0.1:1/sandbox/")
    assert (settings.webhook_url, settings.telegram_api_url) == ("https://park.example", "http://127.0.0.1:1/sandbox")
    assert settings.public_address == "https://park.example"


@pytest.mark.parametrize("field", SECRETS)
def test_secret_is_read_from_its_file(field: str, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"telegram_token": "1:x", "telegram_proxy": "http://me:pw@proxy", "database_url": "postgresql://me:pw@h/d"}
    value = values.get(field, "s3cret")
    (own_folder / "secret").write_text(f"{value}\n")
    monkeypatch.setenv(variable(f"{field}_file"), str(own_folder / "secret"))
    found = getattr(load(), field)
    assert (found if isinstance(found, str) else found.get_secret_value()) == value


def test_secrets_are_not_shown() -> None:
    settings = load(
        telegram_token="1:confidential",
        secret_key="confidential",
        telegram_proxy="http://me:confidential@proxy",
        database_url="postgresql://me:confidential@host/park",
    )
    assert "confidential" not in repr(settings)


def test_token_that_is_missing_says_where_to_get_one() -> None:
    with pytest.raises(SettingError, match=r"^PARKBOT_TELEGRAM_TOKEN is missing: [^\n]*BotFather"):
        _ = load().token


@pytest.mark.parametrize(
    ("field", "value", "demand"),
    [
        ("telegram_token", "confidential", "must be of the form 123456789:AAExample"),
        ("telegram_api_url", "https://api.telegram.org/bot", "must not end in /bot, which is added for every call"),
        ("telegram_api_url", "api.telegram.org", "must be an address that begins with https:// or http://"),
        ("telegram_proxy", "socks5://confidential@proxy", "must be an address that begins with https:// or http://"),
        ("webhook_url", "park.example", "must be an address that begins with https:// or http://"),
        ("webhook_secret", "confidential secret", "must be 1 to 256 letters, digits, _ and -"),
        ("database_url", "mysql://me:confidential@host/park", "must begin with sqlite:/// or postgresql://"),
        ("http_port", "eighty", "must be a whole number"),
        ("http_port", "80.5", "must be a whole number"),
        ("http_port", "9" * 5000, "must be a whole number of fewer digits"),
        ("http_port", "70000", "must be at most 65535"),
        ("timezone", "Asia/Atlantis", "must be the name of a time zone, like Asia/Shanghai"),
        ("staff_chat_id", "@staff", "must be a whole number"),
        ("send_rate", "0", "must be at least 1"),
        ("send_rate", "1001", "must be at most 1000"),
        ("confirm_above", "-1", "must be at least 0"),
        ("log_format", "xml", "must be 'console' or 'json'"),
        ("log_level", "loud", "must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    ],
)
def test_malformed_setting_is_named_with_what_it_must_be(
    field: str, value: str, demand: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable(field), value)
    with pytest.raises(SettingError) as raised:
        load()
    assert str(raised.value) == f"{variable(field)} is malformed: {demand}."


def test_several_malformed_settings_have_a_sentence_each() -> None:
    with pytest.raises(SettingError) as raised:
        load(http_port="x", log_level="loud")
    assert [fault.split()[0] for fault in raised.value.faults] == ["PARKBOT_HTTP_PORT", "PARKBOT_LOG_LEVEL"]


def test_secret_file_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKBOT_SECRET_KEY_FILE", "/nowhere/key")
    with pytest.raises(SettingError, match=r"^PARKBOT_SECRET_KEY_FILE names a file .*: /nowhere/key\.$"):
        load()


def test_file_in_another_encoding_is_named(own_folder: Path) -> None:
    (own_folder / ".env").write_bytes("# 园区\nPARKBOT_HTTP_PORT=1".encode("gbk"))
    with pytest.raises(SettingError, match=r"^\.env is not written in UTF-8"):
        load()
