package web

import (
	"bytes"
	"cmp"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"panonceau/catalog"
)

// A proof is what the page of a holder says, for programs.
type proof struct {
	Page    string            `json:"page"` // address of the page for people
	Lang    string            `json:"lang"`
	Label   catalog.TwinLabel `json:"label"`
	Holder  proofHolder       `json:"holder"`
	Verdict verdict           `json:"verdict"`
	Awards  []proofAward      `json:"awards"` // newest edition first, whatever their state
}

// A proofHolder is who was granted the awards, by the newest name.
type proofHolder struct {
	ID         string   `json:"id"`
	Aliases    []string `json:"aliases,omitempty"`
	Name       string   `json:"name"`
	SecondName string   `json:"second_name,omitempty"`
	Kind       string   `json:"kind"`
	Department string   `json:"departement,omitempty"`
	INSEE      string   `json:"insee,omitempty"`
}

// A verdict answers whether it is true, and still valid: of the award that
// "latest" stands for.
type verdict struct {
	Edition  string `json:"edition"`
	Valid    bool   `json:"valid"`
	State    string `json:"state"` // "ok" or the code of a state
	Fr       string `json:"fr"`
	En       string `json:"en"`
	Sentence string `json:"sentence"`
}

// A proofAward is one award, as labelled.
type proofAward struct {
	Edition  string              `json:"edition"`
	Title    string              `json:"title"`
	Name     string              `json:"name"`
	Level    catalog.TwinLevel   `json:"level"`
	Levels   []catalog.TwinLevel `json:"levels,omitempty"` // of each scale, where the edition has several
	Mentions []string            `json:"mentions,omitempty"`
	State    proofState          `json:"state"`
	Date     string              `json:"date,omitempty"` // of the edition, YYYY-MM-DD
	Source   string              `json:"source,omitempty"`
	Code     string              `json:"code,omitempty"`
	Proof    string              `json:"proof"` // address of the award on the page
	Pictures map[string]string   `json:"pictures,omitempty"`
	Kit      string              `json:"kit,omitempty"`

	Credential string `json:"credential,omitempty"` // Open Badges 3.0
}

// A proofState is whether an award holds.
type proofState struct {
	Code         string `json:"code"`
	Word         string `json:"word"`
	Sentence     string `json:"sentence"`
	Since        string `json:"since,omitempty"`
	Until        string `json:"until,omitempty"`
	Reason       string `json:"reason,omitempty"`
	SupersededBy string `json:"superseded_by,omitempty"` // a newer edition in force; it takes nothing from this one
}

// proof tells of all awards of a holder.
func (g *guide) proof(h *catalog.Holder, s *Web) *proof {
	c, p, lang := g.site.catalog, g.pack, g.lang()
	newest, current := h.Newest(), g.site.catalog.Current(h)
	out := &proof{
		Page: g.origin + proofPath(p.ID, h.ID), Lang: g.Lang,
		Label: catalog.TwinLabel{ID: p.ID, Name: p.Name(lang), Issuer: p.Issuer, Site: p.Site, License: p.License, Notice: g.text(p.Notice)},
		Holder: proofHolder{ID: h.ID, Aliases: h.Aliases, Name: newest.Name, SecondName: newest.Second,
			Kind: h.Kind, Department: h.Dep, INSEE: h.INSEE},
	}
	for _, a := range h.Awards {
		out.Awards = append(out.Awards, g.proofAward(a, current, s))
	}
	told := &out.Awards[slices.Index(h.Awards, current)]
	fr, en := verdictIn("fr", told), verdictIn("en", told)
	if current != newest {
		fr, en = halfVerdict("fr", told, &out.Awards[0]), halfVerdict("en", told, &out.Awards[0])
	}
	out.Verdict = verdict{
		Edition: current.Edition, Valid: c.StateOf(current) == catalog.StateOK, State: told.State.Code,
		Fr: fr, En: en, Sentence: g.verdictSentence(told),
	}
	return out
}

func (g *guide) proofAward(a, current *catalog.Award, s *Web) proofAward {
	e := g.pack.Edition(a.Edition)
	l := e.Level(a.Level)
	state := g.site.catalog.StateOf(a)
	base := g.origin + proofPath(g.pack.ID, a.Holder.ID) + "/" + a.Edition
	out := proofAward{
		Edition: a.Edition, Title: cmp.Or(g.pack.AwardText(a, "award", g.lang()), g.awardTitle(e, l)), Name: fullName(a), Mentions: a.Mentions,
		Level: g.twinLevel(e, l),
		Date:  e.Date, Source: a.Source, Code: catalog.ShowCode(a.Code()),
		Proof: g.origin + proofPath(g.pack.ID, a.Holder.ID) + "#" + a.Edition,
	}
	if len(e.Scales) > 1 {
		for _, l := range g.pack.LevelsOf(a) {
			out.Levels = append(out.Levels, g.twinLevel(e, l))
		}
	}
	out.State = proofState{Code: cmp.Or(state.Code, "ok"), Word: stateWord(g.Lang, state),
		Since: a.Since, Until: e.Until, Reason: a.Reason}
	if g.site.catalog.StateOf(current) == catalog.StateOK && slices.Index(a.Holder.Awards, current) < slices.Index(a.Holder.Awards, a) {
		out.State.SupersededBy = current.Edition
	}
	out.State.Sentence = stateSentence(g.Lang, &out.State, a.Edition)
	if state != catalog.StateOK {
		return out
	}
	out.Pictures = make(map[string]string)
	for _, d := range g.designs() {
		out.Pictures[d.ID] = base + "/" + d.ID + ".svg"
	}
	out.Kit = base + ".zip"
	if g.site.catalog.Credentials() != nil {
		out.Credential = base + "/credential.json"
	}
	return out
}

func (g *guide) twinLevel(e *catalog.Edition, l *catalog.Level) catalog.TwinLevel {
	t := catalog.TwinLevel{ID: l.ID, Name: g.levelName(e, l), Rank: l.Rank, Of: len(l.Scale.Levels),
		Description: g.pack.Text(e, l, "desc", g.lang())}
	if len(e.Scales) > 1 {
		t.Scale = l.Scale.ID
	}
	return t
}

// awardTitle says what was awarded, without to whom.
func (g *guide) awardTitle(e *catalog.Edition, l *catalog.Level) string {
	return cmp.Or(g.pack.Text(e, l, "award", g.lang()), g.levelName(e, l)+" · "+e.ID)
}

func fullName(a *catalog.Award) string {
	if a.Second == "" {
		return a.Name
	}
	return a.Name + " / " + a.Second
}

// A fault says why there is nothing at an address, for programs.
type fault struct {
	Error struct {
		Param string `json:"param,omitempty"`
		Fr    string `json:"fr"`
		En    string `json:"en"`
	} `json:"error"`
}

func unknownHolder(id string) *fault {
	f := new(fault)
	f.Error.Param = "holder"
	f.Error.Fr = "titulaire inconnu : " + clip(id)
	f.Error.En = "unknown holder: " + clip(id)
	return f
}

// clip bounds what is repeated of an address.
func clip(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if r := []rune(s); len(r) > maxQuoted {
		return string(r[:maxQuoted]) + "…"
	}
	return s
}

// respondJSON answers with a value, which pages of any origin may read.
func (s *Web) respondJSON(w http.ResponseWriter, r *http.Request, status int, v any) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // the media type is not HTML
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		s.options.Fail(w, r, err)
		return
	}
	openToAll(w.Header())
	if w.Header().Get("Cache-Control") == "" {
		w.Header().Set("Cache-Control", cacheMissing)
	}
	send(w, r, status, "application/json", b.Bytes())
}

// serves reports whether the service answers addresses of a form.
func (s *Web) serves(path string) bool {
	return slices.ContainsFunc(s.routes, func(r Route) bool { return r.Address() == path })
}

// host returns the host of a URL, which is what people know of it.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(u.Host, "www.")
}
