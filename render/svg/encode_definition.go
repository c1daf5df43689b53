package svg

// A definition is an element that others refer to, being written.
type definition struct {
	id          int
	start, body int // where it and its attributes begin in out
	refs        int
}

// define begins a definition, up to its identifier.
func (e *encoder) define(element string) definition {
	d := definition{start: len(e.out), refs: len(e.refs)}
	e.lastID++
	d.id = e.lastID
	e.str("<")
	e.str(element)
	e.open("id")
	e.ref(d.id)
	e.str(`"`)
	d.body = len(e.out)
	return d
}

// defined ends a definition and returns its identifier. If it says the same as
// an earlier one it is taken back, and the identifier is that one's.
func (e *encoder) defined(d definition, element string) int {
	e.str("</")
	e.str(element)
	e.str(">\n")
	body := string(e.out[d.body:])
	if id, ok := e.bodies[body]; ok {
		// Nothing inside was defined for the first time, or body would
		// hold an identifier that no earlier definition can hold.
		e.out, e.refs, e.lastID = e.out[:d.start], e.refs[:d.refs], d.id-1
		return id
	}
	e.bodies[body] = d.id
	return d.id
}

// url writes an attribute that refers to a definition; id 0 is none.
func (e *encoder) url(name string, id int) {
	if id == 0 {
		return
	}
	e.open(name)
	e.str("url(#")
	e.ref(id)
	e.str(`)"`)
}
