"""Layout: finds what stands in tables, labelled lines ("Amount: EUR 5 million"), programmes and lists of treaties.

``layout`` asks ``tables``, ``sheets``, ``programmes`` and ``treaties``; ``headings`` knows what headings and labels
mean (``knowledge/headings.toml``), ``values`` reads single cells.
"""
