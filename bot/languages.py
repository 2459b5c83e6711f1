"""The two languages that the assistant speaks."""

from enum import StrEnum


class Language(StrEnum):
    ZH = "zh"
    EN = "en"

    @property
    def other(self) -> "Language":
        return Language.EN if self is Language.ZH else Language.ZH
