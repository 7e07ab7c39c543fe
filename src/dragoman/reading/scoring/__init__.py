"""Scoring: trained models, ``linear`` over features and ``context`` over words; ``calibration`` makes chances."""
