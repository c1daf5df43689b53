package verify

import (
	"context"
	"crypto/sha256"
	"errors"
	"net/url"
	"slices"
	"strings"
	"time"

	"panonceau/attest"
	"panonceau/catalog"
	"panonceau/press"
)

// File answers about a file. The error is that of ctx, or wraps press.ErrBusy.
func (c *Checker) File(ctx context.Context, data []byte) (*Answer, error) {
	if p, ok := c.press.Printed(sha256.Sum256(data)); ok {
		out := c.address(p.Address)
		c.corrected(out, p.Level, p.Level)
		out.By = "digest"
		out.Reasons = append([]Sentence{sentence("Le fichier est, octet pour octet, celui que ce service a délivré.",
			"The file is, byte for byte, the one that this service made.")}, out.Reasons...)
		return out, nil
	}
	r, err := attest.Verify(data, c.catalog.Attest(), c.catalog.Now())
	if err != nil {
		return answer(NotOurs, sentence("Le fichier n’est ni SVG, ni PNG, ni JPEG, ni PDF, ni TIFF, ou il est abîmé.",
			"The file is neither SVG, PNG, JPEG, PDF nor TIFF, or it is damaged.")), nil
	}
	out, err := c.result(ctx, r)
	if err != nil {
		return nil, err
	}
	out.Format = string(r.Format)
	return out, nil
}

// result answers about a file, given what it says of itself.
func (c *Checker) result(ctx context.Context, r *attest.Result) (*Answer, error) {
	switch r.Finding {
	case attest.Signed:
		return c.signed(r), nil
	case attest.Altered:
		return c.altered(r, sentence("Le fichier dit vrai sur son origine, mais il ne montre plus ce qui a été signé : il a été retouché, ou ses données viennent d’un autre fichier.",
			"What the file says was signed, but it no longer shows that: it was edited, or its metadata are of another file.")), nil
	case attest.Forged:
		return c.altered(r, sentence("Le fichier porte une signature qui n’est pas la nôtre : ce qu’il dit de lui-même a été changé, ou inventé.",
			"The signature in the file is not ours: what it says of itself was changed, or made up.")), nil
	case attest.Unmarked:
		return answer(NotOurs, sentence("Le fichier ne dit pas d’où il vient : ce peut être une capture d’écran, une image redessinée ou recompressée. Demandez le code ou l’adresse de l’attribution.",
			"The file does not say where it is from: it may be a screenshot, a redrawn or recompressed picture. Ask for the code or the address of the award.")), nil
	}
	return c.unsigned(ctx, r)
}

// signed answers about a file whose claims one of our keys signed.
func (c *Checker) signed(r *attest.Result) *Answer {
	claims := &r.Claims
	out := c.claimed(claims)
	out.By, out.SignedBy, out.URL = "signature", r.Key.ID(), claims.URL
	out.Reasons = append([]Sentence{sentence("Le fichier est signé par le service, et n’a pas été modifié.", "The file is signed by the service, and was not modified.")}, out.Reasons...)
	return out
}

// claimed answers what the claims of a file are worth today.
func (c *Checker) claimed(claims *attest.Claims) *Answer {
	switch {
	case claims.Specimen:
		return specimen("")
	case claims.HolderID == "" && claims.URL == "":
		return answer(Genuine, levelOnly)
	case claims.HolderID == "":
		out := c.address(pathOf(claims.URL))
		if out.Verdict == Specimen {
			out.becomes(Withdrawn, sentence("La signature qui rendait cette image officielle n’est plus reconnue.",
				"The signature that made this picture official is no longer accepted."))
		}
		return out
	}
	label, _, _ := strings.Cut(strings.TrimPrefix(pathOf(claims.URL), "/"), "/")
	if claims.URL == "" {
		label = c.labelCalled(claims.Label)
	}
	h := c.catalog.Holder(label, claims.HolderID)
	var a *catalog.Award
	if h != nil {
		a = h.Award(claims.Edition)
	}
	if a == nil {
		return answer(Withdrawn, sentence("Le registre n’a plus cette attribution.", "The registry no longer has this award."))
	}
	out := c.award(a)
	c.corrected(out, claims.LevelID, claims.Level)
	return out
}

// corrected makes of an answer about an award what it is if the file shows a
// level that the registry no longer has.
func (c *Checker) corrected(out *Answer, level, called string) {
	if out.Award == nil || level == "" || slices.Contains(c.catalog.ByCode(out.Award.Code).Levels, level) {
		return
	}
	out.becomes(Withdrawn, sentence("Le fichier dit « "+called+" » ; le registre a été corrigé depuis.",
		"The file says “"+called+"”; the registry has been corrected since."))
}

// labelCalled returns the label with a name, or "".
func (c *Checker) labelCalled(name string) string {
	for _, p := range c.catalog.Packs {
		for _, lang := range p.Languages {
			if p.Name(lang) == name {
				return p.ID
			}
		}
	}
	return ""
}

// pathOf returns the path and query of a URL.
func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return u.RequestURI()
}

// altered answers about a file that is not what it says. What it says is told
// all the same, as the registry knows it.
func (c *Checker) altered(r *attest.Result, why Sentence) *Answer {
	out := answer(Altered, why)
	out.SignedBy = r.Key.ID()
	if a := c.catalog.ByCode(r.Claims.Code); a != nil {
		out.Proof = c.origin + "/c/" + a.Code()
	}
	return out
}

// unsigned answers about a file that no key of ours vouches for: the service
// draws what the file says that it is, and compares.
func (c *Checker) unsigned(ctx context.Context, r *attest.Result) (*Answer, error) {
	path, foreign := c.path(r.Claims.URL)
	switch {
	case r.Claims.URL == "":
		return answer(NotOurs, sentence("Le fichier ne dit pas d’où il vient.", "The file does not say where it is from.")), nil
	case foreign != "":
		return elsewhere(foreign), nil
	}
	request, err := catalog.ParseRequest(path)
	var o *catalog.Order
	if err == nil {
		o, err = c.catalog.Resolve(request)
	}
	if err != nil {
		return c.altered(r, sentence("Le fichier donne une adresse que ce service n’a pas.", "The file gives an address that this service does not have.")), nil
	}
	if o.Award != nil && !o.State.OK() { // there is nothing left to compare with
		return c.order(o), nil
	}
	same, err := c.draws(ctx, o, r)
	if err != nil {
		return nil, err
	}
	if same {
		out := c.order(o)
		out.By = "drawing"
		out.Reasons = append([]Sentence{sentence("Le service dessine exactement cette image à l’adresse que donne le fichier.",
			"The service draws exactly this picture at the address that the file gives.")}, out.Reasons...)
		return out, nil
	}
	return c.doubted(r), nil
}

// doubted answers about a file that the service does not draw as it is.
func (c *Checker) doubted(r *attest.Result) *Answer {
	switch r.Finding {
	case attest.UnknownKey:
		out := c.altered(r, sentence("La clé « "+r.Claims.Key+" » n’est pas de ce service, ou n’y est plus reconnue.", "The key “"+r.Claims.Key+"” is not of this service, or is no longer accepted."))
		return out.becomes(UnknownKey)
	case attest.ExpiredKey:
		until := r.Key.Until.Format(time.DateOnly)
		out := c.altered(r, sentence("La clé « "+r.Claims.Key+" » n’est plus reconnue depuis le "+catalog.DayInWords("fr", until)+" : téléchargez l’image à nouveau.",
			"The key “"+r.Claims.Key+"” is no longer accepted since "+catalog.DayInWords("en", until)+": download the picture again."))
		return out.becomes(UnknownKey)
	}
	return c.altered(r, sentence("Le service ne dessine pas cette image à l’adresse que donne le fichier : elle a été modifiée, ou date d’un état antérieur des dessins ou du registre.",
		"The service does not draw this picture at the address that the file gives: it was modified, or is from an earlier state of the artwork or the registry."))
}

// draws reports whether the picture of o shows what the file does.
func (c *Checker) draws(ctx context.Context, o *catalog.Order, r *attest.Result) (bool, error) {
	if r.Content == "" || !o.State.OK() && o.State != catalog.StateBadSignature && o.State != catalog.StateExpiredSignature {
		return false, nil
	}
	if r.Claims.Key == "" && o.Signer != nil { // as it was drawn before there was a key
		bare, spec := *o, *o.Spec
		spec.Meta.Key = ""
		bare.Signer, bare.Spec, bare.Key = nil, &spec, o.Key+" unsigned"
		o = &bare
	}
	printed, err := c.press.Print(ctx, o)
	switch {
	case ctx.Err() != nil:
		return false, context.Cause(ctx)
	case errors.Is(err, press.ErrBusy):
		return false, err
	case err != nil:
		return false, nil
	}
	content, err := attest.Content(printed.Body())
	return err == nil && content == r.Content, nil
}
