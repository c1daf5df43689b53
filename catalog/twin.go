package catalog

import (
	"slices"
	"strconv"
	"time"

	"panonceau/render"
)

// A Twin describes a picture in JSON: what to put beside it in a page, and
// what it attests.
type Twin struct {
	Alt   string `json:"alt"`
	Title string `json:"title"`
	Lang  string `json:"lang"`

	State TwinState `json:"state"`

	Label    *TwinLabel   `json:"label,omitempty"`
	Edition  *TwinEdition `json:"edition,omitempty"`
	Level    *TwinLevel   `json:"level,omitempty"`
	Levels   []*TwinLevel `json:"levels,omitempty"` // of each scale, where the edition has several
	Holder   *TwinHolder  `json:"holder,omitempty"`
	Mentions []string     `json:"mentions,omitempty"`
	Design   *TwinDesign  `json:"design,omitempty"`

	URL       string            `json:"url"`       // of the picture, as SVG
	Permanent string            `json:"permanent"` // keeps its meaning when a newer edition comes
	Digest    string            `json:"digest,omitempty"`
	Arms      bool              `json:"arms,omitempty"`  // the holder's coat of arms is shown
	Code      string            `json:"code,omitempty"`  // of the award, as printed
	Proof     string            `json:"proof,omitempty"` // where the award can be checked
	Formats   map[string]string `json:"formats"`         // addresses, by extension
	Size      TwinSize          `json:"size"`

	// Credential is the address of the award as an open badge.
	Credential string `json:"credential,omitempty"`

	Snippets Snippets `json:"snippets"`
}

// A TwinState is whether the picture attests what it shows.
type TwinState struct {
	Code   string `json:"code"` // "ok" or that of a State
	Fr     string `json:"fr"`
	En     string `json:"en"`
	About  string `json:"about,omitempty"`
	Attest bool   `json:"attested"` // an award of the registry, or signed

	Since   string `json:"since,omitempty"`   // YYYY-MM-DD
	Reason  string `json:"reason,omitempty"`  // for the public
	Expires string `json:"expires,omitempty"` // when the picture changes by itself (RFC 3339)
}

// A TwinLabel names the label and where it is from.
type TwinLabel struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Issuer  string `json:"issuer,omitempty"`
	Site    string `json:"site,omitempty"`
	License string `json:"license,omitempty"`
	Notice  string `json:"notice,omitempty"`
}

// A TwinEdition says when the award was made and until when it holds.
type TwinEdition struct {
	ID     string `json:"id"`
	Date   string `json:"date,omitempty"`
	Until  string `json:"until,omitempty"`
	Latest bool   `json:"latest,omitempty"` // the address follows the registry

	// SupersededBy is the newer edition of which the holder has an award in
	// force. It takes nothing from this one.
	SupersededBy string `json:"superseded_by,omitempty"`
}

// A TwinLevel is the level and its place in the scale.
type TwinLevel struct {
	Scale       string `json:"scale,omitempty"` // where the edition has several
	ID          string `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
	Rank        int    `json:"rank"`
	Of          int    `json:"of"`
}

// A TwinHolder is who was granted the award, as labelled.
type TwinHolder struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	SecondName string `json:"second_name,omitempty"`
	SecondLang string `json:"second_lang,omitempty"` // BCP 47
	Kind       string `json:"kind"`
	Department string `json:"departement,omitempty"`
	INSEE      string `json:"insee,omitempty"`
	Source     string `json:"source,omitempty"`
}

// A TwinDesign says what else can be asked of the design.
type TwinDesign struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Purpose   string   `json:"purpose,omitempty"`
	Variants  []string `json:"variants,omitempty"`
	Themes    []string `json:"themes,omitempty"`
	Styles    []string `json:"styles,omitempty"`
	Sizes     []string `json:"sizes,omitempty"`
	Materials []string `json:"materials,omitempty"`
	Mockups   []string `json:"mockups,omitempty"`
	Hide      []string `json:"hide,omitempty"`
	Grounds   []string `json:"grounds,omitempty"` // of the variant shown
	MinPx     float64  `json:"min_width_px,omitempty"`
	MinMM     float64  `json:"min_width_mm,omitempty"`
}

// A TwinSize is the size of the picture.
type TwinSize struct {
	Width    float64 `json:"width_px"` // CSS pixels
	Height   float64 `json:"height_px"`
	WidthMM  float64 `json:"width_mm"`
	HeightMM float64 `json:"height_mm"`
}

// TwinOptions are what only the service knows of a picture.
type TwinOptions struct {
	Base    string          // public origin, as in https://labels.example; empty: addresses are paths
	Formats []string        // extensions on offer, the one for snippets first
	Digest  string          // of the picture; empty: not told
	Signs   bool            // awards have open badges
	Drawing *render.Drawing // the picture, for its size
}

// Twin describes the picture of o.
func (o *Order) Twin(t TwinOptions) *Twin {
	out := &Twin{
		Alt: o.Alt, Title: o.Title, Lang: o.Lang, Digest: t.Digest,
		State: TwinState{Code: o.State.Code, Fr: o.State.Fr, En: o.State.En, About: o.Detail,
			Attest: o.State == StateOK && (o.Award != nil || o.Signed)},
		Formats: make(map[string]string, len(t.Formats)),
	}
	if out.State.Code == "" {
		out.State.Code = "ok"
	}
	if path := o.ProofPath(); path != "" {
		out.Proof = t.Base + path
	}
	if !o.Until.IsZero() {
		out.State.Expires = o.Until.Format(time.RFC3339)
	}
	out.Arms = o.Spec != nil && o.Spec.Arms != nil
	o.describe(out)
	if t.Signs && o.Award != nil {
		out.Credential = t.Base + "/" + o.Label.ID + "/holders/" + o.Holder.ID + "/" + o.Award.Edition + "/credential.json"
	}
	for i, ext := range t.Formats {
		if o.Map != nil && !slices.Contains(mapFormats, ext) || o.Charter != nil && !slices.Contains(charterFormats, ext) {
			continue
		}
		url := t.Base + o.in(ext, o.Canonical)
		out.Formats[ext] = url
		if i == 0 {
			out.URL, out.Permanent = url, t.Base+o.in(ext, o.Permanent)
		}
	}
	if d := t.Drawing; d != nil {
		w, h := d.Width*d.Unit, d.Height*d.Unit
		out.Size = TwinSize{round(w / render.Pixel), round(h / render.Pixel), round(w), round(h)}
	}
	dark := o.Dark()
	if dark != "" && len(t.Formats) > 0 {
		dark = t.Base + o.in(t.Formats[0], dark)
	}
	out.Snippets = snippets(out, dark)
	return out
}

// round keeps three decimals.
func round(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 3, 64), 64)
	return r
}

// in returns an address of o in another format.
func (o *Order) in(ext, address string) string {
	r, err := ParseRequest(address)
	if err != nil {
		return address
	}
	return r.As(ext).String()
}

// describe tells what the picture is about, as far as it is known.
func (o *Order) describe(out *Twin) {
	p := o.Label
	if p == nil {
		return
	}
	out.Label = &TwinLabel{ID: p.ID, Name: p.Name(o.Lang), Issuer: p.Issuer, Site: p.Site,
		License: p.License, Notice: p.Notice[o.Lang]}
	if e := o.Edition; e != nil {
		out.Edition = &TwinEdition{ID: e.ID, Date: e.Date, Until: e.Until, Latest: o.Latest}
	}
	if l := o.Level; l != nil {
		out.Level = o.twinLevel(l)
	}
	if a := o.Award; a != nil && len(o.Edition.Scales) > 1 {
		for _, id := range a.Levels {
			out.Levels = append(out.Levels, o.twinLevel(o.Edition.Level(id)))
		}
	}
	if a := o.Award; a != nil {
		h := o.Holder
		out.Holder = &TwinHolder{ID: h.ID, Name: a.Name, SecondName: a.Second, SecondLang: a.SecondLang, Kind: h.Kind,
			Department: h.Dep, INSEE: h.INSEE, Source: a.Source}
		out.Mentions = a.Mentions
		out.Code = ShowCode(a.code)
		out.State.Since, out.State.Reason = a.Since, a.Reason
		if o.Newer != nil {
			out.Edition.SupersededBy = o.Newer.Edition
		}
	}
	if d := o.Design; d != nil {
		var sizes []string
		for _, n := range d.Sizes {
			sizes = append(sizes, n.ID)
		}
		out.Design = &TwinDesign{ID: d.ID, Name: d.Name[o.Lang], Purpose: d.Purpose[o.Lang],
			Variants: d.Variants, Themes: d.Themes, Styles: d.styleIDs(), Sizes: sizes, Materials: d.Materials, Mockups: d.Mockups, Hide: d.Hide, Grounds: p.groundsOf(d, o.Request.Variant),
			MinPx: d.MinPx, MinMM: d.MinMM}
	}
}

func (o *Order) twinLevel(l *Level) *TwinLevel {
	t := &TwinLevel{ID: l.ID, Name: l.Name[o.Lang], Rank: l.Rank, Of: len(l.Scale.Levels),
		Description: o.Label.Text(o.Edition, l, "desc", o.Lang)}
	if len(o.Edition.Scales) > 1 {
		t.Scale = l.Scale.ID
	}
	return t
}
