package dxf

import (
	"math"
	"strconv"

	"panonceau/render/cut"
	"panonceau/render/geom"
)

// A file is a DXF file being written: pairs of a group code and a value, one
// to a line (DXF Reference, "Group codes").
type file struct {
	version Version
	buf     []byte
	handle  int // the last one given; R2000 names every object
}

func (f *file) pair(code int, value string) {
	f.buf = strconv.AppendInt(f.buf, int64(code), 10)
	f.buf = append(f.buf, '\n')
	f.buf = append(f.buf, value...)
	f.buf = append(f.buf, '\n')
}

func (f *file) integer(code, v int) { f.pair(code, strconv.Itoa(v)) }

// real writes v in steps of 10⁻⁶, with a decimal point, which old readers want.
func (f *file) real(code int, v float64) {
	s := strconv.FormatFloat(math.Round(v*1e6)/1e6+0, 'f', -1, 64)
	for i := range len(s) {
		if s[i] == '.' {
			f.pair(code, s)
			return
		}
	}
	f.pair(code, s+".0")
}

// point writes a point in the plane, y under the code ten above that of x.
func (f *file) point(code int, p geom.Point) {
	f.real(code, p.X)
	f.real(code+10, p.Y)
}

func (f *file) section(name string) {
	f.pair(0, "SECTION")
	f.pair(2, name)
}

// newHandle names an object, in R2000.
func (f *file) newHandle() string {
	f.handle++
	h := hex(f.handle)
	if f.version != R12 {
		f.pair(5, h)
	}
	return h
}

func hex(v int) string { return strconv.FormatInt(int64(v), 16) }

// class says of which class an object is, in R2000.
func (f *file) class(names ...string) {
	for _, name := range names {
		if f.version != R12 && name != "" {
			f.pair(100, name)
		}
	}
}

func (f *file) owner(handle string) {
	if f.version != R12 {
		f.pair(330, handle)
	}
}

// entity begins an entity of the model.
func (f *file) entity(kind string, layer cut.Operation, class string) {
	f.pair(0, kind)
	f.newHandle()
	f.owner(modelSpace)
	f.class("AcDbEntity")
	f.pair(8, string(layer))
	f.class(class)
}

// Handles of the objects that others refer to. The rest are numbered from
// firstHandle on.
const (
	blockRecords = "1"
	modelSpace   = "2"
	paperSpace   = "3"
	dictionary   = "4"
	groups       = "5"
	layerTable   = "6"
	firstHandle  = 0x10
	lastHandle   = 0xFFFFFF // more than a job can have
)

// header says the release, the unit and the extent of the drawing.
func (f *file) header(width, height float64) {
	f.handle = firstHandle
	f.section("HEADER")
	f.pair(9, "$ACADVER")
	if f.version == R12 {
		f.pair(1, "AC1009")
	} else {
		f.pair(1, "AC1015")
		f.pair(9, "$HANDSEED")
		f.pair(5, hex(lastHandle+1))
	}
	f.pair(9, "$INSUNITS")
	f.integer(70, 4) // millimetres
	f.pair(9, "$MEASUREMENT")
	f.integer(70, 1) // metric
	for _, c := range []struct {
		name string
		p    geom.Point
	}{{"$EXTMIN", geom.Point{}}, {"$EXTMAX", geom.Pt(width, height)}} {
		f.pair(9, c.name)
		f.point(10, c.p)
		f.real(30, 0)
	}
	f.pair(0, "ENDSEC")
}

// layers and their colours, of the AutoCAD colour index: red is cut, black or
// white is engraved, blue is drilled.
var layers = []struct {
	name  string
	color int
}{{"0", 7}, {string(cut.Cut), 1}, {string(cut.Engrave), 7}, {string(cut.Drill), 5}}

// table writes a symbol table with n entries.
func (f *file) table(name string, n int, entries func(owner string)) {
	f.pair(0, "TABLE")
	f.pair(2, name)
	owner := ""
	switch {
	case f.version == R12:
	case name == "BLOCK_RECORD":
		owner = blockRecords
		f.pair(5, owner)
	case name == "LAYER":
		owner = layerTable
		f.pair(5, owner)
	default:
		owner = f.newHandle()
	}
	f.owner("0")
	f.class("AcDbSymbolTable")
	f.integer(70, n)
	if name == "DIMSTYLE" {
		f.class("AcDbDimStyleTable")
	}
	entries(owner)
	f.pair(0, "ENDTAB")
}

// record begins an entry of a symbol table.
func (f *file) record(kind, owner, class, name string) {
	f.pair(0, kind)
	if kind == "DIMSTYLE" && f.version != R12 {
		f.handle++
		f.pair(105, hex(f.handle))
	} else {
		f.newHandle()
	}
	f.owner(owner)
	f.class("AcDbSymbolTableRecord", class)
	f.pair(2, name)
	f.integer(70, 0)
}

// tables writes the symbol tables; R2000 needs all nine, if only to say that
// they are empty.
func (f *file) tables() {
	f.section("TABLES")
	none := func(string) {}
	if f.version != R12 {
		f.table("VPORT", 0, none)
	}
	f.table("LTYPE", 1, func(owner string) {
		names := []string{"CONTINUOUS"}
		if f.version != R12 {
			names = []string{"ByBlock", "ByLayer", "Continuous"}
		}
		for _, n := range names {
			f.record("LTYPE", owner, "AcDbLinetypeTableRecord", n)
			f.pair(3, "")
			f.integer(72, 65)
			f.integer(73, 0)
			f.real(40, 0)
		}
	})
	f.table("LAYER", len(layers), func(owner string) {
		for _, l := range layers {
			f.record("LAYER", owner, "AcDbLayerTableRecord", l.name)
			f.integer(62, l.color)
			f.pair(6, "CONTINUOUS")
		}
	})
	f.table("STYLE", 1, func(owner string) {
		f.record("STYLE", owner, "AcDbTextStyleTableRecord", "STANDARD")
		f.real(40, 0)
		f.real(41, 1)
		f.real(50, 0)
		f.integer(71, 0)
		f.real(42, 1)
		f.pair(3, "txt")
		f.pair(4, "")
	})
	if f.version != R12 {
		f.table("VIEW", 0, none)
		f.table("UCS", 0, none)
		f.table("APPID", 1, func(owner string) { f.record("APPID", owner, "AcDbRegAppTableRecord", "ACAD") })
		f.table("DIMSTYLE", 1, func(owner string) { f.record("DIMSTYLE", owner, "AcDbDimStyleTableRecord", "STANDARD") })
		f.table("BLOCK_RECORD", 2, func(owner string) {
			for _, b := range spaces {
				f.pair(0, "BLOCK_RECORD")
				f.pair(5, b.handle)
				f.owner(owner)
				f.class("AcDbSymbolTableRecord", "AcDbBlockTableRecord")
				f.pair(2, b.name)
			}
		})
	}
	f.pair(0, "ENDSEC")
}

// spaces are the two blocks that R2000 keeps its entities in.
var spaces = []struct{ handle, name string }{{modelSpace, "*Model_Space"}, {paperSpace, "*Paper_Space"}}

func (f *file) blocks() {
	if f.version == R12 {
		return
	}
	f.section("BLOCKS")
	for _, b := range spaces {
		f.pair(0, "BLOCK")
		f.newHandle()
		f.owner(b.handle)
		f.class("AcDbEntity")
		f.pair(8, "0")
		f.class("AcDbBlockBegin")
		f.pair(2, b.name)
		f.integer(70, 0)
		f.point(10, geom.Point{})
		f.real(30, 0)
		f.pair(3, b.name)
		f.pair(1, "")
		f.pair(0, "ENDBLK")
		f.newHandle()
		f.owner(b.handle)
		f.class("AcDbEntity")
		f.pair(8, "0")
		f.class("AcDbBlockEnd")
	}
	f.pair(0, "ENDSEC")
}

// objects writes the root dictionary, which R2000 cannot do without.
func (f *file) objects() {
	if f.version == R12 {
		return
	}
	f.section("OBJECTS")
	f.pair(0, "DICTIONARY")
	f.pair(5, dictionary)
	f.owner("0")
	f.class("AcDbDictionary")
	f.pair(3, "ACAD_GROUP")
	f.pair(350, groups)
	f.pair(0, "DICTIONARY")
	f.pair(5, groups)
	f.owner(dictionary)
	f.class("AcDbDictionary")
	f.pair(0, "ENDSEC")
}
