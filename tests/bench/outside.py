"""What the tables measure with and the repository does not hold: folders that are named when they are run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class MissingError(Exception):
    """What a table needs is not there; the message says what."""


@dataclass(frozen=True)
class Outside:
    """`data` holds CLINC150, `park` the park's questions and their score.py, `questions` are more such files."""

    data: Path | None = None
    park: Path | None = None
    questions: tuple[Path, ...] = ()

    def clinc(self, part: str) -> Path:
        """The file of a part (train, val); raises MissingError."""
        return _existing(self.data, f"clinc150-{part}.csv", "--data")

    @property
    def score(self) -> Path:
        return _existing(self.park, "score.py", "--park")

    @property
    def park_questions(self) -> list[Path]:
        return [_existing(self.park, "questions.jsonl", "--park"), *self.questions]


def _existing(folder: Path | None, name: str, option: str) -> Path:
    if folder is None:
        raise MissingError(f"it reads {name} from outside: run it with --full")
    if not (folder / name).is_file():
        raise MissingError(f"there is no {name} in {folder} ({option} names the folder)")
    return folder / name


def if_there(look: Callable[[], Path]) -> Path | None:
    """The file, or None."""
    try:
        return look()
    except MissingError:
        return None
