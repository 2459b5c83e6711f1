"""Fits the assistant to a park's own knowledge. Needs scikit-learn: for workers and the terminal, not for serving."""
