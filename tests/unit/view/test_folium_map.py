"""The base map and what is sent to it."""

from hypothesis import given
from hypothesis import strategies as st
from streamlit_folium import _get_map_string, generate_js_hash

from geo.view import folium_map


def script_of(made):
    made.get_root().render()
    return _get_map_string(made)


def test_the_base_map_is_the_same_for_streamlit_folium_every_time():
    one, other = (generate_js_hash(script_of(folium_map.base_map("v1", local=True)), "map") for _ in range(2))
    assert one == other


def test_local_parts_come_from_this_server_alone():
    made = folium_map.base_map("v1", local=True)
    addresses = [address for _, address in made.default_js + made.default_css]
    assert addresses == [
        "../../app/static/vendor.js?v=v1",
        "../../app/static/map.js?v=v1",
        "../../app/static/vendor.css?v=v1",
        "../../app/static/map.css?v=v1",
    ]
    assert "http" not in script_of(made)


def test_without_local_parts_leaflet_and_tiles_are_public_ones():
    made = folium_map.base_map("v1", local=False)
    assert made.default_js[0][1].startswith("https://")
    script = script_of(made)
    assert folium_map.PUBLIC_TILES in script
    assert ".addTo(map_div)" in script


def test_tiles_of_a_setting_are_named_with_their_owner():
    script = script_of(folium_map.base_map("v", local=True, tiles="https://t.org/{z}/{x}/{y}.png", attribution="T"))
    assert "https://t.org/{z}/{x}/{y}.png" in script
    assert '"attribution": "T"' in script


def test_a_map_without_tiles_tells_its_deepest_zoom():
    assert folium_map.base_map("v1", local=True).options["maxZoom"] == folium_map.MAX_ZOOM


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=200), max_size=5))
def test_a_scene_comes_back_as_it_was_and_holds_no_sign_of_javascript(scene):
    packed = folium_map.packed(scene)
    assert folium_map.unpacked(packed) == {k.encode("utf-8", "replace").decode(): v for k, v in scene.items()}
    assert not set(packed) & set("`${}<>\"'\\_")
