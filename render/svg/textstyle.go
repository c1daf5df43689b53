package svg

import (
	"strings"
)

// A textStyle holds the inherited properties of text, computed.
type textStyle struct {
	family        string // as written, a list
	size          float64
	weight        int // 100 to 900
	italic        bool
	stretch       string
	anchor        byte // 's'tart, 'm'iddle or 'e'nd
	letterSpacing length
	wordSpacing   length
	lang          string
	preserve      bool // xml:space
}

func initialTextStyle() textStyle {
	return textStyle{size: defaultFontSize, weight: 400, anchor: 's'}
}

func (t *textStyle) set(name, value string) {
	switch name {
	case "font-family":
		if value != "inherit" {
			t.family = value
		}
	case "font-weight":
		t.setWeight(value)
	case "font-style":
		setKeyword(&t.italic, value, map[string]bool{"normal": false, "italic": true, "oblique": true})
	case "font-stretch":
		if value != "inherit" {
			t.stretch = value
		}
	case "text-anchor":
		setKeyword(&t.anchor, value, map[string]byte{"start": 's', "middle": 'm', "end": 'e'})
	case "letter-spacing":
		t.setSpacing(&t.letterSpacing, value)
	case "word-spacing":
		t.setSpacing(&t.wordSpacing, value)
	case "xml:lang", "lang":
		t.lang = value
	case "xml:space":
		t.preserve = value == "preserve"
	}
}

func (t *textStyle) setSpacing(dst *length, value string) {
	if value == "normal" {
		*dst = length{}
	} else if l, ok := parseLength(value); ok {
		*dst = length{value: l.px(t.size, t.size)}
	}
}

// setWeight reads font-weight (CSS Fonts 4 §2.2).
func (t *textStyle) setWeight(value string) {
	switch value {
	case "normal":
		t.weight = 400
	case "bold":
		t.weight = 700
	case "bolder":
		switch {
		case t.weight < 350:
			t.weight = 400
		case t.weight < 550:
			t.weight = 700
		default:
			t.weight = max(t.weight, 900)
		}
	case "lighter":
		switch {
		case t.weight < 550:
			t.weight = min(t.weight, 100)
		case t.weight < 750:
			t.weight = 400
		default:
			t.weight = 700
		}
	default:
		if v, ok := parseNumber(value); ok && v >= 1 && v <= 1000 {
			t.weight = int(v)
		}
	}
}

// fontSizes are the keywords of font-size over medium (CSS Fonts 4 §2.5).
var fontSizes = map[string]float64{
	"xx-small": 3.0 / 5, "x-small": 3.0 / 4, "small": 8.0 / 9, "medium": 1,
	"large": 6.0 / 5, "x-large": 3.0 / 2, "xx-large": 2,
}

// fontSize computes font-size, given that of the parent.
func fontSize(s string, parent float64) float64 {
	s = strings.TrimSpace(s)
	switch s {
	case "larger":
		return parent * 1.2
	case "smaller":
		return parent / 1.2
	}
	if k, ok := fontSizes[s]; ok {
		return k * defaultFontSize
	}
	if l, ok := parseLength(s); ok && l.value >= 0 {
		return l.px(parent, parent)
	}
	return parent
}
