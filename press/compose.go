package press

import (
	"fmt"

	"panonceau/catalog"
	"panonceau/render"
	"panonceau/render/atlas"
	"panonceau/render/charter"
	"panonceau/render/proof"
)

// compose lays out the picture that o asks for, the sheet that proves it, the charter
// or the map.
func compose(o *catalog.Order) (*render.Drawing, error) {
	if o.Charter != nil {
		return charter.Compose(o.Charter, o.Spec.Meta, o.Spec.Fonts)
	}
	if o.Map != nil {
		return atlas.Compose(o.Map, o.Spec.Fonts)
	}
	if o.Spec == nil {
		return nil, fmt.Errorf("%w: %s is not of one picture", ErrFormat, o.Canonical)
	}
	d, err := render.Compose(o.Spec)
	if err != nil {
		return nil, err
	}
	if has := d.Bleed * d.Unit; o.Print.Bleed > has+1e-6 {
		return nil, fmt.Errorf("%w: a bleed of %g mm, where the artwork runs %g mm beyond the piece", ErrUnsuited, o.Print.Bleed, has)
	}
	if o.Proof == nil {
		return d, nil
	}
	t := *o.Proof
	names := preset(o)
	t.Cut, t.Drill, t.White = names.Cut, names.Drill, names.White
	return proof.Compose(d, t, o.Spec.Fonts)
}
