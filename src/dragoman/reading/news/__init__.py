"""News: the event of a lead (``news``) or a statement (``acts``), in PLOVER's terms."""
