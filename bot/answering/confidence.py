"""The acceptance score: from the evidence for a candidate to how sure the assistant is, 0 to 1."""

from dataclasses import dataclass
from math import exp
from operator import attrgetter, mul

FEATURES = (
    "standing",
    "margin",
    "fit",
    "lead",
    "foreign",
    "strange",
    "mention",
    "addressed",
    "held",
    "focus",
    "best",
    "faq",
    "away",
    "unheard",
    "lacks",
    "sounds",
    "factless",
    "distant",
    "plain",
    "named_strange",
    "named_fit",
    "named_best",
)
_in_order = attrgetter(*FEATURES)


@dataclass(slots=True)
class Evidence:
    """What speaks for and against a candidate.

    `standing` joins all that speaks for it and orders candidates; `margin` is its lead over the best other one
    (negative when behind); `fit` is the classifier's score, `lead` that score's lead and
    `foreign` the score of what no record answers; `best` the likeness to the
    nearest phrasing; `mention` how well it is named; `strange` the share of what the question says beyond the record;
    `focus` how strange the words are that the question puts its finger on; `addressed` whether something that the
    record can tell is asked for; `held` whether its kind has such facts; `faq` whether it is an FAQ entry, which
    answers whole; `away` whether the question speaks of another place, other people's affairs or wrongdoing;
    `unheard` whether it asks if there is something that the record is not; `lacks` whether it asks if the record has
    or allows something of which it says nothing; `sounds` how much it sounds as if one of
    the record's facts were asked for, `factless` as if something were that no fact covers.
    """

    standing: float
    strange: float
    mention: float
    addressed: float
    held: float
    best: float
    fit: float = 0.0
    lead: float = 0.0
    foreign: float = -1.0
    focus: float = 0.0
    faq: float = 0.0
    away: float = 0.0
    unheard: float = 0.0
    lacks: float = 0.0
    sounds: float = 0.0
    factless: float = -1.0
    margin: float = 0.0

    @property
    def named(self) -> float:
        return float(self.mention >= NAMED)

    @property
    def distant(self) -> float:
        """How far the classifier is from a record that is not named."""
        return (1 - self.named) * max(0.0, DISTANT - self.fit)

    @property
    def plain(self) -> float:
        """Whether a record is named, a fact is asked that its kind has, and nothing else is said."""
        return float(self.named and self.strange < PLAIN and self.addressed >= 1)

    @property
    def named_strange(self) -> float:
        """A name makes a record likely whatever is asked of it: then the rest of the question tells."""
        return self.named * self.strange

    @property
    def named_fit(self) -> float:
        return self.named * self.fit

    @property
    def named_best(self) -> float:
        return self.named * self.best

    def features(self) -> list[float]:
        """In the order of FEATURES, with a constant before them."""
        return [1.0, *_in_order(self)]


DISTANT = -0.4
"""A classifier's score from which it gets rare that a record is meant after all."""
PLAIN = 0.05
"""The share of strange words that is none."""
NAMED = 0.8
"""A mention from which a record counts as named."""


@dataclass(frozen=True)
class Acceptance:
    """A fitted logistic model of the evidence; `weights` begin with the constant."""

    weights: tuple[float, ...]

    def confidence(self, evidence: Evidence) -> float:
        logit = sum(map(mul, self.weights, evidence.features()))
        return 1.0 / (1.0 + exp(-max(-30.0, min(logit, 30.0))))


# fitted on questions asked of the demonstration park; 0.5 is where answering begins
DEFAULT = Acceptance(
    (
        -5.15,
        -0.1,
        0.55,
        0.2,
        1.4,
        -4.3,
        -3.4,
        -0.35,
        0.4,
        0.2,
        -1.4,
        1.9,
        0.1,
        -4.4,
        -0.9,
        -6,
        0.6,
        -0.8,
        -4,
        1.2,
        -3.5,
        -1.3,
        1.7,
    )
)
