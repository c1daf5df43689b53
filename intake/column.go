package intake

import (
	"fmt"
	"slices"
	"strings"

	"panonceau/catalog"
)

// confirmed is the column that says whether a result is sure. Registries do not
// have it: they have what is.
const confirmed = "confirmed"

// columns are those of a registry, in the order in which they are written, and
// what spreadsheets call them, as catalog.Slug writes it.
var columns = []struct {
	name  string
	words []string
}{
	{"id", []string{"siren", "id", "identifiant", "n-siren", "no-siren", "numero-siren", "code-siren", "siret", "n-siret", "numero-siret"}},
	{"name", []string{"name", "nom", "collectivite", "nom-de-la-collectivite", "structure", "organisme", "titulaire", "laureat", "beneficiaire", "territoire", "raison-sociale", "denomination"}},
	{"lang2", []string{"lang2"}},
	{"short", []string{"short", "nom-court", "sigle"}},
	{"tncc", []string{"tncc"}},
	{"kind", []string{"kind", "type", "categorie", "nature", "type-de-collectivite", "type-de-structure"}},
	{"dep", []string{"dep", "departement", "code-departement", "n-departement"}},
	{"insee", []string{"insee", "code-insee", "code-commune"}},
	{"lat", []string{"lat", "latitude"}},
	{"lon", []string{"lon", "lng", "longitude"}},
	{"postcode", []string{"postcode", "code-postal", "cp"}},
	{"edition", []string{"edition", "annee", "millesime"}},
	{"level", []string{"level", "niveau", "niveau-obtenu", "distinction", "recompense"}},
	{"mentions", []string{"mentions", "mention", "special-mentions", "mentions-speciales", "mention-speciale"}},
	{"aliases", []string{"aliases"}},
	{"source", []string{"source", "source-url", "url", "lien"}},
	{"state", []string{"state", "etat"}},
	{"state_date", []string{"state-date", "date-d-etat"}},
	{"state_reason", []string{"state-reason", "motif"}},
	{confirmed, []string{"confidence", "confirme", "confirmed", "confiance", "statut", "valide"}},
}

func columnNames() []string {
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	return names
}

// assign says which column each header stands for, "" being none. Names that
// were given go before names that are known.
func (s *Sheet) assign(given map[string]string) ([]string, error) {
	to := make([]string, len(s.Header))
	taken := make(map[string]string)
	take := func(i int, column string) error {
		if other, twice := taken[column]; twice {
			return fmt.Errorf("%s: columns %q and %q are both %s; say which is, with --map", s.File, other, s.Header[i], column)
		}
		taken[column], to[i] = s.Header[i], column
		return nil
	}
	settled := make([]bool, len(s.Header))
	for _, header := range sortedKeys(given) {
		i := slices.IndexFunc(s.Header, func(h string) bool { return catalog.Slug(h) == catalog.Slug(header) })
		switch column := given[header]; {
		case i < 0:
			return nil, fmt.Errorf("%s: there is no column %q; there are %s", s.File, header, strings.Join(s.Header, ", "))
		case column == "": // to be passed over
		case !slices.Contains(columnNames(), column):
			return nil, fmt.Errorf("--map %s=%s: want %s", header, column, strings.Join(columnNames(), ", "))
		default:
			if err := take(i, column); err != nil {
				return nil, err
			}
		}
		settled[i] = true
	}
	for i, header := range s.Header {
		for _, c := range columns {
			if _, given := taken[c.name]; settled[i] || !slices.Contains(c.words, catalog.Slug(header)) || given && fromMap(c.name, to, settled) {
				continue
			}
			if err := take(i, c.name); err != nil {
				return nil, err
			}
		}
	}
	return to, nil
}

// fromMap reports whether somebody said which header is a column.
func fromMap(column string, to []string, settled []bool) bool {
	i := slices.Index(to, column)
	return i >= 0 && settled[i]
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
