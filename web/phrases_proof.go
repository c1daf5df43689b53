package web

// proofPhrases are those of proof pages and of pages that say why there is
// nothing at an address.
var proofPhrases = map[string]phrase{
	"proof":        {"Preuve", "Proof"},
	"proof-notice": {"Les images de ce service :", "The pictures of this service:"},
	"proof-awards": {"Toutes les attributions", "All awards"},
	"proof-awards-lead": {
		"Chaque édition est une attribution à part : une édition plus récente n’enlève rien aux précédentes.",
		"Each edition is an award of its own: a newer one takes nothing from those before."},
	"proof-reason":     {"Motif :", "Reason:"},
	"proof-mentions":   {"Mentions", "Mentions"},
	"proof-as":         {"Nom d’alors", "Name then"},
	"proof-level":      {"Niveau", "Level"},
	"proof-date":       {"Décerné le", "Awarded on"},
	"proof-code":       {"Code", "Code"},
	"proof-source":     {"Source", "Source"},
	"proof-create":     {"Choisir une image", "Choose a picture"},
	"proof-kit":        {"Télécharger le kit (zip)", "Download the kit (zip)"},
	"proof-credential": {"Attestation signée", "Signed credential"},
	"proof-more":       {"Pour aller plus loin", "More"},
	"label-site":       {"le site du label", "the site of the label"},
	"proof-verify":     {"Vérifier un fichier ou un code", "Check a file or a code"},
	"proof-verify-use": {"logo reçu, code imprimé, adresse", "a logo you were sent, a printed code, an address"},
	"proof-json":       {"Cette page en JSON", "This page as JSON"},
	"proof-json-use":   {"les mêmes informations, pour les programmes", "the same, for programs"},

	"lost-holder": {"Titulaire inconnu", "Unknown holder"},
	"lost-holder-text": {
		"Le registre n’a personne sous l’identifiant « %s ». Ce n’est pas une preuve : si un document mène ici, il ne vient pas de ce service, ou l’adresse a été mal recopiée.",
		"The registry has nobody under the identifier “%s”. This proves nothing: if a document leads here, it is not from this service, or the address was copied wrong."},
	"lost-code": {"Code inconnu", "Unknown code"},
	"lost-code-text": {
		"Aucune attribution n’a le code « %s ». Vérifiez les huit caractères ; O et 0, I, L et 1 se valent. Si le code est bien celui du document, celui-ci n’atteste rien.",
		"No award has the code “%s”. Check the eight characters; O and 0, I, L and 1 count as the same. If this is the code on the document, it attests nothing."},
	"lost-specimen": {"C’est un spécimen", "This is a specimen"},
	"lost-specimen-text": {
		"Le document que vous avez scanné montre à quoi ressemblerait une image du label. Il n’atteste rien : le nom qu’il porte n’a pas été vérifié, et le mot SPÉCIMEN y est écrit. Un document officiel mène à la page de son titulaire.",
		"The document you scanned shows what a picture of the label would look like. It attests nothing: nobody checked the name on it, and it says SPECIMEN. An official document leads to the page of its holder."},
	"lost-typed": {"Un code imprimé ?", "A printed code?"},
	"lost-typed-text": {
		"Chaque image imprimée d’une attribution porte un code de huit lettres et chiffres : il mène à sa preuve.",
		"Each printed picture of an award has a code of eight letters and digits: it leads to its proof."},
	"lost-next": {"Que faire ?", "What now?"},
	"lost-ask":  {"Code imprimé sous l’image", "Code printed below the picture"},
	"lost-hint": {"huit lettres et chiffres, comme 4K7P-2M9X", "eight letters and digits, as in 4K7P-2M9X"},
	"lost-go":   {"Vérifier", "Check"},
	"lost-all":  {"Tous les titulaires, en tableau", "All holders, as a spreadsheet"},
	"lost-home": {"Chercher une collectivité ou un label", "Find a body or a label"},
}
