// The map of who was awarded a label. Without it the list below says the same.
"use strict";
(() => {
  const box = document.getElementById("map");
  if (!box || !window.L) return;
  const said = box.dataset;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const here = (address) => { const u = new URL(address, location); return u.pathname + u.search; };
  const element = (name, text, fields) => Object.assign(document.createElement(name), { textContent: text || "" }, fields);

  const map = L.map(box, {
    zoomControl: false, minZoom: 3, maxZoom: said.tiles ? 18 : 13, zoomSnap: 0.25,
    zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm,
    scrollWheelZoom: false, // a page can be scrolled past the map; focus it, or use the buttons
  });
  map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  L.control.zoom({ zoomInTitle: said.in, zoomOutTitle: said.out }).addTo(map);
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  window.addEventListener("blur", () => map.scrollWheelZoom.disable());

  // The ground: tiles if the service has some, otherwise its own outlines.
  if (said.tiles) {
    L.tileLayer(said.tiles, { attribution: said.credit, maxZoom: 19, referrerPolicy: "strict-origin-when-cross-origin" }).addTo(map);
  } else {
    fetch(said.outline).then((r) => r.json()).then(outline).catch(() => {});
  }

  // outline draws a TopoJSON file: the départements, and the lines around them.
  function outline(topology) {
    const { scale: [sx, sy], translate: [tx, ty] } = topology.transform;
    const arcs = topology.arcs.map((arc) => {
      let x = 0, y = 0;
      return arc.map(([dx, dy]) => [(y += dy) * sy + ty, (x += dx) * sx + tx]);
    });
    const line = (indices) => indices.flatMap((i) => i < 0 ? arcs[~i].slice().reverse() : arcs[i]);
    map.createPane("ground").style.zIndex = 250;
    const still = { pane: "ground", interactive: false };
    for (const g of topology.objects.halo.geometries) {
      L.polyline(g.arcs.map(line), { ...still, className: "halo", smoothFactor: 2 }).addTo(map);
    }
    for (const g of topology.objects.departements.geometries) {
      L.polygon(g.arcs.map((rings) => rings.map(line)), { ...still, className: "land" }).addTo(map);
    }
    map.attributionControl.addAttribution(said.outlineCredit);
  }

  // The places.
  const groups = L.markerClusterGroup({
    maxClusterRadius: 52, showCoverageOnHover: false, animate: !calm, spiderLegPolylineOptions: { className: "leg" },
    iconCreateFunction: (cluster) => {
      const all = cluster.getAllChildMarkers();
      const names = all.slice(0, 6).map((m) => m.options.title).join(", ") + (all.length > 6 ? "…" : "");
      const icon = element("span", all.length);
      icon.setAttribute("aria-hidden", "true");
      return L.divIcon({ html: icon.outerHTML + element("span", all.length + " : " + names, { className: "unseen" }).outerHTML,
        className: "cluster", iconSize: [40, 40] });
    },
  });

  function icon(p) {
    if (!p.icon) return L.divIcon({ className: "past-pin", iconSize: [18, 18], popupAnchor: [0, -8] });
    return L.icon({ iconUrl: here(p.icon), iconSize: [36, 48], iconAnchor: [18, 48], popupAnchor: [0, -42], className: "pin" });
  }

  function popup(p) {
    const card = element("div");
    const title = element("p", "", { className: "who" });
    title.append(element("a", p.name, { href: here(p.page), target: said.embed ? "_blank" : "", rel: "noopener" }));
    card.append(title, element("p", p.description.split("\n")[0]));
    if (p.state !== "ok") card.append(element("p", [p.state_text, p.state_date, p.state_reason].filter(Boolean).join(" – "), { className: "tag bad" }));
    return card;
  }

  function show(collection) {
    const points = [];
    for (const f of collection.features) {
      if (!f.geometry) continue;
      const [lon, lat] = f.geometry.coordinates, p = f.properties;
      points.push([lat, lon]);
      const what = p.name + ", " + p.level_name + ", " + p.edition;
      groups.addLayer(L.marker([lat, lon], { icon: icon(p), title: p.name, alt: what, riseOnHover: true })
        .bindPopup(() => popup(p), { minWidth: 180, maxWidth: 260 }));
    }
    map.addLayer(groups);
    const home = views[0];
    fit(home && points.some((q) => home.box.contains(q)) || !points.length && home ? home.box : L.latLngBounds(points).pad(0.2));
    box.classList.add("ready");
  }

  // What is shown first stays whole when the window changes, as when a telephone
  // is turned, until the reader looks elsewhere.
  let whole = null;
  const fit = (box) => { map.fitBounds(box, { animate: false }); whole = box; };
  map.on("movestart", () => { whole = null; });
  map.on("resize", () => { if (whole) fit(whole); });

  // The parts of the country that are far from each other.
  const views = JSON.parse(said.views || "[]").map((v) => ({ name: v.name, box: L.latLngBounds([v.south, v.west], [v.north, v.east]) }));
  const list = document.getElementById("views");
  if (list && views.length > 1) {
    for (const v of views) {
      const button = element("button", v.name, { type: "button", className: "view" });
      button.addEventListener("click", () => map.fitBounds(v.box, { animate: !calm }));
      list.append(button);
    }
    list.hidden = false;
  }

  map.setView([46.6, 2.5], 5.5);
  fetch(said.source).then((r) => r.json()).then(show);
})();
