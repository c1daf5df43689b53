package attest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
)

// manifestPrefix is the first line of what is signed of a manifest.
const manifestPrefix = "panonceau manifest signature 1"

// BlankSignature stands in a manifest where [SignManifest] writes the signature.
var BlankSignature = strings.Repeat("0", signatureLength)

// SignManifest returns the JSON of a manifest with the signature of k in the place
// of "signature": BlankSignature, which it has once. What is signed has the
// digest of all of the manifest with the zeros in it. Its length stays.
func SignManifest(data []byte, k Key) ([]byte, error) {
	field := `"signature": "`
	blank := []byte(field + BlankSignature + `"`)
	if bytes.Count(data, blank) != 1 {
		return nil, errors.New("sign: the manifest has no room for a signature, or more than one")
	}
	sum := sha256.Sum256(data)
	signature := k.Sign([]byte(manifestPrefix + "\nkey: " + k.ID() + "\ncontent: " + hex.EncodeToString(sum[:]) + "\n"))
	return bytes.Replace(data, blank, []byte(field+signatureEncoding.EncodeToString(signature)+`"`), 1), nil
}
