"""Secrets in links and tokens: told once, and kept as their hashes alone."""

import hashlib
import secrets

BYTES = 24
"""Of a secret: 192 bits, which nobody guesses; as text 32 characters, so that a deep link of 64 has room for it."""


def secret() -> str:
    return secrets.token_urlsafe(BYTES)


def hash_of(secret: str) -> str:
    # a long random secret needs no slow hash; what is no text comes from HTTP as surrogates
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()
