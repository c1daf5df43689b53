package attest

const (
	maxKeys = 64 // of a file: two a year for thirty years
	maxID   = 16 // letters of a key's name
	maxFile = 64 << 10
)
