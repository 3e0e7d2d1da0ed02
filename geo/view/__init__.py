"""From incidents to what a browser draws: rows, GeoJSON, map, timeline and exports."""
