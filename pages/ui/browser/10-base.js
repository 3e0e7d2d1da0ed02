/* The base map: Natural Earth's countries and names that follow the zoom. Drawn once, never again. */
(function () {
  "use strict";
  const Vigie = (window.Vigie = window.Vigie || {});
  const LARGEST_FIRST = 400; // labels looked at in one frame: a frame holds far fewer, so the rest would find no room

  function load(name, here) {
    if (window.VIGIE_FILES) return Promise.resolve(window.VIGIE_FILES[name]); // a saved map carries its files
    const unpacked = (answer) => new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).json();
    return fetch(here + name + ".gz").then((answer) => (answer.ok ? unpacked(answer) : null)).catch(() => null);
  }

  /* When the browser has nothing else to do; Safari cannot tell, so there it is simply a little later. */
  Vigie.idle = (act) => (window.requestIdleCallback ? requestIdleCallback(act, { timeout: 400 }) : setTimeout(act, 60));

  /* Whether the box around one of the shape's polygons meets the frame; a frame beyond 180 degrees meets all. */
  function meets(feature, frame) {
    const [west, south, east, north] = frame.toBBoxString().split(",").map(Number);
    if (west < -180 || east > 180) return true;
    const polygons = feature.geometry.type === "Polygon" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
    return polygons.some(([ring]) => {
      const around = [180, 90, -180, -90];
      for (const [lon, lat] of ring) {
        if (lon < around[0]) around[0] = lon;
        if (lat < around[1]) around[1] = lat;
        if (lon > around[2]) around[2] = lon;
        if (lat > around[3]) around[3] = lat;
      }
      return around[0] <= east && around[2] >= west && around[1] <= north && around[3] >= south;
    });
  }

  /* Borders in a pane of their own, below everything that speaks: what the frame shows first, the world after. */
  function borders(map, shapes) {
    map.createPane("land").style.zIndex = 150;
    Vigie.shapes = Object.fromEntries(shapes.features.filter((f) => f.properties.code).map((f) => [f.properties.code, f]));
    const renderer = L.svg({ pane: "land", padding: 0.3 });
    const look = { className: "land", weight: 0.8 };
    const land = L.geoJSON([], { pane: "land", renderer: renderer, interactive: false, smoothFactor: 0.7, style: look }).addTo(map);
    const frame = map.getBounds().pad(0.4), far = [];
    for (const shape of shapes.features) meets(shape, frame) ? land.addData(shape) : far.push(shape);
    Vigie.idle(() => land.addData({ type: "FeatureCollection", features: far }));
  }

  /* The middle of a country's largest polygon: where its name and its badge stand. */
  Vigie.middle = function (feature) {
    const polygons = feature.geometry.type === "Polygon" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
    let best = { area: 0, lat: 0, lon: 0 };
    for (const [ring] of polygons) {
      let area = 0, x = 0, y = 0;
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const cross = ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
        area += cross;
        x += (ring[j][0] + ring[i][0]) * cross;
        y += (ring[j][1] + ring[i][1]) * cross;
      }
      if (Math.abs(area) > best.area) best = { area: Math.abs(area), lat: y / (3 * area), lon: x / (3 * area) };
    }
    return best;
  };

  function countryLabels(shapes) {
    return shapes.features.map((feature) => {
      const at = Vigie.middle(feature);
      const { code, name } = feature.properties;
      return { code: code, name: name, lat: at.lat, lon: at.lon, from: 6.2 - Math.log2(Math.max(at.area, 0.3)) / 2, to: 7.5 };
    });
  }

  function cityLabels(rows) {
    return rows.map(([name, lat, lon, people, capital]) => ({
      name: name, lat: lat, lon: lon, capital: Boolean(capital), to: 99,
      from: capital ? 4.6 - Math.min(1, people / 5e6) : 11.4 - Math.log10(Math.max(people, 1e4)),
    }));
  }

  Vigie.countryName = function (label, lang) {
    if (!label.code) return label.name;
    try {
      return new Intl.DisplayNames([lang], { type: "region" }).of(label.code);
    } catch {
      return label.name;
    }
  };

  function placeLabel(label, point, taken) {
    const width = label.text.length * (label.code ? 8 : 6.4) + 14;
    const left = label.code ? point.x - width / 2 : point.x - 4;
    const box = [left, point.y - 10, left + width, point.y + 10];
    if (taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1])) return null;
    taken.push(box);
    const sort = label.code ? "country" : label.capital ? "capital" : "city";
    const icon = L.divIcon({ className: "label label-" + sort, iconSize: null });
    const mark = L.marker([label.lat, label.lon], { icon: icon, interactive: false, keyboard: false, pane: "labels" });
    mark.on("add", () => (mark.getElement().appendChild(document.createElement("span")).textContent = label.text));
    return mark;
  }

  /* Names by weight, each only where it overlaps no weightier one. */
  function drawLabels(map, layer, labels, state) {
    const zoom = map.getZoom(), frame = map.getBounds().pad(0.1), taken = [];
    layer.clearLayers();
    let looked = 0;
    for (const label of labels) {
      if (zoom < label.from || zoom > label.to || !frame.contains([label.lat, label.lon])) continue;
      if (++looked > LARGEST_FIRST) break;
      label.text = label.code !== undefined ? Vigie.countryName(label, state.lang) : state.names[label.name] || label.name;
      const mark = placeLabel(label, map.latLngToContainerPoint([label.lat, label.lon]), taken);
      if (mark) layer.addLayer(mark);
    }
  }

  function labels(map, shapes, rows, state) {
    const pane = map.createPane("labels");
    pane.style.zIndex = 300;
    pane.style.pointerEvents = "none";
    const layer = L.layerGroup().addTo(map);
    const all = countryLabels(shapes).concat(cityLabels(rows || []));
    all.sort((a, b) => a.from - b.from);
    Vigie.relabel = () => drawLabels(map, layer, all, state);
    map.on("moveend zoomend", Vigie.relabel);
    Vigie.relabel();
  }

  /* Fetch borders and names while the rest starts; null where they cannot be had. */
  Vigie.fetchBase = (here) => Promise.all([load("countries.json", here), load("cities.json", here)]);

  /* Draw the base map, once, in the view that stands. */
  Vigie.base = function (map, state, [shapes, rows]) {
    if (!shapes || Vigie.shapes) return;
    borders(map, shapes);
    labels(map, shapes, rows, state);
  };
})();
