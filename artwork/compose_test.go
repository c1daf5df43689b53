package artwork_test

import (
	"sync"
	"testing"

	"panonceau/catalog"
	"panonceau/render"
)

// bundled reads the pack and the registry of this folder.
var bundled = sync.OnceValues(func() (*catalog.Catalog, error) {
	return catalog.Load(catalog.Sources{Only: "tnl"})
})

// pack returns the pack of this folder.
func pack(t *testing.T) *catalog.Pack {
	t.Helper()
	c, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	return c.Pack("tnl")
}

// smallest returns a request for a design at the smallest size on offer.
func smallest(t *testing.T, design string) catalog.Request {
	t.Helper()
	r := catalog.Request{Label: "tnl", Edition: "2020", Level: "3", Design: design, Ext: "svg", Name: "Lyon"}
	least := 0.0
	for _, s := range pack(t).Design(design).Sizes {
		if least == 0 || s.W*s.H < least {
			r.Size, least = s.ID, s.W*s.H
		}
	}
	return r
}

// compose draws what is asked for, without the mark of a specimen, after
// changing it.
func compose(t *testing.T, r catalog.Request, changes ...func(*render.Spec)) *render.Drawing {
	t.Helper()
	d, err := render.Compose(spec(t, r, changes...))
	if err != nil {
		t.Fatalf("%s: %v", r, err)
	}
	return d
}

func spec(t *testing.T, r catalog.Request, changes ...func(*render.Spec)) *render.Spec {
	t.Helper()
	c, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	o, err := c.Resolve(r)
	if err != nil {
		t.Fatalf("%s: %v", r, err)
	}
	s := *o.Spec
	s.Specimen = ""
	for _, change := range changes {
		change(&s)
	}
	return &s
}
