package web

// A snippet is text to copy; the template of that name shows it.
type snippet struct {
	ID   string // of the element, one of its kind on the page
	Name string
	Text string
	Rows int // lines that are shown
}
