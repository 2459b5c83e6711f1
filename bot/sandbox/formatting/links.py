"""Which addresses Telegram takes for links."""

import re

SCHEMES = ("http", "https", "tg", "ton", "tonsite")
ADDRESS = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?://)?)?(?P<host>[^\s/?#:@]+)(?::\d+)?(?P<rest>[/?#]\S*)?"
)


def checked_url(url: str) -> str:
    """The address with its scheme, or "" when Telegram would not make a link of it."""
    match = ADDRESS.fullmatch(url.strip())
    if match is None:
        return ""
    scheme = (match["scheme"] or "http").lower()
    if scheme not in SCHEMES:
        return ""
    if scheme.startswith("http") and not _is_host(match["host"]):
        return ""
    return url.strip() if match["scheme"] else f"http://{url.strip()}"


def _is_host(host: str) -> bool:
    """Telegram wants a dot in it: localhost is none."""
    return "." in host.strip(".") and ".." not in host
