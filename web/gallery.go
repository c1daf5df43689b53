package web

import "net/http"

// A gallery is what the page at / shows.
type gallery struct {
	frame
	Label   string
	Notice  string
	License string
	Hero    []picture
	Scales  []scaleRow
	Choices []choice
	Cards   []card
	Awards  []awardCard
	Options []option
}

// A picture is an image element.
type picture struct {
	Src, Dark     string // Dark: on a dark page; empty: the same
	Alt           string
	Width, Height int
}

// A scaleRow shows the levels of a scale.
type scaleRow struct {
	Name, Years string
	Levels      []levelLink
}

// A levelLink leads to the pictures of a level.
type levelLink struct {
	picture
	Name, Href string
	Current    bool
}

// A choice is one list of the form.
type choice struct {
	Label, Name string
	Options     []choiceOption
}

type choiceOption struct {
	Value, Text string
	Selected    bool
	Group       string // heading over this and the options around it
	First, Last bool   // of the group
}

// A card shows one design and how to get it.
type card struct {
	Pictures        []picture // one for each style
	Name, Size, Use string
	Wide            bool
	Ground          string // class of what it lies on
	Formats         []link
	Snippets        []snippet
}

type link struct{ Href, Text string }

// An awardCard shows the badge of a holder.
type awardCard struct {
	picture
	Holder  string
	Formats []link
}

// An option is a parameter of addresses.
type option struct{ Name, Values, Effect string }

// gallery answers with the page.
func (s *Web) gallery(w http.ResponseWriter, r *http.Request) {
	f := s.frame(w, r, "title")
	g := s.site.Load().gallery(f, r.URL.Query(), s.Origin(r))
	s.respond(w, r, http.StatusOK, "home.html", g)
}
