package catalog

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"panonceau/render"
	"panonceau/render/proof"
)

// maxPixels bounds the raster that one request can ask for. At four bytes a
// pixel this is 160 MiB, what an A2 poster needs at 250 dpi; anything larger
// belongs in a PDF.
const maxPixels = 40 << 20

// Resolve looks up everything that r names.
//
// What does not exist, or was not awarded, gives an Order whose picture says
// so and whose State is not OK: pages that show the picture stay whole. An
// error is an *[Error]: the label does not offer what an option asks for
// ([ErrInvalid]), or its charter forbids it ([ErrRefused]).
func (c *Catalog) Resolve(r Request) (*Order, error) {
	v := &resolver{catalog: c, Order: &Order{Request: r, Format: r.Ext}}
	if err := v.resolve(); err != nil {
		return nil, err
	}
	return v.Order, nil
}

// A resolver fills in an Order from the request, step by step.
type resolver struct {
	catalog *Catalog
	*Order
	lang    int // index in the languages of the pack
	style   *Style
	variant string
	theme   string
	w, h    float64 // size of the piece in millimetres; 0: as drawn

	arms    *armsFile       // of the holder; nil: none that is shown
	armsArt *render.Drawing // nil: the design shows none
}

func (v *resolver) resolve() error {
	r := &v.Request
	v.Label = v.catalog.Pack(r.Label)
	f, _ := FormatOf(r.Ext)
	if v.Label == nil && (r.Design+r.Sheet == "" || f.Text) {
		return fault(ErrNotFound, "label", "label inconnu : %s", "unknown label: %s", quote(r.Label))
	}
	if v.Label == nil {
		return v.unknownLabel()
	}
	if err := v.language(); err != nil {
		return err
	}
	for _, t := range []struct{ name, value string }{{"name", r.Name}, {"ref", r.Ref}, {"finish", r.Finish}, {"fixing", r.Fixing}} {
		if c, ok := v.Label.covers(t.value); !ok {
			return fault(ErrInvalid, t.name, "%s : aucune police n’a le caractère U+%04X", "%s: no font has the character U+%04X", t.name, c)
		}
	}
	switch {
	case r.Sheet != "":
		return v.charterSheet()
	case r.Design == "":
		return v.kit()
	}
	if f.Text {
		return v.document()
	}
	if r.isMap() {
		return v.atlas()
	}
	d := v.Label.Design(r.Design)
	if d == nil || !d.Orderable() {
		return v.missing(StateUnknownDesign, r.Design)
	}
	v.Design = d
	if err := v.bake(); err != nil {
		return err
	}
	if err := v.options(); err != nil {
		return err
	}
	if s, what := v.lookUp(); s != StateOK {
		return v.missing(s, what)
	}
	if err := v.axis(); err != nil {
		return err
	}
	if v.Level == nil {
		return v.missing(StateNotAwarded, v.Award.NameIn(v.Lang)+" · "+v.Edition.ID+" · "+v.onAxis().Name[v.Lang])
	}
	if err := v.charter(); err != nil {
		return err
	}
	if v.State = v.attest(); v.State != StateOK && !v.State.isFree() {
		return v.missing(v.State, "")
	}
	if err := v.heraldry(); err != nil {
		return err
	}
	v.award()
	v.ticket()
	v.mockup()
	return nil
}

// language resolves the language of the texts.
func (v *resolver) language() error {
	r, p := &v.Request, v.Label
	lang := cmp.Or(r.Lang, p.Languages[0])
	if v.lang = p.lang(lang); v.lang < 0 {
		return notOffered("lang", r.Lang, p.Languages)
	}
	v.Lang = lang
	if v.lang == 0 {
		r.Lang = ""
	}
	return nil
}

// notOffered says that a value is well formed, but not one of those that the
// design offers.
func notOffered(param, value string, allowed []string) *Error {
	if len(allowed) == 0 {
		return fault(ErrInvalid, param, "%s : %s n’est pas admis ; ce visuel n’a pas ce choix",
			"%s: %s is not allowed; this design has no such choice", param, quote(value))
	}
	return fault(ErrInvalid, param, "%s : %s n’est pas admis ; attendu : %s",
		"%s: %s is not allowed; expected: %s", param, quote(value), oneOf(allowed))
}

// options resolves what is asked of the design, and leaves defaults out of the
// request.
func (v *resolver) options() error {
	r, d := &v.Request, v.Design
	choices := []struct {
		name  string
		value *string
		def   string
	}{
		{"variant", &r.Variant, v.Label.Variants[0].ID},
		{"theme", &r.Theme, themeLight},
		{"style", &r.Style, d.Styles[0].ID},
		{"material", &r.Material, cmp.Or(d.Materials...)},
		{"mockup", &r.Mockup, ""},
	}
	for _, o := range choices {
		allowed := v.Label.Offered(*r, o.name)
		if o.name == "material" && r.Proof != "" && allowed == nil {
			allowed = proof.Materials()
		}
		if *o.value != "" && *o.value != o.def && !slices.Contains(allowed, *o.value) {
			return notOffered(o.name, *o.value, allowed)
		}
		if *o.value == o.def {
			*o.value = ""
		}
	}
	v.variant = cmp.Or(r.Variant, v.Label.Variants[0].ID)
	v.theme = cmp.Or(r.Theme, themeLight)
	v.style = d.Style(r.Style)
	if err := v.checkGround(); err != nil {
		return err
	}
	if err := v.checkHide(); err != nil {
		return err
	}
	if err := v.size(); err != nil {
		return err
	}
	if err := v.pixels(); err != nil {
		return err
	}
	return v.checkMockup()
}

func (d *Design) styleIDs() []string {
	var ids []string
	for _, s := range d.Styles {
		if s.ID != "" {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// lookUp finds the edition, the level and the award. It returns the state, and
// what it is about.
func (v *resolver) lookUp() (State, string) {
	r, p := &v.Request, v.Label
	if r.Holder == "" {
		if v.Edition = p.Edition(r.Edition); v.Edition == nil {
			return StateUnknownEdition, r.Edition
		}
		if v.Level = v.Edition.Level(r.Level); v.Level == nil {
			return StateUnknownLevel, r.Level + " · " + r.Edition
		}
		return StateOK, ""
	}
	v.Latest = r.Edition == Latest
	if v.Edition = p.Edition(r.Edition); v.Edition == nil && !v.Latest {
		return StateUnknownEdition, r.Edition
	}
	if v.Holder = v.catalog.Holder(p.ID, r.Holder); v.Holder == nil {
		return StateUnknownHolder, r.Holder
	}
	r.Holder = v.Holder.ID
	v.Award = v.Holder.Award(r.Edition)
	if v.Latest {
		v.Award = v.catalog.Current(v.Holder)
	}
	if v.Award == nil {
		return StateNotAwarded, v.Holder.Newest().NameIn(v.Lang) + " · " + r.Edition
	}
	v.Edition = p.Edition(v.Award.Edition)
	v.Level = v.Edition.Level(v.Award.Level)
	return v.inForce()
}

// charter refuses what the label forbids.
func (v *resolver) charter() error {
	r := v.forbidden(v.variant, v.theme)
	if r == nil {
		return nil
	}
	return &Error{ErrRefused, "charter", "refusé par la charte : " + r.reason["fr"],
		"refused by the charter: " + cmp.Or(r.reason["en"], r.reason[v.Label.Languages[0]])}
}

// forbidden returns the rule of the charter that the order breaks in a variant
// and a theme, or nil.
func (o *Order) forbidden(variant, theme string) *rule {
	hit := func(list []string, word string) bool { return len(list) == 0 || slices.Contains(list, word) }
	hides := func(list []string) bool { return len(list) == 0 || slices.ContainsFunc(list, o.hides) }
	for i := range o.Label.rules {
		r := &o.Label.rules[i]
		if hit(r.design, o.Design.ID) && hit(r.variant, variant) && hit(r.theme, theme) && hit(r.level, o.Level.ID) && hides(r.hide) && hit(r.ground, o.Request.Ground) {
			return r
		}
	}
	return nil
}

// addresses writes the addresses of the picture. What changes neither it nor
// its meaning is left out.
func (v *resolver) addresses() {
	r := v.Request
	r.V, r.Download = "", ""
	if !v.Signed {
		r.Sig = ""
	}
	v.Canonical = r.String()
	v.Permanent = v.Canonical
	if v.Latest && v.Edition != nil {
		r.Edition = v.Edition.ID
		v.Permanent = r.String()
	}
}

// key identifies the picture: by its address, and what it is made of.
func (v *resolver) key() string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%s\n", v.catalog.base, v.Permanent, v.State.Code)
	if v.Label != nil {
		fmt.Fprintf(h, "%s\n", v.Label.Digest)
	}
	if v.Award != nil {
		fmt.Fprintf(h, "%s\n", v.Award.digest)
	}
	if f := v.catalog.armsOf(v.Holder); f != nil {
		fmt.Fprintf(h, "%s\n", f.digest)
	}
	fmt.Fprintf(h, "%s\n", v.Detail)
	if v.Credential != nil {
		fmt.Fprintf(h, "%s\n", v.catalog.credentials.ID())
	}
	if v.Signer != nil {
		fmt.Fprintf(h, "%s %x\n", v.Signer.ID(), v.Signer.Public())
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
