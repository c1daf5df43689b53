package catalog

// Bounds of a request. They are checked before anything is looked up.
const (
	// maxURL is what every proxy and mail reader lets through.
	maxURL = 2048
	// maxWord bounds a word of the path or of a closed set; the longest in
	// use has 17 letters.
	maxWord = 40
	// maxSlug bounds what may follow a holder's identifier; the longest name
	// of a French public body has 59 letters before escaping.
	maxSlug = 200
	// maxName is twice the longest name of a French public body, for two
	// languages.
	maxName = 120
	// maxMarks is the most combining marks a letter may carry; Vietnamese
	// and Hebrew need three, decorations that climb over the line need more.
	maxMarks = 4
	// maxReference, maxVersion and maxNote bound what a proof says of a job;
	// its cells hold as much in small type.
	maxReference = 30
	maxVersion   = 8
	maxNote      = 60
	// maxBase keeps QR codes at version 6 (ISO/IEC 18004 §7.1, level M), whose
	// modules are read at 20 millimetres.
	maxBase = 90
	// maxTyped is what somebody may type for a code of eight letters, in
	// bytes: with a hyphen or a space after each.
	maxTyped = 40
	// maxSig holds a key id, an expiry and a 32-byte MAC in base64.
	maxSig = 128
	// maxDigest is a SHA-256 in hexadecimal.
	maxDigest = 64
	// maxSide is the longest side of a piece: a banner of 10 metres, and the
	// widest screen design; longer ones are ordered in parts.
	maxSide = 10000
	// minSide is the shortest side of a piece: below, no text can be read.
	minSide = 5
)

// Bounds of a pack.
const (
	maxLabelFile  = 1 << 20  // label.toml; TNL's has 20 KiB
	maxDesignFile = 4 << 20  // one artwork; Illustrator's run to 1 MiB
	maxPacks      = 256      // of a catalog
	maxPackFont   = 20 << 20 // one font file; a whole face for Chinese has 16 MiB
	maxPackFonts  = 24       // of a pack
	maxEntries    = 500      // of each list of a pack: editions, inks, designs …
	maxText       = 4000     // runes in a text of a pack
	maxTextDepth  = 8        // texts that quote texts that quote texts
	maxLanguages  = 20
	maxLinks      = 10
	maxScales     = 6     // of one edition, side by side
	maxWordings   = 50000 // levels of editions, times kinds with texts of their own, times languages
	maxValidity   = 99    // years
	// maxDocumentWords bounds what a pack may say that a text has at most.
	maxDocumentWords = 10000
	maxForms         = 8 // of a text, the longest first
	// maxInk is the total ink coated paper takes, in percent (ISO 12647-2).
	maxInk = 300
)

// Bounds of a registry.
const (
	maxRegistry = 64 << 20 // bytes; 200,000 rows have 40 MiB
	maxRows     = 200000   // five labels for each of the 35,000 communes
	maxColumns  = 64
	maxCell     = 1000  // runes
	maxMentions = 20    // of one award; four have been seen
	maxAliases  = 20    // former identifiers of one holder
	maxArms     = 50000 // coats of arms: one for each holder, and some to spare
	maxShort    = 5     // shorter forms of one name

	maxPostcodes = 40 // of one holder; Paris has 21
	maxDegrees   = 12 // digits and signs of a coordinate
)
