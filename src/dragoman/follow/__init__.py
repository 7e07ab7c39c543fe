"""Questions put to the ledger: what stands between two states."""
