"""States: which states and bodies a text names (``gazetteer``, ``bodies``), and which of them speaks (``home``)."""
