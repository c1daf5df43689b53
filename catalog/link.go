package catalog

import (
	"strconv"
	"strings"
)

// A Link leads from the page of a holder to somebody else's.
type Link struct {
	URL     string
	Name    Texts
	Purpose Texts // what is there; empty: not told
}

type linkFile struct {
	URL  string `toml:"url"`
	Name words  `toml:"name"`
	Use  words  `toml:"use"`
}

func (r *packReader) links(from []linkFile) {
	if len(from) > maxLinks {
		r.fail("link", "%d links; at most %d", len(from), maxLinks)
		return
	}
	for i, l := range from {
		at := "link." + strconv.Itoa(i)
		if !strings.HasPrefix(l.URL, "https://") || len(l.URL) > maxURL {
			r.fail(at+".url", "%s: want an address that begins with https://", quote(l.URL))
		}
		r.Links = append(r.Links, Link{l.URL, r.texts(at+".name", l.Name, l.URL), r.texts(at+".use", l.Use, "")})
	}
}
