"""An invitation as a member gets it to pass on: the link, and the same as a QR code."""

import io

from bot.messages.message import Message
from bot.people.company import Company
from bot.people.invitations import LASTS
from bot.profile.sheet import Sheet

PIXELS = 10  # a module's side: phones read it from a screen and from paper


def qr_code(link: str) -> bytes:
    """A PNG file."""
    # start-up time: hardly anything needs it
    import segno  # noqa: PLC0415

    file = io.BytesIO()
    segno.make(link, error="m", micro=False).save(file, kind="png", scale=PIXELS)
    return file.getvalue()


def invitation(sheet: Sheet, company: Company, link: str) -> Message:
    """The picture with the link below it, and until when it can be used."""
    texts = sheet.texts
    return Message(
        texts("company-invite-text", link=link, date=sheet.day((sheet.now + LASTS).date())),
        heading=texts("company-invite-title", name=company.name.to(texts.language)),
        picture=qr_code(link),
    )
