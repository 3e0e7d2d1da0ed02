/* Marks: kind by icon, status by outline and fill (also told apart in grey), clusters with the mix of kinds. */
(function () {
  "use strict";
  const Vigie = (window.Vigie = window.Vigie || {});
  const SIZE = 28;
  // Leaflet moves the map to a mark that gets the focus, by a click as well: only keys may (see Vigie.mark).
  L.Marker.mergeOptions({ autoPanOnFocus: false });

  /* Icon by kind, outline and fill by status; marks.json holds the drawings, Python draws the same (ui/marks.py). */
  Vigie.svg = function (icon, colour, status) {
    const { icons, outlines, over } = window.VIGIE_MARKS;
    const ink = status === "confirmed" ? "#fff" : colour;
    const inside = `<g transform="translate(8 8) scale(.667)" color="${ink}" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round">${icons[icon] || ""}</g>`;
    const drawing = (outlines[status] || "") + inside + (over[status] || "");
    return `<svg viewBox="0 0 32 32" aria-hidden="true">${drawing.replaceAll("{c}", colour)}</svg>`;
  };

  Vigie.icon = function (p, state) {
    const [icon, colour] = state.kinds[p.k] || ["", "#555"];
    const chosen = p.i === state.selected ? " chosen" : "";
    return L.divIcon({
      className: "mark mark-" + p.s + chosen,
      html: Vigie.svg(icon, colour, p.s),
      iconSize: [SIZE, SIZE],
      iconAnchor: [SIZE / 2, SIZE / 2],
    });
  };

  /* A ring whose parts are the kinds' shares; the number is what a reader wants first. */
  Vigie.ring = function (counts, total, state) {
    const size = total < 10 ? 34 : total < 100 ? 40 : total < 1000 ? 46 : 54;
    const around = 2 * Math.PI * 15;
    let at = 0, parts = "";
    for (const [kind, count] of Object.entries(counts).sort((a, b) => b[1] - a[1])) {
      const length = (count / total) * around;
      const colour = (state.kinds[kind] || ["", "#777"])[1];
      parts += `<circle cx="20" cy="20" r="15" fill="none" stroke="${colour}" stroke-width="6" stroke-dasharray="${Math.max(length - 1, 0.6)} ${around}" stroke-dashoffset="${-at}"/>`;
      at += length;
    }
    const text = total < 10000 ? total : Math.round(total / 1000) + "k";
    const svg = `<svg viewBox="0 0 40 40" role="img" aria-label="${state.ui.incidents} ${total}"><circle cx="20" cy="20" r="19" fill="#fff"/><g transform="rotate(-90 20 20)">${parts}</g><text x="20" y="24.500" text-anchor="middle">${text}</text></svg>`;
    return L.divIcon({ className: "cluster", html: svg, iconSize: [size, size] });
  };

  /* Children are incidents, or cells that stand for many (30-shapes.js). */
  function clusterIcon(cluster, state) {
    const counts = {};
    for (const { p } of cluster.getAllChildMarkers()) {
      for (const [kind, count] of Object.entries(p.n || { [p.k]: 1 })) counts[kind] = (counts[kind] || 0) + count;
    }
    return Vigie.ring(counts, Object.values(counts).reduce((sum, count) => sum + count, 0), state);
  }

  Vigie.cluster = function (map, state) {
    const group = L.markerClusterGroup({
      chunkedLoading: false,
      animate: !state.still,
      animateAddingMarkers: false,
      showCoverageOnHover: false,
      maxClusterRadius: 44,
      spiderfyDistanceMultiplier: 1.6,
      spiderLegPolylineOptions: { className: "leg", weight: 1.2 },
      iconCreateFunction: (cluster) => clusterIcon(cluster, state),
    });
    group.on("clusterkeypress", (event) => event.originalEvent.key === "Enter" && event.layer.zoomToBounds());
    return group.addTo(map);
  };

  /* Words stand above the mark; near an edge of the map on the side that has room. */
  function aim(mark) {
    const { x, y } = mark._map.latLngToContainerPoint(mark.getLatLng()), width = mark._map.getSize().x, far = SIZE / 2;
    const sides = { right: [far, 0], left: [-far, 0], bottom: [0, far], top: [0, -far] };
    const side = x < 180 ? "right" : x > width - 140 ? "left" : y < 130 ? "bottom" : "top";
    Object.assign(mark.getTooltip().options, { direction: side, offset: sides[side] });
  }

  /* One mark; its words come escaped in the properties and are set as HTML here. */
  Vigie.mark = function (feature, at, state) {
    const mark = L.marker(at, { icon: Vigie.icon(feature.properties, state), alt: "", riseOnHover: true });
    mark.p = feature.properties;
    mark.on("mouseover focus", () => aim(mark)); // before the tooltip's own listener, which opens it
    mark.on("focus", () => mark.getElement().matches(":focus-visible") && mark._map.panInside(mark.getLatLng(), { padding: [40, 40] }));
    mark.bindTooltip(() => Vigie.words(mark.p, state), { direction: "top", offset: [0, -SIZE / 2], className: "tip" });
    mark.on("click keypress", (event) => (!event.originalEvent.key || event.originalEvent.key === "Enter") && Vigie.tell({ picked: mark.p.i }));
    mark.on("add", () => {
      const element = mark.getElement();
      element.setAttribute("role", "button");
      element.setAttribute("aria-label", Vigie.plain(Vigie.words(mark.p, state)));
      element.dataset.incident = mark.p.i;
    });
    return mark;
  };

  Vigie.words = function (p, state) {
    const kind = (state.kinds[p.k] || ["", "", p.k])[2];
    const about = [p.w, p.p].filter(Boolean).join(" · ");
    return `<b>${p.t || kind}</b><span>${about}</span><span>${kind} · ${state.statuses[p.s]}</span>`;
  };

  /* Property by property, for a saved map that has no panel beside it. */
  Vigie.details = function (p, state) {
    const quote = p.q ? `<blockquote>${p.q}</blockquote>` : "";
    return `<div class="details">${Vigie.words(p, state)}${quote}<span>${p.o || ""}</span></div>`;
  };

  Vigie.plain = function (html) {
    return new DOMParser().parseFromString(html.replaceAll("</b>", ", </b>").replaceAll("</span>", ", </span>"), "text/html").body.textContent.replace(/, $/, "");
  };
})();
