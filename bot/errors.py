"""Faults that their reader can mend: the command line shows them as one line, without a traceback."""


class ParkbotError(Exception):
    """str() of it is one sentence for whoever runs the assistant: what is wrong and, if known, how to mend it."""


class SettingError(ParkbotError):
    """Settings are missing or malformed; `faults` holds a sentence for each, the first is the message."""

    def __init__(self, *faults: str) -> None:
        super().__init__(faults[0])
        self.faults = faults
