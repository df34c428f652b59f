package main

import "iter"

// grouped returns the elements of a list that have one key together, groups and
// elements in the order in which they are first met.
func grouped[T any](list []T, key func(T) string) iter.Seq2[string, []T] {
	var keys []string
	groups := map[string][]T{}
	for _, v := range list {
		k := key(v)
		if _, known := groups[k]; !known {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], v)
	}
	return func(yield func(string, []T) bool) {
		for _, k := range keys {
			if !yield(k, groups[k]) {
				return
			}
		}
	}
}
