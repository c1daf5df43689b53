package catalog

import (
	"time"

	"panonceau/attest"
	"panonceau/render"
	"panonceau/render/atlas"
	"panonceau/render/charter"
	"panonceau/render/proof"
)

// An Order is a request with everything looked up: what to draw, in which
// format, and what it attests. Orders are never modified.
type Order struct {
	Request   Request // as asked, with what is the default left out
	Canonical string  // address: the same for every spelling of the request
	Permanent string  // address that keeps its meaning; differs for latest ones

	Spec   *render.Spec
	Format string // extension
	Raster Raster
	Print  Print
	Proof  *proof.Ticket // the sheet to sign instead of the piece; nil: the piece
	Map    *atlas.Map    // the map instead of a design; nil: a design
	Mockup *Mockup       // the piece in its place; nil: by itself

	Charter *charter.Charter // the sheet about the label instead of a piece; nil: a piece

	// Credential returns the open badge that the picture carries; nil: it
	// carries none.
	Credential func() (string, error)

	State  State
	Detail string    // what the state is about, in the language of the picture
	Signed bool      // the free name has a signature that holds
	Until  time.Time // when the picture changes by itself; zero: never

	Label   *Pack    // nil: unknown
	Edition *Edition // nil: unknown
	Level   *Level   // nil: unknown, or none
	Design  *Design  // nil: unknown

	Document *Document // a text in the place of a picture; nil: a picture
	Text     string    // of Document, in Markdown

	Holder *Holder // nil: none
	Award  *Award  // nil: none
	Newer  *Award  // of the same holder and in force; nil: none
	Latest bool    // the picture follows the registry

	Signer *attest.Key // signs the file; nil: nobody

	Ground *render.RGB // what formats without transparency put under it; nil: white

	Alt   string // says in words what the picture shows
	Title string // the award, in words
	Lang  string

	// Key identifies the picture among all that this program ever draws: no
	// two pictures have the same, and it changes with the pack and the award.
	Key string
}

// Raster says how many pixels a picture has. At most one field is not zero;
// if none is, a pixel is a CSS pixel.
type Raster struct {
	Width int     // pixels
	Scale float64 // pixels per CSS pixel
	DPI   float64 // pixels per inch
}

// Print says what a print file has around the piece.
type Print struct {
	Profile string
	Release string  // of DXF
	Bleed   float64 // millimetres on each side
	Marks   bool    // crop marks
}
