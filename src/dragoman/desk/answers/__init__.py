"""What the desk answers: plain functions of a ledger, one module a page, for the pages and the API alike."""
