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
    ("field", "value"),
    [
        ("telegram_token", "confidential"),
        ("telegram_api_url", "https://api.telegram.org/bot"),
        ("telegram_api_url", "api.telegram.org"),
        ("telegram_proxy", "socks5://confidential@proxy"),
        ("webhook_url", "park.example"),
        ("webhook_secret", "confidential secret"),
        ("database_url", "mysql://me:confidential@host/park"),
        ("http_port", "eighty"),
        ("http_port", "70000"),
        ("timezone", "Asia/Atlantis"),
        ("staff_chat_id", "@staff"),
        ("send_rate", "0"),
        ("confirm_above", "-1"),
        ("log_format", "xml"),
        ("log_level", "loud"),
    ],
)
def test_malformed_setting_is_named_in_one_sentence(field: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable(field), value)
    with pytest.raises(SettingError, match=rf"^{variable(field)} is malformed: [^\n]+\.$") as raised:
        load()
    assert "confidential" not in str(raised.value)


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
