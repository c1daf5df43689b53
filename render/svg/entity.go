package svg

import (
	"bytes"
	"errors"
	"strings"
)

// maxEntityDepth bounds entities within entities.
const maxEntityDepth = 8

var errEntities = errors.New("entities expand to more than 8 MiB or refer to themselves")

// expandEntities replaces the references to entities that the internal subset
// of the DTD declares (XML 1.0 §4.4), as Illustrator writes them. Package xml
// knows entities as text only, but here they may hold elements. The values lose
// their line ends, so that line numbers stay those of the file.
func expandEntities(data []byte) ([]byte, error) {
	if !bytes.Contains(data, []byte("<!ENTITY")) {
		return data, nil
	}
	start, end := internalSubset(data)
	x := entityExpander{values: declaredEntities(string(data[start:end]))}
	x.out.Write(data[:end])
	x.document(data[end:])
	return x.out.Bytes(), x.err
}

// internalSubset returns the extent of what stands between the brackets of the
// document type declaration.
func internalSubset(data []byte) (start, end int) {
	doctype := bytes.Index(data, []byte("<!DOCTYPE"))
	if doctype < 0 {
		return 0, 0
	}
	open := bytes.IndexByte(data[doctype:], '[')
	if open < 0 {
		return 0, 0
	}
	start = doctype + open + 1
	var quote byte
	for end = start; end < len(data); end++ {
		switch c := data[end]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == ']':
			return start, end
		}
	}
	return start, len(data)
}

// declaredEntities returns the general entities with a literal value. The
// first declaration of a name counts (XML 1.0 §4.2).
func declaredEntities(subset string) map[string]string {
	values := map[string]string{}
	for {
		_, rest, ok := strings.Cut(subset, "<!ENTITY")
		if !ok {
			return values
		}
		subset = rest
		rest = strings.TrimLeft(rest, " \t\r\n")
		i := strings.IndexAny(rest, " \t\r\n")
		if i <= 0 || rest[0] == '%' {
			continue
		}
		name, rest := rest[:i], strings.TrimLeft(rest[i:], " \t\r\n")
		if rest == "" || rest[0] != '"' && rest[0] != '\'' {
			continue // SYSTEM or PUBLIC: another file
		}
		value, after, ok := strings.Cut(rest[1:], rest[:1])
		if !ok {
			return values
		}
		if _, twice := values[name]; !twice {
			values[name] = strings.NewReplacer("\r", " ", "\n", " ").Replace(value)
		}
		subset = after
	}
}

// An entityExpander copies a document to out.
type entityExpander struct {
	values map[string]string
	out    bytes.Buffer
	err    error
}

func (x *entityExpander) document(data []byte) {
	inTag := false
	for i := 0; i < len(data) && x.err == nil; {
		switch {
		case bytes.HasPrefix(data[i:], []byte("<!--")):
			i += x.copyTo(data[i:], "-->")
		case bytes.HasPrefix(data[i:], []byte("<![CDATA[")):
			i += x.copyTo(data[i:], "]]>")
		case data[i] == '&':
			i += x.reference(data[i:], inTag, 0)
		default:
			if data[i] == '<' || data[i] == '>' {
				inTag = data[i] == '<'
			}
			x.out.WriteByte(data[i])
			i++
		}
	}
}

// copyTo copies the part of data up to end and returns its length.
func (x *entityExpander) copyTo(data []byte, end string) int {
	n := len(data)
	if i := bytes.Index(data, []byte(end)); i >= 0 {
		n = i + len(end)
	}
	x.out.Write(data[:n])
	return n
}

// reference writes what the reference at the start of data stands for, or
// copies its & if it is not one of ours. It returns the length read.
func (x *entityExpander) reference(data []byte, inTag bool, depth int) int {
	semicolon := bytes.IndexByte(data[:min(len(data), 256)], ';')
	if semicolon > 0 {
		if value, ok := x.values[string(data[1:semicolon])]; ok {
			x.value([]byte(value), inTag, depth+1)
			return semicolon + 1
		}
	}
	x.out.WriteByte('&')
	return 1
}

func (x *entityExpander) value(value []byte, inTag bool, depth int) {
	if depth > maxEntityDepth {
		x.err = errEntities
	}
	for i := 0; i < len(value) && x.err == nil; {
		switch c := value[i]; {
		case c == '&':
			i += x.reference(value[i:], inTag, depth)
			continue
		case inTag && c == '"': // quotes in a value do not end an attribute
			x.out.WriteString("&#34;")
		case inTag && c == '\'':
			x.out.WriteString("&#39;")
		default:
			x.out.WriteByte(c)
		}
		i++
		if x.out.Len() > maxBytes {
			x.err = errEntities
		}
	}
}
