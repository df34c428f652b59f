package partnerrules

// A RuleID identifies a rule, such as "ELG-05". IDs are stable, and the ID of a
// withdrawn rule is not used again. To look a rule up, call [Rulebook.Find] on the
// rules of its package:
//
//	rule, ok := eligibility.Rules().Find(reason.Rule())
type RuleID string

// A Rule describes a published rule.
type Rule struct {
	ID    RuleID `json:"id"`
	Title string `json:"title"` // a few words: "Billing profile"

	// Statement is the rule in our own words.
	Statement string `json:"statement"`

	// Readings state how the library reads the rule if the published texts are
	// silent or can be read in two ways.
	Readings []string `json:"readings,omitempty"`

	// Decides is true for a rule that a function answers. It is false for a rule
	// that informs: a text, a list of steps or a note.
	Decides bool `json:"decides"`

	// Basis is where the statement comes from, such as "S, P 2024-25": letters as
	// in [Source], and D for our own reading.
	Basis string `json:"basis"`

	// Sources are the published documents that the rule rests on.
	Sources []Source `json:"sources,omitempty"`

	// From is the published first day of the rule, or of its latest variant. Seen
	// is the last day on which a copy of its source showed the rule. Both are ISO
	// 8601 dates. If they are empty, the days of the edition apply.
	From string `json:"from,omitempty"`
	Seen string `json:"seen,omitempty"`

	// AnsweredBy names the functions, methods and types that answer the rule, such
	// as "eligibility.Evaluate".
	AnsweredBy []string `json:"answeredBy"`
}

// A Source is a published document, with the section to read.
type Source struct {
	Title   string `json:"title"`
	Section string `json:"section,omitempty"`

	// Edition names the editions of the document, such as "2023-09 to 2024". Seen
	// is the last day, month or year from which a copy is known.
	Edition string `json:"edition,omitempty"`
	Seen    string `json:"seen,omitempty"`

	// Basis is the kind of document:
	//   - S: the help pages that are the baseline
	//   - P: another public Microsoft text
	//   - A: the public reference and samples of the Partner Center REST API
	//   - Q: a Microsoft text that is known only from quotations
	//   - T: a third party's own statement
	Basis string `json:"basis"`
}

// IsPublished reports whether the document itself is known. It is false if only
// quotations or statements of others are known.
func (s Source) IsPublished() bool { return s.Basis == "S" || s.Basis == "P" || s.Basis == "A" }

// A Rulebook is a list of rules in the order of their IDs.
type Rulebook []Rule

// Find returns the rule with the given ID. It returns false if there is no such
// rule. It takes time linear in the number of rules.
func (b Rulebook) Find(id RuleID) (rule Rule, ok bool) {
	for _, r := range b {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}
