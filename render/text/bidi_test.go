package text

import "testing"

// TestVisualOrder writes right-to-left letters as Hebrew ones, and compares
// where each span goes with the algorithm's answer (UAX #9).
func TestVisualOrder(t *testing.T) {
	for _, c := range []struct{ logical, visual string }{
		{"abc", "abc"},
		{"אבג", "גבא"},
		{"abc אבג def", "abc גבא def"},
		{"אבג abc דהו", "והד abc גבא"},
		{"אבג 12", "12 גבא"},
		{"abc אבג 12", "abc 12 גבא"},
		{"abc אבג 12 דה", "abc הד 12 גבא"},
		{"אבג 1.5%", "1.5% גבא"},
		{"12 abc", "12 abc"},
	} {
		s := []rune(c.logical)
		spans := directions(s, rightToLeft(s))
		visual(spans)
		var got []rune
		for _, d := range spans {
			run := append([]rune(nil), s[d.start:d.end]...)
			if d.level%2 == 1 {
				for i, j := 0, len(run)-1; i < j; i, j = i+1, j-1 {
					run[i], run[j] = run[j], run[i]
				}
			}
			got = append(got, run...)
		}
		if string(got) != c.visual {
			t.Errorf("%q is seen as %q; want %q", c.logical, string(got), c.visual)
		}
	}
}

func FuzzVisualOrder(f *testing.F) {
	f.Add("abc אבג 12, דה")
	f.Add("١٢ ab")
	f.Fuzz(func(t *testing.T, text string) {
		s := []rune(text)
		seen := make([]bool, len(s))
		spans := directions(s, rightToLeft(s))
		visual(spans)
		for _, d := range spans {
			for i := d.start; i < d.end; i++ {
				if seen[i] {
					t.Fatalf("%q: rune %d is in two spans", text, i)
				}
				seen[i] = true
			}
		}
		for i, ok := range seen {
			if !ok {
				t.Fatalf("%q: rune %d is in no span", text, i)
			}
		}
	})
}

func TestRightToLeft(t *testing.T) {
	for lang, want := range map[string]bool{
		"ar": true, "ar-DZ": true, "he": true, "ur": true, "az-Arab": true, "fr": false, "zh-Hant": false, "ku-Latn": false, "": false,
	} {
		if got := RightToLeft(lang); got != want {
			t.Errorf("%q: %v", lang, got)
		}
	}
}

// TestDirection: the language decides, unless no letter runs its way.
func TestDirection(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		rtl        bool
	}{
		{"", "Tunis تونس", false},
		{"", "تونس Tunis", true},
		{"ar", "Tunis تونس", true},
		{"ar", "Tunis", false},
		{"fr", "تونس Tunis", false},
		{"fr", "تونس", true},
		{"ar", "2025", false},
		{"fr", "2025", false},
	} {
		if got := direction([]rune(c.text), c.lang); got != c.rtl {
			t.Errorf("%q in %q: %v, want %v", c.text, c.lang, got, c.rtl)
		}
	}
}
