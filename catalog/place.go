package catalog

import (
	"slices"
	"strconv"
	"strings"
)

// A Place is a point of the Earth in decimal degrees of WGS 84.
type Place struct{ Lat, Lon float64 }

// place reads where a row says that the holder has its seat. A row that does
// not say leaves what others said.
func (r *registryReader) place(h *Holder) {
	lat, lon := r.cell(colLat), r.cell(colLon)
	switch {
	case lat != "" && lon != "":
		p := &Place{Lat: r.degrees(colLat, lat, 90), Lon: r.degrees(colLon, lon, 180)}
		h.Place = p
	case lat != "":
		r.fail(colLon, "the longitude is missing, and there is a latitude")
	case lon != "":
		r.fail(colLat, "the latitude is missing, and there is a longitude")
	}
	codes := r.list(colPostcode, maxPostcodes)
	for _, code := range codes {
		if len(code) != 5 || !only(code, "0123456789") {
			r.fail(colPostcode, "%s: want five digits", quote(code))
		}
	}
	if len(codes) > 0 {
		h.Postcodes = slices.Clip(codes)
	}
}

// degrees reads a coordinate as people write it, without an exponent.
func (r *registryReader) degrees(column, s string, most int) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || len(s) > maxDegrees || !only(strings.TrimPrefix(s, "-"), "0123456789.") || v < float64(-most) || v > float64(most) {
		r.fail(column, "%s: want decimal degrees from -%d to %d, as in 45.146", quote(s), most, most)
		return 0
	}
	return v
}
