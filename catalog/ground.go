package catalog

import (
	"cmp"
	"slices"
	"strconv"

	"panonceau/render"
)

// A Ground is what a variant may stand on.
type Ground struct {
	ID  string // light, dark, or an ink of the pack
	Ink *render.Ink
}

// The grounds that every pack has, besides its inks.
const (
	groundLight = "light"
	groundDark  = "dark"
)

// paper is the light ground: what is not printed.
var paper = &render.Ink{Name: "paper", RGB: render.RGB{R: 0xFF, G: 0xFF, B: 0xFF}}

// groundNamed returns a ground of the pack; its ink is nil if there is none.
func (p *Pack) groundNamed(id string) Ground {
	switch id {
	case groundLight:
		for _, k := range p.Inks {
			if k.RGB == paper.RGB {
				return Ground{id, k}
			}
		}
		return Ground{id, paper}
	case groundDark:
		night := p.Night()
		for _, k := range p.Inks {
			if k.RGB == night {
				return Ground{id, k}
			}
		}
	}
	return Ground{id, p.ink(id)}
}

func (r *packReader) isGround(id string) bool { return r.groundNamed(id).Ink != nil }

// grounds reads on what each variant may stand: as the pack says, or on what it
// is made for.
func (r *packReader) grounds(from []variantFile) {
	for i, v := range r.Variants {
		at := "variant." + strconv.Itoa(i) + ".grounds"
		names := from[i].Grounds
		switch {
		case len(names) > maxEntries:
			r.fail(at, "%d grounds; at most %d", len(names), maxEntries)
			return
		case names != nil:
			r.refer(at, names, "ground", r.isGround)
		case v.Dark:
			names = []string{groundDark}
		default:
			names = []string{groundLight}
		}
		for _, id := range names {
			if g := r.groundNamed(id); g.Ink != nil {
				v.Grounds = append(v.Grounds, g)
			}
		}
		if from[i].Box != "" {
			v.Box = r.inkNamed("variant."+strconv.Itoa(i)+".box", from[i].Box)
		}
		v.Reason = r.texts("variant."+strconv.Itoa(i)+".reason", from[i].Reason, "")
	}
}

// ground returns the ground that is painted under the picture, or nil.
func (v *resolver) ground() *Ground {
	if v.Request.Ground == "" {
		return nil
	}
	grounds := v.Label.Variant(v.variant).Grounds
	i := slices.IndexFunc(grounds, func(g Ground) bool { return g.ID == v.Request.Ground })
	if i < 0 {
		return nil
	}
	return &grounds[i]
}

// groundsOf lists those that can be asked for of a design in a variant, "" being
// the default.
func (p *Pack) groundsOf(d *Design, variant string) []string {
	v := p.Variant(cmp.Or(variant, p.Variants[0].ID))
	if !d.Bare || v == nil {
		return nil
	}
	var names []string
	for _, g := range v.Grounds {
		names = append(names, g.ID)
	}
	return names
}

// checkGround refuses a ground that the design does not take, or on which the
// charter does not let the variant stand.
func (v *resolver) checkGround() error {
	r, p := &v.Request, v.Label
	if r.Ground == "" {
		return nil
	}
	names := p.groundsOf(v.Design, r.Variant)
	if names == nil || p.groundNamed(r.Ground).Ink == nil {
		return notOffered("ground", r.Ground, names)
	}
	if v.theme != themeLight {
		return fault(ErrInvalid, "ground", "ground : sans effet avec theme=%s ; choisir une version faite pour ce fond",
			"ground: means nothing with theme=%s; choose a variant made for the ground", v.theme)
	}
	if v.ground() != nil {
		return nil
	}
	w := p.Variant(v.variant)
	fr := cmp.Or(w.Reason["fr"], "la version « "+cmp.Or(w.Name["fr"], w.ID)+" » n’est pas faite pour ce fond")
	en := cmp.Or(w.Reason["en"], w.Reason[p.Languages[0]], "the variant “"+cmp.Or(w.Name["en"], w.ID)+"” is not made for this ground")
	return &Error{ErrRefused, "ground", "refusé par la charte : " + fr + " ; fonds admis : " + oneOf(names),
		"refused by the charter: " + en + "; allowed grounds: " + oneOf(names)}
}

// Contrasts of what stands on the ground of a page.
const (
	// minGraphic is what the strongest step of a level needs: a graphic that
	// carries meaning (WCAG 2.2 §1.4.11).
	minGraphic = 3
	// minVisible is what each step needs beside stronger ones: less could be
	// taken for the ground.
	minVisible = 1.4
)

// checkGrounds checks that designs that leave the ground to the page can be
// read on every ground that the charter allows their variants.
func (r *packReader) checkGrounds() {
	for i, d := range r.Designs {
		if !d.Bare {
			continue
		}
		at := "design." + strconv.Itoa(i)
		for _, v := range r.Variants {
			if v != r.Variants[0] && !slices.Contains(d.Variants, v.ID) {
				continue
			}
			if v.Box != nil {
				r.checkGround(at, d, v, Ground{v.Box.Name, v.Box})
				continue
			}
			for _, g := range v.Grounds {
				r.checkGround(at, d, v, g)
			}
		}
	}
}

func (r *packReader) checkGround(at string, d *Design, v *Variant, g Ground) {
	q := r.palette(v.ID, themeLight)
	for _, s := range d.Styles {
		for _, k := range s.Art.OpenText(v.ID) {
			if ratio := inkContrast(q.ink(k), g.Ink); ratio < minContrast {
				r.fail(at, "design %q, %s: text in %s on the ground %q has a contrast of %.2f; at least %g",
					d.ID, v.ID, k.Name, g.ID, ratio, minContrast)
			}
		}
		if !s.showsSteps() {
			continue
		}
		for _, l := range r.levels {
			r.checkSteps(at, d, q, l, g)
		}
	}
}

// checkSteps checks that the lit steps of a level are seen on a ground.
func (r *packReader) checkSteps(at string, d *Design, q *palette, l *Level, g Ground) {
	var most float64
	for step, k := range l.Ramp[:l.Rank] {
		ratio := inkContrast(q.ink(k), g.Ink)
		most = max(most, ratio)
		if ratio < minVisible {
			r.fail(at, "design %q, %s: step %d of level %q on the ground %q has a contrast of %.2f; at least %g",
				d.ID, q.variant, step+1, l.ID, g.ID, ratio, minVisible)
		}
	}
	if most < minGraphic {
		r.fail(at, "design %q, %s: the steps of level %q on the ground %q have a contrast of %.2f at most; one needs %d",
			d.ID, q.variant, l.ID, g.ID, most, minGraphic)
	}
}

// showsSteps reports whether the artwork, or a part of it, has steps.
func (s *Style) showsSteps() bool {
	return s.Art.HasSteps() || slices.ContainsFunc(s.parts, (*render.Design).HasSteps)
}
