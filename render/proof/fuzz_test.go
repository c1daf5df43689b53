package proof

import (
	"errors"
	"testing"

	"panonceau/render"
	"panonceau/render/text"
)

// FuzzTicket lays out proofs of any texts: each fits its cell, or the proof is
// refused.
func FuzzTicket(f *testing.F) {
	f.Add("SMV-2026-014", "aluminium", "anti-graffiti", "brides", "L'Haÿ-les-Roses", "2026-03-12", true)
	f.Add("", "steel", "", "", "", "", false)
	f.Add("\u202e", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "a\nb", "شعار", "x", "2026-99-99", true)
	f.Fuzz(func(t *testing.T, reference, material, finish, fixing, holder, date string, french bool) {
		d := plaque(t, 300, 200)
		d.Meta.Holder = holder
		ticket := Ticket{Reference: reference, Material: material, Finish: finish, Fixing: fixing, Date: date, Sign: french}
		if french {
			ticket.Lang = "fr"
		}
		s, err := layOut(d, ticket, typefaces(t))
		if err != nil {
			for _, known := range []error{render.ErrOverflow, text.ErrCharacter, text.ErrMissing, text.ErrTooLong} {
				if errors.Is(err, known) {
					return
				}
			}
			t.Fatal(err)
		}
		for _, c := range s.Cells {
			if !c.Box.Contains(bounds(c.Text), 0.05) {
				t.Errorf("%q leaves its cell", c.Text.String)
			}
		}
	})
}
