package raster

// maxPixels bounds one picture. At four bytes a pixel this is 160 MiB, which
// is what an A2 poster needs at 250 dpi; anything larger belongs in a PDF.
const maxPixels = 40 << 20

// MaxSide bounds the width and the height of a picture, in pixels. Browsers
// refuse larger ones.
const MaxSide = 16384

// bandPixels is how many pixels are drawn at a time. Eight bytes each, they
// stay near the processor, and a group that needs a layer of its own costs no
// more than that.
const bandPixels = 1 << 20

// minRoom is the least number of cells that the edges of a path may leave before
// they are added up pixel by pixel, which few pixels cannot spare anything.
// Others have room for as many as they have pixels: with bandPixels, a path of
// any number of edges takes 56 MiB at most.
const minRoom = 1 << 12

// maxDepth bounds how deep groups, patterns, clips and masks are nested. It is
// far above what the reader of artwork allows; only a Drawing made by hand can
// exceed it.
const maxDepth = 512

// maxTilePixels bounds the raster of one pattern tile. A larger tile is drawn
// at a lower resolution.
const maxTilePixels = 4 << 20

// far is the distance from the origin, in pixels, beyond which lines are cut
// before they are put on the grid. A picture's own pixels are 2⁷ times nearer.
const far = 1 << 21

// curveTolerance is how far the lines that stand for a curve may stray from
// it, in pixels: as far as the grid is wide, which changes the coverage of a
// pixel by 1/255 at most. TestCoverageAgainstVector relies on it.
const curveTolerance = 1. / 256

// maxFilterPixels bounds the surroundings of a picture that a filter looks at,
// in pixels: 32 MiB for each of its effects.
const maxFilterPixels = 4 << 20
