package server

import (
	"io"
	"net/http"
	"strings"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/web"
)

// credentials are the addresses of awards as open badges, and of what verifies
// them.
func (s *Server) credentials() []web.Route {
	answers := func(media string) []web.Answer {
		return []web.Answer{
			{Status: http.StatusOK, Media: media},
			{Status: http.StatusNotModified, Fr: "vous avez déjà ce document", En: "you have this document already"},
			{Status: http.StatusBadRequest, Media: "application/json", Value: twinFault{},
				Fr: "un paramètre n’est pas admis", En: "a parameter is not allowed"},
			{Status: http.StatusNotFound, Media: "application/json", Value: twinFault{},
				Fr: "rien de tel n’a été attribué, ou le service ne signe pas", En: "nothing such was awarded, or the service does not sign"},
		}
	}
	return []web.Route{
		{Pattern: "GET /{label}/holders/{holder}/{edition}/credential.json", Handler: s.signed,
			Name: "credential", Group: web.Trust,
			Fr:      "l’attribution en badge ouvert (Open Badges 3.0), avec sa preuve eddsa-rdfc-2022",
			En:      "the award as an open badge (Open Badges 3.0), with its proof eddsa-rdfc-2022",
			Answers: answers("application/json"), Example: "/tnl/holders/213801517/2025/credential.json"},
		{Pattern: "GET /{label}/holders/{holder}/{edition}/credential.jwt", Handler: s.signed,
			Name: "credentialToken", Group: web.Trust,
			Fr:      "la même chose en jeton signé (VC-JWT, EdDSA)",
			En:      "the same as a signed token (VC-JWT, EdDSA)",
			Answers: answers("text/plain"), Example: "/tnl/holders/213801517/2025/credential.jwt"},
		{Pattern: "GET /{label}/issuer.json", Handler: s.signed, Name: "issuer", Group: web.Trust, Query: []string{"key"},
			Fr:      "qui signe les badges ouverts d’un label, et ses clés publiques ; avec « key », une clé en JWK",
			En:      "who signs the open badges of a label, and its public keys; with “key”, one key as a JWK",
			Answers: answers("application/json"), Example: "/tnl/issuer.json"},
		{Pattern: "GET /{label}/status.json", Handler: s.signed, Name: "status", Group: web.Trust, Query: []string{"purpose"},
			Fr:      "quelles attributions ne valent plus (Bitstring Status List) ; avec « purpose=suspension », lesquelles sont suspendues",
			En:      "which awards no longer hold (Bitstring Status List); with “purpose=suspension”, which are suspended",
			Answers: answers("application/json"), Example: "/tnl/status.json"},
	}
}

// signed answers with a signed document of a label. Copies are good for minutes
// and are never shown stale: they tell what no longer holds.
func (s *Server) signed(w http.ResponseWriter, r *http.Request) {
	site := s.site.Load()
	signed, err := site.catalog.SignedAt(r.RequestURI)
	if err != nil {
		s.refuseTwin(w, err)
		return
	}
	if signed == nil {
		s.web.Missing(w, r)
		return
	}
	state, _ := site.catalog.Snapshot(signed.Label)
	d := &press.Document{
		Key: strings.Join([]string{"signed", signed.MediaType, site.catalog.Credentials().ID(), state,
			signed.Label, signed.Name}, "\n"),
		MediaType: signed.MediaType,
		Write: func(w io.Writer) error {
			b, err := signed.Write()
			if err == nil {
				_, err = w.Write(b)
			}
			return err
		},
	}
	a := newAnswer(http.StatusOK, d.ETag(s.press), &press.Format{MediaType: signed.MediaType, Compressible: true})
	a.add(&a.always, "Cache-Control", cachePage)
	out, err := s.press.Publish(r.Context(), d)
	switch {
	case err != nil && statusOf(err) == http.StatusNotFound:
		s.refuseTwin(w, err)
	case err != nil:
		s.refuse(w, r, catalog.Request{}, err)
	case !a.notModified(w, r):
		a.write(w, r, out)
	}
}
