"""`python -m bot` is the same as `parkbot`."""

from bot.cli import main

main()
