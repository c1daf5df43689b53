package web

// homePhrases are those of the page at /.
var homePhrases = map[string]phrase{
	"title":     {"Toutes les images d’un label", "Every picture of a label"},
	"headline":  {"Un label décerné,", "One label awarded,"},
	"headline2": {"toutes ses images.", "every picture of it."},
	"lead": {
		"Logos, badges, panneaux, cartes pour les réseaux sociaux : chaque image a son adresse, dessinée à la demande, nette à toutes les tailles, et qui ne change jamais.",
		"Logos, badges, signs, social cards: each picture has an address of its own, drawn on demand, sharp at every size, and never broken."},
	"since": {"depuis", "since"},

	"levels":       {"Niveaux", "Levels"},
	"levels-title": {"Les niveaux, d’une édition à l’autre", "Levels, edition by edition"},
	"levels-lead": {
		"Une échelle appartient à des éditions : une image reste ce qu’elle était quand le label a été décerné. Choisissez un niveau pour voir ses images.",
		"A scale belongs to editions: a picture stays what it was when the label was awarded. Choose a level to see its pictures."},

	"pictures":       {"Images", "Pictures"},
	"pictures-title": {"Les images", "The pictures"},
	"pictures-lead": {
		"Collez l’adresse dans une page, un README ou un courriel, ou enregistrez le fichier.",
		"Paste the address into a page, a README or a mail, or save the file."},
	"choose-level":   {"Édition et niveau", "Edition and level"},
	"choose-variant": {"Version", "Version"},
	"choose-label":   {"Label", "Label"},
	"show":           {"Afficher", "Show"},
	"embed":          {"Intégrer", "Embed"},

	"awards":       {"Attributions", "Awards"},
	"awards-title": {"De vraies attributions", "Real awards"},
	"awards-lead": {
		"L’adresse « latest » suit le registre : le badge montre toujours la dernière édition obtenue.",
		"The address “latest” follows the registry: the badge always shows the newest edition awarded."},

	"addresses":       {"Adresses", "Addresses"},
	"addresses-title": {"Composer une adresse", "Make an address"},
	"addresses-lead": {
		"L’ordre des paramètres est libre. Une valeur hors des bornes est refusée par une image qui dit lesquelles.",
		"Parameters come in any order. A value out of bounds is refused by a picture that says the bounds."},
	"part-label":   {"label", "label"},
	"part-edition": {"édition", "edition"},
	"part-level":   {"niveau", "level"},
	"part-design":  {"visuel", "design"},
	"parameter":    {"Paramètre", "Parameter"},
	"values":       {"Valeurs", "Values"},
	"effect":       {"Effet", "Effect"},
}
