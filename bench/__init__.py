"""The benchmark: symcheck beside other programs on a public corpus of claims with sources."""
