package intake

// Bounds of a file, which are those of a registry, and of what is told of it.
const (
	maxFile    = 64 << 20 // bytes
	maxRows    = 200_000
	maxColumns = 256 // spreadsheets have more of no use than registries
	maxCell    = 2000
	maxNotes   = 100 // of a kind
)
