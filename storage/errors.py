"""What may go wrong with the store; str() of each is one sentence for whoever runs the assistant."""


class StoreError(Exception):
    """The store cannot be used as it is."""


class StoreUnavailableError(StoreError):
    """The store does not answer now, but may do so later: locked, full, unreachable."""


class SchemaError(StoreError):
    """The tables are older or newer than this version of the assistant."""
