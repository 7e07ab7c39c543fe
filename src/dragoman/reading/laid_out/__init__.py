"""Laid out: what stands in tables, labelled lines ("Amount: EUR 5 million"), programmes and lists of treaties.

``layout`` finds it in the text: ``tables``, ``sheets``, ``programmes``, ``treaties``; ``headings`` knows what headings
and labels mean (``knowledge/headings.toml``), ``values`` reads single cells. ``reading`` makes entries of it: ``works``
of rows that tell of a project or a treaty, ``statistics`` of the cells of all other tables, ``diary`` of programmes.
"""
