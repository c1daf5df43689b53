package server

import (
	"strings"
	"testing"

	"panonceau/press"
)

func TestCodingFor(t *testing.T) {
	for _, c := range []struct {
		accept string
		want   press.Coding
	}{
		{"", press.Identity},
		{"identity", press.Identity},
		{"gzip", press.Gzip},
		{"br", press.Brotli},
		{"gzip, deflate, br", press.Brotli},
		{"br, gzip", press.Brotli},
		{"GZIP;q=0.8", press.Gzip},
		{"gzip;q=1.0, br;q=0.5", press.Gzip},
		{"gzip;q=0.001, br;q=0", press.Gzip},
		{"gzip;q=0", press.Identity},
		{"gzip;q=0.0, br;q=0.000", press.Identity},
		{"gzip ; q=0.5 , br ; q=0.9", press.Brotli},
		{"*", press.Identity},
		{"gzip;q=high", press.Identity},
		{"gzip;q=10", press.Identity},
		{"gzip;q=0.1234", press.Identity},
		{",,;q=1,", press.Identity},
	} {
		if got := codingFor(c.accept); got != c.want {
			t.Errorf("%q: %q, want %q", c.accept, got, c.want)
		}
	}
}

func TestNetwork(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.77:4711":          "192.0.2.0/24",
		"[2001:db8:12:3456::1]:80": "2001:db8:12::/48",
		"[::ffff:192.0.2.77]:80":   "192.0.2.0/24",
		"[fe80::1%eth0]:80":        "fe80::/48",
		"@":                        "unknown",
		"":                         "unknown",
		"panonceau.example:80":     "unknown",
	} {
		if got := network(remote); got != want {
			t.Errorf("%q: %s, want %s", remote, got, want)
		}
	}
}

func FuzzNegotiate(f *testing.F) {
	f.Add("gzip;q=0.5, br")
	f.Add(";;,q=")
	f.Fuzz(func(t *testing.T, accept string) {
		if c := codingFor(accept); c != press.Identity && !strings.Contains(strings.ToLower(accept), string(c)) {
			t.Errorf("%q: %q", accept, c)
		}
	})
}
