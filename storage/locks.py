"""How rows are locked that are read in order to be changed."""

CHANGING = {"key_share": True}
"""Of `with_for_update`: nobody else changes the row. Others may refer to it, else transactions that lock one row and
refer to another could wait for each other."""
