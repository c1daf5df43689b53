package attest

import (
	"strings"
)

// statementPrefix is the first line of what is signed. It keeps a signature of
// this package from being taken for one that the same key made elsewhere.
const statementPrefix = "panonceau file signature 1"

// statement returns what is signed: a line for each claim, in this order, those
// that are absent too. No two statements have the same bytes.
func (c *Claims) statement(format Format) []byte {
	specimen := "no"
	if c.Specimen {
		specimen = "yes"
	}
	var b strings.Builder
	b.WriteString(statementPrefix + "\n")
	for _, l := range []struct{ name, value string }{
		{"key", c.Key}, {"url", c.URL}, {"proof", c.Proof}, {"label", c.Label}, {"edition", c.Edition},
		{"level", c.Level}, {"level-id", c.LevelID}, {"holder", c.Holder}, {"holder-id", c.HolderID}, {"code", c.Code},
		{"issuer", c.Issuer}, {"specimen", specimen}, {"drawing", c.Drawing}, {"format", string(format)}, {"content", c.Content},
	} {
		b.WriteString(l.name + ": " + lineBreaks.Replace(l.value) + "\n")
	}
	return []byte(b.String())
}

// lineBreaks keeps a value on its line.
var lineBreaks = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`)
