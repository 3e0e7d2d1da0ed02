"""From words to places: find the mentions, fold the names, gather candidates, rank and resolve them."""
