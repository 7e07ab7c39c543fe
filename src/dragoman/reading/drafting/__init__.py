"""Drafting: frames as entries: ``events``, ``instruments`` and ``activities``; ``drafting`` has what they share."""
