"""Which entries speak of one thing: features, points with reasons, candidates, clusters."""
