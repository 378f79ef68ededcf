"""Set text on paper and in pictures: with which fonts, where lines break, and in which order signs stand."""
