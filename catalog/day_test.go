package catalog

import "testing"

func TestDayInWords(t *testing.T) {
	for _, c := range []struct{ lang, date, want string }{
		{"fr", "2027-12-31", "31 décembre 2027"},
		{"fr", "2028-01-01", "1er janvier 2028"},
		{"fr-CA", "2028-02-01", "1er février 2028"},
		{"en", "2027-12-31", "31 December 2027"},
		{"oc", "2027-12-31", "31 de decembre de 2027"},
		{"oc", "2027-08-02", "2 d’agost de 2027"},
		{"ca", "2027-10-02", "2 d’octubre del 2027"},
		{"ca", "2027-06-02", "2 de juny del 2027"},
		{"br", "2027-02-14", "14 C’hwevrer 2027"},
		{"co", "2027-12-31", "31 di dicembre di u 2027"},
		{"eu", "2027-12-31", "2027ko abenduaren 31"},
		{"eu", "2025-05-01", "2025eko maiatzaren 1"},
		{"eu", "2030-05-01", "2030eko maiatzaren 1"},
		{"eu", "2031-05-01", "2031ko maiatzaren 1"},
		{"eu", "2100-05-01", "2100eko maiatzaren 1"},
		{"gsw", "2027-12-31", "31. Dezämber 2027"},
		{"ty", "2027-11-03", "3 nō novema 2027"},
		{"ar", "2027-12-31", "31 ديسمبر 2027"},
		{"zh", "2027-12-03", "2027年12月3日"},
		{"wo", "2027-12-31", "2027-12-31"},
		{"fr", "bientôt", "bientôt"},
	} {
		if got := DayInWords(c.lang, c.date); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.lang, c.date, got, c.want)
		}
	}
}

func TestListOf(t *testing.T) {
	for _, c := range []struct {
		lang, want string
		names      []string
	}{
		{"fr", "«\u00a0A\u00a0»", []string{"A"}},
		{"fr", "«\u00a0A\u00a0», «\u00a0B\u00a0» et «\u00a0C\u00a0»", []string{"A", "B", "C"}},
		{"en", "“A” and “B”", []string{"A", "B"}},
		{"oc", "«\u00a0A\u00a0» e «\u00a0B\u00a0»", []string{"A", "B"}},
		{"ar", "«A»، «B» و«C»", []string{"A", "B", "C"}},
		{"zh", "“A”、“B”和“C”", []string{"A", "B", "C"}},
		{"wo", "“A” and “B”", []string{"A", "B"}},
		{"fr", "", nil},
	} {
		if got := listOf(c.lang, c.names); got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
}
