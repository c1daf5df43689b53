package geo

import (
	"math"
	"strings"
	"testing"

	"panonceau/outlines"
)

// TestLambert93 holds the projection to what PROJ makes of some towns.
func TestLambert93(t *testing.T) {
	p := Lambert93()
	for _, c := range []struct {
		name           string
		lon, lat, x, y float64
	}{
		{"origin", 3, 46.5, 700000, 6600000},
		{"Paris", 2.3488, 48.85341, 652216.6352, 6861682.6119},
		{"Le Conquet", -4.7733, 48.4130, 125717.6106, 6840813.4027},
		{"Bastia", 9.4500, 42.7028, 1228520.6353, 6199731.0272},
		{"Strasbourg", 7.74553, 48.58392, 1049808.6438, 6842037.8974},
		{"Marseille", 5.38107, 43.29695, 893303.3821, 6247112.7827},
		{"Dunkerque", 2.377, 51.035, 656202.1054, 7104539.7101},
	} {
		got := p.Project(Point{c.lon, c.lat})
		if math.Abs(got.X-c.x) > 0.02 || math.Abs(got.Y-c.y) > 0.02 {
			t.Errorf("%s: %.3f %.3f, want %.3f %.3f", c.name, got.X, got.Y, c.x, c.y)
		}
		if got.X*64 != math.Trunc(got.X*64) || got.Y*64 != math.Trunc(got.Y*64) {
			t.Errorf("%s: %v is not on the grid", c.name, got)
		}
	}
}

func TestPlate(t *testing.T) {
	q := NewPlate(Point{55.5, -21.1})
	if got := q.Project(Point{55.5, -21.1}); got.X != 0 || got.Y != 0 {
		t.Errorf("the middle is at %v", got)
	}
	got := q.Project(Point{56.5, -20.1}) // a degree is 111.32 km, 103.86 along the parallel
	if math.Abs(got.X-103856) > 5 || math.Abs(got.Y-111319.49) > 1 {
		t.Errorf("a degree north-east is at %v", got)
	}
}

func france(t testing.TB) *Outline {
	t.Helper()
	o, err := ReadFrance(outlines.France)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestFrance(t *testing.T) {
	o := france(t)
	var ids []string
	areas := 0
	for _, r := range o.Territories {
		ids = append(ids, r.ID)
		areas += len(r.Areas)
		if len(r.Halo) == 0 || len(r.Land) == 0 || r.Name == "" {
			t.Errorf("%s %q: %d rings, %d lines around", r.ID, r.Name, len(r.Land), len(r.Halo))
		}
		for _, a := range r.Areas {
			for _, ring := range a.Rings {
				if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
					t.Errorf("%s %s: a ring of %d points is not closed", a.ID, a.Name, len(ring))
				}
			}
		}
	}
	if got := strings.Join(ids, " "); got != "FR 971 972 973 974 975 976 977 978 986 987 988" {
		t.Errorf("territories %s", got)
	}
	if areas != 96+11 {
		t.Errorf("%d areas, want 96 départements in Europe and 11 elsewhere", areas)
	}
	if n := len(o.Territories[0].Land); n != 10 {
		t.Errorf("%d rings of land in Europe, want the continent, 8 islands and a gap between neighbours", n)
	}
	if n := len(o.Territories[0].Borders); n < 150 {
		t.Errorf("%d borders: neighbours do not share them", n)
	}
}

// TestOf holds which map a place is on.
func TestOf(t *testing.T) {
	o := france(t)
	for _, c := range []struct {
		name     string
		lon, lat float64
		want     string
	}{
		{"Paris", 2.35, 48.85, "FR"}, {"Ouessant", -5.10, 48.46, "FR"}, {"Bonifacio", 9.16, 41.39, "FR"},
		{"Saint-Joseph", 55.617, -21.378, "974"}, {"Cayenne", -52.33, 4.94, "973"}, {"Mamoudzou", 45.23, -12.78, "976"},
		{"Fort-de-France", -61.07, 14.60, "972"}, {"Pointe-à-Pitre", -61.53, 16.24, "971"}, {"Gustavia", -62.85, 17.90, "977"},
		{"Marigot", -63.09, 18.07, "978"}, {"Papeete", -149.57, -17.54, "987"}, {"Nouméa", 166.45, -22.27, "988"},
		{"Mata-Utu", -176.17, -13.28, "986"}, {"Saint-Pierre", -56.17, 46.78, "975"},
		{"Montréal", -73.57, 45.50, ""}, {"Roma", 12.48, 41.89, ""},
	} {
		got := ""
		if r := o.Of(Point{c.lon, c.lat}); r != nil {
			got = r.ID
		}
		if got != c.want {
			t.Errorf("%s is on the map of %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzReadFrance(f *testing.F) {
	f.Add([]byte(`{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},"arcs":[[[0,0],[1,0],[0,1],[-1,-1]]],` +
		`"objects":{"departements":{"geometries":[{"type":"Polygon","id":"01","arcs":[[0]]}]},"halo":{"geometries":[{"type":"MultiLineString","id":"FR-1","arcs":[[-1]]}]}}}`))
	f.Add([]byte(`{"type":"Topology","objects":{"departements":{"geometries":[{"type":"MultiPolygon","id":"01","arcs":[[[7]]]}]}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := ReadFrance(data)
		if err != nil {
			return
		}
		for _, r := range o.Territories {
			if len(r.Areas) == 0 {
				t.Fatalf("territory %q is empty", r.ID)
			}
		}
	})
}
