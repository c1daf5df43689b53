package roster

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"panonceau/catalog"
)

// The structs below are the GeoJSON file (RFC 7946). The properties are flat,
// as tools for maps want them; name, description and _umap_options are those
// of uMap, marker-color that of simplestyle.
type (
	collection struct {
		Type        string    `json:"type"`
		Name        string    `json:"name"`
		Attribution string    `json:"attribution,omitempty"`
		Features    []feature `json:"features"`
	}

	feature struct {
		Type       string     `json:"type"`
		ID         string     `json:"id"`
		Geometry   *point     `json:"geometry"` // null: not located (§3.2)
		Properties properties `json:"properties"`
	}

	point struct {
		Type        string     `json:"type"`
		Coordinates [2]float64 `json:"coordinates"` // longitude first (§3.1.1)
	}

	properties struct {
		Name        string `json:"name"`
		Description string `json:"description"`
		Holder      string `json:"holder"`
		Kind        string `json:"kind"`
		KindName    string `json:"kind_name"`
		Department  string `json:"departement,omitempty"`
		INSEE       string `json:"insee,omitempty"`
		Postcode    string `json:"postcode,omitempty"`
		Edition     string `json:"edition"`
		Latest      bool   `json:"latest"` // the award that "latest" stands for
		Level       string `json:"level"`
		LevelName   string `json:"level_name"`
		Rank        int    `json:"rank"`
		Of          int    `json:"of"`
		State       string `json:"state"`
		StateText   string `json:"state_text"`
		Since       string `json:"state_date,omitempty"`
		Reason      string `json:"state_reason,omitempty"`
		Code        string `json:"code"`
		Page        string `json:"page"`
		Picture     string `json:"picture,omitempty"`
		Icon        string `json:"icon,omitempty"`
		Color       string `json:"marker-color"`
		UMap        umap   `json:"_umap_options"`
	}

	umap struct {
		Color     string `json:"color"`
		IconClass string `json:"iconClass"`
		IconURL   string `json:"iconUrl,omitempty"`
	}
)

func writeGeoJSON(w io.Writer, r *Roster) error {
	c := &collection{Type: "FeatureCollection", Name: r.pack.Name(r.lang), Attribution: r.pack.Issuer, Features: []feature{}}
	for _, a := range r.awards {
		f := feature{Type: "Feature", ID: a.Holder.ID + "/" + a.Edition, Properties: r.properties(a)}
		if p := a.Holder.Place; p != nil {
			f.Geometry = &point{"Point", [2]float64{p.Lon, p.Lat}}
		}
		c.Features = append(c.Features, f)
	}
	return encode(w, c)
}

func (r *Roster) properties(a *catalog.Award) properties {
	h, s := a.Holder, r.catalog.StateOf(a)
	_, l := r.level(a)
	out := properties{
		Name: fullName(a), Description: r.description(a), Holder: h.ID, Kind: h.Kind, KindName: r.kindName(a),
		Department: h.Dep, INSEE: h.INSEE, Postcode: strings.Join(h.Postcodes, "|"),
		Edition: a.Edition, Latest: r.catalog.Current(h) == a,
		Level: a.Level, LevelName: r.levelName(a), Rank: l.Rank, Of: len(l.Scale.Levels),
		State: r.stateCode(a), StateText: s.In(r.lang), Since: a.Since, Reason: a.Reason,
		Code: a.Code(), Page: r.page(h),
	}
	ink := l.Ink
	if s != catalog.StateOK {
		ink = l.Scale.Unlit
	}
	out.Color = fmt.Sprintf("#%02X%02X%02X", ink.RGB.R, ink.RGB.G, ink.RGB.B)
	out.UMap = umap{Color: out.Color, IconClass: "Drop"}
	if len(r.designs) > 0 {
		out.Picture = r.picture(a, r.designs[0], "svg")
	}
	if s == catalog.StateOK {
		out.Icon, out.UMap.IconURL = r.icon(a, "marker"), r.icon(a, "mark")
	}
	return out
}

// icon returns the address of a picture of the level alone, which the holders
// of a level share; "" if the pack has no such design.
func (r *Roster) icon(a *catalog.Award, design string) string {
	if !slices.Contains(r.designs, design) {
		return ""
	}
	return r.base + "/" + r.pack.ID + "/" + a.Edition + "/" + a.Level + "/" + design + ".svg"
}

// description says what was awarded, in plain text.
func (r *Roster) description(a *catalog.Award) string {
	lines := []string{r.title(a)}
	if len(a.Mentions) > 0 {
		lines = append(lines, strings.Join(a.Mentions, " · "))
	}
	if s := r.catalog.StateOf(a); s != catalog.StateOK {
		line := s.In(r.lang)
		if a.Since != "" {
			line += ", " + a.Since
		}
		if a.Reason != "" {
			line += " – " + a.Reason
		}
		lines = append(lines, line)
	}
	return strings.Join(append(lines, r.page(a.Holder)), "\n")
}
