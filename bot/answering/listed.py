"""The words and questions that stand beside the code, in files of this folder."""

from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # start-up time: libyaml, where there is one, is much faster


def listed(name: str) -> Any:
    """What the file of that name says, as YAML."""
    return yaml.load((_FOLDER / name).read_bytes(), Loader=_LOADER)  # noqa: S506 - both loaders are safe
