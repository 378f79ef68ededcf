"""How words are looked for: folded, cut into terms, by what means the same, and in Latin letters."""
