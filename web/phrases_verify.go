package web

// verifyPhrases are those of the page that checks files, codes and addresses.
var verifyPhrases = map[string]phrase{
	"verify":            {"Vérifier", "Check"},
	"verify-lead":       {"Un logo reçu, un code imprimé, une adresse : est-ce d’ici, et est-ce toujours valable ?", "A logo you were sent, a printed code, an address: is it from here, and does it still hold?"},
	"verify-code":       {"Un code ou une adresse", "A code or an address"},
	"verify-code-label": {"Code, adresse ou SIREN", "Code, address or SIREN"},
	"verify-code-hint":  {"Le code est sous le QR : huit lettres et chiffres, comme CMQ1-R5D6.", "The code is below the QR code: eight letters and digits, as in CMQ1-R5D6."},
	"verify-file":       {"Un fichier", "A file"},
	"verify-file-label": {"Déposez un fichier, ou choisissez-le", "Drop a file, or choose one"},
	"verify-file-hint":  {"SVG, PNG, JPEG, PDF ou TIFF, de 16 Mio au plus. Il est lu, puis oublié.", "SVG, PNG, JPEG, PDF or TIFF, of at most 16 MiB. It is read, then forgotten."},
	"verify-go":         {"Vérifier", "Check"},
	"verify-go-file":    {"Vérifier le fichier", "Check the file"},
	"verify-or":         {"ou", "or"},
	"verify-holder":     {"Titulaire", "Holder"},
	"verify-award":      {"Attribution", "Award"},
	"verify-edition":    {"édition", "edition"},
	"verify-proof":      {"Voir la preuve", "See the proof"},
	"verify-picture":    {"Voir l’image à son adresse", "See the picture at its address"},
	"verify-key":        {"Clé de la signature :", "Key of the signature:"},
	"verify-not":        {"Une capture d’écran ou une image redessinée ne dit plus d’où elle vient : seul le code, ou l’adresse, peut alors être vérifié.", "A screenshot or a redrawn picture no longer says where it is from: then only the code, or the address, can be checked."},
	"verify-offline":    {"Pour vérifier sans ce service, les clés publiques :", "To check without this service, the public keys:"},
	"verify-busy":       {"Trop de vérifications sont en cours ; réessayez dans quelques secondes.", "Too many checks are under way; try again in a few seconds."},
	"verify-large":      {"Le fichier dépasse 16 Mio.", "The file is larger than 16 MiB."},
	"verify-nothing":    {"Aucun fichier n’a été reçu.", "No file was received."},
	"nav-verify":        {"Vérifier", "Check"},
}
