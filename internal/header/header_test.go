package header

import "testing"

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ param, accept, want string }{
		{"", "", "fr"},
		{"en", "fr", "en"},
		{"de", "en-GB,en;q=0.9", "en"},
		{"", "de,en;q=0.7,fr;q=0.3", "en"},
		{"", "fr-CA, en;q=0.9", "fr"},
		{"", "br-FR", "fr"},
		{"", "EN", "en"},
		{"", "en;q=0, fr;q=0.1", "fr"},
	} {
		if got := Language(c.param, c.accept, "fr", "en"); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.param, c.accept, got, c.want)
		}
	}
}

func TestConfirms(t *testing.T) {
	const etag = `"abc"`
	for _, c := range []struct {
		lines []string
		held  string
		ok    bool
	}{
		{nil, "", false},
		{[]string{""}, "", false},
		{[]string{`"abc"`}, `"abc"`, true},
		{[]string{`W/"abc"`}, `"abc"`, true},
		{[]string{`"abc-gzip"`}, `"abc-gzip"`, true},
		{[]string{`"x", W/"abc-br" , "y"`}, `"abc-br"`, true},
		{[]string{`"x"`, `"abc"`}, `"abc"`, true},
		{[]string{`*`}, `"abc"`, true},
		{[]string{`"abcd"`}, "", false},
		{[]string{`"abc-zip"`}, "", false},
		{[]string{`abc`}, "", false},
		{[]string{`"ab", "c"`}, "", false},
	} {
		held, ok := Confirms(c.lines, etag)
		if held != c.held || ok != c.ok {
			t.Errorf("%q: %s, %v; want %s, %v", c.lines, held, ok, c.held, c.ok)
		}
	}
}

func FuzzHeader(f *testing.F) {
	f.Add("gzip;q=0.5, br", `W/"abc", "abc-gzip"`)
	f.Add(";;,q=", `*,"`)
	f.Fuzz(func(t *testing.T, accept, match string) {
		if l := Language("", accept, "fr", "en"); l != "fr" && l != "en" {
			t.Errorf("%q: language %q", accept, l)
		}
		if held, ok := Confirms([]string{match}, `"abc"`); ok && !sameTag(held, `"abc"`) {
			t.Errorf("%q confirms with %q", match, held)
		}
	})
}
