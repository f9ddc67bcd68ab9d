"""Three versions of a data file made one: records by code, keys by name, comments kept."""
