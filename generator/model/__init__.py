"""What a site shows of the law on a day: the edition, published procedures, summaries, figures."""
