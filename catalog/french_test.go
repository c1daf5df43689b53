package catalog

import "testing"

func TestOfFrench(t *testing.T) {
	for _, c := range []struct{ name, tncc, want string }{
		{"Lyon", "", "de Lyon"},
		{"Le Mans", "", "du Mans"},
		{"Le Havre", "", "du Havre"},
		{"La Tronche", "", "de La Tronche"},
		{"Les Sables-d'Olonne", "", "des Sables-d'Olonne"},
		{"L'Haÿ-les-Roses", "", "de L'Haÿ-les-Roses"},
		{"L’Île-d’Yeu", "", "de L’Île-d’Yeu"},
		{"Lesquin", "", "de Lesquin"},
		{"Échirolles", "", "d’Échirolles"},
		{"Œuilly", "", "d’Œuilly"},
		{"Uzès", "", "d’Uzès"},
		{"Oô", "", "d’Oô"},
		{"Y", "", "d’Y"},
		{"Yvetot", "", "d’Yvetot"},
		{"Youx", "", "de Youx"},
		{"Hyères", "", "d’Hyères"},
		{"Hérouville-Saint-Clair", "", "d’Hérouville-Saint-Clair"},
		{"Houilles", "", "de Houilles"},
		{"Haguenau", "", "de Haguenau"},
		{"Hambers", "", "d’Hambers"}, // the spelling does not tell
		{"Hambers", "0", "de Hambers"},
		{"Alès Agglomération", "", "d’Alès Agglomération"},
		{"CC du Pays Réuni d'Orange", "", "de la CC du Pays Réuni d'Orange"},
		{"Communauté d'Agglomération du Sud (CASUD)", "", "de la Communauté d'Agglomération du Sud (CASUD)"},
		{"Eurométropole de Strasbourg", "", "de l’Eurométropole de Strasbourg"},
		{"Clermont Auvergne Métropole", "", "de Clermont Auvergne Métropole"},
		{"Département des Côtes-d'Armor", "", "du Département des Côtes-d'Armor"},
		{"Département de la Gironde", "", "du Département de la Gironde"},
		{"Région Grand Est", "", "de la Région Grand Est"},
		{"Parc national des Écrins", "", "du Parc national des Écrins"},
		{"Parc-d'Anxtot", "", "de Parc-d'Anxtot"},
		{"GIP RECIA", "", "du GIP RECIA"},
		{"SITIV", "2", "du SITIV"},
		{"ADICO", "5", "de l’ADICO"},
		{"Gironde", "3", "de la Gironde"},
		{"Loire-Atlantique", "3", "de la Loire-Atlantique"},
		{"Ain", "5", "de l’Ain"},
		{"Aveyron", "5", "de l’Aveyron"},
		{"Val-d’Oise", "2", "du Val-d’Oise"},
		{"Hautes-Alpes", "4", "des Hautes-Alpes"},
		{"Paris", "0", "de Paris"},
		{"Le Mans Métropole", "", "du Mans Métropole"},
		{"La Réunion", "", "de La Réunion"},
		{"Les Lilas", "4", "des Lilas"},
		{"L’Haÿ-les-Roses", "5", "de L’Haÿ-les-Roses"},
		{"Los Masos", "8", "de Los Masos"},
		{"Hyères", "1", "d’Hyères"},
		{"Houilles", "1", "d’Houilles"}, // the registry has the last word
		{"Mans", "2", "du Mans"},
		{"Sables", "4", "des Sables"},
		{"Tronche", "3", "de la Tronche"},
		{"Aux Marais", "6", "des Marais"},
		{"Las Illas", "7", "de Las Illas"},
		{"", "", "de "},
	} {
		if got := ofFrench(c.name, c.tncc); got != c.want {
			t.Errorf("%q %q: %q, want %q", c.name, c.tncc, got, c.want)
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Échirolles": "echirolles", "L’Haÿ-les-Roses": "l-hay-les-roses", "Œuilly": "oeuilly",
		"CC des Monts (81)": "cc-des-monts-81", " ": "",
	} {
		if got := slug(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
