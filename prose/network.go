package prose

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Network is where a post goes: how much it may hold, and how it counts.
type Network struct {
	ID, Name string
	Most     int // characters, as Count counts them
	Hashtags int // most of them; 0: any number

	url    int            // what an address counts for, whatever its length; 0: its length
	urls   *regexp.Regexp // what is an address
	heavy  bool           // characters outside of weightless count double
	remote bool           // of @name@server, only @name counts
}

// networks are those whose limits are known.
var networks = []Network{
	{ID: "x", Name: "X", Most: 280, url: 23, urls: bareURL, heavy: true},
	{ID: "mastodon", Name: "Mastodon", Most: 500, url: 23, urls: fullURL, remote: true},
	{ID: "bluesky", Name: "Bluesky", Most: 300},
	{ID: "linkedin", Name: "LinkedIn", Most: 3000},
	{ID: "facebook", Name: "Facebook", Most: 63206},
	{ID: "instagram", Name: "Instagram", Most: 2200, Hashtags: 30},
}

var (
	fullURL = regexp.MustCompile(`https?://[^\s]*[^\s.,;:!?)»”]`)
	// X takes names with a known ending for addresses, with or without https.
	bareURL = regexp.MustCompile(`(?:https?://)?(?:[\pL0-9-]+\.)+\pL{2,}(?::[0-9]+)?(?:/[^\s]*[^\s.,;:!?)»”])?`)
	account = regexp.MustCompile(`(@[A-Za-z0-9_]+)@[A-Za-z0-9.-]+[A-Za-z0-9]`)
	hashtag = regexp.MustCompile(`(?:^|\s)#[\pL0-9_]+`)
)

// Networks returns the networks whose limits are known.
func Networks() []Network { return append([]Network(nil), networks...) }

// NetworkOf returns the network with an identifier.
func NetworkOf(id string) (Network, bool) {
	for _, n := range networks {
		if n.ID == id {
			return n, true
		}
	}
	return Network{}, false
}

// Count returns how many characters a post has for the network.
func (n Network) Count(post string) int {
	post = norm.NFC.String(strings.TrimSpace(post))
	total := 0
	if n.remote {
		post = account.ReplaceAllString(post, "$1")
	}
	if n.urls != nil {
		total = n.url * len(n.urls.FindAllString(post, -1))
		post = n.urls.ReplaceAllString(post, "")
	}
	if !n.heavy {
		return total + utf8.RuneCountInString(post)
	}
	for _, c := range post {
		total++
		if !light(c) {
			total++
		}
	}
	return total
}

// light reports whether a character counts once on X: Latin, Greek, Cyrillic
// and their neighbours, and common punctuation. Others count double, as in
// version 3 of the configuration that X published with its twitter-text.
func light(c rune) bool {
	return c <= 4351 || 8192 <= c && c <= 8205 || 8208 <= c && c <= 8223 || 8242 <= c && c <= 8247
}

// Fits reports whether the network takes a post.
func (n Network) Fits(post string) bool {
	return n.Count(post) <= n.Most && (n.Hashtags == 0 || len(hashtag.FindAllString(post, -1)) <= n.Hashtags)
}

// Words returns how many words a text has, as word processors count them.
func Words(text string) int { return len(strings.Fields(text)) }
