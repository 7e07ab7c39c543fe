"""Figures: what a text counts and sums up; ``flows`` reads totals of trade, ``listed`` the sums of lists."""
