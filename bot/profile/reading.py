"""What people type in the dialogue: an answer, a word that steers it, a name, or a question of another matter."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.answering.text import fold
from bot.knowledge.kinds import Park
from bot.knowledge.values import Building, Sector
from bot.languages import Language
from bot.patterns import later
from bot.profile import amounts
from bot.profile.dates import past_day
from bot.profile.errors import UnclearError
from bot.profile.facts import OTHER, Fact, Sort, choices

LONGEST_NAME = 40


class Steer(StrEnum):
    """What may be typed in place of pressing a button."""

    SKIP = "skip"
    BACK = "back"
    STOP = "stop"


_STEERING = {
    Steer.SKIP: r"跳过|略过?|下一[个题步项]|先?不填|不(?:太)?(?:知道|清楚|确定|记得了?)|记不清了?|没算过"
    r"|skip|next|pass|(?:i )?(?:don't|do not|dont) know|not sure|no idea",
    Steer.BACK: r"上一[个题步项]|返回|后退|回去|back|previous",
    Steer.STOP: r"(?:先)?(?:停|停下|停止|暂停|结束|退出|取消|不填了|算了|到此为止|先这样)(?:吧|了)?"
    r"|stop|quit|exit|cancel|enough|done|later",
}
_YES = later(
    r"(?:是|对|有|嗯+|好|已经?|都|在|过|通过|注册)(?:是|的|了|在|对|有|过|通过|注册|园区)*"
    r"|yes|y|yep|yeah|sure|we (?:are|did|have)|(?:already )?(?:registered|passed)(?: in the park| it)?"
)
_NO = later(
    r"(?:还|都|暂时|目前)*(?:不|没|未|否|无)(?:是|在|有|过|通过|注册|呢|的|了|园区|参加|评审)*"
    r"|no|n|nope|not yet|we (?:aren't|are not|didn't|did not|haven't|have not)"
    r"|not (?:registered|passed)(?: in the park| it)?"
)
_OTHER = later(r"其他|其它|别的|都不是|以上都不是|不在(?:园区)?|(?:none|other)(?: of (?:these|them))?|not in the park")
_QUESTION = later(
    r"[?？]|吗|么$|呢$|什么|怎么|怎样|如何|几点|几号|几个|多少|多久|多大|哪|谁|啥|为何|能不能|可不可以|可以不|有没有|是不是|要不要"
    r"|^(?:what|when|where|who|whom|whose|why|how|which|can|could|do|does|did|is|are|may|should|shall|will|would)\b"
)
_PART = later(r"[\s,，。.!！~、/]+")


def steer(text: str) -> Steer | None:
    folded = _PART.sub(" ", fold(text)).strip()
    return next((step for step, words in _STEERING.items() if re.fullmatch(words, folded)), None)


def is_question(text: str) -> bool:
    """Whether somebody asks something, as far as the words tell."""
    return bool(_QUESTION.search(fold(text)))


def value(fact: Fact, text: str, park: Park | None, now: datetime) -> Any:
    """The fact as it was typed; raises UnclearError."""
    folded = fold(text)
    match fact.sort:
        case Sort.CHOICE:
            return _choice(folded, choices(fact, park))
        case Sort.YES_NO:
            return _yes_or_no(folded)
        case Sort.DAY:
            return past_day(folded, now)
        case Sort.MONEY:
            return amounts.money(folded)
        case Sort.AREA:
            return amounts.area(folded)
        case Sort.COUNT:
            return amounts.count(folded)


def _choice(folded: str, offered: Sequence[Sector | Building]) -> str:
    """The id of the one that is named; of names within each other the longest counts."""
    bare = folded.strip(" .,。，!！")
    if _OTHER.fullmatch(bare):
        return OTHER
    names = {
        fold(name): one.id
        for one in offered
        for name in (one.name.to(Language.ZH), one.name.to(Language.EN), *one.aliases)
    }
    numbered = {one_id for name, one_id in names.items() if bare.isdecimal() and re.findall(r"\d+", name) == [bare]}
    found = [(name, one_id) for name, one_id in names.items() if re.search(_whole(name), folded)]
    longest = {one_id for name, one_id in found if not any(name != other and name in other for other, _ in found)}
    if len(longest or numbered) != 1:
        raise UnclearError("choice", is_nothing_like_it=not longest)
    return next(iter(longest or numbered))


def _whole(name: str) -> str:
    """A pattern of the name that does not begin or end within a Latin word or a number."""
    return rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])" if name[:1].isascii() else re.escape(name)


def _yes_or_no(folded: str) -> bool:
    bare = _PART.sub(" ", folded).strip()
    if bare and _NO.fullmatch(bare):
        return False
    if bare and _YES.fullmatch(bare):
        return True
    raise UnclearError("yes-no", is_nothing_like_it=True)


def name(text: str) -> str:
    """A name as people read it: one line without what cannot be seen; raises UnclearError."""
    visible = "".join(
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", text)
        if character.isspace() or unicodedata.category(character)[0] != "C"
    )
    short = " ".join(visible.split())
    if not short or len(short) > LONGEST_NAME:
        raise UnclearError("name")
    return short
