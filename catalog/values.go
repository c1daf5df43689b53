package catalog

import (
	"panonceau/render"
)

// values are what a request says in the place of requestKeys.
type values struct {
	holder, holder2, of, noun, mentions, count, url, code, proof, state, detail string

	lang2     string         // language of holder2; empty: not told
	short     []string       // shorter forms of holder
	standings []render.Field // of parallel scales
}

func (v *values) get(key string) string {
	switch key {
	case "holder":
		return v.holder
	case "holder2":
		return v.holder2
	case "holder-of":
		return v.of
	case "holder-noun":
		return v.noun
	case "mentions":
		return v.mentions
	case "mention-count":
		return v.count
	case "url":
		return v.url
	case "code":
		return v.code
	case "proof-url":
		return v.proof
	case "state":
		return v.state
	case "state-detail":
		return v.detail
	}
	if v.lang2 != "" && key == holderIn+v.lang2 {
		return v.holder2
	}
	return find(v.standings, key)
}
