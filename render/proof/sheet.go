package proof

import (
	"panonceau/render"
	"panonceau/render/paper"
	"panonceau/render/text"
)

// A sheet is a proof being laid out: all but the piece is on the layer that
// only proofs show.
type sheet struct {
	paper.Sheet
	ticket Ticket
	words  *words
	styles *styles
	piece  *piece
	scale  scale
}

func newSheet(t Ticket, fonts *text.Collection) (*sheet, error) {
	st, err := newStyles(fonts)
	if err != nil {
		return nil, err
	}
	lang := "en"
	if paper.IsFrench(t.Lang) {
		lang = t.Lang
	}
	return &sheet{
		Sheet:  paper.Sheet{Lang: lang, Layer: render.LayerProof},
		ticket: t, words: wordsOf(lang), styles: st,
	}, nil
}
