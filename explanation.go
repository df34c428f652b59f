package partnerrules

// Version is the version of the library. Between two releases it is the version of the
// next one.
const Version = "v0.2.0"

// An Explanation is an answer in words, for a person and for the record. Each answer
// with a coverage has a method Explain, which takes what was asked and is not in the
// answer itself:
//
//	decision, err := eligibility.Evaluate(offer, facts, on)
//	...
//	json.NewEncoder(w).Encode(decision.Explain(facts))
//
// An Explanation is made to be stored as JSON. The function Recheck of package
// rulestest asks a stored one again, and names the rules whose answer differs.
type Explanation struct {
	// Format is the format of this value, which is 1. It changes if a member is
	// removed or gets another meaning, and not if a member is added.
	Format int `json:"format"`

	Library string `json:"library"` // the version of the library that answered: "v0.2.0"

	// Question is what was asked, and Given is the input, with the names that the
	// test vectors have for them: "eligibility.evaluate", with "offer", "facts" and
	// "on". To show an answer without its input, set Given to nil.
	Question string         `json:"question"`
	Given    map[string]any `json:"given,omitempty"`

	Title   string `json:"title"`   // what the answer is about: "Solutions Partner for Security"
	Verdict Label  `json:"verdict"` // the answer in one word and in one sentence

	// Reasons are the reasons for the verdict, in the order of the answer, and the
	// open questions that an unknown fact leaves.
	Reasons []ExplainedReason `json:"reasons,omitempty"`

	Missing []Label         `json:"missing,omitempty"` // the unknown facts on which the verdict or the plan depends
	Days    []ExplainedDays `json:"days,omitempty"`    // the days of the answer, in the order of the answer
	Notes   []Note          `json:"notes,omitempty"`   // the notes of the answer

	// Policy is the text of the policy, such as "in force". Coverage is whether the
	// rules are known for the day judged.
	Policy   string `json:"policy,omitempty"`
	Coverage Label  `json:"coverage"`

	// Answer is the answer itself, as a program reads it.
	Answer any `json:"answer"`
}

// A Label is a value in words: its stable code, and a text to show, which may be
// reworded.
type Label struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// An ExplainedReason is a [Reason] in words.
type ExplainedReason struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"` // unknown: it depends on a missing fact
	Rule     RuleID   `json:"rule"`
	Title    string   `json:"title"` // of the rule
	Message  string   `json:"message"`
	Remedy   string   `json:"remedy,omitempty"`
	See      string   `json:"see,omitempty"`

	// Subject is what the reason is about, if that is only a part of the question:
	// the path of a field, the ID of a benefit, or the ID of another claim.
	Subject string `json:"subject,omitempty"`

	// From is the day on which the reason no longer holds, in ISO 8601, if known.
	From string `json:"from,omitempty"`
}

// ExplainedDays are a day or a run of days in words.
type ExplainedDays struct {
	Code    string `json:"code"` // what the days are: "window"
	Rule    RuleID `json:"rule"`
	Message string `json:"message"`           // a few words: "Renewal window"
	Subject string `json:"subject,omitempty"` // as in ExplainedReason
	First   string `json:"first,omitempty"`   // in ISO 8601; empty if there is no first day
	Last    string `json:"last,omitempty"`    // the same as First for one day; empty if the end is open
}
