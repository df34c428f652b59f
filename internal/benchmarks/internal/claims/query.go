package claims

// The kinds of answers of a side.
const (
	wholePairs    = "pairs with units and incumbent"
	onlyPairs     = "pairs"
	numberOfPairs = "number of pairs"
)

// A query is SQL that finds the pairs. The statement in pairs returns one number for a
// pair, the indexes of its claims in 32 bits each. It is empty if the query can only
// count.
type query struct{ name, count, pairs string }

// join returns the query of an SQL join.
func join(name, from string) query {
	return query{name, "SELECT count(*) " + from, "SELECT CAST(a.n AS BIGINT) * 4294967296 + b.n " + from}
}

// All joins return each pair once.
var (
	// The plain join uses the definition of overlap, and the row numbers of DuckDB.
	plain = join("join", `FROM claims a JOIN claims b ON a.tenant = b.tenant AND a.name = b.name
		AND a.start <= b.ends AND b.start <= a.ends AND a.rowid < b.rowid AND a.company <> b.company`)

	// The bounded join finds the claims that start while another claim runs. It can use
	// an index on the start.
	bounded = join("bounded join", `FROM claims a JOIN claims b ON a.tenant = b.tenant AND a.name = b.name
		AND b.start BETWEEN a.start AND a.ends AND (a.start < b.start OR a.n < b.n) AND a.company <> b.company`)

	// The join by day writes a row for each day of a claim, and finds the claims that
	// start on this day. It suits short claims, in a database that joins by hashing.
	// PostgreSQL expects few rows of a day, and takes a plan that does not end in time.
	byDay = join("join by day", `FROM (SELECT *, unnest(range(start, ends + 1)) AS day FROM claims) a
		JOIN claims b ON a.tenant = b.tenant AND a.name = b.name AND a.day = b.start
		AND (a.start < b.start OR a.n < b.n) AND a.company <> b.company`)

	// The running sum finds no pairs, but counts them without a look at each. A start
	// adds 1 to the number of live claims of a unit, and the day after an end subtracts
	// 1. A claim that starts overlaps the live ones. The pairs of one company, which
	// are few, are subtracted.
	runningSum = query{name: "running sum", count: `WITH
		events AS (SELECT tenant, name, start AS day, 1 AS starts, 1 AS delta FROM claims
			UNION ALL SELECT tenant, name, ends + 1, 0, -1 FROM claims),
		days AS (SELECT tenant, name, day, sum(starts) AS starts, sum(delta) AS delta FROM events GROUP BY tenant, name, day),
		running AS (SELECT starts, sum(delta) OVER (PARTITION BY tenant, name ORDER BY day ROWS UNBOUNDED PRECEDING) AS live FROM days)
		SELECT CAST((SELECT sum((live - starts) * starts + starts * (starts - 1) / 2) FROM running) -
			(SELECT count(*) FROM claims a JOIN claims b ON a.tenant = b.tenant AND a.name = b.name AND a.company = b.company
			AND a.start <= b.ends AND b.start <= a.ends AND a.n < b.n) AS BIGINT)`}
)
