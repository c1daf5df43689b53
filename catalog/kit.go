package catalog

import "slices"

// A Folder is a part of a kit, named after who uses what is in it.
type Folder string

// The folders of kits, in their order.
const (
	FolderWeb       Folder = "web"
	FolderSocial    Folder = "social"
	FolderPrint     Folder = "print"
	FolderSignMaker Folder = "sign-maker"
	FolderTexts     Folder = "texts" // of all documents, and no picture
)

// Folders returns the folders of pictures in kits, in their order.
func Folders() []Folder {
	return []Folder{FolderWeb, FolderSocial, FolderPrint, FolderSignMaker}
}

// kitFolders returns the folders of kits that a design is in: those that the
// pack says, or those that follow from what the design is for.
func (r *packReader) kitFolders(at string, d *Design, names []string) []Folder {
	r.refer(at+".kit", names, "folder of kits", func(s string) bool { return slices.Contains(Folders(), Folder(s)) })
	var folders []Folder
	for _, f := range Folders() {
		if slices.Contains(names, string(f)) {
			folders = append(folders, f)
		}
	}
	switch {
	case names != nil || !d.Orderable():
		return folders
	case d.Road || len(d.Materials) > 0:
		return []Folder{FolderSignMaker}
	case d.For == ForPrint:
		return []Folder{FolderPrint}
	default:
		return []Folder{FolderWeb}
	}
}

// kit finds the award whose kit is asked for. Nobody sees a kit in a page: what
// does not exist is an error.
func (v *resolver) kit() error {
	if err := v.onlyLanguage("un kit", "a kit"); err != nil {
		return err
	}
	if s, what := v.lookUp(); !s.OK() {
		return &Error{ErrNotFound, "holder", s.Fr + " : " + quote(what), s.En + ": " + quote(what)}
	}
	v.State = StateOK
	val, kind := v.holderValues()
	t := telling{edition: v.Edition, level: v.Level, kind: v.Label.Kind(kind)}
	val.standings, _ = v.standings(t)
	fields := v.Label.wording(t, v.lang).fields(val)
	v.Title = find(fields, "title-holder", "title")
	v.addresses()
	v.sign()
	v.Key = v.key()
	return nil
}

// onlyLanguage refuses options that change pictures.
func (v *resolver) onlyLanguage(fr, en string) error {
	for i := range options {
		o := &options[i]
		if *o.value(&v.Request) != "" && o.Name != "lang" && o.Name != "v" && o.Name != "download" {
			return &Error{ErrInvalid, o.Name, o.Name + " : sans effet sur " + fr, o.Name + ": means nothing for " + en}
		}
	}
	return nil
}

// IsKit reports whether o asks for all pictures and texts of an award, or what
// they are.
func (o *Order) IsKit() bool { return o.Request.Design == "" && o.Award != nil }
