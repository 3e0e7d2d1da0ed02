/* Around the map: zoom and fit buttons, the legend of what is shown, scale, the address of the page. */
(function () {
  "use strict";
  const Vigie = (window.Vigie = window.Vigie || {});
  const ICONS = {
    in: "<path d='M12 5v14M5 12h14'/>",
    out: "<path d='M5 12h14'/>",
    fit: "<path d='M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'/>",
    go: "<circle cx='12' cy='12' r='5'/><path d='M12 2v5M12 17v5M2 12h5M17 12h5'/>",
    picture: "<path d='M4 7h4l2-3h4l2 3h4v13H4z'/><circle cx='12' cy='13' r='4'/>",
  };

  function button(box, name, act) {
    const made = L.DomUtil.create("button", "tool tool-" + name, box);
    made.type = "button";
    made.innerHTML = `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">${ICONS[name]}</svg>`;
    L.DomEvent.disableClickPropagation(made);
    made.addEventListener("click", act);
    return made;
  }

  function name(made, words) {
    made.title = words;
    made.setAttribute("aria-label", words);
  }

  Vigie.tools = function (map, state) {
    const control = L.control({ position: "topleft" });
    control.onAdd = () => L.DomUtil.create("div", "tools");
    control.addTo(map);
    const box = control.getContainer();
    const made = {
      in: button(box, "in", () => map.zoomIn()),
      out: button(box, "out", () => map.zoomOut()),
      fit: button(box, "fit", () => Vigie.fit()),
      go: button(box, "go", () => Vigie.go()),
      picture: button(box, "picture", () => Vigie.picture(map)),
    };
    L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
    return () => Object.keys(made).forEach((key) => name(made[key], state.ui[key] || key));
  };

  /* The map as a picture: its elements drawn through an SVG, in the browser alone. */
  Vigie.picture = async function (map) {
    const box = map.getContainer(), size = map.getSize(), twice = 2;
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.type !== CSSRule.FONT_FACE_RULE);
    const copy = box.cloneNode(true);
    copy.querySelectorAll(".tools, .leaflet-tooltip-pane").forEach((part) => part.remove());
    copy.setAttribute("style", `width:${size.x}px;height:${size.y}px;position:relative;overflow:hidden`);
    const holder = document.createElement("div");
    holder.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
    const style = holder.appendChild(document.createElement("style"));
    const look = getComputedStyle(document.documentElement);
    const colours = ["sea", "land", "border", "ink", "soft", "panel", "line", "area", "country", "halo", "glow"];
    style.textContent = `div { ${colours.map((name) => `--${name}: ${look.getPropertyValue("--" + name)}`).join(";")} }` + rules.map((rule) => rule.cssText).join("\n").replace(/100vh/g, size.y + "px");
    holder.appendChild(copy);
    const inside = new XMLSerializer().serializeToString(holder);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.x * twice}" height="${size.y * twice}" viewBox="0 0 ${size.x} ${size.y}"><foreignObject width="100%" height="100%">${inside}</foreignObject></svg>`;
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [size.x * twice, size.y * twice];
    canvas.getContext("2d").drawImage(image, 0, 0);
    const link = document.createElement("a");
    link.download = "vigie.png";
    link.href = canvas.toDataURL("image/png");
    link.click();
  };

  /* Words of kinds and statuses come escaped, as all that travels with the features. */
  function entry(box, picture, words) {
    L.DomUtil.create("li", "", box).innerHTML = `${picture}<span>${words}</span>`;
  }

  function sample(className) {
    return `<i class="sample ${className}" aria-hidden="true"></i>`;
  }

  /* Only what is on the map: kinds, then statuses, then shapes. */
  function fill(box, features, state) {
    box.replaceChildren();
    const shown = (key) => new Set(features.flatMap((f) => (key === "k" && f.properties.n ? Object.keys(f.properties.n) : f.properties[key] || [])));
    const kinds = shown("k"), statuses = shown("s"), areas = shown("a");
    for (const [key, kind] of Object.entries(state.kinds)) {
      if (kinds.has(key)) entry(box, Vigie.svg(kind[0], kind[1], "confirmed"), kind[2]);
    }
    L.DomUtil.create("li", "gap", box);
    for (const [key, words] of Object.entries(state.statuses)) {
      if (statuses.has(key)) entry(box, Vigie.svg("none", "#4a5560", key), words);
    }
    L.DomUtil.create("li", "gap", box);
    if (areas.has("area") || areas.has("water")) entry(box, sample("sample-area"), state.ui.area);
    if (areas.has("country")) entry(box, sample("sample-country"), state.ui.country);
    if (areas.has("arc")) entry(box, sample("sample-arc"), state.ui.arc);
    if (areas.has("cell")) entry(box, sample("sample-cell"), state.ui.cell);
    for (const gap of box.querySelectorAll(".gap")) if (!gap.nextElementSibling || gap.nextElementSibling.className === "gap" || !gap.previousElementSibling) gap.remove();
  }

  /* Open where there is room beside it; afterwards as the reader left it. */
  Vigie.legend = function (map, state) {
    const control = L.control({ position: "bottomright" });
    control.onAdd = () => L.DomUtil.create("details", "legend");
    control.addTo(map);
    const box = control.getContainer();
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    const head = L.DomUtil.create("summary", "", box), list = L.DomUtil.create("ul", "", box);
    list.tabIndex = 0; // it scrolls, so keys must reach it
    let first = true;
    return (features) => {
      head.textContent = state.ui.legend;
      box.hidden = features.length === 0;
      fill(list, features, state);
      if (first && features.length) box.open = map.getSize().x > 560 && list.children.length <= 9;
      first = first && features.length === 0;
    };
  };

  /* The page's address holds the whole view; only the map knows its own frame, so it writes the address. */
  Vigie.writeAddress = function (map, state) {
    if (window.parent === window || state.address === undefined) return;
    const centre = map.getCenter();
    const wanted = new URLSearchParams(state.address);
    wanted.set("at", [centre.lat.toFixed(3), centre.lng.toFixed(3), map.getZoom()].join("_"));
    const page = window.parent.location;
    for (const key of ["embed", "embed_options"]) for (const v of new URLSearchParams(page.search).getAll(key)) wanted.append(key, v);
    const search = "?" + wanted.toString();
    if (search !== page.search) window.parent.history.replaceState(window.parent.history.state, "", page.pathname + search);
  };

  /* "before.latest" visit in seconds; a pause of half an hour begins a new visit (pages/ui/visit.py reads it). */
  Vigie.noteVisit = function () {
    if (window.parent === window) return;
    const now = Math.floor(Date.now() / 1000);
    const [before, latest] = (/(?:^|; )vigie_visit=(\d+)\.(\d+)/.exec(document.cookie) || [0, 0, 0]).slice(1).map(Number);
    const kept = now - latest > 1800 ? latest : before;
    document.cookie = `vigie_visit=${kept}.${now}; path=/; max-age=31536000; samesite=lax`;
  };
})();
