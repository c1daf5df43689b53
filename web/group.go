package web

// groupNames are the titles of groups of routes.
var groupNames = map[Group]phrase{
	Pictures: {"Images", "Pictures"},
	Holders:  {"Titulaires", "Holders"},
	Trust:    {"Confiance", "Trust"},
	Pages:    {"Pages", "Pages"},
	Service:  {"Service", "Service"},
}
