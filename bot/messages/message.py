"""A message as the assistant composes it, whatever carries it to people."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Button:
    """A button under a message: `data` comes back when it is pressed (1 to 64 bytes), or `url` opens."""

    text: str
    data: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Message:
    """`text` is plain: whoever sends it escapes it. `heading` is shown in bold above it; `buttons` are rows.

    A `picture` (the bytes of a PNG or JPEG file) stands above both.
    """

    text: str
    heading: str = ""
    buttons: Rows = ()
    picture: bytes = b""

    @property
    def plain(self) -> str:
        """Heading and text as plain text."""
        return f"{self.heading}\n{self.text}" if self.heading else self.text
