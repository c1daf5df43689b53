package mockup

// Noises of the wall.
const (
	wallTone noise = iota + 1
	wallCoarse
	wallFine
	wallGrit
)

// plaster is the colour of the wall.
var plaster = rgb{216, 209, 198}

// wall draws rough plaster in the light of day.
func (s *scene) wall() {
	size := s.Rect.Size()
	relief := newField(s.Rect)
	for y := range size.Y {
		row := relief.row(y)
		for x := range row {
			row[x] = int32(wallCoarse.smooth(x, y, s.px(19), s.px(14))*4/8 +
				wallFine.smooth(x, y, s.px(6), s.px(5))*3/8 +
				wallGrit.smooth(x, y, s.px(2), s.px(2))*2/8)
		}
	}
	for y := range size.Y {
		for x := range size.X {
			slope := relief.at(x-1, y-1) - relief.at(x+1, y+1)
			tone := wallTone.smooth(x, y, s.px(310), s.px(230))/36 +
				wallTone.smooth(x+9000, y, s.px(90), s.px(70))/60
			s.put(x, y, plaster.times(s.day(x, y)+tone+slope/22))
		}
	}
}
