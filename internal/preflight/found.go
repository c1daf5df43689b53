package preflight

import "strings"

// found turns the inventory into results.
func (c *checker) found(pages int) {
	i := &c.inks
	if i.broken != "" {
		c.add("content", Breaks, "a page cannot be read to its end: %s", i.broken)
	}
	if i.text {
		c.add("fonts", Warns, "the file shows text with fonts; outlines cannot be replaced by mistake")
	} else {
		c.add("fonts", Holds, "all text is outlines")
	}
	if c.report.Level != "" {
		c.require("colour", !i.rgb || c.intents == 3, "all colours are inks, or have a profile", "there are colours in RGB without a profile")
	}
	c.ink300()
	if len(c.order) > 0 {
		c.add("spots", Note, "spot colours and technical inks: %s", strings.Join(c.order, ", "))
	}
	switch {
	case i.transparency && c.flat():
		c.add("transparency", Breaks, "the file uses transparency, which %s does not allow", c.report.Level)
	case i.transparency:
		c.add("transparency", Note, "the file uses transparency")
	default:
		c.add("transparency", Holds, "the file uses no transparency")
	}
	if i.thin > 0 && i.thin < finest-1e-3 {
		c.add("lines", Warns, "the finest line is %.2f pt; below %g pt lines break up", i.thin, finest)
	}
	if i.pictures > 0 && i.coarse > 0 {
		s := Holds
		if i.coarse < fewPixels {
			s = Warns
		}
		c.add("pictures", s, "the coarsest of %d pictures has %.0f pixels an inch; 300 suit the hand, 100 suit two metres", i.pictures, i.coarse)
	}
	if pages > 1 {
		c.add("pages", Note, "the file has %d pages", pages)
	}
}

// The limits that shops publish: total ink in percent, lines in points,
// pictures in pixels an inch.
const (
	maxInk    = 300
	warnInk   = 280
	finest    = 0.25
	fewPixels = 100
)

// ink300 judges the total ink. Colours are measured one by one: what overprints
// or blends adds up on the press, and is not seen here.
func (c *checker) ink300() {
	most := c.inks.most
	switch {
	case c.inks.unread != "":
		c.add("ink", Warns, "a picture could not be measured: %s", c.inks.unread)
	case most > maxInk+0.5:
		c.add("ink", Breaks, "a colour takes %.0f %% of ink, more than %d %%", most, maxInk)
	case most > warnInk+0.5:
		c.add("ink", Warns, "a colour takes %.0f %% of ink; some shops stop at %d %%", most, warnInk)
	default:
		c.add("ink", Holds, "no colour takes more than %.0f %% of ink", most)
	}
}
