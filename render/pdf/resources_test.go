package pdf

import (
	"testing"

	"panonceau/internal/pdffile"
	"panonceau/render/rendertest"
)

// No form is among its own resources, and every resource that a stream names
// is in its dictionary.
func TestResources(t *testing.T) {
	check := func(t *testing.T, b []byte) {
		f, err := pdffile.Open(b)
		if err != nil {
			t.Fatal(err)
		}
		root := f.Resolve(f.Trailer["Root"]).(pdffile.Dict)
		pages := f.Resolve(root["Pages"]).(pdffile.Dict)
		page := f.Resolve(pages["Kids"].(pdffile.Array)[0]).(pdffile.Dict)
		w := &resourceWalker{t: t, f: f, open: map[pdffile.Object]bool{}}
		w.content(f.Resolve(page["Contents"]).(*pdffile.Stream), page["Resources"])
	}
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) { check(t, encode(t, s.d(), s.o)) })
	}
	for _, s := range rendertest.Samples() {
		if s.Name[:6] != "filter" {
			t.Run(s.Name, func(t *testing.T) { check(t, encode(t, s.Drawing, Options{})) })
		}
	}
}

type resourceWalker struct {
	t    *testing.T
	f    *pdffile.File
	open map[pdffile.Object]bool // streams that lead to the one at hand
}

func (w *resourceWalker) content(s *pdffile.Stream, resources pdffile.Object) {
	if w.open[s] {
		w.t.Fatal("a form is among its own resources")
	}
	w.open[s] = true
	defer delete(w.open, s)
	data, err := w.f.Decode(s)
	if err != nil {
		w.t.Fatal(err)
	}
	res, _ := w.f.Resolve(resources).(pdffile.Dict)
	kinds := map[string]pdffile.Name{"gs": "ExtGState", "Do": "XObject", "cs": "ColorSpace", "CS": "ColorSpace", "scn": "Pattern", "SCN": "Pattern", "BDC": "Properties"}
	err = pdffile.Operators(data, func(op string, args []pdffile.Object) bool {
		kind, ok := kinds[op]
		if !ok {
			return true
		}
		n, ok := args[len(args)-1].(pdffile.Name)
		if !ok || n == "Pattern" { // components of a colour, properties in place
			return true
		}
		dict, _ := w.f.Resolve(res[kind]).(pdffile.Dict)
		o := w.f.Resolve(dict[n])
		if o == nil {
			w.t.Errorf("%s names /%s, which is not among the resources", op, n)
		}
		w.follow(o)
		return true
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

// follow goes into forms, pattern cells and masks.
func (w *resourceWalker) follow(o pdffile.Object) {
	switch v := o.(type) {
	case *pdffile.Stream:
		if v.Dict["Subtype"] == pdffile.Name("Form") || v.Dict["PatternType"] != nil {
			w.content(v, v.Dict["Resources"])
		}
	case pdffile.Dict:
		if mask, ok := w.f.Resolve(v["SMask"]).(pdffile.Dict); ok {
			w.follow(w.f.Resolve(mask["G"]))
		}
	}
}
