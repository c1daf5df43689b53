package catalog

import (
	"slices"
	"strings"
	"testing"
)

func TestDoubts(t *testing.T) {
	c := at(t, day("2021-06-01"),
		"xaa,Lettret,bourg,2019-2021,une,,,", // line 2
		"xaa,Lettret / Letred,bourg,2022-2024,une,,,",
		"xbb,Sitiv,bourg,2019-2021,une,,,",
		"xcc,SITIV,bourg,2022-2024,une,,,")
	want := []string{
		`coquelicot-holders.csv:2: column "name": xaa is "Lettret" here, and "Lettret / Letred" in edition 2022-2024`,
		`coquelicot-holders.csv:5: column "id": xcc and xbb on line 4 have one name, "SITIV"`,
	}
	if got := c.Doubts("coquelicot"); !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := bundled(t).Doubts("tnl"); len(got) > 0 {
		t.Errorf("the bundled registry:\n%s", strings.Join(got, "\n"))
	}
	if got := c.Doubts("nobody"); got != nil {
		t.Errorf("of no label: %v", got)
	}
}

func TestChanges(t *testing.T) {
	was := at(t, day("2021-06-01"), "xaa,A,bourg,2019-2021,une,,,", "xaa,A,bourg,2022-2024,une,,,", "xbb,B,bourg,2019-2021,une,,,")
	is := at(t, day("2021-06-01"), "xcc,C,bourg,2019-2021,deux,,,", "xaa,A,bourg,2022-2024,deux,suspended,2021-05-12,", "xaa,A,bourg,2019-2021,une,,,")
	if same := was.Changes(was, "coquelicot"); len(same) > 0 {
		t.Errorf("the same registry differs: %+v", same)
	}
	got := was.Changes(is, "coquelicot")
	if len(got) != 3 || got[0].Holder != "xaa" || got[1].New != nil || got[2].Old != nil {
		t.Fatalf("changes %+v", got)
	}
	want := []string{"level: une → deux", "state: – → suspended", "state_date: – → 2021-05-12"}
	if !slices.Equal(got[0].What, want) {
		t.Errorf("what %v; want %v", got[0].What, want)
	}
}
