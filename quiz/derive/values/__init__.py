"""What dates, sums, counts, percents and durations share: their place among the words, who claims them, of what."""
