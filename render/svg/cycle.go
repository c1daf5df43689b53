package svg

// dropCycles removes the clip-path or mask properties (name) that would make an
// element of the given kind limit itself (CSS Masking 1 §5.1: such references
// are in error). Those that close a cycle first in document order go.
func dropCycles(doc *document, kind, name string) {
	const (
		unseen = iota
		open   // being followed
		closed
	)
	state := map[*element]int{}
	var follow, scan func(e *element, depth int)
	follow = func(e *element, depth int) {
		state[e] = open
		scan(e, depth)
		state[e] = closed
	}
	scan = func(e *element, depth int) {
		if ref, _, ok := parseURL(e.prop(name)); ok {
			target := e.target(ref)
			switch {
			case target == nil || target.name != kind:
			case state[target] == open || depth > maxDepth:
				e.declare([]property{{name, "none", true}})
			case state[target] == unseen:
				follow(target, depth+1)
			}
		}
		for _, child := range e.children {
			if child.name != textName {
				scan(child, depth+1)
			}
		}
	}
	var find func(e *element)
	find = func(e *element) {
		if e.name == kind && state[e] == unseen {
			follow(e, 0)
		}
		for _, child := range e.children {
			find(child)
		}
	}
	find(doc.root)
}
