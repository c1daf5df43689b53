package credential

import (
	"cmp"
	"encoding/json"
	"strings"
	"time"

	"panonceau/catalog"
)

// The documents below are OpenBadgeCredentials (Open Badges 3.0, appendix B),
// with as much as a label has to say. Every property is one that version 3.0.3
// of their context has had from its beginning.
type (
	award struct {
		Context     []string `json:"@context"`
		ID          string   `json:"id"`
		Type        []string `json:"type"`
		Name        string   `json:"name"`
		Issuer      profile  `json:"issuer"`
		ValidFrom   string   `json:"validFrom"`
		ValidUntil  string   `json:"validUntil,omitempty"`
		Subject     subject  `json:"credentialSubject"`
		Schema      []schema `json:"credentialSchema"`
		Status      entry    `json:"credentialStatus"`
		Proof       []proof  `json:"proof,omitempty"`
		from, until time.Time
	}

	subject struct {
		ID          string      `json:"id"`
		Type        []string    `json:"type"`
		Identifier  []identity  `json:"identifier"`
		Narrative   string      `json:"narrative,omitempty"`
		Achievement achievement `json:"achievement"`
	}

	identity struct {
		Type         string `json:"type"`
		Hashed       bool   `json:"hashed"`
		IdentityHash string `json:"identityHash"`
		IdentityType string `json:"identityType"`
	}

	achievement struct {
		ID          string   `json:"id"`
		Type        []string `json:"type"`
		Kind        string   `json:"achievementType"`
		Name        string   `json:"name"`
		Description string   `json:"description"`
		Criteria    criteria `json:"criteria"`
		Image       *image   `json:"image,omitempty"`
	}

	criteria struct {
		Narrative string `json:"narrative"`
	}

	image struct {
		ID      string `json:"id"`
		Type    string `json:"type"`
		Caption string `json:"caption,omitempty"`
	}

	schema struct {
		ID   string `json:"id"`
		Type string `json:"type"`
	}

	// A claimed award is one as the claims of a token.
	claimed struct {
		award
		Exp int64  `json:"exp,omitempty"`
		Iss string `json:"iss"`
		Jti string `json:"jti"`
		Nbf int64  `json:"nbf"`
		Sub string `json:"sub"`
	}
)

// awardSchema is that of 1EdTech for credentials of the data model 2.0.
var awardSchema = schema{"https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
	"1EdTechJsonSchemaValidator2019"}

// Award returns the credential of an award with its proof inside, as JSON. It
// is the same whatever the state of the award: that is in the status list.
func (i *Issuer) Award(c *catalog.Catalog, a *catalog.Award) ([]byte, error) {
	doc, err := i.award(c, a)
	if err != nil {
		return nil, err
	}
	pr, err := i.prove(i.place(a.Holder.Label()), doc.Context, doc)
	if err != nil {
		return nil, err
	}
	doc.Proof = []proof{*pr}
	return indented(doc)
}

// Token returns the credential of an award as a signed token (Open Badges 3.0
// §8.2).
func (i *Issuer) Token(c *catalog.Catalog, a *catalog.Award) (string, error) {
	doc, err := i.award(c, a)
	if err != nil {
		return "", err
	}
	t := claimed{award: *doc, Iss: doc.Issuer.ID, Jti: doc.ID, Nbf: doc.from.Unix(), Sub: doc.Subject.ID}
	if !doc.until.IsZero() {
		t.Exp = doc.until.Unix()
	}
	return i.token(i.place(a.Holder.Label()), t)
}

// Bake returns what is put into a picture of an award: its credential with the
// proof inside, on one line.
func (i *Issuer) Bake(c *catalog.Catalog, a *catalog.Award) (string, error) {
	doc, err := i.Award(c, a)
	if err != nil {
		return "", err
	}
	var v json.RawMessage = doc
	line, err := json.Marshal(v) // compacts, and keeps the escapes
	return string(line), err
}

// award writes down what an award is.
func (i *Issuer) award(c *catalog.Catalog, a *catalog.Award) (*award, error) {
	p := c.Pack(a.Holder.Label())
	e := p.Edition(a.Edition)
	from, until, ok := validity(e)
	if !ok {
		return nil, &catalog.Error{Kind: catalog.ErrNotFound, Param: "edition",
			Fr: "édition " + e.ID + " : sans date, elle n’a pas de badge ouvert",
			En: "edition " + e.ID + ": without a date, it has no open badge"}
	}
	at := i.place(p.ID)
	holder := string(at) + "/holders/" + a.Holder.ID
	doc := &award{
		Context: []string{contextVC, contextOB, contextSchema},
		ID:      holder + "/" + e.ID + "/credential.json",
		Type:    []string{"VerifiableCredential", "OpenBadgeCredential"},
		Name:    c.Title(a, p.Languages[0]),
		Issuer:  i.profile(p),
		Subject: subject{ID: holder, Type: []string{"AchievementSubject"}, Identifier: identities(a),
			Narrative: strings.Join(a.Mentions, " · "), Achievement: at.achievement(p, e, a)},
		Schema: []schema{awardSchema},
		Status: at.entry(a),
		from:   from, until: until,
	}
	doc.ValidFrom = from.Format(time.RFC3339)
	if !until.IsZero() {
		doc.ValidUntil = until.Format(time.RFC3339)
	}
	return doc, nil
}

// identities returns who the holder is: a body, under the name it was labelled
// with. Nothing in them is about a person.
func identities(a *catalog.Award) []identity {
	ids := []identity{{"IdentityObject", false, a.Name, "name"}}
	if id := a.Holder.ID; id[0] >= '0' && id[0] <= '9' {
		ids = append(ids, identity{"IdentityObject", false, id, "ext:siren"})
	}
	return ids
}

// achievement returns what was awarded: the level of an edition, or one on each
// of its scales.
func (at place) achievement(p *catalog.Pack, e *catalog.Edition, a *catalog.Award) achievement {
	lang, l := p.Languages[0], e.Level(a.Level)
	text := func(key string) string { return p.Text(e, l, key, lang) }
	name := cmp.Or(text("award"), text("level")+", "+e.ID)
	out := achievement{
		ID:          string(at) + "/" + e.ID + "/" + strings.Join(a.Levels, "+"),
		Type:        []string{"Achievement"},
		Kind:        "Award",
		Name:        name,
		Description: cmp.Or(text("desc"), text("about"), name),
		Criteria:    criteria{cmp.Or(text("criteria"), text("desc"), name)},
	}
	for _, d := range p.Designs {
		if d.For == catalog.ForScreen {
			out.Image = &image{string(at) + "/" + e.ID + "/" + l.ID + "/" + d.ID + ".png?width=512", "Image", name}
			break
		}
	}
	return out
}

// validity returns from and until when the awards of an edition hold. Without
// a date, an edition whose name begins with a year holds from its first day.
// The end is the last second of the last day, or the zero time.
func validity(e *catalog.Edition) (from, until time.Time, ok bool) {
	date := e.Date
	if year, _, _ := strings.Cut(e.ID, "-"); date == "" && len(year) == 4 {
		date = year + "-01-01"
	}
	from, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return from, until, false
	}
	if last, err := time.Parse(time.DateOnly, e.Until); err == nil {
		until = last.AddDate(0, 0, 1).Add(-time.Second)
	}
	return from, until, true
}
