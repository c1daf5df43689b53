package render

import "panonceau/render/geom"

// A Filter changes the pixels of a group (Filter Effects 1). Print formats
// refuse it.
type Filter struct {
	Region  geom.Rect   // what the filter sees and may paint, in user space
	Matrix  geom.Matrix // from user space to the drawing
	Effects []Effect    // in order; the last one's result is drawn
}

// An Effect is one filter primitive. It reads earlier results by index:
// −1 is the source graphic, −2 its alpha alone.
type Effect interface{ effect() }
