package text

import "testing"

func TestTypeset(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"fr", "L'Haÿ-les-Roses", "L’Haÿ-les-Roses"},
		{"fr", "Bravo !", "Bravo\u202f!"},
		{"fr", "Niveau : or ; et ?", "Niveau\u00a0: or\u202f; et\u202f?"},
		{"fr-FR", "« libre »", "«\u00a0libre\u00a0»"},
		{"en", "Level : gold !", "Level : gold !"},
		{"br", "Ar C'hastell", "Ar C’hastell"},
		{"fr", "100 % libre, 5 €", "100\u00a0% libre, 5\u00a0€"},
		{"fr", "éditions 2016-2020", "éditions 2016–2020"},
		{"fr", "le 2025-06-01, tél. 04-67, 2B-033, 20-10", "le 2025-06-01, tél. 04-67, 2B-033, 20-10"},
		{"fr", "niveau 3 - édition 2020", "niveau 3 – édition 2020"},
		{"fr", "et...", "et…"},
		{"fr", "https://example.org/?a=1", "https://example.org/?a=1"},
		{"fr", "http://localhost:8080-9090", "http://localhost:8080-9090"},
		{"fr", "Saint-Denis", "Saint-Denis"},
	} {
		if got := Typeset(c.lang, c.in); got != c.want {
			t.Errorf("Typeset(%s, %q) = %q; want %q", c.lang, c.in, got, c.want)
		}
	}
}

func FuzzTypeset(f *testing.F) {
	f.Add("fr", "L'« été » : 2016-2020... !")
	f.Add("en", "a - - b")
	f.Fuzz(func(t *testing.T, lang, s string) {
		once := Typeset(lang, s)
		if twice := Typeset(lang, once); twice != once {
			t.Errorf("Typeset(%q) = %q, then %q", s, once, twice)
		}
	})
}

func TestUpper(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"fr", "L’Haÿ-les-Roses", "L’HAŸ-LES-ROSES"},
		{"fr", "Œuilly, œuvre, été, façade", "ŒUILLY, ŒUVRE, ÉTÉ, FAÇADE"},
		{"fr", "1er", "1ER"},
		{"tr", "iı", "İI"},
	} {
		if got := Upper(c.lang, c.in); got != c.want {
			t.Errorf("Upper(%s, %q) = %q; want %q", c.lang, c.in, got, c.want)
		}
	}
}
