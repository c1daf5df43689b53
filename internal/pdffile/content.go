package pdffile

import "bytes"

// Operators calls yield with each operator of a content stream and its operands
// (ISO 32000-2 §7.8.2), until yield returns false. Inline images come as BI
// with their dictionary.
func Operators(content []byte, yield func(op string, args []Object) bool) error {
	l := lexer{b: content}
	var args []Object
	for {
		o, err := l.next()
		if err == errEnd {
			return nil
		}
		if err != nil {
			return err
		}
		k, ok := o.(keyword)
		if !ok {
			args = append(args, o)
			continue
		}
		if k == "BI" {
			if args, err = l.inlineImage(); err != nil {
				return err
			}
		}
		if !yield(string(k), args) {
			return nil
		}
		args = args[:0]
	}
}

// inlineImage reads from BI to EI (ISO 32000-2 §8.9.7).
func (l *lexer) inlineImage() ([]Object, error) {
	d := Dict{}
	for {
		key, err := l.next()
		if err != nil {
			return nil, err
		}
		if key == keyword("ID") {
			break
		}
		value, err := l.next()
		if err != nil {
			return nil, err
		}
		if name, ok := key.(Name); ok {
			d[name] = value
		}
	}
	for {
		i := bytes.Index(l.b[min(l.pos, len(l.b)):], []byte("EI"))
		if i < 0 {
			return nil, errEnd
		}
		before := l.pos + i - 1
		l.pos += i + 2
		if before >= 0 && isSpace(l.b[before]) && (l.pos == len(l.b) || isSpace(l.peek(0))) {
			return []Object{d}, nil
		}
	}
}
