package goal

// The sides of the goals.
var (
	bareBooleans = []string{
		"expr, map", "expr, map, machine used again", "expr, struct", "expr, struct, machine used again",
		"cel-go", "cel-go, optimized", "cedar-go",
	}
	sqliteLoaded = []string{"SQLite (mattn), bounded join", "SQLite (modernc), bounded join"}
)

// All returns the goals.
func All() []Goal {
	all := []Goal{
		{Work: "eligibility/decision", Against: "the fastest bare verdict of expr, cel-go, cedar-go", Sides: bareBooleans, Times: 7, NoAllocs: true, Headline: true},
		{Work: "eligibility/decision", Against: "cel-go with tracked state", Sides: []string{"cel-go, tracked state"}, Times: 90, Headline: true},
		{Work: "eligibility/decision", Against: "OPA with reasons", Sides: []string{"OPA, set of reasons"}, Times: 350, Headline: true},
	}
	for _, work := range []string{"add-days", "add-months", "parse", "format", "append"} {
		all = append(all,
			Goal{Work: "dates/" + work, Against: "civil", Sides: []string{"civil"}, Times: 3, Headline: true},
			Goal{Work: "dates/" + work, Against: "time and carbon", Sides: []string{"time", "carbon"}, Times: 1},
		)
	}
	all = append(all,
		Goal{Work: "dates/compare", Against: "civil, time, carbon", Sides: []string{"civil", "time", "carbon"}, Times: 1, Headline: true},
		Goal{Work: "business/five-days", Against: "rickar/cal", Sides: []string{"rickar/cal"}, Times: 200, Headline: true},
		Goal{Work: "business/ten-years", Against: "rickar/cal", Sides: []string{"rickar/cal"}, Times: 100_000, Headline: true},
		Goal{Work: "claims/million", Against: "DuckDB on two threads, loaded and sorted, its best query that counts", Sides: []string{"DuckDB, join", "DuckDB, bounded join"}, Times: 2.5, Headline: true},
		Goal{Work: "claims/million", Against: "DuckDB on two threads, loaded and sorted, its best query that hands over pairs", Sides: []string{"DuckDB, join, pairs handed over"}, Headline: true},
		Goal{Work: "claims/million", Against: "DuckDB on two threads, with loading, counts", Sides: []string{"DuckDB, join, with loading"}, Headline: true},
		Goal{Work: "claims/million", Against: "SQLite, loaded, counts", Sides: sqliteLoaded, Times: 8, Headline: true},
		Goal{Work: "claims/million", Against: "google/btree and Workiva augmentedtree", Sides: []string{"google/btree", "Workiva augmentedtree"}, Times: 5, Headline: true},
		Goal{Work: "claims/hot", Against: "DuckDB on two threads, loaded and sorted, its best query that hands over pairs", Sides: []string{"DuckDB, join by day, pairs handed over"}, Times: 1, Headline: true},
		Goal{Work: "claims/hot", Against: "DuckDB on two threads, loaded and sorted, its best query that counts", Sides: []string{"DuckDB, running sum", "DuckDB, join by day"}, Headline: true},
	)
	for _, shape := range []string{"apart", "subscriptions", "two-activities", "many-units", "overlapping"} {
		all = append(all, Goal{Work: "shapes/" + shape, Against: "sorting the same claims", Sides: []string{"slices.SortFunc"}, Within: 1.5})
	}
	return append(all,
		Goal{Work: "programs/ingest", Against: "decoding the same file into structs by json v2, all kept", Sides: []string{"json v2, all claims kept"}, Within: 1.5},
		Goal{Work: "programs/shards", Against: "", Rate: 100_000},
	)
}
