"""Aid: an account of one piece of development finance, as AidData's coders would code it."""
