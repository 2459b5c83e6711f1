"""All fits of one snapshot of the knowledge, in two steps: what to answer is known sooner than how sure to be."""

from dataclasses import replace

from bot.answering.fits import Fits
from bot.answering.fitting import machine
from bot.answering.fitting.acceptance import acceptance
from bot.answering.fitting.asking import asking
from bot.answering.fitting.background import with_background
from bot.answering.fitting.crossfit import examples
from bot.answering.fitting.slips import with_slips
from bot.answering.matching import Matcher
from bot.knowledge.snapshot import Snapshot


def classified(snapshot: Snapshot) -> Fits:
    """With classifiers of records and of facts, and as sure as any park starts."""
    return Fits(
        Matcher(snapshot).fingerprint,
        machine.weights(with_slips(with_background(list(snapshot)))),
        machine.weights(with_slips(asking()), seen=2),
    )


def calibrated(snapshot: Snapshot, fits: Fits) -> Fits:
    """As sure as cross-fitting on its own questions says."""
    return replace(fits, acceptance=acceptance(examples(snapshot)))
