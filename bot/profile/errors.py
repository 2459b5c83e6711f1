"""What cannot be read of what people typed."""


class UnclearError(ValueError):
    """A typed answer that cannot be taken; `key` is the message profile-unclear-<key> with an example.

    One that `is_nothing_like_it` may be meant for something else altogether.
    """

    def __init__(self, key: str, *, is_nothing_like_it: bool = False) -> None:
        super().__init__(key)
        self.key = key
        self.is_nothing_like_it = is_nothing_like_it
