package icc

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"testing"
)

func fogra(t testing.TB) *Profile {
	t.Helper()
	p, err := Parse(FOGRA39)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The expected values are those of LittleCMS 2.14:
// transicc -i '*sRGB' -o FOGRA39L_coated.icc -t1 -n -c0
func TestInks(t *testing.T) {
	tests := []struct {
		rgb  [3]uint8
		want [4]float64
	}{
		{[3]uint8{0, 0, 0}, [4]float64{83.1693, 71.8196, 44.9470, 100}},
		{[3]uint8{255, 255, 255}, [4]float64{0.0015, 0.0015, 0.0031, 0}},
		{[3]uint8{255, 0, 0}, [4]float64{0, 94.7906, 99.6551, 0}},
		{[3]uint8{0, 255, 0}, [4]float64{66.0548, 0, 99.2004, 0}},
		{[3]uint8{0, 0, 255}, [4]float64{95.3567, 87.8721, 0, 0}},
		{[3]uint8{128, 128, 128}, [4]float64{51.1910, 41.8250, 41.5503, 17.7279}},
		{[3]uint8{0, 61, 143}, [4]float64{99.4492, 79.0112, 0, 10.5486}},
		{[3]uint8{227, 6, 19}, [4]float64{0, 95.9365, 95.6939, 2.2950}},
		{[3]uint8{255, 204, 0}, [4]float64{3.3783, 19.6246, 94.2626, 1.7151}},
		{[3]uint8{12, 200, 90}, [4]float64{72.0668, 0, 83.5157, 0}},
		{[3]uint8{90, 12, 200}, [4]float64{88.3818, 94.0169, 0, 0}},
		{[3]uint8{200, 90, 12}, [4]float64{1.0117, 67.6265, 98.1933, 20.1266}},
		{[3]uint8{245, 245, 240}, [4]float64{4.7593, 3.3997, 6.7124, 0}},
		{[3]uint8{17, 17, 17}, [4]float64{87.4052, 78.4390, 46.4469, 100}},
	}
	p := fogra(t)
	worst := 0.0
	for _, tt := range tests {
		got := p.Inks(tt.rgb[0], tt.rgb[1], tt.rgb[2])
		for c := range got {
			worst = max(worst, math.Abs(got[c]-tt.want[c]))
			if math.Abs(got[c]-tt.want[c]) > 0.05 {
				t.Errorf("Inks%v = %.2f, want %.2f", tt.rgb, got, tt.want)
				break
			}
		}
	}
	t.Logf("at most %.3f %% of ink off LittleCMS", worst)
}

// transicc -i FOGRA39L_coated.icc -o '*Lab' -t1 -n -c0
func TestLab(t *testing.T) {
	tests := []struct{ cmyk, want [4]float64 }{
		{[4]float64{}, [4]float64{100, 0, 0}},
		{[4]float64{100}, [4]float64{58.1189, -39.7070, -50.4766}},
		{[4]float64{0, 100}, [4]float64{50.9252, 77.4102, -1.7813}},
		{[4]float64{0, 0, 100}, [4]float64{93.7822, -4.6914, 97.8828}},
		{[4]float64{0, 0, 0, 100}, [4]float64{17.4265, 0.0117, 0.6094}},
		{[4]float64{100, 70, 0, 10}, [4]float64{33.0392, 1.7070, -45.0937}},
		{[4]float64{60, 40, 40, 100}, [4]float64{12.2197, -1.2344, -0.2969}},
		{[4]float64{20, 30, 40, 5}, [4]float64{74.3107, 7.6289, 16.5078}},
	}
	p := fogra(t)
	for _, tt := range tests {
		l, a, b := p.Lab(tt.cmyk)
		d := math.Sqrt((l-tt.want[0])*(l-tt.want[0]) + (a-tt.want[1])*(a-tt.want[1]) + (b-tt.want[2])*(b-tt.want[2]))
		if d > 0.5 {
			t.Errorf("Lab(%v) = %.2f %.2f %.2f, want %.2f: ΔE %.2f", tt.cmyk, l, a, b, tt.want[:3], d)
		}
	}
}

// Colours the press can print come back as they went. The darkest ones take
// 317 % of ink, as with LittleCMS, which Limit brings down to what is asked.
func TestRoundTrip(t *testing.T) {
	p := fogra(t)
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				v := p.Inks(uint8(r), uint8(g), uint8(b))
				if sum := v[0] + v[1] + v[2] + v[3]; sum > 318 {
					t.Fatalf("Inks(%d, %d, %d) = %v: %.1f %% of ink", r, g, b, v, sum)
				}
				v = Limit(v, 300)
				if sum := v[0] + v[1] + v[2] + v[3]; sum > 300 {
					t.Fatalf("Limit: %v: %.2f %% of ink", v, sum)
				}
			}
		}
	}
	for _, rgb := range [][3]uint8{{255, 255, 255}, {128, 128, 128}, {180, 150, 120}, {200, 90, 60}} {
		r, g, b := p.SRGB(p.Inks(rgb[0], rgb[1], rgb[2]))
		for i, c := range [3]uint8{r, g, b} {
			if d := int(c) - int(rgb[i]); d < -4 || d > 4 {
				t.Errorf("SRGB(Inks(%v)) = %d %d %d", rgb, r, g, b)
				break
			}
		}
	}
}

// TestSRGB holds srgb.icc to the formulas. Samples may be off by one: package
// math computes powers differently from one processor to the next.
func TestSRGB(t *testing.T) {
	want := buildSRGB()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("srgb.icc", want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if len(SRGB) != len(want) {
		t.Fatalf("srgb.icc has %d bytes, want %d; run with UPDATE=1", len(SRGB), len(want))
	}
	curve := len(want) - 2*curveSize
	if !bytes.Equal(SRGB[:curve], want[:curve]) {
		t.Fatal("srgb.icc: header or tags differ; run with UPDATE=1")
	}
	for i := curve; i < len(want); i += 2 {
		d := int(binary.BigEndian.Uint16(SRGB[i:])) - int(binary.BigEndian.Uint16(want[i:]))
		if d < -1 || d > 1 {
			t.Fatalf("srgb.icc: sample %d is off by %d", (i-curve)/2, d)
		}
	}
}

const curveSize = 1024

// buildSRGB makes a display profile (ICC.1:2001-04 §6.3.1.2): colorants, one
// curve shared by the three channels, white point and texts.
func buildSRGB() []byte {
	be := binary.BigEndian
	xyz := func(x, y, z float64) []byte {
		b := append([]byte("XYZ "), 0, 0, 0, 0)
		for _, v := range []float64{x, y, z} {
			b = be.AppendUint32(b, uint32(int32(math.Round(v*65536))))
		}
		return b
	}
	const name = "sRGB IEC61966-2.1"
	desc := append([]byte("desc\x00\x00\x00\x00"), be.AppendUint32(nil, uint32(len(name)+1))...)
	desc = append(desc, name...)
	desc = append(desc, make([]byte, 1+8+3+67)...) // no Unicode, no ScriptCode text
	curv := be.AppendUint32([]byte("curv\x00\x00\x00\x00"), curveSize)
	for i := range curveSize {
		c := float64(i) / (curveSize - 1)
		v := c / 12.92
		if c > 0.04045 {
			v = math.Pow((c+0.055)/1.055, 2.4)
		}
		curv = be.AppendUint16(curv, uint16(math.Round(v*65535)))
	}
	m := toXYZ
	tags := []struct {
		sig  string
		data []byte
	}{
		{"desc", desc},
		{"cprt", []byte("text\x00\x00\x00\x00CC0\x00")},
		{"wtpt", xyz(0.9505, 1, 1.0891)},
		{"rXYZ", xyz(m[0][0], m[1][0], m[2][0])},
		{"gXYZ", xyz(m[0][1], m[1][1], m[2][1])},
		{"bXYZ", xyz(m[0][2], m[1][2], m[2][2])},
		{"rTRC", curv}, {"gTRC", nil}, {"bTRC", nil}, // the same data
	}
	head := make([]byte, headerSize)
	be.PutUint32(head[8:], 0x02200000)
	copy(head[12:], "mntrRGB XYZ ")
	copy(head[24:], []byte{0x07, 0xea, 0, 1, 0, 1}) // 2026-01-01
	copy(head[36:], "acsp")
	copy(head[68:], xyz(d50[0], d50[1], d50[2])[8:])
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	off := headerSize + 4 + 12*len(tags)
	at, size := 0, 0
	for _, tag := range tags {
		if tag.data != nil {
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
			at, size = off+len(data), len(tag.data)
			data = append(data, tag.data...)
		}
		table = append(table, tag.sig...)
		table = be.AppendUint32(be.AppendUint32(table, uint32(at)), uint32(size))
	}
	b := append(append(head, table...), data...)
	be.PutUint32(b, uint32(len(b)))
	return b
}

func FuzzParse(f *testing.F) {
	f.Add(FOGRA39[:200])
	f.Add(SRGB)
	short := bytes.Clone(FOGRA39[:800])
	binary.BigEndian.PutUint32(short, uint32(len(short)))
	f.Add(short)
	f.Fuzz(func(t *testing.T, b []byte) {
		if p, err := Parse(b); err == nil {
			p.Inks(12, 34, 56)
			p.SRGB([4]float64{10, 20, 30, 40})
		}
	})
}

func BenchmarkInks(b *testing.B) {
	p := fogra(b)
	for b.Loop() {
		p.Inks(200, 90, 12)
	}
}
