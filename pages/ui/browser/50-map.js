/* The map itself: starts once, then takes what changes as packed GeoJSON and never moves by itself. */
(function () {
  "use strict";
  const Vigie = (window.Vigie = window.Vigie || {});
  const REGION = [[12, 24], [43, 64]]; // shown while nothing matches
  let map, layers, renew, legend, base;
  const state = { kinds: {}, statuses: {}, names: {}, ui: {}, lang: "en", selected: "", features: [], marks: new Map() };

  /* Panes from the ground up: shaded areas, arcs, names (300), marks (600). */
  function panes() {
    for (const [pane, level] of [["areas", 200], ["arcs", 420], ["badges", 590]]) map.createPane(pane).style.zIndex = level;
    map.getPane("areas").style.pointerEvents = "none";
  }

  Vigie.start = function (started, here) {
    map = started;
    state.still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    panes();
    layers = { shapes: L.layerGroup().addTo(map), marks: Vigie.cluster(map, state), halo: L.layerGroup().addTo(map) };
    layers.marks.on("clusterclick", listWhenDeep);
    renew = Vigie.tools(map, state);
    legend = Vigie.legend(map, state);
    map.on("moveend", moved);
    map.attributionControl.setPrefix(false).addAttribution("Natural Earth · GeoNames");
    map.fitBounds(REGION, { animate: false }); // an animation would end after, and undo, the first view
    map.getContainer().setAttribute("role", "application");
    base = Vigie.fetchBase(here);
    Vigie.noteVisit();
    if (window.parent !== window) new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(map.getContainer());
  };

  /* Many incidents on one spot can't be zoomed apart: list them. Few of them open like a flower (the plugin's own). */
  function listWhenDeep(event) {
    const marks = event.layer.getAllChildMarkers();
    const spread = event.layer.getBounds();
    if (marks.length <= 9 || marks.some((m) => m.p.n) || !spread.getNorthEast().equals(spread.getSouthWest())) return;
    event.layer.unspiderfy();
    Vigie.list(map, event.latlng, marks.map((m) => m.p), state);
  }

  let later;
  function moved() {
    Vigie.writeAddress(map, state);
    halo();
    if (!state.follow) return;
    clearTimeout(later);
    later = setTimeout(() => Vigie.tell({ frame: frame() }), 350);
  }

  function frame() {
    const b = map.getBounds();
    const wrap = (lon) => L.Util.wrapNum(lon, [-180, 180], true);
    const wide = b.getEast() - b.getWest() >= 360;
    return [Math.max(b.getSouth(), -90), wide ? -180 : wrap(b.getWest()), Math.min(b.getNorth(), 90), wide ? 180 : wrap(b.getEast())].map((x) => Number(x.toFixed(4)));
  }

  /* Tell the page what the person did. The moment makes two equal acts two messages. */
  Vigie.tell = function (what) {
    if (what.picked) map.closePopup();
    if (window.Streamlit) window.Streamlit.setComponentValue({ ...what, moment: Date.now() });
    else if (what.picked) detail(what.picked);
  };

  /* A saved map has no page around it: the incident is told on the map. */
  function detail(ident) {
    const f = state.features.find((feature) => feature.properties.i === ident && feature.geometry.type === "Point");
    if (!f) return;
    const [lon, lat] = f.geometry.coordinates;
    choose(ident);
    L.popup({ className: "list", minWidth: 260 }).setLatLng([lat, lon]).setContent(Vigie.details(f.properties, state)).openOn(map);
  }

  async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  }

  /* Take the new state of things: called by the group Folium sends, and by a saved map. */
  let turn = 0, last = "";
  Vigie.show = async function (packed, awaited) {
    if (packed === last) return; // only what the page asks beside it has changed
    last = packed;
    const mine = ++turn;
    const [news, ground] = await Promise.all([unpack(packed), base]);
    if (mine !== turn) return; // a newer one came while this was unpacked
    const followed = state.follow;
    const spoke = state.lang !== news.lang || JSON.stringify(state.names) !== JSON.stringify(news.names);
    Object.assign(state, news);
    document.documentElement.dataset.theme = state.theme;
    document.documentElement.lang = state.lang;
    map.getContainer().setAttribute("aria-label", state.ui.map);
    renew();
    firstView(); // before the borders are drawn, or they would be drawn twice
    Vigie.base(map, state, ground);
    drawMarks(spoke);
    drawShapes();
    legend(state.features);
    if (spoke && Vigie.relabel) Vigie.relabel();
    choose(state.selected);
    if (state.follow && !followed) moved(); // the page does not know the frame yet
    Vigie.writeAddress(map, state);
    document.documentElement.dataset.settled = String(mine);
    performance.mark("vigie-settled");
    if (awaited) requestAnimationFrame(() => Vigie.idle(() => Vigie.tell({ stands: true }))); // once it can be seen
  };

  /* Properties of every incident on the map, in the order sent. */
  Vigie.every = () => state.features.map((f) => f.properties).filter((p) => p.i);

  /* An incident's words as its mark tells them. */
  Vigie.say = (p) => Vigie.words(p, state);

  const isMark = (f) => ["mark", "area", "water", "cell"].includes(f.properties.a);
  const nameOf = (f) => f.properties.i || "cell " + f.geometry.coordinates;

  /* Keep the marks that stay; what is new comes, what is gone goes. */
  function drawMarks(spoke) {
    const wanted = new Map(state.features.filter(isMark).map((f) => [nameOf(f), f]));
    const gone = [], come = [];
    for (const [key, mark] of state.marks) {
      if (!spoke && JSON.stringify(mark.p) === JSON.stringify((wanted.get(key) || {}).properties)) wanted.delete(key);
      else gone.push(mark), state.marks.delete(key);
    }
    for (const [key, f] of wanted) {
      const at = [f.geometry.coordinates[1], f.geometry.coordinates[0]];
      const mark = f.properties.a === "cell" ? Vigie.cell(f, at, state, map) : Vigie.mark(f, at, state);
      state.marks.set(key, mark);
      come.push(mark);
    }
    if (gone.length > state.marks.size) layers.marks.clearLayers().addLayers([...state.marks.values()]);
    else {
      if (gone.length) layers.marks.removeLayers(gone);
      if (come.length) layers.marks.addLayers(come);
    }
  }

  function drawShapes() {
    const of = (...sorts) => state.features.filter((f) => sorts.includes(f.properties.a));
    layers.shapes.clearLayers();
    Vigie.rings(layers.shapes, of("area", "water"));
    Vigie.countries(layers.shapes, of("country"), state, map);
    Vigie.arcs(layers.shapes, of("arc"), state, map);
  }

  let placed = false;
  function firstView() {
    if (placed) return;
    placed = true;
    if (state.view) map.setView([state.view[0], state.view[1]], state.view[2], { animate: false });
    else map.fitBounds(core(spots(state.features.filter((f) => f.properties.a !== "arc"))), { padding: [48, 48], maxZoom: 8, animate: false });
  }

  function spots(features) {
    return features.filter((f) => f.geometry).flatMap((f) => (f.geometry.type === "Point" ? [f.geometry.coordinates] : f.geometry.coordinates)).map(([lon, lat]) => [lat, lon]);
  }

  /* Where most of it is: one visit to a far capital must not make the region a speck. The fit button shows all. */
  function core(points) {
    if (points.length === 0) return REGION;
    const cut = points.length < 6 ? 0 : Math.ceil(points.length * 0.06);
    const kept = (at) => points.map((p) => p[at]).sort((a, b) => a - b).slice(cut, points.length - cut);
    const lats = kept(0), lons = kept(1);
    return [[lats[0], lons[0]], [lats[lats.length - 1], lons[lons.length - 1]]];
  }

  Vigie.fit = function (animate = !state.still) {
    const points = spots(state.features);
    if (points.length) map.fitBounds(L.latLngBounds(points), { padding: [48, 48], maxZoom: 8, animate: animate });
    else map.fitBounds(REGION, { animate: animate });
  };

  Vigie.go = function () {
    const chosen = spots(state.features.filter((f) => f.properties.i === state.selected));
    if (chosen.length) map.setView(chosen[chosen.length - 1], Math.max(map.getZoom(), 7));
  };

  /* Light a mark while its row is pointed at, without choosing it; an empty ident puts the light out. */
  Vigie.light = function (ident) {
    state.lit = ident;
    halo();
  };

  /* Light the chosen mark, or the cluster that holds it. */
  function choose(ident) {
    state.selected = ident;
    for (const [key, mark] of state.marks) {
      const element = mark.getElement && mark.getElement();
      if (element) element.classList.toggle("chosen", key === ident);
      mark.options.icon.options.className = mark.options.icon.options.className.replace(" chosen", "") + (key === ident ? " chosen" : "");
    }
    map.getContainer().classList.toggle("has-chosen", Boolean(ident));
    halo();
  }

  function halo() {
    layers.halo.clearLayers();
    for (const ident of new Set([state.selected, state.lit])) {
      const [at, radius] = spotOf(ident);
      if (at) layers.halo.addLayer(L.circleMarker(at, { radius: radius, className: "halo", interactive: false }));
    }
  }

  /* Where an incident is seen: its mark, the cluster that holds it, or its country's badge; and the halo's radius. */
  function spotOf(ident) {
    const mark = state.marks.get(ident);
    if (mark) {
      const shown = layers.marks.getVisibleParent(mark) || mark;
      return [shown.getLatLng(), shown === mark ? 20 : 26];
    }
    const f = ident && state.features.find(({ properties: p }) => p.i === ident && p.a === "country");
    if (!f) return [];
    const shape = (Vigie.shapes || {})[f.properties.c];
    const { lat, lon } = shape ? Vigie.middle(shape) : { lat: f.geometry.coordinates[1], lon: f.geometry.coordinates[0] };
    return [[lat, lon], 34];
  }
})();
