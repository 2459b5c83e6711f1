"""What cannot be read of what people typed."""


class UnclearError(ValueError):
    """A typed answer that cannot be taken; `key` is the message profile-unclear-<key> with an example."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key
