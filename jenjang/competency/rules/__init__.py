"""Rules of the slice: pure functions from facts and the law on a day to a decision."""
