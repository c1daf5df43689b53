package prose

const (
	// MaxFile bounds a template in bytes: a page of a magazine has 5 KiB.
	MaxFile = 32 << 10
	// MaxText bounds a filled text in bytes.
	MaxText = 64 << 10
	// maxNesting bounds conditions within conditions.
	maxNesting = 8
	// maxParts bounds the literals, words and conditions of a template.
	maxParts = 2000
)
