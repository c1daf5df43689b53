package credential

import (
	"bytes"
	"compress/gzip"
	"strconv"

	"panonceau/catalog"
)

// The purposes of the status lists of a label (W3C Bitstring Status List §2.2).
// An award has the same entry in both lists. Open Badges 3.0 lets a credential
// name one only: it names that of revocation, where what is suspended is marked
// too, for as long as it is; that of suspension tells which marks may go.
const (
	Revocation = "revocation"
	Suspension = "suspension"
)

type (
	// An entry says where in which list the state of a credential is.
	entry struct {
		ID      string `json:"id"`
		Type    string `json:"type"`
		Purpose string `json:"statusPurpose"`
		Index   string `json:"statusListIndex"`
		List    string `json:"statusListCredential"`
	}

	statusList struct {
		Context []string `json:"@context"`
		ID      string   `json:"id"`
		Type    []string `json:"type"`
		Issuer  string   `json:"issuer"`
		Subject bits     `json:"credentialSubject"`
		Proof   []proof  `json:"proof,omitempty"`
	}

	bits struct {
		ID      string `json:"id"`
		Type    string `json:"type"`
		Purpose string `json:"statusPurpose"`
		List    string `json:"encodedList"`
		TTL     int    `json:"ttl"`
	}
)

// list returns the address of a status list.
func (at place) list(purpose string) string {
	address := string(at) + "/status.json"
	if purpose != Revocation {
		address += "?purpose=" + purpose
	}
	return address
}

func (at place) entry(a *catalog.Award) entry {
	index := strconv.Itoa(a.StatusIndex())
	list := at.list(Revocation)
	return entry{list + "#" + index, "BitstringStatusListEntry", Revocation, index, list}
}

// Status returns a status list of a label as a credential with its proof
// inside, as JSON.
func (i *Issuer) Status(c *catalog.Catalog, p *catalog.Pack, purpose string) ([]byte, error) {
	at := i.place(p.ID)
	list := make([]byte, catalog.StatusLength/8) // 2 MiB, of which gzip leaves two kilobytes
	for _, h := range c.Holders(p.ID) {
		for _, a := range h.Awards {
			marked := a.State == catalog.StateSuspended || (purpose == Revocation && a.State == catalog.StateWithdrawn)
			if marked {
				n := a.StatusIndex()
				list[n/8] |= 0x80 >> (n % 8) // the first bit is the leftmost
			}
		}
	}
	encoded, err := packed(list)
	if err != nil {
		return nil, err
	}
	doc := statusList{
		Context: []string{contextVC},
		ID:      at.list(purpose),
		Type:    []string{"VerifiableCredential", "BitstringStatusListCredential"},
		Issuer:  at.issuer(),
		Subject: bits{at.list(purpose) + "#list", "BitstringStatusList", purpose, encoded, statusTTL},
	}
	pr, err := i.prove(at, doc.Context, doc)
	if err != nil {
		return nil, err
	}
	doc.Proof = []proof{*pr}
	return indented(doc)
}

// packed compresses a list, and writes it with the u that Multibase has for
// base64url.
func packed(list []byte) (string, error) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(list); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return "u" + base64url(b.Bytes()), nil
}
