package intake

import (
	"cmp"
	"strconv"
	"strings"

	"panonceau/catalog"
)

// siren and siret are the lengths of the numbers of bodies and of their offices,
// which begin with that of the body.
const (
	siren = 9
	siret = 14
)

// holder reads who was awarded.
func (v *converter) holder() {
	name := v.cells["name"]
	if name == "" {
		v.fault("name", "the name is missing")
		return
	}
	known := v.identify()
	if v.cells["id"] == "" {
		return
	}
	v.kind(known)
	if known == nil {
		return
	}
	newest := known.Newest()
	was := newest.Name
	if newest.Second != "" {
		was += " / " + newest.Second
	}
	if was != name {
		v.note(&v.Doubts, "name", "%s is %q here, and %q in edition %s of the registry", known.ID, name, was, newest.Edition)
	}
	v.fill("dep", known.Dep)
	v.fill("insee", known.INSEE)
	v.fill("tncc", newest.TNCC)
	v.fill("short", strings.Join(newest.Short, "|"))
	v.fill("postcode", strings.Join(known.Postcodes, "|"))
	if at := known.Place; at != nil {
		v.fill("lat", strconv.FormatFloat(at.Lat, 'f', -1, 64))
		v.fill("lon", strconv.FormatFloat(at.Lon, 'f', -1, 64))
	}
}

// fill gives a column what the registry knows.
func (v *converter) fill(column, value string) {
	if value != "" {
		v.cells[column] = cmp.Or(v.cells[column], value)
	}
}

// identify finds the identifier, and the holder of the registry that has it. A
// row without one has that of the holder of the same name, or a new one.
func (v *converter) identify() *catalog.Holder {
	said := v.cells["id"]
	id := strings.Map(func(c rune) rune {
		if c == ' ' || c == '.' || c == '\u202f' {
			return -1
		}
		return c
	}, said)
	if len(id) == siret && strings.Trim(id, "0123456789") == "" {
		id = id[:siren]
	}
	switch {
	case id == "":
		return v.name()
	case !catalog.IsID(id) && len(id) == siren && strings.Trim(id, "0123456789") == "":
		v.fault("id", "%s is no SIREN: its last digit is not the check of the others (Luhn)", said)
		v.cells["id"] = ""
		return nil
	case !catalog.IsID(id):
		v.fault("id", "%q is no identifier: want a SIREN of %d digits", said, siren)
		v.cells["id"] = ""
		return nil
	}
	h := v.catalog.Holder(v.pack.ID, id)
	if h != nil {
		id = h.ID // and not a former one
	} else if other := v.names[nameKey(v.cells["name"], v.cells["dep"])]; other != nil {
		v.note(&v.Doubts, "id", "%s is called as %s of the registry; if it is the same, put that among its aliases", id, other.ID)
	}
	v.cells["id"] = id
	return h
}

// name gives a row without identifier one.
func (v *converter) name() *catalog.Holder {
	name := v.cells["name"]
	if h := v.names[nameKey(name, v.cells["dep"])]; h != nil {
		v.cells["id"] = h.ID
		return h
	}
	const longest = 30
	id := "x" + strings.ReplaceAll(catalog.Slug(name), "-", "")
	id = id[:min(len(id), longest)]
	switch other := v.ids[id]; {
	case !catalog.IsID(id):
		v.fault("name", "no identifier can be made of %q; give one in a column id", name)
		return nil
	case v.catalog.Holder(v.pack.ID, id) != nil, other.Cells != nil && nameKey(other.Cells["name"], other.Cells["dep"]) != nameKey(name, v.cells["dep"]):
		v.fault("name", "without a SIREN %q would be %s, which somebody else is; give one in a column id", name, id)
		return nil
	}
	v.cells["id"] = id
	v.note(&v.Doubts, "name", "no SIREN: %q gets the new identifier %s, for ever", name, id)
	return nil
}

// kind reads the sort of body: as the pack calls it, or as the registry knows.
func (v *converter) kind(known *catalog.Holder) {
	said := catalog.Slug(v.cells["kind"])
	if said == "" && known != nil {
		v.cells["kind"] = known.Kind
		return
	}
	var ids []string
	for _, k := range v.pack.Kinds {
		ids = append(ids, k.ID)
		for _, word := range append([]string{k.ID}, kindWords(v.pack, k)...) {
			if said != "" && catalog.Slug(word) == said {
				v.cells["kind"] = k.ID
				return
			}
		}
	}
	v.fault("kind", "%q is no kind of %s: want %s", v.cells["kind"], v.pack.ID, strings.Join(ids, ", "))
}

func kindWords(p *catalog.Pack, k *catalog.Kind) []string {
	var words []string
	for _, lang := range p.Languages {
		words = append(words, k.Name[lang])
	}
	return words
}

// again finds rows that say the same of one body, or something else.
func (v *converter) again() {
	id, edition := v.cells["id"], v.cells["edition"]
	key := [2]string{id, edition}
	if line, twice := v.seen[key]; twice {
		v.fault("edition", "%s was awarded edition %s already, on line %d", id, edition, line)
		return
	}
	v.seen[key] = v.line.Number
	first, known := v.ids[id]
	if !known {
		v.ids[id] = Row{v.line.Number, v.cells}
		return
	}
	if first.Cells["name"] != v.cells["name"] {
		v.note(&v.Doubts, "name", "%s is %q here, and %q on line %d", id, v.cells["name"], first.Cells["name"], first.Line)
	}
}
