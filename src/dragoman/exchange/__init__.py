"""What is in the ledger, in the formats that other people's tools read."""
