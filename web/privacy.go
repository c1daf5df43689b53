package web

import (
	"net/http"
	"strings"

	"panonceau/catalog"
)

// A privacyPage says what the service knows of its readers. Its sentences are
// claims about this program: TestPrivacy of package server holds them, and who
// changes what is logged or sent changes them.
type privacyPage struct {
	frame
	Sections []privacySection
	Policy   string // of pages, as sent
	LogLine  string // of the access log, as written
	Kit      string // of an award, as an example
	KitOf    string
}

type privacySection struct {
	Title string
	Text  []string
	Show  string // what follows: "log" or "policy"; empty: nothing
}

// logExample is a line of the access log, of an address for documentation (RFC
// 5737).
const logExample = "level=INFO msg=request method=GET uri=/tnl/2020/3/logo.svg status=200 bytes=4242 took=412µs from=192.0.2.0/24"

// privacy answers with the page about what the service knows of its readers.
func (s *Web) privacy(w http.ResponseWriter, r *http.Request) {
	f := s.frame(w, r, "privacy")
	site := s.site.Load()
	p := &privacyPage{frame: f, Policy: policy, LogLine: logExample}
	p.Description = phrases["privacy-lead"].in(f.Lang)
	p.Canonical = s.Origin(r) + inLanguage("/privacy", f.Lang)
	for _, c := range privacySections {
		if c.when != "" && !s.serves(c.when) {
			continue
		}
		section := privacySection{Title: say(f.Lang, c.title.fr, c.title.en), Show: c.show}
		for _, t := range c.text {
			section.Text = append(section.Text, say(f.Lang, t.fr, t.en))
		}
		p.Sections = append(p.Sections, section)
	}
	if a := site.someAward(); a != nil {
		p.Kit = strings.Replace(proofOf(site.labelOf(a.Holder), a), "#", "/", 1) + ".zip"
		p.KitOf = a.Name
	}
	s.respond(w, r, http.StatusOK, "privacy.html", p)
}

// someAward returns an award in force, as an example, or nil.
func (s *site) someAward() *catalog.Award {
	for _, p := range s.catalog.Packs {
		for _, h := range s.catalog.Holders(p.ID) {
			if a := s.catalog.Current(h); s.catalog.StateOf(a) == catalog.StateOK {
				return a
			}
		}
	}
	return nil
}

// privacySections are what the page says; one with "when" only where the
// service answers that address.
var privacySections = []struct {
	title phrase
	text  []phrase
	show  string
	when  string
}{
	{title: phrase{"Qui affiche une image reste inconnu", "Whoever sees a picture stays unknown"}, text: []phrase{
		{"Une image de ce service collée dans une page est demandée par le navigateur de chaque visiteur. Le service n’en apprend que ce qui suit, et n’en fait rien d’autre que répondre.",
			"A picture of this service in a page is asked for by the browser of each visitor. The service learns of it what follows, and does nothing but answer."},
		{"Aucun cookie n’est déposé, sur aucune adresse. Rien n’est gardé dans le navigateur, sauf la copie de l’image que tout navigateur fait pour ne pas la redemander.",
			"No cookie is set, at any address. Nothing is kept in the browser but the copy of the picture that every browser makes so as not to ask again."},
		{"Aucun compte, aucune mesure d’audience, aucune empreinte, aucun traceur.", "No account, no audience measurement, no fingerprint, no tracker."},
	}},
	{title: phrase{"Ce que le journal contient", "What the log holds"}, show: "log", text: []phrase{
		{"Une ligne par demande, sur la sortie du programme : la méthode, l’adresse demandée (256 octets au plus), le statut, la taille, la durée et le réseau d’où vient la demande.",
			"One line for each request, on the program’s output: the method, the address asked for (at most 256 bytes), the status, the size, the time taken and the network it came from."},
		{"Le réseau, pas l’adresse IP : ses 24 premiers bits, ou 48 en IPv6. L’adresse entière n’est écrite nulle part par ce programme.",
			"The network, not the IP address: its first 24 bits, or 48 for IPv6. This program writes the whole address nowhere."},
		{"Le navigateur (User-Agent), la page d’où vient la demande (Referer) et les langues ne sont pas écrits. Les deux premiers ne sont pas même lus.",
			"The browser (User-Agent), the page that the request came from (Referer) and languages are not written down. The first two are not even read."},
		{"Une adresse peut contenir un nom, dans « name » : n’y mettez pas celui d’une personne. L’opérateur peut ne journaliser que les erreurs (PANONCEAU_LOG=errors).",
			"An address may hold a name, in “name”: do not put that of a person there. The operator can log failures only (PANONCEAU_LOG=errors)."},
		{"Ce programme ne garde pas ses journaux : leur conservation est un choix de l’opérateur de ce serveur, comme les journaux d’un serveur frontal ou d’un CDN devant lui, que cette page ne connaît pas.",
			"This program does not keep its logs: how long they are kept is a choice of the operator of this server, as are the logs of a front server or a CDN before it, which this page does not know."},
	}},
	{title: phrase{"Aucun tiers", "No third party"}, show: "policy", text: []phrase{
		{"Les pages de ce service ne chargent rien d’ailleurs : ni police, ni script, ni image. Le navigateur y est tenu par cette règle, envoyée avec chaque page :",
			"The pages of this service load nothing from elsewhere: no font, no script, no picture. The browser is held to it by this rule, sent with each page:"},
	}},
	{title: phrase{"La carte", "The map"}, when: "/{label}/map", text: []phrase{
		{"Sans réglage de l’opérateur, la carte est dessinée par ce service seul. S’il a choisi un fournisseur de fonds de carte, la page de la carte, et elle seule, lui demande les carreaux : ce fournisseur voit alors l’adresse IP du lecteur. La règle de cette page nomme le fournisseur.",
			"Unless the operator sets otherwise, this service alone draws the map. If they chose a provider of map tiles, the page of the map, and no other, asks it for tiles: that provider then sees the reader’s IP address. The rule of that page names the provider."},
	}},
	{title: phrase{"Les fichiers à vérifier", "Files to check"}, when: "/verify", text: []phrase{
		{"Un fichier déposé sur la page de vérification est lu en mémoire, comparé, et oublié avec la réponse. Il n’est ni écrit, ni transmis, ni journalisé.",
			"A file put on the checking page is read in memory, compared, and forgotten with the answer. It is not written, passed on or logged."},
	}},
	{title: phrase{"Ce que le registre contient", "What the registry holds"}, text: []phrase{
		{"Le nom, le code officiel et le lieu d’organismes publics et d’associations, et ce qui leur a été décerné, avec la source : des informations publiques, sur des organismes et non sur des personnes.",
			"The name, the official code and the place of public bodies and associations, and what they were awarded, with the source: public information, about bodies and not about persons."},
	}},
}
