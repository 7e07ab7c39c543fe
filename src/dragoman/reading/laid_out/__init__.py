"""Laid out: entries of what ``layout`` finds.

``reading`` makes them: ``works`` of rows that tell of a project or a treaty, ``statistics`` of the cells of all other
tables, ``diary`` of programmes, ``holders`` of lists of posts, ``papers`` of lists of papers.
"""
