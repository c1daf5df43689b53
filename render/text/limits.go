package text

const (
	// maxRunes bounds one text. The longest official name has 59 characters
	// and the longest mention 65; a poster's message stays under 300.
	maxRunes = 512

	// maxMarks bounds the combining marks on one letter. Vietnamese and
	// Hebrew use up to three; stacks that cover the neighbouring lines have
	// dozens.
	maxMarks = 4

	// maxLines bounds the lines of one box, for the time it takes to compare
	// their breaks, which grows with the square of the number of words.
	maxLines = 12

	// maxFeatures bounds the OpenType features of a style.
	maxFeatures = 16

	// maxFontBytes and maxFonts bound what is read from a directory of fonts.
	// A face for Chinese, Japanese and Korean has about 16 MB.
	maxFontBytes = 32 << 20
	maxFonts     = 64

	// cachedLines and cachedRunes bound the memory of a collection's cache:
	// a line takes about 100 bytes a character, so the cache stays under
	// 2048 × 128 × 100 bytes, 25 MB, whatever people ask for.
	cachedLines = 2048
	cachedRunes = 128
)
