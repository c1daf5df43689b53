package badge

const (
	// maxTarget is what every proxy lets through.
	maxTarget = 2048
	// maxText is the longest label or message, in characters: together they
	// are 900 pixels wide.
	maxText = 60
)
