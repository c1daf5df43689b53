package catalog

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
)

// A schema is a JSON Schema (2020-12) in the order it is written in.
type schema struct {
	Schema      string       `json:"$schema,omitempty"`
	Title       string       `json:"title,omitempty"`
	Description string       `json:"description,omitempty"`
	Ref         string       `json:"$ref,omitempty"`
	Type        string       `json:"type,omitempty"`
	Enum        []string     `json:"enum,omitempty"`
	Pattern     string       `json:"pattern,omitempty"`
	Properties  schemaFields `json:"properties,omitempty"`
	Required    []string     `json:"required,omitempty"`
	Additional  any          `json:"additionalProperties,omitempty"`
	Items       *schema      `json:"items,omitempty"`
	OneOf       []*schema    `json:"oneOf,omitempty"`
	Defs        schemaFields `json:"$defs,omitempty"`
}

// schemaFields are properties in the order of the guide.
type schemaFields []schemaField

type schemaField struct {
	name string
	is   *schema
}

func (f schemaFields) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, p := range f {
		if i > 0 {
			b.WriteByte(',')
		}
		name, _ := json.Marshal(p.name) // a string
		body, err := json.Marshal(p.is)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(body)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// LabelSchema returns a JSON Schema of label.toml, for editors.
func LabelSchema() []byte {
	keys := LabelKeys()
	top := tableSchema(keys, "")
	top.Schema = "https://json-schema.org/draft/2020-12/schema"
	top.Title = "label.toml: a label, for Panonceau"
	text := &schema{OneOf: []*schema{{Type: "string"}, {Type: "object", Additional: &schema{Type: "string"}}},
		Description: "a text for all languages, or one for each, as in { fr = \"…\", en = \"…\" }; shorter forms follow after |"}
	top.Defs = schemaFields{{"text", text}, {"texts", &schema{Type: "object", Additional: &schema{Ref: "#/$defs/text"}}}}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	enc.Encode(top) // strings only
	return b.Bytes()
}

// tableSchema describes the table at a path.
func tableSchema(keys []LabelKey, path string) *schema {
	s := &schema{Type: "object", Additional: false}
	for _, k := range keys {
		rest, below := strings.CutPrefix(k.Path, path)
		rest = strings.TrimPrefix(rest, ".")
		if !below || rest == "" || strings.Contains(rest, ".") || (path != "" && !strings.HasPrefix(k.Path, path+".")) {
			continue
		}
		p := typeSchema(keys, &k, k.Type)
		p.Description = strings.ReplaceAll(k.En, "`", "")
		s.Properties = append(s.Properties, schemaField{rest, p})
		if k.Need {
			s.Required = append(s.Required, rest)
		}
	}
	return s
}

// typeSchema describes values of a type.
func typeSchema(keys []LabelKey, k *LabelKey, t reflect.Type) *schema {
	switch {
	case t == reflect.TypeFor[words]():
		return &schema{Ref: "#/$defs/text"}
	case t == reflect.TypeFor[map[string]words]():
		return &schema{Ref: "#/$defs/texts"}
	}
	switch t.Kind() {
	case reflect.Bool:
		return &schema{Type: "boolean"}
	case reflect.Int:
		return &schema{Type: "integer"}
	case reflect.Float64:
		return &schema{Type: "number"}
	case reflect.String:
		return &schema{Type: "string", Enum: k.Words, Pattern: k.Like}
	case reflect.Slice:
		return &schema{Type: "array", Items: typeSchema(keys, k, t.Elem())}
	case reflect.Map:
		return &schema{Type: "object", Additional: typeSchema(keys, k, t.Elem())}
	default: // a table; those by level have texts
		if k.Path == "edition.level" {
			return &schema{Type: "object", Properties: schemaFields{{"text", &schema{Ref: "#/$defs/texts"}}}, Additional: false}
		}
		return tableSchema(keys, k.Path)
	}
}

// TypeName says what the values of k are.
func (k *LabelKey) TypeName() string { return typeName(k.Type) }

func typeName(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[words]():
		return "text"
	case t == reflect.TypeFor[map[string]words]():
		return "table of texts"
	}
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Float64:
		return "number"
	case reflect.String:
		return "string"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Struct {
			return "list of tables"
		}
		return "list of " + typeName(t.Elem()) + "s"
	case reflect.Map:
		if t.Elem().Kind() == reflect.String {
			return "table of strings"
		}
		return "tables"
	}
	return "table"
}
