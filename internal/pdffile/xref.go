package pdffile

import (
	"bytes"
	"errors"
	"fmt"
)

// sections reads the cross-reference sections from the last one back. What a
// later section says of an object stands.
func (f *File) sections(at int) error {
	seen := map[int]bool{}
	for n := 0; ; n++ {
		if n == maxSections {
			return fmt.Errorf("more than %d sections", maxSections)
		}
		if at < 0 || at >= len(f.data) || seen[at] {
			return fmt.Errorf("a section at byte %d", at)
		}
		seen[at] = true
		l := lexer{b: f.data, pos: at}
		l.skip()
		var trailer Dict
		var err error
		if bytes.HasPrefix(f.data[l.pos:], []byte("xref")) {
			l.pos += len("xref")
			trailer, err = f.table(&l)
		} else {
			trailer, err = f.stream(at)
		}
		if err != nil {
			return err
		}
		if f.Trailer == nil {
			f.Trailer = trailer
		} else {
			f.Updates++
		}
		// ISO 32000-2 §7.5.8.4: a table may be completed by a stream.
		if hybrid, ok := integer(trailer["XRefStm"]); ok && hybrid >= 0 && hybrid < len(f.data) {
			if _, err := f.stream(hybrid); err != nil {
				return err
			}
		}
		prev, ok := integer(trailer["Prev"])
		if !ok {
			return nil
		}
		at = prev
	}
}

// table reads a cross-reference table and its trailer (ISO 32000-2 §7.5.4).
func (f *File) table(l *lexer) (Dict, error) {
	for {
		o, err := l.next()
		if err != nil {
			return nil, err
		}
		if o == keyword("trailer") {
			break
		}
		first, ok1 := integer(o)
		o, err = l.next()
		if err != nil {
			return nil, err
		}
		count, ok2 := integer(o)
		if !ok1 || !ok2 || first < 0 || count < 0 || first+count > maxObjects {
			return nil, fmt.Errorf("a table of objects %v at byte %d", o, l.pos)
		}
		for n := first; n < first+count; n++ {
			var entry [3]Object
			for i := range entry {
				if entry[i], err = l.next(); err != nil {
					return nil, err
				}
			}
			if at, ok := integer(entry[0]); ok && entry[2] == keyword("n") {
				f.put(n, place{offset: at})
			}
		}
	}
	o, err := l.next()
	d, ok := o.(Dict)
	if err == nil && !ok {
		err = errors.New("a trailer that is no dictionary")
	}
	return d, err
}

func (f *File) put(n int, p place) {
	if _, known := f.xref[n]; !known {
		f.xref[n] = p
	}
}

// stream reads a cross-reference stream (ISO 32000-2 §7.5.8).
func (f *File) stream(at int) (Dict, error) {
	o, err := f.indirect(at, -1)
	if err != nil {
		return nil, err
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return nil, fmt.Errorf("no cross-references at byte %d", at)
	}
	data, err := f.Decode(s)
	if err != nil {
		return nil, err
	}
	widths, ok := s.Dict["W"].(Array)
	if !ok || len(widths) < 3 {
		return nil, errors.New("a cross-reference stream without widths")
	}
	var w [3]int
	for i := range w {
		if w[i], ok = integer(widths[i]); !ok || w[i] < 0 || w[i] > 8 {
			return nil, errors.New("a cross-reference stream with odd widths")
		}
	}
	index, ok := s.Dict["Index"].(Array)
	if !ok {
		index = Array{0.0, s.Dict["Size"]}
	}
	return s.Dict, f.entries(data, w, index)
}

// entries reads the entries of a cross-reference stream.
func (f *File) entries(data []byte, w [3]int, index Array) error {
	size := w[0] + w[1] + w[2]
	if size == 0 {
		return errors.New("a cross-reference stream of empty entries")
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, ok1 := integer(index[i])
		count, ok2 := integer(index[i+1])
		if !ok1 || !ok2 || first < 0 || count < 0 || first+count > maxObjects {
			return errors.New("a cross-reference stream of too many objects")
		}
		for n := first; n < first+count && len(data) >= size; n++ {
			var v [3]int
			rest := data[:size]
			for k, width := range w {
				if k == 0 && width == 0 {
					v[0] = 1
				}
				for _, c := range rest[:width] {
					v[k] = v[k]<<8&0x7FFFFFFF | int(c)
				}
				rest = rest[width:]
			}
			data = data[size:]
			switch v[0] {
			case 1:
				f.put(n, place{offset: v[1]})
			case 2:
				f.put(n, place{stream: v[1], index: v[2]})
			}
		}
	}
	return nil
}
