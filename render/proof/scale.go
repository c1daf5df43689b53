package proof

import (
	"errors"
	"fmt"
)

// A scale is a length on the sheet over the length it stands for: Paper to
// Real, one of which is 1.
type scale struct{ paper, real float64 }

// scales from large to small: enlargements of ISO 5455, then those that the
// edges of a scale rule have, so that anyone can measure a proof with it.
var scales = []scale{
	{20, 1}, {10, 1}, {5, 1}, {2, 1}, {1, 1},
	{1, 2}, {1, 2.5}, {1, 5}, {1, 7.5}, {1, 10}, {1, 12.5}, {1, 20}, {1, 25}, {1, 50}, {1, 75}, {1, 100}, {1, 200},
}

func (k scale) factor() float64 { return k.paper / k.real }

// largest returns the greatest scale at which w by h, in reality, fits a room
// on the sheet.
func largest(w, h, roomW, roomH float64) (scale, bool) {
	for _, k := range scales {
		if w*k.factor() <= roomW+1e-9 && h*k.factor() <= roomH+1e-9 {
			return k, true
		}
	}
	return scale{}, false
}

var errScale = errors.New("no scale at which the piece fits the sheet")

// ratio writes a scale as on drawings, "1:2.5".
func (s *sheet) ratio() string {
	return s.Number(s.scale.paper) + ":" + s.Number(s.scale.real)
}

// inWords says what the scale means.
func (s *sheet) inWords() string {
	switch {
	case s.scale.paper > 1:
		return fmt.Sprintf(s.words.larger, s.Number(s.scale.paper))
	case s.scale.real > 1:
		return fmt.Sprintf(s.words.smaller, s.Number(s.scale.real))
	}
	return s.words.fullSize
}

// summary tells in words what the figure shows.
func (s *sheet) summary() string {
	p := s.piece
	out := s.Size(p.width, p.height) + ", " + s.words.scale + " " + s.ratio() + " (" + s.inWords() + ")"
	if s.ticket.Product != "" {
		out = s.ticket.Product + ", " + out
	}
	return out
}
