package main

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/golden"
	"github.com/partnerrules/partnerrules/examples/service/page"
)

// TestOpenAPI compares openapi.json with the routes. The flag -update rewrites it.
func TestOpenAPI(t *testing.T) {
	golden.Check(t, "../page/openapi.json", describe(t))
}

// describe returns the OpenAPI description of the routes. The names, kinds and
// descriptions of members come from the Go types.
func describe(t *testing.T) string {
	t.Helper()
	reflector := jsonschema.Reflector{Anonymous: true, Mapper: textSchema, Namer: schemaName}
	if err := reflector.AddGoComments("github.com/partnerrules/partnerrules/examples/service", "../.."); err != nil {
		t.Fatal(err)
	}
	schemas := jsonschema.Definitions{}
	content := func(of reflect.Type) object {
		s := reflector.ReflectFromType(of)
		for name, definition := range s.Definitions {
			schemas[name] = definition
		}
		s.Version, s.Definitions = "", nil
		return object{"application/json": object{"schema": s}}
	}
	fault := content(reflect.TypeFor[partnerrules.InputError]())
	paths := object{}
	for _, r := range routes() {
		paths[r.path] = object{"post": object{
			"summary":     r.summary,
			"operationId": strings.TrimPrefix(r.path, "/v1/"),
			"requestBody": object{"required": true, "content": content(reflect.TypeOf(r.question))},
			"responses": object{
				"200": object{"description": "The answer.", "content": content(reflect.TypeOf(r.answer))},
				"400": object{"description": "The question is invalid. The error has the path of the fault.", "content": fault},
				"408": object{"description": "The question did not arrive in time.", "content": fault},
				"413": object{"description": "The question is longer than a mebibyte.", "content": fault},
			},
		}}
	}
	text, err := json.MarshalIndent(object{
		"openapi": "3.1.0",
		"info": object{
			"title":       "partnerrules",
			"version":     partnerrules.Version,
			"description": "Answers by the rules of the Microsoft AI Cloud Partner Program. Facts that are left out are unknown.",
		},
		"paths":      paths,
		"components": object{"schemas": schemas},
	}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "#/$defs/", "#/components/schemas/") + "\n"
}

type object = map[string]any

// schemaName returns the name of a type in the description. Types of the packages
// below the root have the name of their package, because several have Facts.
func schemaName(t reflect.Type) string {
	if t.Name() == "" {
		return "" // a list
	}
	name := strings.ToUpper(t.Name()[:1]) + t.Name()[1:]
	_, pkg, below := strings.Cut(t.PkgPath(), "github.com/partnerrules/partnerrules/")
	if !below || strings.Contains(pkg, "/") {
		return name
	}
	return strings.ToUpper(pkg[:1]) + pkg[1:] + name
}

// textSchema returns the schema of a type with a text: a date, the codes of an
// enumeration, or any other text. A set of codes is a list, or a text when it is
// read. It returns nil for other types.
func textSchema(t reflect.Type) *jsonschema.Schema {
	if !t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
		return nil
	}
	if all, isSet := t.MethodByName("All"); isSet {
		element := all.Type.Out(0).In(0).In(0) // of the iterator
		return &jsonschema.Schema{OneOf: []*jsonschema.Schema{
			{Type: "array", Items: textSchema(element), UniqueItems: true},
			{Type: "string"},
		}}
	}
	schema := &jsonschema.Schema{Type: "string"}
	switch t {
	case reflect.TypeFor[calendar.Date]():
		schema.Format = "date"
	case reflect.TypeFor[partnerrules.Tri]():
		schema.Enum = []any{partnerrules.No, partnerrules.Unknown, partnerrules.Yes}
	}
	for n := range 256 {
		if t.Kind() != reflect.Uint8 {
			break
		}
		constant := reflect.New(t).Elem()
		constant.SetUint(uint64(n))
		code, err := constant.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			break
		}
		schema.Enum = append(schema.Enum, string(code))
	}
	return schema
}

// The questions and answers of the samples are valid by openapi.json. Its schemas
// allow only the members that they describe.
func TestOpenAPI_Samples(t *testing.T) {
	for _, s := range samples() {
		at := "#/paths/" + strings.ReplaceAll(s.path, "/", "~1") + "/post/"
		schema := "/content/application~1json/schema"
		validate(t, at+"requestBody"+schema, []byte(s.body))
		validate(t, at+"responses/200"+schema, post(t, s.path, s.body).Body.Bytes())
		validate(t, at+"responses/400"+schema, post(t, s.path, `{"unknown": 1}`).Body.Bytes())
	}
}

// validate fails the test if a text is invalid by a schema in openapi.json.
func validate(t *testing.T, schema string, text []byte) {
	t.Helper()
	file, err := page.Files.ReadFile("openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	document, err := validator.UnmarshalJSON(strings.NewReader(string(file)))
	if err != nil {
		t.Fatal(err)
	}
	compiler := validator.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("openapi.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("openapi.json" + schema)
	if err != nil {
		t.Fatal(err)
	}
	value, err := validator.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(value); err != nil {
		t.Errorf("%s: %v", schema, err)
	}
}

// Every member of the types of questions and answers is in openapi.json, and nothing
// else. This walk of the types is independent of the reflector.
func TestOpenAPI_Members(t *testing.T) {
	file, err := page.Files.ReadFile("openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		Components struct {
			Schemas map[string]struct {
				Properties map[string]any `json:"properties"`
			} `json:"schemas"`
		} `json:"components"`
	}
	if err := json.Unmarshal(file, &document); err != nil {
		t.Fatal(err)
	}
	members := map[string]bool{}
	var walk func(reflect.Type)
	walk = func(of reflect.Type) {
		switch {
		case of.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
		case of.Kind() == reflect.Slice:
			walk(of.Elem())
		case of.Kind() == reflect.Struct:
			for _, field := range reflect.VisibleFields(of) {
				if field.Anonymous {
					continue // its fields are visible
				}
				name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
				member := schemaName(of) + "." + name
				if !members[member] {
					members[member] = true
					walk(field.Type)
				}
			}
		}
	}
	walk(reflect.TypeFor[partnerrules.InputError]())
	for _, r := range routes() {
		walk(reflect.TypeOf(r.question))
		walk(reflect.TypeOf(r.answer))
	}
	described := 0
	for name, schema := range document.Components.Schemas {
		for property := range schema.Properties {
			described++
			if !members[name+"."+property] {
				t.Errorf("%s.%s is not in the Go types", name, property)
			}
		}
	}
	if described != len(members) {
		t.Errorf("%d members are described, want %d", described, len(members))
	}
}
