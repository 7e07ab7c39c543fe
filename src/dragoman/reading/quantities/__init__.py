"""Quantities: what sums, shares, measures and counts a text names, and how exactly; ``numbers`` finds them."""
