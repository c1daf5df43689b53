package mockup

// MaxWidth bounds the width of a picture in pixels. It fills a large screen or
// an A4 page at 290 dpi, and takes a second or two.
const MaxWidth = 2400

// minWidth is the least width at which there is something to see.
const minWidth = 64

// maxRatio bounds the ratio of the sides of a piece. Beyond it, a plate that
// fits the picture is a line.
const maxRatio = 12.0

// leastMM is the size, in millimetres, below which the shorter side of a piece
// is taken to be longer: edges and shadows are those of a plate one can hold.
const leastMM = 60

// maxHoles bounds the screws of a piece; plates have four to twelve.
const maxHoles = 64
