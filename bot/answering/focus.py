"""What exactly a question asks for: "which WORD", "is there a WORD", "how HIGH", "the WORD is what"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.answering.lexicon import lexicon
from bot.answering.reading import Reading, covers
from bot.answering.text import Word
from bot.patterns import later

_MEASURES = "个点号天月家台间位套张年次场人块分层楼座辆期钱种项条件份岁成倍折周步些平万千百元时届轮站"
_HAS = "(?:有没有|有无|(?<![没只还得要])有|卖不卖|卖|供应|提供|配备|支不支持|支持)"
_ANY = "(?:the |a |an |any |our |my |some )*"
_ASKING = (
    r"(?:哪个|哪些|哪种|哪家|哪支|哪款|什么样的|什么|啥)(?P<which>[\u4e00-\u9fff]{1,4})",
    rf"{_HAS}(?!多|几|什么|啥|哪|没|人)(?P<has>[^,。?!]{{1,14}}?)(?:吗|么|没有|没|不|呀|呢|\?|$|,)",
    r"(?:能不能|可不可以|可以|允许|能否|能|让不让|让|准不准|准)(?P<may>[^,。?!]{1,8}?)(?:吗|么|不|\?)",
    r"多(?P<much>高|宽|重|深|厚|快(?!能|可以|会|要|才)|远|亮|热|冷|难|陡|吵)",
    r"(?P<unit>多少(?:米|公里|公斤|斤|吨|瓦|分贝|层)|(?:总共|一共|共)有?几层)",
    r"多少(?:个|台|间|套|辆|棵|盏|部|位|名|条)(?P<number>[\u4e00-\u9fff]{1,4})",
    rf"几(?P<count>[^{_MEASURES}\W\d][\u4e00-\u9fff]?)",
    r"(?P<what>[\u4e00-\u9fff]{1,6})(?:是谁|是哪位|是哪个|叫什么|叫啥|是什么|是啥|是多少|怎么样|有什么|有哪些|有啥|都有)",
    r"\b(?:what|which)(?:'s| is| are| was| were)? (?:the |a |an |kind of |type of |sort of |brand of )*(?P<en>[a-z]+)",
    rf"\b(?:is|are) there {_ANY}(?P<there>[a-z]+(?: [a-z]+)?)",
    rf"\b(?:have|has|serve|sell|offer|provide|equipped with|comes? with) {_ANY}(?P<have>[a-z]+(?: [a-z]+)?)",
    rf"\b(?:is|are) {_ANY}(?P<allowed>[a-z]+(?: [a-z]+)?) (?:allowed|permitted|welcome|okay|ok)\b",
    rf"\b(?:can|may|could) (?:i|we|one|people) (?P<do>[a-z]+(?: {_ANY}[a-z]+)?)",
    r"\bhow many (?P<many>[a-z]+)",
    r"\bwho (?:is|are|was) (?:(?:giv|hold|lead|do|mak)ing )?the (?P<whose>[a-z]+)",
    r"\bhow (?P<how>high|tall|fast(?= is| are)|heavy|wide|far|deep|hot|noisy|warm|strong|old is)\b",
)
"""Ways to ask, each with the name of what it asks about."""
_FOCI = later("|".join(_ASKING), re.ASCII)
_THINGS = ("has", "may", "which", "en", "there", "have", "allowed", "do", "many", "number", "whose")
"""Those that name what is to be there, allowed or told."""


def focus_words(reading: Reading) -> list[Word]:
    """The words of content that the question puts its finger on."""
    spans = [match.span(name) for match in _foci(reading.folded) for name in match.groupdict() if match[name]]
    content = reading.content()
    candidates = [*content, *(word for word in reading.words if _MEASURED.match(word.stem))]
    return list({word for word in candidates if any(word.start < end and start < word.end for start, end in spans)})


def things_asked_for(reading: Reading) -> list[Word]:
    """The words of content for what is to be there, allowed or told: "is there a WORD", "are WORDS allowed"."""
    functions = lexicon().function_words
    found = []
    for span in (match.span(name) for match in _asked(reading.folded) for name in _THINGS if match[name]):
        # a cue with a gap for the thing, as "can we ... here", is no cue for it
        told = (*reading.moment_spans, *(cue for cue in reading.cue_spans if cue[0] >= span[0] or cue[1] <= span[1]))
        words = (word for word in reading.words if span[0] <= word.start and word.end <= span[1])
        found += [
            word
            for word in words
            if word.stem not in functions and word.tag != "m" and not any(covers(one, word) for one in told)
        ]
    return found


@lru_cache(maxsize=16)
def _foci(folded: str) -> tuple[re.Match[str], ...]:
    """What is asked about; kept a while, for it is looked at in several ways."""
    return tuple(_FOCI.finditer(folded))


def _asked(folded: str) -> Iterator[re.Match[str]]:
    """What is asked; what ends with a comma is said: "we have ten people, can we ..."."""
    return (match for match in _foci(folded) if not match[0].endswith(","))


def measures_asked(reading: Reading) -> list[str]:
    """What is measured: "多高", "how high"."""
    return [match[0] for match in _foci(reading.folded) if match["much"] or match["unit"] or match["how"]]


_MEASURED = later(r"几?(?:公里|公斤|米|斤|吨|升|度|级|瓦|匹)$")
