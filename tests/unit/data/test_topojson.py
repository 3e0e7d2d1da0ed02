"""TopoJSON turned into GeoJSON."""

from data import topojson

TRIANGLE = {
    "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
    "arcs": [[[0, 0], [2, 0]], [[2, 0], [0, 2], [-2, -2]]],
    "objects": {
        "land": {
            "geometries": [
                {"type": "Polygon", "id": "004", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "id": "008", "arcs": [[[~1, ~0]]]},
                {"type": None, "id": "010"},
            ]
        }
    },
}


def rings(topology):
    features = topojson.features(topology, "land", lambda shape: {"id": shape["id"]})["features"]
    return {feature["properties"]["id"]: feature["geometry"]["coordinates"] for feature in features}


def test_arcs_are_joined_and_scaled_to_degrees():
    assert rings(TRIANGLE)["004"] == [[[10, 20], [11, 20], [11, 21], [10, 20]]]


def test_a_negative_arc_is_walked_backwards():
    assert rings(TRIANGLE)["008"] == [[[[10, 20], [11, 21], [11, 20], [10, 20]]]]


def test_shapes_that_are_no_polygons_are_left_out():
    assert set(rings(TRIANGLE)) == {"004", "008"}


def test_a_shape_across_the_date_line_makes_no_leap():
    topology = TRIANGLE | {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[178, 60], [-357, 0], [0, 5], [357, 0], [0, -5]]],
        "objects": {"land": {"geometries": [{"type": "Polygon", "id": "643", "arcs": [[0]]}]}},
    }
    assert rings(topology)["643"] == [[[178, 60], [181, 60], [181, 65], [178, 65], [178, 60]]]


def test_a_ring_round_the_pole_is_closed_below_the_map():
    topology = TRIANGLE | {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[-120, -70], [120, 0], [120, 0], [-240, 0]]],
        "objects": {"land": {"geometries": [{"type": "Polygon", "id": "010", "arcs": [[0]]}]}},
    }
    (ring,) = rings(topology)["010"]
    assert ring[-3:] == [[240, -90], [-120, -90], [-120, -70]]
