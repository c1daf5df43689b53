package attest

import "testing"

func TestSignManifestNeedsOneBlank(t *testing.T) {
	k := newKey("k1", make([]byte, 32))
	blank := `"signature": "` + BlankSignature + `"`
	for _, data := range []string{"", `{"signature": ""}`, "[{" + blank + "}, {" + blank + "}]"} {
		if out, err := SignManifest([]byte(data), k); err == nil {
			t.Errorf("%.40q: signed as %.60q", data, out)
		}
	}
	const rest = `{"title": "x", `
	out, err := SignManifest([]byte(rest+blank+"}"), k)
	if err != nil || len(out) != len(rest+blank+"}") || string(out[:len(rest)]) != rest {
		t.Errorf("%q, %v", out, err)
	}
}
