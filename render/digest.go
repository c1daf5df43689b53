package render

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"math"
	"reflect"

	"panonceau/render/geom"
)

// Digest returns the SHA-256, in hexadecimal, of all that is drawn: of the page
// and every field of every node, but not of what d says of itself. Two drawings
// that any encoder tells apart have different digests. It is the same on every
// machine, and changes when the types of this package do.
func (d *Drawing) Digest() string {
	s := summer{h: sha256.New()}
	for _, v := range []float64{d.Width, d.Height, d.Unit, d.Bleed} {
		s.float(v)
	}
	s.value(reflect.ValueOf(d.Root))
	s.flush()
	return hex.EncodeToString(s.h.Sum(nil))
}

// A summer writes values to a hash so that no two write the same: lists begin
// with their length, and what may be absent or of several types with which it
// is.
type summer struct {
	h   hash.Hash
	buf []byte
}

func (s *summer) flush() {
	s.h.Write(s.buf)
	s.buf = s.buf[:0]
}

func (s *summer) uint(v uint64) {
	s.buf = binary.LittleEndian.AppendUint64(s.buf, v)
	if len(s.buf) >= 4<<10 {
		s.flush()
	}
}

func (s *summer) float(v float64) { s.uint(math.Float64bits(v + 0)) } // no −0

func (s *summer) string(v string) {
	s.uint(uint64(len(v)))
	s.buf = append(s.buf, v...)
}

// value writes any value of the types of a Drawing.
func (s *summer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		s.pointer(v)
	case reflect.Interface:
		if v.IsNil() {
			s.string("")
			return
		}
		s.string(v.Elem().Type().String())
		s.value(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			s.value(v.Field(i))
		}
	case reflect.Slice:
		s.list(v)
	case reflect.Array:
		for i := range v.Len() {
			s.value(v.Index(i))
		}
	case reflect.Float64:
		s.float(v.Float())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		s.uint(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		s.uint(v.Uint())
	case reflect.Bool:
		n := uint64(0)
		if v.Bool() {
			n = 1
		}
		s.uint(n)
	case reflect.String:
		s.string(v.String())
	default:
		panic("render: a drawing holds a " + v.Type().String())
	}
}

func (s *summer) pointer(v reflect.Value) {
	if v.IsNil() {
		s.uint(0)
		return
	}
	s.uint(1)
	if p, ok := v.Interface().(*geom.Path); ok {
		s.path(p)
		return
	}
	s.value(v.Elem())
}

func (s *summer) list(v reflect.Value) {
	if b, ok := v.Interface().([]byte); ok {
		s.string(string(b))
		return
	}
	s.uint(uint64(v.Len()))
	for i := range v.Len() {
		s.value(v.Index(i))
	}
}

// path is value for most of what there is in a drawing.
func (s *summer) path(p *geom.Path) {
	s.uint(uint64(len(p.Ops)))
	for _, op := range p.Ops {
		s.buf = append(s.buf, byte(op))
	}
	s.uint(uint64(len(p.Pts)))
	for _, q := range p.Pts {
		s.float(q.X)
		s.float(q.Y)
	}
}
