package check

import "github.com/partnerrules/partnerrules"

// UnmarshalJSON reads JSON strictly into *v, as [partnerrules.Decode] does. As in
// package json, null leaves *v unchanged, and so does an error.
func UnmarshalJSON[T any](text []byte, v *T) error {
	if string(text) == "null" {
		return nil
	}
	read, err := partnerrules.Decode[T](text)
	if err == nil {
		*v = read
	}
	return err
}
