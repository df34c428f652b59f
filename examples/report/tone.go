package main

// A tone is how something looks. It never says anything by itself: a word or a
// mark beside it says the same.
type tone string

const (
	good    tone = "good"
	notice  tone = "notice" // to be seen to
	bad     tone = "bad"
	neutral tone = "neutral"
)

// A badge is a word or two in a tone, after a mark that tells tones apart
// without colour.
type badge struct {
	Tone tone
	Text string
}

// Mark tells the tones apart for those who do not see colours.
func (b badge) Mark() string {
	switch b.Tone {
	case good:
		return "✓"
	case notice:
		return "!"
	case bad:
		return "✕"
	}
	return "–"
}
