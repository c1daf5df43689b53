package credential

const (
	// maxKeys bounds the keys that an issuer's profile lists: a new one each
	// month, kept for two years, and some to spare.
	maxKeys = 32
	// statusTTL is how long a copy of a status list may be used, in
	// milliseconds: as long as the service lets pages be kept.
	statusTTL = 5 * 60 * 1000
)
