package pdffile

import (
	"bytes"
	"errors"
	"fmt"
)

// A File is a PDF file. It remembers the objects it has read, so it is used
// from one goroutine at a time.
type File struct {
	Version string // of the header, e.g. "1.6"
	Binary  bool   // a comment after the header says that the file is binary
	Trailer Dict
	Updates int // sections beyond the first

	data   []byte
	xref   map[int]place
	cache  map[int]Object
	packed map[int]*objectStream
	depth  int
	total  int // bytes decoded
}

// A place says where an object is: at an offset, or within an object stream.
type place struct {
	offset int
	stream int // number of the object stream, or 0
	index  int
}

// Open reads the cross-references of a file. The file must not be changed
// afterwards.
func Open(b []byte) (*File, error) {
	if len(b) > maxFile {
		return nil, fmt.Errorf("file of %d bytes exceeds %d", len(b), maxFile)
	}
	f := &File{data: b, xref: map[int]place{}, cache: map[int]Object{}, packed: map[int]*objectStream{}}
	if err := f.header(); err != nil {
		return nil, err
	}
	tail := b[max(0, len(b)-1024):]
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 {
		return nil, errors.New("no startxref at the end of the file")
	}
	l := lexer{b: tail, pos: i + len("startxref")}
	o, err := l.next()
	if err != nil {
		return nil, fmt.Errorf("startxref: %w", err)
	}
	at, ok := integer(o)
	if !ok {
		return nil, errors.New("startxref is followed by no number")
	}
	if err := f.sections(at); err != nil {
		return nil, fmt.Errorf("cross-references: %w", err)
	}
	return f, nil
}

// header reads the first line (ISO 32000-2 §7.5.2).
func (f *File) header() error {
	b := f.data
	if !bytes.HasPrefix(b, []byte("%PDF-")) || len(b) < 9 {
		return errors.New("not a PDF file")
	}
	f.Version = string(b[5:8])
	if _, second, ok := bytes.Cut(b[:min(len(b), 100)], []byte("\n%")); ok && len(second) >= 4 {
		f.Binary = second[0] >= 0x80 && second[1] >= 0x80 && second[2] >= 0x80 && second[3] >= 0x80
	}
	return nil
}

// indirect reads the object at an offset, which must have the given number
// unless that is -1.
func (f *File) indirect(at, number int) (Object, error) {
	if at < 0 || at >= len(f.data) {
		return nil, fmt.Errorf("an object at byte %d", at)
	}
	l := lexer{b: f.data, pos: at}
	var head [3]Object
	for i := range head {
		var err error
		if head[i], err = l.next(); err != nil {
			return nil, err
		}
	}
	if n, ok := integer(head[0]); !ok || head[2] != keyword("obj") || number >= 0 && n != number {
		return nil, fmt.Errorf("no object %d at byte %d", number, at)
	}
	o, err := l.next()
	if err != nil {
		return nil, err
	}
	if _, bad := o.(keyword); bad {
		return nil, nil // an empty object is null
	}
	d, ok := o.(Dict)
	if !ok {
		if n, isNumber := integer(o); isNumber { // it may be a reference
			return f.maybeRef(&l, n, o), nil
		}
		return o, nil
	}
	l.skip()
	if !bytes.HasPrefix(l.b[l.pos:], []byte("stream")) {
		return d, nil
	}
	return f.streamData(&l, d)
}

// maybeRef returns the reference that begins with n, or o.
func (f *File) maybeRef(l *lexer, n int, o Object) Object {
	second, err1 := l.next()
	third, err2 := l.next()
	if g, ok := integer(second); err1 == nil && err2 == nil && ok && third == keyword("R") {
		return Ref{n, g}
	}
	return o
}

// streamData cuts out the data after the keyword stream (ISO 32000-2 §7.3.8).
func (f *File) streamData(l *lexer, d Dict) (Object, error) {
	l.pos += len("stream")
	if l.peek(0) == '\r' {
		l.pos++
	}
	if l.peek(0) == '\n' {
		l.pos++
	}
	n, ok := integer(f.Resolve(d["Length"]))
	if !ok || n < 0 || n > len(l.b)-l.pos {
		return nil, fmt.Errorf("a stream of length %v at byte %d", d["Length"], l.pos)
	}
	return &Stream{d, l.b[l.pos : l.pos+n : l.pos+n]}, nil
}

// Resolve follows references until it finds an object. What cannot be found or
// read is null, as ISO 32000-2 §7.3.10 has it.
func (f *File) Resolve(o Object) Object {
	for range maxDepth {
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.object(r.Number)
	}
	return nil
}

func (f *File) object(n int) Object {
	if o, ok := f.cache[n]; ok {
		return o
	}
	p, ok := f.xref[n]
	if !ok || f.depth > maxDepth {
		return nil
	}
	f.depth++ // lengths and object streams are objects too
	defer func() { f.depth-- }()
	var o Object
	var err error
	if p.stream == 0 {
		o, err = f.indirect(p.offset, n)
	} else {
		o, err = f.unpack(p, n)
	}
	if err != nil {
		o = nil
	}
	f.cache[n] = o
	return o
}

// An objectStream is one that has been decoded (ISO 32000-2 §7.5.7).
type objectStream struct {
	data    []byte
	offsets map[int]int // of objects, by number
}

// unpack reads object n from an object stream.
func (f *File) unpack(p place, n int) (Object, error) {
	s, ok := f.packed[p.stream]
	if !ok {
		var err error
		if s, err = f.openPacked(p.stream); err != nil {
			return nil, err
		}
		f.packed[p.stream] = s
	}
	at, ok := s.offsets[n]
	if !ok || at >= len(s.data) {
		return nil, fmt.Errorf("no object %d in stream %d", n, p.stream)
	}
	l := lexer{b: s.data, pos: at}
	o, err := l.next()
	if n, isNumber := integer(o); err == nil && isNumber {
		return f.maybeRef(&l, n, o), nil
	}
	return o, err
}

func (f *File) openPacked(number int) (*objectStream, error) {
	if at, ok := f.xref[number]; !ok || at.stream != 0 {
		return nil, fmt.Errorf("no object stream %d", number)
	}
	s, ok := f.object(number).(*Stream)
	if !ok {
		return nil, fmt.Errorf("no object stream %d", number)
	}
	data, err := f.Decode(s)
	if err != nil {
		return nil, err
	}
	count, ok1 := integer(f.Resolve(s.Dict["N"]))
	first, ok2 := integer(f.Resolve(s.Dict["First"]))
	if !ok1 || !ok2 || count < 0 || count > maxObjects || first < 0 || first > len(data) {
		return nil, fmt.Errorf("object stream %d is broken", number)
	}
	out := &objectStream{data: data, offsets: map[int]int{}}
	l := lexer{b: data[:first]}
	for range count {
		n, err := l.next()
		if err != nil {
			return nil, err
		}
		at, err := l.next()
		if err != nil {
			return nil, err
		}
		num, ok1 := integer(n)
		offset, ok2 := integer(at)
		if !ok1 || !ok2 || offset < 0 {
			return nil, fmt.Errorf("object stream %d is broken", number)
		}
		out.offsets[num] = first + offset
	}
	return out, nil
}
