"""Files and people made up for tests: the same ones every time, and none of them real."""
