package catalog

import "reflect"

// A LabelKey is a key of label.toml, for the guide and the schema: they are
// made from the table below and from the structs that the file is read into. A
// test holds that neither has what the other has not.
type LabelKey struct {
	Path  string   // as in scale.level.ink
	En    string   // what it is for; empty for keys that En of the table tells
	Need  bool     // the file is refused without it
	Words []string // the closed set of its values; nil: open
	Like  string   // a pattern that values match, as in ^[0-9]{4}$; empty: any
	Type  reflect.Type
}

const (
	likeWord = `^[a-z0-9]+(-[a-z0-9]+)*$`
	likeRGB  = `^#[0-9A-Fa-f]{6}$`
	likeDate = `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
	likeSize = `^[0-9.]+x[0-9.]+(mm|px)$`
)

var labelKeys = []LabelKey{
	{Path: "id", Need: true, Like: likeWord, En: "the label in addresses; the name of the directory"},
	{Path: "languages", Need: true, En: "BCP 47 languages; the first is the default"},
	{Path: "site", En: "web site of the label"},
	{Path: "license", En: "licence of the artwork: an SPDX identifier or a URL"},
	{Path: "notice", En: "what must be said of the artwork, as in “unofficial artwork”"},
	{Path: "issuer", En: "who awards the label"},
	{Path: "validity", Like: `^[1-9][0-9]?y$`, En: "how long awards hold from the `date` of their edition, as in `3y`; without it they have no end"},
	{Path: "unlit", En: "ink of the steps that are not reached; needed unless each scale has its own"},
	{Path: "neutral", En: "ink of all steps where the level is hidden"},
	{Path: "text-inks", Need: true, En: "inks for text on the inks of levels, tried in this order for a contrast of 4.5"},
	{Path: "text", Need: true, En: "the texts of the label, by name. `label`, `award`, `level` and `title` are needed; artwork and texts quote any others"},

	{Path: "ink", Need: true, En: "a colour of the label. What is drawn in its `rgb` *is* this ink, and follows variants and themes"},
	{Path: "ink.id", Need: true, Like: likeWord, En: "its name in artwork and here"},
	{Path: "ink.name", En: "its name for people"},
	{Path: "ink.rgb", Need: true, Like: likeRGB, En: "for screens"},
	{Path: "ink.cmyk", Need: true, En: "for print: cyan, magenta, yellow and black in percent, at most 300 in all"},
	{Path: "ink.spot", En: "name of a spot colour, as in `PANTONE 485 C`"},
	{Path: "ink.ral", Like: `^[0-9]{4}$`, En: "RAL Classic colour, for paint and film"},

	{Path: "variant", Need: true, En: "a version of the artwork in other inks; the first is the default"},
	{Path: "variant.id", Need: true, Like: likeWord, En: "as in `?variant=mono`"},
	{Path: "variant.name", En: "its name for people"},
	{Path: "variant.dark", En: "made for dark grounds"},
	{Path: "variant.grey", En: "every ink in its grey"},
	{Path: "variant.grounds", En: "what it may stand on: `light`, `dark`, inks"},
	{Path: "variant.reason", En: "why it may stand on nothing else"},
	{Path: "variant.box", En: "ink of the ground that the artwork itself paints in this variant"},
	{Path: "variant.swap", En: "what becomes of the inks, as in `{ encre = \"blanc\" }`; `\"*\"` is every ink that is not named"},

	{Path: "theme", En: "the inks of pictures on dark pages"},
	{Path: "theme.id", Need: true, Words: []string{themeDark}, En: "the only theme that packs define"},
	{Path: "theme.swap", En: "as in variants"},

	{Path: "scale", Need: true, En: "levels, the lowest first"},
	{Path: "scale.id", Need: true, Like: likeWord, En: "its name in editions"},
	{Path: "scale.name", En: "its name for people"},
	{Path: "scale.unlit", En: "instead of that of the label"},
	{Path: "scale.ramp", En: "the ink of each step, when it is lit"},
	{Path: "scale.text", En: "texts that differ from those of the label"},
	{Path: "scale.level", Need: true, En: "a level; they follow each other from the lowest"},
	{Path: "scale.level.id", Need: true, Like: likeWord, En: "as in addresses"},
	{Path: "scale.level.name", En: "its name for people; quoted as `{level-name}`"},
	{Path: "scale.level.ink", Need: true, En: "the ink of the level as a whole"},
	{Path: "scale.level.ramp", En: "instead of that of the scale"},
	{Path: "scale.level.text", En: "texts that differ for the level; `desc` says what it means"},

	{Path: "edition", Need: true, En: "a year, or several; the oldest first"},
	{Path: "edition.id", Need: true, Like: likeWord, En: "as in addresses"},
	{Path: "edition.scale", En: "the scale it counts on"},
	{Path: "edition.scales", En: "several scales side by side, instead of `scale`"},
	{Path: "edition.date", Like: likeDate, En: "of the ceremony, if it is known"},
	{Path: "edition.until", Like: likeDate, En: "last day of its awards; without it `validity` counts"},
	{Path: "edition.text", En: "texts that differ for the edition"},
	{Path: "edition.level", En: "`[edition.level.ID.text]`: texts that differ for a level of the edition"},

	{Path: "kind", En: "a kind of holder, which the registry names"},
	{Path: "kind.id", Need: true, Like: likeWord, En: "as in the registry"},
	{Path: "kind.name", En: "its name for people"},
	{Path: "kind.noun", En: "how titles call a holder: `Ville {holder-of}`; its name without it"},
	{Path: "kind.the", En: "how sentences call a holder: `la Ville {holder-of}`; its name, with the article of the registry, without it"},
	{Path: "kind.text", En: "texts that differ for holders of the kind"},

	{Path: "design", Need: true, En: "one artwork, or several styles of it"},
	{Path: "design.id", Need: true, Like: likeWord, En: "as in addresses"},
	{Path: "design.file", En: "the artwork, an SVG file of the pack; or else `styles`"},
	{Path: "design.for", Need: true, Words: []string{string(ForScreen), string(ForPrint), string(ForPart), string(ForState)},
		En: "`part`: a piece of other designs; `state`: says why there is no award"},
	{Path: "design.name", En: "its name for people"},
	{Path: "design.use", En: "where it is used, for people"},
	{Path: "design.alt", En: "text alternative; quotes `{title}` at most"},
	{Path: "design.variants", En: "variants on offer; only the default without it"},
	{Path: "design.themes", Words: []string{themeLight, themeDark, themeAuto}, En: "themes on offer"},
	{Path: "design.free", Like: likeSize, En: "any size between these two, as in `[\"300x300mm\", \"3000x3500mm\"]`"},
	{Path: "design.materials", Like: likeWord, En: "materials on offer, with `?material=`; a fact of conditions. The kit has the design for sign makers"},
	{Path: "design.mockups", Words: []string{OnWall, OnPost}, En: "where the piece can be shown"},
	{Path: "design.hide", Words: Hides(), En: "what may be left out, with `?hide=`"},
	{Path: "design.bare", En: "it has no ground of its own, and stands on those of its variant"},
	{Path: "design.min-px", En: "least width in pixels at which it can be read"},
	{Path: "design.min-mm", En: "least width in millimetres"},
	{Path: "design.road", En: "it stands at a road: proofs warn that it is no road sign"},
	{Path: "design.kit", Words: folderWords(), En: "folders of the kit that it is in; they follow from `for` without it"},
	{Path: "design.styles", En: "artworks to choose from, with `?style=`; the first is the default"},
	{Path: "design.styles.id", Need: true, Like: likeWord, En: "as in addresses"},
	{Path: "design.styles.file", Need: true, En: "the artwork"},
	{Path: "design.styles.name", En: "its name for people"},
	{Path: "design.styles.alt", En: "text alternative of this style"},
	{Path: "design.sizes", En: "sizes on offer, with `?size=`"},
	{Path: "design.sizes.id", Like: likeWord, En: "as in addresses; the size itself without it"},
	{Path: "design.sizes.size", Need: true, Like: likeSize, En: "width and height, as in `500x700mm`"},
	{Path: "design.sizes.name", En: "its name for people"},

	{Path: "document", En: "a text that goes with an award: `text/ID.LANGUAGE.md`"},
	{Path: "document.id", Need: true, Like: likeWord, En: "as in addresses and in the name of its file"},
	{Path: "document.name", En: "its name for people"},
	{Path: "document.use", En: "who uses it, and where"},
	{Path: "document.network", Words: networkWords(), En: "the network it is a post for, whose limits it keeps"},
	{Path: "document.words", En: "most words"},

	{Path: "rule", En: "a combination that the charter forbids; a list that is left out is any"},
	{Path: "rule.design", En: "designs"},
	{Path: "rule.variant", En: "variants"},
	{Path: "rule.theme", Words: []string{themeLight, themeDark, themeAuto}, En: "themes"},
	{Path: "rule.level", En: "levels"},
	{Path: "rule.hide", Words: Hides(), En: "what is left out"},
	{Path: "rule.ground", En: "grounds"},
	{Path: "rule.reason", Need: true, En: "why, for whoever asks for it"},

	{Path: "link", En: "a page of somebody else, for the page of holders"},
	{Path: "link.url", Need: true, Like: `^https://`, En: "its address"},
	{Path: "link.name", En: "its name for people"},
	{Path: "link.use", En: "what is there"},

	{Path: "charter", En: "the sheet `/{label}/charter.pdf`"},
	{Path: "charter.logo", En: "the design that is the logo; the one called `logo` without it"},
	{Path: "charter.mark", En: "the design that is the mark; the one called `mark` without it"},
	{Path: "charter.clear", En: "free space around the logo, in heights of it"},
}

// LabelKeys returns the keys of label.toml in the order of the guide.
func LabelKeys() []LabelKey {
	types := make(map[string]reflect.Type)
	keyTypes(types, "", reflect.TypeFor[labelFile]())
	keys := make([]LabelKey, len(labelKeys))
	for i, k := range labelKeys {
		k.Type = types[k.Path]
		keys[i] = k
	}
	return keys
}

// keyTypes notes the type of every key below a path.
func keyTypes(types map[string]reflect.Type, path string, t reflect.Type) {
	for i := range t.NumField() {
		f := t.Field(i)
		at := join(path, f.Tag.Get("toml"))
		types[at] = f.Type
		inner := f.Type
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct {
			keyTypes(types, at, inner)
		}
	}
}

func folderWords() []string {
	var words []string
	for _, f := range Folders() {
		words = append(words, string(f))
	}
	return words
}

// textKeys say what the words are that packs do not define: requestKeys, then
// editionKeys.
var textKeys = []Key{
	{"holder", "the name of the holder, as labelled"},
	{"holder2", "its name in a second language"},
	{"holder-of", "its name after “de” in French: “du Mans”, “d’Arles”; as it is in other languages"},
	{"holder-noun", "how a title calls it: “Ville du Mans”"},
	{"mentions", "the special mentions, joined by dots"},
	{"mention-count", "how many they are"},
	{"url", "where the award can be checked or, of a picture, its own address; nothing if the service does not know its own"},
	{"code", "the short code of the award"},
	{"proof-url", "what the QR code says, without the scheme"},
	{"state", "why there is no award"},
	{"state-detail", "what that is about"},
	{"edition", "the edition"},
	{"date", "the day of the ceremony, if it is known"},
	{"until", "the last day of the award, if it ends"},
	{"level-name", "the name of the level"},
	{"rank", "the rank of the level, 1 for the lowest"},
	{"steps", "the number of levels of the scale"},
	{"scale-name", "the name of the scale"},
}
