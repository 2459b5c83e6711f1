"""The words of the time grammar: numbers, months, weekdays, parts of the day, holidays."""

CHINESE_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def chinese_number(text: str) -> int | None:
    """A number from 1 to 99 in Chinese digits, or None."""
    text = text.removeprefix("第")
    if not text or any(char not in CHINESE_NUMBERS for char in text):
        return None
    if "十" not in text:
        return CHINESE_NUMBERS[text] if len(text) == 1 else None
    tens, _, ones = text.partition("十")
    return (CHINESE_NUMBERS.get(tens, 1) if tens else 1) * 10 + CHINESE_NUMBERS.get(ones, 0)


_UP_TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ENGLISH_NUMBERS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(_UP_TO_TWELVE, start=1)}


def number_of(text: str) -> int:
    """A number in digits or in words; 0 for what is none."""
    return int(text) if text.isdecimal() else chinese_number(text) or ENGLISH_NUMBERS.get(text, 0)


MONTH_WORDS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS_EN = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

# minutes of the day, [start, end); the first that is found counts, so the narrower stand first
PARTS: tuple[tuple[str, tuple[int, int]], ...] = (
    (r"早餐|早饭|早点(?!儿)|\bbreakfast\b", (5 * 60, 10 * 60 + 30)),
    (r"午餐|午饭|中饭|\blunch(?:time)?\b(?! break)", (10 * 60 + 30, 14 * 60 + 30)),
    (r"晚餐|晚饭|\bdinner\b|\bsupper\b", (16 * 60 + 30, 21 * 60)),
    (r"午休|中午|晌午|午间|\bnoon\b|\bmidday\b|\blunch break\b|\bover lunch\b", (12 * 60, 13 * 60)),
    (r"凌晨|半夜|深夜|通宵|后半夜|\bmidnight\b|\bovernight\b|\bsmall hours\b|\ball night\b", (0, 5 * 60)),
    (
        r"早上|上午|清早|一早|今早|明早|早晨|清晨|早高峰|(?<=[一二三四五六日天号])早(?![餐饭点])|\bmornings?\b",
        (5 * 60, 12 * 60),
    ),
    (r"傍晚|\bearly evening\b", (17 * 60, 20 * 60)),
    (r"下午|午后|\bafternoons?\b", (12 * 60, 18 * 60)),
    (
        (
            r"晚上|晚间|[今明后昨当每]晚|[今明]夜|(?<=[一二三四五六日天号末])晚(?![餐饭点于到一些])|夜里|夜间|夜晚|晚高峰"
            r"|\bevenings?\b|\btonight\b|\bnights?\b|\bafter work\b"
        ),
        (18 * 60, 24 * 60),
    ),
)

# the second is a name that bot.calendars knows, or "any" public holiday
HOLIDAY_WORDS: tuple[tuple[str, str], ...] = (
    (
        r"除夕|大年三十|春节|过年|大年初|农历新年|\bspring festival\b|\b(?:chinese|lunar) new year\b|\bcny\b",
        "spring-festival",
    ),
    (r"元旦|\bnew year'?s day\b|\bnew year\b(?!'?s? eve)", "new-year"),
    (r"清明|\btomb[- ]sweeping\b|\bqingming\b", "tomb-sweeping"),
    (r"(?<![周期拜二三四])五一|劳动节|\blabou?r day\b|\bmay day\b", "labour"),
    (r"端午|\bdragon boat\b", "dragon-boat"),
    (r"中秋|\bmid-?autumn\b", "mid-autumn"),
    (r"国庆|(?<![二三四])十一(?:假期|长假|黄金周|期间|放假)|\bnational day\b|\bgolden week\b", "national"),
    (r"节假日|法定假|法定节|公休|公共假|放假|假期|长假|\b(?:public |bank |national )?holidays?\b", "any"),
)
