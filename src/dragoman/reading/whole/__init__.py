"""Whole: the last pass over a document, in which what is told twice is joined, and dates and places are carried on."""
