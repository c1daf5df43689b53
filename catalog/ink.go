package catalog

import (
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"panonceau/render"
)

// inks reads the inks of the pack. No two have the same colour: artwork tells
// them apart by it.
func (r *packReader) inks(f *labelFile) {
	r.unique("ink", len(f.Inks), func(i int) string { return f.Inks[i].ID })
	byColor := make(map[render.RGB]string)
	for i := range f.Inks {
		at := "ink." + strconv.Itoa(i)
		from := &f.Inks[i]
		k := &render.Ink{Name: from.ID, Spot: from.Spot, RAL: from.RAL}
		rgb, ok := parseRGB(from.RGB)
		if !ok {
			r.fail(at+".rgb", "ink %q: %s: want a colour as in #0A6B55", k.Name, quote(from.RGB))
		} else if other := byColor[rgb]; other != "" {
			r.fail(at+".rgb", "inks %q and %q have the same colour", other, k.Name)
		}
		k.RGB = rgb
		byColor[rgb] = k.Name
		r.cmyk(at, k, from.CMYK)
		if len(from.Spot) > maxWord || strings.ContainsFunc(from.Spot, func(c rune) bool { return c < ' ' || c > '~' }) {
			r.fail(at+".spot", "ink %q: %s: want a name of at most %d ASCII characters", k.Name, quote(from.Spot), maxWord)
		}
		if from.RAL != "" && (len(from.RAL) != 4 || !only(from.RAL, "0123456789")) {
			r.fail(at+".ral", "ink %q: %s: want the four digits of a RAL Classic colour, as in 6016", k.Name, quote(from.RAL))
		}
		r.Inks = append(r.Inks, k)
		r.inkNames = append(r.inkNames, r.texts(at+".name", from.Name, from.ID))
	}
	for _, name := range f.TextInks {
		if k := r.inkNamed("text-inks", name); k != nil {
			r.textInks = append(r.textInks, k)
		}
	}
	if f.Neutral != "" {
		r.neutral = r.inkNamed("neutral", f.Neutral)
	}
	if len(f.TextInks) == 0 {
		r.fail("text-inks", "no ink for text on the inks of levels")
	}
}

// cmyk checks what the press prints: whole shares of four inks that together
// dry on coated paper.
func (r *packReader) cmyk(at string, k *render.Ink, shares []float64) {
	if len(shares) != len(k.CMYK) {
		r.fail(at+".cmyk", "ink %q has %d shares; want cyan, magenta, yellow and black, in percent", k.Name, len(shares))
		return
	}
	total := 0.0
	for i, v := range shares {
		if !(v >= 0 && v <= 100) {
			r.fail(at+".cmyk", "ink %q: %g %%; want 0 to 100", k.Name, v)
			return
		}
		k.CMYK[i] = v
		total += v
	}
	if total > maxInk {
		r.fail(at+".cmyk", "ink %q: %g %% in all; at most %d", k.Name, total, maxInk)
	}
}

// parseRGB reads #0A6B55.
func parseRGB(s string) (render.RGB, bool) {
	digits, ok := strings.CutPrefix(s, "#")
	b, err := hex.DecodeString(digits)
	if !ok || err != nil || len(b) != 3 {
		return render.RGB{}, false
	}
	return render.RGB{R: b[0], G: b[1], B: b[2]}, true
}

// inkNamed returns an ink of the pack; it is a fault if there is none.
func (r *packReader) inkNamed(path, name string) *render.Ink {
	i := slices.IndexFunc(r.Inks, func(k *render.Ink) bool { return k.Name == name })
	if i < 0 {
		r.fail(path, "no ink is called %s", quote(name))
		return nil
	}
	return r.Inks[i]
}
