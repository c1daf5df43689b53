package catalog

import (
	"net/url"
	"slices"
	"strings"
)

// A Signed is a signed document of a label: the credential of an award, or what
// it is verified with.
type Signed struct {
	Label     string
	Name      string // tells the documents of a label apart
	MediaType string
	Write     func() ([]byte, error) // the error may be an *[Error]
}

// SignedAt returns the signed document at one of the addresses
//
//	/{label}/holders/{holder}/{edition}/credential.json
//	/{label}/holders/{holder}/{edition}/credential.jwt
//	/{label}/issuer.json?key={id}
//	/{label}/status.json?purpose={purpose}
//
// and nil if the address is of another form. The error is an *[Error].
func (c *Catalog) SignedAt(address string) (*Signed, error) {
	path, query, _ := strings.Cut(withoutOrigin(address), "?")
	parts := strings.Split(strings.TrimPrefix(path, "/"), "/")
	file := parts[len(parts)-1]
	param, values := "", []string(nil)
	switch {
	case len(parts) == 5 && parts[1] == holdersWord && (file == credentialWord+".json" || file == credentialWord+".jwt"):
	case len(parts) == 2 && file == "issuer.json":
		param = "key"
	case len(parts) == 2 && file == "status.json":
		param, values = "purpose", []string{"revocation", "suspension"}
	default:
		return nil, nil
	}
	value, err := onlyParameter(query, param, values)
	if err != nil {
		return nil, err
	}
	if c.credentials == nil {
		return nil, &Error{ErrNotFound, "url", "ce service ne signe pas de badges ouverts", "this service signs no open badges"}
	}
	if len(parts) == 5 {
		return c.signedAward(path, strings.HasSuffix(file, ".jwt"))
	}
	p := c.Pack(parts[0])
	if p == nil {
		return nil, fault(ErrNotFound, "label", "label inconnu : %s", "unknown label: %s", quote(parts[0]))
	}
	d := &Signed{Label: p.ID, Name: file + " " + value, MediaType: "application/json"}
	switch {
	case param == "purpose":
		if value == "" {
			value = values[0]
		}
		d.Write = func() ([]byte, error) { return c.credentials.Status(c, p, value) }
	case value != "":
		d.Write = func() ([]byte, error) { return c.credentials.Key(p, value) }
	default:
		d.Write = func() ([]byte, error) { return c.credentials.Profile(p) }
	}
	return d, nil
}

// signedAward returns the credential of an award, as JSON or as a token. What
// was withdrawn keeps its credential: the status list says the rest.
func (c *Catalog) signedAward(path string, token bool) (*Signed, error) {
	r, err := ParseRequest(strings.TrimSuffix(strings.TrimSuffix(path, ".jwt"), ".json") + ".json")
	if err != nil {
		return nil, err
	}
	var a *Award
	if h := c.Holder(r.Label, r.Holder); h != nil && r.Edition == Latest {
		a = c.Current(h)
	} else if h != nil {
		a = h.Award(r.Edition)
	}
	if a == nil {
		return nil, &Error{ErrNotFound, "holder", "rien de tel n’a été attribué", "nothing such was awarded"}
	}
	d := &Signed{Label: r.Label, Name: a.Holder.ID + " " + a.Edition, MediaType: "application/json"}
	d.Write = func() ([]byte, error) { return c.credentials.Award(c, a) }
	if token {
		d.MediaType = "text/plain" // Open Badges 3.0 §5.2
		d.Write = func() ([]byte, error) {
			signed, err := c.credentials.Token(c, a)
			return []byte(signed), err
		}
	}
	return d, nil
}

// onlyParameter returns the parameter of a query called name, which is the only
// one it may have, once, with one of the values if there are any. Without a
// name, it may have none.
func onlyParameter(query, name string, values []string) (string, error) {
	q, err := url.ParseQuery(query)
	got := q[name]
	others := len(q) - min(1, len(got))
	ok := err == nil && others == 0 && len(got) <= 1 && (name != "" || len(got) == 0)
	if ok && len(got) == 1 && (values == nil || slices.Contains(values, got[0])) {
		return got[0], nil
	}
	if ok && len(got) == 0 {
		return "", nil
	}
	switch {
	case name == "":
		return "", fault(ErrInvalid, "query", "aucun paramètre n’est admis", "no parameter is allowed")
	case values == nil:
		return "", fault(ErrInvalid, "query", "seul paramètre admis : %s, une fois", "the only parameter is %s, once", name)
	}
	return "", fault(ErrInvalid, "query", "seul paramètre admis : %s, une fois, parmi %s",
		"the only parameter is %s, once, out of %s", name, oneOf(values))
}
