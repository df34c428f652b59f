package partnerrules

// A RuleID identifies a rule, as in "ELG-05". IDs are stable: the ID of a rule
// that goes out of use is not used again. Each package returns its rules, and
// with [Rulebook.Find] a program looks one up:
//
//	rule, ok := eligibility.Rules().Find(reason.Rule())
type RuleID string

// A Rule is what the library knows of a published rule.
type Rule struct {
	ID    RuleID `json:"id"`
	Title string `json:"title"` // a few words: "Billing profile"

	// Statement is the rule in our words.
	Statement string `json:"statement"`

	// Readings are how the library reads the rule where the published texts are
	// silent or can be read in two ways.
	Readings []string `json:"readings,omitempty"`

	// Decides is true for a rule that a function answers, and false for one that
	// only informs: a text, a list of steps, a note.
	Decides bool `json:"decides"`

	// Basis says where the statement comes from, as in "S, P 2024-25": the letters
	// of [Source], and D for a reading of our own.
	Basis string `json:"basis"`

	// Sources are the published documents that the rule rests on.
	Sources []Source `json:"sources,omitempty"`

	// From is the first day of a rule, or of its latest variant, that came into
	// force on a published day. Seen is the last day on which a copy of its source
	// still showed the rule. Both are ISO 8601 dates. If they are empty, the days
	// of the edition apply.
	From string `json:"from,omitempty"`
	Seen string `json:"seen,omitempty"`

	// AnsweredBy names the functions, methods and types that answer the rule, as
	// in "eligibility.Evaluate".
	AnsweredBy []string `json:"answeredBy"`
}

// A Source is a published document, and where in it to look.
type Source struct {
	Title   string `json:"title"`
	Section string `json:"section,omitempty"`

	// Edition names the editions of the document, as in "2023-09 to 2024", and
	// Seen is the last day, month or year of which a copy shows it.
	Edition string `json:"edition,omitempty"`
	Seen    string `json:"seen,omitempty"`

	// Basis is the kind of document: S for the help pages that are the baseline,
	// P for another public Microsoft text, A for the public reference and samples
	// of the Partner Center REST API, Q for a Microsoft text that is known only as
	// quoted by others, and T for a third party's own statement.
	Basis string `json:"basis"`
}

// IsPublished reports whether the document itself is known, and not only what
// others say of it.
func (s Source) IsPublished() bool { return s.Basis == "S" || s.Basis == "P" || s.Basis == "A" }

// A Rulebook is a list of rules in the order of their IDs.
type Rulebook []Rule

// Find returns the rule with an ID. It takes time linear in the number of rules.
func (b Rulebook) Find(id RuleID) (rule Rule, ok bool) {
	for _, r := range b {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}
