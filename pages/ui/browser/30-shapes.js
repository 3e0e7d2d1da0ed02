/* What is not a mark: rings of doubt, shaded countries with a badge, arcs of visits, cells of many, lists. */
(function () {
  "use strict";
  const Vigie = (window.Vigie = window.Vigie || {});
  const MANY_ARCS = 40; // beyond this arcs step back, or they hide the marks
  const LISTED = 60; // entries of a list on the map; the table beside the map has them all

  /* The true spot lies within the ring with 90 % confidence. One ring a place, however many incidents share it. */
  Vigie.rings = function (layer, features) {
    const seen = new Map();
    for (const f of features) {
      const [lon, lat] = f.geometry.coordinates;
      const key = [lat, lon, f.properties.r].join();
      seen.set(key, (seen.get(key) || 0) + 1);
      if (seen.get(key) > 1) continue;
      const water = f.properties.a === "water" ? " area-water" : "";
      layer.addLayer(L.circle([lat, lon], { radius: f.properties.r * 1000, className: "area" + water, interactive: false, pane: "areas" }));
    }
  };

  /* A list of incidents opened at a spot; each line is a button, so keys reach it too. */
  Vigie.list = function (map, at, marks, state) {
    const box = L.DomUtil.create("div", "incidents");
    for (const p of marks.slice(0, LISTED)) {
      const line = L.DomUtil.create("button", "", box);
      line.type = "button";
      line.innerHTML = Vigie.svg(...(state.kinds[p.k] || ["", "#555"]).slice(0, 2), p.s) + `<span><b>${p.t || ""}</b><small>${p.w || ""}</small></span>`;
      line.addEventListener("click", () => Vigie.tell({ picked: p.i }));
    }
    if (marks.length > LISTED) L.DomUtil.create("p", "", box).textContent = `+ ${marks.length - LISTED}`;
    L.popup({ maxHeight: 280, minWidth: 240, className: "list", autoPan: false }).setLatLng(at).setContent(box).openOn(map);
  };

  function badge(at, code, total, marks, state, map) {
    const kinds = [...new Set(marks.flatMap((p) => p.k || []))];
    const colours = kinds.slice(0, 5).map((k) => `<i style="background:${(state.kinds[k] || ["", "#777"])[1]}"></i>`).join("");
    const icon = L.divIcon({ className: "badge", html: `<span>${colours}<b>${total}</b></span>`, iconSize: [0, 0] });
    const mark = L.marker(at, { icon: icon, pane: "badges" });
    const single = marks.length === 1 && marks[0].i;
    const words = single ? Vigie.words(marks[0], state) : `<b>${Vigie.countryName({ code: code, name: code }, state.lang)}</b><span>${state.ui.country} · ${total}</span>`;
    const open = () => (single ? Vigie.tell({ picked: marks[0].i }) : marks[0].i && Vigie.list(map, at, marks, state));
    mark.bindTooltip(words, { direction: "top", offset: [0, -14], className: "tip" });
    mark.on("click keypress", (event) => (!event.originalEvent.key || event.originalEvent.key === "Enter") && open());
    mark.on("add", () => {
      mark.getElement().setAttribute("role", "button");
      mark.getElement().setAttribute("aria-label", Vigie.plain(words));
      mark.getElement().dataset.country = code;
    });
    return mark;
  }

  /* "Somewhere in the country": its shape is shaded and a badge counts; never a pin in a desert. */
  Vigie.countries = function (layer, features, state, map) {
    const told = new Map();
    for (const f of features) told.set(f.properties.c, [...(told.get(f.properties.c) || []), f]);
    for (const [code, group] of told) {
      const shape = (Vigie.shapes || {})[code];
      const marks = group.map((f) => f.properties);
      const chosen = marks.some((p) => p.i === state.selected) ? " country-chosen" : "";
      const total = marks[0].total || marks.length;
      let at = group[0].geometry && [group[0].geometry.coordinates[1], group[0].geometry.coordinates[0]];
      if (shape) {
        layer.addLayer(L.geoJSON(shape, { pane: "areas", interactive: false, style: { className: "country" + chosen } }));
        const middle = Vigie.middle(shape);
        at = [middle.lat, middle.lon];
      }
      if (at) layer.addLayer(badge(at, code, total, marks, state, map));
    }
  };

  /* A bow bent to its left, in Mercator's plane, so that it looks the same at every zoom. */
  function bow(from, to) {
    const a = L.CRS.EPSG3857.latLngToPoint(L.latLng(from), 4), b = L.CRS.EPSG3857.latLngToPoint(L.latLng(to), 4);
    const top = L.point((a.x + b.x) / 2 + (b.y - a.y) * 0.18, (a.y + b.y) / 2 - (b.x - a.x) * 0.18);
    const at = (t) => a.multiplyBy((1 - t) * (1 - t)).add(top.multiplyBy(2 * t * (1 - t))).add(b.multiplyBy(t * t));
    const points = Array.from({ length: 41 }, (_, i) => at(i / 40));
    const ahead = at(0.56), behind = at(0.5);
    const turn = (Math.atan2(ahead.y - behind.y, ahead.x - behind.x) * 180) / Math.PI;
    const back = (p) => L.CRS.EPSG3857.pointToLatLng(p, 4);
    return { line: points.map(back), tip: back(ahead), turn: turn };
  }

  function arrow(path, colour) {
    const html = `<svg viewBox="-10 -10 20 20" style="transform:rotate(${path.turn}deg)" aria-hidden="true"><path d="M-6-7 8 0-6 7-3 0z" fill="${colour}" stroke="#fff" stroke-width="1.5"/></svg>`;
    return L.marker(path.tip, { icon: L.divIcon({ className: "arrowhead", html: html, iconSize: [18, 18] }), interactive: false, keyboard: false });
  }

  /* From where the visitor comes to the host; a stop that follows another begins where that one ended. */
  Vigie.arcs = function (layer, features, state, map) {
    map.getContainer().classList.toggle("arcs-many", features.length > MANY_ARCS);
    for (const f of features) {
      const [from, to] = f.geometry.coordinates.map(([lon, lat]) => [lat, lon]);
      const p = f.properties, colour = (state.kinds[p.k] || ["", "#00695c"])[1];
      const path = bow(from, to);
      const sure = p.s === "confirmed" || p.s === "reported" ? "" : " arc-unsure";
      const chosen = p.i === state.selected ? " arc-chosen" : "";
      layer.addLayer(L.polyline(path.line, { className: "arc-halo", interactive: false, pane: "arcs" }));
      const line = L.polyline(path.line, { className: "arc" + sure + chosen, color: colour, pane: "arcs" });
      line.bindTooltip(() => Vigie.words(p, state), { sticky: true, className: "tip" });
      line.on("click", () => Vigie.tell({ picked: p.i }));
      layer.addLayer(line);
      layer.addLayer(arrow(path, colour));
      layer.addLayer(L.circleMarker(from, { radius: 3.5, className: "origin", color: colour, interactive: false, pane: "arcs" }));
    }
  };

  /* Too many for marks: each cell stands for many; a click goes nearer. */
  Vigie.cell = function (f, at, state, map) {
    const mark = L.marker(at, { icon: Vigie.ring(f.properties.n, f.properties.total, state) });
    mark.p = f.properties;
    mark.on("click keypress", () => map.setView(at, Math.min(map.getZoom() + 2, 12)));
    mark.on("add", () => mark.getElement().setAttribute("role", "button"));
    return mark;
  };
})();
