package roster

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"panonceau/catalog"
)

// The structs below are the JSON file, and the words in it those of the twin
// of a picture.
type (
	document struct {
		Label   label    `json:"label"`
		Lang    string   `json:"lang"`
		Count   count    `json:"count"`
		Holders []holder `json:"holders"`
	}

	label struct {
		ID      string `json:"id"`
		Name    string `json:"name"`
		Issuer  string `json:"issuer,omitempty"`
		Site    string `json:"site,omitempty"`
		License string `json:"license,omitempty"`
		Notice  string `json:"notice,omitempty"`
	}

	count struct {
		Holders int `json:"holders"`
		Awards  int `json:"awards"`
	}

	holder struct {
		ID         string   `json:"id"`
		Aliases    []string `json:"aliases,omitempty"`
		Name       string   `json:"name"`
		SecondName string   `json:"second_name,omitempty"`
		Kind       string   `json:"kind"`
		KindName   string   `json:"kind_name"`
		Department string   `json:"departement,omitempty"`
		INSEE      string   `json:"insee,omitempty"`
		Postcodes  []string `json:"postcodes,omitempty"`
		Lat        *float64 `json:"lat,omitempty"`
		Lon        *float64 `json:"lon,omitempty"`
		Page       string   `json:"page"`
		Latest     string   `json:"latest"` // the edition that "latest" stands for
		Awards     []award  `json:"awards"`
	}

	award struct {
		Edition    string            `json:"edition"`
		Level      string            `json:"level"`
		Levels     []string          `json:"levels,omitempty"` // one of each scale, if the edition has several
		LevelName  string            `json:"level_name"`
		Rank       int               `json:"rank"`
		Of         int               `json:"of"`
		Title      string            `json:"title"`
		Name       string            `json:"name"` // as labelled
		SecondName string            `json:"second_name,omitempty"`
		Mentions   []string          `json:"mentions,omitempty"`
		Source     string            `json:"source,omitempty"`
		Code       string            `json:"code"` // short, as in print
		State      state             `json:"state"`
		Until      string            `json:"until,omitempty"` // last day
		Pictures   map[string]string `json:"pictures"`        // by design
		Kit        string            `json:"kit"`
	}

	state struct {
		Code   string `json:"code"`
		Text   string `json:"text"`
		Since  string `json:"since,omitempty"`
		Reason string `json:"reason,omitempty"`
	}
)

func writeJSON(w io.Writer, r *Roster) error {
	d := &document{Label: r.label(), Lang: r.lang, Holders: []holder{}}
	at := make(map[*catalog.Holder]int)
	for _, a := range r.awards {
		i, known := at[a.Holder]
		if !known {
			i = len(d.Holders)
			at[a.Holder] = i
			d.Holders = append(d.Holders, r.holder(a.Holder))
		}
		d.Holders[i].Awards = append(d.Holders[i].Awards, r.award(a))
	}
	slices.SortFunc(d.Holders, func(a, b holder) int { return strings.Compare(a.ID, b.ID) })
	d.Count = count{len(d.Holders), len(r.awards)}
	return encode(w, d)
}

// encode writes a value as JSON that people can read too.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false) // the media type is not HTML
	e.SetIndent("", " ")
	return e.Encode(v)
}

func (r *Roster) label() label {
	p := r.pack
	return label{p.ID, p.Name(r.lang), p.Issuer, p.Site, p.License, p.Notice[r.lang]}
}

func (r *Roster) holder(h *catalog.Holder) holder {
	newest := h.Newest()
	out := holder{ID: h.ID, Aliases: h.Aliases, Name: newest.Name, SecondName: newest.Second,
		Kind: h.Kind, KindName: r.kindName(newest), Department: h.Dep, INSEE: h.INSEE,
		Postcodes: h.Postcodes, Page: r.page(h), Latest: r.catalog.Current(h).Edition}
	if h.Place != nil {
		out.Lat, out.Lon = &h.Place.Lat, &h.Place.Lon
	}
	return out
}

func (r *Roster) award(a *catalog.Award) award {
	e, l := r.level(a)
	out := award{Edition: a.Edition, Level: a.Level, LevelName: r.levelName(a), Rank: l.Rank, Of: len(l.Scale.Levels),
		Title: r.title(a), Code: a.Code(), Name: a.Name, SecondName: a.Second, Mentions: a.Mentions, Source: a.Source,
		State:    state{r.stateCode(a), r.catalog.StateOf(a).In(r.lang), a.Since, a.Reason},
		Until:    e.Until,
		Pictures: make(map[string]string, len(r.designs)),
		Kit:      r.base + "/" + r.pack.ID + "/holders/" + a.Holder.ID + "/" + a.Edition + ".zip"}
	if len(e.Scales) > 1 {
		out.Levels = a.Levels
	}
	for _, design := range r.designs {
		out.Pictures[design] = r.picture(a, design, "svg")
	}
	return out
}
