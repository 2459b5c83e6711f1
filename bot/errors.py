"""Faults that their reader can mend: the command line shows them as one line, without a traceback."""

from typing import ClassVar


class ParkbotError(Exception):
    """str() of it is one sentence for whoever runs the assistant: what is wrong and, if known, how to mend it."""


class RefusalError(ParkbotError):
    """Somebody asked for what cannot be done: they are told why by the message `text` of the message files.

    Subclasses say what cannot be done in their docstring and name it by their `key`; `texts` is how the names of their
    messages begin.
    """

    texts: ClassVar[str]
    key: ClassVar[str] = "gone"

    def __init__(self) -> None:
        super().__init__(self.__doc__ or self.key)

    @property
    def text(self) -> str:
        return f"{self.texts}-{self.key}"


class SettingError(ParkbotError):
    """Settings are missing or malformed; `faults` holds a sentence for each, the first is the message."""

    def __init__(self, *faults: str) -> None:
        super().__init__(faults[0])
        self.faults = faults
