package kit

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"panonceau/catalog"
)

// credentialFile is the name of the open badge of the award in the archive.
const credentialFile = "credential.json"

// A credential is the open badge of the award, for wallets and other programs.
type credential struct {
	Path      string `json:"path"`
	Bytes     int64  `json:"bytes"`
	SHA256    string `json:"sha256"`
	MediaType string `json:"media_type"`
	URL       string `json:"url"`

	body []byte
}

// openBadge makes the open badge of the award, if the service signs files and
// its origin is known: a key that ends with the program would make other bytes
// each time.
func (k *kit) openBadge() error {
	writer := k.catalog.Credentials()
	if writer == nil || k.order.Signer == nil || k.catalog.Base() == "" {
		return nil
	}
	body, err := writer.Award(k.catalog, k.order.Award)
	var refused *catalog.Error
	if errors.As(err, &refused) {
		k.omit(credentialFile, refused.In(k.order.Lang))
		return nil
	}
	if err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	address := k.catalog.Base() + "/" + k.order.Label.ID + "/holders/" + k.order.Holder.ID + "/" + k.order.Edition.ID + "/" + credentialFile
	k.credential = &credential{Path: credentialFile, Bytes: int64(len(body)), SHA256: hex.EncodeToString(sum[:]),
		MediaType: "application/json", URL: address, body: body}
	return nil
}

// addCredential adds the open badge to the archive, if there is one.
func (k *kit) addCredential(a *archive) {
	if k.credential != nil {
		a.addText(k.credential.Path, k.credential.body)
	}
}
