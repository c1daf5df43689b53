package web

// homePhrases are those of the page at /, and of the form that finds a holder.
var homePhrases = map[string]phrase{
	"title":     {"Toutes les images d’un label", "Every picture of a label"},
	"headline":  {"Un label décerné,", "One label awarded,"},
	"headline2": {"toutes ses images.", "every picture of it."},
	"lead": {
		"Logos, badges, panneaux, affiches, publications : prêts à coller dans une page ou à envoyer à l’imprimeur.",
		"Logos, badges, signs, posters, posts: ready to paste into a page or to send to the printer."},
	"start": {"Ou voir un exemple complet", "Or see a whole example"},

	"finder":       {"Trouvez votre collectivité", "Find your local authority"},
	"finder-label": {"Label", "Label"},
	"finder-hint":  {"Nom, code postal, code INSEE, SIREN ou département", "Name, postcode, INSEE code, SIREN or département"},
	"finder-go":    {"Chercher", "Search"},
	"finder-found": {"Titulaires trouvés", "Holders found"},
	"finder-none":  {"Aucun titulaire", "No holder"},
	"finder-one":   {"1 titulaire", "1 holder"},
	"finder-many":  {"{} titulaires", "{} holders"},

	"found-title":    {"Titulaires pour", "Holders for"},
	"pictures-of":    {"Images de l’édition", "Pictures of edition"},
	"see-proof":      {"Ses attributions, et ce qu’elles valent", "Its awards, and whether they hold"},
	"found-more":     {"Seuls les 40 premiers sont montrés : précisez votre recherche.", "Only the first 40 are shown: be more precise."},
	"found-none":     {"Aucune attribution à ce nom dans le registre.", "No award of this name in the registry."},
	"found-none-why": {"Seules les collectivités qui ont reçu le label y figurent, telles qu’elles ont été nommées.", "It has only those that were granted the label, as they were named then."},
	"found-try":      {"Essayez un seul mot du nom, le code postal, ou le numéro du département.", "Try a single word of the name, the postcode, or the number of the département."},
	"found-specimen": {"Voir à quoi ressembleraient les images, marquées spécimen, pour", "See what the pictures would look like, marked as specimens, for"},
	"found-level":    {"Choisir un niveau, sans nom", "Choose a level, without a name"},

	"uses-title": {"Ce qu’on peut en faire", "What it is good for"},
	"uses-lead": {
		"Un label, une trentaine de visuels, chacun dans les formats de ceux qui s’en servent.",
		"One label, some thirty designs, each in the formats of those who use it."},
	"use-web":         {"Sur le site", "On the web site"},
	"use-web-text":    {"Logos et badges en SVG et PNG, avec le code à coller", "Logos and badges as SVG and PNG, with the code to paste"},
	"use-street":      {"En ville", "In town"},
	"use-street-text": {"Panneaux et plaques, avec bon à tirer et fichiers de découpe", "Signs and plaques, with proofs to sign and cutting files"},
	"use-print":       {"Sur papier", "On paper"},
	"use-print-text":  {"Affiches, encarts, diplômes en PDF pour l’imprimeur", "Posters, inserts, certificates as PDF for the printer"},
	"use-social":      {"Sur les réseaux", "On social networks"},
	"use-social-text": {"Cartes, couvertures et publications aux bonnes tailles", "Cards, covers and posts in the right sizes"},

	"since":        {"depuis", "since"},
	"levels-title": {"Sans attribution : les niveaux", "Without an award: the levels"},
	"levels-lead": {
		"Chaque niveau a ses images de référence. Une échelle appartient à des éditions : une image reste ce qu’elle était quand le label a été décerné.",
		"Each level has reference pictures. A scale belongs to editions: a picture stays what it was when the label was awarded."},
	"by-edition": {"Par édition :", "By edition:"},

	"awards-title": {"Dernières attributions", "Newest awards"},
	"awards-lead": {
		"L’adresse « latest » suit le registre : le badge montre toujours la dernière édition obtenue.",
		"The address “latest” follows the registry: the badge always shows the newest edition awarded."},
}
