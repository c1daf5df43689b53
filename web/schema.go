package web

import (
	"reflect"
	"strings"
)

// schemas are the types of JSON bodies, as JSON Schema, by name.
type schemas struct{ named map[string]object }

// components returns the types that were named.
func (s *schemas) components() object {
	all := object{}
	for name, o := range s.named {
		all[name] = o
	}
	return all
}

// of returns the schema of the JSON that a value is written as.
func (s *schemas) of(v any) object { return s.typed(reflect.TypeOf(v)) }

func (s *schemas) typed(t reflect.Type) object {
	switch t.Kind() {
	case reflect.Pointer:
		return s.typed(t.Elem())
	case reflect.Struct:
		return s.structure(t)
	case reflect.Slice, reflect.Array:
		return object{"type": "array", "items": s.typed(t.Elem())}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": s.typed(t.Elem())}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return object{"type": "integer"}
	case reflect.Float64:
		return object{"type": "number"}
	case reflect.String:
		return object{"type": "string"}
	}
	return object{}
}

// structure describes a struct, once and by its name if it has one.
func (s *schemas) structure(t reflect.Type) object {
	name := t.Name()
	if name == "" {
		return s.fields(t)
	}
	name = strings.ToUpper(name[:1]) + name[1:]
	if s.named[name] == nil {
		if s.named == nil {
			s.named = make(map[string]object)
		}
		s.named[name] = object{} // it may hold itself
		s.named[name] = s.fields(t)
	}
	return object{"$ref": "#/components/schemas/" + name}
}

func (s *schemas) fields(t reflect.Type) object {
	properties, required := object{}, []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		properties[name] = s.typed(f.Type)
		if !strings.Contains(options, "omitempty") {
			required = append(required, name)
		}
	}
	o := object{"type": "object", "properties": properties}
	if len(required) > 0 {
		o["required"] = required
	}
	return o
}
