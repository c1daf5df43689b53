package web

// infoPhrases are those of the pages about the service.
var infoPhrases = map[string]phrase{
	"nav-docs":     {"Documentation", "Documentation"},
	"nav-privacy":  {"Vie privée", "Privacy"},
	"nav-specimen": {"Spécimens", "Specimens"},

	"privacy": {"Vie privée", "Privacy"},
	"privacy-lead": {
		"Aucun cookie, aucun tiers, aucune adresse IP complète. Cette page décrit ce que fait le programme ; un test la compare au code.",
		"No cookie, no third party, no full IP address. This page describes what the program does; a test compares it with the code."},
	"privacy-self": {"Le mieux : héberger l’image chez vous", "Best: host the picture yourself"},
	"privacy-self-text": {
		"Une image servie par votre propre site n’envoie aucune demande à personne : c’est ce que le RGPD préfère. Le kit d’une attribution a toutes ses images, prêtes à déposer sur votre serveur. L’adresse de ce service reste utile pour ce qui change : le badge « latest ».",
		"A picture served by your own site sends no request to anybody: that is what the GDPR prefers. The kit of an award has all its pictures, ready for your server. The address of this service remains useful for what changes: the “latest” badge."},
	"privacy-kit":  {"Un exemple : le kit de", "An example: the kit of"},
	"privacy-find": {"Trouver le kit de votre collectivité", "Find the kit of your body"},

	"docs": {"Documentation", "Documentation"},
	"docs-lead": {
		"Chaque image a une adresse, et une adresse publiée ne casse jamais. Tout ce qui suit est tiré des tables mêmes qui répondent.",
		"Each picture has an address, and an address once published never breaks. All that follows is made from the very tables that answer."},
	"docs-contents": {"Sommaire", "Contents"},
	"docs-grammar":  {"Les adresses des images", "The addresses of pictures"},
	"docs-grammar-text": {
		"Une image de référence montre un niveau et personne ; l’image d’un titulaire montre ce qui lui a été décerné, et rien d’autre : le niveau n’est pas dans l’adresse.",
		"A reference picture shows a level and nobody; the picture of a holder shows what it was awarded and nothing else: the level is not in the address."},
	"docs-id":      {"SIREN", "SIREN"},
	"part-label":   {"label", "label"},
	"part-edition": {"édition", "edition"},
	"part-level":   {"niveau", "level"},
	"part-design":  {"visuel", "design"},
	"docs-formats": {"Formats :", "Formats:"},
	"docs-stable": {
		"Après le SIREN peut venir un tiret et n’importe quel nom, pour les gens : il est ignoré. L’édition fige une image ; « latest » suit le registre. L’ordre des paramètres est libre ; la forme canonique est dans l’en-tête Link.",
		"After the SIREN may come a hyphen and any name, for people: it is ignored. The edition pins a picture; “latest” follows the registry. Parameters come in any order; the canonical form is in the header Link."},
	"docs-examples":      {"Exemples", "Examples"},
	"docs-examples-text": {"De vraies images, dessinées à l’instant par ces adresses.", "Real pictures, drawn right now by these addresses."},
	"docs-of-award":      {"L’image d’une attribution", "The picture of an award"},
	"docs-of-latest":     {"La dernière attribution", "The newest award"},
	"docs-of-level":      {"Un niveau", "A level"},
	"docs-of-png":        {"En PNG, d’une largeur choisie", "As PNG, at a chosen width"},
	"docs-of-dark":       {"Pour une page sombre", "For a dark page"},
	"docs-of-name":       {"Un nom libre : spécimen", "A free name: a specimen"},
	"docs-options":       {"Les paramètres", "Parameters"},
	"docs-options-text": {
		"Une valeur hors des bornes est refusée par une image qui dit lesquelles. Les valeurs sont celles du label",
		"A value out of bounds is refused by a picture that says the bounds. The values are those of the label"},
	"docs-name":    {"Paramètre", "Parameter"},
	"docs-values":  {"Valeurs", "Values"},
	"docs-for":     {"Seulement pour", "Only for"},
	"docs-effect":  {"Effet", "Effect"},
	"docs-default": {"sans lui :", "without it:"},
	"docs-embed":   {"Intégrer une image", "Embedding a picture"},
	"docs-embed-text": {
		"Collez l’un de ces extraits ; l’attribut alt dit ce que l’image atteste, gardez-le.",
		"Paste one of these; the alt attribute says what the picture attests, keep it."},
	"docs-twin": {
		"Chaque image a une description en JSON, à la même adresse : texte de remplacement, taille, formats, état, extraits.",
		"Each picture has a description as JSON at the same address: text alternative, size, formats, state, snippets."},
	"docs-csp": {
		"Si votre site a une politique de sécurité (CSP), permettez-lui les images de ce service :",
		"If your site has a security policy (CSP), allow it the pictures of this service:"},
	"docs-cors": {
		"Les images et leurs descriptions se lisent de toute origine (Access-Control-Allow-Origin : *), et s’affichent dans toute page (Cross-Origin-Resource-Policy).",
		"Pictures and their descriptions can be read from any origin (Access-Control-Allow-Origin: *), and shown in any page (Cross-Origin-Resource-Policy)."},
	"docs-oembed": {
		"Un outil qui connaît oEmbed fait d’une adresse de preuve une carte :", "A tool that knows oEmbed turns the address of a proof into a card:"},
	"docs-shields": {
		"Un tableau de bord fait de badges de shields.io montre la dernière attribution ainsi :", "A dashboard made of badges of shields.io shows the newest award so:"},
	"docs-badge": {
		"Les adresses statiques de shields.io répondent ici aussi ; un badge qui nomme un label est un spécimen :", "The static addresses of shields.io answer here too; a badge that names a label is a specimen:"},
	"docs-states": {"Les états", "States"},
	"docs-states-text": {
		"Ce qui n’existe pas ou ne vaut plus a une image aussi, qui le dit : une page n’est jamais cassée. L’en-tête Panonceau-State donne l’état ; la description JSON a le vrai statut.",
		"What does not exist or no longer holds has a picture too, which says so: no page is ever broken. The header Panonceau-State tells the state; the JSON description has the true status."},
	"docs-means":   {"Sens", "Meaning"},
	"docs-picture": {"Image", "Picture"},
	"docs-caching": {"Combien de temps garder une copie", "How long to keep a copy"},
	"docs-caching-text": {
		"Chaque réponse le dit. Les ETag sont forts : redemander avec If-None-Match ne coûte qu’un 304.",
		"Each answer says so. ETags are strong: to ask again with If-None-Match costs a 304 only."},
	"docs-what":  {"Réponse", "Answer"},
	"docs-trust": {"Confiance", "Trust"},
	"docs-trust-proof": {
		"Une attribution du registre est attestée ; sa page de preuve répond à « est-ce vrai, est-ce encore valable ? ».",
		"An award of the registry is attested; its proof page answers “is it true, is it still valid?”."},
	"docs-trust-free": {
		"Un nom libre donne un spécimen, marqué dans le dessin, sauf si le label a signé l’adresse (sig).",
		"A free name gives a specimen, marked in the drawing, unless the label has signed the address (sig)."},
	"docs-trust-code": {
		"Une image imprimée porte un code de huit caractères et un QR qui mènent à la preuve :",
		"A printed picture has a code of eight characters and a QR code that lead to the proof:"},
	"docs-privacy": {"Aucun cookie, aucun tiers :", "No cookie, no third party:"},
	"docs-errors":  {"Les erreurs", "Errors"},
	"docs-errors-text": {
		"Une erreur nomme ce qui ne va pas, où, et ce qui serait admis, en français et en anglais ; dans le format demandé s’il s’affiche dans une page.",
		"An error names what is wrong, where, and what would be allowed, in French and English; in the format asked for if pages show it."},
	"docs-304":            {"la copie que vous avez est la bonne", "the copy you have is right"},
	"docs-400":            {"l’adresse est mal formée, hors des bornes ou contraire à la charte du label", "the address is malformed, out of bounds or against the charter of the label"},
	"docs-404":            {"il n’y a rien de tel", "there is no such thing"},
	"docs-503":            {"trop de travail à la fois : réessayer après le temps dit par Retry-After", "too much work at once: try again after the time that Retry-After tells"},
	"docs-cli":            {"En ligne de commande", "On the command line"},
	"docs-cli-text":       {"Le même programme, sans serveur ; les mêmes adresses, les mêmes octets.", "The same program without a server; the same addresses, the same bytes."},
	"docs-command":        {"Commande", "Command"},
	"docs-addresses":      {"Toutes les adresses", "All addresses"},
	"docs-addresses-text": {"Pour les programmes, le même catalogue selon OpenAPI 3.1 :", "For programs, the same catalogue as OpenAPI 3.1:"},
	"docs-takes":          {"Paramètres :", "Parameters:"},
	"docs-example":        {"Exemple :", "Example:"},
	"docs-answers":        {"Autres réponses", "Other answers"},

	"specimen": {"Spécimens", "Specimens"},
	"specimen-lead": {
		"chaque visuel avec le plus court et le plus long des noms, et un nom en deux langues. Le mot SPÉCIMEN est là parce que ces noms n’ont rien reçu.",
		"every design with the shortest and the longest of names, and a name in two languages. They say SPECIMEN because these names were awarded nothing."},
	"specimen-labels": {"Labels", "Labels"},
}
