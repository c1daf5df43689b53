package catalog

import (
	"regexp"
	"strings"

	"panonceau/render"
)

// advices say what to do about faults, by words of what is told of them. A test
// holds that every fault that does not say itself what is wanted has one.
var advices = []struct{ says, do string }{
	// label.toml
	{"choose another", ""}, // as it says
	{"is in the directory", "rename the directory, or change id"},
	{"is taken by addresses", "choose another id"},
	{"means something else in addresses", "choose another id"},
	{"is there twice", "take one of them away, or give it another id"},
	{"entries; at most", "take some away"},
	{"texts; at most", "take some away"},
	{"rules; at most", "take some away"},
	{"grounds; at most", "take some away"},
	{"links; at most", "take some away"},
	{"sizes; at most", "take some away"},
	{"forms; at most", "take the shortest ones away"},
	{"wordings", "take texts of kinds away, or languages"},
	{"bytes; at most", "make the file smaller; pictures within it are the usual reason"},
	{"characters; at most", "shorten the text"},
	{"is given by the request", "choose another name for your text"},
	{"is given by the award", "choose another name for your text"},
	{"the text", "add it to [text]"},
	{"is no text of the pack", "add it to [text], or quote another one; docs/packs.md lists the words that are always there"},
	{"no text is called so", "add it to [text], or name another one; docs/packs.md lists the words that are always there"},
	{"quote each other more than", "a text quotes itself, by way of others: break the circle"},
	{"brace closed but not opened", "write words as {holder}"},
	{"a noun can quote", "quote one of these, or nothing"},
	{"no ink is called", "add an [[ink]] with this id, or name another one"},
	{"have the same colour", "change one of them a little: a colour in artwork is one ink"},
	{"no ink for text on", "text-inks = [\"…\"] with a light and a dark ink"},
	{"% in all; at most", "reduce one of the four, black first"},
	{"%; want", "a share is between 0 and 100"},
	{"has no variant", "add a [[variant]] with an id; it needs no swap"},
	{"packs define one theme", "id = \"dark\", once"},
	{"gives no reason", "reason = { fr = \"…\", en = \"…\" }: it is shown to whoever asks for the combination"},
	{"has no scale", "add a [[scale]] with its [[scale.level]]"},
	{"inks for the", "ramp has one ink for each level of the scale"},
	{"has no edition", "add an [[edition]] with an id and a scale"},
	{"no scale is called", "name the id of a [[scale]]"},
	{"has no level", "name the id of a level of its scale"},
	{"could not tell them apart", "give one of the levels another id"},
	{"no design for \"state\"", "add a [[design]] with for = \"state\"; panonceau new-pack shows one"},
	{"needs neutral", "neutral = \"…\" with the id of an ink"},
	{"is no design that can be asked for", "name a design for screen or print"},
	{"is no design of the pack", "add a [[design]] with this id and for = \"part\", or name another one"},
	{"is no scale of an edition with several", "name a scale of an edition with scales = […]"},
	{"has a contrast of", "change the ink of the level or of the text; text-inks are tried in their order"},
	{"have a contrast of", "change the inks of the steps, or leave this ground out of grounds"},
	{"no variant is called", "name the id of a [[variant]]"},
	{"no level is called", "name the id of a level"},
	{"no design is called", "name the id of a [[design]]"},
	{"no theme is called", "light, dark or auto"},
	{"no ground is called", "light, dark or the id of an ink"},
	{"no mock-up is called", "wall or post"},
	{"is called", "one that there is, or none"},
	{"file does not exist", "save the file under this name in the pack, or change the name here"},
	{"no such file", "save the file under this name in the pack, or change the name here"},
	{"invalid argument", "a file of the pack: its path begins at the pack, without .. or /"},
	{"no licence beside the fonts", ""},

	// texts
	{"without {?…}", "begin the part with {?…}, as in {?mentions}…{/}"},
	{"is not ended by {/}", "end the part with {/}"},
	{"a brace without", "write words as {holder}"},
	{"no fact of texts", "docs/packs.md lists the facts"},
	{"condition", "docs/slots.md lists the forms of terms"},
	{"within conditions", "take one of them out"},
	{"words and conditions", "split the text"},
	{"HTML is not let through", ""},
	{"a text has no pictures", ""},

	// artwork
	{"is no ink of the pack", "add an [[ink]] with this colour, or paint it in one of those there are"},
	{"an element is one slot only", "take one of these attributes away"},
	{"only arms have a plate", "take data-ground away, or draw the plate"},
	{"must be upright", "take the rotation of the rect away; texts run level"},
	{"a slot is a plain <rect>", "in Inkscape: Object Properties, opacity 100 %; Object › Clip › Release; no filter"},
	{"may not be none", "give the rect a fill: it is the colour of the text"},
	{"the root knows", "move the attribute to the element it is about"},
	{"seams; at most", "take some away"},
	{"is not a name", "lower-case letters, digits and hyphens"},
	{"is none of", "one of these"},
	{"is not a number", "a number in these bounds"},
	{"is not a whole number", "a whole number in these bounds"},
	{"is not read: ", "embed the picture (Inkscape: Extensions › Images › Embed), as PNG or JPEG"},
	{"the other file", "put what it has into this file"},
	{"there is no element", "the id was lost: draw it again, or take the reference away"},
	{"refers to nothing", "take the element away"},
	{"paint server is missing", "paint it again, in Fill and Stroke"},
	{"too complex", "simplify the drawing (Inkscape: Path › Simplify), or take clones out (Edit › Clone › Unlink)"},
	{"inherits from itself", "paint it again, in Fill and Stroke"},
	{"is not positive", "give it a width and a height"},
	{"is not a marker", "set the markers again, in Fill and Stroke › Stroke style"},
	{"drawn up to there", "correct the path, or draw it again"},
	{"is drawn as miter", "choose another join, in Fill and Stroke › Stroke style"},
	{"taken is the one before", "correct the filter, or take it away"},
	{"textLength", "turn the text into paths (Inkscape: Path › Object to Path)"},
	{"set in another font", "put the font into fonts/, or turn the text into paths"},
	{"no fonts", "turn the text into paths (Inkscape: Path › Object to Path), or make it a slot"},
	{"text is longer than", "turn the text into paths"},
	{"is not drawn", "take the element away, or draw it in another way"},
	{"not drawn", "take the element away, or draw it in another way"},
	{"not supported", "take it away, or turn the object into paths (Inkscape: Path › Object to Path)"},
	{"ignored", "take it away, or correct it"},
	{"is not valid", "take it away, or correct it"},
	{"is not read", "take it away, or draw it in another way"},
	{"larger than", "make the file smaller; pictures within it are the usual reason"},
	{"nest deeper", "ungroup (Inkscape: Object › Ungroup)"},
	{"more than", "simplify the drawing (Inkscape: Path › Simplify)"},

	// registries
	{"is missing", "fill in the cell"},
	{"is a former identifier", "write the present one"},
	{"was awarded edition", "one row for each award: take one away"},
	{"is no edition of", "write an edition of label.toml, or add one"},
	{"is no level of edition", "write a level of the scale of the edition"},
	{"one level of scale", "one level of each scale"},
	{"is no kind of", "write a kind of label.toml, or add one"},
	{"is an identifier of", "an alias belongs to nobody else"},
	{"is no identifier", "a SIREN, or x and letters and digits"},
	{"no font has the character", "put a font that has it into fonts/, or write it otherwise"},
	{"bounds", "a value in these bounds"},
}

var (
	unknownKey       = regexp.MustCompile(`^unknown key ([^ ]*\.)?([a-z0-9-]+)$`)
	unknownAttribute = regexp.MustCompile(`data-([a-z0-9-]+): unknown;`)
)

// advice returns what to do about a fault, or "" if what it says is enough.
func advice(what string) string {
	if m := unknownKey.FindStringSubmatch(what); m != nil {
		return meant(m[2], "", keyNames(m[1]), "docs/packs.md lists the keys")
	}
	if m := unknownAttribute.FindStringSubmatch(what); m != nil {
		var names []string
		for _, a := range render.Attributes() {
			names = append(names, a.Name)
		}
		return meant(m[1], "data-", names, "docs/slots.md lists the attributes")
	}
	if strings.Contains(what, "want ") {
		return ""
	}
	for _, a := range advices {
		if strings.Contains(what, a.says) {
			return a.do
		}
	}
	return ""
}

// meant says which word was probably meant.
func meant(word, prefix string, words []string, where string) string {
	if n := nearest(word, words); n != "" {
		return "did you mean " + prefix + n + "? " + where
	}
	return where
}

// keyNames returns the keys of the table of label.toml at a path, as in
// "scale.level.".
func keyNames(path string) []string {
	var names []string
	for _, k := range labelKeys {
		if name, ok := strings.CutPrefix(k.Path, path); ok && !strings.Contains(name, ".") {
			names = append(names, name)
		}
	}
	return names
}
