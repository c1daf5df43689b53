package web

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"panonceau/catalog"
)

// A control is how one option is chosen.
type control struct {
	Name    string // of the parameter
	Kind    string // radio, select, checks, check, number, text, date or size
	Label   string
	Hint    string
	Error   string
	Value   string
	Options []choiceOption
	Min     string
	Max     string
	Step    string
	W, H    string // of a free size, in millimetres
	WName   string // what W and H are
	HName   string
}

// A controlGroup is controls under one heading.
type controlGroup struct {
	Name, Title string
	Open        bool // needs no opening
	Controls    []control
}

// groupOf returns the group of an option: of looks, of pixels, of printing, of
// cutting, of proofs.
func groupOf(o *catalog.Option) string {
	suits := func(ext string) bool { f, _ := catalog.FormatOf(ext); return o.Suits(f) }
	switch {
	case o.Needs != "" || o.Name == "proof":
		return "proof"
	case o.Applies == nil:
		return "look"
	case suits("pdf"):
		return "print"
	case suits("png"):
		return "pixels"
	}
	return "cut"
}

// controlGroups returns the controls of the options that the design has.
func (s *state) controlGroups() []controlGroup {
	var groups []controlGroup
	for _, name := range []string{"look", "pixels", "print", "cut", "proof"} {
		if s.design.For != catalog.ForPrint && (name == "print" || name == "proof") {
			continue
		}
		g := controlGroup{Name: name, Title: phrases["group-"+name].in(s.Lang), Open: name == "look"}
		for _, o := range catalog.Options() {
			if groupOf(&o) != name || slices.Contains(fixed, o.Name) {
				continue
			}
			if c, ok := s.control(&o); ok {
				g.Controls = append(g.Controls, c)
				g.Open = g.Open || c.Error != "" || c.Value != "" && name != "proof"
			}
		}
		if len(g.Controls) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// control returns that of an option; there is none if there is nothing to
// choose.
func (s *state) control(o *catalog.Option) (control, bool) {
	c := control{Name: paramOf(o.Name), Label: s.optionName(o), Value: o.Of(s.request)}
	if e := s.faults[o.Name]; e != nil {
		c.Error = fieldError(o.Name, e.In(s.Lang))
	}
	switch o.Kind {
	case catalog.Word, catalog.List:
		return s.wordControl(o, c)
	case catalog.Size:
		return s.sizeControl(c)
	case catalog.Number:
		c.Kind, c.Min, c.Max, c.Step = "number", number(o.Min), number(o.Max), "any"
		if o.Whole {
			c.Step = "1"
		}
		if o.Name == "width" && s.design.MinPx > 0 {
			c.Min = number(s.design.MinPx)
		}
		c.Hint = c.Min + " – " + c.Max
	case catalog.Flag:
		c.Kind = "check"
	case catalog.Date:
		c.Kind = "date"
	default:
		c.Kind, c.Max = "text", number(o.Max)
	}
	return c, true
}

// fieldError returns what is wrong with a value, for those who see its field and
// need not be told its name.
func fieldError(name, message string) string {
	rest, ok := strings.CutPrefix(message, name)
	if ok {
		rest = strings.TrimLeft(rest, " \u00a0\u202f:")
	}
	return capitalized(rest)
}

func (s *state) wordControl(o *catalog.Option, c control) (control, bool) {
	words := s.offered(o.Name)
	if len(words) == 0 || len(words) == 1 && o.Kind == catalog.Word && o.Name != "ground" {
		return c, false
	}
	chosen := strings.Split(c.Value, ",")
	if none, ok := phrases["none-"+o.Name]; ok {
		c.Options = append(c.Options, choiceOption{"", none.in(s.Lang), c.Value == ""})
	} else if c.Value == "" && o.Kind == catalog.Word {
		chosen = []string{words[0]}
	}
	for _, w := range words {
		c.Options = append(c.Options, choiceOption{w, s.wordName(o.Name, w), slices.Contains(chosen, w)})
	}
	switch {
	case o.Kind == catalog.List:
		c.Kind = "checks"
	case len(c.Options) > 6:
		c.Kind = "select"
	default:
		c.Kind = "radio"
	}
	return c, true
}

// sizeControl is that of the sizes of a piece.
func (s *state) sizeControl(c control) (control, bool) {
	d := s.design
	if len(d.Sizes) == 0 && d.Free == nil {
		return c, false
	}
	drawn := d.Style(s.request.Style)
	c.Kind = "size"
	named := c.Value == ""
	listed := slices.ContainsFunc(d.Sizes, func(n catalog.NamedSize) bool { return n.W == drawn.Width() && n.H == drawn.Height() })
	if !listed {
		c.Options = append(c.Options, choiceOption{"", s.millimetres(drawn.Width(), drawn.Height()), named})
	}
	for _, n := range d.Sizes {
		value, text := n.ID, s.millimetres(n.W, n.H)
		asDrawn := n.W == drawn.Width() && n.H == drawn.Height()
		if name := n.Name[s.lang()]; name != "" && name != n.ID {
			text = name + " · " + text
		} else if !strings.Contains(n.ID, "x") {
			text = strings.ToUpper(n.ID) + " · " + text
		}
		chosen := c.Value == n.ID || named && asDrawn
		named = named && !asDrawn
		c.Options = append(c.Options, choiceOption{value, text, chosen})
	}
	if d.Free == nil {
		return c, true
	}
	w, h, free := strings.Cut(strings.TrimSuffix(c.Value, "mm"), "x")
	free = free && !slices.ContainsFunc(d.Sizes, func(n catalog.NamedSize) bool { return n.ID == c.Value })
	if free {
		c.W, c.H = w, h
	}
	c.Options = append(c.Options, choiceOption{sizeFree, phrases["size-free"].in(s.Lang), free})
	c.WName, c.HName = phrases["size-width"].in(s.Lang), phrases["size-height"].in(s.Lang)
	c.Min, c.Max = s.millimetres(d.Free.MinW, d.Free.MinH), s.millimetres(d.Free.MaxW, d.Free.MaxH)
	c.Hint = phrases["size-bounds"].in(s.Lang) + " " + c.Min + " – " + c.Max
	return c, true
}

// optionName returns how people call an option.
func (w words) optionName(o *catalog.Option) string {
	if p, ok := phrases["option-"+o.Name]; ok {
		return p.in(w.Lang)
	}
	return capitalized(phrase{o.Fr, o.En}.in(w.Lang))
}

func capitalized(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// wordName returns how people call a word that an option may have.
func (s *state) wordName(option, word string) string {
	if name := s.pack.WordName(s.design, option, word, s.lang()); name != "" {
		return name
	}
	if p, ok := phrases[option+"-"+word]; ok {
		return p.in(s.Lang)
	}
	return word
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// millimetres writes a size; a fraction of a millimetre is kept if it counts.
func (w words) millimetres(width, height float64) string {
	short := func(v float64) string {
		s := strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
		if w.Lang == "fr" {
			s = strings.Replace(s, ".", ",", 1)
		}
		return s
	}
	return short(width) + " × " + short(height) + "\u00a0mm"
}
