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

// size resolves the size of the piece.
func (v *resolver) size() error {
	r, d := &v.Request, v.Design
	if r.Size == "" {
		return nil
	}
	w, h, ok := sizeMM(r.Size)
	for _, n := range d.Sizes {
		if n.ID == r.Size || (ok && n.W == w && n.H == h) {
			w, h, ok = n.W, n.H, true
			r.Size = n.ID
		}
	}
	named := slices.ContainsFunc(d.Sizes, func(n NamedSize) bool { return n.ID == r.Size })
	free := ok && d.Free != nil && w >= d.Free.MinW && h >= d.Free.MinH && w <= d.Free.MaxW && h <= d.Free.MaxH
	if w == v.style.Width() && h == v.style.Height() {
		r.Size = ""
		return nil
	}
	if !named && !free {
		return v.sizeError()
	}
	v.w, v.h = w, h
	return nil
}

func (v *resolver) sizeError() *Error {
	d := v.Design
	var names []string
	for _, n := range d.Sizes {
		names = append(names, n.ID)
	}
	if d.Free == nil {
		return notOffered("size", v.Request.Size, names)
	}
	span := fmt.Sprintf("%sx%smm – %sx%smm", number(d.Free.MinW), number(d.Free.MinH), number(d.Free.MaxW), number(d.Free.MaxH))
	return notOffered("size", v.Request.Size, append(names, span))
}

// pixels resolves how many pixels a raster has, and checks the least width at
// which the design can be read.
func (v *resolver) pixels() error {
	r, d := &v.Request, v.Design
	v.printing()
	w, h := v.w, v.h
	if w == 0 {
		w, h = v.style.Width(), v.style.Height()
	}
	if r.Proof != "" {
		w, h = v.sheet()
	}
	if width, _ := decimal(r.Width); width > 0 && width < d.MinPx {
		return fault(ErrInvalid, "width", "width : %s pixels ; ce visuel en demande au moins %s pour être lu",
			"width: %s pixels; this design needs at least %s to be read", r.Width, number(d.MinPx))
	}
	if w < d.MinMM && r.Proof == "" {
		return fault(ErrInvalid, "size", "size : %s mm de large ; ce visuel en demande au moins %s pour être lu",
			"size: %s mm wide; this design needs at least %s to be read", number(w), number(d.MinMM))
	}
	return v.raster(w, h)
}

// printing takes over what is asked of files for the press.
func (v *resolver) printing() {
	r := &v.Request
	v.Print.Marks = r.Marks != ""
	v.Print.Release = cmp.Or(r.Release, optionNamed("release").Default)
	v.Print.Profile = cmp.Or(r.Profile, optionNamed("profile").Default)
	v.bleed()
}

// raster resolves how many pixels a piece of w by h millimetres has.
func (v *resolver) raster(w, h float64) error {
	r := &v.Request
	width, _ := decimal(r.Width)
	v.Raster.Width = int(width)
	v.Raster.Scale, _ = decimal(r.Scale)
	if dpi, _ := decimal(r.DPI); dpi > 0 {
		v.Raster.DPI = dpi
	}
	v.Print.Profile = cmp.Or(r.Profile, optionNamed("profile").Default)
	px := w / render.Pixel * max(v.Raster.Scale, 1)
	switch {
	case v.Raster.Width > 0:
		px = float64(v.Raster.Width)
	case v.Raster.DPI > 0:
		px = w / 25.4 * v.Raster.DPI
	}
	if f, _ := FormatOf(v.Request.Ext); f.Raster && px*px*h/w > maxPixels {
		return fault(ErrInvalid, "width", "l’image aurait %.0f millions de pixels ; %d au plus : demander un PDF",
			"the picture would have %.0f million pixels; at most %d: ask for a PDF", px*px*h/w/1e6, maxPixels/1_000_000)
	}
	return nil
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

// axis finds the level that is shown where the edition has several scales: that
// of the scale asked for, or the first one that was granted. It is nil if none
// was granted on that scale. An address that follows the registry keeps the
// scale it names.
func (v *resolver) axis() error {
	r := &v.Request
	if r.Axis == "" {
		return nil
	}
	s := v.onAxis()
	if len(v.Edition.Scales) < 2 || s == nil {
		var names []string
		for _, s := range v.Edition.Scales[:len(v.Edition.Scales)*min(1, len(v.Edition.Scales)-1)] {
			names = append(names, s.ID)
		}
		return notOffered("axis", r.Axis, names)
	}
	if r.Holder == "" && v.Level.Scale != s {
		return fault(ErrInvalid, "axis", "axis : le niveau %s est d’une autre échelle",
			"axis: the level %s is of another scale", v.Level.ID)
	}
	if v.Level.Scale == s {
		if !v.Latest {
			r.Axis = ""
		}
		return nil
	}
	v.Level = v.levelOn(s)
	return nil
}

// onAxis returns the scale that the request names, or nil.
func (v *resolver) onAxis() *Scale {
	for _, s := range v.Edition.Scales {
		if s.ID == v.Request.Axis {
			return s
		}
	}
	return nil
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
