package web

import (
	"strings"
	"testing"
)

func TestNewTiles(t *testing.T) {
	for address, origin := range map[string]string{
		"https://tile.openstreetmap.org/{z}/{x}/{y}.png":                   "https://tile.openstreetmap.org",
		"https://{s}.tiles.example/osm/{z}/{x}/{y}{r}.png?k=1":             "https://*.tiles.example",
		"http://localhost:8081/{z}/{x}/{y}":                                "http://localhost:8081",
		"https://tile.example/{z}/{x}.png":                                 "",
		"https://ti{s}le.example/{z}/{x}/{y}.png":                          "",
		"https://u:p@tile.example/{z}/{x}/{y}.png":                         "",
		"javascript:{z}{x}{y}":                                             "",
		"//tile.example/{z}/{x}/{y}.png":                                   "",
		"https://tile.example; script-src */{z}/{x}/{y}":                   "",
		"https://tile.example/{z}/{x}/{y}.png?" + strings.Repeat("a", 500): "",
	} {
		tiles, err := NewTiles(address, "©")
		if (err != nil) != (origin == "") || tiles.origin != origin {
			t.Errorf("%.80s: origin %q, %v; want %q", address, tiles.origin, err, origin)
		}
	}
}

// TestPolicyOfMaps holds that a page with a map allows no more than it needs.
func TestPolicyOfMaps(t *testing.T) {
	if got := (Tiles{}).policy(false); got != policy {
		t.Errorf("without tiles: %s", got)
	}
	tiles, err := NewTiles("https://tile.example/{z}/{x}/{y}.png", "")
	if err != nil {
		t.Fatal(err)
	}
	if got := tiles.policy(false); !strings.Contains(got, "img-src 'self' data: https://tile.example;") || !strings.Contains(got, "frame-ancestors 'none'") {
		t.Errorf("with tiles: %s", got)
	}
	if got := tiles.policy(true); !strings.Contains(got, "frame-ancestors *") || strings.Contains(got, "script-src 'self' ") {
		t.Errorf("within others: %s", got)
	}
}
