// Makes france.topojson; README.md tells how to run it.
//
//	node make.mjs states_provinces.geojson departements.json > france.topojson
//
// The first file is the layer states_provinces of QGIS's world_map.gpkg for
// France and what belongs to it, the second @etalab/decoupage-administratif's.
import { readFileSync } from "node:fs";
import { topology } from "topojson-server";
import proj4 from "proj4";
import GeoJSONReader from "jsts/org/locationtech/jts/io/GeoJSONReader.js";
import GeoJSONWriter from "jsts/org/locationtech/jts/io/GeoJSONWriter.js";
import BufferOp from "jsts/org/locationtech/jts/operation/buffer/BufferOp.js";
import DouglasPeuckerSimplifier from "jsts/org/locationtech/jts/simplify/DouglasPeuckerSimplifier.js";

const [outlines, codes] = process.argv.slice(2).map((f) => JSON.parse(readFileSync(f)));

// Territories outside Europe, by ISO 3166 code in the source.
const overseas = {
  GLP: ["971", "Guadeloupe"], MTQ: ["972", "Martinique"], GUF: ["973", "Guyane"],
  REU: ["974", "La Réunion"], MYT: ["976", "Mayotte"], SPM: ["975", "Saint-Pierre-et-Miquelon"],
  BLM: ["977", "Saint-Barthélemy"], MAF: ["978", "Saint-Martin"], WLF: ["986", "Wallis-et-Futuna"],
  PYF: ["987", "Polynésie française"], NCL: ["988", "Nouvelle-Calédonie"],
};
const misspelt = { "Seien-et-Marne": "Seine-et-Marne", "Haute-Rhin": "Haut-Rhin" };
const codeOf = new Map(codes.map((d) => [d.nom, d.code]));

const rings = new Map(); // of polygons, by code
const names = new Map();
for (const f of outlines.features) {
  const [code, name] = overseas[f.properties.gu] ??
    (f.properties.gu === "FXX" ? [codeOf.get(misspelt[f.properties.name] ?? f.properties.name), misspelt[f.properties.name] ?? f.properties.name] : []);
  if (!code) {
    console.error("left out:", f.properties.name);
    continue;
  }
  names.set(code, name);
  rings.set(code, (rings.get(code) ?? []).concat(f.geometry.coordinates));
}
const feature = (code) => ({
  type: "Feature", id: code, properties: { name: names.get(code) },
  geometry: { type: "MultiPolygon", coordinates: rings.get(code) },
});

// Lines around the land, as on engraved maps: at so many kilometres, or so
// many hundredths of the greater side of an island.
const lambert93 = "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m";
function halo(id, polygons, projection, distances) {
  const reader = new GeoJSONReader(), writer = new GeoJSONWriter();
  const there = (p) => proj4(projection, p), back = (p) => proj4(projection, "WGS84", p);
  const flat = { type: "MultiPolygon", coordinates: polygons.map((p) => [p[0].map(there)]) };
  const land = BufferOp.bufferOp(reader.read(flat), 1); // joins neighbours
  const box = land.getEnvelopeInternal(), side = Math.max(box.getWidth(), box.getHeight());
  const lines = [];
  for (const d of distances) {
    const far = d > 1 ? d * 1000 : d * side;
    const around = DouglasPeuckerSimplifier.simplify(BufferOp.bufferOp(land, far, 12), far / 40 + side / 1500);
    const g = writer.write(around);
    for (const p of g.type === "MultiPolygon" ? g.coordinates : [g.coordinates]) {
      lines.push({ d, line: p[0].map(back) });
    }
  }
  return distances.map((d, i) => ({
    type: "Feature", id: id + "-" + (i + 1), properties: {},
    geometry: { type: "MultiLineString", coordinates: lines.filter((l) => l.d === d).map((l) => l.line) },
  }));
}

const sorted = [...rings.keys()].sort();
const europe = sorted.filter((c) => c < "97");
const halos = halo("FR", europe.flatMap((c) => rings.get(c)), lambert93, [13, 29, 48, 70, 95]);
for (const c of sorted.filter((c) => c >= "97")) {
  const all = rings.get(c).flat(2), lons = all.map((p) => p[0]), lats = all.map((p) => p[1]);
  const mid = (v) => (Math.min(...v) + Math.max(...v)) / 2;
  const local = `+proj=eqc +lat_ts=${mid(lats)} +lat_0=${mid(lats)} +lon_0=${mid(lons)} +ellps=GRS80 +units=m`;
  halos.push(...halo(c, rings.get(c), local, [0.05, 0.115, 0.2]));
}

const all = topology({
  departements: { type: "FeatureCollection", features: sorted.map(feature) },
  halo: { type: "FeatureCollection", features: halos },
}, 200_000);
delete all.bbox;
for (const o of Object.values(all.objects)) {
  for (const g of o.geometries) if (g.properties && !Object.keys(g.properties).length) delete g.properties;
}
process.stdout.write(JSON.stringify(all) + "\n");
