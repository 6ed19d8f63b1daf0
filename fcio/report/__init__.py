"""Results as words, tables and figures; no arithmetic on scores happens here."""
