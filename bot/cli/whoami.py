"""Who the bot is, asked of Telegram without the rest of the assistant."""

import aiohttp

from bot.errors import ParkbotError
from bot.settings import Settings, variable

TIMEOUT = aiohttp.ClientTimeout(total=10)


async def username(settings: Settings) -> str:
    """The bot's username; raises ParkbotError with the remedy."""
    server = settings.telegram_api_url
    url = f"{server}/bot{settings.token}/getMe"
    try:
        async with (
            aiohttp.ClientSession(timeout=TIMEOUT) as client,
            client.get(url, proxy=settings.telegram_proxy) as response,
        ):
            answer = await response.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        remedy = f"check the network, {variable('telegram_api_url')} and {variable('telegram_proxy')}"
        raise ParkbotError(f"{server} does not answer ({type(error).__name__}): {remedy}.") from None
    match answer:
        case {"ok": True, "result": {"username": str(name)}}:
            return name
        case _:
            remedy = f"put @BotFather's token into {variable('telegram_token')}"
            raise ParkbotError(f"{server} refuses the token: {remedy}.")
