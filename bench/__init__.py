"""How well the reading does on the development sets: read, score, compare with the floors."""
