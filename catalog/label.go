package catalog

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// The structs below are label.toml as it is written. A words value is a string
// for all languages, or a table with one string for each.
type (
	words = any

	labelFile struct {
		ID        string           `toml:"id"`
		Languages []string         `toml:"languages"`
		Site      string           `toml:"site"`
		License   string           `toml:"license"`
		Notice    words            `toml:"notice"`
		Issuer    string           `toml:"issuer"`
		Validity  string           `toml:"validity"`
		Unlit     string           `toml:"unlit"`
		Neutral   string           `toml:"neutral"`
		TextInks  []string         `toml:"text-inks"`
		Text      map[string]words `toml:"text"`
		Inks      []inkFile        `toml:"ink"`
		Variants  []variantFile    `toml:"variant"`
		Themes    []themeFile      `toml:"theme"`
		Scales    []scaleFile      `toml:"scale"`
		Editions  []editionFile    `toml:"edition"`
		Kinds     []kindFile       `toml:"kind"`
		Designs   []designFile     `toml:"design"`
		Documents []documentFile   `toml:"document"`
		Rules     []ruleFile       `toml:"rule"`
		Links     []linkFile       `toml:"link"`
		Charter   charterFile      `toml:"charter"`
	}

	inkFile struct {
		ID   string    `toml:"id"`
		Name words     `toml:"name"`
		RGB  string    `toml:"rgb"`
		CMYK []float64 `toml:"cmyk"`
		Spot string    `toml:"spot"`
		RAL  string    `toml:"ral"`
	}

	variantFile struct {
		ID      string            `toml:"id"`
		Name    words             `toml:"name"`
		Dark    bool              `toml:"dark"`
		Grey    bool              `toml:"grey"`
		Grounds []string          `toml:"grounds"`
		Reason  words             `toml:"reason"`
		Box     string            `toml:"box"`
		Swap    map[string]string `toml:"swap"`
	}

	themeFile struct {
		ID   string            `toml:"id"`
		Swap map[string]string `toml:"swap"`
	}

	scaleFile struct {
		ID     string           `toml:"id"`
		Name   words            `toml:"name"`
		Unlit  string           `toml:"unlit"`
		Ramp   []string         `toml:"ramp"`
		Text   map[string]words `toml:"text"`
		Levels []levelFile      `toml:"level"`
	}

	levelFile struct {
		ID   string           `toml:"id"`
		Name words            `toml:"name"`
		Ink  string           `toml:"ink"`
		Ramp []string         `toml:"ramp"`
		Text map[string]words `toml:"text"`
	}

	editionFile struct {
		ID     string           `toml:"id"`
		Scale  string           `toml:"scale"`
		Scales []string         `toml:"scales"`
		Date   string           `toml:"date"`
		Until  string           `toml:"until"`
		Text   map[string]words `toml:"text"`
		Level  map[string]struct {
			Text map[string]words `toml:"text"`
		} `toml:"level"`
	}

	kindFile struct {
		ID   string           `toml:"id"`
		Name words            `toml:"name"`
		Noun words            `toml:"noun"`
		Text map[string]words `toml:"text"`
		The  words            `toml:"the"`
	}

	designFile struct {
		ID        string      `toml:"id"`
		File      string      `toml:"file"`
		For       string      `toml:"for"`
		Name      words       `toml:"name"`
		Use       words       `toml:"use"`
		Alt       words       `toml:"alt"`
		Variants  []string    `toml:"variants"`
		Themes    []string    `toml:"themes"`
		Styles    []styleFile `toml:"styles"`
		Sizes     []sizeFile  `toml:"sizes"`
		Free      []string    `toml:"free"`
		Materials []string    `toml:"materials"`
		Mockups   []string    `toml:"mockups"`
		Hide      []string    `toml:"hide"`
		Bare      bool        `toml:"bare"`
		MinPx     float64     `toml:"min-px"`
		MinMM     float64     `toml:"min-mm"`
		Road      bool        `toml:"road"`
		Kit       []string    `toml:"kit"`
	}

	styleFile struct {
		ID   string `toml:"id"`
		File string `toml:"file"`
		Name words  `toml:"name"`
		Alt  words  `toml:"alt"`
	}

	sizeFile struct {
		ID   string `toml:"id"`
		Size string `toml:"size"`
		Name words  `toml:"name"`
	}

	documentFile struct {
		ID      string `toml:"id"`
		Name    words  `toml:"name"`
		Use     words  `toml:"use"`
		Network string `toml:"network"`
		Words   int    `toml:"words"`
	}

	charterFile struct {
		Logo  string  `toml:"logo"`
		Mark  string  `toml:"mark"`
		Clear float64 `toml:"clear"`
	}

	ruleFile struct {
		Design  []string `toml:"design"`
		Variant []string `toml:"variant"`
		Theme   []string `toml:"theme"`
		Level   []string `toml:"level"`
		Hide    []string `toml:"hide"`
		Ground  []string `toml:"ground"`
		Reason  words    `toml:"reason"`
	}
)

// decodeLabel reads a label.toml. A key it does not know is an error: a
// misspelt one would be silently ignored. Errors begin with file:line:column.
func decodeLabel(file string, data []byte) (*labelFile, positions, error) {
	if len(data) > maxLabelFile {
		return nil, nil, fmt.Errorf("%s: %d bytes; at most %d", file, len(data), maxLabelFile)
	}
	var l labelFile
	d := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields()
	if err := d.Decode(&l); err != nil {
		return nil, nil, tomlError(file, err)
	}
	return &l, locate(data), nil
}

// tomlError puts the position of every fault first.
func tomlError(file string, err error) error {
	var unknown *toml.StrictMissingError
	if errors.As(err, &unknown) {
		var all []error
		for i := range unknown.Errors {
			e := &unknown.Errors[i]
			line, column := e.Position()
			all = append(all, fmt.Errorf("%s:%d:%d: unknown key %s", file, line, column, strings.Join(e.Key(), ".")))
		}
		return errors.Join(all...)
	}
	var one *toml.DecodeError
	if errors.As(err, &one) {
		line, column := one.Position()
		return fmt.Errorf("%s:%d:%d: %w", file, line, column, err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

// positions tells where the keys of a document are, by path: scale.1.level.0.ink
// is the ink of the first level of the second scale.
type positions map[string]unstable.Position

// locate finds the keys of a document that decodes without error. It does not
// go into inline tables: their values are where they begin.
func locate(data []byte) positions {
	at := make(positions)
	count := make(map[string]int) // of the tables of an array
	var p unstable.Parser
	p.Reset(data)
	table := ""
	for p.NextExpression() {
		e := p.Expression()
		var pos unstable.Position
		path := ""
		if e.Kind == unstable.KeyValue {
			path = table
		}
		last := ""
		for k := e.Key(); k.Next(); {
			if pos.Line == 0 {
				pos = p.Shape(k.Node().Raw).Start
			}
			last = join(path, string(k.Node().Data))
			path = last
			if n := count[last]; n > 0 && !k.IsLast() {
				path = join(last, fmt.Sprint(n-1))
			}
		}
		switch e.Kind {
		case unstable.ArrayTable:
			table = join(last, fmt.Sprint(count[last]))
			count[last]++
			at[table] = pos
		case unstable.Table:
			table = last
			at[last] = pos
		case unstable.KeyValue:
			at[last] = pos
		}
	}
	return at
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// of returns the position of a key, or of the nearest table around it.
func (at positions) of(path string) string {
	for {
		if p, ok := at[path]; ok {
			return fmt.Sprintf("%d:%d", p.Line, p.Column)
		}
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			return "1:1"
		}
		path = path[:i]
	}
}
