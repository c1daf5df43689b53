package verify

import (
	"net/url"
	"strings"

	"panonceau/catalog"
)

// maxQuestion bounds a code or an address; the grammar of addresses has the same.
const maxQuestion = 2048

// Text answers about a code, an address of this service, with or without its
// origin, or the SIREN of a holder.
func (c *Checker) Text(q string) *Answer {
	q = strings.TrimSpace(q)
	switch {
	case q == "":
		return answer(NotOurs, sentence("Il n’y a rien à vérifier.", "There is nothing to check."))
	case len(q) > maxQuestion:
		return answer(NotOurs, sentence("La question est trop longue : 2048 octets au plus.", "The question is too long: at most 2048 bytes."))
	case isSpecimen(q):
		return specimen("code")
	}
	if catalog.NormalCode(q) != "" {
		return c.code(q)
	}
	if a := c.holder(q); a != nil {
		return a
	}
	path, foreign := c.path(q)
	switch {
	case foreign != "":
		return elsewhere(foreign)
	case !strings.HasPrefix(path, "/"):
		return answer(NotOurs, sentence("Ce n’est ni un code, ni une adresse : un code a huit lettres et chiffres, comme CMQ1-R5D6.",
			"This is neither a code nor an address: a code has eight letters and digits, as CMQ1-R5D6."))
	}
	return c.address(path)
}

func isSpecimen(q string) bool {
	return catalog.NormalCode(q) == catalog.NormalCode(catalog.SpecimenCode)
}

func specimen(by string) *Answer {
	a := answer(Specimen, sentence("Une composition libre, que personne n’atteste : elle porte la mention SPÉCIMEN.",
		"A free composition that nobody attests: it bears the mark SPECIMEN."))
	a.By = by
	return a
}

func elsewhere(origin string) *Answer {
	return answer(NotOurs, sentence("L’adresse est celle d’un autre service, "+origin+" : c’est à lui qu’il faut demander.",
		"The address is of another service, "+origin+": that is whom to ask."))
}

func (c *Checker) code(q string) *Answer {
	a := c.catalog.ByCode(q)
	if a == nil {
		return answer(NotOurs, sentence("Aucune attribution n’a ce code.", "No award has this code."))
	}
	out := c.award(a)
	out.By = "code"
	return out
}

// holder answers about the newest award of a holder, by its identifier.
func (c *Checker) holder(id string) *Answer {
	id = strings.ReplaceAll(id, " ", "")
	for _, p := range c.catalog.Packs {
		if h := c.catalog.Holder(p.ID, id); h != nil {
			out := c.award(c.catalog.Current(h))
			out.By = "address"
			out.Proof = c.origin + "/" + p.ID + "/holders/" + h.ID
			return out
		}
	}
	return nil
}

// path returns the path of an address of this service, as people copy it: with
// the scheme, without, or from the first slash. For that of another service it
// returns its origin.
func (c *Checker) path(q string) (path, foreign string) {
	if strings.HasPrefix(q, "/") && !strings.HasPrefix(q, "//") {
		return q, ""
	}
	whole := q
	if !strings.Contains(q, "://") {
		host, _, slash := strings.Cut(q, "/")
		if !slash || !strings.ContainsAny(host, ".:") {
			return q, ""
		}
		whole = "https://" + q
	}
	u, err := url.Parse(whole)
	if err != nil || u.Host == "" {
		return "", ""
	}
	ours, err := url.Parse(c.origin)
	if err != nil || !strings.EqualFold(u.Host, ours.Host) {
		return "", u.Scheme + "://" + u.Host
	}
	return strings.TrimPrefix(whole, whole[:strings.Index(whole, "://")+3+len(u.Host)]), ""
}

// address answers about an address of this service.
func (c *Checker) address(path string) *Answer {
	bare, _, _ := strings.Cut(path, "?")
	bare, _, _ = strings.Cut(bare, "#")
	parts := strings.Split(strings.Trim(bare, "/"), "/")
	switch {
	case len(parts) == 2 && parts[0] == "c" && isSpecimen(parts[1]):
		return specimen("code")
	case len(parts) == 2 && parts[0] == "c":
		return c.code(parts[1])
	case len(parts) == 3 && parts[1] == "holders":
		id, _, _ := strings.Cut(strings.TrimSuffix(parts[2], ".json"), "-")
		if h := c.catalog.Holder(parts[0], id); h != nil {
			return c.holder(h.ID)
		}
		return answer(NotOurs, sentence("Le registre n’a pas ce titulaire.", "The registry has no such holder."))
	}
	r, err := catalog.ParseRequest(path)
	if err != nil {
		return answer(NotOurs, sentence("Ce n’est pas l’adresse d’une image ni d’une preuve de ce service.",
			"This is not the address of a picture or of a proof of this service."))
	}
	o, err := c.catalog.Resolve(r)
	if err != nil {
		return answer(NotOurs, sentence("Le service n’a rien à cette adresse.", "The service has nothing at this address."))
	}
	out := c.order(o)
	out.By = "address"
	return out
}

// levelOnly says what pictures without a holder are worth.
var levelOnly = sentence("C’est l’image de référence d’un niveau. Elle ne nomme personne, et n’atteste aucune attribution.",
	"This is the reference picture of a level. It names nobody, and attests no award.")

// order answers what the picture of an order is worth today.
func (c *Checker) order(o *catalog.Order) *Answer {
	var out *Answer
	switch {
	case o.Award != nil:
		out = c.award(o.Award)
	case o.State == catalog.StateSpecimen || o.State == catalog.StateBadSignature:
		out = specimen("")
	case o.State == catalog.StateExpiredSignature:
		out = answer(Expired, sentence("La signature qui rendait cette image officielle a pris fin.", "The signature that made this picture official has ended."))
	case o.Signed:
		out = answer(Genuine, sentence("Le label a signé cette adresse : "+o.Title+".", "The label signed this address: "+o.Title+"."))
	case o.State == catalog.StateOK:
		out = answer(Genuine, levelOnly)
	default:
		out = answer(NotOurs, sentence(o.State.Fr+" : "+o.Detail+".", o.State.En+": "+o.Detail+"."))
	}
	if o.Permanent != "" {
		out.URL = c.origin + o.Permanent
	}
	return out
}
