package main

import (
	"net/url"
	"slices"

	"panonceau/catalog"
)

// hardNames are names of real French public bodies that artwork must take: the
// shortest, the longest, ligatures, apostrophes, and two languages.
var hardNames = []string{
	"Y",
	"Œuilly",
	"L’Haÿ-les-Roses",
	"Plouguerneau / Plougerne",
	"Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
	"CC des Monts de Lacaune et de la Montagne du Haut Languedoc",
}

// A place is a level of an edition.
type place struct {
	edition *catalog.Edition
	level   *catalog.Level
}

// places returns every level of a pack, in the newest edition that knows it.
func places(p *catalog.Pack) []place {
	var all []place
	for _, scale := range p.Scales {
		var newest *catalog.Edition
		for _, e := range p.Editions {
			if slices.Contains(e.Scales, scale) {
				newest = e
			}
		}
		if newest == nil {
			continue
		}
		for _, l := range scale.Levels {
			all = append(all, place{newest, l})
		}
	}
	return all
}

// versions returns the queries for every variant, style and material of a
// design.
func versions(p *catalog.Pack, d *catalog.Design) []url.Values {
	var all []url.Values
	for i := range d.Styles {
		for _, v := range choices(d.Variants, p.Variants[0].ID) {
			for j, m := range choices(d.Materials, "") {
				q := url.Values{}
				if v != p.Variants[0].ID {
					q.Set("variant", v)
				}
				if i > 0 {
					q.Set("style", d.Styles[i].ID)
				}
				if j > 0 {
					q.Set("material", m)
				}
				all = append(all, q)
			}
		}
	}
	return all
}

// choices returns what a design offers, or the one thing it is.
func choices(offered []string, def string) []string {
	if len(offered) == 0 {
		return []string{def}
	}
	return offered
}

// sizes returns the named sizes of a design, "" for the one it is drawn in.
func sizes(d *catalog.Design) []string {
	all := []string{""}
	for _, n := range d.Sizes {
		if n.W != d.Styles[0].Width() || n.H != d.Styles[0].Height() {
			all = append(all, n.ID)
		}
	}
	return all
}

// address returns the address of a picture.
func address(p *catalog.Pack, at place, d *catalog.Design, ext string, q url.Values) string {
	a := "/" + p.ID + "/" + at.edition.ID + "/" + at.level.ID + "/" + d.ID + "." + ext
	if len(q) > 0 {
		a += "?" + q.Encode()
	}
	return a
}

// proofs returns the addresses that show all a pack can do: every design at
// every level, in every version, and with every hard name in every size.
func proofs(p *catalog.Pack) []string {
	var all []string
	for _, at := range places(p) {
		for _, d := range p.Designs {
			if !d.Orderable() {
				continue
			}
			for _, q := range versions(p, d) {
				all = append(all, address(p, at, d, "svg", q))
				if q.Has("variant") {
					continue // other inks, the same places for texts
				}
				for _, lang := range p.Languages[1:] {
					q.Set("lang", lang)
					all = append(all, address(p, at, d, "svg", q))
				}
				q.Del("lang")
				for _, word := range d.Hide {
					q.Set("hide", word)
					all = append(all, address(p, at, d, "svg", q))
				}
				q.Del("hide")
				for _, size := range sizes(d) {
					if size != "" {
						q.Set("size", size)
					}
					for _, name := range hardNames {
						q.Set("name", name)
						all = append(all, address(p, at, d, "svg", q))
					}
				}
			}
		}
	}
	return all
}
