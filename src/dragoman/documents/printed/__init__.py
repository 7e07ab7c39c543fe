"""Printed pages, as PDF describes them: words at places, out of which come the paragraphs that a person reads.

``words`` takes the words of a page with their places, ``areas`` finds columns and tables and puts the lines into the
order of reading, ``margins`` leaves out what is printed around the text of several pages, and ``paragraphs`` joins
lines across line, column and page breaks.
"""
