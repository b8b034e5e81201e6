"""The whole build beside other site generators, on the same pages and in the same run."""
