package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"panonceau/catalog"
	"panonceau/internal/header"
)

// A proofPage tells whether what a picture says of its holder is true.
type proofPage struct {
	frame
	*proof
	Answer string // in the language of the page
	Tone   string // class of the answer: that of the award in force
	Called string // the whole name, of the newest award
	Where  string // what sort of holder, and where
	Awards []proofEntry
	Links  []proofLink
	Data   *schemaPage // for search engines
	Twin   string      // address of the page as JSON
	Verify string      // address of the page that checks files; empty: there is none
	Embed  string      // address of the page for oEmbed
}

// A proofEntry is an award with what the page shows of it.
type proofEntry struct {
	*proofAward
	Tone     string
	Answer   string // whether it is true and still valid
	On       string // day of the edition's ceremony, in words
	Reason   string
	Source   string // host of Origin
	Origin   string // where the award was read, a URL
	Pictures []picture
	Create   string
}

// A proofLink leads away from the service.
type proofLink struct{ Href, Text, Use string }

// proofDesigns are the designs that show what an award looks like, where a pack
// has them.
var proofDesigns = []string{"logo", "badge", "sign", "social"}

// proofPage answers with the page of a holder, or with what it says as JSON.
func (s *Web) proofPage(w http.ResponseWriter, r *http.Request) {
	site := s.site.Load()
	p := site.catalog.Pack(r.PathValue("label"))
	word, wantsJSON := strings.CutSuffix(r.PathValue("holder"), ".json")
	id, _, _ := strings.Cut(word, "-") // a slug is for people
	if p == nil {
		s.Missing(w, r)
		return
	}
	f := s.frame(w, r, "proof")
	g := &guide{words: f.words, site: site, pack: p, origin: s.Origin(r)}
	h := site.catalog.Holder(p.ID, id)
	switch {
	case h == nil && wantsJSON:
		s.respondJSON(w, r, http.StatusNotFound, unknownHolder(id))
	case h == nil:
		s.lost(w, r, http.StatusNotFound, "lost-holder", id)
	case wantsJSON:
		w.Header().Set("Cache-Control", site.cacheOf(p))
		s.respondJSON(w, r, http.StatusOK, g.proof(h, s))
	default:
		w.Header().Set("Cache-Control", site.cacheOf(p))
		s.respond(w, r, http.StatusOK, "proof.html", g.proofPage(f, h, s))
	}
}

// cacheOf returns how long a page about the awards of a label may be kept:
// never beyond the end of one.
func (s *site) cacheOf(p *catalog.Pack) string {
	_, next := s.catalog.Snapshot(p.ID)
	left := next.Sub(s.catalog.Now())
	if next.IsZero() || left > pageAge {
		return cachePage
	}
	return header.MaxAge(max(0, left))
}

func (g *guide) proofPage(f frame, h *catalog.Holder, s *Web) *proofPage {
	out := &proofPage{frame: f, proof: g.proof(h, s)}
	path := proofPath(g.pack.ID, h.ID)
	current := g.site.catalog.Current(h)
	out.Answer = phrase{out.Verdict.Fr, out.Verdict.En}.in(g.Lang)
	out.Tone = tone(g.site.catalog.StateOf(current))
	if current != h.Newest() {
		out.Tone = "past" // newer ones do not hold
	}
	out.Where, out.Called = g.where(h), fullName(h.Newest())
	for i, a := range h.Awards {
		out.Awards = append(out.Awards, g.proofEntry(a, &out.proof.Awards[i], s))
	}
	out.Title = current.Name + ", " + out.proof.Awards[slices.Index(h.Awards, current)].Title
	out.Description = out.Answer + " " + out.Verdict.Sentence
	out.Canonical = g.origin + inLanguage(path, g.Lang)
	out.Twin = path + ".json"
	out.Verify = s.verifyPage(f)
	out.Crumbs = []link{{f.Link("/"), phrases["nav-home"].in(g.Lang)}, {f.Link("/?label=" + g.pack.ID), g.pack.Name(g.lang())}, {Text: current.Name}}
	out.Embed = oembedAddress(g.origin, out.Canonical)
	if p := g.socialCard(current); p != nil {
		out.Card, out.CardAlt = g.origin+p.Src, p.Alt
	}
	out.Links = g.outside(h)
	out.Data = g.schema(out, h)
	return out
}

// where says what sort of holder it is, and where.
func (g *guide) where(h *catalog.Holder) string {
	where := g.text(g.pack.Kind(h.Kind).Name)
	if h.Dep != "" {
		where += " · " + phrase{"département\u00a0", "department "}.in(g.Lang) + h.Dep
	}
	if !strings.HasPrefix(h.ID, "x") {
		where += " · SIREN\u00a0" + h.ID[:3] + "\u202f" + h.ID[3:6] + "\u202f" + h.ID[6:]
	}
	return where
}

// proofEntry adds to an award what the page shows.
func (g *guide) proofEntry(a *catalog.Award, told *proofAward, s *Web) proofEntry {
	state := g.site.catalog.StateOf(a)
	e := proofEntry{proofAward: told, Tone: tone(state), Answer: verdictIn(g.Lang, told), On: longDay(g.Lang, told.Date), Reason: a.Reason, Source: host(a.Source), Origin: a.Source}
	base := proofPath(g.pack.ID, a.Holder.ID) + "/" + a.Edition + "/"
	for _, d := range g.proofDesigns() {
		if state != catalog.StateOK && len(e.Pictures) > 0 {
			break // they all say the same
		}
		p := g.picture(g.canonical(base + d.ID + ".svg"))
		if state == catalog.StateOK {
			p.Dark = g.dark(p.Src)
		}
		e.Pictures = append(e.Pictures, p)
	}
	if state == catalog.StateOK && s.serves("/create") {
		e.Create = g.createAddress(a)
	}
	return e
}

// createAddress returns the address of the page that makes pictures of an award.
func (g *guide) createAddress(a *catalog.Award) string {
	return g.Link("/create?" + url.Values{"label": {g.pack.ID}, "holder": {a.Holder.ID}, "edition": {a.Edition}}.Encode())
}

// proofDesigns returns what shows an award: the designs known for that, or the
// first few for screens.
func (g *guide) proofDesigns() []*catalog.Design {
	var some []*catalog.Design
	for _, id := range proofDesigns {
		if d := g.pack.Design(id); d != nil && d.Orderable() {
			some = append(some, d)
		}
	}
	for _, d := range g.designs() {
		if len(some) < 3 && d.For == catalog.ForScreen && !slices.Contains(some, d) {
			some = append(some, d)
		}
	}
	return some
}

// socialCard returns the picture that stands for an award where somebody links to
// its page, or nil.
func (g *guide) socialCard(a *catalog.Award) *picture {
	if g.pack.Design("social") == nil {
		return nil
	}
	p := g.picture(g.canonical(proofPath(g.pack.ID, a.Holder.ID) + "/" + a.Edition + "/social.png"))
	return &p
}

// outside returns where else to look.
func (g *guide) outside(h *catalog.Holder) []proofLink {
	var links []proofLink
	if g.pack.Site != "" {
		links = append(links, proofLink{g.pack.Site, g.pack.Name(g.lang()), phrases["label-site"].in(g.Lang)})
	}
	for _, l := range g.pack.Links {
		links = append(links, proofLink{l.URL, g.text(l.Name), g.text(l.Purpose)})
	}
	return links
}

// tone returns the class of what is said of a state.
func tone(s catalog.State) string {
	switch s {
	case catalog.StateOK:
		return "good"
	case catalog.StateExpired:
		return "past"
	}
	return "bad"
}

// longDay writes a date of ISO 8601 in words.
func longDay(lang, date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	if lang == "en" {
		return t.Format("2\u00a0January\u00a02006")
	}
	months := []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	day := strings.TrimPrefix(t.Format("02"), "0")
	return cmp.Or(map[string]string{"1": "1er"}[day], day) + "\u00a0" + months[t.Month()-1] + "\u00a0" + t.Format("2006")
}
