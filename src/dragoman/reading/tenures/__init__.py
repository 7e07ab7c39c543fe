"""Tenures: who held which post, and since when."""
