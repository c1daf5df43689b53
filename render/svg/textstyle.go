package svg

import "strings"

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

// set applies one declaration. It returns false if the value is not valid.
func (t *textStyle) set(name, value string) bool {
	switch name {
	case "font-size":
		return t.setSize(value)
	case "font-family":
		t.family = value
	case "font-weight":
		return t.setWeight(value)
	case "font-style":
		value, _, _ = strings.Cut(value, " ") // oblique may have an angle
		return setKeyword(&t.italic, value, slants)
	case "font-stretch":
		t.stretch = value
	case "text-anchor":
		return setKeyword(&t.anchor, value, anchors)
	case "letter-spacing":
		return t.setSpacing(&t.letterSpacing, value)
	case "word-spacing":
		return t.setSpacing(&t.wordSpacing, value)
	case "xml:lang", "lang":
		t.lang = value
	case "xml:space":
		t.preserve = value == "preserve"
	}
	return true
}

var (
	slants  = map[string]bool{"normal": false, "italic": true, "oblique": true}
	anchors = map[string]byte{"start": 's', "middle": 'm', "end": 'e'}
)

func (t *textStyle) setSpacing(dst *length, value string) bool {
	if value == "normal" {
		*dst = length{}
		return true
	}
	l, ok := parseLength(value)
	if ok {
		*dst = length{value: l.px(t.size, t.size)}
	}
	return ok
}

// setWeight reads font-weight (CSS Fonts 4 §2.2).
func (t *textStyle) setWeight(value string) bool {
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
		v, ok := parseNumber(value)
		if !ok || v < 1 || v > 1000 {
			return false
		}
		t.weight = int(v)
	}
	return true
}

// fontSizes are the keywords of font-size over medium (CSS Fonts 4 §2.5).
var fontSizes = map[string]float64{
	"xx-small": 3.0 / 5, "x-small": 3.0 / 4, "small": 8.0 / 9, "medium": 1,
	"large": 6.0 / 5, "x-large": 3.0 / 2, "xx-large": 2,
}

// setSize reads font-size, which may be relative to that of the parent.
func (t *textStyle) setSize(value string) bool {
	if k, ok := fontSizes[value]; ok {
		t.size = k * defaultFontSize
		return true
	}
	switch value {
	case "larger":
		t.size *= 1.2
		return true
	case "smaller":
		t.size /= 1.2
		return true
	}
	l, ok := parseLength(value)
	if !ok || l.value < 0 {
		return false
	}
	t.size = l.px(t.size, t.size)
	return true
}
