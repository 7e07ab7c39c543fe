"""The same reading for many documents: on several processes, and into a ledger.

``processes`` reads, ``batch`` joins inputs, reading and ledger.
"""
