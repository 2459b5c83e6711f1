"""Secrets in links: told once, and kept as their hashes alone."""

import hashlib
import secrets

BYTES = 24
"""Of a secret; as text it is 32 characters, so that a deep link of 64 has room for it."""


def secret() -> str:
    return secrets.token_urlsafe(BYTES)


def hash_of(secret: str) -> str:
    # a long random secret needs no slow hash
    return hashlib.sha256(secret.encode()).hexdigest()
