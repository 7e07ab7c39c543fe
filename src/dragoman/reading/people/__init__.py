"""People: whom a text names, and their posts; ``actors`` finds all who act, states and bodies among them."""
