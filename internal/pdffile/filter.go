package pdffile

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
)

// ErrFilter is wrapped by the error for streams that are compressed in a way
// that is not read here: pictures, mostly.
var ErrFilter = errors.New("unknown filter")

// Filters returns the filters of s, by their long names.
func (f *File) Filters(s *Stream) []Name {
	switch v := f.Resolve(s.Dict["Filter"]).(type) {
	case Name:
		return []Name{v}
	case Array:
		var out []Name
		for _, o := range v {
			if n, ok := f.Resolve(o).(Name); ok {
				out = append(out, n)
			}
		}
		return out
	}
	return nil
}

// Decode returns the data of s, decoded (ISO 32000-2 §7.4).
func (f *File) Decode(s *Stream) ([]byte, error) {
	filters := f.Filters(s)
	if len(filters) > maxFilters {
		return nil, fmt.Errorf("more than %d filters", maxFilters)
	}
	data := s.Raw
	for i, name := range filters {
		var err error
		switch name {
		case "FlateDecode":
			data, err = inflate(data)
			if err == nil {
				data, err = f.unpredict(data, s.Dict["DecodeParms"], i)
			}
		case "ASCIIHexDecode":
			l := lexer{b: append(append([]byte{'<'}, data...), '>')}
			var o Object
			if o, err = l.hex(); err == nil {
				data = []byte(o.(String))
			}
		case "ASCII85Decode":
			data, err = unascii85(data)
		default:
			err = fmt.Errorf("%w %s", ErrFilter, name)
		}
		if err != nil {
			return nil, err
		}
		if f.total += len(data); f.total > maxTotal {
			return nil, fmt.Errorf("streams of more than %d bytes in all", maxTotal)
		}
	}
	return data, nil
}

func inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(r, maxDecoded+1))
	if len(out) > maxDecoded {
		return nil, fmt.Errorf("a stream of more than %d bytes", maxDecoded)
	}
	return out, err
}

func unascii85(data []byte) ([]byte, error) {
	data, _, _ = bytes.Cut(data, []byte("~>"))
	out := make([]byte, 4*len(data)) // "z" stands for four bytes
	n, _, err := ascii85.Decode(out, data, true)
	return out[:n], err
}

// unpredict undoes the PNG filters of filter number i (ISO 32000-2 §7.4.4.4).
func (f *File) unpredict(data []byte, parms Object, i int) ([]byte, error) {
	parms = f.Resolve(parms)
	if list, ok := parms.(Array); ok {
		if i >= len(list) {
			return data, nil
		}
		parms = f.Resolve(list[i])
	}
	d, _ := parms.(Dict)
	get := func(key Name, usual int) int {
		if v, ok := integer(f.Resolve(d[key])); ok {
			return v
		}
		return usual
	}
	predictor := get("Predictor", 1)
	if predictor == 1 {
		return data, nil
	}
	colors, bits, columns := get("Colors", 1), get("BitsPerComponent", 8), get("Columns", 1)
	if predictor < 10 || predictor > 15 || colors < 1 || colors > 32 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<20 {
		return nil, fmt.Errorf("%w FlateDecode with predictor %d", ErrFilter, predictor)
	}
	return unfilter(data, (colors*bits+7)/8, (colors*bits*columns+7)/8)
}

// unfilter undoes PNG filters: rows of size bytes, each after a byte that names
// its filter, pixels of bpp bytes (PNG §9).
func unfilter(data []byte, bpp, size int) ([]byte, error) {
	out := make([]byte, 0, len(data))
	prev := make([]byte, size)
	for len(data) > size {
		kind, row := data[0], data[1:1+size]
		data = data[1+size:]
		start := len(out)
		for i, v := range row {
			var left, up, corner byte
			up = prev[i]
			if i >= bpp {
				left, corner = out[start+i-bpp], prev[i-bpp]
			}
			switch kind {
			case 0:
			case 1:
				v += left
			case 2:
				v += up
			case 3:
				v += byte((int(left) + int(up)) / 2)
			case 4:
				v += paeth(left, up, corner)
			default:
				return nil, fmt.Errorf("a row with PNG filter %d", kind)
			}
			out = append(out, v)
		}
		prev = out[start:]
	}
	return out, nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	dist := func(v byte) int { return max(p-int(v), int(v)-p) }
	switch da, db, dc := dist(a), dist(b), dist(c); {
	case da <= db && da <= dc:
		return a
	case db <= dc:
		return b
	default:
		return c
	}
}
