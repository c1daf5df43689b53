package server

import (
	"io"
	"net/http"
	"net/url"
	"strings"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/web"
)

// mediaToken is the media type of tokens (Open Badges 3.0 §5.2).
const mediaToken = "text/plain"

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
		{Pattern: "GET /{label}/holders/{holder}/{edition}/credential.json", Handler: s.award("json"),
			Name: "credential", Group: web.Trust,
			Fr:      "l’attribution en badge ouvert (Open Badges 3.0), avec sa preuve eddsa-rdfc-2022",
			En:      "the award as an open badge (Open Badges 3.0), with its proof eddsa-rdfc-2022",
			Answers: answers("application/json"), Example: "/tnl/holders/213801517/2025/credential.json"},
		{Pattern: "GET /{label}/holders/{holder}/{edition}/credential.jwt", Handler: s.award("jwt"),
			Name: "credentialToken", Group: web.Trust,
			Fr:      "la même chose en jeton signé (VC-JWT, EdDSA)",
			En:      "the same as a signed token (VC-JWT, EdDSA)",
			Answers: answers(mediaToken), Example: "/tnl/holders/213801517/2025/credential.jwt"},
		{Pattern: "GET /{label}/issuer.json", Handler: s.issuer, Name: "issuer", Group: web.Trust, Query: []string{"key"},
			Fr:      "qui signe les badges ouverts d’un label, et ses clés publiques ; avec « key », une clé en JWK",
			En:      "who signs the open badges of a label, and its public keys; with “key”, one key as a JWK",
			Answers: answers("application/json"), Example: "/tnl/issuer.json"},
		{Pattern: "GET /{label}/status.json", Handler: s.status, Name: "status", Group: web.Trust, Query: []string{"purpose"},
			Fr:      "quelles attributions ne valent plus (Bitstring Status List) ; avec « purpose=suspension », lesquelles sont suspendues",
			En:      "which awards no longer hold (Bitstring Status List); with “purpose=suspension”, which are suspended",
			Answers: answers("application/json"), Example: "/tnl/status.json"},
	}
}

// award answers with the credential of an award, as JSON or as a token. What
// was withdrawn keeps its credential: the status list says the rest.
func (s *Server) award(ext string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		site := s.site.Load()
		c := site.catalog
		_, err := only(r, "")
		a := (*catalog.Award)(nil)
		if err == nil {
			a, err = findAward(c, r)
		}
		if err != nil {
			s.refuseTwin(w, err)
			return
		}
		at := a.Holder.Label() + "/" + a.Holder.ID + "/" + a.Edition
		if ext == "jwt" {
			s.publish(w, r, site, a.Holder.Label(), mediaToken, at, func() ([]byte, error) {
				token, err := c.Credentials().Token(c, a)
				return []byte(token), err
			})
			return
		}
		s.publish(w, r, site, a.Holder.Label(), "application/json", at, func() ([]byte, error) { return c.Credentials().Award(c, a) })
	}
}

// findAward returns the award that a path names, in any spelling that pictures
// are asked for with.
func findAward(c *catalog.Catalog, r *http.Request) (*catalog.Award, error) {
	path, _, _ := strings.Cut(r.RequestURI, "?")
	request, err := catalog.ParseRequest(strings.TrimSuffix(path, ".jwt") + ".json")
	if strings.HasSuffix(path, ".json") {
		request, err = catalog.ParseRequest(path)
	}
	if err != nil {
		return nil, err
	}
	missing := &catalog.Error{Kind: catalog.ErrNotFound, Param: "holder",
		Fr: "rien de tel n’a été attribué", En: "nothing such was awarded"}
	h := c.Holder(request.Label, request.Holder)
	if h == nil {
		return nil, missing
	}
	if request.Edition == catalog.Latest {
		return c.Current(h), nil
	}
	if a := h.Award(request.Edition); a != nil {
		return a, nil
	}
	return nil, missing
}

// issuer answers with who signs, or with one key.
func (s *Server) issuer(w http.ResponseWriter, r *http.Request) {
	site := s.site.Load()
	c := site.catalog
	p := c.Pack(r.PathValue("label"))
	key, err := only(r, "key")
	switch {
	case err != nil:
		s.refuseTwin(w, err)
	case p == nil:
		s.web.Missing(w, r)
	case key != "":
		s.publish(w, r, site, p.ID, "application/json", "key "+key, func() ([]byte, error) { return c.Credentials().Key(p, key) })
	default:
		s.publish(w, r, site, p.ID, "application/json", "issuer", func() ([]byte, error) { return c.Credentials().Profile(p) })
	}
}

// status answers with a status list.
func (s *Server) status(w http.ResponseWriter, r *http.Request) {
	site := s.site.Load()
	c := site.catalog
	p := c.Pack(r.PathValue("label"))
	purpose, err := only(r, "purpose", "revocation", "suspension")
	switch {
	case err != nil:
		s.refuseTwin(w, err)
	case p == nil:
		s.web.Missing(w, r)
	default:
		if purpose == "" {
			purpose = "revocation"
		}
		s.publish(w, r, site, p.ID, "application/json", "status "+purpose, func() ([]byte, error) {
			return c.Credentials().Status(c, p, purpose)
		})
	}
}

// only returns the parameter of a request called name, which is the only one
// it may have, once, and with one of the values if there are any.
func only(r *http.Request, name string, values ...string) (string, error) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	got := query[name]
	delete(query, name)
	bad := err != nil || len(query) > 0 || len(got) > 1 || (name == "" && len(got) > 0)
	if len(got) == 1 && len(values) > 0 {
		bad = bad || got[0] != values[0] && got[0] != values[1]
	}
	if bad {
		fr, en := "aucun paramètre n’est admis", "no parameter is allowed"
		if name != "" {
			fr, en = "seul paramètre admis : "+name+", une fois", "the only parameter is "+name+", once"
		}
		if len(values) > 0 {
			among := strings.Join(values, ", ")
			fr, en = fr+", parmi "+among, en+", out of "+among
		}
		return "", &catalog.Error{Kind: catalog.ErrInvalid, Param: "query", Fr: fr, En: en}
	}
	if len(got) == 0 {
		return "", nil
	}
	return got[0], nil
}

// publish answers with a signed document of a label. Copies are good for
// minutes and are never shown stale: they tell what no longer holds.
func (s *Server) publish(w http.ResponseWriter, r *http.Request, site *site, label, media, name string, write func() ([]byte, error)) {
	if site.catalog.Credentials() == nil {
		s.refuseTwin(w, &catalog.Error{Kind: catalog.ErrNotFound, Param: "url",
			Fr: "ce service ne signe pas de badges ouverts", En: "this service signs no open badges"})
		return
	}
	state, _ := site.catalog.Snapshot(label)
	d := &press.Document{
		Key:       "credential " + media + " " + site.catalog.Credentials().ID() + " " + state + " " + label + " " + name,
		MediaType: media,
		Write: func(w io.Writer) error {
			b, err := write()
			if err == nil {
				_, err = w.Write(b)
			}
			return err
		},
	}
	a := newAnswer(http.StatusOK, d.ETag(s.press), &press.Format{MediaType: media, Compressible: true})
	a.add(&a.always, "Cache-Control", cachePage)
	out, err := s.press.Publish(r.Context(), d)
	if statusOf(err) == http.StatusNotFound {
		s.refuseTwin(w, err)
		return
	}
	if err != nil {
		s.refuse(w, r, catalog.Request{}, err)
		return
	}
	if !a.notModified(w, r) {
		a.write(w, r, out)
	}
}
